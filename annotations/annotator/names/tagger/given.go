package tagger

import "strings"

// given gives a person the given name that is a day of the week, between commas: "One of
// them, Sunday Bello, told me".
func (s *scratch) given(n *name) {
	from, end := s.bounds[n.part], s.bounds[n.part+1]
	if i := n.first - 1; i > from && n.last < end && n.class == Person && n.last-n.first == 1 && s.looks[n.last].word == wordComma &&
		s.looks[i-1].word == wordComma && weekday[s.looks[i].word] && s.looks[i].form == formTitle {
		n.first = i
	}
}

// spoken reports whether a day of the week stands at a token as the subject of a sentence.
func (s *scratch) spoken(i, from, end int) bool {
	if i > from && s.looks[i-1].form != formPunct || i+1 >= end {
		return false
	}
	k := &s.looks[i+1]
	return k.form == formLower && (k.entry.is(isSpeech) || does[k.word])
}

var (
	weekday = wordsOf("monday tuesday wednesday thursday friday saturday sunday")
	does    = wordsOf("has had is was did does came went laughed smiled nodded")
)

// wordsOf are the hashes of some words.
func wordsOf(words string) map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range strings.Fields(words) {
		m[Hash(w)] = true
	}
	return m
}
