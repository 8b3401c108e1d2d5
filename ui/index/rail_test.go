package index_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/index"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
	"sidelight/ui/view"
)

// following has a view follow a session from now on.
func following[V view.Follower](s *session.Session, v V) V {
	v.Follow(session.Snapshot{}, s.Snapshot())
	s.OnChange(v.Follow)
	return v
}

// shown puts a rail that follows a session on the edition into a window.
func shown(t *testing.T, e *annotations.Edition) (*index.Rail, *session.Session, fyne.Window) {
	t.Helper()
	_, roles := uitest.App(t, look.Light)
	s := session.New(session.Document{Edition: e})
	r := following(s, index.New(roles))
	w := test.NewTempWindow(t, r)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(216, 700))
	w.Canvas().Capture()
	return r, s, w
}

func folded(r *index.Rail, k annotations.Kind) bool { return slices.Contains(r.Folded(), k) }

func TestClickOpensCardAndSwitchesLayer(t *testing.T) {
	r, s, w := shown(t, uitest.Edition(t))
	var opened annotations.EntityID
	r.OnEntity = func(id annotations.EntityID) { opened = id }
	r.OnLayers = func(l layer.Set) { s.Update(func(s *session.State) { s.Layers = l }) }
	test.TapCanvas(w.Canvas(), fyne.NewPos(80, 12+28+13)) // the first name
	if opened != "donald-trump" {
		t.Errorf("the first name opened %q", opened)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(216-24, 12+14)) // the eye of the first head
	if set := s.State().Layers; set.Kind(annotations.Person) || !set.Kind(annotations.Place) {
		t.Error("the eye of the people did not switch them off alone")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(80, 12+14)) // the head itself
	if !folded(r, annotations.Person) {
		t.Error("a click on the head did not fold it")
	}
}

func TestPointerLightsTheEntityOfARow(t *testing.T) {
	r, s, w := shown(t, uitest.Edition(t))
	r.OnPoint = func(id annotations.EntityID) { s.Update(func(s *session.State) { s.Lit = id }) }
	for _, x := range []struct {
		at   fyne.Position
		want annotations.EntityID
	}{
		{fyne.NewPos(80, 12+28+13), "donald-trump"},
		{fyne.NewPos(80, 12+28+26+13), "karoline-leavitt"},
		{fyne.NewPos(80, 12+14), ""}, // the head of the people
		{fyne.NewPos(80, 12+28+13), "donald-trump"},
		{fyne.NewPos(80, 690), ""}, // the filter
	} {
		test.MoveMouse(w.Canvas(), x.at)
		if got := s.State().Lit; got != x.want {
			t.Errorf("at %v %q is lit, want %q", x.at, got, x.want)
		}
	}
}

func TestKeys(t *testing.T) {
	r, _, w := shown(t, uitest.Edition(t))
	var opened annotations.EntityID
	left := false
	r.OnEntity = func(id annotations.EntityID) { opened = id }
	r.OnLeave = func() { left = true }
	w.Canvas().Focus(r)
	press := func(names ...fyne.KeyName) {
		for _, n := range names {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if opened != "karoline-leavitt" {
		t.Errorf("the second name opened %q", opened)
	}
	press(fyne.KeyLeft)
	if !folded(r, annotations.Person) {
		t.Error("Left did not fold the group")
	}
	press(fyne.KeyRight)
	if folded(r, annotations.Person) {
		t.Error("Right did not unfold the group")
	}
	for _, c := range "boe" {
		w.Canvas().Focused().TypedRune(c)
	}
	press(fyne.KeyReturn)
	if r.Filter() != "boe" || opened != "adam-boehler" {
		t.Errorf("filtered by %q, Enter opened %q", r.Filter(), opened)
	}
	press(fyne.KeyBackspace)
	if r.Filter() != "bo" {
		t.Errorf("after Backspace the filter is %q", r.Filter())
	}
	press(fyne.KeyEscape)
	if r.Filter() != "" || left {
		t.Error("Esc did not clear the filter, or left at once")
	}
	if press(fyne.KeyEscape); !left {
		t.Error("the second Esc did not leave")
	}
}

func TestOnlyRowsInViewAreInTheTree(t *testing.T) {
	a, err := annotations.NewArticle("a.txt", strings.Repeat("A ", 10_000))
	if err != nil {
		t.Fatal(err)
	}
	c := annotations.Content{Article: a}
	for i := range 10_000 {
		c.Entities = append(c.Entities, annotations.Entity{
			ID: annotations.EntityID(fmt.Sprint("p", i)), Kind: annotations.Person, Name: fmt.Sprint("Person ", i),
		})
		c.Mentions = append(c.Mentions, annotations.Mention{
			Entity: annotations.EntityID(fmt.Sprint("p", i)), Form: annotations.Name, Span: annotations.Span{Start: 2 * i, End: 2*i + 1},
		})
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	r, s, w := shown(t, e)
	uitest.Select(s, "p7000", -1)
	w.Canvas().Capture()
	n := 0
	var count func(o fyne.CanvasObject)
	count = func(o fyne.CanvasObject) {
		n++
		if x, ok := o.(fyne.Widget); ok {
			for _, o := range test.WidgetRenderer(x).Objects() {
				count(o)
			}
		}
	}
	count(r)
	if n > 700 {
		t.Errorf("%d objects in the tree for 10,000 names", n)
	}
}

func TestPictures(t *testing.T) {
	for _, c := range []struct {
		scheme look.Scheme
		file   string
	}{{look.Light, "light.png"}, {look.Sepia, "sepia.png"}, {look.Dark, "dark.png"}, {look.HighContrast, "contrast.png"}} {
		_, roles := uitest.App(t, c.scheme)
		e := uitest.Edition(t)
		s := session.New(session.Document{Edition: e})
		r, l, strip := following(s, index.New(roles)), following(s, index.NewLayers("X", roles)), following(s, index.NewStrip(roles))
		l.Explain()
		r.SetFolded([]annotations.Kind{annotations.Organisation, annotations.Event, annotations.Time,
			annotations.Number, annotations.Quote, annotations.Term})
		uitest.Select(s, "hamas", 0) // its group holds it
		s.Update(func(s *session.State) {
			s.Layers = layer.Set{}.WithKind(annotations.Number, false).WithVoice(annotations.Official, false)
		})
		w := test.NewTempWindow(t, container.NewHBox(
			container.NewGridWrap(fyne.NewSize(216, 600), r),
			container.NewGridWrap(fyne.NewSize(index.StripWidth, 600), strip),
			container.NewGridWrap(fyne.NewSize(index.LayersWidth-2*index.LayersPadding, l.MinSize().Height), l)))
		w.SetPadded(false)
		w.Canvas().Focus(r)
		test.AssertImageMatches(t, c.file, w.Canvas().Capture())
	}
}

func TestSelectedFilterIsReplaced(t *testing.T) {
	r, _, w := shown(t, uitest.Edition(t))
	w.Canvas().Focus(r)
	for _, c := range "zz" {
		r.TypedRune(c)
	}
	wantRow := func(there bool) {
		t.Helper()
		found := false
		for _, o := range test.LaidOutObjects(w.Content()) {
			x, ok := o.(*canvas.Text)
			found = found || ok && x.Visible() && x.Text == "Adam Boehler"
		}
		if found != there {
			t.Errorf("a row for Adam Boehler: %v, want %v", found, there)
		}
	}
	wantRow(false)
	r.SelectAll()
	r.TypedRune('b')
	wantRow(true)
	r.TypedRune('z')
	wantRow(false)
	r.SelectAll()
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	wantRow(true)
}

// What is selected of a kind that is folded at first is listed while it is selected,
// where there is room, and the fold is kept.
func TestTheGroupOfTheSelectedIsUnfolded(t *testing.T) {
	r, s, w := shown(t, uitest.Edition(t))
	before := r.Folded()
	listed := func() bool {
		w.Canvas().Capture()
		found := false
		uitest.Each(r, func(o fyne.CanvasObject) {
			x, ok := o.(*canvas.Text)
			found = found || ok && x.Visible() && x.Text == "“talk to anyone”"
		})
		return found
	}
	var quote annotations.EntityID
	for _, x := range s.Edition().Entities() {
		if x.Kind == annotations.Quote && x.Name == "talk to anyone" {
			quote = x.ID
		}
	}
	if quote == "" || listed() {
		t.Fatalf("the quotation %q is listed at first", quote)
	}
	uitest.Select(s, quote, 0)
	if !listed() || !slices.Equal(r.Folded(), before) {
		t.Errorf("it is listed: %v; folded is %v", listed(), r.Folded())
	}
	uitest.Select(s, "hamas", 0)
	if listed() {
		t.Error("the group stays unfolded")
	}
	w.Resize(fyne.NewSize(216, 200))
	if uitest.Select(s, quote, 0); listed() {
		t.Error("it is unfolded where it has no room")
	}
}

// A label has the same room with the eye and without.
func TestLabelsStayWhenTheEyeShows(t *testing.T) {
	r, _, w := shown(t, uitest.Edition(t))
	w.Resize(fyne.NewSize(140, 700))
	r.SetFolded(annotations.Kinds())
	labels := func() []string {
		w.Canvas().Capture()
		var out []string
		uitest.Each(r, func(o fyne.CanvasObject) {
			if x, ok := o.(*canvas.Text); ok && len(x.Text) > 3 {
				out = append(out, x.Text)
			}
		})
		return out
	}
	before := labels()
	for y := float32(20); y < 400; y += 28 {
		test.MoveMouse(w.Canvas(), fyne.NewPos(70, y))
		if got := labels(); !slices.Equal(got, before) {
			t.Fatalf("with the pointer at %v: %q, not %q", y, got, before)
		}
	}
}
