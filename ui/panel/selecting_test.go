package panel_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/ui/look"
)

// TestPanel_WordsOfACardAreSelected drags over the summary of a card: its words can be
// copied, stay selected while the card does, and go with it.
func TestPanel_WordsOfACardAreSelected(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	open(t, p.Panel, 376, 2000) // as high as the card, which then has no jumps
	p.ShowEntity("boehler", -1)
	told := 0
	p.OnSelected = func() { told++ }
	drag := func(from, to fyne.Position) {
		p.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.Delta{DX: to.X - from.X, DY: to.Y - from.Y}})
		p.DragEnd()
	}
	drag(fyne.NewPos(0, 10), fyne.NewPos(300, 300))
	if p.Words().Words != "" || told != 0 {
		t.Errorf("a drag from the header selects %q", p.Words().Words)
	}
	drag(fyne.NewPos(0, 50), fyne.NewPos(370, 80))
	if got := p.Words().Words; got != "Adam Boehler" || told != 1 {
		t.Errorf("%q is selected, told %d times; want the name, once", got, told)
	}
	if p.Tapped(nil); p.Words().Words != "" {
		t.Error("a click on no row keeps the words selected")
	}
	drag(fyne.NewPos(0, 50), fyne.NewPos(370, 80))
	if p.ShowEntity("hamas", -1); p.Words().Words != "" {
		t.Error("words of a card that is gone stay selected")
	}
}
