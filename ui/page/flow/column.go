// Package flow is the arithmetic of the article's column: from text to lines,
// from a byte of the article to a point of the sheet and back, and where the
// view has to stand to show a span. It knows no toolkit.
//
// The sheet is everything that scrolls. Its coordinates are pixels from its top
// left; offsets are bytes of the article.
package flow

import (
	"sidelight/annotations"
	"sidelight/ui/typeset"
)

// Foot is the empty room below the last line in pixels: the last line can be
// read in the middle of the view.
const Foot = 96

// Format is how a column is set.
type Format struct {
	Style typeset.Style
	Width float32 // of the column, pixels
	Gap   float32 // between two paragraphs, pixels
}

// Column is an article set in lines, one below the other, on the sheet. Of a
// long article only a window may be set, see [Column.Set].
type Column struct {
	Left float32 // of the lines on the sheet, pixels
	Top  float32 // of the first line on the sheet, pixels

	article *annotations.Article
	format  Format
	texts   []*typeset.Text // the measured paragraphs; nil before they are
	layout  *typeset.Layout
	partial bool    // the layout is a window on the article
	strips  *strips // how high each strip of a partial column is; nil while it is not known
	version int
}

// New makes a column without an article: [Column.Open] brings it.
func New() *Column { return &Column{layout: &typeset.Layout{}} }

// Open begins with an article, of which no line is set before [Column.Set].
func (c *Column) Open(a *annotations.Article) {
	c.article, c.texts, c.strips, c.partial = a, nil, nil, false
	c.replace(&typeset.Layout{})
}

// Article is the text of the column, or nil.
func (c *Column) Article() *annotations.Article { return c.article }

// Format is how the column is set.
func (c *Column) Format() Format { return c.format }

// Version changes whenever lines are set anew: an index of a line holds for one
// version only.
func (c *Column) Version() int { return c.version }

// Len is the number of lines that are set.
func (c *Column) Len() int { return len(c.layout.Lines) }

// Height is the height of the sheet in pixels; about, while the column is
// partial.
func (c *Column) Height() float32 { return c.Top + c.layout.Height + Foot }

// Span is the article's bytes from the first line that is set to the last.
func (c *Column) Span() annotations.Span {
	lines := c.layout.Lines
	if len(lines) == 0 {
		return annotations.Span{}
	}
	return annotations.Span{Start: lines[0].Start, End: lines[len(lines)-1].End}
}

// LineAt is the index of the line at y on the sheet, or of the last line above
// y, or 0.
func (c *Column) LineAt(y float32) int { return c.layout.LineAt(y - c.Top) }

// LineOf is the index of the line that holds the byte at offset, or of the last
// line before it, or 0.
func (c *Column) LineOf(offset int) int { return c.layout.LineOf(offset) }

// TopOf is the top on the sheet of the line that holds the byte at offset;
// about, while the column is partial.
func (c *Column) TopOf(offset int) float32 {
	if s := c.Span(); c.partial && (c.strips == nil || offset < s.Start || offset >= s.End) {
		return c.Top + c.likelyTop(offset)
	}
	return c.top(c.LineOf(offset))
}

// top is the top on the sheet of the line of index i.
func (c *Column) top(i int) float32 { return c.Top + c.layout.Lines[i].Top }

// bottom is the bottom on the sheet of the line of index i.
func (c *Column) bottom(i int) float32 { return c.top(i) + c.layout.Lines[i].Leading() }

// Hit is the byte of the character at a point of the sheet, and whether the
// point lies on a character; if not, the byte is that of the nearest character
// on that line.
func (c *Column) Hit(x, y float32) (offset int, inside bool) {
	return c.layout.Hit(x-c.Left, y-c.Top)
}

// Rects returns the rectangles of a span on the sheet, one for each line that
// draws a part of it.
func (c *Column) Rects(s annotations.Span) []typeset.Rect {
	rects := c.layout.Rects(s.Start, s.End)
	for i := range rects {
		rects[i].X += c.Left
		rects[i].Y += c.Top
	}
	return rects
}

// Baseline is the distance of the baseline from the top of a line in pixels.
func (c *Column) Baseline() float32 {
	s := c.format.Style
	ascent, height := s.Face.Metrics(s.Size)
	return (s.Leading-height)/2 + ascent
}

// Line is one line of the column as it stands on the sheet.
type Line struct {
	*typeset.Line
	Left, Y  float32 // its top left on the sheet, pixels
	Baseline float32 // on the sheet, pixels
	Above    float32 // the bottom on the sheet of the line before it, pixels; 0 for the first
	Opens    bool    // its paragraph begins on it
}

// Line is the line of an index. It stays as it is when the column is set anew.
func (c *Column) Line(i int) *Line {
	l := &c.layout.Lines[i]
	out := &Line{Line: l, Left: c.Left, Y: c.Top + l.Top}
	out.Baseline = out.Y + c.Baseline()
	out.Opens = l.Start == c.article.Paragraph(l.Block).Start
	if i > 0 {
		out.Above = c.bottom(i - 1)
	}
	return out
}

// Span is the bytes of the line, with the blanks at its end.
func (l *Line) Span() annotations.Span { return annotations.Span{Start: l.Start, End: l.End} }

// Box is the rectangle on the sheet of what the line draws of a span, as high as
// the line, and whether it draws any of it.
func (l *Line) Box(s annotations.Span) (typeset.Rect, bool) {
	r, ok := l.Rect(s.Start, s.End)
	r.X += l.Left
	r.Y = l.Y
	return r, ok
}
