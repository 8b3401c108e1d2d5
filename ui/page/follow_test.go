package page_test

import (
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
)

func with(t *testing.T, e *annotations.Edition, edits ...annotations.Edit) *annotations.Edition {
	t.Helper()
	next, err := e.With(edits...)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// revise shows another edition.
func revise(p *page.Page, e *annotations.Edition) {
	now := p.Shown()
	now.Edition = e
	now.Revision++
	p.Follow(p.Shown(), now)
}

// TestARevisionLeavesTheReaderAlone: another edition of the article, with a mark
// less and then one more, keeps place, selection, light and focus, and draws only
// the lines whose marks changed.
func TestARevisionLeavesTheReaderAlone(t *testing.T) {
	p, e, w, asked := show(t, look.Light)
	p.SetStill(true)
	p.FakeClock()
	p.ScrollToY(700)
	p.Select(annotations.Span{Start: p.FirstInView(), End: p.FirstInView() + 40})
	hamas := e.MentionsOf("hamas")[3]
	gone := inView(p, e, "hamas")
	at := middle(p, gone.ID())
	test.MoveMouse(w.Canvas(), at)
	tell(p, func(s *session.State) { s.Selected, s.Mention, s.Focused = "hamas", hamas.ID(), hamas.ID() })
	if p.Shown().Hovered != gone.ID() {
		t.Fatalf("%q is hovered, want %q", p.Shown().Hovered, gone.ID())
	}
	place, selected, before := p.Place(), p.Selection(), linesInView(p)
	picture := w.Canvas().Capture()

	less := with(t, e, annotations.RemoveMention(gone.ID()))
	revise(p, less)
	if p.Place() != place || p.Selection() != selected || p.Shown().Focused != hamas.ID() {
		t.Error("place, selection or focus moved")
	}
	if last := asked.hovered[len(asked.hovered)-1]; last == gone.ID() {
		t.Error("a mark that is gone stays lit")
	}
	if p.MentionRects(gone.ID()) != nil || reflect.DeepEqual(picture, w.Canvas().Capture()) {
		t.Error("the mark is drawn on")
	}
	if kept, all := shared(before, linesInView(p)), len(before); kept < all-4 {
		t.Errorf("of %d texts only %d are the same", all, kept)
	}
	revise(p, with(t, less, annotations.AddMention(*gone)))
	test.MoveMouse(w.Canvas(), at.AddXY(1, 0))
	if !reflect.DeepEqual(picture, w.Canvas().Capture()) {
		t.Error("the mark does not come back as it was")
	}
}

// TestARevisionTakesTheCardOfAGoneMark away, and no other.
func TestARevisionTakesTheCardOfAGoneMark(t *testing.T) {
	p, e, _, _ := show(t, look.Light)
	p.SetStill(true)
	first, second := e.Mentions()[0], e.Mentions()[1]
	p.Peek(first.ID())
	revise(p, with(t, e, annotations.RemoveMention(second.ID())))
	if p.CardMention() != first.ID() {
		t.Errorf("the card is about %q", p.CardMention())
	}
	revise(p, with(t, e, annotations.RemoveMention(first.ID())))
	if p.CardMention() != "" {
		t.Error("the card of a mark that is gone stays")
	}
}

// TestAnotherArticleBeginsAnew at its top, with nothing of the one before.
func TestAnotherArticleBeginsAnew(t *testing.T) {
	p, e0, w, _ := show(t, look.Light)
	p.SetStill(true)
	p.ScrollToY(900)
	p.ScrollToY(0)
	p.Peek(e0.Mentions()[0].ID())
	p.Flash(e0.Mentions()[0].Span)
	p.SelectAll()
	p.SetHits([]annotations.Span{{Start: 0, End: 9}}, 0)
	e, err := annotations.New(uitest.LongContent(t, uitest.LongText(t, 4000), 40))
	if err != nil {
		t.Fatal(err)
	}
	p.Follow(p.Shown(), snapshot(e))
	fresh, w2, _ := open(t, look.Light, e)
	fresh.SetStill(true)
	if p.CardMention() != "" || !p.Selection().Empty() || p.Place().Offset != -1 || !reflect.DeepEqual(w.Canvas().Capture(), w2.Canvas().Capture()) {
		t.Errorf("at %+v %v is selected", p.Place(), p.Selection())
	}
}

// TestAPageWithoutAnArticle shows nothing and bears to be asked anything.
func TestAPageWithoutAnArticle(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	p := page.New(roles, &asked{})
	p.FakeClock()
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(904, 772))
	p.ScrollBy(100)
	p.ScrollToEnd()
	p.RevealParagraph(2)
	p.SelectAll()
	p.GrowSelection(page.Word, 1, 0)
	p.Reveal(annotations.Span{Start: 3, End: 9})
	p.Restore(session.Place{Offset: 400})
	test.MoveMouse(w.Canvas(), fyne.NewPos(300, 300))
	test.TapCanvas(w.Canvas(), fyne.NewPos(300, 300))
	test.Drag(w.Canvas(), fyne.NewPos(300, 300), 40, 40)
	p.Refresh()
	if p.CardMention() != "" || !p.Selection().Empty() || p.FirstInView() != 0 || p.Peek("x") || p.AccessibilityLabel() != "" {
		t.Error("something is there")
	}
}

// inView is the first mention of an entity that is in view.
func inView(p *page.Page, e *annotations.Edition, id annotations.EntityID) *annotations.Mention {
	for _, m := range e.MentionsOf(id) {
		if r := p.MentionRects(m.ID())[0]; r.Y > 60 && r.Y < 600 {
			return m
		}
	}
	return nil
}

// shared counts the objects that are in both sets.
func shared(a, b map[fyne.CanvasObject]bool) int {
	n := 0
	for o := range b {
		if a[o] {
			n++
		}
	}
	return n
}

// remarks is an edition with two editor's notes on its first line.
func remarks(t *testing.T) *annotations.Edition {
	t.Helper()
	c := uitest.LongContent(t, uitest.LongText(t, 2000), 9)
	for i, id := range []string{"second", "first"} { // in the text the other way round
		start := 8 * (1 - i)
		c.Remarks = append(c.Remarks, annotations.Remark{
			ID: id, Title: id, Text: id, Span: annotations.Span{Start: start, End: start + 4}, Sources: []annotations.SourceID{"S1"},
		})
	}
	c.Sources = []annotations.Source{{ID: "S1", Type: "book", Title: "A book"}}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestEachNoteOnALineCanBeReached: where two begin on one line, a click opens
// the next, and the tip says which.
func TestEachNoteOnALineCanBeReached(t *testing.T) {
	p, w, asked := open(t, look.Light, remarks(t))
	p.FakeClock()
	r := p.SpanRects(annotations.Span{Start: 0, End: 4})[0]
	sign := fyne.NewPos(p.Format().Left+p.Format().Column+18, r.Y+r.H/2)
	for _, next := range []string{"first", "second", "first"} {
		test.MoveMouse(w.Canvas(), sign.AddXY(60, 0))
		test.MoveMouse(w.Canvas(), sign)
		if !reads(w, " · "+next) {
			t.Errorf("the sign does not name %q", next)
		}
		test.TapCanvas(w.Canvas(), sign)
	}
	if want := []string{"first", "second", "first"}; !slices.Equal(asked.notes, want) {
		t.Errorf("three clicks open %v, want %v", asked.notes, want)
	}
	signs := 0
	for _, o := range test.LaidOutObjects(w.Content()) {
		if c, ok := o.(*shape.Box); ok && c.StrokeWidth == 1 && c.Size().Width == 9 {
			signs++
		}
	}
	if signs != 1 {
		t.Errorf("two notes on a line have %d signs", signs)
	}
}
