package reading

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations/search"
	"sidelight/ui/session"
)

// A click on the sign of an editor's note opens the card at the note and leaves the
// text where it is, also at the foot of the page.
func TestSignOfANoteScrollsNothing(t *testing.T) {
	d, w := atSample(t)
	p, all := d.reader.page, d.reader.edition().Remarks()
	p.SetStill(true)
	n := all[len(all)-1]
	a := d.reader.edition().Article()
	for _, x := range all { // a paragraph has one sign, at its first note
		if a.ParagraphAt(x.Start) == a.ParagraphAt(n.Start) && x.Start < n.Start {
			n = x
		}
	}
	p.ScrollToSpan(n.Span)
	p.ScrollBy(p.SpanRects(n.Span)[0].Y - (p.Size().Height - 40))
	w.Canvas().Capture()
	line, place := p.SpanRects(n.Span)[0], p.Place()
	sign := fyne.NewPos(p.Format().Left+p.Format().Column+18, line.Y+line.H/2)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	test.TapCanvas(w.Canvas(), at.Add(sign))
	if got := d.reader.session.State().Panel.Remark; got != n.ID {
		t.Fatalf("the sign opens the note %q, want %q", got, n.ID)
	}
	if got := p.Place(); got != place {
		t.Errorf("the text stands at %+v, want %+v", got, place)
	}
}

// Who chooses a note that the card is at already wants to see it: the panel is told.
func TestNoteIsFoundAgain(t *testing.T) {
	d, _ := atSample(t)
	r := d.reader
	n := r.edition().Remarks()[0]
	found := search.Result{Type: search.Note, ID: n.ID, Entity: n.About[0], Span: n.Span}
	r.search.show(found)
	told := 0
	r.session.OnChange(func(_, now session.Snapshot) {
		if now.Panel.Remark == n.ID {
			told++
		}
	})
	if r.search.show(found); told != 1 {
		t.Errorf("the panel is told %d times to show the note, want once", told)
	}
}
