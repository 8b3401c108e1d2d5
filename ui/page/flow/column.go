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

// Column is an article set in lines, one below the other, on the sheet. Of a
// long article only a window may be set, see [Column.Set].
type Column struct {
	Left float32 // of the lines on the sheet, pixels
	Top  float32 // of the first line on the sheet, pixels

	article *annotations.Article
	format  Format
	sizes   Sizes
	texts   texts
	layout  *layout
	lines   int     // of the whole article, when it was last set
	partial bool    // the layout is a window on the article
	strips  *strips // how high each strip of a partial column is; nil while it is not known
	version int
}

// New makes a column without an article: [Column.Open] brings it.
func New() *Column { return &Column{layout: &layout{}} }

// Open begins with an article, of which no line is set before [Column.Set].
func (c *Column) Open(a *annotations.Article) {
	c.article, c.texts, c.strips, c.sizes, c.partial = a, texts{}, nil, nil, false
	c.replace(&layout{})
}

// Article is the text of the column, or nil.
func (c *Column) Article() *annotations.Article { return c.article }

// Format is how the column is set.
func (c *Column) Format() Format { return c.format }

// Version changes whenever lines are set anew: an index of a line holds for one
// version only.
func (c *Column) Version() int { return c.version }

// Len is the number of lines that are set.
func (c *Column) Len() int { return len(c.layout.lines) }

// Height is the height of the sheet in pixels; about, while the column is
// partial.
func (c *Column) Height() float32 { return c.Top + c.layout.height + Foot }

// Span is the article's bytes from the first line that is set to the last.
func (c *Column) Span() annotations.Span {
	lines := c.layout.lines
	if len(lines) == 0 {
		return annotations.Span{}
	}
	return annotations.Span{Start: lines[0].Start, End: lines[len(lines)-1].End}
}

// LineAt is the index of the line at y on the sheet, or of the last line above
// y, or 0.
func (c *Column) LineAt(y float32) int { return c.layout.lineAt(y - c.Top) }

// LineOf is the index of the line that holds the byte at offset, or of the last
// line before it, or 0.
func (c *Column) LineOf(offset int) int { return c.layout.lineOf(offset) }

// TopOf is the top on the sheet of the line that holds the byte at offset;
// about, while the column is partial.
func (c *Column) TopOf(offset int) float32 {
	if s := c.Span(); c.partial && (c.strips == nil || offset < s.Start || offset >= s.End) {
		return c.Top + c.likelyTop(offset)
	}
	return c.top(c.LineOf(offset))
}

// top is the top on the sheet of the line of index i, or of its row.
func (c *Column) top(i int) float32 { return c.Top + c.layout.top(i) }

// bottom is the bottom on the sheet of the line of index i, or of its row.
func (c *Column) bottom(i int) float32 { return c.Top + c.layout.bottom(i) }

// Hit is the byte of the character at a point of the sheet, and whether the
// point lies on a character; if not, the byte is that of the nearest character
// on that line.
func (c *Column) Hit(x, y float32) (offset int, inside bool) {
	i := c.layout.lineNear(x-c.Left, y-c.Top)
	if i < 0 {
		return 0, false
	}
	line := &c.layout.lines[i]
	offset, inside = line.Hit(x - c.Left - c.layout.inset(line))
	return offset, inside && y >= c.top(i) && y < c.bottom(i)
}

// Rects returns the rectangles of a span on the sheet: those of each line that draws a
// part of it, from left to right.
func (c *Column) Rects(s annotations.Span) []typeset.Rect {
	var out []typeset.Rect
	for i := c.LineOf(s.Start); i >= 0 && i < c.Len() && c.layout.lines[i].Start < s.End; i++ {
		line := &c.layout.lines[i]
		for _, r := range line.Rects(s.Start, s.End) {
			r.X += c.Left + c.layout.inset(line)
			r.Y += c.Top
			out = append(out, r)
		}
	}
	return out
}

// Frame is how the block of an index stands in the column.
func (c *Column) Frame(block int) Frame { return c.layout.frame(block) }

// Line is one line of the column as it stands on the sheet.
type Line struct {
	*typeset.Line
	Left, Y  float32 // its top left on the sheet, pixels
	Margin   float32 // the left edge of the column on the sheet, pixels
	Baseline float32 // on the sheet, pixels
	Above    float32 // the bottom on the sheet of the line before it, pixels; 0 for the first
	Opens    bool    // its block begins on it
	Closes   bool    // its block ends on it
	Row      *Row    // of the table that it is a part of, else nil
}

// Row is a row of a table, or its card.
type Row struct {
	Top, Bottom float32 // on the sheet, pixels; a card ends a little above its bottom
	Width       float32 // of the table, pixels
	Card        bool
	Head        bool // the names of the columns
	Leads       bool // the line is the first of the row
	After       bool // the first row behind the head
	Rows        int  // of the table, without the head
	Columns     int
}

// Line is the line of an index. It stays as it is when the column is set anew.
func (c *Column) Line(i int) *Line {
	l := &c.layout.lines[i]
	out := &Line{Line: l, Left: c.Left + c.layout.inset(l), Margin: c.Left, Y: c.Top + l.Top, Row: c.row(i)}
	out.Baseline = out.Y + baseline(l.Style())
	block := c.article.Paragraph(l.Block)
	out.Opens, out.Closes = l.Start == block.Start, l.End == block.End
	if i > 0 {
		out.Above = min(c.bottom(i-1), out.Y)
	}
	return out
}

// row is the row of a line of an index, or nil.
func (c *Column) row(i int) *Row {
	r := c.layout.row(i)
	if r == nil {
		return nil
	}
	t, b := r.table, c.article.Block(r.block)
	out := &Row{
		Top: c.Top + r.top, Bottom: c.Top + r.bottom, Width: t.Width, Card: t.Cards, Head: t.isHead(c.layout.setting, r.block),
		Leads: i == r.first, Rows: t.rows, Columns: t.columns,
	}
	if t.isHead(c.layout.setting, t.first) {
		out.After = b.Row == 1
		out.Rows--
	}
	return out
}

// Label is the name of a cell on a card.
type Label struct {
	Words string  // as they are drawn
	X, Y  float32 // of the left end of the baseline, on the sheet
	Leads bool    // it stands before the cell that begins the card, and is set like that
}

// Label is the name of the cell that begins on a line, if it has one.
func (c *Column) Label(l *Line) (out Label, ok bool) {
	if l.Row == nil || !l.Row.Card || !l.Opens {
		return out, false
	}
	s := c.layout.setting
	t := s.tableOf(l.Block)
	at, ok := t.label(s, l.Block)
	out.Leads = l.Block == t.rowStart(c.article, l.Block)
	if !ok || out.Leads && t.lead(s, l.Block) == 0 {
		return out, false
	}
	left, right := t.cardRoom(s, l.Block)
	out.X, out.Y = c.Left+left, l.Baseline
	switch {
	case out.Leads:
		out.X -= t.lead(s, l.Block)
	case !t.beside(s, l.Block, right-left):
		out.Y -= s.format.px(cardRow) - 2
	}
	out.Words = s.drawnCell(at)
	return out, true
}

// baseline is the distance of the baseline from the top of a line in pixels.
func baseline(s typeset.Style) float32 {
	ascent, height := s.Face.Metrics(s.Size)
	return (s.Leading-height)/2 + ascent
}

// Span is the bytes of the line, with the blanks at its end.
func (l *Line) Span() annotations.Span { return annotations.Span{Start: l.Start, End: l.End} }

// Box is the bounds on the sheet of what the line draws of a span, see [Line.Boxes], and
// whether it draws any of it.
func (l *Line) Box(s annotations.Span) (typeset.Rect, bool) {
	r, ok := l.Rect(s.Start, s.End)
	r.X += l.Left
	r.Y = l.Y
	return r, ok
}

// Boxes returns the rectangles on the sheet of what the line draws of a span, as high
// as the line, from left to right; none if it draws nothing of it. Words of another
// direction may lie between two of them.
func (l *Line) Boxes(s annotations.Span) []typeset.Rect {
	boxes := l.Rects(s.Start, s.End)
	for i := range boxes {
		boxes[i].X += l.Left
		boxes[i].Y = l.Y
	}
	return boxes
}
