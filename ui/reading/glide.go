package reading

import (
	"time"

	"fyne.io/fyne/v2"

	"sidelight/ui/async"
	"sidelight/ui/page"
)

const (
	restTime  = 1500 * time.Millisecond // until a closed panel counts as closed for long
	glideTime = 200 * time.Millisecond  // of the column's way to another place
)

// column is where the article's column stands: at its place beside the panel and,
// once the panel has been closed for long, in the middle of the page. It goes from
// one to the other as it is; the lines break in the same places.
type column struct {
	middle   bool
	patience time.Duration // until a closed panel counts as closed for long; 0: it never does
	waiting  async.Latest[struct{}]

	format page.Format // with the column where it belongs
	start  float32     // of the page in the window, pixels
	window fyne.Size   // for which all this holds

	x      float32         // where the column stands now, from the left of the window, pixels
	from   float32         // where it set out
	gone   float32         // of its way, 0 to 1
	moving *fyne.Animation // nil: it stands
}

// attend begins to wait for a panel that is closed. One that is closed already counts
// as closed for long.
func (f *frame) attend() {
	f.column.patience = restTime
	f.column.waiting.Stop()
	f.column.middle = f.side == nil
	f.arrange(f.Size())
}

// place puts the column where it belongs after something came to the right or went:
// back beside it at once, into the middle only after a while.
func (f *frame) place() {
	c := &f.column
	c.waiting.Stop()
	if f.side != nil {
		c.middle = false
	}
	f.glide()
	if f.side == nil && !c.middle && c.patience > 0 {
		patience := c.patience
		c.waiting.Run(
			func(j *async.Job) (struct{}, error) { return struct{}{}, j.Wait(patience) },
			func(struct{}, error) {
				c.middle = true
				f.glide()
			},
		)
	}
}

// glide lays the window out and lets the column go from where it stands to where it
// belongs by then.
func (f *frame) glide() {
	c := &f.column
	if f.Size() != c.window || !f.moves() || f.middle != fyne.CanvasObject(f.page) {
		c.stay()
		f.arrange(f.Size())
		return
	}
	c.set(fyne.NewAnimation(glideTime, f.follow))
	f.arrange(f.Size())
	if c.x == c.start+c.format.Left {
		c.stay()
		return
	}
	c.moving.Start()
}

// follow moves the column along a share of its way, 0 to 1.
func (f *frame) follow(share float32) {
	c := &f.column
	if c.moving == nil {
		return
	}
	c.gone = share
	if share == 1 {
		c.moving = nil
	}
	f.page.SetFormat(c.now())
}

// stand puts the column of a format onto a page that begins at start in a window of a
// size: at the place that the format has for it, or in the middle.
func (f *frame) stand(format page.Format, start float32, window fyne.Size) {
	c := &f.column
	if c.middle && f.side == nil && !f.drawer() {
		format = format.At(format.Middle(window.Width - start))
	}
	if c.window != window {
		c.stay()
	}
	c.format, c.start, c.window = format, start, window
	f.page.SetFormat(c.now())
}

// set begins a way from where the column stands.
func (c *column) set(a *fyne.Animation) {
	c.stay()
	a.Curve = fyne.AnimationEaseOut
	c.from, c.gone, c.moving = c.x, 0, a
}

// stay ends the way: the column is at its end as soon as it is laid out.
func (c *column) stay() {
	if c.moving != nil {
		c.moving.Stop()
		c.moving = nil
	}
}

// now is the format with the column where it stands on its way, on whole pixels.
func (c *column) now() page.Format {
	if c.x = c.start + c.format.Left; c.moving == nil {
		return c.format
	}
	c.x = float32(int(c.from + (c.x-c.from)*c.gone + 0.5))
	return c.format.At(c.x - c.start)
}
