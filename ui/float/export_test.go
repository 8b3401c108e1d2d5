package float

import (
	"time"

	"sidelight/ui/typeset"
)

// Clock stands for time: what waits for it waits until the test runs it.
type Clock struct {
	now   time.Time
	delay time.Duration
	then  func()
}

func newClock() *Clock { return &Clock{now: time.Unix(1e9, 0)} }

func (c *Clock) wait(d time.Duration, f func()) (stop func()) {
	c.delay, c.then = d, f
	return func() { c.delay, c.then = 0, nil }
}

// Run does what is waited for, if anything is.
func (c *Clock) Run() {
	if f := c.then; f != nil {
		c.now = c.now.Add(c.delay)
		c.delay, c.then = 0, nil
		f()
	}
}

// Pass lets time pass in which nothing is waited for.
func (c *Clock) Pass(d time.Duration) { c.now = c.now.Add(d) }

// Waits returns for how long something is waited for.
func (c *Clock) Waits() time.Duration { return c.delay }

// FakeClock puts the menus on a clock of the test's.
func (m *Menus) FakeClock() *Clock {
	c := newClock()
	m.wait = c.wait
	return c
}

// FakeClock puts the tips on a clock of the test's.
func (t *Tips) FakeClock() *Clock {
	c := newClock()
	t.wait, t.now = c.wait, func() time.Time { return c.now }
	return c
}

// FakeClock puts the tips of a layer on a clock of the test's.
func (l *Layer) FakeClock() *Clock { return l.tips.FakeClock() }

// TipShown returns what the tip on a card says.
func (l *Layer) TipShown() string {
	words, _, _ := l.tips.Shown()
	return words
}

// Rects are where the menu and what is open at its side lie.
func (m *Menus) Rects() []typeset.Rect {
	var out []typeset.Rect
	for _, l := range m.lists {
		p, s := l.card.Position(), l.card.Size()
		out = append(out, typeset.Rect{X: p.X, Y: p.Y, W: s.Width, H: s.Height})
	}
	return out
}
