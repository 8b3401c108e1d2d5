package panel

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/command"
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

// Words returns the words that the reader has selected on the face, or nothing.
func (p *Panel) Words() command.Target {
	if words := p.selection.Words(); words != "" {
		return command.Target{On: command.OnWords, Words: words, Entity: p.shown.entity}
	}
	return command.Target{}
}

// Unselect drops what is selected.
func (p *Panel) Unselect() { p.selection.Clear() }
