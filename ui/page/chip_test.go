package page_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
)

func TestChipLeadsBackAfterALeap(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	p.SetStill(true)
	back := 0
	p.OnBack = func() { back++ }
	all := e.Article()
	far := all.Paragraph(all.Len() - 1).Span
	near := annotations.Span{Start: all.Paragraph(0).Start, End: all.Paragraph(0).Start + 1}
	foot := fyne.NewPos(p.Format().Left+p.Format().Column/2, 772-38)

	p.Reveal(near)
	if p.ChipShown() {
		t.Error("a jump within the view offers a way back")
	}
	p.Reveal(far)
	if !p.ChipShown() {
		t.Fatal("a far jump offers no way back")
	}
	test.Scroll(w.Canvas(), fyne.NewPos(300, 400), 0, 60)
	if !p.ChipShown() {
		t.Error("the offer goes when one looks around")
	}
	test.TapCanvas(w.Canvas(), foot)
	if back != 1 || p.ChipShown() {
		t.Errorf("a click leads back %d times; still offered: %v", back, p.ChipShown())
	}
	p.Reveal(near)
	p.Reveal(far)
	test.Scroll(w.Canvas(), fyne.NewPos(300, 400), 0, 900)
	if p.ChipShown() {
		t.Error("the way back is offered although the reader went a screen on")
	}
}
