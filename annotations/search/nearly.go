package search

import (
	"strings"

	"sidelight/annotations/text"
)

// Nearly returns what tells names that were meant by what was typed, though it may be
// misspelt: each word that was typed is a word of the name, or the beginning of one,
// but for as many slips as the search allows. Names are folded, as [text.Keys]
// returns them.
func Nearly(typed string) func(keys string) bool {
	words := strings.Fields(text.Plain.Fold(typed))
	spellers := make([]*speller, len(words))
	for i, w := range words {
		spellers[i] = newSpeller(w)
	}
	return func(keys string) bool {
		names := strings.Fields(keys)
		for i, w := range words {
			limit, near := allowedEdits(w), false
			for _, name := range names {
				near = near || strings.HasPrefix(name, w) || spellers[i].distance(name, limit) <= limit
			}
			if !near {
				return false
			}
		}
		return len(words) > 0
	}
}
