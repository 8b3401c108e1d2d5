package typeset_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"

	"sidelight/assets"
	"sidelight/ui/typeset"
)

// obeyed are characters that turn or break what is drawn, each by its code point.
var obeyed = []rune{
	0, 0x07, 0x08, 0x0b, 0x0c, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9b, 0x9f, 0x2028, 0x2029,
	0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
}

func TestObeyedCharactersBecomeSigns(t *testing.T) {
	for _, r := range obeyed {
		if got := typeset.Visible("a" + string(r) + "b"); got != "a■b" {
			t.Errorf("%U becomes %q", r, got)
		}
	}
	for _, s := range []string{
		"", "Plain words.", "a\tb\r\nc", "é ü \u00a0 ß", "“quoted” — and so on…", "שלום\u200e, world", "نامه\u200cای", "👩\u200d🚀", "\u2190\u2027\u202f\u2065\u206a",
	} {
		if got := typeset.Visible(s); got != s {
			t.Errorf("%q becomes %q", s, got)
		}
	}
}

// A line with a sign has its characters where it has them without one.
func TestTextDrawsSigns(t *testing.T) {
	st := reading(t)
	const raw = "invoice\u202efdp.exe, and a \x1b[31mword's end"
	text := typeset.NewText(raw, 100, st)
	line := text.Break(1000)[0]
	if got, want := line.Text(), "invoice■fdp.exe, and a ■[31mword’s end"; got != want {
		t.Errorf("it draws %q, want %q", got, want)
	}
	plain := typeset.NewText("invoice■fdp.exe, and a ■[31mword's end", 100, st).Break(1000)[0]
	if line.Width != plain.Width {
		t.Errorf("it is %v wide, want %v", line.Width, plain.Width)
	}
	if at := strings.Index(raw, "fdp"); line.X(100+at) != plain.X(100+at) {
		t.Errorf("behind the sign a character stands at %v, want %v", line.X(100+at), plain.X(100+at))
	}
}

func TestDrawnKeepsTheNumberOfRunes(t *testing.T) {
	s := `"a` + string(obeyed) + `'s"`
	if got := typeset.Drawn(s); utf8.RuneCountInString(got) != utf8.RuneCountInString(s) || typeset.Visible(got) != got {
		t.Errorf("%q becomes %q", s, got)
	}
}

// Every face has a glyph for the sign, which would else be drawn in another face than
// it is measured in.
func TestFacesHaveTheSign(t *testing.T) {
	for _, f := range [][]byte{
		assets.SerifRegular, assets.SerifItalic, assets.SerifSemiBold, assets.SansRegular, assets.SansMedium, assets.SansSemiBold,
	} {
		x, err := font.ParseTTF(bytes.NewReader(f))
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := x.NominalGlyph(typeset.Sign); !ok {
			t.Error("a face has no glyph for the sign")
		}
	}
}
