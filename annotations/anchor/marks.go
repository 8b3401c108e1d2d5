package anchor

import (
	"strings"

	"sidelight/annotations"
)

// withoutWords finds a span that holds no word, only punctuation, before old word i: it
// stays with the words on either side if these stay together and all between them stays
// the same.
func (a *Alignment) withoutWords(span annotations.Span, i int) Resolved {
	before, after := -1, a.finder.len() // the partners of the words on either side
	if i > 0 {
		before = a.partner(i - 1)
	}
	if i < a.old.len() {
		after = a.partner(i)
	}
	if i > 0 && before < 0 || after != before+1 {
		return Resolved{Status: Unanchored}
	}
	from := a.finder.endOf(before)
	was, is := a.old.text[a.old.endOf(i-1):a.old.startOf(i)], a.finder.text[from:a.finder.startOf(after)]
	marks := a.old.text[span.Start:span.End]
	if was == is {
		at := from + span.Start - a.old.endOf(i-1)
		r := Resolved{Span: annotations.Span{Start: at, End: at + len(marks)}, Status: Approximate}
		if a.bornOut(i) {
			r.Status = Kept
		}
		return r
	}
	if strings.Count(is, marks) == 1 {
		at := from + strings.Index(is, marks)
		return Resolved{Span: annotations.Span{Start: at, End: at + len(marks)}, Status: Approximate}
	}
	return Resolved{Status: Unanchored}
}

// bornOut reports whether the words on either side of the boundary before old word i are
// surely where their partners are.
func (a *Alignment) bornOut(i int) bool {
	if i > 0 && a.isDoubtful(i-1) || i < a.old.len() && a.isDoubtful(i) || a.old.len() == 0 {
		return false
	}
	k := a.runAt(max(0, i-1))
	return a.own[k] || a.soundBefore(k, i) && a.soundAfter(k, i)
}

// marks finds words that are no words: punctuation or pictures alone.
func (f *Finder) marks(sel TextQuoteSelector) Resolved {
	if span, err := Find(f.text, sel); err == nil && sel.Prefix != "" && sel.Suffix != "" {
		return Resolved{Span: span, Status: Kept}
	}
	if sel.Exact == "" {
		return Resolved{Status: Unanchored}
	}
	r := Resolved{Status: Unanchored}
	for from := 0; len(r.Offers) < mostOffers; {
		i := strings.Index(f.text[from:], sel.Exact)
		if i < 0 {
			break
		}
		span := annotations.Span{Start: from + i, End: from + i + len(sel.Exact)}
		if span.ValidIn(f.text) {
			r.Offers = append(r.Offers, span)
		}
		from = span.End
	}
	return r
}
