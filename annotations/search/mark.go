package search

import (
	"cmp"
	"slices"
	"strings"

	"sidelight/annotations"
)

// marks returns the ranges of title that the query accounts for.
func (q *query) marks(title string) []annotations.Span {
	f, from := foldMapped(title)
	var out []annotations.Span
	add := func(start, end int) {
		out = append(out, annotations.Span{Start: from[start].Start, End: from[end-1].End})
	}
	if text := strings.TrimSuffix(string(q.text), " "); len(q.terms) > 1 {
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

// mark finds the term in a folded text: at the beginning of words; failing
// that, what it was taken to mean; failing that, inside words.
func (t *term) mark(f string, add func(start, end int)) {
	n := each(f, " "+t.word, func(i int) { add(i+1, i+1+len(t.word)) })
	for _, g := range t.guesses {
		n += each(f, " "+g.word, func(i int) {
			for _, m := range g.marks {
				add(i+1+m.Start, i+1+m.End)
			}
		})
	}
	if n == 0 && len(t.word) >= shortestInside {
		each(f, t.word, func(i int) { add(i, i+len(t.word)) })
	}
}

// each calls f with every place of part in s and returns how many there are.
func each(s, part string, f func(i int)) int {
	n := 0
	for from := 0; ; n++ {
		i := strings.Index(s[from:], part)
		if i < 0 {
			return n
		}
		f(from + i)
		from += i + len(part)
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

// runeMarks turns the offsets at which letters were found in s into ranges. An
// offset inside a letter is stepped back to its first byte.
func runeMarks(s string, offsets []int) []annotations.Span {
	out := make([]annotations.Span, 0, len(offsets))
	for _, i := range offsets {
		start, end := runeAt(s, i)
		out = append(out, annotations.Span{Start: start, End: end})
	}
	return merge(out)
}
