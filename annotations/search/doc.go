// Package search finds entities, quotations, facts, passages, notes and sources
// of an edition, and commands, by what a reader types.
//
// An [Index] consists of segments, each of which holds its records and the words
// in them. A query is answered in three steps.
//
// First it is divided into filters, phrases and words (parse.go), and the words
// are folded as every text of the index is (fold.go): in lower case, without
// accents. "U.S.", "u.s" and "US" are one word, and so are "1,200" and "1200".
//
// Then each word is understood (query.go). It may be a number in any dress
// (number.go), a nickname (called.go), "cease-fire" for "ceasefire", "fuesse" for
// "Füße" (spelled.go), or a word that no name has. For such a word the search guesses at words of names
// (guess.go): a word that it continues, a word that holds its letters in order,
// found by sahilm/fuzzy, or a word that differs from it by one or two slips.
//
// Last, the records that hold all words (candidates.go) are graded (match.go)
// and ranked; rank.go says how and why. If that leaves little, words of the query
// are left out (near.go).
package search
