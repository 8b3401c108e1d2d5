package panel

import (
	"slices"

	"sidelight/ui/prose"
)

// A list of more than longList rows makes those after the first madeAtOnce when they come
// into view.
const (
	longList   = 60
	madeAtOnce = 30
)

// later stands for a row of a long list until the row is in view; till then its height is
// guessed.
type later struct {
	prose.Block // nil
	b           *Builder
	guess       float32 // pixels
	set         func(*Builder)
	key         string
}

var _ unbuilt = (*later)(nil)

// listed sets row i of a list of n: set sets it as a row of this key, gap and pad. In a
// long list that is put off until the row is in view, and taken to be guess pixels high,
// pad included.
func (b *Builder) listed(i, n int, key string, gap, pad, guess float32, set func(*Builder)) {
	if n <= longList || i < madeAtOnce {
		set(b)
		return
	}
	b.at(key)
	l := &later{b: b, guess: guess, set: set, key: b.key}
	b.items = append(b.items, item{Item: b.rowItem(l, gap, pad), key: b.key, stops: true})
	b.n, b.slack = 1, pad
}

// HeightFor returns the guess.
func (l *later) HeightFor(float32) float32 { return l.guess }

// build makes the row.
func (l *later) build() prose.Block {
	b := l.b
	d := &Builder{p: b.p, asks: b.asks, e: b.e, roles: b.roles, sheet: b.sheet, prefix: b.prefix, within: b.within}
	l.set(d)
	row := d.items[0].Block
	if r, ok := row.(marker); ok {
		r.SetMarked(slices.Contains(b.p.marked[:], l.key))
	}
	return row
}
