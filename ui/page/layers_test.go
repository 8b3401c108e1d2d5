package page_test

import (
	"bytes"
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
)

// pixels are those of a mention, with 6 px around it.
func pixels(w fyne.Window, p *page.Page, mention annotations.MentionID) []byte {
	r := p.MentionRects(mention)[0]
	return crop(w.Canvas().Capture(), image.Rect(int(r.X)-6, int(r.Y)-2, int(r.X+r.W)+6, int(r.Y+r.H)+2))
}

func crop(img image.Image, r image.Rectangle) []byte {
	var out bytes.Buffer
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			red, green, blue, _ := img.At(x, y).RGBA()
			out.Write([]byte{byte(red >> 8), byte(green >> 8), byte(blue >> 8)})
		}
	}
	return out.Bytes()
}

func TestHiddenMarksCannotBePointedAt(t *testing.T) {
	p, e, w, asked := show(t, look.Light)
	inner := mention(t, e, "Gaza Strip").ID()
	marked := pixels(w, p, inner)

	layers(p, layer.Set{}.WithKind(annotations.Place, false))
	if bytes.Equal(marked, pixels(w, p, inner)) {
		t.Error("a mark whose layer is off is drawn")
	}
	test.MoveMouse(w.Canvas(), middle(p, inner))
	test.TapCanvas(w.Canvas(), middle(p, inner))
	outer, _ := e.Parent(inner)
	want := []annotations.MentionID{outer.ID()}
	if !slices.Equal(asked.hovered, want) || !slices.Equal(asked.clicked, want) {
		t.Errorf("hovering gives %v, a click %v; both should give the mark around it, %v", asked.hovered, asked.clicked, want)
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(20, 300))
	selects(p, mention(t, e, "Gaza Strip").Entity, inner)
	if test.TapCanvas(w.Canvas(), middle(p, inner)); asked.clicked[1] != inner {
		t.Error("the selected mark cannot be clicked")
	}
	selects(p, "", "")
	layers(p, layer.Set{})
	if !bytes.Equal(marked, pixels(w, p, inner)) {
		t.Error("the mark does not come back")
	}
}

func TestDensity(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	hamas := mention(t, e, "Hamas").Entity
	first, again := nth(t, e, hamas, 0).ID(), nth(t, e, hamas, 1).ID()
	shot := func(d layer.Density, i annotations.MentionID) []byte {
		layers(p, layer.Set{Density: d})
		return pixels(w, p, i)
	}
	if !bytes.Equal(shot(layer.Lines, first), shot(layer.FirstMention, first)) {
		t.Error("the first mention loses its line")
	}
	if bytes.Equal(shot(layer.Lines, again), shot(layer.FirstMention, again)) {
		t.Error("the second mention keeps its line")
	}
	if bytes.Equal(shot(layer.Lines, first), shot(layer.Off, first)) {
		t.Error("marks show at rest although they are off")
	}
	if bytes.Equal(shot(layer.Lines, first), shot(layer.Tints, first)) {
		t.Error("tints look like lines")
	}
	off := shot(layer.Off, first)
	tell(p, func(s *session.State) { s.Hovered = first })
	if bytes.Equal(off, pixels(w, p, first)) {
		t.Error("a mark that is off does not light under the pointer")
	}
}

func TestFadeAllButOne(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	leavitt := mention(t, e, "Karoline Leavitt")
	selects(p, leavitt.Entity, leavitt.ID())
	tell(p, func(s *session.State) { s.Fade = true })
	faded := w.Canvas().Capture()
	names := func(s annotations.Span) bool {
		for _, m := range e.MentionsOf(leavitt.Entity) {
			if s.Overlaps(m.Span) {
				return true
			}
		}
		return false
	}
	for i := range 2 {
		for s := range e.Article().Sentences(e.Article().Paragraph(i)) {
			r := p.SpanRects(s.Span)[0]
			full := darkest(faded, image.Rect(int(r.X)+2, int(r.Y), int(r.X+r.W)-2, int(r.Y+r.H)-12)) < 0x50
			if full != names(s.Span) {
				t.Errorf("¶%d, sentence %d: full ink is %v", s.Paragraph, s.Number, full)
			}
		}
	}
	selects(p, "", "")
	tell(p, func(s *session.State) { s.Fade = false })
	plain := w.Canvas().Capture()
	tell(p, func(s *session.State) { s.Fade = true })
	if r := image.Rect(0, 0, 904, 772); !bytes.Equal(crop(plain, r), crop(w.Canvas().Capture(), r)) {
		t.Error("with nothing selected something fades")
	}
}

// darkest is the green of the darkest pixel of a picture.
func darkest(img image.Image, r image.Rectangle) byte {
	least := byte(0xff)
	for i, c := range crop(img, r) {
		if i%3 == 1 {
			least = min(least, c)
		}
	}
	return least
}

func same(a, b image.Image) bool {
	return a.Bounds() == b.Bounds() && bytes.Equal(crop(a, a.Bounds()), crop(b, b.Bounds()))
}

// reads reports whether a text that is shown holds the words.
func reads(w fyne.Window, words string) bool {
	for _, o := range test.LaidOutObjects(w.Content()) {
		if x, ok := o.(*canvas.Text); ok && strings.Contains(x.Text, words) {
			return true
		}
	}
	return false
}
