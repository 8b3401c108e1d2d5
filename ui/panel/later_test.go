package panel_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
)

// tied is an edition of one entity with n relations, some of them to long names.
func tied(t testing.TB, n int) *annotations.Edition {
	t.Helper()
	e := often(t, n)
	c := annotations.Content{Article: e.Article(), Entities: slices.Clone(e.Entities()), Mentions: e.Mentions()}
	for i := range n {
		x := annotations.Entity{ID: annotations.EntityID(fmt.Sprint("x", i)), Kind: annotations.Person, Name: fmt.Sprint("Nr. ", i)}
		if i%9 == 0 {
			x.Name += strings.Repeat(" of the line of those who met", 3)
		}
		p := e.Article().Paragraph(i)
		c.Entities = append(c.Entities, x)
		c.Relations = append(c.Relations, annotations.Relation{
			ID: fmt.Sprint("r", i), From: x.ID, To: "hamas", Label: "met", Inverse: "was met by",
			Evidence: []annotations.Span{{Start: p.Start, End: p.Start + 20}},
		})
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// The rows of a long list are made when they come into view, by the wheel as by the
// keyboard, and are the same when the reader comes back.
func TestPanel_LongList(t *testing.T) {
	const n = 300
	p := newRig(tied(t, n), themed(t, look.Light))
	win := open(t, p.Panel, 376, 500)
	if per := testing.AllocsPerRun(1, func() {
		p.ShowEntity("hamas", -1)
		p.ShowEntity("", -1)
	}); per > mostAllocated {
		t.Errorf("%v allocations", per)
	}
	p.ShowEntity("hamas", -1)
	before := all(p.Panel)
	for at := 0; at < n; {
		words := all(p.Panel)
		for at < n && strings.Contains(words, fmt.Sprintf("Nr. %d ", at)) {
			at++
		}
		y := p.Offset()
		test.Scroll(win.Canvas(), fyne.NewPos(100, 300), 0, -100)
		if p.Offset() == y && at < n {
			t.Fatalf("the list ends at %d: %s", at, words)
		}
	}
	for p.Offset() > 0 {
		y := p.Offset()
		test.Scroll(win.Canvas(), fyne.NewPos(100, 300), 0, 100)
		if p.Offset() >= y {
			t.Fatalf("the wheel does not lead up from %v, but to %v", y, p.Offset())
		}
	}
	if got := all(p.Panel); got != before {
		t.Errorf("the beginning is %q, not %q", got, before)
	}
	row := labelled(t, p.Panel, "was met by Nr. 1").CanvasObject.(fyne.Focusable)
	win.Canvas().Focus(row)
	for range 400 { // each row, and the link in it
		win.Canvas().FocusNext()
	}
	f, ok := win.Canvas().Focused().(fyne.CanvasObject)
	if !ok {
		t.Fatal("nothing has the focus")
	}
	if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(f).Y; y < 44 || y > 500 || p.Offset() < 4000 {
		t.Errorf("after 400 steps the focus is at %v of %v", y, p.Offset())
	}
}
