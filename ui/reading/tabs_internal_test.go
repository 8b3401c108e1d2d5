package reading

import (
	"context"
	"image"
	"image/draw"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/speech"
	"sidelight/ui/uitest"
	"sidelight/ui/view"
)

// quiet is a voice that speaks its first words until it is stopped.
type quiet struct{}

func (quiet) Say(ctx context.Context, _ string, _ speech.Manner) error {
	<-ctx.Done()
	return ctx.Err()
}

// five opens the sample in a window with five views, of which the map has nothing to
// show.
func five(t *testing.T, scheme look.Scheme, width, height float32) (*Reader, fyne.Window, map[session.ViewID]*list) {
	t.Helper()
	app, _ := uitest.App(t, scheme)
	all, views := lists()
	views[session.Map].why = "No places are known in this file"
	r, err := newReader(app.Settings().Theme().(*look.Theme), quiet{}, all)
	if err != nil {
		t.Fatal(err)
	}
	r.OnOpenFile = func() {}
	r.Show(session.Document{Edition: uitest.Edition(t)})
	r.page.SetStill(true)
	w := test.NewTempWindow(t, r.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	r.AttachCanvas(w.Canvas())
	w.Canvas().Capture()
	w.Canvas().Focus(r.page)
	return r, w, views
}

// lists returns the views of the design, of which all but the article are lists.
func lists() ([]slot, map[session.ViewID]*list) {
	views, all := map[session.ViewID]*list{}, every()
	for i, s := range all {
		if s.id != session.Article {
			l := newList()
			l.id = s.id
			views[s.id] = l
			all[i].make = func(making) view.View { return l }
		}
	}
	return all, views
}

// x is how far right of the window's left edge an object begins, in pixels.
func x(o fyne.CanvasObject) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).X
}

// The toolbar stands as the design has it in each width of the window, and nothing in it
// lies over anything else.
func TestToolbarInEachWidth(t *testing.T) {
	r, w, _ := five(t, look.Light, 1280, 500)
	tools := r.frame.tools
	type places map[fyne.CanvasObject]float32
	for _, c := range []struct {
		window float32
		folded bool
		at     places
	}{
		{1280, false, places{tools.index: 8, tools.menu: 42, tools.open: 76, tools.back: 142, tools.forward: 176, tools.tabs: 280, tools.layers: 758, r.frame.field: 921}},
		{1000, false, places{tools.index: 8, tools.menu: 42, tools.tabs: 84, tools.back: 418, tools.forward: 452, tools.layers: 494, r.frame.field: 657}},
		{800, true, places{tools.index: 8, tools.menu: 42, tools.back: 76, tools.forward: 110, tools.tabs: 152, tools.layers: 409, r.frame.field: 572}},
		{700, true, places{tools.tabs: 152, tools.search: 656}},
		{640, true, places{tools.tabs: 152, tools.search: 596}},
		{900, true, places{tools.tabs: 74, tools.back: 318}},
		{1100, false, places{tools.open: 76, tools.layers: 578}},
		{1920, false, places{tools.tabs: 556}},
	} {
		w.Resize(fyne.NewSize(c.window, 500))
		if tools.tabs.folded != c.folded {
			t.Errorf("in %v px the tabs are folded: %v", c.window, !c.folded)
		}
		for o, want := range c.at {
			if got := x(o); got != want || !o.Visible() {
				t.Errorf("in %v px something begins at %v, not %v, and is to be seen: %v", c.window, got, want, o.Visible())
			}
		}
		apart(t, c.window, r.frame)
	}
	w.Resize(fyne.NewSize(1000, 500))
	tools.setTray(3) // beside five tabs there is just room for it
	for _, window := range []float32{640, 719, 720, 800, 899, 900, 970, 1000, 1099, 1100, 1280, 1920} {
		w.Resize(fyne.NewSize(window, 500))
		apart(t, window, r.frame)
	}
}

// apart checks that the parts of the toolbar and the field lie beside each other.
func apart(t *testing.T, window float32, f *frame) {
	t.Helper()
	parts := []fyne.CanvasObject{f.tools.index, f.tools.menu, f.tools.open, f.tools.back, f.tools.forward, f.tools.tabs,
		f.tools.tray, f.tools.layers, f.tools.text, f.tools.theme, f.tools.panel, f.tools.search, f.field}
	for _, b := range f.tools.player.buttons() {
		parts = append(parts, b)
	}
	for i, a := range parts {
		for _, b := range parts[:i] {
			if a.Visible() && b.Visible() && x(a) < x(b)+b.Size().Width && x(b) < x(a)+a.Size().Width {
				t.Errorf("in %v px what begins at %v with %v px lies over what begins at %v with %v px", window, x(a), a.Size().Width, x(b), b.Size().Width)
			}
		}
		if end := x(a) + a.Size().Width; a.Visible() && end > window {
			t.Errorf("in %v px something ends at %v", window, end)
		}
	}
}

// While the article is read aloud the buttons for that have room in each width.
func TestToolbarWhileReadingAloud(t *testing.T) {
	r, w, _ := five(t, look.Light, 1280, 500)
	r.frame.tools.setTray(12)
	r.do = func(func()) {} // the sentence does not end while the test runs
	r.commands.Run(command.ReadAloud)
	defer r.aloud.stop()
	if r.frame.tools.player.stop.Hidden {
		t.Fatal("nothing is read aloud")
	}
	for _, window := range []float32{640, 719, 720, 800, 899, 900, 1000, 1099, 1100, 1280, 1920} {
		w.Resize(fyne.NewSize(window, 500))
		apart(t, window, r.frame)
	}
}

// A view with nothing to show has a faint tab, says why to who points there, and to who
// asks for it, and does not come.
func TestAViewWithNothingToShow(t *testing.T) {
	r, _, views := five(t, look.Light, 1280, 500)
	var said []string
	r.say = func(_, words string) { said = append(said, words) }
	faint := r.frame.tools.tabs.all[3]
	if tip := faint.Tip(); tip.Words != views[session.Map].why || tip.Key != "4" {
		t.Errorf("the tip says %+v", tip)
	}
	if tip := r.frame.tools.tabs.all[2].Tip(); tip.Words != "Network" || tip.Key != "3" {
		t.Errorf("the tip of another tab says %+v", tip)
	}
	test.Tap(faint)
	test.Type(r.page, "4")
	if s := r.session.State(); len(said) != 2 || said[0] != views[session.Map].why || s.View != session.Article || r.nav.CanBack() {
		t.Errorf("said %q, and the view is %q", said, s.View)
	}
	views[session.Map].why = "" // marks have been found since
	r.Show(session.Document{Revision: 1, Edition: uitest.Edition(t)})
	if test.Type(r.page, "4"); r.session.State().View != session.Map {
		t.Error("a view that has something to show since does not come")
	}
}

// Keys and clicks lead to each view; a second time, nothing happens.
func TestKeysTurn(t *testing.T) {
	r, _, views := five(t, look.Light, 1280, 500)
	for i, s := range r.views[1:] {
		if s.id == session.Map {
			continue
		}
		r.keys.TypedRune('1')
		r.keys.TypedRune(s.key)
		if r.session.State().View != s.id || !views[s.id].focused || !r.frame.tools.tabs.all[i+1].shown || !r.commands.Command(s.command).Checked() {
			t.Errorf("%c leads to %q", s.key, r.session.State().View)
		}
		here := r.nav.Place()
		r.keys.TypedRune(s.key)
		if r.nav.Back(); r.session.State().View != session.Article || here.View != s.id {
			t.Errorf("back from %q leads to %q", s.id, r.session.State().View)
		}
	}
}

// The tab with the keyboard: arrows walk, Enter turns.
func TestTabsByKeyboard(t *testing.T) {
	r, w, _ := five(t, look.Light, 1280, 500)
	tabs := r.frame.tools.tabs.all
	w.Canvas().Focus(tabs[0])
	press := func(k fyne.KeyName) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	press(fyne.KeyRight)
	press(fyne.KeyRight)
	if w.Canvas().Focused() != fyne.Focusable(tabs[2]) || r.session.State().View != session.Article {
		t.Fatal("arrows do not walk")
	}
	press(fyne.KeyReturn)
	if r.session.State().View != session.Network || w.Canvas().Focused() != r.view().Focus() {
		t.Errorf("Enter turns to %q", r.session.State().View)
	}
	w.Canvas().Focus(tabs[0])
	if press(fyne.KeyLeft); w.Canvas().Focused() != fyne.Focusable(tabs[4]) {
		t.Error("an arrow does not go round the end")
	}
}

// In a narrow window one tab opens the list of the views.
func TestTheOneTab(t *testing.T) {
	r, w, _ := five(t, look.Light, 800, 640)
	one := r.frame.tools.tabs.one
	w.Canvas().Focus(one)
	one.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if !r.menuLayer.Shown() {
		t.Fatal("no list opens")
	}
	r.menuLayer.TakeKey(fyne.KeyDown)
	r.menuLayer.TakeKey(fyne.KeyReturn)
	if r.session.State().View != session.Timeline || one.words.Content() != "Timeline" || r.menuLayer.Shown() {
		t.Errorf("the second row leads to %q, and the tab says %q", r.session.State().View, one.words.Content())
	}
}

func TestTabsLook(t *testing.T) {
	_, w, _ := five(t, look.Light, 1280, 500)
	strip := func(name string) {
		t.Helper()
		bar := image.NewNRGBA(image.Rect(0, 0, int(w.Canvas().Size().Width), control.BarHeight))
		draw.Draw(bar, bar.Bounds(), w.Canvas().Capture(), image.Point{}, draw.Src)
		test.AssertImageMatches(t, "tabs-"+name+".png", bar)
	}
	strip("1280")
	w.Resize(fyne.NewSize(800, 500))
	strip("800")
}
