package coverage_test

import (
	"os"
	"testing"
	"testing/fstest"

	"sidelight/annotations/coverage"
	"sidelight/annotations/edition"
	"sidelight/annotations/fuzzed"
)

// Whatever a valid edition holds, its words, marks and facts are counted once each,
// and the words of no mark lie in its article.
func FuzzOf(f *testing.F) {
	packed, err := edition.Pack(f.Context(), os.DirFS("../edition/testdata/sample"))
	if err != nil {
		f.Fatal(err)
	}
	text, err := os.ReadFile("../edition/testdata/sample/article.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(packed, string(text))
	f.Add([]byte(`{"Article":"a"}`), "On 5 May 2021 Ada Quill said “yes, 1,200 times”. 雨。")
	f.Add([]byte(`{"Article":"a"}`), "\u202e“«„ 1.\u0301 ﬁ٣ Ω–")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		fuzzed.Within(t, func() {
			e, err := edition.Unpack(data, fstest.MapFS{"a": {Data: []byte(text)}, "article.txt": {Data: []byte(text)}})
			if err != nil {
				return
			}
			r, marks, facts := coverage.Of(e), 0, 0
			for _, m := range r.Marks {
				marks += m.All()
			}
			for _, s := range r.Facts {
				facts += s.All
			}
			if marks != len(e.Mentions()) || facts != len(e.Facts()) {
				t.Errorf("%d of %d marks and %d of %d facts are counted", marks, len(e.Mentions()), facts, len(e.Facts()))
			}
			for _, c := range r.Classes {
				for _, w := range c.Bare {
					if !w.ValidIn(e.Article().Text) {
						t.Errorf("%s at %v of %q", c.Name, w, text)
					}
				}
			}
		})
	})
}
