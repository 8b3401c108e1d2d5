package library

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/fuzzed"
)

func FuzzSentenceOf(f *testing.F) {
	f.Add("A first one. Adam went there. He left.", "Adam", 0, 0)
	f.Add(strings.Repeat("ä ", 2000)+"Adam"+strings.Repeat(" ö", 2000), "Adam", 0, 0)
	f.Add(strings.Repeat("x", 5000), "x", 2000, 4000)
	f.Fuzz(func(t *testing.T, s, name string, start, end int) {
		if !utf8.ValidString(s) {
			return
		}
		fuzzed.Within(t, func() {
			given := annotations.Span{Start: max(start, 0), End: end}
			said, at := sentenceOf(s, name, given)
			if at.Start < 0 || at.End < at.Start || at.End > len(said) || !utf8.ValidString(said) {
				t.Errorf("%q, %v", said, at)
			}
			if said == "" {
				return
			}
			if !stretch(s, given) { // it is the name that is looked for
				if got := said[at.Start:at.End]; got != flat(name) {
					t.Errorf("%q is not %q", got, name)
				}
			}
		})
	})
}

func FuzzMatching(f *testing.F) {
	f.Add(`a "b c" d`)
	f.Fuzz(func(t *testing.T, query string) {
		if m := matching(query); strings.Count(m, `"`)%2 != 0 || strings.ContainsAny(strings.TrimSuffix(m, "*"), "*():^-") {
			t.Errorf("%q is %q", query, m)
		}
	})
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("\x1f\x8b"))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed.Within(t, func() {
			if a, err := decode(data); err == nil && len(a.Text) > maxFile {
				t.Error("too long")
			}
		})
	})
}
