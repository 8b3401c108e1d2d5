package reading_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/prose"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/speech"
	"sidelight/ui/uitest"
)

// reader opens the reader in a test window, with nothing that moves.
func reader(t testing.TB, scheme look.Scheme) (*reading.Reader, *annotations.Edition, fyne.Window) {
	t.Helper()
	return readerWith(t, scheme, nil)
}

// readerWith is reader with a voice, or without if that is nil.
func readerWith(t testing.TB, scheme look.Scheme, voice speech.Voice) (*reading.Reader, *annotations.Edition, fyne.Window) {
	t.Helper()
	app, _ := uitest.App(t, scheme)
	e := uitest.Edition(t)
	r, err := reading.NewSpeaking(app.Settings().Theme().(*look.Theme), voice)
	if err != nil {
		t.Fatal(err)
	}
	r.Show(session.Document{Edition: e})
	r.OnOpenFile = func() {} // as in the program, so that its button looks as it does there
	r.OnPrint, r.OnSavePage, r.OnPortrait = func(reading.Paper) {}, func(reading.Paper) {}, func(reading.Portrait) {}
	r.Page().SetStill(true)
	w := test.NewWindow(r.Content())
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 820))
	r.AttachCanvas(w.Canvas())
	w.Canvas().Capture() // the first frame: focus finds only what has been drawn
	w.Canvas().Focus(r.Page())
	return r, e, w
}

// click clicks the middle of a mention's first line.
func click(t testing.TB, r *reading.Reader, w fyne.Window, mention annotations.MentionID) {
	t.Helper()
	box := r.Page().MentionRects(mention)[0]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.Page())
	test.TapCanvas(w.Canvas(), at.AddXY(box.X+box.W/2, box.Y+box.H/2))
}

// clickText clicks the n-th text in the window that reads so, scrolling the
// panel to it first.
func clickText(t testing.TB, w fyne.Window, text string, n int) {
	t.Helper()
	for range 60 {
		var all []*prose.Text
		for _, o := range test.LaidOutObjects(w.Content()) {
			if x, ok := o.(*prose.Text); ok && x.Content() == text {
				all = append(all, x)
			}
		}
		if n < len(all) {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(all[n])
			if bottom := w.Canvas().Size().Height; at.Y < bottom-20 {
				test.TapCanvas(w.Canvas(), at.AddXY(4, all[n].Size().Height/2))
				return
			}
		}
		test.Scroll(w.Canvas(), fyne.NewPos(1100, 400), 0, -100)
	}
	t.Fatalf("nothing in the window reads %q", text)
}

func TestClickOpensACard(t *testing.T) {
	r, e, w := reader(t, look.Light)
	if !uitest.Shows(w, "At a glance") {
		t.Error("the panel does not begin with the article at a glance")
	}
	click(t, r, w, nth(e, "karoline-leavitt", 1))
	if s := r.Session().State(); s.Selected != "karoline-leavitt" || e.Ordinal(s.Mention) != 1 {
		t.Errorf("a click selects %s, the mention %s", s.Selected, s.Mention)
	}
	if !uitest.Shows(w, "Karoline Leavitt") || uitest.Shows(w, "At a glance") {
		t.Error("the panel does not show the card")
	}
}

func TestSecondClickTakesTheMarkAround(t *testing.T) {
	r, e, w := reader(t, look.Light)
	var inner annotations.Mention
	for _, m := range e.Mentions() {
		if e.Article().Slice(m.Span) == "Gaza Strip" {
			inner = m
		}
	}
	click(t, r, w, inner.ID())
	if got := r.Session().State().Selected; got != inner.Entity {
		t.Fatalf("the first click selects %s", got)
	}
	click(t, r, w, inner.ID())
	around, _ := e.Parent(inner.ID())
	want := around.Entity
	if got := r.Session().State().Selected; got != want {
		t.Errorf("the second click selects %s, want %s", got, want)
	}
}

func TestFactLeadsToItsWordsAndBack(t *testing.T) {
	r, e, w := reader(t, look.Light)
	click(t, r, w, nth(e, "white-house", 0))
	uitest.Select(r.Session(), "adam-boehler", 0)
	before := r.Page().Place()
	clickText(t, w, "¶5", 0)
	after := r.Page().Place()
	if after == before {
		t.Fatal("the page stays where it is")
	}
	rects := r.Page().MentionRects(nth(e, "adam-boehler", 0))
	if y := rects[0].Y; y < 36 || y > 700 {
		t.Errorf("the evidence stands at %v", y)
	}
	r.RunCommand("back")
	if got := r.Page().Place(); got != before {
		t.Errorf("back leads to %v, want %v", got, before)
	}
	r.RunCommand("forward")
	if got := r.Page().Place().Offset; got != after.Offset {
		t.Errorf("forward leads to %v, want %v", got, after.Offset)
	}
}

func TestConnectedEntityOpensItsCard(t *testing.T) {
	r, e, w := reader(t, look.Light)
	uitest.Select(r.Session(), "adam-boehler", 0)
	link := e.TiesOf("adam-boehler")[0]
	other, _ := e.Entity(link.Other)
	clickText(t, w, other.Name, 0)
	if got := r.Session().State().Selected; got != link.Other {
		t.Errorf("a click on %q selects %s", other.Name, got)
	}
}

func TestKeyboardAlone(t *testing.T) {
	r, e, w := reader(t, look.Light)
	uitest.Press(w, fyne.KeyTab, fyne.KeyTab)
	focused := r.Session().State().Focused
	if focused != e.Mentions()[1].ID() {
		t.Fatalf("two tabs focus the mention %s, want the second", focused)
	}
	uitest.Press(w, fyne.KeyReturn)
	if r.Session().State().Selected == "" {
		t.Fatal("Enter opens nothing")
	}
	uitest.Select(r.Session(), "hamas", 0)
	uitest.TypeIn(w, "]]")
	if got := e.Ordinal(r.Session().State().Mention); got != 2 {
		t.Errorf("two ] lead to mention %d, want 2", got)
	}
	uitest.TypeIn(w, "[")
	if got := e.Ordinal(r.Session().State().Mention); got != 1 {
		t.Errorf("[ leads to mention %d, want 1", got)
	}
	uitest.Press(w, fyne.KeyEscape)
	if got := r.Session().State().Selected; got != "" {
		t.Errorf("Esc leaves %s selected", got)
	}
	uitest.Press(w, fyne.KeyEscape, fyne.KeyEscape)
	if r.Session().State().Panel.Open {
		t.Error("Esc leaves the panel open")
	}
	uitest.TypeIn(w, "p")
	if !r.Session().State().Panel.Open {
		t.Error("P does not open the panel")
	}
}

func TestSingleLettersAreTextInTheField(t *testing.T) {
	r, _, w := reader(t, look.Light)
	w.Canvas().Focus(r.Field())
	uitest.TypeIn(w, "pt[")
	if got := r.Session().State().Query; got != "pt[" {
		t.Errorf("the field holds %q", got)
	}
	uitest.Press(w, fyne.KeyEscape)
	if got := r.Session().State().Query; got != "" {
		t.Errorf("Esc leaves %q in the field", got)
	}
}

func TestThemeSwitches(t *testing.T) {
	r, _, w := reader(t, look.System)
	var asked []look.Scheme
	r.OnTheme = func(s look.Scheme) {
		asked = append(asked, s)
		look.Current().Turn(s)
	}
	first := look.Of(look.ColorPage)
	for range look.Schemes() {
		before := look.Of(look.ColorPage)
		uitest.TypeIn(w, "t")
		if look.Of(look.ColorPage) == before {
			t.Errorf("the page stays %v", before)
		}
	}
	if n := len(asked); n != 4 || asked[n-1] != look.System || look.Of(look.ColorPage) != first {
		t.Errorf("asked for %v, want the last to follow the system again", asked)
	}
}

func TestPanelClosesAndTheTextStays(t *testing.T) {
	r, e, _ := reader(t, look.Light)
	before := r.Page().MentionRects(nth(e, "hamas", 0))[0]
	uitest.OpenPanel(r.Session(), false)
	if after := r.Page().MentionRects(nth(e, "hamas", 0))[0]; after != before {
		t.Errorf("when the panel closes, a word moves from %v to %v", before, after)
	}
}

// kept returns preferences, and what opens the sample in a new window with them.
// Quit keeps where the reader is.
func kept(t *testing.T) (open func() (*reading.Reader, fyne.Window), p *prefs.Prefs) {
	t.Helper()
	p = reading.NewPrefs()
	return func() (*reading.Reader, fyne.Window) {
		d := reading.Place(t, p, uitest.NewQueue().Do) // nothing is kept but by the test
		d.Reader().Page().SetStill(true)
		d.Window().Canvas().Capture()
		return d.Reader(), d.Window()
	}, p
}

func TestWindowIsKept(t *testing.T) {
	open, _ := kept(t)
	r, w := open()
	e := r.Session().Edition()
	w.Resize(fyne.NewSize(1100, 700))
	uitest.Select(r.Session(), "hamas", 3)
	r.Page().ScrollToSpan(e.MentionsOf("edan-alexander")[0].Span)
	place := r.Page().Place()
	r.RunCommand("quit")

	r, w = open()
	if got := w.Canvas().Size(); got != fyne.NewSize(1100, 700) {
		t.Errorf("the window opens with %v", got)
	}
	if s := r.Session().State(); s.Selected != "hamas" || e.Ordinal(s.Mention) != 3 {
		t.Errorf("selected is %s, mention %s", s.Selected, s.Mention)
	}
	if got := r.Page().Place().Offset; got != place.Offset {
		t.Errorf("the view begins at byte %d, want %d", got, place.Offset)
	}
}

func TestWindowPictures(t *testing.T) {
	for _, c := range []struct {
		name   string
		scheme look.Scheme
		size   fyne.Size
	}{
		{"window-light.png", look.Light, fyne.NewSize(1280, 820)},
		{"window-dark-small.png", look.Dark, fyne.NewSize(1000, 700)},
	} {
		r, e, w := reader(t, c.scheme)
		w.Resize(c.size)
		uitest.Select(r.Session(), "adam-boehler", 0)
		r.Page().ScrollToSpan(e.MentionsOf("adam-boehler")[0].Span)
		w.Canvas().Unfocus()
		test.AssertImageMatches(t, c.name, w.Canvas().Capture())
	}
}

// TestAnyEdition: an edition may hold next to nothing.
func TestAnyEdition(t *testing.T) {
	app, _ := uitest.App(t, look.Light)
	article, err := annotations.NewArticle("word.txt", "Word")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: article})
	if err != nil {
		t.Fatal(err)
	}
	r, err := reading.New(app.Settings().Theme().(*look.Theme))
	if err != nil {
		t.Fatal(err)
	}
	r.Show(session.Document{Edition: e})
	w := test.NewTempWindow(t, r.Content())
	w.Resize(fyne.NewSize(1280, 820))
	r.AttachCanvas(w.Canvas())
	w.Canvas().Capture()
	w.Canvas().Focus(r.Page())
	uitest.Press(w, fyne.KeyTab, fyne.KeyReturn, fyne.KeySpace, fyne.KeyEscape)
	uitest.TypeIn(w, "jk[]pt")
	if !uitest.Shows(w, "1 word") {
		t.Error("the page does not say how long the article is")
	}
}

func TestBackPassesOverJumpsThatLedNowhere(t *testing.T) {
	r, e, w := reader(t, look.Light)
	hamas := nth(e, "hamas", 0)
	click(t, r, w, hamas)
	click(t, r, w, hamas)
	click(t, r, w, hamas)
	r.RunCommand("back")
	if got := r.Session().State().Selected; got != "" {
		t.Errorf("after one step back %q is still selected", got)
	}
}

func TestClosingThePanelGivesThePageTheKeyboard(t *testing.T) {
	r, _, w := reader(t, look.Light)
	w.Canvas().FocusNext() // into the panel
	if w.Canvas().Focused() == fyne.Focusable(r.Page()) {
		t.Fatal("the focus stays in the page")
	}
	uitest.OpenPanel(r.Session(), false)
	if w.Canvas().Focused() != fyne.Focusable(r.Page()) {
		t.Error("the focus stays in the closed panel")
	}
}
