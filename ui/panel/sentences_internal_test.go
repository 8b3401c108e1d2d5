package panel

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations"
)

// Of a long sentence an excerpt has whole words, the mention among them, and is never
// much longer than it may be, wherever the mention stands.
func TestExcerptOf(t *testing.T) {
	for name, words := range map[string]string{
		"words":    strings.Repeat("Dér „Hafen“ sagte nıchts über die Prüfung am Großen Kai, ", 30) + "und ging.",
		"no blank": strings.Repeat("港湾の委員会は", 60) + "。",
		"short":    "The port said so.",
	} {
		a, err := annotations.NewArticle("a.txt", words)
		if err != nil {
			t.Fatal(err)
		}
		s := a.SentenceAt(0).Span
		for at := range words {
			if at >= s.End {
				break
			}
			_, n := utf8.DecodeRuneInString(words[at:])
			m := &annotations.Mention{Span: annotations.Span{Start: at, End: at + n}}
			got := excerptOf(a, told{s, []*annotations.Mention{m}})
			if !utf8.ValidString(got) || len(got) > 2*mostExcerpt+leadExcerpt+20 {
				t.Fatalf("%s: at %d it is %q", name, at, got)
			}
			if r := words[at : at+n]; strings.TrimSpace(r) != "" && !strings.ContainsAny(r, " ,;:„“") && !strings.Contains(got, r) {
				t.Fatalf("%s: at %d %q is not in %q", name, at, r, got)
			}
		}
	}
}
