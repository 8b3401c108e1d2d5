package uitest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// RightClick clicks with the right button at a point of a canvas, as the toolkit
// does: what lies on top there and can be clicked at all is clicked.
func RightClick(c fyne.Canvas, at fyne.Position) {
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	var hit fyne.SecondaryTappable
	var origin fyne.Position
	for _, o := range test.LaidOutObjects(root) {
		p, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
		if !o.Visible() || at.X < p.X || at.Y < p.Y || at.X >= p.X+size.Width || at.Y >= p.Y+size.Height {
			continue
		}
		switch x := o.(type) {
		case fyne.SecondaryTappable:
			hit, origin = x, p
		case fyne.Tappable, fyne.Focusable:
			hit = nil
		}
	}
	if hit != nil {
		hit.TappedSecondary(&fyne.PointEvent{AbsolutePosition: at, Position: at.Subtract(origin)})
	}
}
