package drawing_test

import (
	"bytes"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations/figure"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

func rolesOf(t testing.TB) look.Roles {
	t.Helper()
	return look.Current().Roles()
}

func alike(a, b image.Image) bool {
	return a.Bounds() == b.Bounds() && bytes.Equal(a.(*image.NRGBA).Pix, b.(*image.NRGBA).Pix)
}

// nearly is alike but for rounding: a picture is painted on its ground, a window is
// painted on nothing and then laid on its own.
func nearly(a, b image.Image) bool {
	const rounding = 2 // of 255
	x, y := a.(*image.NRGBA).Pix, b.(*image.NRGBA).Pix
	for i := range min(len(x), len(y)) {
		if max(x[i], y[i])-min(x[i], y[i]) > rounding {
			return false
		}
	}
	return a.Bounds() == b.Bounds()
}

func key(g *figure.Group) string {
	if g == nil {
		return "-"
	}
	return g.Key
}

func TestClicks(t *testing.T) {
	b, w := show(t, look.Light, 480, 360, sample)
	var got []string
	b.OnTapped = func(g *figure.Group, at figure.Point) { got = append(got, key(g)) }
	b.OnMenu = func(g *figure.Group, at fyne.Position) { got = append(got, "menu "+key(g)) }
	test.TapCanvas(w.Canvas(), fyne.NewPos(40, 290))
	test.TapCanvas(w.Canvas(), fyne.NewPos(400, 345))
	uitest.RightClick(w.Canvas(), fyne.NewPos(140, 220))
	want(t, got, "disc", "-", "menu verb")
	if w.Canvas().Focused() != b {
		t.Error("a click does not take the keyboard")
	}
}

func want(t *testing.T, got []string, want ...string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%q, want %q", got, want)
		return
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("%q, want %q", got, want)
			return
		}
	}
}

func TestHover(t *testing.T) {
	b, w := show(t, look.Light, 800, 600, rows(100))
	var got []string
	b.OnHovered = func(g *figure.Group) { got = append(got, key(g)) }
	test.MoveMouse(w.Canvas(), fyne.NewPos(100, 50))
	test.MoveMouse(w.Canvas(), fyne.NewPos(110, 55)) // the same
	if c := b.Sheet().(desktop.Cursorable).Cursor(); c != desktop.PointerCursor {
		t.Error("no hand over what can be clicked")
	}
	b.ScrollBy(40) // the pointer rests
	b.SetFigure(rows(100)(func(figure.Font, string) float32 { return 100 }))
	test.MoveMouse(w.Canvas(), fyne.NewPos(780, 55))
	if c := b.Sheet().(desktop.Cursorable).Cursor(); c != desktop.DefaultCursor {
		t.Error("a hand beside all groups")
	}
	want(t, got, "row1", "row2", "-")
}

func TestDragging(t *testing.T) {
	b, w := show(t, look.Light, 800, 600, rows(100))
	b.ScrollTo(figure.Point{Y: 400})
	test.Drag(w.Canvas(), fyne.NewPos(100, 300), 0, -50)
	if b.Offset().Y != 450 {
		t.Errorf("dragged to %v", b.Offset())
	}
	var sum figure.Point
	var got []string
	b.OnDragged = func(g *figure.Group, by figure.Point, ended bool) bool {
		sum.X, sum.Y = sum.X+by.X, sum.Y+by.Y
		if ended {
			got = append(got, key(g))
		}
		return true
	}
	test.Drag(w.Canvas(), fyne.NewPos(100, 300), 30, 20)
	if b.Offset().Y != 450 || sum != (figure.Point{X: 30, Y: 20}) {
		t.Errorf("a drag that is taken scrolls to %v and is told as %v", b.Offset(), sum)
	}
	want(t, got, "row18")
}

func TestWheelAndKeysScroll(t *testing.T) {
	b, w := show(t, look.Light, 800, 600, rows(100))
	scrolled := 0
	b.OnScrolled = func() { scrolled++ }
	test.Scroll(w.Canvas(), fyne.NewPos(100, 100), 0, -25)
	if b.Offset().Y != 63 || scrolled != 1 {
		t.Errorf("a step of the wheel scrolls to %v and is told %d times", b.Offset(), scrolled)
	}
	b.OnWheel = func(*fyne.ScrollEvent) bool { return true }
	test.Scroll(w.Canvas(), fyne.NewPos(100, 100), 0, -25)
	if b.Offset().Y != 63 {
		t.Error("a turn that is taken scrolls")
	}
	w.Canvas().Focus(b)
	for _, c := range []struct {
		key fyne.KeyName
		y   float32
	}{
		{fyne.KeyEnd, 3400}, {fyne.KeyUp, 3340}, {fyne.KeyDown, 3400}, {fyne.KeyPageUp, 2860},
		{fyne.KeyPageDown, 3400}, {fyne.KeyHome, 0}, {fyne.KeyPageUp, 0},
	} {
		if uitest.Press(w, c.key); b.Offset().Y != c.y {
			t.Errorf("%s scrolls to %v, want %v", c.key, b.Offset().Y, c.y)
		}
	}
}

func TestKeysGoOn(t *testing.T) {
	b, w := show(t, look.Light, 800, 600, rows(5)) // nothing to scroll
	var got []string
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { got = append(got, string(e.Name)) })
	w.Canvas().SetOnTypedRune(func(r rune) { got = append(got, string(r)) })
	b.OnKey = func(e *fyne.KeyEvent) bool { return e.Name == fyne.KeySpace || e.Name == fyne.KeyLeft }
	b.OnRune = func(r rune) bool { return r == 'x' }
	w.Canvas().Focus(b)
	uitest.Press(w, fyne.KeyLeft, fyne.KeyDown, fyne.KeyF5, fyne.KeySpace)
	uitest.TypeIn(w, " x y")
	want(t, got, "Down", "F5", " ", "y")
}

func TestReveal(t *testing.T) {
	b, _ := show(t, look.Light, 400, 300, rows(100))
	for _, c := range []struct {
		r    figure.Rect
		want figure.Point
	}{
		{figure.Rect{X: 100, Y: 100, W: 50, H: 20}, figure.Point{}},
		{figure.Rect{X: 600, Y: 100, W: 50, H: 20}, figure.Point{X: 274}},
		{figure.Rect{X: 600, Y: 1000, W: 50, H: 20}, figure.Point{X: 274, Y: 744}},
		{figure.Rect{X: 300, Y: 500, W: 50, H: 900}, figure.Point{X: 274, Y: 500}},
		{figure.Rect{X: 0, Y: 3980, W: 10, H: 20}, figure.Point{X: 0, Y: 3700}},
	} {
		if b.Reveal(c.r); b.Offset() != c.want {
			t.Errorf("%v is brought to %v, want %v", c.r, b.Offset(), c.want)
		}
	}
}

// TestWhatIsDraggedStaysUnderThePointer drags a disc that its view moves: it is under the
// pointer all the time.
func TestWhatIsDraggedStaysUnderThePointer(t *testing.T) {
	b, w := show(t, look.Light, 400, 300, nil)
	at := figure.Point{X: 60, Y: 60}
	place := func() {
		b.SetFigure(&figure.Figure{Width: 400, Height: 300, Groups: []figure.Group{{
			Key: "disc", Name: "A disc", Hit: figure.Rect{X: at.X, Y: at.Y}.Grown(16),
			Shapes: []figure.Shape{figure.Disc{Centre: at, Radius: 8, Fill: figure.Text}},
		}}})
	}
	place()
	w.Canvas().Capture()
	var got []string
	b.OnHovered = func(g *figure.Group) { got = append(got, key(g)) }
	b.OnDragged = func(g *figure.Group, by figure.Point, ended bool) bool {
		if key(g) != "disc" {
			t.Errorf("drags %q", key(g))
		}
		at.X, at.Y = at.X+by.X, at.Y+by.Y
		place()
		return true
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(60, 60))
	sheet := b.Sheet().(interface {
		fyne.Draggable
		desktop.Mouseable
	})
	sheet.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(60, 60)}})
	for i := range 10 { // as a window tells of it: with the place that the pointer has come to
		to := fyne.NewPos(60+float32(i+1)*20, 60+float32(i+1)*10)
		sheet.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(20, 10)})
	}
	sheet.DragEnd()
	want(t, got, "disc")
	if at != (figure.Point{X: 260, Y: 160}) {
		t.Errorf("dragged to %v", at)
	}
}
