package search

import (
	"strings"
	"testing"
)

func FuzzFind(f *testing.F) {
	x := New(sample(f))
	for _, q := range []string{
		"hamas", "netnayahu", "émigré façade", "U.S.–Hamas", "“talk to anyone”", "1,200", "a", "the of",
		"\xff\x00", "e\u0301", strings.Repeat("a ", 5000), strings.Repeat("talks", 2000), strings.Repeat("z", 10000),
	} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) {
		if len(q) > 10<<10 {
			return
		}
		for _, r := range found(x, q, 0) {
			at := 0
			for _, m := range r.Matches {
				if !m.ValidIn(r.Title) || m.Start < at {
					t.Fatalf("%q: match %v after %d in %q", q, m, at, r.Title)
				}
				at = m.End + 1 // matches that touch are joined
			}
		}
	})
}
