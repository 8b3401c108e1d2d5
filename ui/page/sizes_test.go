package page_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// TestNothingHasANegativeSize: the software painter panics on such an object,
// whatever the size of the page.
func TestNothingHasANegativeSize(t *testing.T) {
	uitest.Sweep(t)
	for _, scheme := range []look.Scheme{look.Light, look.HighContrast} {
		p, e, w, _ := show(t, scheme)
		_, roles := uitest.App(t, scheme)
		p.SetStill(true)
		p.FakeClock()
		p.SetActions([]page.Action{{Icon: "copy", Label: "Copy", Key: "Ctrl C", Do: func() {}}})
		all := e.Article()
		for _, size := range []fyne.Size{{}, {Width: 1, Height: 1}, {Width: 7, Height: 300}, {Width: 60, Height: 20}, {Width: 300, Height: 9},
			{Width: 280, Height: 200}, {Width: 600, Height: 480}, {Width: 904, Height: 772}, {Width: 1500, Height: 1032}, {Width: 4000, Height: 3000}} {
			for _, covered := range []float32{0, 360} {
				p.SetFormat(page.FormatFor(roles, look.Setting{Size: 24}, size.Width+376, size.Width))
				p.SetCovered(covered)
				w.Resize(size)
				p.Resize(size) // a window may refuse to be so small
				for i, m := range e.MentionsOf("hamas") {
					tell(p, func(s *session.State) {
						s.Selected, s.Mention, s.Hovered, s.Focused = "hamas", m.ID(), m.ID(), e.Mentions()[i].ID()
						s.Layers = layer.Set{Density: layer.Densities()[i%4]}
					})
					p.ScrollToSpan(m.Span)
					p.SetHits([]annotations.Span{m.Span}, 0)
					p.Flash(m.Span)
					p.Peek(m.ID())
					test.MoveMouse(w.Canvas(), fyne.NewPos(p.Format().Left-22, size.Height/2))
					uitest.NoNegativeSizes(t, p)
				}
				p.Reveal(annotations.Span{Start: all.Paragraph(0).Start, End: all.Paragraph(0).Start + 1})
				p.SelectAll()
				uitest.NoNegativeSizes(t, p)
				p.Select(annotations.Span{})
			}
			if t.Failed() {
				t.Fatalf("at %v in %v", size, scheme)
			}
		}
	}
}
