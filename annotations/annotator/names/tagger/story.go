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
		if s.opening[n.part] && (n.class != Organisation || n.first == s.bounds[n.part]) {
			n.fix(Place)
			n.margin = max(n.margin, headMargin)
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

// headMargin is the margin of a place at the head of a report at least.
const headMargin = 1000

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
	wordLine = Hash("_")
)

// datelineOf is the number of tokens in the opening of a report that a sentence begins
// with, 0 if there is none: a place in capitals, perhaps a comma and a region or a date,
// perhaps an agency in brackets, and a dash behind a blank.
func datelineOf(sentence []look) int {
	shouted, brackets, inside := sentence[0].form == formCapital, false, false
	for i := range sentence[:min(len(sentence), datelineWords)] {
		k := &sentence[i]
		switch {
		case k.dash():
			if i > 0 && i+1 < len(sentence) && k.apart && (shouted || brackets) {
				if sentence[i+1].word == k.word && i+2 < len(sentence) {
					i++
				}
				return i + 1
			}
		case k.word == wordOpen:
			brackets, inside = true, true
		case k.word == wordShut:
			inside = false
		case !k.inDateline(inside):
			return 0
		}
	}
	return 0
}

// inDateline reports whether a word may stand in the opening of a report, inside its
// brackets or outside.
func (k *look) inDateline(inside bool) bool {
	return k.form.capital() || k.word == wordComma || k.word == wordStop || k.form == formDigit && !inside
}

func (k *look) dash() bool {
	return k.word == wordHyphen || k.word == wordDash || k.word == wordBar || k.word == wordLine
}
