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

// Text is an article made ready to be searched. It is safe for use by any number
// of goroutines. It is folded at the first question, which takes about as long
// as reading the article's bytes a few times; it then keeps the folded text,
// about as many bytes as the article has, and for one in 64 of them an offset.
type Text struct {
	article        *annotations.Article
	plain, spelled func() *folded
}

// New returns the article made ready to be searched.
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
	plain, spelled places
}

// places are all offsets at which a folded text holds query, also those that
// overlap and those inside a character.
type places struct {
	query []byte
	at    []uint32
	known bool // at has been looked up
}

// Find returns where the query stands in the article. No hit runs from one
// paragraph into the next, and a query of nothing but blanks is nowhere. Of the
// hits of an earlier query, or none, Find makes use if the query goes on from
// that one. When ctx ends Find stops and returns the error of ctx; there is no
// other error.
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
