package field

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// clock is an app whose driver lets the test move what is animated, so that a blink
// takes no time.
type clock struct {
	fyne.App
	driver
}

func (c *clock) Driver() fyne.Driver { return c.driver }

type driver struct {
	fyne.Driver
	running map[*fyne.Animation]bool
}

func (c driver) StartAnimation(a *fyne.Animation) { c.running[a] = true }
func (c driver) StopAnimation(a *fyne.Animation)  { delete(c.running, a) }

// at moves everything to a time after it began to move.
func (c driver) at(t time.Duration) {
	for a := range c.running {
		a.Tick(min(float32(t)/float32(a.Duration), 1))
		if t >= a.Duration && a.RepeatCount != fyne.AnimationRepeatForever {
			delete(c.running, a)
		}
	}
}

func focusedField(t *testing.T) (*Field, fyne.Canvas, driver) {
	t.Helper()
	app, roles := uitest.App(t, look.Light)
	c := driver{app.Driver(), map[*fyne.Animation]bool{}}
	fyne.SetCurrentApp(&clock{app, c})
	t.Cleanup(func() { fyne.SetCurrentApp(app) })
	f := New("Search", "", Small(roles))
	w := test.NewTempWindow(t, container.NewWithoutLayout(f))
	f.Resize(fyne.NewSize(300, Height))
	w.Canvas().Capture()
	w.Canvas().Focus(f.Entry)
	return f, w.Canvas(), c
}

func TestCaretBlinksForTenSecondsWithoutAKey(t *testing.T) {
	f, _, c := focusedField(t)
	blinks := func() (n int) {
		dark := false
		for at := time.Duration(0); at <= 12*time.Second; at += 16 * time.Millisecond {
			c.at(at)
			if f.caret.dark != dark {
				dark = f.caret.dark
				n++
			}
		}
		return n
	}
	if n := blinks(); n != 20 {
		t.Errorf("the caret is switched %d times", n)
	}
	if f.caret.dark || !f.caret.bar.Visible() || len(c.running) > 0 {
		t.Errorf("then it is dark: %v, visible: %v, and %d animations run", f.caret.dark, f.caret.bar.Visible(), len(c.running))
	}
	for name, key := range map[string]func(){
		"a letter": func() { f.Entry.TypedRune('a') },
		"an arrow": func() { f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp}) },
	} {
		if key(); blinks() != 20 {
			t.Errorf("after %s it does not blink for as long again", name)
		}
	}
}

// No animation runs but that of the caret of our own: Fyne's fades.
func TestFynesCaretRests(t *testing.T) {
	f, canvas, c := focusedField(t)
	check := func(when string, want int) {
		t.Helper()
		if len(c.running) != want || want == 1 && !c.running[f.caret.blink] {
			t.Errorf("%s, %d animations run, want %d, the caret's", when, len(c.running), want)
		}
	}
	check("with the focus", 1)
	f.Entry.TypedRune('a')
	f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	check("after typing", 1)
	f.Refresh()
	f.Entry.SetText("other words")
	check("after other words", 1)
	canvas.Unfocus()
	check("without the focus", 0)
	canvas.Focus(f.Entry)
	check("with the focus again", 1)
	canvas.Unfocus()
	plain := widget.NewEntry()
	canvas.SetContent(plain)
	canvas.Capture()
	if canvas.Focus(plain); len(c.running) != 1 {
		t.Errorf("with the focus on an entry of Fyne's, %d animations run: this test tells nothing", len(c.running))
	}
}
