package float

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Measures of a tip in pixels, and its times.
const (
	tipHeight = 30
	tipPad    = 10 // at both sides of the words
	tipCapEnd = 6  // after a key cap
	tipEdge   = 8  // between a tip and the window's edges

	tipDelay = 600 * time.Millisecond // until a tip comes
	tipAgain = time.Second            // within that after a tip the next comes at once
)

var _ control.TipHost = (*Tips)(nil)

// Tips shows one tip at a time about a control: its name and key, 6 pixels under the
// control and never over it. It lies over what it explains, is as large as that, and
// lets the pointer through. While there is no tip, it draws nothing.
type Tips struct {
	widget.BaseWidget
	about  fyne.CanvasObject // that the tip is about, shown or waited for; nil for none
	tip    control.Tip
	shown  bool
	hidden time.Time // when the last tip was taken away

	now  func() time.Time
	wait func(time.Duration, func()) (stop func())
	stop func() // ends the waiting; nil if nothing is waited for

	box    *control.Box
	words  *prose.Text
	keyCap *control.Key // nil for none
}

// NewTips makes what shows the tips of a window.
func NewTips() *Tips {
	t := &Tips{now: time.Now, wait: after, box: control.NewBox(6)}
	t.ExtendBaseWidget(t)
	return t
}

// ShowTip shows a tip about an object after a while, or at once if another was shown
// just before.
func (t *Tips) ShowTip(about fyne.CanvasObject, tip control.Tip) {
	if t.about == about && t.tip == tip {
		return
	}
	t.Clear()
	t.about, t.tip = about, tip
	if t.now().Sub(t.hidden) < tipAgain {
		t.show()
		return
	}
	t.stop = t.wait(tipDelay, t.show)
}

// HideTip takes away the tip about an object.
func (t *Tips) HideTip(about fyne.CanvasObject) {
	if t.about == about {
		t.Clear()
	}
}

// Clear takes away the tip that is shown or waited for.
func (t *Tips) Clear() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	t.about = nil
	if t.shown {
		t.shown, t.hidden = false, t.now()
		t.Refresh()
	}
}

// About returns what the tip is about that is shown or waited for, or nil.
func (t *Tips) About() fyne.CanvasObject { return t.about }

// show shows the tip that was waited for, unless what it is about is gone.
func (t *Tips) show() {
	t.stop = nil
	if t.about == nil || !t.about.Visible() || fyne.CurrentApp().Driver().CanvasForObject(t.about) == nil {
		t.about = nil
		return
	}
	roles := roles()
	t.words = prose.NewText(roles.Meta, look.ColorText, t.tip.Words)
	t.words.SetMaxLines(1)
	t.keyCap = nil
	if t.tip.Key != "" {
		t.keyCap = control.NewKey(t.tip.Key, roles)
	}
	t.shown = true
	t.Refresh()
}

// Shown returns what is said now and the rectangle of the window that the tip takes;
// no words if there is no tip.
func (t *Tips) Shown() (words string, at fyne.Position, size fyne.Size) {
	if !t.shown {
		return "", at, size
	}
	at, size = t.rect(t.Size())
	return t.tip.Words, at, size
}

// rect returns where the tip goes: under what it is about, else above, or level with
// the place that the tip names.
func (t *Tips) rect(all fyne.Size) (fyne.Position, fyne.Size) {
	w := t.words.NaturalWidth() + 2*tipPad
	if t.keyCap != nil {
		w += t.keyCap.MinSize().Width + tipCapEnd
	}
	size := fyne.NewSize(min(w, all.Width-2*tipEdge), tipHeight)
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(t.about).Subtract(driver.AbsolutePositionForObject(t))
	x := max(tipEdge, min(at.X+t.tip.X, all.Width-tipEdge-size.Width))
	y := at.Y + t.about.Size().Height + gap
	if t.tip.Y > 0 {
		y = min(at.Y+t.tip.Y-size.Height/2, all.Height-tipEdge-size.Height)
	}
	if y+size.Height > all.Height-tipEdge/2 {
		y = at.Y - gap - size.Height
	}
	return fyne.NewPos(float32(int(x)), float32(int(y))), size
}

// MinSize returns nothing: tips take no room.
func (t *Tips) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the tip, if there is one.
func (t *Tips) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(t, t.paint, t.arrange, func() []fyne.CanvasObject {
		if !t.shown {
			return nil
		}
		out := append(t.box.Objects(), t.words)
		if t.keyCap != nil {
			out = append(out, t.keyCap)
		}
		return out
	})
}

func (t *Tips) arrange(all fyne.Size) {
	if !t.shown || all.IsZero() {
		return
	}
	at, size := t.rect(all)
	t.box.Resize(size)
	t.box.Move(at)
	leading, end := t.words.Role().Leading, size.Width-tipPad
	if t.keyCap != nil {
		m := t.keyCap.MinSize()
		end = size.Width - tipCapEnd - m.Width
		control.Place(t.keyCap, at.X+end, at.Y+(tipHeight-m.Height)/2, m.Width, m.Height)
		end -= tipPad
	}
	control.Place(t.words, at.X+tipPad, at.Y+(tipHeight-leading)/2, end-tipPad+1, leading)
}

func (t *Tips) paint() {
	t.box.Paint(look.ColorRaised, look.ColorRuleStrong, 1)
	t.box.Cast(look.CardShadow())
}
