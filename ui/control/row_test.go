package control_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/uitest"
)

// tap is a control for the pointer alone.
type tap struct{ control.Tap }

func (t *tap) MinSize() fyne.Size { return fyne.NewSquareSize(20) }

func (t *tap) CreateRenderer() fyne.WidgetRenderer {
	return t.Render(func() {}, func(fyne.Size) {}, t.Ground)
}

func TestTapIsForThePointerAlone(t *testing.T) {
	n := 0
	x := &tap{}
	w := show(t, func(look.Roles) fyne.CanvasObject {
		x.Init(x, "Clear", func() { n++ })
		x.Resize(x.MinSize())
		return x
	})
	if w.Canvas().FocusNext(); w.Canvas().Focused() != nil {
		t.Errorf("the keyboard stops at %T", w.Canvas().Focused())
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(10, 10))
	if x.Ground.Hidden || x.Ground.Size() != x.Size() || x.Cursor() != desktop.PointerCursor {
		t.Error("no light or no hand")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(10, 10))
	x.SetEnabled(false)
	test.TapCanvas(w.Canvas(), fyne.NewPos(10, 10))
	if n != 1 {
		t.Errorf("%d actions, want one: while it was enabled", n)
	}
	if x.Hovered() || !x.Ground.Hidden {
		t.Error("it is lit while it is disabled")
	}
	x.SetRole(fyne.AccessibleRoleText)
	if x.AccessibilityLabel() != "Clear" || x.AccessibilityRole() != fyne.AccessibleRoleText {
		t.Errorf("the screen reader says %q, %v", x.AccessibilityLabel(), x.AccessibilityRole())
	}
}

func TestRow(t *testing.T) {
	acts, focused := 0, 0
	var r *control.Row
	w := show(t, func(roles look.Roles) fyne.CanvasObject {
		words := prose.NewText(roles.UI, look.ColorText, "One line of words")
		r = control.NewRow("One", words, 5, func() { acts++ })
		r.OnFocus = func() { focused++ }
		r.Resize(fyne.NewSize(300, r.HeightFor(300)))
		return r
	})
	if r.Size().Height != 20+2*5 || r.HeightFor(60) <= r.Size().Height {
		t.Errorf("%v px high at 300 px, %v at 60 px", r.Size().Height, r.HeightFor(60))
	}
	w.Canvas().Focus(r)
	r.TypedKey(key(fyne.KeyEnter))
	test.Tap(r)
	if acts != 2 || focused != 1 || r.Ring.Hidden {
		t.Errorf("%d actions, %d times focused, ring hidden: %v", acts, focused, r.Ring.Hidden)
	}
	objects := test.WidgetRenderer(r).Objects()
	bar := objects[len(objects)-2]
	if bar.Visible() {
		t.Error("a bar on a row that is not the current one")
	}
	if r.SetMarked(true); !bar.Visible() {
		t.Error("no bar on the current row")
	}
}

func TestLink(t *testing.T) {
	acts := 0
	var l *control.Link
	w := show(t, func(roles look.Roles) fyne.CanvasObject {
		words := prose.NewText(roles.UI, look.ColorText, "a link")
		l = control.NewLink("Link", words, words.NaturalWidth(), func() { acts++ })
		l.Resize(fyne.NewSize(l.NaturalWidth(), l.HeightFor(l.NaturalWidth())))
		l.Move(fyne.NewPos(20, 20))
		return l
	})
	if l.AccessibilityRole() != fyne.AccessibleRoleLink {
		t.Errorf("the screen reader says %v", l.AccessibilityRole())
	}
	w.Canvas().Focus(l)
	l.TypedKey(key(fyne.KeySpace))
	if acts != 1 {
		t.Errorf("Space gave %d actions", acts)
	}
	if got, want := l.Ring.Size(), l.Size().AddWidthHeight(8, 2); got != want {
		t.Errorf("the ring is %v, want %v, around the words", got, want)
	}
}

// The window has a use for the space, which a control has had already.
func TestSpaceActsOnce(t *testing.T) {
	var i *control.Icon
	w := show(t, func(look.Roles) fyne.CanvasObject {
		i = control.NewSmallIcon("x", "Close", func() {})
		return i
	})
	typed := ""
	w.Canvas().SetOnTypedRune(func(r rune) { typed += string(r) })
	w.Canvas().Focus(i)
	i.TypedRune(' ')
	i.TypedRune('x')
	if typed != "x" {
		t.Errorf("the window heard %q, want only what the button has no use for", typed)
	}
}

func TestLargeText(t *testing.T) {
	var large *control.Text
	var esc *control.Key
	w := show(t, func(roles look.Roles) fyne.CanvasObject {
		esc = control.NewKeyOnAccent("Ctrl O", roles)
		large = control.NewLargeText(control.Primary, "Open file", esc, roles, func() {})
		large.Move(fyne.NewPos(20, 20))
		large.Resize(large.MinSize())
		return large
	})
	w.Canvas().Focus(large)
	if large.Ring.Position().X >= 0 || large.Ring.Size().Width <= large.Size().Width {
		t.Error("the ring lies on the fill, where it is not seen")
	}
	if end := esc.Position().X + esc.Size().Width; esc.Position().X < 60 || end >= large.Size().Width {
		t.Errorf("the key stands from %v to %v in %v", esc.Position().X, end, large.Size().Width)
	}
}

// What has no room yet, or hardly any, draws nothing that a painter cannot draw.
func TestNoNegativeSizes(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	for _, o := range []fyne.CanvasObject{
		control.NewIcon("x", "", nil),
		control.NewText(control.Plain, "check", "Words", roles, nil),
		control.NewLargeText(control.Primary, "Words", control.NewKey("Esc", roles), roles, nil),
		control.NewKey("Esc", roles),
		control.NewRow("", prose.NewText(roles.UI, look.ColorText, "Words"), 4, nil),
		control.NewLink("", prose.NewText(roles.UI, look.ColorText, "Words"), 40, nil),
		control.NewSegmented("", []string{"one", "two"}, 0, roles, nil),
	} {
		o.Refresh() // before it has a size
		for _, size := range []fyne.Size{{}, {Width: 1, Height: 1}, {Width: 7, Height: 3}} {
			o.Resize(size)
			o.Refresh()
			uitest.NoNegativeSizes(t, o)
		}
	}
}
