package markdown

import (
	"slices"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/document/raw"
)

// An address among words ends before the marks of the sentence, and what is left without
// them must still be one.
func TestAddresses(t *testing.T) {
	for src, want := range map[string][]string{
		"www.?":                      nil,
		"a https://. b":              nil,
		"(http://) www.*":            nil,
		"See www.a.":                 {"https://www.a"},
		"WWW.a (https://b.c/d(e)).":  {"https://WWW.a", "https://b.c/d(e)"},
		"https://a.b/c_d, www.e.f!?": {"https://a.b/c_d", "https://www.e.f"},
	} {
		w, err := read(t.Context(), []byte(src), &raw.File{})
		if err != nil {
			t.Fatal(err)
		}
		a, err := w.Article(t.Context(), annotations.File{}, annotations.Meta{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for l := range a.Links(annotations.Span{End: len(a.Text)}) {
			got = append(got, l.Target)
		}
		if a.Text != src || !slices.Equal(got, want) {
			t.Errorf("%q reads %q with links to %q, want %q", src, a.Text, got, want)
		}
	}
}
