package page_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/session"
)

func TestChipLeadsBackAfterALeap(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	p.SetStill(true)
	back := 0
	p.OnBack = func() { back++ }
	all := e.Article()
	far := all.Paragraph(all.Len() - 1).Span
	near := annotations.Span{Start: all.Paragraph(0).Start, End: all.Paragraph(0).Start + 1}
	head := fyne.NewPos(p.Format().Left+20, 18) // in the running head, where no text is covered

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
	test.TapCanvas(w.Canvas(), head)
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

// The running head shows the way back in place of the title, also where the article
// begins, and the title again when the way back is gone.
func TestTheWayBackStandsInTheRunningHead(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	p.SetStill(true)
	all := e.Article()
	p.Reveal(all.Paragraph(all.Len() - 1).Span)
	if !reads(w, "Back to reading") || !reads(w, "Paragraph 7 of 7") {
		t.Error("the running head has no way back")
	}
	p.Reveal(all.Paragraph(0).Span)
	if !p.ChipShown() || !reads(w, "Back to reading") {
		t.Error("there is no way back from the beginning")
	}
	p.Restore(session.Place{Offset: -1}) // the header
	if p.ChipShown() || p.RunningShown() {
		t.Error("the running head stays at the top of the page without a way back")
	}
}
