package search

import "unicode/utf8"

// allowedEdits returns how many slips a word of the length of w may hold. In a
// word of three letters one slip makes another word.
func allowedEdits(w string) int {
	switch n := utf8.RuneCountInString(w); {
	case n <= 3:
		return 0
	case n <= 6:
		return 1
	}
	return 2
}

// shortestFree is the length in letters from which on the first letter may be a
// slip. A shorter word with another first letter is another word.
const shortestFree = 6

// shortestBeginning is the length in letters from which on a misspelt word may be
// the beginning of a name that the reader is still typing.
const shortestBeginning = 5

// distance returns the number of slips between what was typed and a word or, if
// the word is longer, its beginning: letters left out, added or replaced, and
// neighbours that changed places (optimal string alignment). The result is more
// than limit if there are more slips, or if the first letters of a short word
// differ.
func distance(typed, word string, limit int) int {
	a, b := []rune(typed), []rune(word)
	far := limit + 1
	if limit == 0 || len(b) < len(a)-limit || len(a) < shortestFree && a[0] != b[0] {
		return far
	}
	if len(b) > len(a)+limit {
		if len(a) < shortestBeginning {
			return far
		}
		b = b[:len(a)+limit]
	}
	last := alignment(a, b)
	best := last[len(b)]
	if len(a) >= shortestBeginning {
		for j := max(1, len(a)-limit); j < len(b); j++ {
			best = min(best, last[j])
		}
	}
	return best
}

// alignment returns the number of slips between a and each beginning of b, by the
// length of the beginning in letters.
func alignment(a, b []rune) []int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last
}
