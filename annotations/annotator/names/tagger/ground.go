package tagger

import (
	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// reach is how many words before or behind a name are looked at for its ground.
const reach = 3

// ground is the stretch beside a name that speaks for its class: the title before a
// person, the verb of speech beside who speaks, "in" before a place.
func (s *scratch) ground(d *found.Doc, n *name) (at annotations.Span) {
	first, from := int(n.first), int(s.bounds[n.part])
	switch n.class {
	case Person:
		if at := s.titleBefore(from, first); at < first {
			return d.Span(at, first)
		}
		return s.speech(d, n)
	case Organisation:
		return s.speech(d, n)
	case Place:
		before := first - 1
		if before > from && s.looks[before].word == wordThe {
			before--
		}
		if before >= from && s.looks[before].entry.is(isIn) && s.looks[before].form == formLower {
			return d.Span(before, before+1)
		}
	}
	return at
}

// titleBefore is where the title before a token begins, or the token.
func (s *scratch) titleBefore(from, first int) int {
	i := first
	for i > from && s.looks[i-1].entry.is(isTitle) {
		i--
	}
	if i < first && i > from && s.looks[i-1].form == formTitle && s.looks[i].form == formTitle && s.looks[i-1].entry.is(isOffice) {
		i--
	}
	return i
}

func (s *scratch) speech(d *found.Doc, n *name) (at annotations.Span) {
	from, end := int(s.bounds[n.part]), int(s.bounds[n.part+1])
	for i := int(n.last); i < min(end, int(n.last)+reach); i++ {
		k := &s.looks[i]
		if k.entry.is(isSpeech) {
			return d.Span(i, i+1)
		}
		if !k.entry.is(isSmall) || k.form != formLower {
			break
		}
	}
	if i := int(n.first) - 1; i >= from && s.looks[i].entry.is(isSpeech) && s.looks[i].form == formLower {
		return d.Span(i, i+1)
	}
	return at
}
