package overlay

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
)

const (
	numberX      = 52  // px from the text to the left edge of a paragraph's number
	numberXWide  = 198 // px, beyond the speakers' names in the margin of a wide window
	numberXNames = 212 // px, beyond them elsewhere
)

// Numbers are the numbers of paragraphs in the left gutter.
type Numbers struct {
	None
	*Sheet
}

// Beside draws the number of the paragraph that begins on a line.
func (n Numbers) Beside(l *flow.Line, _ session.Snapshot) []fyne.CanvasObject {
	if !l.Opens || !n.Numbers {
		return nil
	}
	a := n.Column.Article()
	if a.Block(l.Block).Kind != annotations.BlockParagraph {
		return nil
	}
	t := canvas.NewText(strconv.Itoa(a.Sign(l.Block)), look.Of(look.ColorTextFaint))
	t.FontSource, t.TextSize = n.Roles.Meta.Resource, n.Roles.Key.Size
	ascent, _ := n.Roles.Meta.Face.Metrics(n.Roles.Key.Size)
	gap := float32(numberX)
	switch {
	case n.Names && n.Wide:
		gap = numberXWide
	case n.Names:
		gap = numberXNames
	}
	t.Move(fyne.NewPos(l.Margin-gap, l.Baseline-ascent))
	t.Resize(t.MinSize())
	return []fyne.CanvasObject{t}
}
