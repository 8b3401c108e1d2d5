package typeset

import (
	"bytes"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"

	"sidelight/assets"
)

// shipped are the fonts of the design.
var shipped = map[string][]byte{
	"serif": assets.SerifRegular, "italic": assets.SerifItalic, "strong": assets.SerifSemiBold,
	"strong italic": assets.SerifSemiBoldItalic, "mono": assets.MonoRegular,
	"sans": assets.SansRegular, "medium": assets.SansMedium, "semibold": assets.SansSemiBold,
}

// hardWords are words that need more of a font than widths: ligatures, kerning, marks that
// are set over letters, fractions, letters in another form, and letters it does not have.
const hardWords = "Affiliate office ﬁve AVATAR To. Wáve e\u0301 o\u0302\u0323 q\u0303\u0331 1\u20442 3/4 (c) -> => x\u0336 " +
	"Ǆ ŀl ij Ţ ς Ἀθῆναι ᾧ щё Кї Ґ №5 שלום שָׁלוֹם السَّلام हिन्दी 中文 ½ ₂ ¹ … — “” ‘’ \u00ad \u200d \u2060 \t"

// A face measures as the whole font does: the same glyphs of the same characters, with the
// same widths. Where a mark stands over its letter is the business of who draws.
func TestMeasuresAsTheWholeFont(t *testing.T) {
	lines := strings.Split(hardWords, " ")
	lines = append(lines, hardWords)
	for name, ttf := range shipped {
		slim, err := NewFace(name, ttf)
		if err != nil {
			t.Fatal(err)
		}
		parsed, err := font.ParseTTF(bytes.NewReader(ttf))
		if err != nil {
			t.Fatal(err)
		}
		whole := newFace(name, parsed, nil)
		if a, b := slim.face.Describe(), whole.face.Describe(); a != b {
			t.Errorf("%s is described as %v, want %v", name, a, b)
		}
		for _, w := range writings {
			for _, line := range lines {
				sameShape(t, slim, whole, []rune(line), w)
			}
		}
		for _, size := range []float32{12.5, 19} {
			a, h := slim.Metrics(size)
			if x, y := whole.Metrics(size); a != x || h != y {
				t.Errorf("%s stands at %v of %v, want %v of %v", name, a, h, x, y)
			}
		}
	}
}

func sameShape(t *testing.T, slim, whole *Face, line []rune, w writing) {
	t.Helper()
	got, want := slim.shape(line, w, slim.upem()), whole.shape(line, w, whole.upem())
	if len(got.Info) != len(want.Info) {
		t.Fatalf("%s in %s, %v: %d glyphs, want %d", string(line), slim.name, w, len(got.Info), len(want.Info))
	}
	for i, g := range got.Info {
		x := want.Info[i]
		if a, b := slim.glyph(got, i), whole.glyph(want, i); a != b || g.Glyph != x.Glyph || g.Cluster != x.Cluster {
			t.Fatalf("%s in %s, %v: glyph %d is %+v, %v wide, want %+v, %v", string(line), slim.name, w, i, g, a, x, b)
		}
	}
}

// What is handed on to be drawn has the outlines of the whole font.
func TestDrawsAsTheWholeFont(t *testing.T) {
	for name, ttf := range shipped {
		f, err := NewFace(name, ttf)
		if err != nil {
			t.Fatal(err)
		}
		drawn, err := font.ParseTTF(bytes.NewReader(f.Content()))
		if err != nil {
			t.Fatal(err)
		}
		whole, err := font.ParseTTF(bytes.NewReader(ttf))
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Content()) >= len(ttf) {
			t.Errorf("%s is drawn with all of the font", name)
		}
		for i := whole.Cmap.Iter(); i.Next(); {
			r, glyph := i.Char()
			if g, _ := drawn.NominalGlyph(r); g != glyph || !reflect.DeepEqual(drawn.GlyphData(glyph), whole.GlyphData(glyph)) {
				t.Fatalf("%s draws %q otherwise", name, r)
			}
		}
	}
}

// BenchmarkFace parses the fonts of the design. It reports how much of them stays in
// memory, in bytes a face, and as a share of what the whole fonts would keep.
func BenchmarkFace(b *testing.B) {
	var faces []*Face
	var fonts []*font.Face
	for b.Loop() {
		own := held(func() {
			faces = faces[:0]
			for name, ttf := range shipped {
				f, err := NewFace(name, ttf)
				if err != nil {
					b.Fatal(err)
				}
				faces = append(faces, f)
			}
		})
		whole := held(func() {
			fonts = fonts[:0]
			for _, ttf := range shipped {
				f, err := font.ParseTTF(bytes.NewReader(ttf))
				if err != nil {
					b.Fatal(err)
				}
				fonts = append(fonts, f)
			}
		})
		b.ReportMetric(own/float64(len(shipped)), "B/face")
		b.ReportMetric(own/whole, "share-of-whole")
		clear(faces)
		clear(fonts)
	}
}

// held returns how many bytes more are in use after a function than before it.
func held(f func()) float64 {
	in := func() float64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc)
	}
	before := in()
	f()
	return in() - before
}
