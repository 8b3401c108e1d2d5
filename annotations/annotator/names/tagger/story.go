package tagger

import "sidelight/annotations/annotator/found"

// story leaves the people out who are no part of the story: a line "By Ada Low" at the
// beginning says who wrote it, and a line that opens "PORT ELLERY (AP) —" says where.
func (s *scratch) story(d *found.Doc, names []name) []name {
	kept := names[:0]
	for _, n := range names {
		sentence := d.Sentences[n.sentence]
		switch {
		case n.sentence < opening && n.class == Person && s.byline(sentence):
			continue
		case n.first-sentence.First < datelineWords && n.class != Organisation && s.inDateline(sentence, n.last):
			n.fix(Place)
		}
		kept = append(kept, n)
	}
	return kept
}

const (
	opening       = 6  // sentences that may say who wrote the text
	bylineWords   = 14 // tokens of such a line at most
	datelineWords = 8
)

// byline reports whether a sentence is a line of its own that begins "By" and has no
// word in lower case but "and".
func (s *scratch) byline(n found.Sentence) bool {
	if n.Last-n.First > bylineWords || s.looks[n.First].word != wordBy {
		return false
	}
	for i := n.First + 1; i < n.Last; i++ {
		if k := &s.looks[i]; k.form == formLower && !k.entry.is(isJoint) || k.word == wordStop {
			return false
		}
	}
	return true
}

var (
	wordBy   = Hash("by")
	wordOpen = Hash("(")
	wordShut = Hash(")")
	wordBar  = Hash("—")
)

// inDateline reports whether a name that ends at a token stands in the opening of a
// report: capitals, perhaps a comma and a region, perhaps an agency in brackets, and a
// dash between blanks.
func (s *scratch) inDateline(n found.Sentence, last int32) bool {
	shouted := s.looks[n.First].form == formCapital
	brackets := false
	for i := n.First; i < min(n.Last, n.First+datelineWords+4); i++ {
		k := &s.looks[i]
		switch {
		case k.word == wordHyphen || k.word == wordDash || k.word == wordBar:
			if i >= last {
				return (shouted || brackets) && s.looks[i].apart
			}
		case k.word == wordOpen:
			brackets = true
			if i < last {
				return false
			}
		case k.word == wordShut || k.word == wordComma || k.word == wordStop:
		case !k.form.capital():
			return false
		}
	}
	return false
}
