package index_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/quiet"
	"sidelight/ui/control"
	"sidelight/ui/index"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
	"sidelight/ui/view"
)

// crowd is an edition of n people named person 000, 001 and so on, each mentioned
// once, and of two places.
func crowd(t *testing.T, n int) *annotations.Edition {
	t.Helper()
	var text strings.Builder
	var c annotations.Content
	mention := func(id annotations.EntityID, kind annotations.Kind, name string) {
		c.Entities = append(c.Entities, annotations.Entity{ID: id, Kind: kind, Name: name})
		c.Mentions = append(c.Mentions, annotations.Mention{
			Given: new(annotations.MentionID(id)), Entity: id, Form: annotations.Name,
			Span: annotations.Span{Start: text.Len(), End: text.Len() + len(name)},
		})
		text.WriteString(name + " ")
	}
	for i := range n {
		name := fmt.Sprintf("Person %03d", i)
		mention(annotations.EntityID(fmt.Sprintf("p%03d", i)), annotations.Person, name)
	}
	mention("paris", annotations.Place, "Paris")
	mention("rome", annotations.Place, "Rome")
	a, err := annotations.NewArticle("crowd.txt", text.String()+"met.")
	if err != nil {
		t.Fatal(err)
	}
	c.Article = a
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// next is the revision of an edition after edits.
func next(t *testing.T, s *session.Session, edits ...annotations.Edit) {
	t.Helper()
	d := s.Snapshot().Document
	e, err := d.Edition.With(edits...)
	if err != nil {
		t.Fatal(err)
	}
	s.Show(session.Document{Revision: d.Revision + 1, Edition: e})
}

// add is the revision of a crowd in which another entity is mentioned, at its last
// word.
func add(t *testing.T, s *session.Session, x annotations.Entity) {
	t.Helper()
	end := len(s.Edition().Article().Text) - len(".")
	next(t, s, annotations.AddEntity(x), annotations.AddMention(annotations.Mention{
		Entity: x.ID, Form: annotations.Name, Span: annotations.Span{Start: end - len("met"), End: end},
	}))
}

// places are the names in view with their tops, in pixels.
func places(r *index.Rail) map[string]float32 {
	out := map[string]float32{}
	d := fyne.CurrentApp().Driver()
	uitest.Each(r, func(o fyne.CanvasObject) {
		if x, ok := o.(*canvas.Text); ok && strings.HasPrefix(x.Text, "P") {
			out[x.Text] = d.AbsolutePositionForObject(x).Y
		}
	})
	return out
}

// Marks come and go while the rail is open, scrolled and has the keyboard.
func TestRailKeepsItsPlace(t *testing.T) {
	r, s, w := shown(t, crowd(t, 200))
	uitest.Select(s, "p100", 0)
	w.Canvas().Focus(r)
	before := places(r)
	if _, ok := before["Person 100"]; !ok {
		t.Fatalf("what is selected is not in view but %v", before)
	}
	next(t, s, annotations.RemoveMention("p003"))
	add(t, s, annotations.Entity{ID: "new", Kind: annotations.Person, Name: "A person"})
	next(t, s, annotations.RemoveMention("paris"))
	now := places(r)
	for name, y := range before {
		if now[name] != y {
			t.Errorf("%s was at %v and is at %v", name, y, now[name])
		}
	}
	var opened annotations.EntityID
	r.OnEntity = func(id annotations.EntityID) { opened = id }
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if opened != "p100" {
		t.Errorf("the keyboard is at %q", opened)
	}
}

// The filter stays, and finds what has come.
func TestRailKeepsItsFilter(t *testing.T) {
	r, s, w := shown(t, crowd(t, 200))
	w.Canvas().Focus(r)
	for _, c := range "ari" {
		r.TypedRune(c)
	}
	if got := places(r); len(got) != 2 { // the head and Paris
		t.Fatalf("filtered, it lists %v", got)
	}
	add(t, s, annotations.Entity{ID: "ariel", Kind: annotations.Place, Name: "Port Ariel"})
	if got := places(r); r.Filter() != "ari" || len(got) != 3 {
		t.Errorf("filtered by %q it lists %v", r.Filter(), got)
	}
}

func TestFoldsAreKeptByKind(t *testing.T) {
	r, s, _ := shown(t, crowd(t, 3))
	r.SetFolded([]annotations.Kind{annotations.Person})
	add(t, s, annotations.Entity{ID: "p9", Kind: annotations.Person, Name: "Person 9"})
	if got := r.Folded(); !slices.Equal(got, []annotations.Kind{annotations.Person}) {
		t.Errorf("folded: %v", got)
	}
	if got := places(r); got["Person 9"] != 0 || got["Paris"] == 0 {
		t.Errorf("it lists %v, want the people folded and the places not", got)
	}
}

// An index shows the same whether it has followed all along or comes in late.
func TestLateFollowerShowsTheSame(t *testing.T) {
	r, s, _ := shown(t, crowd(t, 20))
	uitest.Select(s, "p004", 0)
	s.Update(func(s *session.State) { s.Layers = layer.Set{}.WithKind(annotations.Place, false) })
	add(t, s, annotations.Entity{ID: "p90", Kind: annotations.Person, Name: "Person 90"})
	picture := func(o fyne.CanvasObject) string {
		w := test.NewTempWindow(t, o)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(216, 400))
		return test.RenderToMarkup(w.Canvas())
	}
	_, roles := uitest.App(t, look.Light)
	if picture(r) != picture(following(s, index.New(roles))) {
		t.Error("the two rails differ")
	}
}

func TestStripFollows(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	s := session.New(session.Document{Edition: crowd(t, 3)})
	x := following(s, index.NewStrip(roles))
	x.Resize(fyne.NewSize(index.StripWidth, 500))
	signs := func() []string {
		var out []string
		uitest.Each(x, func(o fyne.CanvasObject) {
			if a, ok := o.(fyne.Accessible); ok {
				name := a.AccessibilityLabel()
				for _, o := range test.WidgetRenderer(o.(fyne.Widget)).Objects()[:1] {
					if o.Visible() {
						name += ", lit"
					}
				}
				out = append(out, name)
			}
		})
		return out
	}
	want := func(names ...string) {
		t.Helper()
		if got := signs(); !slices.Equal(got, names) {
			t.Errorf("it shows %q, want %q", got, names)
		}
	}
	want("People, 3", "Places, 2")
	uitest.Select(s, "rome", 0)
	want("People, 3", "Places, 2, lit")
	add(t, s, annotations.Entity{ID: "may", Kind: annotations.Time, Name: "May"})
	want("People, 3", "Places, 2, lit", "Dates and times, 1")
	next(t, s, annotations.AddEntity(annotations.Entity{ID: "june", Kind: annotations.Time, Name: "June"}))
	want("People, 3", "Places, 2, lit", "Dates and times, 1") // the article does not mention it
	uitest.Select(s, "", -1)
	want("People, 3", "Places, 2", "Dates and times, 1")
}

func TestLayersFollow(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	s := session.New(session.Document{Edition: crowd(t, 3)})
	l := following(s, index.NewLayers("L", roles))
	l.Resize(l.MinSize())
	asked := 0
	l.OnChange = func(l layer.Set) {
		asked++
		s.Update(func(s *session.State) { s.Layers = l })
	}
	test.Tap(l.First().(fyne.Tappable)) // the eye of the people
	if asked != 1 || s.State().Layers.Kind(annotations.Person) {
		t.Errorf("asked %d times for %q", asked, s.State().Layers)
	}
	if l.First().(*control.Toggle).On() {
		t.Error("the eye is open, the people are off")
	}
	s.Update(func(s *session.State) { s.Layers = layer.Set{} })
	if !l.First().(*control.Toggle).On() || asked != 1 {
		t.Errorf("the eye is closed, the people are on; asked %d times", asked)
	}
}

// The card says what does not show at rest, and shows it at one click.
func TestLayersSayWhatIsLeftOut(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	s := session.New(session.Document{Edition: uitest.Edition(t)})
	l := following(s, index.NewLayers("L", roles))
	l.OnChange = func(l layer.Set) { s.Update(func(s *session.State) { s.Layers = l }) }
	test.NewTempWindow(t, l)
	l.Explain()
	var eye *control.Toggle
	says := func() string {
		said := ""
		for _, o := range test.LaidOutObjects(l) {
			switch o := o.(type) {
			case *control.Toggle:
				if strings.Contains(o.AccessibilityLabel(), "Everything") {
					eye = o
				}
			case *prose.Text:
				if strings.Contains(o.Content(), " rest") && o.Content() != "Everything" {
					said = o.Content()
				}
			}
		}
		return said
	}
	left, n := quiet.LeftOut(s.Edition()), 0
	for _, x := range left {
		n += x
	}
	want := fmt.Sprintf("Left out at rest: %d – descriptions %d, pronouns %d, names that repeat %d.", n,
		left[annotations.Description], left[annotations.Pronoun], left[annotations.Name]+left[annotations.Alias])
	if got := says(); n == 0 || !strings.HasPrefix(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if eye == nil || eye.On() {
		t.Fatal("everything shows at first")
	}
	s.Update(func(s *session.State) { s.Layers.Density = layer.Off })
	if got := says(); got != "No mark shows at rest." {
		t.Errorf("with no marks: %q", got)
	}
	test.Tap(eye)
	if got := s.State().Layers; got != (layer.Set{Everything: true}) || !eye.On() {
		t.Errorf("a click gives %q, the eye is open: %v", got, eye.On())
	}
	if got := says(); got != "No mark is left out at rest." {
		t.Errorf("with everything: %q", got)
	}
	test.Tap(eye)
	if got := says(); s.State().Layers != (layer.Set{}) || !strings.HasPrefix(got, want) {
		t.Errorf("a second click: %q in %q", got, s.State().Layers)
	}
	s.Show(session.Document{Edition: crowd(t, 3), Revision: 1})
	if got := says(); strings.HasPrefix(got, want) {
		t.Errorf("of another edition: %q", got)
	}
}

// The pointer moves over the text all the time: that costs the index nothing.
func TestHoverCostsNothing(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	e := crowd(t, 3)
	old := session.Snapshot{Document: session.Document{Edition: e}}
	now := old
	now.Hovered = e.Mentions()[0].ID()
	for _, f := range []view.Follower{index.New(roles), index.NewStrip(roles), index.NewLayers("L", roles)} {
		f.Follow(session.Snapshot{}, old)
		if n := testing.AllocsPerRun(20, func() { f.Follow(old, now) }); n > 0 {
			t.Errorf("a mark under the pointer costs %T %v allocations", f, n)
		}
	}
}

// No size makes a shape that cannot be drawn, and none that there is cuts a row.
func TestSizes(t *testing.T) {
	r, s, w := shown(t, crowd(t, 30))
	_, roles := uitest.App(t, look.Light)
	for _, o := range []fyne.CanvasObject{
		r, following(s, index.NewStrip(roles)), following(s, index.NewLayers("L", roles)),
	} {
		w.SetContent(canvas.NewRectangle(nil))
		for _, size := range []fyne.Size{{}, {Width: 1, Height: 1}, {Width: 30, Height: 50}} {
			o.Resize(size)
			o.Refresh()
			uitest.NoNegativeSizes(t, o)
		}
		o.Resize(o.MinSize().Max(fyne.NewSize(0, 480)))
		uitest.Fits(t, o)
	}
}
