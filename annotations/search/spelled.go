package search

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"sidelight/annotations/text"
)

// respelled is a word as keyboards without its letters write it, "fuesse", and as
// the index has it, "fusse".
type respelled struct{ typed, word string }

// Nobody types a word of more than longestTyped bytes, and no language has more than
// mostSpelled words that are spelled in two ways: what is beyond is left out.
const (
	longestTyped = 256
	mostSpelled  = 1 << 16
)

// spellings yields the words of s that are spelled otherwise on keyboards that lack
// some of their letters, such as ä, ö and ü.
func spellings(s string) iter.Seq[respelled] {
	return func(yield func(respelled) bool) {
		if isASCII(s) {
			return
		}
		for part := range strings.FieldsSeq(s) {
			if len(part) > longestTyped || isASCII(part) {
				continue
			}
			words, typed := fold(part).words(), foldAs(text.Spelled, part).words()
			for i := range words {
				if len(words) == len(typed) && words[i] != typed[i] && !yield(respelled{typed[i], words[i]}) {
					return
				}
			}
		}
	}
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

// spell notes how the words of texts are spelled otherwise.
func (c *collector) spell(texts ...string) {
	for _, t := range texts {
		for s := range spellings(t) {
			if len(c.spelled) >= mostSpelled {
				return
			}
			c.spelled[s] = true
		}
	}
}

// mostSpellings is how many words a spelling may stand for.
const mostSpellings = 4

// spelledFrom returns the words that are spelled otherwise, from w on.
func (v *vocabulary) spelledFrom(w string) []respelled {
	from, _ := slices.BinarySearchFunc(v.spelled, respelled{typed: w}, compareRespelled)
	to := from
	for to < len(v.spelled) && strings.HasPrefix(v.spelled[to].typed, w) {
		to++
	}
	return v.spelled[from:to]
}

func compareRespelled(a, b respelled) int {
	return cmp.Or(strings.Compare(a.typed, b.typed), strings.Compare(a.word, b.word))
}

// beginning returns the part of the word that the first n bytes of what was
// typed spell.
func (s respelled) beginning(n int) string {
	k := 0
	for i := 0; i < n && k < len(s.word); i++ {
		if s.typed[i] == s.word[k] { // else it is the e of a ü
			k++
		}
	}
	for k < len(s.word) && !utf8.RuneStart(s.word[k]) {
		k++
	}
	return s.word[:k]
}
