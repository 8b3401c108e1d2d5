// Package find finds words in an article as they stand there, in either form in
// which annotations/text folds a text.
package find

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// Text is an article in which words can be found. Any number of goroutines may
// use it. The first query folds the article, which takes about 10 ms for a
// megabyte; the Text then keeps the folded text, of about as many bytes as the
// article. The first query for which spelling matters folds the paragraphs again
// in which it does.
type Text struct {
	article        *annotations.Article
	plain, spelled func() *folded
}

// New returns the Text of an article. The work is left to the first query.
func New(a *annotations.Article) *Text {
	t := &Text{article: a}
	t.plain = sync.OnceValue(func() *folded { return fold(a) })
	t.spelled = sync.OnceValue(func() *folded { return respell(t.plain()) })
	return t
}

// Hits are the places at which an article holds the words of a query.
type Hits struct {
	// Spans are the places in reading order; they do not overlap.
	Spans []annotations.Span

	of             *Text
	plain, spelled offsets
}

// offsets are the bytes at which a folded text holds query, also where two
// overlap or one begins or ends inside a character.
type offsets struct {
	query []byte
	at    []uint32
	known bool // at has been looked up
}

// Find returns the hits of a query in the article. No hit runs from one paragraph
// into the next, and a query of blanks has none. Before are the hits of an earlier
// query, or the zero Hits: if the query begins with the earlier one, Find looks
// only among them. When ctx ends Find stops and returns the error of ctx; there is
// no other error.
func (t *Text) Find(ctx context.Context, query string, before Hits) (Hits, error) {
	hits := Hits{of: t}
	hits.plain.query = []byte(text.Plain.Fold(query))
	hits.spelled.query = []byte(text.Spelled.Fold(query))
	if len(bytes.TrimSpace(hits.plain.query)) == 0 {
		return hits, nil
	}
	if before.of != t {
		before = Hits{}
	}
	var err error
	if hits.Spans, err = t.plain().find(ctx, &hits.plain, before.plain); err != nil {
		return Hits{}, err
	}
	if !isSpelled(hits.spelled.query) {
		return hits, nil
	}
	more, err := t.spelled().find(ctx, &hits.spelled, before.spelled)
	if err != nil {
		return Hits{}, err
	}
	if len(more) > 0 {
		hits.Spans = merge(hits.Spans, more)
	}
	return hits, nil
}

// isSpelled reports whether a spelled text may hold the query where a plain one
// does not: only where it writes a letter as two, or keeps a hyphen.
func isSpelled(query []byte) bool {
	s := string(query)
	return strings.Contains(s, "ae") || strings.Contains(s, "oe") || strings.Contains(s, "ue") ||
		strings.Contains(s, "aa") || strings.Contains(s, "-")
}

// merge returns the spans of both lists by position, without those that overlap
// the one before them.
func merge(a, b []annotations.Span) []annotations.Span {
	all := append(slices.Clone(a), b...)
	slices.SortFunc(all, func(a, b annotations.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	out := all[:0]
	for _, s := range all {
		if n := len(out); n == 0 || s.Start >= out[n-1].End {
			out = append(out, s)
		}
	}
	return out
}
