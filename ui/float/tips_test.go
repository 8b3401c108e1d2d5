package float_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/control"
	"sidelight/ui/float"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// tipWindow opens a window with two icons and the tips over them.
func tipWindow(t *testing.T, scheme look.Scheme) (fyne.Window, *float.Tips, *float.Clock, [2]*control.Icon) {
	t.Helper()
	uitest.App(t, scheme)
	icons := [2]*control.Icon{control.NewIcon("stack", "Layers", func() {}), control.NewIcon("text-aa", "Reading settings", func() {})}
	icons[0].SetKey("L")
	for i, o := range icons {
		control.Place(o, 8+34*float32(i), 8, control.Size, control.Size)
	}
	tips := float.NewTips()
	w := test.NewTempWindow(t, container.NewStack(container.NewWithoutLayout(icons[0], icons[1]), tips))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(220, 100))
	w.Canvas().Capture()
	return w, tips, tips.FakeClock(), icons
}

func TestTip(t *testing.T) {
	w, tips, clock, icons := tipWindow(t, look.Light)
	says := func(when, want string) {
		t.Helper()
		if got, _, _ := tips.Shown(); got != want {
			t.Errorf("%s it says %q, want %q", when, got, want)
		}
	}
	in := func(i int) { icons[i].MouseIn(&desktop.MouseEvent{}) }
	in(0)
	says("at once", "")
	if clock.Waits() != 600*time.Millisecond {
		t.Errorf("it waits for %v", clock.Waits())
	}
	clock.Run()
	says("after a while", "Layers")
	icons[0].MouseOut()
	says("after the pointer has left", "")
	clock.Pass(900 * time.Millisecond)
	in(1)
	says("just after another", "Reading settings")
	icons[1].Tapped(nil)
	says("after a click", "")
	icons[1].MouseOut()
	clock.Pass(1100 * time.Millisecond)
	in(0)
	says("long after another", "")
	icons[0].MouseOut()
	if clock.Waits() != 0 {
		t.Error("it waits for a pointer that has left")
	}
	w.Canvas().Focus(icons[1])
	clock.Run()
	says("with the keyboard's focus", "Reading settings")
	w.Canvas().Unfocus()
	says("without the keyboard's focus", "")
	icons[0].Disable()
	clock.Pass(2 * time.Second)
	in(0)
	clock.Run()
	says("about what cannot be used", "Layers")
	tips.Clear()
	if n := len(test.WidgetRenderer(tips).Objects()); n != 0 {
		t.Errorf("at rest it draws %d objects", n)
	}
}

// A tip lies in the window, and not on what it is about.
func TestTipKeepsClear(t *testing.T) {
	w, tips, clock, icons := tipWindow(t, look.Light)
	for _, at := range []fyne.Position{{X: 8, Y: 8}, {X: 180, Y: 8}, {X: 8, Y: 66}, {X: 180, Y: 60}} {
		icons[1].Move(at)
		clock.Pass(time.Hour)
		icons[1].MouseIn(&desktop.MouseEvent{})
		clock.Run()
		_, p, s := tips.Shown()
		all := w.Canvas().Size()
		tips.Refresh() // leaves it where it is
		if o := test.WidgetRenderer(tips).Objects()[0]; o.Position() != p || o.Size() != s {
			t.Errorf("the ground of a tip at %v, %v is drawn at %v, %v", p, s, o.Position(), o.Size())
		}
		if s.Height != 30 || p.X < 0 || p.Y < 0 || p.X+s.Width > all.Width || p.Y+s.Height > all.Height {
			t.Errorf("about an icon at %v it is at %v, %v in %v", at, p, s, all)
		}
		if p.Y < at.Y+control.Size && at.Y < p.Y+s.Height {
			t.Errorf("at %v, %v it lies on the icon at %v", p, s, at)
		}
		icons[1].MouseOut()
	}
}

// On a card that floats over the window, tips lie on the card's own layer, which is
// gone with its tip.
func TestTipOnACard(t *testing.T) {
	w, l, below := window(t)
	in := control.NewIcon("check", "Inside", func() {})
	clock := l.FakeClock()
	l.Open(float.Popover{Content: in, Width: 100, Anchor: below})
	w.Canvas().Capture()
	in.MouseIn(&desktop.MouseEvent{})
	clock.Run()
	if got := l.TipShown(); got != "Inside" {
		t.Errorf("it says %q", got)
	}
	if l.Dismiss(); l.TipShown() != "" {
		t.Error("the tip outlives the card")
	}
	l.Open(float.Popover{Content: in, Width: 100, Anchor: below, Focus: in})
	clock.Run()
	if got := l.TipShown(); got != "" {
		t.Errorf("a card that opens explains %q", got)
	}
}

func TestTipPictures(t *testing.T) {
	for _, s := range look.Schemes() {
		w, _, clock, icons := tipWindow(t, s)
		icons[0].MouseIn(&desktop.MouseEvent{})
		clock.Run()
		test.AssertImageMatches(t, "tip_"+string(s)+".png", w.Canvas().Capture())
	}
}

// A tip that names a place of its own stands level with it, within the window.
func TestTipBesideAPlace(t *testing.T) {
	_, tips, clock, icons := tipWindow(t, look.Light)
	for y, want := range map[float32]float32{20: 8 + 20 - 15, 200: 100 - 8 - 30} {
		icons[0].SetTip(func() control.Tip { return control.Tip{Words: "a", X: 40, Y: y} })
		icons[0].MouseIn(&desktop.MouseEvent{})
		clock.Run()
		if words, at, _ := tips.Shown(); words != "a" || at != fyne.NewPos(48, want) {
			t.Errorf("%v px below the top of the icon it says %q at %v", y, words, at)
		}
		icons[0].MouseOut()
		clock.Pass(time.Minute)
	}
}
