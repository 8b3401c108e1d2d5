package typeset

import "sort"

// Rect is a rectangle in pixels.
type Rect struct {
	X, Y, W, H float32
}

// Layout is a column of texts, each broken into lines, one below the other.
type Layout struct {
	Lines  []Line
	Width  float32 // of the column
	Height float32 // to the bottom of the last line
}

// NewLayout breaks texts into lines of at most width pixels and stacks them with
// gap pixels between two texts. The texts ascend by their source offsets.
func NewLayout(texts []*Text, width, gap float32) *Layout {
	return LayoutFrom(0, texts, width, gap)
}

// LayoutFrom is [NewLayout] for a part of a longer column: block is the index of
// the first text in the whole column, for [Line.Block].
func LayoutFrom(block int, texts []*Text, width, gap float32) *Layout {
	l := &Layout{Width: width}
	for i, t := range texts {
		if i > 0 {
			l.Height += gap
		}
		begin := len(l.Lines)
		l.Lines = t.breakTo(l.Lines, width)
		for k := begin; k < len(l.Lines); k++ {
			l.Lines[k].Top, l.Lines[k].Block = l.Height, block+i
			l.Height += t.Style.Leading
		}
	}
	return l
}

// Shift moves every line down by dy pixels, and the column's end with them.
func (l *Layout) Shift(dy float32) {
	for i := range l.Lines {
		l.Lines[i].Top += dy
	}
	l.Height += dy
}

// LineAt returns the index of the line at y pixels below the top of the layout. In
// a gap it is the line above, above all lines the first; without lines it is -1.
func (l *Layout) LineAt(y float32) int {
	if len(l.Lines) == 0 {
		return -1
	}
	i := sort.Search(len(l.Lines), func(i int) bool { return l.Lines[i].Top > y })
	return max(i-1, 0)
}

// LineOf returns the index of the line that holds the source byte at offset. For a
// byte between two texts it is the line before, for one before all texts the
// first; without lines it is -1.
func (l *Layout) LineOf(offset int) int {
	if len(l.Lines) == 0 {
		return -1
	}
	i := sort.Search(len(l.Lines), func(i int) bool { return l.Lines[i].Start > offset })
	return max(i-1, 0)
}

// Visible returns the half-open range of the lines that show in the band between
// top and bottom, in pixels below the top of the layout.
func (l *Layout) Visible(top, bottom float32) (first, last int) {
	first = sort.Search(len(l.Lines), func(i int) bool { return l.Lines[i].Top+l.Lines[i].Leading() > top })
	last = sort.Search(len(l.Lines), func(i int) bool { return l.Lines[i].Top >= bottom })
	return first, max(first, last)
}

// Hit returns the source offset of the character at a point of the layout, and
// whether the point lies on a character. If not, the offset is that of the nearest
// character on the line.
func (l *Layout) Hit(x, y float32) (offset int, inside bool) {
	i := l.LineAt(y)
	if i < 0 {
		return 0, false
	}
	line := &l.Lines[i]
	offset, inside = line.Hit(x)
	return offset, inside && y >= line.Top && y < line.Top+line.Leading()
}

// Rects returns the rectangles of the source bytes [start, end): those of each line
// that draws some of them, as high as the line.
func (l *Layout) Rects(start, end int) []Rect {
	var out []Rect
	for i := l.LineOf(start); i >= 0 && i < len(l.Lines) && l.Lines[i].Start < end; i++ {
		out = append(out, l.Lines[i].Rects(start, end)...)
	}
	return out
}
