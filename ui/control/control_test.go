package control_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// show puts a control into a window that has drawn it.
func show(t *testing.T, make_ func(look.Roles) fyne.CanvasObject) fyne.Window {
	t.Helper()
	_, roles := uitest.App(t, look.Light)
	w := test.NewTempWindow(t, container.NewWithoutLayout(make_(roles)))
	w.Resize(fyne.NewSize(400, 200))
	w.Canvas().Capture()
	return w
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

func TestIconActs(t *testing.T) {
	n := 0
	var i *control.Icon
	w := show(t, func(look.Roles) fyne.CanvasObject {
		i = control.NewIcon("x", "Close", func() { n++ })
		i.Resize(i.MinSize())
		return i
	})
	test.Tap(i)
	w.Canvas().Focus(i)
	i.TypedKey(key(fyne.KeyReturn))
	i.TypedKey(key(fyne.KeySpace))
	if n != 3 {
		t.Errorf("a tap, Enter and Space gave %d actions", n)
	}
	if i.AccessibilityLabel() != "Close" || i.AccessibilityRole() != fyne.AccessibleRoleButton {
		t.Errorf("the screen reader says %q, %v", i.AccessibilityLabel(), i.AccessibilityRole())
	}
	i.SetEnabled(false)
	test.Tap(i)
	i.TypedKey(key(fyne.KeyReturn))
	if n != 3 {
		t.Error("it acts while it is disabled")
	}
	if i.Cursor() != desktop.DefaultCursor {
		t.Error("a hand over what cannot be used")
	}
}

func TestShowsFocusAndPointer(t *testing.T) {
	var i *control.Icon
	w := show(t, func(look.Roles) fyne.CanvasObject {
		i = control.NewIcon("x", "Close", func() {})
		i.Resize(i.MinSize())
		return i
	})
	if !i.Ring.Hidden || !i.Ground.Hidden {
		t.Error("at rest it shows ring or light")
	}
	w.Canvas().Focus(i)
	i.MouseIn(nil)
	if i.Ring.Hidden || i.Ground.Hidden || i.Ring.StrokeColor != look.Of(look.ColorFocusRing) {
		t.Error("no ring or no light")
	}
	w.Canvas().Unfocus()
	i.MouseOut()
	if !i.Ring.Hidden || !i.Ground.Hidden {
		t.Error("ring or light stay")
	}
}

// A key that a control has no use for is a key of the window.
func TestPassesOtherKeysOn(t *testing.T) {
	var i *control.Icon
	w := show(t, func(look.Roles) fyne.CanvasObject {
		i = control.NewIcon("x", "Close", func() {})
		return i
	})
	var got fyne.KeyName
	var typed rune
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { got = e.Name })
	w.Canvas().SetOnTypedRune(func(r rune) { typed = r })
	w.Canvas().Focus(i)
	i.TypedKey(key(fyne.KeyEscape))
	i.TypedRune('t')
	if got != fyne.KeyEscape || typed != 't' {
		t.Errorf("the window heard %q and %q", got, typed)
	}
}

func TestToggle(t *testing.T) {
	var told []bool
	var g *control.Toggle
	show(t, func(look.Roles) fyne.CanvasObject {
		g = control.NewToggle("eye", "eye-slash", true, func(on bool) string {
			if on {
				return "Hide"
			}
			return "Show"
		}, func(on bool) { told = append(told, on) })
		return g
	})
	if g.AccessibilityLabel() != "Hide" {
		t.Errorf("named %q while on", g.AccessibilityLabel())
	}
	test.Tap(g)
	if g.On() || g.AccessibilityLabel() != "Show" {
		t.Error("a tap does not switch it off")
	}
	g.SetOn(true)
	if len(told) != 1 || told[0] {
		t.Errorf("told %v, want one false: what is set is not what the reader wants", told)
	}
}

func TestSegmented(t *testing.T) {
	var told []int
	var s *control.Segmented
	w := show(t, func(roles look.Roles) fyne.CanvasObject {
		s = control.NewSegmented("Leading", []string{"Snug", "Open", "Airy"}, 1, roles, func(i int) { told = append(told, i) })
		s.Resize(fyne.NewSize(150, 32))
		return s
	})
	if s.AccessibilityLabel() != "Leading: Open" {
		t.Errorf("named %q", s.AccessibilityLabel())
	}
	test.TapAt(s, fyne.NewPos(140, 10))
	w.Canvas().Focus(s)
	s.TypedKey(key(fyne.KeyRight)) // there is none
	s.TypedKey(key(fyne.KeyLeft))
	s.TypedKey(key(fyne.KeyLeft))
	test.TapAt(s, fyne.NewPos(10, 10)) // chosen already
	if len(told) != 3 || told[0] != 2 || told[1] != 1 || told[2] != 0 || s.Chosen() != 0 {
		t.Errorf("told %v, chosen %d", told, s.Chosen())
	}
}

func TestStepper(t *testing.T) {
	var told []int
	var s *control.Stepper
	show(t, func(roles look.Roles) fyne.CanvasObject {
		s = control.NewStepper("Text size", "A", "A", roles.UI, roles.HoverName, roles, func(d int) { told = append(told, d) })
		s.Resize(fyne.NewSize(150, 32))
		s.SetValue("24", true, false)
		return s
	})
	test.TapAt(s, fyne.NewPos(140, 10)) // no more
	test.TapAt(s, fyne.NewPos(75, 10))  // the value
	test.TapAt(s, fyne.NewPos(10, 10))
	s.TypedKey(key(fyne.KeyRight))
	s.TypedKey(key(fyne.KeyLeft))
	if len(told) != 2 || told[0] != -1 || told[1] != -1 {
		t.Errorf("told %v, want less twice", told)
	}
	if s.AccessibilityLabel() != "Text size: 24" {
		t.Errorf("named %q", s.AccessibilityLabel())
	}
}
