package page_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
)

func TestHoverCard(t *testing.T) {
	p, e, w := show(t, look.Light)
	p.OnHover = p.SetHovered
	clock := p.FakeClock()
	leavitt := mention(t, e, "Karoline Leavitt")
	at := middle(p, leavitt)
	x, _ := e.Entity(e.Mentions()[leavitt].Entity)

	test.MoveMouse(w.Canvas(), at)
	if clock.Do == nil || clock.After != 350*time.Millisecond || p.CardMention() >= 0 {
		t.Fatalf("the card waits %v, and is shown for %d", clock.After, p.CardMention())
	}
	clock.Do()
	if p.CardMention() != leavitt || !reads(w, x.Name) || !reads(w, "mentions") {
		t.Fatalf("the card is about mention %d, want %d", p.CardMention(), leavitt)
	}
	// The pointer leaves the words for the card below them.
	r := p.MentionRects(leavitt)[0]
	test.MoveMouse(w.Canvas(), fyne.NewPos(20, 300))
	if clock.Do == nil || clock.After != 150*time.Millisecond {
		t.Fatalf("the card goes after %v", clock.After)
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(r.X+20, r.Y-60))
	if clock.Do != nil && p.CardMention() != leavitt {
		t.Fatal("the card went at once")
	}
	p.DismissCard()
	if p.CardMention() >= 0 || p.DismissCard() {
		t.Error("the card stays when it is dismissed")
	}
}

// TestHoverCardCanBeEntered: the pointer may go from the words into the card,
// and a click there opens it.
func TestHoverCardCanBeEntered(t *testing.T) {
	p, e, w := show(t, look.Light)
	clock := p.FakeClock()
	house := mention(t, e, "White House")
	opened := -1
	p.OnMention = func(i int) { opened = i }
	test.MoveMouse(w.Canvas(), middle(p, house))
	clock.Do()
	r := p.MentionRects(house)[0]
	inside := fyne.NewPos(r.X+40, r.Y+r.H+30)
	test.MoveMouse(w.Canvas(), fyne.NewPos(20, 300)) // on the way
	test.MoveMouse(w.Canvas(), inside)
	if clock.Do != nil || p.CardMention() != house {
		t.Fatal("the card goes although the pointer is in it")
	}
	test.TapCanvas(w.Canvas(), inside)
	if opened != house || p.CardMention() >= 0 {
		t.Errorf("a click in the card opens mention %d, want %d; it still shows %d", opened, house, p.CardMention())
	}
}

func TestHoverCardCoversNoHoveredLine(t *testing.T) {
	p, e, _ := show(t, look.Light)
	p.SetStill(true)
	for i, m := range e.Mentions() {
		p.Reveal(m.Span)
		if !p.Peek(i) {
			continue
		}
		card := p.CardBox()
		r := p.MentionRects(i)[0]
		if card.Y < r.Y+r.H && card.Y+card.H > r.Y {
			t.Errorf("the card of mention %d lies over its line: %v, %v", i, card, r)
		}
		if card.Y < 0 || card.Y+card.H > 772 || card.X < 0 || card.X+card.W > 904 {
			t.Errorf("the card of mention %d leaves the page: %v", i, card)
		}
		p.DismissCard()
	}
}
