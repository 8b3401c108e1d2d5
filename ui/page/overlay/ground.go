package overlay

import (
	"image/color"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
	"sidelight/ui/shape"
)

// Measures of grounds in the design, in pixels.
const (
	codeRadius = 6
	cardRadius = 8
	cardBelow  = 8 // from a card to the end of its row
)

// Grounds are what whole blocks lie on: the ground of code, the cards of a table.
type Grounds struct {
	None
	*Sheet
}

// Under draws the part of a ground that lies beneath a line.
func (g Grounds) Under(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	a := now.Edition.Article()
	switch {
	case !a.Structured():
		return nil
	case a.Block(l.Block).Kind == annotations.BlockCode:
		return []fyne.CanvasObject{g.code(l)}
	case l.Row != nil && l.Row.Leads && l.Row.Card:
		card := g.rectangle(l.Margin, l.Row.Top, g.Column.Format().Width, l.Row.Bottom-cardBelow, look.Of(look.ColorPage))
		card.StrokeColor, card.StrokeWidth, card.CornerRadius = look.Of(look.ColorRule), 1, cardRadius
		return []fyne.CanvasObject{card}
	}
	return nil
}

// code is the part of a block's ground beneath a line of code.
func (g Grounds) code(l *flow.Line) fyne.CanvasObject {
	frame := g.Column.Frame(l.Block)
	top, bottom := l.Y, l.Y+l.Leading()
	if l.Opens {
		top -= frame.Top
	}
	if l.Closes {
		bottom += frame.Bottom
	}
	r := g.rectangle(l.Margin, top, g.Column.Format().Width, bottom, look.Of(look.ColorSurface))
	if l.Opens {
		r.TopLeftCornerRadius, r.TopRightCornerRadius = codeRadius, codeRadius
	}
	if l.Closes {
		r.BottomLeftCornerRadius, r.BottomRightCornerRadius = codeRadius, codeRadius
	}
	return r
}

// rectangle is a rectangle from top to bottom.
func (s *Sheet) rectangle(x, top, width, bottom float32, c color.Color) *shape.Box {
	r := shape.NewBox(c)
	r.Move(fyne.NewPos(x, top))
	r.Resize(fyne.NewSize(max(width, 0), max(bottom-top, 0)))
	return r
}
