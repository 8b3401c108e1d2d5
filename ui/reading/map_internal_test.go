package reading

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/atlas"
	"sidelight/ui/drawing"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// By keys alone: from the article to the map, to the places on one spot, to the card of
// the second of them, and back.
func TestMapByKeys(t *testing.T) {
	app, _ := uitest.App(t, look.Light)
	r, err := New(app.Settings().Theme().(*look.Theme))
	if err != nil {
		t.Fatal(err)
	}
	queue := uitest.NewQueue()
	r.do = queue.Do
	r.Show(session.Document{Edition: uitest.Edition(t)})
	w := test.NewTempWindow(t, r.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 820))
	r.AttachCanvas(w.Canvas())
	r.FocusView()
	m := r.viewOf(session.Map).(*atlas.View)
	settle := func() { queue.RunUntil(t, m.Settled) }

	uitest.TypeIn(w, "4")
	w.Canvas().Capture()
	settle()
	board, ok := w.Canvas().Focused().(*drawing.Board)
	if !ok || r.session.State().View != session.Map {
		t.Fatalf("4 leads to %q, and the keyboard to a %T", r.session.State().View, w.Canvas().Focused())
	}
	uitest.Press(w, fyne.KeyDown)
	if board.Focused() != "place:israel" {
		t.Fatalf("the first arrow key leads to %q", board.Focused())
	}
	uitest.Press(w, fyne.KeyReturn)
	if !r.menuLayer.Shown() {
		t.Fatal("Enter on two places opens no list")
	}
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} {
		r.keys.TypedKey(&fyne.KeyEvent{Name: k})
	}
	settle()
	if s := r.session.State(); s.Selected != "southern-israel" || s.View != session.Map || !s.Panel.Open {
		t.Fatalf("the list leads to %q in %q", s.Selected, s.View)
	}
	r.nav.Back()
	settle()
	if s := r.session.State(); s.Selected != "" || s.View != session.Map {
		t.Errorf("back leads to %q in %q", s.Selected, s.View)
	}
	r.nav.Back()
	if s := r.session.State(); s.View != session.Article {
		t.Errorf("back again leads to %q", s.View)
	}
}
