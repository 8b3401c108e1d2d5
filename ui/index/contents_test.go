package index_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/index"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
)

// A click on a heading in the contents leads there, and where the reader is stands out.
func TestContents(t *testing.T) {
	e := uitest.Harbour(t)
	r, _, w := shown(t, e)
	var led []string
	r.OnSection = func(h annotations.Heading) { led = append(led, e.Article().Slice(h.Span)) }
	if !r.HasContents() || !says(w, "Contents") || !says(w, "What the commission") || says(w, e.Title()) {
		t.Fatal("the headings are not listed")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(80, 12+28+10)) // the first, on two lines
	test.TapCanvas(w.Canvas(), fyne.NewPos(80, 12+28+44+13))
	if len(led) != 2 || led[0] != "What the commission was asked" || led[1] != "The night shifts" {
		t.Errorf("the clicks lead to %q", led)
	}
	bars := lamps(w)
	r.SetReading(e.Sections()[1].Start + 300)
	if lamps(w) != bars+1 {
		t.Error("where the reader is does not stand out")
	}
	r.SetReading(0)
	if lamps(w) != bars {
		t.Error("before the first heading one stands out")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(80, 12+14)) // the head
	if says(w, "The night shifts") || !says(w, "Contents") {
		t.Error("a click on the head does not fold the contents")
	}
	r.OpenContents()
	if !says(w, "The night shifts") {
		t.Error("the contents stay folded")
	}
}

func TestFewHeadingsAreNoContents(t *testing.T) {
	a := uitest.Compose(t, annotations.Meta{}, "h2 One", "p Words.", "h2 Two", "p Words.")
	e, err := annotations.New(annotations.Content{Article: a})
	if err != nil {
		t.Fatal(err)
	}
	if r, _, w := shown(t, e); r.HasContents() || says(w, "Contents") {
		t.Error("two headings are listed")
	}
}

// says reports whether a window shows words as one line.
func says(w fyne.Window, words string) bool {
	for _, o := range test.LaidOutObjects(w.Canvas().Content()) {
		if x, ok := o.(*canvas.Text); ok && x.Text == words && x.Visible() {
			return true
		}
	}
	return false
}

// lamps is how many bars of the lamp's colour a window shows.
func lamps(w fyne.Window) int {
	n := 0
	for _, o := range test.LaidOutObjects(w.Canvas().Content()) {
		if x, ok := o.(*shape.Box); ok && x.Visible() && x.FillColor == look.Of(look.ColorLamp) && x.Size().Width > 0 {
			n++
		}
	}
	return n
}

func TestTheStripLeadsToTheContents(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	s := following(session.New(session.Document{Edition: uitest.Harbour(t)}), index.NewStrip(roles))
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(index.StripWidth, 500))
	opened := 0
	s.OnContents = func() { opened++ }
	test.TapCanvas(w.Canvas(), fyne.NewPos(22, 12+20))
	if opened != 1 {
		t.Error("the first cell does not open the contents")
	}
}
