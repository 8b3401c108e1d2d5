package reading_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

func TestNoteSignOpensItsNote(t *testing.T) {
	r, e, w := reader(t, look.Light)
	n := e.Remarks()[0]
	box := r.Page().SpanRects(n.Span)[0]
	f := r.Page().Format()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.Page())
	test.TapCanvas(w.Canvas(), at.AddXY(f.Left+f.Column+18, box.Y+box.H/2))
	if got := r.Session().State().Selected; got != n.About[0] {
		t.Errorf("the sign of %q opens %q, want %q", n.Title, got, n.About[0])
	}
	if !uitest.Shows(w, n.Title) {
		t.Errorf("the card does not show %q", n.Title)
	}
}

func TestEveryNoteHasACard(t *testing.T) {
	for _, n := range uitest.Edition(t).Remarks() {
		if len(n.About) == 0 {
			t.Errorf("the note %s stands on no card", n.ID)
		}
	}
}

func TestFacesOfThePanel(t *testing.T) {
	r, e, w := reader(t, look.Light)
	about := e.About()[0].Heading
	uitest.Select(r.Session(), "adam-boehler", 0)
	uitest.TypeIn(w, "a")
	if !uitest.Shows(w, about) {
		t.Errorf("A does not show %q", about)
	}
	uitest.TypeIn(w, "s")
	if uitest.Shows(w, about) || !uitest.Shows(w, "Grade A") {
		t.Error("S does not show the sources")
	}
	r.RunCommand("back")
	if !uitest.Shows(w, about) {
		t.Errorf("back from the sources does not show %q", about)
	}
	uitest.Press(w, fyne.KeyEscape)
	if !uitest.Shows(w, "Adam Boehler") || uitest.Shows(w, about) {
		t.Error("Esc does not bring back the card")
	}
}

func TestNoticeLeadsToTheEditionsWordOnItself(t *testing.T) {
	r, e, w := reader(t, look.Light)
	clickText(t, w, e.Notice(), 0)
	if r.Session().State().Panel.Face != session.About {
		t.Error("a click on what the file lacks does not tell of the edition")
	}
}

func TestAddressIsShownBeforeItIsOpened(t *testing.T) {
	r, e, w := reader(t, look.Light)
	var opened []string
	r.OnLink = func(address string) { opened = append(opened, address) }
	uitest.TypeIn(w, "s")
	all := e.Sources()
	source := all[slices.IndexFunc(all, func(s annotations.Source) bool { return s.Grade == "A" })] // listed first
	clickText(t, w, source.Publisher, 0)
	if len(opened) > 0 {
		t.Fatalf("a click on the source opens %v at once", opened)
	}
	clickText(t, w, "Open in browser", 0)
	if len(opened) != 1 || opened[0] != source.URL {
		t.Errorf("the button opens %v, want %s", opened, source.URL)
	}
}
