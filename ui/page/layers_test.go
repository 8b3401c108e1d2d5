package page_test

import (
	"bytes"
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/page"
)

// pixels are those of a mention, with 6 px around it.
func pixels(w fyne.Window, p *page.Page, mention int) []byte {
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
	p, e, w := show(t, look.Light)
	var hovered, clicked []int
	p.OnHover = func(i int) { hovered = append(hovered, i) }
	p.OnMention = func(i int) { clicked = append(clicked, i) }
	inner := mention(t, e, "Gaza Strip")
	marked := pixels(w, p, inner)

	p.SetLayers(layer.Set{}.WithKind(annotations.Place, false))
	if bytes.Equal(marked, pixels(w, p, inner)) {
		t.Error("a mark whose layer is off is drawn")
	}
	if p.Marked(inner) {
		t.Error("it counts as marked")
	}
	test.MoveMouse(w.Canvas(), middle(p, inner))
	test.TapCanvas(w.Canvas(), middle(p, inner))
	around, _ := e.Parent(e.Mentions()[inner].ID)
	outer := page.IndexOf(e, around.ID)
	if len(hovered) != 1 || hovered[0] != outer || len(clicked) != 1 || clicked[0] != outer {
		t.Errorf("hovering gives %v, a click %v; both should give the mark around it, %d", hovered, clicked, outer)
	}
	p.SetSelected(e.Mentions()[inner].Entity, inner)
	if !p.Marked(inner) {
		t.Error("the selected mark is not shown")
	}
	p.SetSelected("", -1)
	p.SetLayers(layer.Set{})
	if !bytes.Equal(marked, pixels(w, p, inner)) {
		t.Error("the mark does not come back")
	}
}

func TestDensity(t *testing.T) {
	p, e, w := show(t, look.Light)
	hamas := e.Mentions()[mention(t, e, "Hamas")].Entity
	first, again := nth(e, hamas, 0), nth(e, hamas, 1)
	shot := func(d layer.Density, i int) []byte {
		p.SetLayers(layer.Set{Density: d})
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
	p.SetHovered(first)
	if bytes.Equal(off, pixels(w, p, first)) {
		t.Error("a mark that is off does not light under the pointer")
	}
}

func TestFadeAllButOne(t *testing.T) {
	p, e, w := show(t, look.Light)
	leavitt := mention(t, e, "Karoline Leavitt")
	p.SetSelected(e.Mentions()[leavitt].Entity, leavitt)
	p.SetFade(true)
	faded := w.Canvas().Capture()
	names := func(s annotations.Span) bool {
		for _, m := range e.MentionsOf(e.Mentions()[leavitt].Entity) {
			if s.Overlaps(m.Span) {
				return true
			}
		}
		return false
	}
	for _, par := range e.Article().Paragraphs[:2] {
		for _, s := range par.Sentences {
			r := p.SpanRects(s.Span)[0]
			full := darkest(faded, image.Rect(int(r.X)+2, int(r.Y), int(r.X+r.W)-2, int(r.Y+r.H)-12)) < 0x50
			if full != names(s.Span) {
				t.Errorf("¶%d, sentence %d: full ink is %v", s.Paragraph, s.Number, full)
			}
		}
	}
	p.SetSelected("", -1)
	p.SetFade(false)
	plain := w.Canvas().Capture()
	p.SetFade(true)
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
