package typeset

import (
	"math"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"golang.org/x/image/math/fixed"
)

// writing is a script and the direction in which it is written here.
type writing struct {
	script language.Script
	rtl    bool // from right to left
}

// latin is the writing of Latin words.
var latin = writing{script: language.Latin}

// languageOf returns the language for which a script is shaped: English where it can
// be, else the one that the script is mostly used for. It is the one that Fyne takes.
func languageOf(s language.Script) language.Language {
	english, _ := language.NewLangID("en")
	if english.UseScript(s) {
		return "en"
	}
	if id := language.ScriptToLang[s]; id != 0 {
		return id.Language()
	}
	return "en"
}

// shaper is what HarfBuzz needs to shape words of one font, and what it returns.
type shaper struct {
	font *harfbuzz.Font
	out  *harfbuzz.Buffer
}

// scaleOf returns the scale at which HarfBuzz shapes words of a size in pixels to the em,
// in 1/64 pixel to the em: who draws rounds sizes up to whole pixels.
func scaleOf(size float32) int32 { return int32(fixed.Int26_6(size*64).Ceil()) << 6 } //nolint:gosec // a size of type

// pixels returns a length in 1/64 pixel in pixels.
func pixels(v int32) float32 { return float32(v) / 64 }

// shape runs the shaper over runes. The result, in units of which scale are an em, holds
// until the next call. The caller holds the lock.
func (f *Face) shape(runes []rune, w writing, scale int32) *harfbuzz.Buffer {
	s := f.scaled(scale)
	s.out.Clear()
	s.out.AddRunes(runes, 0, len(runes))
	s.out.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: w.script, Language: languageOf(w.script)}
	if w.rtl {
		s.out.Props.Direction = harfbuzz.RightToLeft
	}
	s.out.Shape(s.font, nil)
	return s.out
}

// scaled returns the shaper of the face at a scale. The caller holds the lock.
func (f *Face) scaled(scale int32) *shaper {
	if f.shaper.font == nil {
		f.shaper = shaper{harfbuzz.NewFont(f.face), harfbuzz.NewBuffer()}
	}
	f.shaper.font.XScale, f.shaper.font.YScale = scale, scale
	return &f.shaper
}

// advance returns the width of runes at a size in pixels. The caller holds the lock.
func (f *Face) advance(runes []rune, w writing, size float32) float32 {
	var sum int32
	for _, p := range f.shape(runes, w, scaleOf(size)).Pos {
		sum += p.XAdvance
	}
	return pixels(sum)
}

// lineBox returns the ascent above the baseline and the height of a line box at a size in
// pixels. The caller holds the lock.
func (f *Face) lineBox(size float32) (ascent, height float32) {
	e := f.scaled(scaleOf(size)).font.ExtentsForDirection(harfbuzz.LeftToRight)
	up, down, gap := int32(e.Ascender), int32(e.Descender), int32(e.LineGap)
	return pixels(up), pixels(up - down + gap)
}

// glyph is how far the pen moves for a glyph, in units of the font: what the glyph says by
// itself, and by how much more or less it is among others.
type glyph struct {
	advance float32
	kern    int32
}

// glyph returns that of the i-th glyph in a result of [Face.shape] in units of the font.
func (f *Face) glyph(out *harfbuzz.Buffer, i int) glyph {
	moved := out.Pos[i].XAdvance
	if moved == 0 { // as for a mark, at every size
		return glyph{}
	}
	own := f.face.HorizontalAdvance(out.Info[i].Glyph)
	return glyph{own, moved - rounded(own)}
}

// at returns how far the pen moves at a scale, rounded as HarfBuzz rounds it, in a font
// that has so many units to the em. Where several rules of a font move one glyph, each of
// them is rounded there and their sum is here: 1/64 pixel.
func (g glyph) at(scale, upem int32) int32 {
	return rounded(g.advance*float32(scale)/float32(upem)) + g.kern*scale/upem
}

func rounded(x float32) int32 { return int32(math.Round(float64(x))) }
