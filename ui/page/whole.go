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
	whole, turn := p.column.Whole(), p.turn
	p.setter.Do = p.Do
	p.setter.Run(func(j *async.Job) (w flow.Whole, err error) {
		if err := turn.Wait(j); err != nil {
			return w, err
		}
		return whole(j)
	}, func(w flow.Whole, err error) {
		p.endTurn()
		if err == nil {
			p.reading.stop()
			p.column.Settle(w)
			p.show()
			p.tidy()
		}
	})
}

// joinLine has the rest of an article that begins wait for its turn. It keeps that however
// often the article is set anew meanwhile, and no later setting waits.
func (p *Page) joinLine() {
	p.endTurn()
	p.turn = p.Line.Join()
}

// endTurn lets what waits behind the article go on.
func (p *Page) endTurn() {
	p.turn.Done()
	p.turn = nil
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
		p.endTurn()
		if w, err := p.column.Whole()(context.Background()); err == nil {
			p.column.Settle(w)
		}
	}
	p.show()
	p.gallery.finish()
}
