package reading

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/session"
	"sidelight/ui/typeset"
	"sidelight/ui/uitest"
)

// closing is the sample in a window, whose panel is opened and closed.
type closing struct {
	*Reader
	w     fyne.Window
	queue uitest.Queue
}

// newClosing opens the sample in a window of a width, with the panel open or closed.
func newClosing(t *testing.T, width float32, open bool) closing {
	t.Helper()
	p, queue := NewPrefs(), uitest.NewQueue()
	p.SetPanelOpen(open)
	d := Place(t, p, queue.Do)
	w := d.window
	w.Resize(fyne.NewSize(width, 820))
	w.Canvas().Capture()
	d.reader.page.SetStill(true)
	d.reader.frame.column.patience = time.Hour
	return closing{d.reader, w, queue}
}

// open opens or closes the panel.
func (c closing) open(open bool) {
	c.session.Update(func(s *session.State) { s.Panel.Open = open })
}

// wait waits until a panel that is closed now counts as closed for long.
func (c closing) wait(t *testing.T) {
	t.Helper()
	c.frame.column.patience = time.Nanosecond
	c.open(true)
	c.open(false)
	c.queue.RunUntil(t, func() bool { return c.frame.column.middle })
	c.frame.column.patience = time.Hour
}

// lines are the rectangles of the whole article, from the left of the column.
func (c closing) lines() []typeset.Rect {
	all := c.page.SpanRects(annotations.Span{End: len(c.edition().Article().Text)})
	for i := range all {
		all[i].X -= c.page.Format().Left
	}
	return all
}

func TestTheColumnGoesToTheMiddle(t *testing.T) {
	for _, width := range []float32{1000, 1280, 1920} {
		c := newClosing(t, width, true)
		f := c.frame
		beside, tabs, tools, lines := f.page.Format(), f.tools.tabs.Position(), f.tools.Size(), c.lines()
		c.open(false)
		if f.page.Format() != beside || !f.column.waiting.Running() {
			t.Errorf("in %v px the column goes at once", width)
		}
		if c.open(true); f.column.waiting.Running() {
			t.Errorf("in %v px it waits beside an open panel", width)
		}
		c.wait(t)
		left, page := f.page.Format().Left, f.page.Size().Width
		if right := page - left - beside.Column; left-right > 1 || right-left > 1 || left <= beside.Left {
			t.Errorf("in %v px the column has %v px at the left and %v at the right", width, left, right)
		}
		if names := left >= 240; f.page.Format().Names != names {
			t.Errorf("in %v px %v at the left, names: %v", width, left, !names)
		}
		if f.tools.tabs.Position() != tabs || f.tools.Size() != tools {
			t.Errorf("in %v px the toolbar moves", width)
		}
		if !slices.Equal(c.lines(), lines) {
			t.Errorf("in %v px the lines break elsewhere or stand at another height", width)
		}
		if c.open(true); f.page.Format() != beside {
			t.Errorf("in %v px the column does not come back", width)
		}
	}
}

// The mark that is clicked keeps its height, though its card brings the column back.
func TestTheClickedLineStays(t *testing.T) {
	c := newClosing(t, 1280, true)
	c.wait(t)
	c.page.ScrollToY(400)
	id := c.edition().MentionsOf("hamas")[3].ID()
	c.page.ScrollToSpan(annotations.Span{Start: 900, End: 901})
	before := c.page.MentionRects(id)[0]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.page)
	if before.Y < 40 || before.Y > 700 {
		t.Fatalf("the mark is out of view: %v", before)
	}
	test.TapCanvas(c.w.Canvas(), at.AddXY(before.X+before.W/2, before.Y+before.H/2))
	after := c.page.MentionRects(id)[0]
	if !c.session.State().Panel.Open || after.Y != before.Y || after.X >= before.X {
		t.Errorf("it stood at %v and stands at %v", before, after)
	}
}

// A program that starts with a closed panel, or comes back to one, shows the column in
// the middle.
func TestTheColumnStartsInTheMiddle(t *testing.T) {
	c := newClosing(t, 1280, false)
	if f := c.page.Format(); f.Left != 242 || !f.Names || f.Wide || c.frame.column.waiting.Running() {
		t.Errorf("it starts with %v px at the left, names: %v", f.Left, f.Names)
	}
	if x := c.frame.tools.tabs.Position().X; x != 280 {
		t.Errorf("the tabs begin at %v", x)
	}
	c.session.Update(func(s *session.State) { s.IndexOpen = false })
	if left := c.page.Format().Left; left != 350 {
		t.Errorf("without the index the column has %v px at the left", left)
	}
	c.open(true)
	c.Left()
	c.open(false)
	c.frame.attend()
	if left := c.page.Format().Left; left != 350 {
		t.Errorf("an article that comes back has %v px at the left", left)
	}
}

// An article that leaves the window waits for nothing.
func TestNothingWaitsOutOfTheWindow(t *testing.T) {
	c := newClosing(t, 1280, true)
	c.open(false)
	if c.Left(); c.frame.column.waiting.Running() {
		t.Error("it waits")
	}
}

// On its way the column stands on whole pixels between both places, and does not jump
// when the window is laid out.
func TestTheColumnOnItsWay(t *testing.T) {
	c := newClosing(t, 1280, true)
	f := c.frame
	c.wait(t)
	f.column.set(fyne.NewAnimation(glideTime, f.follow))
	f.column.middle = false
	f.arrange(f.Size())
	last := f.page.Format().Left
	if last != 242 {
		t.Errorf("it sets out at %v", last)
	}
	for _, share := range []float32{0.1, 0.33, 0.5, 0.99} {
		f.follow(share)
		left := f.page.Format().Left
		if left != float32(int(left)) || left >= last || left < 64 || f.page.Format().Names {
			t.Errorf("at %v of its way it stands at %v, after %v", share, left, last)
		}
		if f.arrange(f.Size()); f.page.Format().Left != left {
			t.Errorf("at %v of its way it jumps to %v", share, f.page.Format().Left)
		}
		last = left
	}
	c.w.Resize(fyne.NewSize(1300, 820))
	if f.column.moving != nil || f.page.Format().Left != 74 {
		t.Errorf("in another window it is still on its way, at %v", f.page.Format().Left)
	}
	f.follow(0.2)
	if f.page.Format().Left != 74 {
		t.Error("it goes on after its end")
	}
	if f.moves() != true {
		t.Error("nothing moves")
	}
	if c.looks.setStill(true); f.moves() {
		t.Error("it moves for a reader who wants nothing to move")
	}
}
