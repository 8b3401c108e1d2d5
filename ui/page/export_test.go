package page

import (
	"time"

	"sidelight/ui/session"
	"sidelight/ui/typeset"
)

// Waiting is what a page waits to do, in tests instead of the clock.
type Waiting struct {
	After time.Duration
	Do    func() // nil: for nothing
}

// FakeClock makes the hover cards wait for the test.
func (p *Page) FakeClock() *Waiting {
	w := &Waiting{}
	p.card.wait = func(d time.Duration, f func()) func() {
		w.After, w.Do = d, f
		return func() { w.Do = nil }
	}
	p.links.wait = p.card.wait
	return w
}

// LinkCardShown reports whether the card of a link is to be seen.
func (p *Page) LinkCardShown() bool { return p.links.Visible() }

// LinkCardBox is where the card of a link stands on the page.
func (p *Page) LinkCardBox() typeset.Rect {
	at, size := p.links.Position(), p.links.Size()
	return typeset.Rect{X: at.X, Y: at.Y, W: size.Width, H: size.Height}
}

// CardBox is where the hover card stands on the page.
func (p *Page) CardBox() typeset.Rect {
	at, size := p.card.Position(), p.card.Size()
	return typeset.Rect{X: at.X, Y: at.Y, W: size.Width, H: size.Height}
}

// Whole reports whether all lines of the article are set.
func (p *Page) Whole() bool { return !p.column.Partial() }

// ChipShown reports whether the way back is offered.
func (p *Page) ChipShown() bool { return p.chip.Visible() }

// TipShown reports whether a line floats beside the rail or a voice bar.
func (p *Page) TipShown() bool { return p.tip.Visible() }

// Shown is the snapshot that the page shows.
func (p *Page) Shown() session.Snapshot { return p.now }

// RunningShown reports whether the running head is to be seen.
func (p *Page) RunningShown() bool { return p.running.Visible() }

// PointerOf is what takes the mouse over the text.
func PointerOf(p *Page) *pointer { return p.pointer }
