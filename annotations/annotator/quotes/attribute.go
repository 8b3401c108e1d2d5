package quotes

import (
	"context"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// attribute gives each quotation its speaker, in order.
func (r *reader) attribute(ctx context.Context) error {
	before := -1 // the last quotation of depth 1 that is no scare quote
	for i := range r.qs {
		if i%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		q := &r.qs[i]
		if q.Depth > 1 {
			r.nested(i)
			continue
		}
		w, cue := r.speakerOf(i, before)
		r.set(i, w, cue)
		if !q.Scare {
			before = i
		}
	}
	return r.backwards(ctx)
}

// set gives a quotation its speaker.
func (r *reader) set(i int, w said, cue annotations.Span) {
	q := &r.qs[i]
	if !w.known() {
		return
	}
	q.Scare = false
	q.Speaker, q.Voice, q.Cue, q.Said = w.entity, w.voice, cue, r.wordsOf(&w)
	q.Score = min(q.Score, w.score)
	if q.Depth == 1 {
		r.heard[i] = w
	}
}

// backwards gives the first part of a quotation the speaker whom a later part names.
func (r *reader) backwards(ctx context.Context) error {
	for i := len(r.qs) - 1; i >= 0; i-- {
		if g := r.qs[i].Goes; g >= 0 && !r.heard[g].known() && r.heard[i].known() {
			r.set(g, r.heard[i], r.qs[i].Cue)
		}
	}
	return ctx.Err()
}

// speakerOf returns who says the quotation i, and the words that tell it.
func (r *reader) speakerOf(i, before int) (said, annotations.Span) {
	q := &r.qs[i]
	if w, cue, ok := r.credited(q); ok {
		return w, cue
	}
	after, strongAfter := r.frameAfter(q)
	ahead, strongAhead := r.frameAhead(q)
	switch {
	case q.Scare:
		return r.scareSpeaker(q, after, ahead, strongAfter, strongAhead)
	case strongAfter && (!strongAhead || r.expects(q)):
		return r.told(after, 1)
	case strongAhead:
		return r.told(ahead, 1)
	}
	if q.Goes >= 0 && r.heard[q.Goes].known() {
		w := r.heard[q.Goes]
		w.score = min(w.score, 0.9)
		return w, r.qs[q.Goes].Cue
	}
	if ahead >= 0 {
		return r.told(ahead, 0.9)
	}
	if after >= 0 {
		return r.told(after, 0.8)
	}
	return r.goingOn(i, before)
}

// told returns the speaker of a frame, less sure by a factor.
func (r *reader) told(f int, factor float32) (said, annotations.Span) {
	x := &r.frames[f]
	w := x.who
	w.score *= factor
	return w, r.d.Span(x.first, x.last)
}

// expects reports whether a quotation ends so that its speaker is to follow: with a comma,
// or with a question and a small letter behind it.
func (r *reader) expects(q *found.Quotation) bool {
	switch lastSign(r.d.Text[q.Inner.Start:q.Inner.End]) {
	case ',', '—', '–', '-':
		return true
	case '?', '!', '…':
		return q.Last < len(r.d.Tokens) && !r.capital(q.Last)
	}
	return r.sign(q.Last) == ','
}

// frameAfter returns the first frame behind a quotation in its sentence, or in the next
// one where that only names the speaker; -1 if there is none. It is strong if nothing
// stands between them.
func (r *reader) frameAfter(q *found.Quotation) (frame int, strong bool) {
	const most = 16 // frames to look at
	s := r.d.SentenceOf(q.Last - 1)
	_, b := r.sentence(s)
	if q.Last >= b {
		return r.frameBelow(q, s)
	}
	first := r.firstFrame(s, q.Last)
	for f := first; f < min(int(r.from[s+1]), first+most); f++ {
		if x := &r.frames[f]; x.inner == 0 && x.start >= q.Last {
			fits, strong := r.fitsAfter(q, x, b)
			if !fits {
				return -1, false
			}
			return f, strong
		}
	}
	return -1, false
}

// fitsAfter reports whether the frame behind a quotation may tell its speaker, and whether
// nothing stands between them, in a sentence that ends before the token b.
func (r *reader) fitsAfter(q *found.Quotation, x *frame, b int) (fits, strong bool) {
	const most = 12 // words between
	gap := r.words(q.Last, x.start)
	if x.kind == subjectAway {
		gap++
	}
	switch {
	case gap < 0 || gap > most || x.class&(naming|thinks) != 0 && x.kind != subjectLeft:
		return false, false
	case gap > 0:
		return x.class&(naming|thinks|beside) == 0 && x.kind != subjectAway && !x.that && x.who.known(), false
	case x.kind == according || x.kind == subjectRight || r.expects(q):
		return true, true
	}
	return true, r.sign(q.Last) == '-' || !r.capital(q.Last) || r.sentenceEnds(x.end, b)
}

// firstFrame returns the first frame of a sentence whose verb stands at or behind a token.
func (r *reader) firstFrame(s, token int) int {
	lo, hi := int(r.from[s]), int(r.from[s+1])
	for lo < hi {
		if m := (lo + hi) / 2; r.frames[m].verb < token {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// sentenceEnds reports whether nothing but a full stop stands from a token on.
func (r *reader) sentenceEnds(i, b int) bool { return i >= b || i == b-1 && r.sign(i) != 0 }

// frameBelow returns the frame of the sentence behind the sentence s, which a quotation
// ends, if that only names a speaker: “Will you?” Smith asked.
func (r *reader) frameBelow(q *found.Quotation, s int) (int, bool) {
	const most = 24 // tokens
	if !r.block(s, s+1) {
		return -1, false
	}
	a, b := r.sentence(s + 1)
	f := int(r.from[s+1])
	if f >= int(r.from[s+2]) || b-a > most {
		return -1, false
	}
	x := &r.frames[f]
	if x.inner != 0 || x.start != a || !x.who.known() || x.class&(naming|thinks) != 0 || x.that || x.kind == according {
		return -1, false
	}
	switch lastSign(r.d.Text[q.Inner.Start:q.Inner.End]) {
	case '?', '!', '…', '—':
		if r.sentenceEnds(x.end, b) || r.addsNothing(x, b) {
			return f, true
		}
	default:
		if r.sentenceEnds(x.end, b) && x.class&beside == 0 {
			return f, true
		}
	}
	return -1, false
}

// addsNothing reports whether what follows a frame up to the token b tells only when, where
// or to whom somebody spoke.
func (r *reader) addsNothing(x *frame, b int) bool {
	if r.class[x.end]&(preposition|adverb) != 0 {
		return true
	}
	if r.sign(x.end) == ',' {
		return x.end+1 < b && r.quote[x.end+1] == 0
	}
	return x.kind == subjectLeft && r.quote[b-1] == 0 && r.class[x.end]&(subordinate|determiner) == 0
}

// words returns the number of words of the tokens [from, to), or -1 if a quotation
// stands among them.
func (r *reader) words(from, to int) int {
	const most = 40
	n := 0
	if to-from > most {
		return most
	}
	for k := from; k < to; k++ {
		if r.quote[k] != 0 {
			return -1
		}
		if r.sign(k) == 0 {
			n++
		}
	}
	return n
}

// frameAhead returns the last frame before a quotation in its sentence that can tell who
// says it; -1 if there is none. It is strong if next to nothing stands between them.
func (r *reader) frameAhead(q *found.Quotation) (frame int, strong bool) {
	const most = 16 // frames to look at
	s := r.d.SentenceOf(q.First)
	last := r.firstFrame(s, q.First) - 1
	for f := last; f >= max(int(r.from[s]), last-most); f-- {
		x := &r.frames[f]
		if x.inner != 0 {
			continue
		}
		near := r.near(x, q.First)
		if x.end > q.First || !near && !x.who.known() {
			return -1, false
		}
		if !r.fitsAhead(q, x, near) {
			continue
		}
		if e := r.above(f, s, q, near); e >= 0 {
			return e, near
		}
		return f, near
	}
	return -1, false
}

// near reports whether next to nothing stands between a frame and a quotation that begins
// with the token i.
func (r *reader) near(x *frame, i int) bool {
	const few = 8
	gap := i - x.end
	switch r.sign(i - 1) {
	case ':':
		return true
	case ',':
		return gap <= few
	}
	return gap <= 1 || gap <= 3 && x.that
}

// fitsAhead reports whether a verb is one that tells the speaker of a quotation behind it.
func (r *reader) fitsAhead(q *found.Quotation, x *frame, near bool) bool {
	const few, some = 4, 14
	gap := q.First - x.end
	switch {
	case x.class&thinks != 0 && q.Scare:
		return false
	case x.class&(naming|thinks) != 0:
		return gap <= few || gap <= some && !q.Scare
	case x.class&beside != 0 && !x.that:
		return near && (r.sign(q.First-1) == ',' || r.sign(q.First-1) == ':')
	}
	return true
}

// above returns the frame before the frame f of the sentence s that is to tell the speaker of
// a quotation in its place; -1 if there is none.
func (r *reader) above(f, s int, q *found.Quotation, near bool) int {
	x := &r.frames[f]
	switch {
	case !near && !x.that && x.class&(clause|naming|thinks) == 0:
		return r.ruling(f, s)
	case x.class&thinks != 0, near && q.First-x.end > 2 && !x.that && r.sign(q.First-1) == ',':
		return r.mainFrame(f, s)
	}
	return -1
}

// ruling returns the frame right before the frame f of the sentence s, whose verb governs no
// clause, if that of the other one does: "Smith said that he had responded to …".
func (r *reader) ruling(f, s int) int {
	if e := f - 1; e >= int(r.from[s]) && r.frames[e].inner == 0 && r.frames[e].class&clause != 0 && r.frames[e].who.known() {
		return e
	}
	return -1
}

// mainFrame returns the frame right before the frame f of the sentence s, if "that" follows
// it: what stands between them is a clause inside the one that it governs.
func (r *reader) mainFrame(f, s int) int {
	if e := f - 1; e >= int(r.from[s]) && r.frames[e].inner == 0 && r.frames[e].that && r.frames[e].who.known() {
		return e
	}
	return -1
}

// scareSpeaker returns the speaker of one or two words between marks, if a verb of speech
// governs them and they are no title or nickname.
func (r *reader) scareSpeaker(q *found.Quotation, after, ahead int, strongAfter, strongAhead bool) (said, annotations.Span) {
	switch {
	case strongAfter && r.expects(q):
		return r.told(after, 0.9)
	case strongAhead && (r.sign(q.First-1) == ',' || r.sign(q.First-1) == ':'):
		return r.told(ahead, 0.9)
	case r.capital(min(q.First+1, len(r.d.Tokens)-1)) || ahead < 0 || r.frames[ahead].class&beside != 0:
		return nobody, annotations.Span{}
	case r.words(r.frames[ahead].end, q.First) > 16:
		return nobody, annotations.Span{}
	}
	return r.told(ahead, 0.75)
}

// nested gives a quotation within another one the speaker whom the outer one names next
// to it.
func (r *reader) nested(i int) {
	q := &r.qs[i]
	if q.Scare {
		return
	}
	s := r.d.SentenceOf(q.First)
	f := r.firstFrame(s, q.First) - 1
	if f < int(r.from[s]) {
		return
	}
	x := &r.frames[f]
	if x.inner != r.quote[q.First] || x.end > q.First || r.gap(x.end, q.First) > 2 {
		return
	}
	w, cue := r.told(f, 0.8)
	if r.class[x.start]&firstPerson != 0 && x.inner > 0 {
		w = r.heard[x.inner-1]
	}
	r.set(i, w, cue)
}

// gap is the number of words of the tokens [from, to).
func (r *reader) gap(from, to int) (n int) {
	for k := from; k < to && n < 4; k++ {
		if r.sign(k) == 0 {
			n++
		}
	}
	return n
}
