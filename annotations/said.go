package annotations

import "slices"

// Said are the passages of one voice, by position.
func (e *Edition) Said(v Voice) []Passage {
	var out []Passage
	for _, p := range e.c.Passages {
		if p.Voice == v {
			out = append(out, p)
		}
	}
	return out
}

// Speaks reports whether a passage of the article is of a voice.
func (e *Edition) Speaks(v Voice) bool {
	return slices.ContainsFunc(e.c.Passages, func(p Passage) bool { return p.Voice == v })
}

// StepSaid returns the passage of a voice that comes delta passages after the one of
// the span from, or before it if delta is negative, round the ends. An empty span
// stands before the first and behind the last. ok is false for a voice that does not
// speak.
func (e *Edition) StepSaid(v Voice, from Span, delta int) (p Passage, ok bool) {
	all := e.Said(v)
	n := len(all)
	if n == 0 {
		return Passage{}, false
	}
	at := slices.IndexFunc(all, func(p Passage) bool { return p.Span == from })
	if at < 0 && delta < 0 {
		at = n
	}
	return all[((at+delta)%n+n)%n], true
}

// Claims are the facts that the article states on the word of one voice, in the
// edition's order: what the fact rests on first is mostly of the voice.
func (e *Edition) Claims(v Voice) []*Fact {
	var out []*Fact
	for i := range e.c.Facts {
		f := &e.c.Facts[i]
		if f.State != InArticle || len(f.Evidence) == 0 {
			continue
		}
		if p, ok := e.VoiceOf(f.Evidence[0]); ok && p.Voice == v {
			out = append(out, f)
		}
	}
	return out
}
