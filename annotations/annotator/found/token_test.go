package found

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/fuzzed"
)

func words(text string) []string {
	d := DivideText(text, []annotations.Span{{Start: 0, End: len(text)}})
	var all []string
	for i := range d.Tokens {
		all = append(all, d.Word(i))
	}
	return all
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ada’s 3.5 km, and 1,200 men.", "Ada ’s 3.5 km , and 1,200 men ."},
		{"The U.S. and U.S.-Hamas talks.", "The U.S. and U.S. - Hamas talks ."},
		{"J. R. Low, J.R. Low", "J. R. Low , J.R. Low"},
		{"AT&T at 10:30 o'clock", "AT&T at 10:30 o'clock"},
		{"a well-known “word”", "a well - known “ word ”"},
		{"the '90s and the boys' school", "the ' 90s and the boys ' school"},
		{"Ada\u00a0Low co\u00adop", "Ada Low co\u00adop"},
		{"No end. Also (AP) —", "No end . Also ( AP ) —"},
		{"Łódź and d’Estaing", "Łódź and d’Estaing"},
		{"it's 'Ada's'", "it 's ' Ada 's '"},
		{"U.S.A", "U.S.A"},
		{"vitamin C. It", "vitamin C. It"},
		{"", ""},
	} {
		if got := strings.Join(words(c.text), " "); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestCapitals(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Council Votes to Rebuild Port", true},
		{"COUNCIL VOTES TO REBUILD PORT", true},
		{"The council votes.", false},
		{"Ada Low", false},
	} {
		d := DivideText(c.text, []annotations.Span{{Start: 0, End: len(c.text)}})
		if got := d.Sentences[0].Capitals; got != c.want {
			t.Errorf("%q: %t", c.text, got)
		}
	}
}

func blank(r rune) bool { return r <= ' ' || unicode.IsSpace(r) }

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"Ada’s 3.5 km", strings.Repeat("A.", 1<<19), strings.Repeat("\u00ad", 1000), "\xff\xfe’s", strings.Repeat("1,", 1<<19), "''''s", strings.Repeat("x", 1<<20)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		fuzzed.Within(t, func() {
			d := DivideText(text, []annotations.Span{{Start: 0, End: len(text)}})
			at := int32(0)
			for _, k := range d.Tokens {
				if k.Start < at || k.End <= k.Start || int(k.End) > len(text) || strings.TrimFunc(text[at:k.Start], blank) != "" {
					t.Fatalf("a token from %d to %d behind %d", k.Start, k.End, at)
				}
				at = k.End
			}
			if utf8.ValidString(text) && slices.ContainsFunc(words(text), func(w string) bool { return !utf8.ValidString(w) }) {
				t.Fatal("a token divides a letter")
			}
		})
	})
}
