package field

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/uitest"
)

const longNote = "The article carries no date, so “last month” cannot be placed on its own. Compare with a dated report before quoting it."

// showArea puts an area into a window, 328 by 138 pixels, with the keyboard's focus.
func showArea(t *testing.T, scheme look.Scheme) (*Area, fyne.Window) {
	t.Helper()
	_, roles := uitest.App(t, scheme)
	a := NewArea("Note", "What you think of it", 138, roles)
	w := test.NewTempWindow(t, container.NewWithoutLayout(a))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(340, 150))
	a.Move(fyne.NewPos(6, 6))
	a.Resize(fyne.NewSize(328, 138))
	w.Canvas().Focus(a)
	return a, w
}

func TestAreaLooksAsDesigned(t *testing.T) {
	a, w := showArea(t, look.Light)
	a.Inked = func(text string) []prose.Stretch {
		i := strings.Index(text, "report")
		return []prose.Stretch{{Start: i, End: i + 6, Colour: look.ColorAccentText}}
	}
	a.SetText(longNote)
	test.AssertImageMatches(t, "area.png", w.Canvas().Capture())
}

func press(a *Area, keys ...fyne.KeyName) {
	for _, k := range keys {
		a.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func TestAreaTakesLines(t *testing.T) {
	a, _ := showArea(t, look.Light)
	var told []string
	a.OnChanged = func(s string) { told = append(told, s) }
	test.Type(a, "one")
	press(a, fyne.KeyReturn)
	test.Type(a, "two\"")
	if a.Text() != "one\ntwo\"" || told[len(told)-1] != a.Text() || len(told) != 8 {
		t.Errorf("the area holds %q and told %q", a.Text(), told)
	}
	press(a, fyne.KeyUp, fyne.KeyHome, fyne.KeyDelete, fyne.KeyDown, fyne.KeyEnd, fyne.KeyBackspace)
	if a.Text() != "ne\ntwo" {
		t.Errorf("edited it holds %q", a.Text())
	}
	a.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyBackspace, Modifier: fyne.KeyModifierShortcutDefault})
	if a.Text() != "ne\n" {
		t.Errorf("without the last word it holds %q", a.Text())
	}
	for range 20 {
		a.TypedShortcut(&fyne.ShortcutUndo{})
	}
	if a.Text() != "" {
		t.Errorf("undone it holds %q", a.Text())
	}
	for range 20 {
		a.TypedShortcut(&fyne.ShortcutRedo{})
	}
	if a.Text() != "ne\n" {
		t.Errorf("redone it holds %q", a.Text())
	}
}

// The caret steps through the lines as they are drawn, and stays as far to the right.
func TestAreaCaretInLines(t *testing.T) {
	a, _ := showArea(t, look.Light)
	a.SetText(longNote + "\n\nend")
	a.move(5, false)
	x := a.CaretAt().X
	for i := range 2 {
		press(a, fyne.KeyDown)
		if at := a.CaretAt(); at.Y != areaTop+float32(i+1)*areaLeading || abs(at.X-x) > 8 {
			t.Errorf("%d lines down the caret is at %v, from %v", i+1, at, x)
		}
	}
	press(a, fyne.KeyDown, fyne.KeyDown) // through the empty line
	if at := a.CaretAt(); abs(at.X-x) > 20 || !strings.HasSuffix(a.Text()[:a.Caret()], "\nend") {
		t.Errorf("in the last line the caret is at %v, byte %d", at, a.Caret())
	}
	press(a, fyne.KeyHome)
	if a.Caret() != len(longNote)+2 {
		t.Errorf("the line begins at %d", a.Caret())
	}
	test.Type(a, "a ")
	if at := a.CaretAt().X; at <= areaLeft+a.role.Face.Width("a", a.role.Size) {
		t.Errorf("behind a blank the caret is at %v", at)
	}
}

// A place that is clicked is the place under which the caret is drawn.
func TestAreaIsClicked(t *testing.T) {
	a, _ := showArea(t, look.Light)
	a.SetText(longNote)
	for _, at := range []int{0, 10, 31, 60, len(longNote)} {
		a.move(at, false)
		p := a.CaretAt().AddXY(1, 10)
		a.move(0, false)
		a.clicks = clicks{}
		a.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonPrimary})
		if a.Caret() != at {
			t.Errorf("a click at the place of byte %d puts the caret at %d", at, a.Caret())
		}
		a.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonPrimary})
		if at == 10 && a.Selected() != "article" {
			t.Errorf("a second click selects %q", a.Selected())
		}
	}
	a.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(areaLeft, areaTop+2)}, Button: desktop.MouseButtonPrimary})
	a.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(areaLeft, areaTop+areaLeading+2)}})
	if got := a.Selected(); !strings.HasPrefix(longNote, got) || len(got) < 20 {
		t.Errorf("dragged over a line, %q is selected", got)
	}
	test.Type(a, "x")
	if strings.HasPrefix(a.Text(), "The") || !strings.HasPrefix(a.Text(), "x") {
		t.Errorf("what was selected stays: %q", a.Text())
	}
}

// Of a long text the lines in view are drawn, among them the caret's.
func TestAreaScrolls(t *testing.T) {
	a, w := showArea(t, look.Light)
	a.SetText(strings.Repeat("line\n", 2000))
	if n := len(a.objects); n > 20 {
		t.Errorf("%d objects are drawn", n)
	}
	if y := a.CaretAt().Y; y < areaTop || y > 138-areaTop {
		t.Errorf("the caret is at %v", y)
	}
	test.Scroll(w.Canvas(), fyne.NewPos(50, 50), 0, 1e6)
	if a.top != 0 {
		t.Errorf("scrolled to line %d", a.top)
	}
	a.Resize(fyne.NewSize(20, 138))
	a.Resize(fyne.NewSize(0, 0))
	uitest.NoNegativeSizes(t, a)
}
