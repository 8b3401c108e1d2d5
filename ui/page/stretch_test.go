package page_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
)

// handle is where the handle at the end of a span is.
func handle(p *page.Page, s annotations.Span) fyne.Position {
	all := p.SpanRects(s)
	r := all[len(all)-1]
	return fyne.NewPos(r.X+r.W+3, r.Y+r.H/2)
}

func TestHandlesMoveTheEndsOfANote(t *testing.T) {
	p, e, w, _, m := noted(t, look.Light)
	tell(p, func(s *session.State) { s.Note = "n5"; s.Turn(session.Notes, "") })
	span := spanOf(t, e, "no progress was made")
	p.ScrollToSpan(span)
	drag := func(from, to fyne.Position) {
		test.MoveMouse(w.Canvas(), from)
		test.Drag(w.Canvas(), to, to.X-from.X, to.Y-from.Y) // the place is that after the first move
	}
	shorter := annotations.Span{Start: span.Start, End: span.Start + len("no progress")}
	from, to := handle(p, span), handle(p, shorter)
	drag(from, fyne.NewPos(to.X-4, to.Y))
	if want := []string{fmt.Sprintf("stretch n5 %v", shorter)}; !slices.Equal(m.acts, want) {
		t.Fatalf("a drag asked for %q, want %q", m.acts, want)
	}
	drag(handle(p, shorter), fyne.NewPos(20, 60)) // far before the beginning
	last := annotations.Span{Start: span.Start, End: span.Start + 1}
	if got := m.acts[len(m.acts)-1]; got != fmt.Sprintf("stretch n5 %v", last) {
		t.Errorf("a drag beyond the beginning asked for %q, want one character", got)
	}
	if !p.Selection().Empty() {
		t.Error("the drag of a handle selects words")
	}
}

// While a handle is dragged the page shows where the note would end; Esc leaves it.
func TestADragOfAHandleCanBeGivenUp(t *testing.T) {
	p, e, w, _, m := noted(t, look.Light)
	tell(p, func(s *session.State) { s.Note = "n5"; s.Turn(session.Notes, "") })
	span := spanOf(t, e, "no progress was made")
	p.ScrollToSpan(span)
	before := w.Canvas().Capture()
	from := handle(p, span)
	keys := 0
	p.OnKey = func(*fyne.KeyEvent) { keys++ }
	mouse := page.PointerOf(p)
	mouse.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}})
	if mouse.Cursor() != desktop.HResizeCursor {
		t.Error("a handle has the cursor of the text")
	}
	mouse.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	for dx := float32(0); dx < 100; dx += 20 {
		mouse.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.SubtractXY(dx, 0)}, Dragged: fyne.NewDelta(-20, 0)})
	}
	if reflect.DeepEqual(before, w.Canvas().Capture()) {
		t.Error("a drag shows nothing")
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	mouse.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.SubtractXY(120, 0)}})
	mouse.DragEnd()
	if len(m.acts) != 0 || keys != 0 || !p.Selection().Empty() {
		t.Errorf("after Esc the drag asked for %q, %d keys went on, %v is selected", m.acts, keys, p.Selection())
	}
	mouse.MouseOut()
	if !reflect.DeepEqual(before, w.Canvas().Capture()) {
		t.Error("what was given up is still shown")
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if keys != 1 {
		t.Error("the page keeps the next Esc too")
	}
}

// What a drag has led to is shown until it is seen in the notes, but not for long: keeping
// it may fail.
func TestWhereADragEndsIsShownUntilItIsKept(t *testing.T) {
	p, e, w, _, m := noted(t, look.Light)
	clock := p.FakeClock()
	tell(p, func(s *session.State) { s.Note = "n5"; s.Turn(session.Notes, "") })
	span := spanOf(t, e, "no progress was made")
	p.ScrollToSpan(span)
	before := w.Canvas().Capture()
	m.late = true
	to := handle(p, annotations.Span{Start: span.Start, End: span.Start + len("no progress")})
	from := handle(p, span)
	drag := func() { test.Drag(w.Canvas(), to, to.X-from.X, to.Y-from.Y) }
	drag()
	dragged := w.Canvas().Capture()
	if reflect.DeepEqual(before, dragged) || clock.Do == nil {
		t.Fatal("the note jumps back while it is kept")
	}
	clock.Do()
	if !reflect.DeepEqual(before, w.Canvas().Capture()) {
		t.Error("what could not be kept is still shown")
	}
	drag()
	m.keep()
	if clock.Do != nil || !reflect.DeepEqual(dragged, w.Canvas().Capture()) {
		t.Error("what has been kept is shown elsewhere")
	}
}

func TestGrowNote(t *testing.T) {
	p, e, _, _, m := noted(t, look.Light)
	if _, _, ok := p.GrowNote(page.Character, 1, false); ok {
		t.Error("a note grows that nobody has chosen")
	}
	tell(p, func(s *session.State) { s.FocusedNote = "n5" })
	src := e.Article()
	for _, c := range []struct {
		unit  page.Unit
		delta int
		start bool
		want  string
	}{
		{page.Character, 1, false, "no progress was made,"},
		{page.Word, 1, false, "no progress was made, but"},
		{page.Word, -1, false, "no progress was made,"},
		{page.Word, -1, false, "no progress was"},
		{page.Character, 1, true, "o progress was"},
		{page.Word, 1, true, "progress was"},
		{page.Word, -1, true, "no progress was"},
	} {
		id, to, ok := p.GrowNote(c.unit, c.delta, c.start)
		if !ok || id != "n5" || src.Slice(to) != c.want {
			t.Fatalf("%v: %q of %q, %v; want %q", c, src.Slice(to), id, ok, c.want)
		}
		if c.unit == page.Word { // the character before it is not seen yet
			m.Stretch(id, to)
		}
	}
	for range 30 {
		p.GrowNote(page.Character, -1, false)
	}
	id, to, ok := p.GrowNote(page.Character, -1, false)
	if ok || id != "n5" || src.Slice(to) != "n" {
		t.Errorf("a note shrinks to %q, %v", src.Slice(to), ok)
	}
}

func TestStepNote(t *testing.T) {
	p, _, _, asked, _ := noted(t, look.Light)
	for _, delta := range []int{1, -1} {
		p.StepNote(delta)
	}
	tell(p, func(s *session.State) { s.FocusedNote = "n6" })
	p.StepNote(1)
	p.StepNote(-1)
	if want := []notes.ID{"n1", "n6", "n1", "n5"}; !slices.Equal(asked.ledTo, want) {
		t.Errorf("steps lead to %q, want %q", asked.ledTo, want)
	}
	if id, ok := p.CurrentNote(); !ok || id != "n6" {
		t.Errorf("the current note is %q", id)
	}
	p.FocusGained()
	if got, want := p.AccessibilityLabel(), "Highlight, Side line, “Egyptian and Qatari mediators helped arrange the talks,”"; got != want {
		t.Errorf("a screen reader says %q, want %q", got, want)
	}
	tell(p, func(s *session.State) { s.FocusedNote = "n3" })
	if got := p.AccessibilityLabel(); !strings.Contains(got, "“final warning”, The post says") {
		t.Errorf("a screen reader says %q", got)
	}
}
