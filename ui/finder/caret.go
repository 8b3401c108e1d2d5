package finder

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
)

const (
	caretWidth = 2 // pixels
	blinkTime  = time.Second
)

// caret is the bar at which the next character goes, in the colour of the lamp. The
// toolkit's own caret has the colour of the focused frame, which is another one.
type caret struct {
	bar   *canvas.Rectangle
	blink *fyne.Animation
	dark  bool // the caret is between two blinks, not to be seen
}

func newCaret() *caret {
	c := &caret{bar: canvas.NewRectangle(color.Transparent)}
	c.bar.Hide()
	return c
}

// wake shows the caret, blinking from now on.
func (c *caret) wake() {
	c.sleep()
	c.bar.Show()
	c.light(false)
	if !fyne.CurrentApp().Settings().ShowAnimations() {
		return
	}
	c.blink = fyne.NewAnimation(blinkTime, func(f float32) {
		if dark := f >= 0.5 && f < 1; dark != c.dark {
			c.light(dark)
		}
	})
	c.blink.Curve, c.blink.RepeatCount = fyne.AnimationLinear, fyne.AnimationRepeatForever
	c.blink.Start()
}

// sleep hides the caret.
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
