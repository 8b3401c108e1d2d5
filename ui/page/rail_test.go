package page_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page"
)

// onRail is where on the scroll rail the mark of a mention stands.
func onRail(p *page.Page, e *annotations.Edition, mention annotations.MentionID) fyne.Position {
	r := p.MentionRects(mention)[0]
	last := e.Article().Paragraph(e.Article().Len() - 1)
	end := p.SpanRects(annotations.Span{Start: last.End - 1, End: last.End})[0]
	all := end.Y + end.H + 96 // the sheet ends 96 px below the text
	return fyne.NewPos(904-7, (r.Y+r.H/2)/all*772)
}

func TestClickOnTheRailJumps(t *testing.T) {
	p, e, w, asked := show(t, look.Light)
	p.SetStill(true)
	hamas := mention(t, e, "Hamas").Entity
	far := nth(t, e, hamas, len(e.MentionsOf(hamas))-1).ID()
	selects(p, hamas, nth(t, e, hamas, 0).ID())
	left := 0
	p.OnLeave = func() { left++ }

	at := onRail(p, e, far)
	test.TapCanvas(w.Canvas(), at)
	if !slices.Equal(asked.opened, []annotations.MentionID{far}) || left != 0 {
		t.Errorf("a click on the last mark gives %v, want %v; leaves %d times", asked.opened, far, left)
	}
	selects(p, "", "")
	before := p.Place()
	test.TapCanvas(w.Canvas(), at)
	if len(asked.opened) != 1 || left != 1 || p.Place() == before {
		t.Errorf("without marks it gives %v, leaves %d times and stays: %v", asked.opened, left, p.Place() == before)
	}
}

func TestThumbAndWheelScroll(t *testing.T) {
	p, _, w, _ := show(t, look.Light)
	at := fyne.NewPos(904-7, 220) // where the pointer is after the first move
	test.Drag(w.Canvas(), at, 0, 200)
	dragged := p.Place()
	if dragged.Offset < 0 {
		t.Errorf("dragging the thumb leads to %+v", dragged)
	}
	test.Scroll(w.Canvas(), at, 0, -90)
	if p.Place() == dragged {
		t.Error("the wheel does nothing over the rail")
	}
}

func TestHoverOnTheRailShowsTheLine(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	hamas := mention(t, e, "Hamas").Entity
	selects(p, hamas, nth(t, e, hamas, 0).ID())
	calm := w.Canvas().Capture()
	test.MoveMouse(w.Canvas(), onRail(p, e, nth(t, e, hamas, 0).ID()))
	if !p.TipShown() || !reads(w, "¶1") {
		t.Error("the line of the first mention is not shown")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(20, 300))
	if p.TipShown() || !same(calm, w.Canvas().Capture()) {
		t.Error("it stays when the pointer has left")
	}
}
