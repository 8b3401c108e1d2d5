package typeset

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"

	"sidelight/assets"
)

// collection puts fonts into one file, as they come for several languages.
func collection(fonts ...[]byte) []byte {
	head := make([]byte, 12+4*len(fonts))
	copy(head, "ttcf")
	binary.BigEndian.PutUint32(head[4:], 1<<16)
	binary.BigEndian.PutUint32(head[8:], uint32(len(fonts)))
	var body []byte
	for i, f := range fonts {
		begin := uint32(len(head) + len(body))
		binary.BigEndian.PutUint32(head[12+4*i:], begin)
		f = bytes.Clone(f)
		for k := range int(binary.BigEndian.Uint16(f[4:])) {
			at := f[12+16*k+8:]
			binary.BigEndian.PutUint32(at, binary.BigEndian.Uint32(at)+begin)
		}
		body = append(body, f...)
	}
	return append(head, body...)
}

// A font of a collection is handed on as a file of its own, with all that it draws.
func TestFontOfACollection(t *testing.T) {
	path := filepath.Join(t.TempDir(), "two.ttc")
	if err := os.WriteFile(path, collection(assets.SansRegular, assets.SerifRegular), 0o600); err != nil {
		t.Fatal(err)
	}
	for i, whole := range [][]byte{assets.SansRegular, assets.SerifRegular} {
		own := readFont(font.FontID{File: path, Index: uint16(i)})
		got, err := NewFace("own", own)
		if err != nil {
			t.Fatal(err)
		}
		want, err := NewFace("whole", whole)
		if err != nil {
			t.Fatal(err)
		}
		const words = "Quick words, 12"
		if a, b := got.Width(words, 19), want.Width(words, 19); a != b {
			t.Errorf("font %d sets words %v wide, want %v", i, a, b)
		}
	}
	if readFont(font.FontID{File: path, Index: 2}) != nil || readFont(font.FontID{File: path + "x"}) != nil {
		t.Error("a font that is not there has bytes")
	}
	single := filepath.Join(t.TempDir(), "one.ttf")
	if err := os.WriteFile(single, assets.SansRegular, 0o600); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(readFont(font.FontID{File: single}), assets.SansRegular) {
		t.Error("a file of one font is not handed on as it is")
	}
}

// The fonts for a script are in the style of the face; those for Han letters are of the
// language.
func TestFamilies(t *testing.T) {
	for _, x := range []struct {
		script language.Script
		family string
		want   string
	}{
		{language.Han, fontscan.Serif, "notoserifcjksc"},
		{language.Hiragana, fontscan.SansSerif, "notosanscjkjp"},
		{language.Hangul, fontscan.Serif, "notoserifcjkkr"},
		{language.Hebrew, fontscan.Serif, "notoserifhebrew"},
		{language.Arabic, fontscan.Serif, "notonaskharabic"},
		{language.Arabic, fontscan.SansSerif, fontscan.SansSerif},
		{language.Cyrillic, fontscan.Serif, fontscan.Serif},
	} {
		if got := families(want{script: x.script, family: x.family}); got[0] != x.want || got[len(got)-1] != x.family {
			t.Errorf("%v asks for %v, want %s first", x.script, got, x.want)
		}
	}
}
