package typeset_test

import (
	"testing"
	"unicode/utf8"

	"sidelight/annotations/fuzzed"
	words "sidelight/annotations/text"
	"sidelight/ui/typeset"
)

func TestWordAt(t *testing.T) {
	for _, x := range []struct {
		text string
		at   int
		want string
	}{
		{"the U.S. said", 5, "U.S"},
		{"Israel’s talks", 2, "Israel’s"},
		{"more than 1,200 people", 12, "1,200"},
		{"a well-known man", 4, "well-known"},
		{"one, two", 3, ","},
		{"one two", 3, " "},
		{"cafe\u0301 x", 2, "cafe\u0301"},
		{"end", 3, ""},
		{"船在早 alpha", 3, "在"},
		{"a 👨‍👩‍👧 b", 2, "👨‍👩‍👧"},
		{"漁師たちは黙って", 0, "漁師"},
		{"漁師たちは黙って", 9, "たちは"},
		{"コンピューターではない", 12, "コンピューター"},
		{"コンピューターではない", 3, "コンピューター"},
		{"コンピューターではない", 21, "ではない"},
		{"渔夫们坐在船边", 3, "夫"},
		{"เรือออกไปในตอนเช้า", 6, "เรือออก"},
		{"เรือออกไปในตอนเช้า", 21, "ไป"},
		{"ไม่มี ใคร", 0, "ไม่มี"},
		{"שלום עולם 12", 2, "שלום"},
		{"القوارب في", 4, "القوارب"},
		{"नावें सुबह", 3, "नावें"},
		{"배는 아침", 7, "아침"},
	} {
		a, b := typeset.WordAt(x.text, x.at)
		if got := x.text[a:b]; got != x.want {
			t.Errorf("at %d of %q: %q, want %q", x.at, x.text, got, x.want)
		}
	}
}

// FuzzSteps goes through a text by characters and by words in both directions.
func FuzzSteps(f *testing.F) {
	f.Add("The U.S. café 👨‍👩‍👧 e\u0301nd, 1,200.")
	f.Fuzz(func(t *testing.T, text string) {
		fuzzed.Within(t, func() {
			if !utf8.ValidString(text) {
				t.Skip()
			}
			for name, step := range map[string]func(string, int) int{
				"NextCluster": typeset.NextCluster, "NextWord": words.NextWord,
			} {
				for at := 0; at < len(text); {
					to := step(text, at)
					if to <= at || to > len(text) || to < len(text) && !utf8.RuneStart(text[to]) {
						t.Fatalf("%s from %d of %q goes to %d", name, at, text, to)
					}
					at = to
				}
			}
			for at := 0; at < len(text) && len(text) <= 128; {
				to := typeset.NextCluster(text, at)
				if back := typeset.PreviousCluster(text, to); back != at {
					t.Fatalf("from %d of %q on to %d and back to %d", at, text, to, back)
				}
				at = to
			}
			for name, step := range map[string]func(string, int) int{
				"PreviousCluster": typeset.PreviousCluster, "PreviousWord": words.PreviousWord,
			} {
				for at := len(text); at > 0; {
					to := step(text, at)
					if to >= at || to < 0 || !utf8.RuneStart(text[to]) {
						t.Fatalf("%s from %d of %q goes to %d", name, at, text, to)
					}
					at = to
				}
			}
		})
	})
}
