package quiet

import "sidelight/annotations"

// Memory keeps what [Choose] says of the paragraphs of one edition that it was asked
// about last. It belongs to one goroutine.
type Memory struct {
	edition *annotations.Edition
	kept    map[int]map[annotations.MentionID]Reason // by the index of the paragraph; of marks that do not show
	held    int                                      // reasons in kept
}

// most is how many reasons a Memory holds before it forgets them all. A paragraph
// with more is held alone.
const most = 20_000

// Why says why the mark of a mention of an edition does not show at rest.
func (m *Memory) Why(e *annotations.Edition, x *annotations.Mention) Reason {
	if m.edition != e {
		*m = Memory{edition: e, kept: map[int]map[annotations.MentionID]Reason{}}
	}
	at := e.Article().ParagraphAt(x.Start)
	reasons, ok := m.kept[at]
	if !ok {
		reasons = map[annotations.MentionID]Reason{}
		for _, c := range Choose(e, e.Article().Paragraph(at)) {
			if c.Why != Shown {
				reasons[c.Mention.ID()] = c.Why
			}
		}
		if m.held += len(reasons); m.held > most {
			clear(m.kept)
			m.held = len(reasons)
		}
		m.kept[at] = reasons
	}
	return reasons[x.ID()]
}

// LeftOut counts the marks of an edition that do not show at rest, by the forms of
// the mentions, from [annotations.Name] to [annotations.Pronoun].
func LeftOut(e *annotations.Edition) (n [annotations.Pronoun + 1]int) {
	for _, p := range e.Article().Paragraphs() {
		for _, c := range Choose(e, p) {
			if c.Why != Shown {
				n[c.Mention.Form]++
			}
		}
	}
	return n
}
