package control

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/prose"
)

// Tip is what a tooltip says: the name of an icon, or a name that is cut where it
// stands. The zero Tip says nothing.
type Tip struct {
	Words string
	Key   string  // that does the same, as it is printed; empty for none
	X     float32 // of the tip's left edge from the control's, pixels
	Y     float32 // of the tip's middle from the control's top, pixels; 0: under the control
}

// TipHost shows tips in a window or on a card over it. It is the window's content or
// in it, or an overlay of the window.
type TipHost interface {
	// ShowTip shows a tip about an object, after a while.
	ShowTip(about fyne.CanvasObject, t Tip)
	// HideTip takes away the tip about an object, if that is shown or waited for.
	HideTip(about fyne.CanvasObject)
}

// SetTip sets what the control's tip says while the pointer or the keyboard is at it.
// A control without that says the words of its own that are cut.
func (t *Tap) SetTip(tip func() Tip) { t.tip = tip }

// SetKey sets the key that does what the control does, as it is printed.
func (t *Tap) SetKey(key string) { t.key = key }

// Named returns the control's name and key as a tip, for a control that shows no
// words.
func (t *Tap) Named() Tip { return Tip{Words: t.name, Key: t.key} }

// Tip returns what the control's tip says now.
func (t *Tap) Tip() Tip {
	if t.tip != nil {
		return t.tip()
	}
	for _, o := range t.shown {
		if x, ok := o.(*prose.Text); ok && x.Visible() && x.Cut() {
			return Tip{Words: x.Content(), Key: t.key}
		}
	}
	return Tip{}
}

// Explain shows the control's tip anew, after what it says has changed, or hides it.
func (t *Tap) Explain() {
	tip := t.Tip()
	if !t.hovered && !t.keyed {
		tip = Tip{}
	}
	Explain(t.self, tip)
}

// Explain shows a tip about an object where the object lies, in a window or on a card
// over it; the zero Tip hides it. It is for what explains other things than itself: a
// [Tap] has a method of that name.
func Explain(about fyne.CanvasObject, t Tip) {
	h := tipHost(about)
	switch {
	case h == nil:
	case t.Words != "":
		h.ShowTip(about, t)
	default:
		h.HideTip(about)
	}
}

// hush takes the tip away: the reader has found what it is about.
func (t *Tap) hush() { Explain(t.self, Tip{}) }

// tipHost returns what shows tips where an object lies, or nil.
func tipHost(o fyne.CanvasObject) TipHost {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	if top := c.Overlays().Top(); top != nil {
		h, _ := top.(TipHost)
		return h
	}
	all := []fyne.CanvasObject{c.Content()}
	if in, ok := c.Content().(*fyne.Container); ok {
		all = in.Objects
	}
	for _, x := range all {
		if h, ok := x.(TipHost); ok {
			return h
		}
	}
	return nil
}
