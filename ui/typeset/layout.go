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

// NewLayout breaks the texts at width and stacks them with gap pixels between.
// The texts must be in the order of their source offsets.
func NewLayout(texts []*Text, width, gap float32) *Layout {
	return LayoutFrom(0, texts, width, gap)
}

// LayoutFrom is NewLayout for texts of which the first is the block of that
// number.
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

// Shift moves all lines down by dy pixels.
func (l *Layout) Shift(dy float32) {
	for i := range l.Lines {
		l.Lines[i].Top += dy
	}
	l.Height += dy
}

// LineAt returns the index of the line at y pixels from the top, or the last
// one above it, or 0. It is -1 if there are no lines.
func (l *Layout) LineAt(y float32) int {
	if len(l.Lines) == 0 {
		return -1
	}
	i := sort.Search(len(l.Lines), func(i int) bool { return l.Lines[i].Top > y })
	return max(i-1, 0)
}

// LineOf returns the index of the line that holds the source byte at offset, or
// the last one before it, or 0. It is -1 if there are no lines.
func (l *Layout) LineOf(offset int) int {
	if len(l.Lines) == 0 {
		return -1
	}
	i := sort.Search(len(l.Lines), func(i int) bool { return l.Lines[i].Start > offset })
	return max(i-1, 0)
}

// Visible returns the half-open range of the lines that reach into the band
// between top and bottom.
func (l *Layout) Visible(top, bottom float32) (first, last int) {
	first = sort.Search(len(l.Lines), func(i int) bool { return l.Lines[i].Top+l.Lines[i].Leading() > top })
	last = sort.Search(len(l.Lines), func(i int) bool { return l.Lines[i].Top >= bottom })
	return first, max(first, last)
}

// Hit returns the source offset of the character at the point, and whether the
// point lies on a character; if not, it is the nearest on that line.
func (l *Layout) Hit(x, y float32) (offset int, inside bool) {
	i := l.LineAt(y)
	if i < 0 {
		return 0, false
	}
	line := &l.Lines[i]
	offset, inside = line.hit(x)
	return offset, inside && y >= line.Top && y < line.Top+line.Leading()
}

// Rects returns one rectangle for each line that holds a drawn part of the
// source bytes [start, end), as high as the line.
func (l *Layout) Rects(start, end int) []Rect {
	var out []Rect
	for i := l.LineOf(start); i >= 0 && i < len(l.Lines) && l.Lines[i].Start < end; i++ {
		if r, ok := l.Lines[i].Rect(start, end); ok {
			out = append(out, r)
		}
	}
	return out
}

// Rect is the rectangle on this line of the source bytes [start, end), and
// whether the line draws any of them.
func (l *Line) Rect(start, end int) (Rect, bool) {
	if end <= l.Start || start >= l.End {
		return Rect{}, false
	}
	x0, x1 := l.X(max(start, l.Start)), l.X(end)
	if x1 <= x0 {
		return Rect{}, false
	}
	return Rect{x0, l.Top, x1 - x0, l.Leading()}, true
}
