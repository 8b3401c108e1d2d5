package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
)

// marks returns the ranges of bytes of the title that the query accounts for.
func (w *writer) marks(q *query, title string, why Reason) []annotations.Span {
	if len(q.terms) == 0 {
		return nil
	}
	f, from := w.folder.mapOf(title)
	var out []annotations.Span
	add := func(start, end int) {
		out = append(out, annotations.Span{Start: from[start].Start, End: from[end-1].End})
	}
	if why.How == Initials {
		markInitials(string(f), q.terms[0].forms[0].text, add)
		return merge(out)
	}
	if text := q.readings[0].text; len(q.terms) > 1 {
		each(string(f), text, func(i int) { add(i+1, i+len(text)) })
	}
	if len(out) == 0 {
		for i := range q.terms {
			if t := &q.terms[i]; !t.optional {
				t.mark(string(f), add)
			}
		}
	}
	return merge(out)
}

// mark finds the term in a folded text, in the likeliest of its forms with which
// a word begins; if there is none, as it was typed inside words.
func (t *term) mark(f string, add func(start, end int)) {
	n := 0
	for i := range t.forms {
		if n > 0 && t.forms[i].sense > asTyped {
			return
		}
		n += t.forms[i].mark(f, add)
	}
	if w := t.forms[0].text; n == 0 && !t.forms[0].whole && len(w) >= shortestInside {
		each(f, w, func(i int) { add(i, i+len(w)) })
	}
}

func (f *form) mark(s string, add func(start, end int)) int {
	part := f.open
	if f.whole {
		part = f.closed
	}
	return each(s, part, func(i int) {
		if f.marks == nil {
			add(i+1, i+len(f.open))
		}
		for _, m := range f.marks {
			add(i+1+m.Start, i+1+m.End)
		}
	})
}

// markInitials marks the first letters of words that make up the initials. The
// letters may stand in another order: "PMO" in "Office of the Prime Minister".
func markInitials(f, letters string, add func(start, end int)) {
	each(f, " ", func(i int) {
		if i+1 == len(f) {
			return
		}
		r, n := utf8.DecodeRuneInString(f[i+1:])
		word, _, _ := strings.Cut(f[i+1:], " ")
		if before, after, found := strings.Cut(letters, string(r)); found && !isIdle(word) {
			letters = before + after
			add(i+1, i+1+n)
		}
	})
}

// each calls f with every offset of part in s and returns their number.
func each(s, part string, f func(i int)) int {
	n := 0
	for from := 0; ; n++ {
		i := strings.Index(s[from:], part)
		if i < 0 {
			return n
		}
		f(from + i)
		from += i + max(1, len(part)-1) // a blank may close one and open the next
	}
}

// merge sorts the spans and joins those that touch.
func merge(spans []annotations.Span) []annotations.Span {
	slices.SortFunc(spans, func(a, b annotations.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
		} else if !s.Empty() {
			out = append(out, s)
		}
	}
	return out
}

// runeMarks returns the ranges of the runes that hold the bytes at offsets in s.
func runeMarks(s string, offsets []int) []annotations.Span {
	out := make([]annotations.Span, 0, len(offsets))
	for _, i := range offsets {
		start, end := runeAt(s, i)
		out = append(out, annotations.Span{Start: start, End: end})
	}
	return merge(out)
}
