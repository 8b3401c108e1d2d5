package page

import (
	"context"
	"time"

	"sidelight/ui/async"
	"sidelight/ui/page/flow"
)

// complete sets the whole article in the background if only a window on it is
// set. What the reader reads stays where it is.
func (p *Page) complete() {
	if !p.column.Partial() || p.setter.Running() {
		return
	}
	whole := p.column.Whole()
	p.setter.Do = p.Do
	p.setter.Run(func(j *async.Job) (flow.Whole, error) { return whole(j) }, func(w flow.Whole, err error) {
		if err == nil {
			p.reading.stop()
			p.column.Settle(w)
			p.show()
			p.tidy()
		}
	})
}

// tidyTime is how long the text has to stand before the memory is returned that setting it
// has left: the steps to a size or a width that is liked come quickly.
const tidyTime = time.Second

// tidy returns that memory when the text stands.
func (p *Page) tidy() {
	p.tidying.Do = p.Do
	p.tidying.Run(
		func(j *async.Job) (struct{}, error) { return struct{}{}, j.Wait(tidyTime) },
		func(struct{}, error) { async.GiveBack() },
	)
}

// Finish does at once what a page does in the background, for a picture of it: it sets
// the whole article, and decodes the pictures in view.
func (p *Page) Finish() {
	a := p.column.Article()
	if a == nil {
		return
	}
	if all := unsized(a); len(all) > 0 && p.gallery.sizer.Running() {
		p.gallery.sizer.Stop()
		if sizes, err := sizesOf(context.Background(), all); err == nil {
			p.column.SetSizes(sizes)
			p.set()
		}
	}
	if p.column.Partial() {
		p.setter.Stop()
		if w, err := p.column.Whole()(context.Background()); err == nil {
			p.column.Settle(w)
		}
	}
	p.show()
	p.gallery.finish()
}
