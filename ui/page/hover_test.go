package page_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page"
)

func TestHoverCard(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	clock := p.FakeClock()
	x, _ := e.Entity(mention(t, e, "Karoline Leavitt").Entity)
	leavitt := mention(t, e, "Karoline Leavitt").ID()
	at := middle(p, leavitt)

	test.MoveMouse(w.Canvas(), at)
	if clock.Do == nil || clock.After != 350*time.Millisecond || p.CardMention() != "" {
		t.Fatalf("the card waits %v, and is shown for %q", clock.After, p.CardMention())
	}
	clock.Do()
	if p.CardMention() != leavitt || !reads(w, x.Name) || !reads(w, "mentions") {
		t.Fatalf("the card is about mention %q, want %q", p.CardMention(), leavitt)
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
	if p.CardMention() != "" || p.DismissCard() {
		t.Error("the card stays when it is dismissed")
	}
}

// TestHoverCardGoesDuringRevisions: another edition comes after the pointer has left
// the words and before the card has gone, and again on the way to another mark.
func TestHoverCardGoesDuringRevisions(t *testing.T) {
	p, e, w, _ := show(t, look.Light)
	clock := p.FakeClock()
	revise := func() {
		now := p.Shown()
		next, err := e.With(annotations.RemoveMention(nth(t, e, "adam-boehler", 0).ID()))
		if err != nil {
			t.Fatal(err)
		}
		now.Edition = next
		p.Follow(p.Shown(), now)
		if clock.Do == nil {
			t.Fatal("another edition ends the waiting")
		}
	}
	leavitt, house := mention(t, e, "Karoline Leavitt").ID(), mention(t, e, "White House").ID()
	test.MoveMouse(w.Canvas(), middle(p, leavitt))
	clock.Do()
	test.MoveMouse(w.Canvas(), fyne.NewPos(20, 300))
	revise()
	if clock.Do(); p.CardMention() != "" {
		t.Errorf("the card about %q stays without the pointer", p.CardMention())
	}

	test.MoveMouse(w.Canvas(), middle(p, leavitt))
	clock.Do()
	test.MoveMouse(w.Canvas(), middle(p, house))
	revise()
	if clock.Do(); p.CardMention() != house {
		t.Errorf("the card is about %q, want %q", p.CardMention(), house)
	}
}

// TestHoverCardCanBeEntered: the pointer may go from the words into the card,
// and a click there opens it.
func TestHoverCardCanBeEntered(t *testing.T) {
	p, e, w, asked := show(t, look.Light)
	clock := p.FakeClock()
	house := mention(t, e, "White House").ID()
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
	if !slices.Equal(asked.clicked, []annotations.MentionID{house}) || p.CardMention() != "" {
		t.Errorf("a click in the card opens %v, want %v; it still shows %v", asked.clicked, house, p.CardMention())
	}
}

func TestHoverCardCoversNoHoveredLine(t *testing.T) {
	p, e, _, _ := show(t, look.Light)
	p.SetStill(true)
	for _, m := range e.Mentions() {
		p.ScrollToSpan(m.Span)
		if !p.Peek(m.ID()) {
			continue
		}
		card := p.CardBox()
		r := p.MentionRects(m.ID())[0]
		if card.Y < r.Y+r.H && card.Y+card.H > r.Y {
			t.Errorf("the card of mention %s lies over its line: %v, %v", m.ID(), card, r)
		}
		if card.Y < 0 || card.Y+card.H > 772 || card.X < 0 || card.X+card.W > 904 {
			t.Errorf("the card of mention %s leaves the page: %v", m.ID(), card)
		}
		p.DismissCard()
	}
}

// Words that a drag has selected stay in sight: the mark at which it ends has its card when
// the pointer comes there again.
func TestNoCardWhereADragEnds(t *testing.T) {
	p, e, _, _ := show(t, look.Light)
	clock := p.FakeClock()
	leavitt := mention(t, e, "Karoline Leavitt").ID()
	to := middle(p, leavitt).Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(p))
	from := to.SubtractXY(60, 30)
	mouse := page.PointerOf(p)
	move := func(at fyne.Position) {
		mouse.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	}
	move(from)
	mouse.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	mouse.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(60, 30)})
	mouse.DragEnd()
	clock.Do = nil
	if move(to.AddXY(1, 0)); clock.Do != nil || p.Selection().Empty() {
		t.Fatalf("a card is to come where the selection %v ends", p.Selection())
	}
	move(fyne.NewPos(20, 300))
	if move(to); clock.Do == nil {
		t.Error("no card comes when the pointer comes again")
	}
}
