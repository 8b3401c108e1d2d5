package text

import (
	"strings"
	"testing"
	"unicode"

	"sidelight/annotations/fuzzed"
)

func TestVisible(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"Zoë’s 👩‍👧 καλά", "Zoë’s 👩‍👧 καλά"},
		{"a\tb\nc\rd", "a b c d"},
		{"\x1b]0;pwned\a", `\u001b]0;pwned\u0007`},
		{"A \u202egnp.exe\u202c \u2066x\u2069", `A \u202egnp.exe\u202c \u2066x\u2069`},
		{"\u061c\u200e\u200f\u2028\u0085\u009b", `\u061c\u200e\u200f\u2028\u0085\u009b`},
		{"\x9b31m\xff", "\ufffd31m\ufffd"},
	} {
		if got := Visible(tt.in); got != tt.want {
			t.Errorf("%q is shown as %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestVisibleLines(t *testing.T) {
	if got, want := VisibleLines("a\n\u202eb\r\n"), "a\n\\u202eb\\u000d\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Nothing that a terminal obeys is left, and showing a text twice changes
// nothing.
func FuzzVisible(f *testing.F) {
	for _, s := range []string{"plain", "\x00", "\u202e\u2067", "\x9b31m", "a\nb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzzed.Within(t, func() {
			got := Visible(s)
			if strings.ContainsFunc(got, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }) {
				t.Errorf("%q keeps a hidden character: %q", s, got)
			}
			if again := Visible(got); again != got {
				t.Errorf("%q is shown as %q and then as %q", s, got, again)
			}
		})
	})
}
