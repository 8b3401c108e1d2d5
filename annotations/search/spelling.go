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

// speller counts the slips between one word that was typed and others. It goes
// through a word once, whatever its length, with the rows of the table of
// alignments as bits (Hyyrö, "A bit-vector algorithm for computing Levenshtein and
// Damerau edit distances", 2003).
type speller struct {
	typed []rune
	ascii [utf8.RuneSelf]uint64 // where a letter stands in typed, one bit for each place
	other map[rune]uint64
}

// longestSpelled is the length in letters of the longest word that a speller takes.
const longestSpelled = 64

func newSpeller(typed string) *speller {
	s := &speller{typed: []rune(typed)}
	for i, r := range s.typed[:min(len(s.typed), longestSpelled)] {
		if r < utf8.RuneSelf {
			s.ascii[r] |= 1 << i
			continue
		}
		if s.other == nil {
			s.other = make(map[rune]uint64)
		}
		s.other[r] |= 1 << i
	}
	return s
}

// at returns the places of a letter in what was typed.
func (s *speller) at(r rune) uint64 {
	if r < utf8.RuneSelf {
		return s.ascii[r]
	}
	return s.other[r]
}

// distance returns the number of slips between what was typed and a word or, if
// the word is longer, its beginning: letters left out, added or replaced, and
// neighbours that changed places (optimal string alignment). The result is more
// than limit if there are more slips, or if the first letters of a short word
// differ.
func (s *speller) distance(word string, limit int) int {
	n, far := len(s.typed), limit+1
	first, _ := utf8.DecodeRuneInString(word)
	letters := utf8.RuneCountInString(word)
	open := n >= shortestBeginning // what was typed may be a beginning
	switch {
	case limit == 0 || n == 0 || n > longestSpelled || letters < n-limit:
		return far
	case n < shortestFree && s.typed[0] != first, !open && letters > n+limit:
		return far
	}
	best, last := far, uint64(1)<<(n-1)
	up, down, same, before := ^uint64(0), uint64(0), uint64(0), uint64(0)
	slips, j := n, 0
	for _, r := range word {
		if j++; j > n+limit {
			break
		}
		here := s.at(r)
		swapped := (^same & here) << 1 & before
		same = ((here & up) + up) ^ up | here | down | swapped
		right, left := down|^(same|up), same&up
		if right&last != 0 {
			slips++
		}
		if left&last != 0 {
			slips--
		}
		right, left = right<<1|1, left<<1
		up, down, before = left|^(same|right), right&same, here
		if open && j >= n-limit {
			best = min(best, slips)
		}
	}
	if !open {
		best = slips
	}
	return min(best, far)
}
