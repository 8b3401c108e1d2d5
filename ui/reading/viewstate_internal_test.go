package reading

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// placed opens the sample as it was left, with lists in the place of the other views.
func placed(t *testing.T, p *prefs.Prefs) (*Placed, map[session.ViewID]*list, uitest.Queue) {
	t.Helper()
	all, views := lists()
	queue := uitest.NewQueue()
	d := placeWith(t, p, queue.Do, all)
	d.window.Resize(fyne.NewSize(1280, 820))
	d.reader.page.SetStill(true)
	d.window.Canvas().Capture()
	return d, views, queue
}

// An article comes back with the view that was shown, as it was shown, and with the place
// in the text that is not shown.
func TestViewsComeBack(t *testing.T) {
	p := NewPrefs()
	d, views, _ := placed(t, p)
	if v := d.reader.session.State().View; v != session.Article {
		t.Fatalf("a new article opens in %q", v)
	}
	end := d.reader.edition().Article().Paragraph(5)
	d.reader.page.ScrollToSpan(end.Span)
	d.reader.nav.OpenEntity("edan-alexander")
	where := d.reader.page.Place()
	d.reader.viewing.turnTo(session.Network)
	d.reader.nav.SetViews(func(v *session.Views) {
		v.Network = session.NetworkWay{Reach: session.Everyone}.With(annotations.Number, true)
	})
	ways := d.reader.session.State().Views
	views[session.Network].past, views[session.Network].mind, views[session.Map].mind = 120, "moved", "panned"
	d.leave()

	for range 2 { // the second time without a look at the article
		d, views, _ = placed(t, p)
		s := d.reader.session.State()
		if s.View != session.Network || s.Views != ways || s.Selected != "edan-alexander" || d.reader.frame.middle != fyne.CanvasObject(views[session.Network]) {
			t.Errorf("came back in %q with %+v and %q selected", s.View, s.Views, s.Selected)
		}
		n := views[session.Network]
		if n.past != 120 || n.mind != "moved" || views[session.Map].mind != "panned" || views[session.Voices].mind != "" {
			t.Errorf("the views come back with %v, %q, %q", n.past, n.mind, views[session.Map].mind)
		}
		if got := d.reader.page.Place(); got.Offset != where.Offset || got.Past != where.Past {
			t.Errorf("the article came back at %+v, not %+v", got, where)
		}
		if d.window.Canvas().Focused() != n.Focus() {
			t.Errorf("the keyboard is at %T", d.window.Canvas().Focused())
		}
		d.leave()
	}
	d, _, _ = placed(t, p)
	d.reader.viewing.turnTo(session.Article)
	if got := d.reader.page.Place(); got.Offset != where.Offset || got.Past != where.Past {
		t.Errorf("the article is shown at %+v, not %+v", got, where)
	}
}

// A view that has nothing to show any more does not come back.
func TestAViewThatIsEmptyDoesNotComeBack(t *testing.T) {
	p := NewPrefs()
	e := uitest.Edition(t)
	p.SetLeft(e, prefs.Left{Place: session.Place{Offset: -1}, Views: prefs.Views{Shown: session.Map}})
	all, views := lists()
	views[session.Map].why = "No places are known in this file"
	d := placeWith(t, p, uitest.NewQueue().Do, all)
	if s := d.reader.session.State(); s.View != session.Article || d.reader.frame.middle != fyne.CanvasObject(d.reader.page) {
		t.Errorf("came back in %q", s.View)
	}
	p.SetLeft(e, prefs.Left{Place: session.Place{Offset: -1}, Views: prefs.Views{Shown: "panorama"}})
	d = placeWith(t, p, uitest.NewQueue().Do, all)
	if s := d.reader.session.State(); s.View != session.Article {
		t.Errorf("came back in %q", s.View)
	}
}

// What a view keeps of its own is kept soon after it has changed.
func TestAMindIsKeptSoon(t *testing.T) {
	p := NewPrefs()
	d, views, queue := placed(t, p)
	d.reader.keeper.stop()
	d.reader.keeper.delay = 0
	views[session.Network].mind = "moved"
	views[session.Network].minded()
	queue.RunUntil(t, func() bool { return p.Left(d.reader.edition()).Views.Minded[session.Network] == "moved" })
}

// Back leads from the article to the view that the reader came from, as it was: with what
// was selected in it, how it was shown and how far it was scrolled.
func TestBackToAView(t *testing.T) {
	r, w, views := five(t, look.Light, 1280, 820)
	m, _ := r.edition().Nth("hamas", 3)
	r.nav.SelectMention(m.ID())
	r.commands.Run(command.ShowNetwork)
	r.nav.SetViews(func(v *session.Views) { v.Network.Reach = session.TwoSteps })
	r.nav.OpenEntity("edan-alexander") // a neighbour; the view stays
	n := views[session.Network]
	if s := r.session.State(); s.View != session.Network || n.now.Selected != "edan-alexander" {
		t.Fatalf("a neighbour is opened in %q with %q", s.View, n.now.Selected)
	}
	n.past = 340
	proof := r.edition().Article().Paragraph(4).Span
	r.nav.OpenPassage(proof)
	if s := r.session.State(); s.View != session.Article || !r.page.Sees(proof) || w.Canvas().Focused() != r.page.Focus() {
		t.Fatalf("the proof is shown in %q", s.View)
	}
	r.nav.SetViews(func(v *session.Views) { v.Timeline.AsTold = true }) // elsewhere meanwhile
	n.past = 0
	r.commands.Run(command.Back)
	s := r.session.State()
	if s.View != session.Network || s.Selected != "edan-alexander" || s.Views.Network.Reach != session.TwoSteps || n.past != 340 {
		t.Errorf("back leads to %q with %q selected, %+v and %v px", s.View, s.Selected, s.Views, n.past)
	}
	if w.Canvas().Focused() != fyne.Focusable(n) {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
	r.commands.Run(command.Back) // the one before it, in the same view
	if s := r.session.State(); s.View != session.Network || s.Selected != "hamas" {
		t.Errorf("back leads to %q with %q selected", s.View, s.Selected)
	}
	r.commands.Run(command.Back)
	if s := r.session.State(); s.View != session.Article || s.Selected != "hamas" {
		t.Errorf("back leads to %q with %q selected", s.View, s.Selected)
	}
	for range 3 {
		r.commands.Run(command.Forward)
	}
	if s := r.session.State(); s.View != session.Article || !r.page.Sees(proof) {
		t.Errorf("forward leads to %q", s.View)
	}
}

// What is found in the palette while another view is shown: a name is selected in the
// view, words lead to the article; nothing is previewed.
func TestPaletteInAView(t *testing.T) {
	r, _, views := five(t, look.Light, 1280, 820)
	r.viewing.turnTo(session.Timeline)
	where := r.page.Place()
	r.commands.Run(command.Search)
	r.search.palette.SetQuery("witkoff")
	x := r.search.palette.Chosen()
	if x == nil || x.Entity != "steve-witkoff" {
		t.Fatalf("found %+v", x)
	}
	if r.page.Place() != where || r.search.moved {
		t.Error("the article is moved behind the view")
	}
	r.search.choose(*x, false)
	if s := r.session.State(); s.View != session.Timeline || s.Selected != "steve-witkoff" || r.page.Place() != where {
		t.Errorf("a name leads to %q with %q", s.View, s.Selected)
	}
	r.commands.Run(command.Search)
	r.search.palette.SetQuery(`is:passage "remains uncertain"`)
	x = r.search.palette.Chosen()
	if x == nil || x.Span.Empty() {
		t.Fatalf("found %+v", x)
	}
	r.search.choose(*x, false)
	if s := r.session.State(); s.View != session.Article || !r.page.Sees(x.Span) || r.frame.middle != fyne.CanvasObject(r.page) {
		t.Errorf("words lead to %q", s.View)
	}
	r.commands.Run(command.Back)
	if s := r.session.State(); s.View != session.Timeline || s.Selected != "steve-witkoff" || !views[session.Timeline].focused {
		t.Errorf("back leads to %q with %q", s.View, s.Selected)
	}
}

// To find words leads to the article, and back to the view.
func TestFindFromAView(t *testing.T) {
	r, w, _ := five(t, look.Light, 1280, 820)
	r.viewing.turnTo(session.Voices)
	r.commands.Run(command.Find)
	if r.session.State().View != session.Article || w.Canvas().Focused() != r.find.bar.FocusTarget() {
		t.Fatalf("the keyboard is at %T", w.Canvas().Focused())
	}
	r.find.ask("Gaza")
	r.commands.Run(command.ShowMap) // has nothing to show: all stays
	if !r.find.shown {
		t.Error("the bar goes")
	}
	r.find.end()
	if r.commands.Run(command.Back); r.session.State().View != session.Voices {
		t.Errorf("back leads to %q", r.session.State().View)
	}
	r.commands.Run(command.Find)
	r.commands.Run(command.ShowTimeline)
	if r.find.shown || w.Canvas().Focused() != r.view().Focus() {
		t.Errorf("the bar stays over another view, and the keyboard is at %T", w.Canvas().Focused())
	}
}

// F6 goes from the view to the panel and on, and comes back to the view.
func TestPanesRoundAView(t *testing.T) {
	r, w, _ := five(t, look.Light, 1280, 820)
	r.viewing.turnTo(session.Network)
	w.Canvas().Capture()
	r.commands.Run(command.NextPane)
	if o := w.Canvas().Focused(); o == nil || r.frame.inMiddle(o) || o == r.Field() {
		t.Fatalf("F6 leads to %T", o)
	}
	for range 3 {
		r.commands.Run(command.NextPane)
	}
	if w.Canvas().Focused() != r.view().Focus() {
		t.Errorf("the round ends at %T", w.Canvas().Focused())
	}
}

// A view in a narrow window stands where the article would, and the drawer lies over it.
func TestAViewUnderADrawer(t *testing.T) {
	r, w, views := five(t, look.Light, 800, 640)
	r.viewing.turnTo(session.Network)
	r.nav.OpenEntity("hamas")
	w.Canvas().Capture()
	n := views[session.Network]
	if n.Position() != fyne.NewPos(0, 48) || n.Size() != fyne.NewSize(800, 592) || r.frame.covered() != 360 {
		t.Errorf("it stands at %v with %v, covered %v", n.Position(), n.Size(), r.frame.covered())
	}
	for range 2 {
		r.commands.Run(command.Leave)
	}
	if s := r.session.State(); s.View != session.Network || s.Panel.Open {
		t.Errorf("Esc leads to %q with the panel %v", s.View, s.Panel.Open)
	}
}
