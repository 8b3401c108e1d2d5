package float_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/float"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/uitest"
)

// menuWindow opens a window with menus over it, in which time stands still.
func menuWindow(t *testing.T, scheme look.Scheme, size fyne.Size) (fyne.Window, *float.Menus, *float.Clock) {
	t.Helper()
	uitest.App(t, scheme)
	w := test.NewTempWindow(t, container.NewWithoutLayout())
	w.SetPadded(false)
	w.Resize(size)
	m := float.NewMenus(w.Canvas())
	return w, m, m.FakeClock()
}

// groups are rows of all sorts; what they run is written into ran.
func groups(ran *[]string) []float.Group {
	item := func(label, key string) float.Item {
		return float.Item{Label: label, Key: key, Run: func() { *ran = append(*ran, label) }}
	}
	icon, checked, off, sub := item("Open…", "Ctrl O"), item("Side panel", "P"), item("Fade all but one", "D"), item("View", "")
	icon.Icon, checked.Checked, off.Off = "folder-open", true, true
	sub.Sub = []float.Group{{Items: []float.Item{item("Larger text", "Ctrl +"), checked}}, {Items: []float.Item{off}}}
	return []float.Group{
		{Title: "This article", Items: []float.Item{icon, item("Sources", "S")}},
		{Items: []float.Item{sub, off, item("Quit", "Ctrl Q")}},
	}
}

func TestMenuByKeys(t *testing.T) {
	type key = fyne.KeyName
	for _, c := range []struct {
		keys   []any
		want   string
		closed bool
	}{
		{[]any{key(fyne.KeyDown), key(fyne.KeyReturn)}, "[Open…]", true},
		{[]any{key(fyne.KeyUp), key(fyne.KeyReturn)}, "[Quit]", true},
		{[]any{key(fyne.KeyEnd), key(fyne.KeyUp), key(fyne.KeyRight), key(fyne.KeyDown), key(fyne.KeySpace)}, "[Side panel]", true},
		{[]any{'v', key(fyne.KeyReturn), key(fyne.KeyEnd), key(fyne.KeyReturn)}, "[Side panel]", true}, // the last cannot be used
		{[]any{'v', key(fyne.KeyRight), key(fyne.KeyEscape), 's', key(fyne.KeyReturn)}, "[Sources]", true},
		{[]any{'v', key(fyne.KeyRight), key(fyne.KeyLeft), key(fyne.KeyHome), key(fyne.KeyReturn)}, "[Open…]", true},
		{[]any{'f', key(fyne.KeyReturn)}, "[]", false}, // it cannot be used: nothing is chosen
		{[]any{key(fyne.KeyEscape)}, "[]", true},
		{[]any{key(desktop.KeyMenu)}, "[]", true},
	} {
		var ran []string
		_, m, _ := menuWindow(t, look.Light, fyne.NewSize(800, 480))
		closed := 0
		m.Open(float.Menu{Groups: groups(&ran), Width: 232, OnClosed: func() { closed++ }})
		for _, k := range c.keys {
			switch k := k.(type) {
			case rune:
				m.TakeRune(k)
			case key:
				m.TakeKey(k)
			}
		}
		if fmt.Sprint(ran) != c.want || m.Shown() == c.closed || (closed == 1) != c.closed {
			t.Errorf("%v give %v, the menu is open: %v, closed %d times", c.keys, ran, m.Shown(), closed)
		}
		if m.Close(); m.TakeKey(fyne.KeyDown) || m.TakeRune('v') {
			t.Error("a menu that is closed takes keys")
		}
	}
}

// row returns the row with a label, as far as the menu shows it.
func row(t *testing.T, m *float.Menus, name string) fyne.CanvasObject {
	t.Helper()
	for _, o := range test.LaidOutObjects(m) {
		if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() == name {
			return o
		}
	}
	return nil
}

func TestMenuByPointer(t *testing.T) {
	var ran []string
	w, m, clock := menuWindow(t, look.Light, fyne.NewSize(800, 480))
	m.Open(float.Menu{Groups: groups(&ran), Width: 232, At: fyne.NewPos(42, 8), About: fyne.NewSquareSize(32)})
	enter := func(name string) { row(t, m, name).(desktop.Hoverable).MouseIn(&desktop.MouseEvent{}) }
	if enter("View"); row(t, m, "Larger text, Ctrl +") == nil {
		t.Fatal("nothing opens at the side")
	}
	// The pointer crosses a row on its way to the side.
	enter("Quit, Ctrl Q")
	enter("Larger text, Ctrl +")
	if clock.Run(); row(t, m, "Side panel, P") == nil {
		t.Error("what is open at the side goes while the pointer is on its way")
	}
	enter("Quit, Ctrl Q")
	if clock.Run(); row(t, m, "Side panel, P") != nil {
		t.Error("what is open at the side stays after the pointer has gone elsewhere")
	}
	test.Tap(row(t, m, "Fade all but one, D").(fyne.Tappable))
	if !m.Shown() || len(ran) > 0 {
		t.Error("a row that cannot be used is given")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(60, 55)) // the title
	if !m.Shown() {
		t.Error("a click on the title closes the menu")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(700, 400))
	if m.Shown() || len(w.Canvas().Overlays().List()) > 0 {
		t.Error("a click beside it does not close the menu")
	}
	m.Open(float.Menu{Groups: groups(&ran), Width: 232})
	w.Resize(fyne.NewSize(700, 480))
	if m.Shown() {
		t.Error("the menu stays where the window was")
	}
	if m.Open(float.Menu{Width: 232}); m.Shown() {
		t.Error("a menu without rows is shown")
	}
}

// A menu lies in the window and not on what it is about, whole where there is room;
// else its rows scroll, and the keys bring each into view.
func TestMenuStaysInTheWindow(t *testing.T) {
	many := float.Group{}
	for i := range 15 {
		many.Items = append(many.Items, float.Item{Label: fmt.Sprint("Row ", i), Run: func() {}, Sub: []float.Group{{Items: []float.Item{{Label: "Sub"}}}}})
	}
	for _, size := range []fyne.Size{{Width: 1280, Height: 820}, {Width: 800, Height: 480}, {Width: 480, Height: 640}, {Width: 320, Height: 240}} {
		_, m, _ := menuWindow(t, look.Light, size)
		for _, at := range []fyne.Position{{X: 42, Y: 8}, {X: 10, Y: size.Height - 40}, {X: size.Width - 40, Y: size.Height / 2}} {
			for _, about := range []fyne.Size{{}, {Width: 32, Height: 24}} {
				m.Open(float.Menu{Groups: []float.Group{many}, Width: 232, At: at, About: about})
				m.TakeKey(fyne.KeyEnd)
				m.TakeKey(fyne.KeyRight)
				for i, r := range m.Rects() {
					if r.X < 0 || r.Y < 0 || r.X+r.W > size.Width || r.Y+r.H > size.Height {
						t.Errorf("in %v about %v: list %d is at %+v", size, at, i, r)
					}
					if over := r.X < at.X+about.Width && at.X < r.X+r.W && r.Y < at.Y+about.Height && at.Y < r.Y+r.H; over && i == 0 && !about.IsZero() {
						t.Errorf("in %v: the menu at %+v lies on what it is about, %v %v", size, r, at, about)
					}
				}
				last := row(t, m, "Row 14")
				y := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y
				if r := m.Rects()[0]; y < r.Y-0.5 || y+last.Size().Height > r.Y+r.H+0.5 {
					t.Errorf("in %v: the last row is at %v in a list at %+v", size, y, r)
				}
			}
		}
	}
}

func TestMenuPictures(t *testing.T) {
	for _, s := range look.Schemes() {
		var ran []string
		w, m, _ := menuWindow(t, s, fyne.NewSize(480, 250))
		m.Open(float.Menu{Groups: groups(&ran), Width: 232, At: fyne.NewPos(8, 2)})
		m.TakeKey(fyne.KeyDown)
		m.TakeRune('v')
		m.TakeKey(fyne.KeyRight)
		test.AssertImageMatches(t, "menu_"+string(s)+".png", w.Canvas().Capture())
		m.Open(float.Menu{
			Head:   &float.Head{Sample: pattern.NewSample(annotations.Organisation, 18), Name: "Hamas", Note: "8 of 15"},
			Groups: groups(&ran)[:1], Width: 236, At: fyne.NewPos(8, 2),
		})
		m.TakeKey(fyne.KeyDown)
		test.AssertImageMatches(t, "mark_"+string(s)+".png", w.Canvas().Capture())
	}
}
