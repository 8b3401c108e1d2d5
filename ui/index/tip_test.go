package index_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/index"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// explained is a row with a tip.
type explained interface {
	fyne.Accessible
	desktop.Hoverable
	Tip() control.Tip
}

// A name that does not fit says in its tip what it is in full, and the eye of a row
// what it does.
func TestTipsOfRows(t *testing.T) {
	c := uitest.Edition(t).Content()
	c.Entities = append([]annotations.Entity(nil), c.Entities...)
	for i := range c.Entities {
		if c.Entities[i].ID == "donald-trump" {
			c.Entities[i].Name, c.Entities[i].Short = "Somebody whose whole name is long", "A short name that is long too, as it happens"
		}
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	r, s, w := shown(t, e)
	r.OnLayers = func(l layer.Set) { s.Update(func(s *session.State) { s.Layers = l }) }
	say := func(name string, x float32) string {
		t.Helper()
		for _, o := range test.LaidOutObjects(w.Content()) {
			if row, ok := o.(explained); ok && strings.HasPrefix(row.AccessibilityLabel(), name) {
				row.MouseIn(&desktop.MouseEvent{})
				row.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10)}})
				w.Canvas().Capture()
				defer row.MouseOut()
				return row.Tip().Words
			}
		}
		t.Fatalf("no row is %q", name)
		return ""
	}
	for _, c := range []struct {
		row  string
		x    float32
		want string
	}{
		{"Somebody", 60, "Somebody whose whole name is long"},
		{"Karoline", 60, ""},
		{"People, ", 60, ""},
		{"People, ", 200, "Hide People"},
	} {
		if got := say(c.row, c.x); got != c.want {
			t.Errorf("%s at %v says %q, want %q", c.row, c.x, got, c.want)
		}
	}
	s.Update(func(s *session.State) { s.Layers = s.Layers.WithKind(annotations.Person, false) })
	if got := say("People, ", 200); got != "Show People" {
		t.Errorf("the eye of a layer that is off says %q", got)
	}
}

// host keeps the tip that it was last asked to show.
type host struct {
	*canvas.Rectangle
	tip string
}

func (h *host) ShowTip(_ fyne.CanvasObject, t control.Tip) { h.tip = t.Words }
func (h *host) HideTip(fyne.CanvasObject)                  { h.tip = "" }

// A click on the eye turns round at once what its tip says, and the row and its sign
// in the strip say that they are hidden.
func TestTheEyeSaysWhatItDoesNow(t *testing.T) {
	r, s, w := shown(t, uitest.Edition(t))
	r.OnLayers = func(l layer.Set) { s.Update(func(s *session.State) { s.Layers = l }) }
	strip, tips := following(s, index.NewStrip(look.Current().Roles())), &host{Rectangle: canvas.NewRectangle(nil)}
	w.SetContent(container.NewStack(r, tips))
	w.Canvas().Capture()
	name := func(root fyne.CanvasObject) string {
		for _, o := range test.LaidOutObjects(root) {
			if x, ok := o.(explained); ok && strings.HasPrefix(x.AccessibilityLabel(), "People, ") {
				return x.AccessibilityLabel()
			}
		}
		return ""
	}
	eye := fyne.NewPos(216-24, 12+14)
	test.MoveMouse(w.Canvas(), eye)
	for _, want := range []struct {
		tip    string
		hidden bool
	}{{"Hide People", false}, {"Show People", true}, {"Hide People", false}} {
		if tips.tip != want.tip {
			t.Errorf("the eye says %q, want %q", tips.tip, want.tip)
		}
		for _, got := range []string{name(r), name(strip)} {
			if got == "" || strings.HasSuffix(got, ", hidden") != want.hidden {
				t.Errorf("while the eye says %q, the people are called %q", tips.tip, got)
			}
		}
		test.TapCanvas(w.Canvas(), eye)
		w.Canvas().Capture()
	}
}

// What the keyboard is at in the rail is what a right click on that row is about.
func TestTargetOfTheRail(t *testing.T) {
	r, s, w := shown(t, uitest.Edition(t))
	w.Canvas().Focus(r)
	var asked command.Target
	r.OnMenu = func(t command.Target, _ fyne.Position) { asked = t }
	for _, y := range []float32{12 + 14, 12 + 28 + 13} {
		uitest.RightClick(w.Canvas(), fyne.NewPos(80, y))
		got, at, size := r.Target()
		if got != asked || at.Y > y || at.Y+size.Height < y {
			t.Errorf("the keyboard is at %+v at %v, %v; a click at %v is about %+v", got, at, size, y, asked)
		}
		r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if asked.On != command.OnEntity || asked.Entity != "donald-trump" || s.State().Selected != "" {
		t.Errorf("the second row is %+v", asked)
	}
	strip := index.NewStrip(look.Current().Roles())
	strip.OnMenu = r.OnMenu
	following(s, strip)
	w.SetContent(strip)
	w.Canvas().Capture()
	uitest.RightClick(w.Canvas(), fyne.NewPos(20, 20))
	if asked != (command.Target{On: command.OnKind, Kind: annotations.Person}) {
		t.Errorf("the first sign of the strip is %+v", asked)
	}
}
