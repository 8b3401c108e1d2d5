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
	sentence := d.Sentences[n.sentence]
	first := int(n.first)
	switch n.class {
	case Person:
		if from := s.titleBefore(int(sentence.First), first); from < first {
			return d.Span(from, first)
		}
		return s.speech(d, sentence, n)
	case Organisation:
		return s.speech(d, sentence, n)
	case Place:
		before := first - 1
		if before > int(sentence.First) && s.looks[before].word == wordThe {
			before--
		}
		if before >= int(sentence.First) && s.looks[before].entry.is(isIn) && s.looks[before].form == formLower {
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

func (s *scratch) speech(d *found.Doc, sentence found.Sentence, n *name) (at annotations.Span) {
	for i := int(n.last); i < min(int(sentence.Last), int(n.last)+reach); i++ {
		k := &s.looks[i]
		if k.entry.is(isSpeech) {
			return d.Span(i, i+1)
		}
		if !k.entry.is(isSmall) || k.form != formLower {
			break
		}
	}
	if i := int(n.first) - 1; i >= int(sentence.First) && s.looks[i].entry.is(isSpeech) && s.looks[i].form == formLower {
		return d.Span(i, i+1)
	}
	return at
}
