// Package says finds what an article says of those it names, word for word: titles and
// descriptions beside a name, abbreviations, and verbs between two names of one clause;
// and the events that have a name. It finds nothing rather than something wrong: a
// pattern that another reading fits is left out.
package says
