// Package tagger is the engine that finds names: what it sees in a word and the words
// beside it, the weights that it learnt, and the way of looking for the best sequence
// of labels. It holds no data of its own; the room names carries the trained model,
// and the command train makes it.
//
// It is a structured perceptron (Collins 2002) with averaged weights over the labels
// of BILOU (Ratinov and Roth 2009): a word begins, is inside, ends, or alone is a name
// of a kind, or is outside of names. All weights are whole numbers, so that training
// gives the same bytes on every machine.
package tagger
