// Package search finds entities, quotations, facts, passages, notes and sources
// of an edition, and commands, by what a reader types.
//
// A query is read in three steps.
//
// First it is taken apart (parse.go) into filters, phrases and words, and folded
// as every text of the index is (fold.go): words in lower case without accents,
// parted by one blank. "U.S.", "u.s" and "US" are one word, and so are "1,200"
// and "1200".
//
// Then each word is understood (query.go): a number in every dress (number.go),
// two words that are one elsewhere ("cease-fire"), or a word that no name knows,
// for which the names are asked what it could mean (guess.go): names that it
// goes on from, that hold its letters in order, found by sahilm/fuzzy, or that
// differ from it by one or two slips of the hand.
//
// Last, the records that hold all words (candidates.go) are graded (match.go)
// and ranked; rank.go says how and why.
package search
