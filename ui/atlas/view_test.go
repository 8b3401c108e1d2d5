package atlas_test

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/atlas"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// A click on a pin or on its name opens the card, and the pin is lit.
func TestClick(t *testing.T) {
	r := open(t, uitest.Edition(t), look.Light, 688, 772)
	for _, c := range []struct{ key, want string }{
		{"place:qatar", "qatar"}, {"name:thailand", "thailand"}, {"place:palestinian-territories", "palestinian-territories"},
	} {
		r.click(t, c.key)
		if got := r.session.State().Selected; string(got) != c.want {
			t.Errorf("a click on %s opens %q", c.key, got)
		}
		if r.board().Focused() != "place:"+c.want {
			t.Errorf("the keyboard is at %q", r.board().Focused())
		}
	}
	r.click(t, "world")
	if got := r.session.State().Selected; got != "palestinian-territories" {
		t.Errorf("a click beside all pins opens %q", got)
	}
}

// Places on one spot open as a list.
func TestPlacesOnOneSpot(t *testing.T) {
	r := open(t, uitest.Edition(t), look.Light, 688, 772)
	r.click(t, "place:israel")
	if len(r.lists) != 1 || r.session.State().Selected != "" {
		t.Fatalf("%d lists are opened", len(r.lists))
	}
	rows := r.lists[0].Groups[0].Items
	if len(rows) != 2 || rows[0].Label != "Israel" || rows[1].Label != "southern Israel" {
		t.Fatalf("the list is %+v", rows)
	}
	rows[1].Run()
	if got := r.session.State().Selected; got != "southern-israel" {
		t.Errorf("the second row opens %q", got)
	}
	r.settle(t)
	r.click(t, "name:israel") // each name beside the pin is that place alone
	if got := r.session.State().Selected; got != "israel" || len(r.lists) != 1 {
		t.Errorf("the name of Israel opens %q", got)
	}
	r.click(t, "name:southern-israel")
	if got := r.session.State().Selected; got != "southern-israel" || len(r.lists) != 1 {
		t.Errorf("the name of southern Israel opens %q", got)
	}
	r.board().SetFocused("place:israel")
	uitest.Press(r.window, fyne.KeyReturn)
	if len(r.lists) != 2 {
		t.Error("Enter opens no list")
	}
}

// The arrow keys reach every place, and each leads to what lies that way.
func TestArrowKeys(t *testing.T) {
	r := open(t, uitest.Edition(t), look.Light, 688, 772)
	uitest.Press(r.window, fyne.KeyRight)
	if got := r.board().Focused(); got != "place:israel" {
		t.Fatalf("the first key leads to %q", got)
	}
	reached := map[string]bool{}
	todo := []string{"place:israel"}
	for len(todo) > 0 {
		from := todo[0]
		if todo = todo[1:]; reached[from] {
			continue
		}
		reached[from] = true
		a, _ := r.Figure().Find(from)
		for key, way := range map[fyne.KeyName][2]float32{
			fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyUp: {0, -1}, fyne.KeyDown: {0, 1},
		} {
			r.board().SetFocused(from)
			uitest.Press(r.window, key)
			to := r.board().Focused()
			b, ok := r.Figure().Find(to)
			if to == from {
				continue
			}
			if !ok {
				t.Fatalf("%s leads from %s to nothing", key, from)
			}
			if d := (b.Hit.Centre().X-a.Hit.Centre().X)*way[0] + (b.Hit.Centre().Y-a.Hit.Centre().Y)*way[1]; d <= 0 && !strings.Contains(to, "palestinian") && !strings.Contains(from, "palestinian") {
				t.Errorf("%s leads from %s to %s", key, from, to)
			}
			todo = append(todo, to)
		}
	}
	for _, g := range r.Figure().Groups {
		if strings.HasPrefix(g.Key, "place:") && !reached[g.Key] {
			t.Errorf("no arrow key leads to %s", g.Key)
		}
	}
	r.board().SetFocused("place:egypt")
	uitest.Press(r.window, fyne.KeyReturn)
	if got := r.session.State().Selected; got != "egypt" {
		t.Errorf("Enter opens %q", got)
	}
	if target, _, size := r.Target(); target != (command.Target{On: command.OnEntity, Entity: "egypt", Kind: annotations.Place}) || size.IsZero() {
		t.Errorf("the menu key is about %+v", target)
	}
}

// zoomed is how near the map is, by what is kept of it.
func (r *rig) zoomed() bool { return r.Memory() != "" }

// Keys, wheel and drags move the map; pins do not grow with it.
func TestMove(t *testing.T) {
	r := open(t, uitest.Edition(t), look.Light, 688, 772)
	whole := r.Figure()
	uitest.TypeIn(r.window, "-")
	if r.zoomed() {
		t.Error("the map is smaller than the whole world")
	}
	uitest.TypeIn(r.window, "+")
	r.settle(t)
	if !r.zoomed() || r.Figure() == whole || r.minded == 0 {
		t.Fatal("+ does not come nearer")
	}
	a, _ := whole.Find("place:israel")
	b, ok := r.Figure().Find("place:israel")
	if !ok || a.Hit.W != b.Hit.W {
		t.Error("a pin has another size")
	}
	uitest.TypeIn(r.window, "0")
	r.settle(t)
	if r.zoomed() {
		t.Fatal("0 does not lead to the whole world")
	}

	at := fyne.NewPos(300, 44+500) // in the inset
	wheel := func(dy float32) {
		e := &fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at.SubtractXY(0, 44)}, Scrolled: fyne.NewDelta(0, dy)}
		if !r.board().OnWheel(e) {
			t.Fatal("the wheel scrolls over the map")
		}
		r.settle(t)
	}
	back := &fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at.SubtractXY(0, 44)}, Scrolled: fyne.NewDelta(0, -25)}
	if r.board().OnWheel(back); r.zoomed() {
		t.Fatal("over the inset of the whole world the wheel comes nearer to go away")
	}
	wheel(10)
	r.settle(t)
	near := r.Memory()
	if near == "" {
		t.Fatal("the wheel does not come nearer")
	}
	test.Drag(r.window.Canvas(), at, 60, 0)
	r.settle(t)
	if r.Memory() == near {
		t.Error("a drag does not move the map")
	}
	moved := r.Memory()
	r.board().SetFocused("place:egypt")
	for range 30 { // beyond the last pin that way
		uitest.Press(r.window, fyne.KeyLeft)
		r.settle(t)
	}
	if r.Memory() == moved {
		t.Error("where there is no pin an arrow key does not move the map")
	}
	for range 60 {
		wheel(100)
	}
	if m := r.Memory(); strings.Contains(m, "Inf") || m == "" {
		t.Errorf("the map ends at %q", m)
	}
}

// What the map was moved to is kept, and what is damaged does no harm.
func TestMemory(t *testing.T) {
	r := open(t, uitest.Edition(t), look.Light, 688, 772)
	uitest.TypeIn(r.window, "++")
	r.settle(t)
	kept := r.Memory()
	r = open(t, uitest.Edition(t), look.Light, 688, 772)
	r.Recall(kept)
	r.settle(t)
	if r.Memory() != kept {
		t.Errorf("%q is kept as %q", kept, r.Memory())
	}
	for _, damaged := range []string{"", "1", "2 3 4 5", "1 NaN 0 2", "1 0 91 2", "1 0 0 +Inf", "1 0 0 -1", "x"} {
		r.Recall(damaged)
		r.settle(t)
		if r.Memory() != "" {
			t.Errorf("%q is taken as %q", damaged, r.Memory())
		}
	}
}

// A place that is selected elsewhere comes into a map that is nearer than the whole.
func TestSelectedPlaceComesIntoView(t *testing.T) {
	r := open(t, uitest.Edition(t), look.Light, 688, 772)
	r.Recall("1 35 30 12")
	r.settle(t)
	if _, ok := r.Figure().Find("place:thailand"); ok {
		t.Fatal("Thailand is in view")
	}
	r.selectEntity(t, "thailand")
	if _, ok := r.Figure().Find("place:thailand"); !ok {
		t.Error("Thailand does not come into view")
	}
}

// places is an edition with places at locations.
func places(t *testing.T, origin annotations.Origin, at ...*annotations.Location) *annotations.Edition {
	t.Helper()
	a, err := annotations.NewArticle("a.txt", "Here and there and nowhere.")
	if err != nil {
		t.Fatal(err)
	}
	c := annotations.Content{Title: "A", Article: a}
	for i, l := range at {
		id := annotations.EntityID([]string{"here", "there", "nowhere"}[i])
		from := strings.Index(strings.ToLower(a.Text), string(id))
		c.Entities = append(c.Entities, annotations.Entity{ID: id, Kind: annotations.Place, Name: string(id), Location: l})
		c.Mentions = append(c.Mentions, annotations.Mention{
			Span: annotations.Span{Start: from, End: from + len(id)}, Entity: id, Form: annotations.Name, Origin: origin,
		})
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestNothing(t *testing.T) {
	here, there := &annotations.Location{Lat: 1, Lon: 2}, &annotations.Location{Lat: -30, Lon: 100}
	nan := &annotations.Location{Lat: math.NaN()}
	for name, c := range map[string]struct {
		e    *annotations.Edition
		want string
	}{
		"the sample":              {uitest.Edition(t), ""},
		"no places":               {places(t, annotations.Edited), "Map: no places are known in this file"},
		"without a location":      {places(t, annotations.Edited, nil, nan), "Map: of no place in this file is the location known"},
		"one":                     {places(t, annotations.Edited, here), ""},
		"one of a machine":        {places(t, annotations.Found, here, nil), "Map: of one place alone in this file is the location known"},
		"two places of a machine": {places(t, annotations.Found, here, there), ""},
	} {
		r := open(t, c.e, look.Light, 400, 300)
		if got := r.Nothing(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	var v atlas.View
	if v.Figure() != nil || v.Nothing() == "" {
		t.Error("a map without a document shows something")
	}
}

// Another revision of the article leaves the map where it is, and another article does not.
func TestRevisions(t *testing.T) {
	e := uitest.Edition(t)
	r := open(t, e, look.Light, 688, 772)
	uitest.TypeIn(r.window, "+")
	r.settle(t)
	kept := r.Memory()
	c := e.Content()
	c.Notice = "Another revision."
	next, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	r.session.Show(session.Document{Edition: next})
	r.settle(t)
	if r.Memory() != kept {
		t.Error("a revision moves the map")
	}
	r.session.Show(session.Document{Edition: places(t, annotations.Edited, &annotations.Location{Lat: 3})})
	r.settle(t)
	if r.Memory() != "" {
		t.Error("another article is seen from where the last one was")
	}
	if _, ok := r.Figure().Find("place:here"); !ok {
		t.Error("the map still shows the last article")
	}
}

// The head says what the map does not claim, in one line or two, at every width.
func TestHead(t *testing.T) {
	for _, w := range []float32{420, 596, 688, 1244} {
		r := open(t, uitest.Edition(t), look.Light, w, 700)
		var said []string
		uitest.Walk(r.View, func(o fyne.CanvasObject) {
			if x, ok := o.(*canvas.Text); ok {
				said = append(said, x.Text)
			}
		})
		if all := strings.Join(said, " "); !strings.Contains(all, "10 places") || !strings.Contains(all, "a claim.") {
			t.Errorf("at %v px the head says %q", w, all)
		}
		uitest.NoNegativeSize(t, r.View)
	}
}
