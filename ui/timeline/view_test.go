package timeline_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	rows "sidelight/annotations/timeline"
	"sidelight/ui/command"
	"sidelight/ui/drawing"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// zones are the sizes of the page in windows of 1280x820, 1000x700 and 1920x1080.
var zones = []fyne.Size{{Width: 688, Height: 772}, {Width: 596, Height: 652}, {Width: 1244, Height: 1032}}

// click taps the middle of a group.
func (r *rig) click(key string) {
	r.t.Helper()
	g := r.group(key)
	test.TapCanvas(r.window.Canvas(), r.at(g.Hit))
	r.settle()
}

// at is the middle of a rectangle of the drawing in the window.
func (r *rig) at(hit figure.Rect) fyne.Position {
	c := hit.Centre()
	return fyne.NewPos(c.X, c.Y+r.window.Canvas().Size().Height-r.view.ViewHeight()-r.view.Place().Past)
}

func (r *rig) group(key string) *figure.Group {
	r.t.Helper()
	g, ok := r.view.Figure().Find(key)
	if !ok {
		r.t.Fatalf("there is no %s", key)
	}
	return g
}

// beams returns the keys of the rows with a beam.
func (r *rig) beams() []string {
	var out []string
	for _, g := range r.view.Figure().Groups {
		if slices.ContainsFunc(g.Shapes, func(s figure.Shape) bool { b, ok := s.(figure.Box); return ok && b.Beam }) {
			out = append(out, g.Key)
		}
	}
	return out
}

func (r *rig) setWay(w session.TimelineWay) {
	r.t.Helper()
	r.session.Update(func(s *session.State) { s.Views.Timeline = w })
	r.settle()
}

// order returns the keys of the rows from top to bottom.
func (r *rig) order() []string {
	var out []string
	for _, g := range r.view.Figure().Groups {
		if g.Target.Entity != "" {
			out = append(out, g.Key)
		}
	}
	return out
}

// TestNothingIsCut holds what is drawn to its own edges and to places of its own, in the
// type of the program.
func TestNothingIsCut(t *testing.T) {
	for _, size := range zones {
		r := newRig(t, look.Light, uitest.Edition(t), size.Width, size.Height)
		measure := drawing.Measure(roles(t))
		for _, way := range []session.TimelineWay{{}, {AsTold: true}, {Background: true, Since: true}, {AsTold: true, Since: true}} {
			r.setWay(way)
			f := r.view.Figure()
			page := figure.Rect{W: f.Width, H: f.Height}
			if f.Width != size.Width {
				t.Errorf("the drawing is %v wide in a view of %v", f.Width, size.Width)
			}
			var labels []figure.Words
			for _, g := range f.Groups {
				if !page.Holds(g.Bounds()) {
					t.Errorf("%v: %s is not inside", size, g.Key)
				}
				for _, s := range g.Shapes {
					if w, ok := s.(figure.Words); ok {
						labels = append(labels, w)
						if w.At.W != measure(w.Font, w.Text) {
							t.Errorf("%q has %v pixels of %v", w.Text, w.At.W, measure(w.Font, w.Text))
						}
					}
				}
			}
			slices.SortFunc(labels, func(a, b figure.Words) int { return cmp.Compare(a.At.Y, b.At.Y) })
			for i, a := range labels {
				for _, b := range labels[i+1:] {
					if b.At.Y >= a.At.Bottom() {
						break
					}
					if a.At.Overlaps(b.At) {
						t.Errorf("%v: %q lies over %q", size, a.Text, b.Text)
					}
				}
			}
		}
	}
}

func roles(t testing.TB) look.Roles {
	t.Helper()
	theme, err := look.New(look.Light)
	if err != nil {
		t.Fatal(err)
	}
	return theme.Roles()
}

func TestBothOrdersShowTheSame(t *testing.T) {
	r := newRig(t, look.Light, uitest.Edition(t), 688, 772)
	happened := r.order()
	r.setWay(session.TimelineWay{AsTold: true})
	told := r.order()
	if slices.Equal(happened, told) {
		t.Error("the article does not tell in the order of time")
	}
	slices.Sort(happened)
	slices.Sort(told)
	if !slices.Equal(happened, told) || len(slices.Compact(told)) != len(happened) {
		t.Errorf("as it happened %v, as told %v", happened, told)
	}
}

func TestARowOpensItsCard(t *testing.T) {
	r := newRig(t, look.Light, uitest.Edition(t), 688, 772)
	r.click("event:ceasefire-agreement")
	if s := r.session.State(); s.Selected != "ceasefire-agreement" || !s.Panel.Open || s.View != session.Timeline {
		t.Errorf("selected %q, panel open %v, view %q", s.Selected, s.Panel.Open, s.View)
	}
	if b := r.beams(); !slices.Equal(b, []string{"event:ceasefire-agreement"}) {
		t.Errorf("the beam lies on %v", b)
	}
	r.click("event:new-proposal")
	r.nav.Back()
	r.settle()
	if s := r.session.State(); s.Selected != "ceasefire-agreement" || !slices.Equal(r.beams(), []string{"event:ceasefire-agreement"}) {
		t.Errorf("back leads to %q, with the beam on %v", s.Selected, r.beams())
	}
}

func TestASignLeadsToTheWords(t *testing.T) {
	r := newRig(t, look.Light, uitest.Edition(t), 688, 772)
	r.click(rows.SignOf("event:october-7-attack"))
	if s := r.session.State(); s.View != session.Article {
		t.Errorf("the view is %q", s.View)
	}
	r.nav.Back()
	if s := r.session.State(); s.View != session.Timeline {
		t.Errorf("back leads to %q", s.View)
	}
}

// TestOneBeamAtMost selects everything that there is.
func TestOneBeamAtMost(t *testing.T) {
	e := uitest.Edition(t)
	r := newRig(t, look.Light, e, 688, 772)
	for _, x := range e.Entities() {
		r.session.Update(func(s *session.State) { s.Select(x.ID, "") })
		if b := r.beams(); len(b) > 1 || len(b) == 0 && (x.Kind == annotations.Event || x.ID == "d-last-month") {
			t.Errorf("%s: beams on %v", x.ID, b)
		}
	}
	r.session.Update(func(s *session.State) { s.Select("d-last-month", "") })
	if b := r.beams(); !slices.Equal(b, []string{"event:us-hamas-talks"}) {
		t.Errorf("the date lights %v", b)
	}
}

func TestKeys(t *testing.T) {
	r := newRig(t, look.Light, uitest.Edition(t), 688, 772)
	all := r.order()
	r.window.Canvas().Focus(r.view.Focus())
	press := func(keys ...fyne.KeyName) {
		uitest.Press(r.window, keys...)
		r.settle()
	}
	if got := r.focused(); got != all[0] {
		t.Errorf("the keyboard is at %q", got)
	}
	press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	if got := r.focused(); got != all[1] {
		t.Errorf("the keyboard is at %q, want the second row", got)
	}
	press(fyne.KeyRight)
	if got := r.focused(); got != rows.SignOf(all[1]) {
		t.Errorf("the keyboard is at %q, want the sign", got)
	}
	press(fyne.KeyLeft, fyne.KeyEnd)
	if got := r.focused(); got != all[len(all)-1] || r.view.Place().Past == 0 {
		t.Errorf("the keyboard is at %q, %v down", got, r.view.Place().Past)
	}
	press(fyne.KeyReturn)
	if s := r.session.State(); s.Selected != "new-proposal" || !slices.Equal(r.beams(), []string{all[len(all)-1]}) {
		t.Errorf("Enter selects %q, beam on %v", s.Selected, r.beams())
	}
	press(fyne.KeyHome, fyne.KeyRight, fyne.KeyReturn)
	if s := r.session.State(); s.View != session.Article {
		t.Error("Enter on a sign does not lead to the words")
	}
}

// focused is what the keyboard is at.
func (r *rig) focused() string { return r.view.Focus().(*drawing.Board).Focused() }

func TestMenus(t *testing.T) {
	r := newRig(t, look.Light, uitest.Edition(t), 688, 772)
	var got command.Target
	r.view.OnMenu = func(t command.Target, _ fyne.Position) { got = t }
	for key, want := range map[string]command.Target{
		"event:october-7-attack":              {On: command.OnEntity, Entity: "october-7-attack", Kind: annotations.Event},
		rows.SignOf("event:october-7-attack"): {On: command.OnPassage, Passage: r.group(rows.SignOf("event:october-7-attack")).Target.Passage},
	} {
		got = command.Target{}
		uitest.RightClick(r.window.Canvas(), r.at(r.group(key).Hit))
		if got != want {
			t.Errorf("%s: the menu is about %v, want %v", key, got, want)
		}
	}
	r.view.ScrollToEnd()
	uitest.RightClick(r.window.Canvas(), r.at(r.group("fact:talks-more-expected").Hit))
	if want := (command.Target{On: command.OnFact, Fact: "talks-more-expected", Entity: "us-hamas-talks"}); got != want {
		t.Errorf("the menu is about %v, want %v", got, want)
	}
}

func TestTheLineOfTheRowUnderThePointerIsLit(t *testing.T) {
	r := newRig(t, look.Light, uitest.Edition(t), 688, 772)
	key := "event:october-7-attack"
	width := func() float32 {
		for _, s := range r.group(key + "#line").Shapes {
			if l, ok := s.(figure.Line); ok {
				return l.Width
			}
		}
		return 0
	}
	before := width()
	test.MoveMouse(r.window.Canvas(), r.at(r.group(key).Hit))
	if width() <= before {
		t.Errorf("the line is %v wide, and %v under the pointer", before, width())
	}
	test.MoveMouse(r.window.Canvas(), fyne.NewPos(300, 10))
	if width() != before {
		t.Error("the line stays lit")
	}
}

// TestTheBarChoosesTheOrder gives the keyboard to the choice in the bar.
func TestTheBarChoosesTheOrder(t *testing.T) {
	r := newRig(t, look.Light, uitest.Edition(t), 688, 772)
	uitest.Walk(r.view, func(o fyne.CanvasObject) {
		if f, ok := o.(fyne.Focusable); ok && strings.HasPrefix(nameOf(o), "Order") {
			r.window.Canvas().Focus(f)
		}
	})
	uitest.Press(r.window, fyne.KeyRight)
	r.settle()
	if !r.session.State().Views.Timeline.AsTold || r.order()[0] != "event:white-house-briefing" {
		t.Errorf("as told %v, first %s", r.session.State().Views.Timeline.AsTold, r.order()[0])
	}
	for _, words := range []string{"12 moments", "3 dated, 7 placed by the article, 2 still ahead", "As it happened"} {
		if !uitest.Shows(r.window, words) {
			t.Errorf("the bar does not say %q", words)
		}
	}
}

func nameOf(o fyne.CanvasObject) string {
	if a, ok := o.(fyne.Accessible); ok {
		return a.AccessibilityLabel()
	}
	return ""
}

func TestWhatIsNotInTheArticleIsSwitchedIn(t *testing.T) {
	r := newRig(t, look.Light, uitest.Edition(t), 688, 772)
	n := len(r.order())
	r.setWay(session.TimelineWay{Since: true})
	since := 0
	for _, f := range r.session.Edition().Facts() {
		if f.State == annotations.Since {
			since++
			if g := r.group("fact:" + string(f.ID)); !drawnApart(g) {
				t.Errorf("%s is not drawn apart", f.ID)
			}
		}
	}
	if got := len(r.order()); got != n+since {
		t.Errorf("%d rows, want %d and %d", got, n, since)
	}
}

// A line of a list happened at no time, so there is nothing to switch in.
func TestALineOfAListIsNotOffered(t *testing.T) {
	a, err := annotations.NewArticle("a.txt", "They met in Egypt on 3 May 2024.")
	if err != nil {
		t.Fatal(err)
	}
	when, err := annotations.ParseDate("2024-05-03")
	if err != nil {
		t.Fatal(err)
	}
	for kind, want := range map[string]bool{"dataset": false, "news": true} {
		e, err := annotations.New(annotations.Content{
			Article: a,
			Entities: []annotations.Entity{
				{ID: "d", Kind: annotations.Time, Name: "3 May 2024", When: when},
				{ID: "p", Kind: annotations.Place, Name: "Egypt"},
			},
			Mentions: []annotations.Mention{{Span: annotations.Span{Start: 21, End: 31}, Entity: "d", Form: annotations.Name}},
			Facts: []annotations.Fact{{ID: "f", About: []annotations.EntityID{"p"}, State: annotations.Background,
				Text: "country in Northern Africa", AsOf: when, Sources: []annotations.SourceID{"s"}}},
			Sources: []annotations.Source{{ID: "s", Type: kind, Title: "A list"}},
		})
		if err != nil {
			t.Fatal(err)
		}
		r := newRig(t, look.Light, e, 688, 772)
		if got := uitest.Shows(r.window, "Background 1"); got != want {
			t.Errorf("%s: offered is %v", kind, got)
		}
	}
}

// drawnApart reports whether all words of a row are muted.
func drawnApart(g *figure.Group) bool {
	for _, s := range g.Shapes {
		if w, ok := s.(figure.Words); ok && w.Ink != figure.Muted {
			return false
		}
	}
	return true
}

func TestThePlaceIsKept(t *testing.T) {
	r := newRig(t, look.Light, uitest.Edition(t), 688, 772)
	r.view.Restore(session.Place{View: session.Timeline, Past: 150, Offset: -1})
	if p := r.view.Place(); p.View != session.Timeline || p.Past != 150 {
		t.Errorf("the place is %v", p)
	}
	r.session.Update(func(s *session.State) { s.Views.Timeline.AsTold = true })
	r.view.Restore(session.Place{View: session.Timeline, Past: 200, Offset: -1}) // before the rows are there
	r.settle()
	if p := r.view.Place(); p.Past != 200 {
		t.Errorf("the place is %v", p)
	}
	if r.view.Reveal(annotations.Span{Start: 3, End: 9}) {
		t.Error("the timeline shows no text of the article")
	}
}

// TestTheNewestWins changes what is asked for while rows are being laid out.
func TestTheNewestWins(t *testing.T) {
	r := newRig(t, look.Light, uitest.Edition(t), 688, 772)
	for i := range 20 {
		r.session.Update(func(s *session.State) { s.Views.Timeline.AsTold = i%2 == 0 })
		r.window.Resize(fyne.NewSize(600+float32(i), 700))
	}
	r.settle()
	if f := r.view.Figure(); f.Width != 619 || r.order()[0] != "event:hamas-designation" {
		t.Errorf("the drawing is %v wide and begins with %s", f.Width, r.order()[0])
	}
}
