package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"sidelight/annotations/text"
)

// respelled is a word as keyboards without its letters write it, "fuesse", and as
// the index has it, "fusse".
type respelled struct{ typed, word string }

// spellings returns the words of s that are spelled otherwise on keyboards that
// lack some of their letters, such as ä, ö and ü.
func spellings(s string) []respelled {
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return nil
	}
	var out []respelled
	for part := range strings.FieldsSeq(s) {
		words, typed := fold(part).words(), foldAs(text.Spelled, part).words()
		for i := range words {
			if len(words) == len(typed) && words[i] != typed[i] {
				out = append(out, respelled{typed[i], words[i]})
			}
		}
	}
	return out
}

// spell notes how the words of texts are spelled otherwise.
func (c *collector) spell(texts ...string) {
	for _, t := range texts {
		for _, s := range spellings(t) {
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
