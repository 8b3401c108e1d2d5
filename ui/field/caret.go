package field

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"

	"sidelight/ui/look"
	"sidelight/ui/shape"
)

const (
	caretWidth = 2 // pixels
	blinkTime  = time.Second
	// restTime is how long the caret blinks without a key. Each blink draws the whole
	// window twice.
	restTime = 10 * time.Second
)

// caret is the bar where the next letter goes, in the colour of the lamp: that
// of the toolkit's own field cannot be set apart from the colour of its frame.
type caret struct {
	bar   *shape.Box
	blink *fyne.Animation // nil before the caret is first woken, and while it is away
	dark  bool            // it is between two blinks
}

func newCaret() *caret {
	c := &caret{bar: shape.NewBox(color.Transparent)}
	c.bar.Hide()
	return c
}

// wake shows the caret, which blinks from now on for restTime and then stays. It
// does not fade.
func (c *caret) wake() {
	c.sleep()
	c.bar.Show()
	c.light(false)
	if !fyne.CurrentApp().Settings().ShowAnimations() {
		return
	}
	c.blink = fyne.NewAnimation(restTime, func(part float32) {
		if dark := darkAt(time.Duration(float64(part) * float64(restTime))); dark != c.dark {
			c.light(dark)
		}
	})
	c.blink.Curve = fyne.AnimationLinear
	c.blink.Start()
}

// darkAt reports whether the caret is between two blinks at a time after it was
// woken.
func darkAt(t time.Duration) bool { return t < restTime && t%blinkTime >= blinkTime/2 }

// sleep takes the caret away.
func (c *caret) sleep() {
	if c.blink != nil {
		c.blink.Stop()
		c.blink = nil
	}
	c.bar.Hide()
}

func (c *caret) light(dark bool) {
	c.dark = dark
	c.paint()
	c.bar.Refresh()
}

func (c *caret) paint() {
	c.bar.FillColor = look.Of(look.ColorLamp)
	if c.dark {
		c.bar.FillColor = color.Transparent
	}
}
