package flow

import (
	"sort"

	"sidelight/annotations"
)

// Place is where the reader is: the line at the top of the view by the article's
// byte at which it begins, and how far the view is scrolled past its top. It
// holds whatever the width of the column and the size of the text.
type Place struct {
	Offset int     // byte of the article; -1 above the first line
	Past   float32 // pixels of the line, or of the sheet, above the view
}

// View is the part of the sheet that is seen.
type View struct {
	Y      float32 // pixels of the sheet above the view
	Height float32 // pixels
	Head   float32 // pixels at the top of the view that lie under what floats there
}

// The least room in pixels between a span that is shown and what floats above
// it, and the bottom of the view.
const (
	roomAbove = 8
	roomBelow = 24
)

// Place is the place of a view at y.
func (c *Column) Place(y float32) Place {
	if y < c.Top || c.Len() == 0 {
		return Place{Offset: -1, Past: y}
	}
	i, _ := c.layout.together(c.LineAt(y))
	return Place{Offset: c.layout.lines[i].Start, Past: y - c.top(i)}
}

// Y is where the view stands at a place: the inverse of [Column.Place]. In
// another format than the place is from, a view that would stand past the next
// line too stands at the end of the place's own.
func (c *Column) Y(p Place) float32 {
	if p.Offset < 0 || c.Len() == 0 {
		return p.Past
	}
	i, next := c.layout.together(c.LineOf(p.Offset))
	y := c.top(i) + p.Past
	if next < c.Len() && y >= c.top(next) {
		return min(y, c.bottom(next-1))
	}
	return y
}

// Limit keeps y within what a view of a height can be scrolled to, on whole
// pixels: text between two rows of pixels is blurred.
func (c *Column) Limit(y, height float32) float32 {
	return float32(int(max(min(y, c.Height()-height), 0) + 0.5))
}

// Visible is the half-open range of the lines that a view shows a part of.
func (c *Column) Visible(v View) (first, last int) {
	return c.layout.visible(v.Y-c.Top, v.Y-c.Top+v.Height)
}

// Target is where a view has to stand to show a span: its first line in the
// upper third. A view that shows all of the span stays where it is.
func (c *Column) Target(s annotations.Span, v View) (y float32, moves bool) {
	if c.Len() == 0 {
		return v.Y, false
	}
	c.Reach(s.Start)
	top, bottom := c.top(c.LineOf(s.Start)), c.bottom(c.LineOf(max(s.Start, s.End-1)))
	if top >= v.Y+v.Head+roomAbove && bottom <= v.Y+v.Height-roomBelow {
		return v.Y, false
	}
	return max(top-max(v.Height/3, v.Head+roomAbove), 0), true
}

// Follow is where a view has to stand to show the line of the byte at offset,
// as near as may be to where it stands.
func (c *Column) Follow(offset int, v View) float32 {
	if c.Len() == 0 {
		return v.Y
	}
	i := c.LineOf(offset)
	lowest, highest := c.top(i)-v.Head-roomAbove, c.bottom(i)+roomBelow-v.Height
	if v.Y > lowest || v.Y < highest {
		return max(min(v.Y, lowest), highest)
	}
	return v.Y
}

// FirstFrom is the byte at which the first line begins that stands at y or
// below it, or the last line.
func (c *Column) FirstFrom(y float32) int {
	n := c.Len()
	if n == 0 {
		return 0
	}
	return c.layout.lines[min(sort.Search(n, func(i int) bool { return c.top(i) >= y }), n-1)].Start
}

// Paragraph is the index of the paragraph that is read in a view: the one at its
// upper third, or at the end of the article the last.
func (c *Column) Paragraph(v View) int {
	if c.Len() == 0 {
		return 0
	}
	if v.Y > 0 && v.Y >= c.Limit(c.Height(), v.Height) {
		return c.article.Len() - 1
	}
	return c.layout.lines[c.LineAt(v.Y+v.Height/3)].Block
}

// ParagraphY is where a view has to stand so that the paragraph of an index
// begins at its upper third. Before the first paragraph is the top of the sheet.
func (c *Column) ParagraphY(i int, v View) float32 {
	if i < 0 || c.Len() == 0 {
		return 0
	}
	start := c.article.Paragraph(min(i, c.article.Len()-1)).Start
	c.Reach(start)
	return c.bottom(c.LineOf(start)) - v.Height/3
}
