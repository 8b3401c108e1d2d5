package quotes

import (
	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// goingOn returns the speaker of a quotation beside which no verb of speech stands: whom a
// colon or a line before it names, or the speaker of what stands before it, who goes on.
func (r *reader) goingOn(i, before int) (said, annotations.Span) {
	q := &r.qs[i]
	s := r.d.SentenceOf(q.First)
	a, _ := r.sentence(s)
	_, b := r.sentence(r.d.SentenceOf(q.Last - 1))
	if w, cue := r.colon(q, s, a); w.known() {
		return w, cue
	}
	if q.First != a || r.words(q.Last, b) != 0 {
		return r.fragment(q, s, a, before)
	}
	if s == 0 {
		return nobody, annotations.Span{}
	}
	if r.block(s-1, s) {
		return r.sameParagraph(q, s, before)
	}
	return r.nextParagraph(i, s, before)
}

// colon returns the speaker whom the words before a colon name: "Smith's message: “…”".
func (r *reader) colon(q *found.Quotation, s, a int) (said, annotations.Span) {
	k := q.First - 1
	if q.First == a {
		if s == 0 || r.d.Sentences[s].Block-r.d.Sentences[s-1].Block > 1 {
			return nobody, annotations.Span{}
		}
		s--
		a, k = r.sentence(s)
		k--
	}
	if r.sign(k) != ':' {
		return nobody, annotations.Span{}
	}
	cue := r.d.Span(k, k+1)
	if f := r.firstFrame(s, k) - 1; f >= int(r.from[s]) && r.frames[f].inner == 0 {
		return r.told(f, 0.95)
	}
	if n, ok := r.phraseLeft(k-1, a, 0); ok && n.first == a && n.named {
		w := r.describe(s, n) // "Smith: “…”"
		return w, cue
	}
	w := r.owner(a, k)
	if !w.known() {
		w = r.subjectOf(s, a, k)
	}
	w.score = min(w.score, 0.8)
	return w, cue
}

// owner returns the person whose words the tokens [a, k) announce: "Smith's reply".
func (r *reader) owner(a, k int) said {
	const most = 12
	for i := k - 2; i >= max(a, k-most); i-- {
		if m := r.mention(i); m != nil && m.Last == i+1 && possessive(r.d.Word(i+1)) && r.cast.Entities[m.Entity].Kind != annotations.Place {
			return r.entity(m)
		}
	}
	return nobody
}

// fragment returns the speaker of a part of a sentence between marks without a verb of
// speech: the one of the sentence before, if the sentence is still about that person.
func (r *reader) fragment(q *found.Quotation, s, a, before int) (said, annotations.Span) {
	if q.Scare || before < 0 || r.words(q.First, q.Last) == 0 {
		return nobody, annotations.Span{}
	}
	w := r.subjectOf(s, a, q.First)
	last := r.heard[before]
	if !w.known() || !last.known() || !w.same(&last) || s-r.d.SentenceOf(r.qs[before].Last-1) > 2 || q.Last-q.First < 6 {
		return nobody, annotations.Span{}
	}
	w.score = 0.6
	return w, annotations.Span{}
}

// sameParagraph returns the speaker of whole sentences between marks from what stands
// before them in their paragraph.
func (r *reader) sameParagraph(q *found.Quotation, s, before int) (said, annotations.Span) {
	if before >= 0 {
		p := &r.qs[before]
		if e := r.d.SentenceOf(p.Last - 1); (e == s-1 || e == s) && r.heard[before].known() && r.block(e, s) {
			w := r.heard[before]
			w.score = min(w.score, 0.85)
			return w, p.Cue
		}
	}
	a, b := r.sentence(s - 1)
	if r.sign(b-1) == '?' && b-a <= 6 {
		if w := r.owner(a, b-1); w.known() { // Smith's response? “…”
			w.score = 0.8
			return w, r.d.Span(b-2, b-1)
		}
	}
	if f := int(r.from[s]) - 1; f >= int(r.from[s-1]) && r.frames[f].inner == 0 && r.frames[f].who.known() && r.frames[f].class&(naming|thinks) == 0 {
		return r.told(f, 0.85)
	}
	w := r.subjectOf(s-1, a, b)
	w.score = min(w.score, 0.7)
	return w, annotations.Span{}
}

// nextParagraph returns the speaker of a paragraph that is one quotation: the one of the
// paragraph before; in a dialogue, the one of the paragraph before that.
func (r *reader) nextParagraph(i, s, before int) (said, annotations.Span) {
	if before < 0 || int(r.d.Sentences[s].Block)-r.blockOf(r.qs[before].Last-1) > 1 {
		return r.reported(s)
	}
	last := r.heard[before]
	if !last.known() {
		return nobody, annotations.Span{}
	}
	if w := r.answers(i, before); w.known() {
		return w, annotations.Span{}
	}
	if other := r.reportedAfter(before, s); other.known() && !other.same(&last) {
		return nobody, annotations.Span{}
	}
	if r.dialogue {
		return nobody, annotations.Span{}
	}
	last.score = min(last.score, 0.75)
	return last, r.qs[before].Cue
}

// reported returns the speaker of the last words that the paragraph before reports.
func (r *reader) reported(s int) (said, annotations.Span) {
	f := int(r.from[s]) - 1
	if s == 0 || f < int(r.from[s-1]) || r.d.Sentences[s].Block-r.d.Sentences[s-1].Block > 1 {
		return nobody, annotations.Span{}
	}
	if x := &r.frames[f]; x.inner != 0 || x.class&(naming|thinks|beside) != 0 || r.dialogue {
		return nobody, annotations.Span{}
	}
	return r.told(f, 0.75)
}

// reportedAfter returns the speaker of the last frame between a quotation and a sentence.
func (r *reader) reportedAfter(q, s int) said {
	f := int(r.from[s]) - 1
	for ; f >= 0 && f > int(r.from[s])-4 && r.frames[f].verb > r.qs[q].Last; f-- {
		if r.frames[f].inner == 0 {
			return r.frames[f].who
		}
	}
	return nobody
}

// answers returns the speaker of a paragraph of a dialogue without "he said": the two
// paragraphs before are by two people in turn.
func (r *reader) answers(i, before int) said {
	const parts = 8 // of one quotation
	first := before
	for n := 0; r.qs[first].Goes >= 0 && n < parts; n++ {
		first = r.qs[first].Goes
	}
	earlier := r.whole(first)
	if !r.dialogue || earlier < 0 || !r.heard[earlier].known() {
		return nobody
	}
	here := r.blockOf(r.qs[i].First)
	a, b := r.heard[earlier], r.heard[before]
	if here-r.blockOf(r.qs[first].First) != 1 || here-r.blockOf(r.qs[earlier].First) != 2 || a.same(&b) {
		return nobody
	}
	a.score = min(a.score, 0.7)
	return a
}

// whole returns the last quotation before the quotation i that is no part of another one;
// -1 if there is none near.
func (r *reader) whole(i int) int {
	const near = 8
	for k := i - 1; k >= max(0, i-near); k-- {
		if q := &r.qs[k]; q.Depth == 1 && !q.Scare {
			return k
		}
	}
	return -1
}
