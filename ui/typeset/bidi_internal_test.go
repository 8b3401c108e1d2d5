package typeset

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"

	"sidelight/annotations/fuzzed"
)

// Levels are written as digits, and what is looked at as letters: capitals stand for
// Hebrew ones, as is usual where the algorithm is explained.
func TestLevels(t *testing.T) {
	for _, x := range []struct {
		text string
		rtl  bool
		want string
	}{
		{"car is ABC.", false, "00000001110"},
		{"CAR IS abc.", true, "11111112221"},
		{"he said \"CAR 12\".", false, "00000000011112200"},
		{"he said CAR 12 KM.", false, "000000001111221110"},
		{"CAR (abc) X", true, "11111222111"},
		{"a (ABC) X b", false, "00011100100"},
		{"ABC (d) E", false, "111000001"},
		{"AB 1,234.50% C", false, "11122222222211"},
		{"AB 1-2", true, "111222"},
		{"12% ABC", true, "2221111"},
		{"AB\tCD  \tE", false, "110110001"},
		{"x", true, "2"},
	} {
		runes := []rune(strings.Map(func(r rune) rune {
			if r >= 'A' && r <= 'Z' {
				return 'א' + r - 'A'
			}
			return r
		}, x.text))
		got := levels(runes, x.rtl)
		if got == nil {
			got = make([]uint8, len(runes))
		}
		var s strings.Builder
		for _, l := range got {
			s.WriteByte('0' + l)
		}
		if s.String() != x.want {
			t.Errorf("%q has the levels %s, want %s", x.text, s.String(), x.want)
		}
	}
}

// Numbers behind Arabic letters are Arabic ones.
func TestLevelsOfArabicNumbers(t *testing.T) {
	if got, want := levels([]rune("ا 1-2"), true), []uint8{1, 1, 2, 1, 2}; !slices.Equal(got, want) {
		t.Errorf("the levels are %v, want %v", got, want)
	}
}

// FuzzLevels compares the directions of runes with those of another implementation,
// which does not tell levels.
func FuzzLevels(f *testing.F) {
	for _, s := range []string{"abc", "אבג (abc) 12", "ا 1-2 ٣٫٤", "a[א(b]ג)", "שלום\u0301 12% a", "(א)\u0301[", "\u200fa\u200e1"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, rtl bool) {
		fuzzed.Within(t, func() {
			// Embeddings, isolates and breaks of paragraphs never come here. The other
			// implementation takes a bracket behind Latin letters to be one of them.
			runes := []rune(strings.Map(func(r rune) rune {
				p, _ := bidi.LookupRune(r)
				if c := p.Class(); p.IsBracket() || c == bidi.BN || obeyed(r) || c == bidi.B || c >= bidi.Control || r == '\n' || r == '\r' {
					return -1
				}
				return r
			}, strings.ToValidUTF8(s, "")))
			if len(runes) == 0 || len(runes) > 300 {
				return
			}
			// The letter in front decides which direction the paragraph has; behind
			// another one no blanks stand at the end.
			first := "a"
			if rtl {
				first = "א"
			}
			text := first + string(runes) + first
			got := levels([]rune(text), rtl)
			if got == nil {
				got = make([]uint8, len(runes)+2)
			}
			var p bidi.Paragraph
			if _, err := p.SetString(text); err != nil {
				t.Fatal(err)
			}
			order, err := p.Order()
			if err != nil {
				t.Fatal(err)
			}
			for i := range order.NumRuns() {
				run := order.Run(i)
				from, to := run.Pos()
				for k := from; k <= to; k++ {
					if (got[k]%2 == 1) != (run.Direction() == bidi.RightToLeft) {
						t.Fatalf("%q: the level of rune %d is %d, of %v", text, k, got[k], got)
					}
				}
			}
		})
	})
}
