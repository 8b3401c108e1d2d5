package page

import (
	"context"

	"sidelight/ui/page/flow"
)

// setter sets a whole article in the background, one format at a time.
type setter struct {
	do   func(func()) // calls a function on the toolkit's goroutine
	ctx  context.Context
	stop context.CancelFunc // nil while nothing runs
}

// start calls settle with the whole of a column, unless the setting is ended or
// started anew before.
func (s *setter) start(c *flow.Column, settle func(flow.Whole)) {
	s.end()
	ctx, stop := context.WithCancel(context.Background())
	s.ctx, s.stop = ctx, stop
	whole, do := c.Whole(), s.do
	go func() {
		w, err := whole(ctx)
		if err != nil {
			return
		}
		do(func() {
			if ctx.Err() == nil {
				s.end()
				settle(w)
			}
		})
	}()
}

// end stops what runs in the background.
func (s *setter) end() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
}

// running reports whether an article is being set.
func (s *setter) running() bool { return s.stop != nil }

// set breaks the article for the present format, or begins to.
func (p *Page) set() {
	p.setter.end()
	f := flow.Format{Style: p.format.Reading.Style(), Width: p.format.Column, Gap: p.format.ParagraphGap}
	p.column.Set(f, p.anchor.Offset)
	p.complete()
}

// complete sets the whole article in the background if only a window on it is
// set. What the reader reads stays where it is.
func (p *Page) complete() {
	if p.column.Partial() && !p.setter.running() {
		p.setter.start(p.column, func(w flow.Whole) {
			halt(p.motion.jumping)
			p.column.Settle(w)
			p.show()
		})
	}
}
