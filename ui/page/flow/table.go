package flow

import (
	"iter"
	"slices"
	"sort"
	"unicode"

	"sidelight/annotations"
	"sidelight/ui/typeset"
)

// The measures of a table in the design, sections 26 and 27.
const (
	cellPad     = 6  // above and below the words of a cell
	columnGap   = 28 // between two columns
	leastCell   = 90 // the narrowest column that breaks its words into lines
	tableShare  = 0.66
	cardPadX    = 14
	cardPadY    = 10
	cardGap     = 8  // between two cards
	cardColumns = 24 // between the two columns of a card
	cardRow     = 24 // the height of a label with its value
	cardWide    = 420
	labelGap    = 12 // between a label and its value
	measured    = 200
)

// table is how the cells of one table stand: as a grid if that fits the column, else
// each row on a card of its own.
type table struct {
	first, end int // its blocks, half-open
	columns    int
	rows       int
	lefts      []float32 // by column, pixels from the column of text
	widths     []float32
	figures    []bool // by column: right-aligned
	Width      float32
	Cards      bool
	labels     []int // by column: the block of its head, or -1
}

// inTable reports whether a block is a cell of the same table as the block before it.
func (s *setting) inTable(i int) bool {
	b := s.article.Block(i)
	return b.Kind == annotations.BlockCell && (b.Row > 0 || b.Col > 0) && i > 0 && s.article.Block(i-1).Kind == annotations.BlockCell
}

// tableOf is the table of a block as it was set, or nil.
func (s *setting) tableOf(i int) *table {
	k := sort.Search(len(s.tables), func(k int) bool { return s.tables[k].end > i })
	if k < len(s.tables) && s.tables[k].first <= i {
		return s.tables[k]
	}
	return nil
}

// tableAt is the table of a cell. One that is met for the first time is measured.
func (s *setting) tableAt(i int) *table {
	if t := s.tableOf(i); t != nil {
		return t
	}
	t := &table{first: i, end: i + 1}
	for s.inTable(t.first) {
		t.first--
	}
	for t.end < s.article.Len() && s.inTable(t.end) {
		t.end++
	}
	k := sort.Search(len(s.tables), func(k int) bool { return s.tables[k].first > i })
	s.tables = slices.Insert(s.tables, k, t)
	t.fit(s)
	return t
}

// fit decides how the table stands.
func (t *table) fit(s *setting) {
	for i := t.first; i < t.end; i++ {
		b := s.article.Block(i)
		t.columns, t.rows = max(t.columns, b.Col+1), max(t.rows, b.Row+1)
	}
	t.columns = min(t.columns, t.end-t.first)
	t.labels, t.figures = make([]int, t.columns), make([]bool, t.columns)
	for k := range t.labels {
		t.labels[k] = -1
		t.figures[k] = k > 0
	}
	natural, least := t.measure(s)
	room := s.format.Width - s.format.px(columnGap)*float32(t.columns-1)
	widths, ok := share(natural, least, room)
	if !ok && t.columns > 1 && t.rows > 1 {
		t.Cards = true
		t.Width = s.format.Width
		return
	}
	t.widths, t.lefts = widths, make([]float32, t.columns)
	t.spread(s)
}

// measure returns the width that each column would have by itself, and the narrowest
// that it bears. It looks at the first rows only.
func (t *table) measure(s *setting) (natural, least []float32) {
	natural, least = make([]float32, t.columns), make([]float32, t.columns)
	filled := make([]bool, t.columns)
	for i := t.first; i < t.end; i++ {
		b := s.article.Block(i)
		if b.Row > measured {
			break
		}
		if b.Col >= t.columns {
			continue
		}
		if b.Level == 1 && b.Row == 0 {
			t.labels[b.Col] = i
		} else if words := s.article.Slice(b.Span); words != "" {
			t.figures[b.Col] = t.figures[b.Col] && isFigure(words)
			filled[b.Col] = true
		}
		for _, text := range s.measure(i, b.Span, nil) { // as in a grid
			w := naturalWidth(text)
			natural[b.Col] = max(natural[b.Col], w)
			least[b.Col] = max(least[b.Col], min(w, s.format.px(leastCell)))
		}
	}
	for k := range t.figures {
		t.figures[k] = t.figures[k] && filled[k]
		if t.figures[k] {
			least[k] = natural[k]
		}
	}
	return natural, least
}

// naturalWidth is the width of a text on one line, up to where that would be wider than
// any screen.
func naturalWidth(t *typeset.Text) float32 {
	for line := range lines(t, t.Start(), 4000) {
		return float32(int(line.Width) + 1)
	}
	return 0
}

// isFigure reports whether a cell holds a number, with its unit perhaps.
func isFigure(s string) bool {
	digits, letters := 0, 0
	for i, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
			if i == 0 {
				return false
			}
		}
	}
	return digits > 0 && letters <= digits
}

// share divides room among columns: each has its natural width, but those that are
// wider than an equal part of what is left. It reports whether none got less than it
// bears.
func share(natural, least []float32, room float32) ([]float32, bool) {
	out := make([]float32, len(natural))
	wide := len(natural) // columns without a width yet
	for again := true; again && wide > 0; {
		again = false
		part := room / float32(wide)
		for k, w := range natural {
			if out[k] == 0 && max(w, 1) <= part {
				out[k], again = max(w, 1), true
				room -= out[k]
				wide--
			}
		}
	}
	ok := true
	for k := range out {
		if out[k] == 0 {
			out[k] = float32(int(max(room/float32(wide), 1)))
			ok = ok && out[k] >= least[k]
		}
	}
	return out, ok
}

// spread stands the columns beside each other: over two thirds of the column of text at
// least.
func (t *table) spread(s *setting) {
	gap := s.format.px(columnGap)
	t.Width = gap * float32(t.columns-1)
	for _, w := range t.widths {
		t.Width += w
	}
	if spare := tableShare*s.format.Width - t.Width; spare > 0 {
		if t.columns > 1 {
			gap += float32(int(spare / float32(t.columns-1)))
			t.Width += float32(int(spare/float32(t.columns-1))) * float32(t.columns-1)
		} else {
			t.widths[0] += spare
			t.Width += spare
		}
	}
	x := float32(0)
	for k, w := range t.widths {
		t.lefts[k] = x
		x += w + gap
	}
}

// cellFrame is how a cell is set, wherever it stands.
func (s *setting) cellFrame(i int) Frame {
	f, b, t := &s.format, s.article.Block(i), s.tableAt(i)
	out := Frame{Style: f.style(f.Style.Face, 16, 22), Before: f.px(10), After: f.Gap}
	if t.Cards && i == t.rowStart(s.article, i) {
		out.Style = f.style(f.Faces.Strong, 16, 22)
	} else if t.Cards {
		out.Style = f.style(f.Style.Face, 15, 22)
	}
	if b.Level == 1 {
		out.Style, out.Muted = f.style(f.Faces.SansMedium, 12, 18), true
	}
	return out
}

// rowEnd is the block after the row of a cell.
func (t *table) rowEnd(a *annotations.Article, i int) int {
	row := a.Block(i).Row
	for i < t.end && a.Block(i).Row == row {
		i++
	}
	return i
}

// rowStart is the first cell of the row of a cell.
func (t *table) rowStart(a *annotations.Article, i int) int {
	row := a.Block(i).Row
	for i > t.first && a.Block(i-1).Row == row {
		i--
	}
	return i
}

// row yields the lines of the cells from the first one of a row on.
func (t *table) row(s *setting, first int, top float64) iter.Seq2[typeset.Line, float64] {
	return func(yield func(typeset.Line, float64) bool) {
		if t.Cards {
			t.card(s, first, top, yield)
			return
		}
		for i := first; i < t.rowEnd(s.article, first); i++ {
			y := top + float64(s.format.px(cellPad))
			for _, text := range s.texts(i) {
				for line := range lines(text, text.Start(), t.width(s.article.Block(i).Col)) {
					line.Block = i
					if !yield(line, y) {
						return
					}
					y += float64(line.Leading())
				}
			}
		}
	}
}

// width is how wide a line of a column may be.
func (t *table) width(column int) float32 { return t.widths[min(column, t.columns-1)] }

// rowHeight is the height of the row of a cell with its rule, or of its card with the
// room below that.
func (t *table) rowHeight(s *setting, first int) float32 {
	bottom := float64(0)
	for line, y := range t.row(s, t.rowStart(s.article, first), 0) {
		bottom = max(bottom, y+float64(line.Leading()))
	}
	switch {
	case !t.Cards:
		return float32(bottom) + s.format.px(cellPad) + 1
	case t.isHead(s, first):
		return s.format.px(cardRow)
	}
	return float32(bottom) + s.format.px(cardPadY+cardGap)
}

// isHead reports whether a cell stands in the head of the table.
func (t *table) isHead(s *setting, i int) bool {
	b := s.article.Block(i)
	return b.Row == 0 && b.Level == 1
}

// left is where a line of a cell begins, in pixels from the left edge of the column of
// text.
func (t *table) left(s *setting, line *typeset.Line) float32 {
	left, right := t.room(s, line)
	column := min(s.article.Block(line.Block).Col, t.columns-1)
	if t.Cards && line.Block != t.rowStart(s.article, line.Block) || !t.Cards && t.figures[column] {
		return float32(int(right-line.Width)) - line.Indent()
	}
	return left
}

// room is between what a line of a cell stands, in pixels from the left edge of the
// column of text.
func (t *table) room(s *setting, line *typeset.Line) (left, right float32) {
	if t.Cards {
		return t.cardRoom(s, line.Block)
	}
	column := min(s.article.Block(line.Block).Col, t.columns-1)
	return t.lefts[column], t.lefts[column] + t.widths[column]
}
