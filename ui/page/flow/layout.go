package flow

import (
	"sort"

	"sidelight/ui/typeset"
)

// layout is the lines that are set, in the order of their bytes. They stand one below
// the other, but for the cells of a row.
type layout struct {
	*setting
	lines  []typeset.Line
	rows   []row
	height float32 // to the bottom of the last line, pixels
}

// row is the cells of a table that stand beside each other, or on one card.
type row struct {
	first, end  int     // its lines, half-open
	top, bottom float32 // pixels below the top of the article
	table       *table
	block       int // its first cell
}

// add sets the block or row at a cursor, from the line on that begins at the byte from,
// and of a block the lines before the byte end.
func (l *layout) add(c *cursor, from, end int) {
	block, first, top := c.block, len(l.lines), c.top
	c.set(from, func(line typeset.Line, y float64) bool {
		if line.Start >= end {
			return false
		}
		line.Top = float32(y)
		l.lines = append(l.lines, line)
		return true
	})
	if t := l.tableOf(block); t != nil {
		l.rows = append(l.rows, row{
			first: first, end: len(l.lines), top: float32(top), bottom: float32(top) + t.rowHeight(l.setting, block),
			table: t, block: block,
		})
	}
}

// row is the row that holds the line of an index, or nil.
func (l *layout) row(i int) *row {
	k := sort.Search(len(l.rows), func(k int) bool { return l.rows[k].end > i })
	if k < len(l.rows) && l.rows[k].first <= i {
		return &l.rows[k]
	}
	return nil
}

// together is the half-open range of the lines that go by the first byte of the line of
// an index: its row, and blocks without words that follow each other.
func (l *layout) together(i int) (first, end int) {
	first, end = i, i+1
	if r := l.row(i); r != nil {
		first, end = r.first, r.end
	}
	for first > 0 && l.lines[first-1].Start == l.lines[first].Start {
		first--
	}
	for end < len(l.lines) && l.lines[end].Start == l.lines[first].Start {
		end++
	}
	return first, end
}

// top and bottom are where what the line of an index belongs to begins and ends: a row,
// or the line itself. Both ascend with the index.
func (l *layout) top(i int) float32 {
	if r := l.row(i); r != nil {
		return r.top
	}
	return l.lines[i].Top
}

func (l *layout) bottom(i int) float32 {
	if r := l.row(i); r != nil {
		return r.bottom
	}
	return l.lines[i].Top + l.lines[i].Leading()
}

// lineAt is the index of the line at y pixels below the top of the layout. In a gap it
// is the line above, above all lines the first; without lines it is -1. Of a row it is
// the first line.
func (l *layout) lineAt(y float32) int {
	if len(l.lines) == 0 {
		return -1
	}
	i := max(sort.Search(len(l.lines), func(i int) bool { return l.top(i) > y })-1, 0)
	if r := l.row(i); r != nil {
		return r.first
	}
	return i
}

// lineNear is the index of the line at a point: in a row, that of the cell which is
// nearest.
func (l *layout) lineNear(x, y float32) int {
	i := l.lineAt(y)
	if i < 0 {
		return -1
	}
	r := l.row(i)
	if r == nil {
		return i
	}
	best, least := i, [2]float32{1 << 30}
	for k := r.first; k < r.end; k++ {
		line := &l.lines[k]
		left, right := r.table.room(l.setting, line)
		beside := [2]float32{max(left-x, x-right, 0), max(line.Top-y, y-line.Top-line.Leading(), 0)}
		if beside[0] < least[0] || beside[0] == least[0] && beside[1] < least[1] {
			best, least = k, beside
		}
	}
	return best
}

// next is the index of the line below the line of an index, or above it if delta is
// negative: from a cell to the nearest one of the next row. Behind the last line it is
// the number of lines, before the first -1.
func (l *layout) next(i, delta int, x float32) int {
	j := i + delta
	if r := l.row(i); r != nil {
		if j >= r.first && j < r.end && l.lines[j].Block == l.lines[i].Block {
			return j
		}
		if j = r.end; delta < 0 {
			j = r.first - 1
		}
	}
	if j < 0 || j >= len(l.lines) {
		return j
	}
	if r := l.row(j); r != nil {
		y := r.top + 1
		if delta < 0 {
			y = r.bottom - 1
		}
		return l.lineNear(x, y)
	}
	return j
}

// lineOf is the index of the line that holds the byte at offset. For a byte between two
// blocks it is the line before, for one before all blocks the first; without lines it
// is -1.
func (l *layout) lineOf(offset int) int {
	if len(l.lines) == 0 {
		return -1
	}
	i := sort.Search(len(l.lines), func(i int) bool { return l.lines[i].Start > offset })
	return max(i-1, 0)
}

// visible is the half-open range of the lines that show in a band of pixels below the
// top of the layout.
func (l *layout) visible(top, bottom float32) (first, last int) {
	first = sort.Search(len(l.lines), func(i int) bool { return l.bottom(i) > top })
	last = sort.Search(len(l.lines), func(i int) bool { return l.top(i) >= bottom })
	return first, max(first, last)
}

// inset is how far the words of a line stand from the left edge of the column.
func (l *layout) inset(line *typeset.Line) float32 {
	if !l.article.Structured() {
		return 0
	}
	if t := l.tableOf(line.Block); t != nil {
		return t.left(l.setting, line)
	}
	frame := l.frame(line.Block)
	if line.RightToLeft() && frame.Hang == 0 {
		return frame.Right // what stands beside the words stands at their right
	}
	if frame.Hang > 0 && line.Start > l.article.Block(line.Block).Start && l.article.Text[line.Start-1] != '\n' {
		return frame.Left + frame.Hang
	}
	return frame.Left
}

// shift moves every line down by dy pixels, and the end of the layout with them.
func (l *layout) shift(dy float32) {
	for i := range l.lines {
		l.lines[i].Top += dy
	}
	for i := range l.rows {
		l.rows[i].top += dy
		l.rows[i].bottom += dy
	}
	l.height += dy
}
