package panel_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
)

// marked are the labels of the jumps, and the one whose section is in view: the one
// under which the lamp's line is drawn.
func jumpsOf(p *rig, win fyne.Window) (all []string, now string) {
	win.Canvas().Capture()
	for _, label := range []string{"Article", "Background", "Since then", "Connected", "Mentions"} {
		for _, d := range tree(p.Panel) {
			a, ok := d.CanvasObject.(fyne.Accessible)
			if !ok || a.AccessibilityLabel() != label || d.at.Y > 80 {
				continue
			}
			all = append(all, label)
			uitest.Each(d.CanvasObject, func(o fyne.CanvasObject) {
				if r, ok := o.(*shape.Box); ok && r.FillColor == look.Of(look.ColorLamp) {
					now = label
				}
			})
		}
	}
	return all, now
}

// A card that is higher than the panel has jumps to its sections above it, which stay
// while the card scrolls; a lower one has none.
func TestPanel_JumpsLeadToTheSections(t *testing.T) {
	p := newRig(bundled(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 772)
	p.ShowEntity("hamas", 0)
	all, now := jumpsOf(p, win)
	if len(all) != 5 || now != "Article" {
		t.Fatalf("the jumps are %q, in view is %q", all, now)
	}
	for _, label := range all {
		link := labelled(t, p.Panel, label)
		win.Canvas().Focus(link.CanvasObject.(fyne.Focusable))
		win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if _, now := jumpsOf(p, win); now != label {
			t.Errorf("after a jump to %q %q is marked", label, now)
		}
		if again := labelled(t, p.Panel, label); again.at != link.at {
			t.Errorf("the jump to %q moved from %v to %v", label, link.at, again.at)
		}
	}
	test.Scroll(win.Canvas(), fyne.NewPos(100, 300), 0, 20_000)
	if _, now := jumpsOf(p, win); now != "Article" {
		t.Errorf("at the top again %q is marked", now)
	}
	win.Resize(fyne.NewSize(376, 20_000))
	if all, _ := jumpsOf(p, win); len(all) != 0 {
		t.Errorf("a card that fits has the jumps %q", all)
	}
	win.Resize(fyne.NewSize(376, 772))
	if p.ShowEntity("dermer", -1); true {
		if all, _ := jumpsOf(p, win); len(all) > 4 {
			t.Errorf("a card without mentions has the jumps %q", all)
		}
	}
}

// The keyboard does not stay on a jump that is gone.
func TestPanel_JumpsKeepTheKeyboard(t *testing.T) {
	p := newRig(bundled(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 772)
	p.ShowEntity("hamas", 0)
	win.Canvas().Focus(labelled(t, p.Panel, "Mentions").CanvasObject.(fyne.Focusable))
	p.ShowAbout()
	if f, ok := win.Canvas().Focused().(fyne.CanvasObject); !ok || !f.Visible() {
		t.Errorf("the focus is on %v", win.Canvas().Focused())
	}
}
