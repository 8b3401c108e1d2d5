package typeset

import (
	"bytes"
	"maps"
	"slices"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// drawnAt shapes a word as who draws it does, with all of the font and at its size, and
// returns where the pen stands before each of its runes and after the last.
func drawnAt(whole *font.Face, runes []rune, w writing, size float32) []float32 {
	in := shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: di.DirectionLTR, Face: whole,
		Size: fixed.Int26_6(float64(size) * 64), Script: w.script, Language: languageOf(w.script),
	}
	if w.rtl {
		in.Direction = di.DirectionRTL
	}
	var s shaping.HarfbuzzShaper
	x := make([]float32, len(runes)+1)
	for _, g := range s.Shape(in).Glyphs {
		for i := range g.RunesCount() {
			x[g.TextIndex()+i+1] += float32(g.Advance) / 64 / float32(g.RunesCount())
		}
	}
	for i := range runes {
		x[i+1] += x[i]
	}
	return x
}

// unlikeLetters reports whether a rune is neither a letter or its mark, nor in ASCII.
func unlikeLetters(r rune) bool {
	return r >= 0x80 && !unicode.IsLetter(r) && !unicode.IsMark(r)
}

// measuredAt returns the same by the vocabulary.
func measuredAt(f *Face, runes []rune, w writing, size float32) []float32 {
	s := f.in(w, size)
	return s.pens(nil, s.number(string(runes)))
}

// fontsHere returns the faces that the program brings along, and the fonts of who draws.
func fontsHere(t testing.TB) (faces []*Face, whole []*font.Face) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(shipped)) {
		f, err := NewFace(name, shipped[name])
		if err != nil {
			t.Fatal(err)
		}
		w, err := font.ParseTTF(bytes.NewReader(shipped[name]))
		if err != nil {
			t.Fatal(err)
		}
		faces, whole = append(faces, f), append(whole, w)
	}
	return faces, whole
}

// Words that are shaped in all ways which there are: kerned, joined, with marks above each
// other, from right to left, with what is not drawn.
var shapedWords = []string{
	"AVATAR. To, Ty “We” f’T", "office affluent fjord ffi fl", "e\u0301\u0323\u0302 o\u0308\u0304x", "1/2 3⁄4 0123456789 −5",
	"Ελληνική ἄνθρωπος", "Съешь ещё этих", "שָׁלוֹם עולם", "السلام عليكم لا", "नमस्ते क्षत्रिय", "漢字かな交じり文",
	"👩‍👩‍👧 🇩🇪 1️⃣", "a\u00adb\u200bc\u200dd\ufe0f", "ſt Ŵẃ ﬁ Ǆ", "ｆｕｌｌ", "\u2003\u2009x\u202f", "é", "\u200b",
}

var writings = []writing{
	latin, {language.Greek, false}, {language.Cyrillic, false}, {language.Hebrew, true}, {language.Arabic, true},
	{language.Devanagari, false}, {language.Han, false}, {language.Latin, true}, {language.Common, false},
}

// A word that was shaped once in units of the font stands at every size as it does when it
// is shaped at that size: what is measured is what is drawn. Among signs that are no letters
// a rune may be 1/64 pixel and a unit of the font off: a blank that is a share of the size, or a fraction, whose
// figures two rules of the font move.
func FuzzScaledAsShaped(f *testing.F) {
	faces, whole := fontsHere(f)
	for i, words := range shapedWords {
		for w := range writings {
			f.Add(words, uint16(i*97), uint8(w), uint8(i))
		}
	}
	f.Fuzz(func(t *testing.T, words string, size uint16, writing, face uint8) {
		runes := []rune(words)
		runes = runes[:min(len(runes), maxRunes)]
		if slices.Contains(runes, '\t') { // is not shaped
			t.Skip()
		}
		px := 6 + float32(size%4096)/64
		k, w := int(face)%len(faces), writings[int(writing)%len(writings)]
		drawn, measured, inner := drawnAt(whole[k], runes, w, px), measuredAt(faces[k], runes, w, px), innerRunes(runes)
		if len(drawn) != len(measured) {
			t.Fatalf("%q has %d places, want %d", string(runes), len(measured), len(drawn))
		}
		granted := float32(0)
		if slices.ContainsFunc(runes, unlikeLetters) {
			granted = 1./64 + px/float32(faces[k].upem())
		}
		for i := range drawn {
			if d := drawn[i] - measured[i]; inner>>i&1 == 0 && max(d, -d) > granted*float32(i)+1e-4 {
				t.Fatalf("%q at %v px, %v: the pen stands at %v before rune %d, and is measured at %v", string(runes), px, w, drawn[i], i, measured[i])
			}
		}
	})
}
