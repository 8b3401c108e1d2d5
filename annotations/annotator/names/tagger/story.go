package tagger

import "sidelight/annotations/annotator/found"

// story leaves the people out who are no part of the story: a line "By Ada Low" at the
// beginning says who wrote it, and a line that opens "PORT ELLERY (AP) —" says where.
func (s *scratch) story(d *found.Doc, names []name) []name {
	kept := names[:0]
	for _, n := range names {
		sentence := s.owner[n.part]
		if sentence < opening && n.class == Person && s.byline(d.Sentences[sentence]) {
			continue
		}
		if s.opening[n.part] && n.class != Organisation {
			n.fix(Place)
		}
		kept = append(kept, n)
	}
	return kept
}

const (
	opening       = 6  // sentences that may say who wrote the text
	bylineWords   = 14 // tokens of such a line at most
	datelineWords = 14 // and of the opening of a report
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

// datelineOf is the number of tokens in the opening of a report that a sentence begins
// with, 0 if there is none: a place in capitals, perhaps a comma and a region or a date,
// perhaps an agency in brackets, and a dash behind a blank.
func datelineOf(sentence []look) int {
	shouted, brackets, inside := sentence[0].form == formCapital, false, false
	for i := range sentence[:min(len(sentence), datelineWords)] {
		k := &sentence[i]
		switch {
		case k.word == wordHyphen || k.word == wordDash || k.word == wordBar:
			if k.apart && i+1 < len(sentence) && (shouted || brackets) && i > 0 {
				return i + 1
			}
		case k.word == wordOpen:
			brackets, inside = true, true
		case k.word == wordShut:
			inside = false
		case k.word == wordComma || k.word == wordStop || k.form == formDigit && !inside:
		case !k.form.capital():
			return 0
		}
	}
	return 0
}
