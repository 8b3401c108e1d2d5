package figure_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations/figure"
)

func TestPieces(t *testing.T) {
	ten := func(_ figure.Font, s string) float32 { return 10 * float32(utf8.RuneCountInString(s)) }
	for _, c := range []struct {
		text  string
		width float32
		want  []string
	}{
		{"", 50, nil},
		{"one two", 50, []string{"one", "two"}},
		{"abcdefghijkl of it", 50, []string{"abcde", "fghij", "kl", "of", "it"}},
		{"abcdef", 60, []string{"abcdef"}},
		{"abc", 5, []string{"a", "b", "c"}},
		{"e\u0301e\u0301e\u0301", 30, []string{"e\u0301", "e\u0301", "e\u0301"}},
		{"\U0001f468\u200d\U0001f469\u200d\U0001f467x", 20, []string{"\U0001f468\u200d\U0001f469\u200d\U0001f467", "x"}},
		{strings.Repeat("w", 60), 500, []string{strings.Repeat("w", 50), strings.Repeat("w", 10)}},
		{"a\xffb", 10, []string{"a", "\xff", "b"}},
	} {
		if got := figure.Pieces(ten, figure.UI, c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q in %v: %q, want %q", c.text, c.width, got, c.want)
		}
	}
	if got, want := figure.Wrap(ten, figure.UI, "one two three abcdefghijkl of", 80), []string{"one two", "three", "abcdefgh", "ijkl of"}; !slices.Equal(got, want) {
		t.Errorf("lines %q, want %q", got, want)
	}
}

// A word as long as a book is cut in a time that grows with it, not with its square: what
// is measured in all is some times the word.
func TestPiecesOfALongWord(t *testing.T) {
	measured := 0
	m := func(_ figure.Font, s string) float32 {
		measured += len(s)
		return 10 * float32(len(s))
	}
	const long = 1 << 20
	if got := figure.Pieces(m, figure.UI, strings.Repeat("w", long), 600); len(got) != (long+59)/60 {
		t.Errorf("%d pieces", len(got))
	}
	if measured > 12*long {
		t.Errorf("%d bytes are measured of a word of %d", measured, long)
	}
}
