package plain_test

import (
	"errors"
	"strings"
	"testing"
	"unicode"

	"sidelight/annotations/document/charset"
	"sidelight/annotations/document/documenttest"
	"sidelight/annotations/document/plain"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

// Whatever becomes of its lines, an article has all characters of its text but blanks
// and hyphens, in their order, and each leads to its place and back.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"a\t\tb\nc\t d\te\r\n", prose, prose + "\n" + prose, "    " + prose + "    a\n", "- " + prose, "a\rb\fc\u2028d", "a  b\nc  d\n", "a\tb\nc\td\n", "1. a ... 3\n2. b ... 4\n", "\u2003a\u2003\n\u00a0b"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed.Within(t, func() {
			a, err := plain.Read(t.Context(), &raw.File{Name: "a.txt", Data: data})
			if e := (*raw.Error)(nil); errors.As(err, &e) {
				return
			} else if err != nil {
				t.Fatal(err)
			}
			documenttest.Origins(t, a)
			text, err := charset.Decode(data, "")
			if err != nil || solid(a.Text) != solid(text) {
				t.Errorf("%q reads %q", text, a.Text)
			}
		})
	})
}

// solid is a text without its blanks and hyphens.
func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("-\u2010\u00ad", r) {
			return -1
		}
		return r
	}, s)
}
