package panel

import (
	"slices"

	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/prose"
)

// unbuilt stands for a block whose height is known until that block is in view.
type unbuilt interface {
	prose.Block
	// build makes the block.
	build() prose.Block
}

// line is a row of one line, as it is made when it comes into view.
type line struct {
	name  string // for screen readers
	block prose.Block
	about command.Target
	act   func()
}

// lines are rows of one line, of which there may be thousands: until it is in view, a row
// is no more than its key.
type lines struct {
	b      *Builder
	height float32 // of a row, pixels
	at     func(i int) line
	rows   []lineAt
}

// lineAt is one of some rows of one line.
type lineAt struct {
	prose.Block // nil
	of          *lines
	i           int
	key         string
}

var _ unbuilt = (*lineAt)(nil)

// lines sets n rows of one line, height pixels high, the first of them gap pixels under
// what stands above. key returns the key of a row, at what the row is.
func (b *Builder) lines(gap, height float32, n int, key func(i int) string, at func(i int) line) {
	all := &lines{b: b, height: height, at: at, rows: make([]lineAt, n)}
	b.items = slices.Grow(b.items, n)
	for i := range all.rows {
		l := &all.rows[i]
		*l = lineAt{of: all, i: i, key: b.prefix + key(i)}
		b.items = append(b.items, item{Item: b.rowItem(l, gap, 0), key: l.key, stops: true})
		b.slack, gap = 0, 0
	}
}

// HeightFor returns the height of the row in pixels, the same at any width.
func (l *lineAt) HeightFor(float32) float32 { return l.of.height }

// build makes the row.
func (l *lineAt) build() prose.Block {
	b, x := l.of.b, l.of.at(l.i)
	s, p, key := b.sheet, b.p, l.key
	r := control.NewRow(x.name, x.block, 0, x.act)
	r.SetMarked(slices.Contains(p.marked[:], key))
	s.targets[key] = r
	b.bind(&r.Tap, key, x.about)
	r.OnFocus = func() { p.focusedOn(s, key) }
	return r
}
