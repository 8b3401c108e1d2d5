package page_test

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
)

// signs counts the signs of notes in view, and those that are filled.
func signs(p *page.Page) (all, filled int) {
	uitest.Each(p, func(o fyne.CanvasObject) {
		if c, ok := o.(*shape.Box); ok && c.StrokeWidth == 1 && c.Size().Width == 9 {
			all++
			if _, _, _, a := c.FillColor.RGBA(); c.FillColor != color.Transparent && a > 0 {
				filled++
			}
		}
	})
	return all, filled
}

// A paragraph has one sign for all of its notes, which is filled while one of them is
// open.
func TestAParagraphHasOneSign(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	w.Resize(fyne.NewSize(904, 6000)) // the whole article is in view
	w.Canvas().Capture()
	paragraphs := map[int]bool{}
	for _, n := range e.Remarks() {
		paragraphs[e.Article().ParagraphAt(n.Start)] = true
	}
	if all, filled := signs(p); all != len(paragraphs) || filled != 0 {
		t.Errorf("%d signs, %d filled, for notes in %d paragraphs", all, filled, len(paragraphs))
	}
	tell(p, func(s *session.State) { s.Panel.Remark = e.Remarks()[2].ID })
	if _, filled := signs(p); filled != 1 {
		t.Errorf("%d signs are filled while one note is open", filled)
	}
	tell(p, func(s *session.State) { s.Panel.Remark = "" })
	if _, filled := signs(p); filled != 0 {
		t.Errorf("%d signs stay filled", filled)
	}
}

// In the free margin of a wide page every note has its heading, none over another, and
// a click on it opens the note.
func TestAWidePageHeadsTheNotes(t *testing.T) {
	p, e, w, asked := show(t, look.Light)
	_, roles := uitest.App(t, look.Light)
	w.Resize(fyne.NewSize(1244, 6000))
	p.SetFormat(page.FormatFor(roles, look.Setting{}, 1920, 1244))
	w.Canvas().Capture()
	first := e.Remarks()[0]
	for _, n := range e.Remarks() {
		if n.Start < first.Start {
			first = n
		}
	}
	right, last, seen := p.Format().Left+p.Format().Column+40, float32(0), 0
	uitest.Each(p, func(o fyne.CanvasObject) {
		x, ok := o.(*canvas.Text)
		if !ok || x.Position().X != right {
			return
		}
		if y := x.Position().Y; y < last+x.TextSize {
			t.Errorf("%q stands at %v, over what stands at %v", x.Text, y, last)
		} else {
			last = y
		}
		seen++
	})
	if seen < len(e.Remarks()) {
		t.Errorf("%d lines for %d notes", seen, len(e.Remarks()))
	}
	r := p.SpanRects(annotations.Span{Start: first.Start, End: first.Start + 1})[0]
	test.TapCanvas(w.Canvas(), fyne.NewPos(right+10, r.Y+r.H/2))
	if len(asked.notes) != 1 || asked.notes[0] != first.ID {
		t.Errorf("a click on the first heading opens %v, want %v", asked.notes, first.ID)
	}
	w.Resize(fyne.NewSize(1024, 6000)) // a page of a window with less room
	p.SetFormat(page.FormatFor(roles, look.Setting{}, 1280, 1024))
	if all, _ := signs(p); all >= len(e.Remarks()) {
		t.Errorf("%d signs on a page without headings", all)
	}
}
