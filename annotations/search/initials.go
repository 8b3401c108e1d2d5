package search

import (
	"maps"
	"slices"
	"strings"
)

// Initials are looked for with 2 to longestInitials letters. Those of a part of a
// name have shortestPart letters or more, because two letters are the initials of
// too many.
const (
	longestInitials = 6
	shortestPart    = 3
)

// initials returns the initials by which a name may be called, folded: those of
// all its words, with and without the small ones; those of parts of the name
// ("DOS" in "U.S. Department of State"); and those with the part after the first
// "of" put first ("PMO" for "Office of the Prime Minister"). A name of one word
// has none.
func initials(name string) map[string]bool {
	words := fold(name).words()
	if len(words) < 2 || len(words) > 12 {
		return nil
	}
	out := make(map[string]bool)
	add := func(words []string) {
		if s := firstLetters(words); len(s) >= 2 && len(s) <= longestInitials {
			out[s] = true
		}
	}
	large := slices.DeleteFunc(slices.Clone(words), isIdle)
	add(large)
	for _, list := range [][]string{words, large} {
		for i := range list {
			for j := i + shortestPart; j <= len(list); j++ {
				add(list[i:j])
			}
		}
	}
	if before, after, of := ofParts(words); of {
		add(append(after, before...))
	}
	return out
}

// ofParts divides the words of a name at its first "of"; the second part ends
// before the next "of". Small words are left out.
func ofParts(words []string) (before, after []string, found bool) {
	i := slices.Index(words, "of")
	if i < 1 {
		return nil, nil, false
	}
	rest := words[i+1:]
	if j := slices.Index(rest, "of"); j > 0 {
		rest = rest[:j]
	}
	before = slices.DeleteFunc(slices.Clone(words[:i]), isIdle)
	after = slices.DeleteFunc(slices.Clone(rest), isIdle)
	return before, after, len(after) > 0
}

func firstLetters(words []string) string {
	var b strings.Builder
	for _, w := range words {
		for _, r := range w {
			b.WriteRune(r)
			break
		}
	}
	return b.String()
}

func sortedKeys(m map[string]bool) []string { return slices.Sorted(maps.Keys(m)) }
