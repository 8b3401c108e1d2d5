package panel

import (
	"fyne.io/fyne/v2"
)

var (
	_ fyne.Draggable = (*Panel)(nil)
	_ fyne.Tappable  = (*Panel)(nil)
)

// Dragged selects the words of the face from where the button went down to the
// pointer.
func (p *Panel) Dragged(e *fyne.DragEvent) {
	if !p.dragging {
		from := e.Position.Subtract(e.Dragged)
		if from.Y < headerHeight {
			return
		}
		p.dragging = true
		p.selection.Begin(p.list, p.list.Position(), from)
	}
	p.selection.Extend(e.Position)
}

// DragEnd ends the selecting. The words stay selected.
func (p *Panel) DragEnd() {
	if p.dragging {
		p.dragging = false
		if f := p.OnSelected; f != nil && p.selection.Words() != "" {
			f()
		}
	}
}

// Tapped drops what is selected, after a click on no row.
func (p *Panel) Tapped(*fyne.PointEvent) { p.Unselect() }

// Selected returns the words that the reader has selected on the face, or "".
func (p *Panel) Selected() string { return p.selection.Words() }

// Unselect drops what is selected.
func (p *Panel) Unselect() { p.selection.Clear() }
