package timeline

import (
	"context"

	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// Measures of a timeline, in pixels.
const (
	dateWidth = 132 // of the column of dates, from the left edge of the rows
	axisAt    = 151 // of the axis, from there
	textAt    = 170 // of the texts, from there
	dateLine  = figure.When

	stackBelow = 340 // narrower rows have their dates above their texts
	stackAxis  = 7
	stackText  = 26

	rowPad     = 6 // above and below what a row holds
	rowGap     = 8 // between rows
	headroom   = 14
	footroom   = 24
	iconSize   = 14
	iconGap    = 6
	signGap    = 16  // between who says so and where
	signY      = 12  // of the sign of a row under its upper edge
	slopeLeast = 60  // the gutter that the picture of both orders needs
	slopeMost  = 200 // rows: the picture of more is a thicket
)

// Texts are the words of a row, in the reader's language.
type Texts struct {
	Date     string   // as the article prints it or places the moment; empty if it does neither
	Record   string   // the date of other sources where the article has none; empty for none
	Else     string   // what other sources have beside the date of the article; empty for nothing
	Notes    []string // under the date
	What     string   // what happened
	Icon     string   // of the voice or of a source
	Who      string   // says so
	Sign     string   // where the words are, such as "¶5"; empty if they are nowhere
	SignName string   // of the sign, for a screen reader
	Name     string   // of the row, for a screen reader
	Slot     string   // at the far end of the row's line between the orders: a paragraph or a year
}

// Options is what a layout needs beside the rows.
type Options struct {
	Width        float32 // of the whole drawing
	Left, Column float32 // where the rows begin, and how wide they are
	Measure      figure.Measure
	Texts        func(*Row) Texts
	AsTold       bool
	Title        string
	Description  string
	Orders       string // says what the picture of both orders joins
}

// Sheet is a laid-out timeline. It is immutable.
type Sheet struct {
	Rows   []Row
	boxes  []box
	slots  []figure.Group // the names of the far ends of the lines between the orders
	o      Options
	height float32
	slope  span // empty if there is no picture of both orders

	plain   []figure.Group // all but the picture of both orders, with nothing lit
	groupOf []int          // of each row among them
	byOther []int          // the rows in the order in which they are not shown
}

// span is a stretch of the x axis.
type span struct{ from, to float32 }

// box is where a row stands and what it shows.
type box struct {
	at    figure.Rect // of the row, over the width of the drawing
	dot   figure.Point
	under float32 // where what hangs under the dot ends
	t     Texts
	words []figure.Shape
	sign  figure.Rect // where a click leads to the words; empty for none
	steps []figure.Shape
}

// Lay gives rows their places from top to bottom.
func Lay(ctx context.Context, rows []Row, o Options) (*Sheet, error) {
	s := &Sheet{Rows: rows, o: o, boxes: make([]box, len(rows))}
	w := newWrapper(o.Measure)
	y := float32(headroom)
	for i := range rows {
		if i%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		s.boxes[i] = s.row(w, &rows[i], y)
		y += s.boxes[i].at.H + rowGap
	}
	s.height = y - rowGap + footroom
	if len(rows) == 0 {
		s.height = headroom + footroom
	}
	for i := range rows {
		s.boxes[i].steps = s.link(i)
	}
	s.byOther = make([]int, len(rows))
	for i := range rows {
		s.byOther[s.other(i)] = i
	}
	s.laySlope(w)
	s.drawPlain()
	return s, nil
}

// stacked reports whether dates stand above the texts.
func (s *Sheet) stacked() bool { return s.o.Column < stackBelow }

func (s *Sheet) axis() float32 {
	if s.stacked() {
		return s.o.Left + stackAxis
	}
	return s.o.Left + axisAt
}

// row lays a row out with its upper edge at y.
func (s *Sheet) row(w *wrapper, r *Row, y float32) box {
	b := box{t: s.o.Texts(r)}
	top := y + rowPad
	left, right := s.o.Left+textAt, s.o.Left+s.o.Column
	var dateEnd float32
	ink := figure.Text
	if r.outside() {
		ink = figure.Muted
	}
	if s.stacked() {
		left = s.o.Left + stackText
		b.words, top = s.dates(w, &b.t, ink, left, right-left, top, false)
		dateEnd = top
	} else {
		b.words, dateEnd = s.dates(w, &b.t, ink, s.o.Left, dateWidth, top, true)
	}
	end := top + 1.5 // the first line of the text is level with that of the date
	if s.stacked() {
		end = top
	}
	for _, line := range w.wrap(figure.Body, b.t.What, right-left) {
		b.words = append(b.words, w.words(figure.Body, ink, line, left, end))
		end += figure.Body.Leading()
	}
	end = s.who(w, &b, left, right, end)
	end = s.elsewhere(w, &b, left, right, end)
	b.at = figure.Rect{X: 0, Y: y, W: s.o.Width, H: max(end, dateEnd) + rowPad - y}
	b.dot = figure.Point{X: s.axis(), Y: y + rowPad + signY}
	b.under = b.dot.Y
	if IsRange(r.When) && !r.outside() {
		b.under = b.at.Bottom() - rowPad/2
	}
	return b
}

// dates sets the date and the notes under it, and returns where they end.
func (s *Sheet) dates(w *wrapper, t *Texts, ink figure.Ink, x, width, y float32, atRight bool) ([]figure.Shape, float32) {
	var out []figure.Shape
	set := func(f figure.Font, ink figure.Ink, text string) {
		for _, line := range w.wrap(f, text, width) {
			words := w.words(f, ink, line, x, y)
			if atRight {
				words.At.X = x + width - words.At.W
			}
			out = append(out, words)
			y += f.Leading()
		}
	}
	set(dateLine, ink, t.Date)
	if t.Record != "" {
		if t.Date == "" {
			y += 2
		}
		set(figure.Tab, figure.Muted, t.Record)
	}
	for _, n := range t.Notes {
		set(figure.Meta, figure.Muted, n)
	}
	return out, y
}

// who sets the line that says who says so, with the sign of the passage at its end. It
// returns where the line ends.
func (s *Sheet) who(w *wrapper, b *box, left, right, y float32) float32 {
	leading := figure.Meta.Leading()
	x, signWidth := left, float32(0)
	if b.t.Sign != "" {
		signWidth = w.width(figure.Label, b.t.Sign) + iconGap + iconSize + signGap
	}
	if b.t.Icon != "" && b.t.Who != "" {
		b.words = append(b.words, figure.Icon{
			At: figure.Rect{X: x, Y: y + (leading-iconSize)/2, W: iconSize, H: iconSize}, Ink: figure.Muted, Name: b.t.Icon,
		})
		x += iconSize + iconGap
	}
	indent, lastEnd := x, x
	lines := w.wrap(figure.Meta, b.t.Who, right-indent)
	for i, line := range lines {
		if i > 0 {
			y += leading
		}
		words := w.words(figure.Meta, figure.Muted, line, indent, y)
		b.words = append(b.words, words)
		lastEnd = words.At.Right()
	}
	if b.t.Sign != "" {
		if len(lines) == 0 {
			lastEnd = indent - signGap
		}
		if lastEnd+signWidth > right { // the sign gets a line of its own
			y += leading
			lastEnd = indent - signGap
		}
		sign := w.words(figure.Label, figure.AccentText, b.t.Sign, lastEnd+signGap, y)
		icon := figure.Rect{X: sign.At.Right() + iconGap, Y: y + (leading-iconSize)/2, W: iconSize, H: iconSize}
		b.words = append(b.words, sign, figure.Icon{At: icon, Ink: figure.AccentText, Name: "arrow-elbow-up-left"})
		b.sign = figure.Rect{X: sign.At.X - 6, Y: y - 5, W: icon.Right() - sign.At.X + 12, H: leading + 10}
	} else if len(lines) == 0 {
		return y
	}
	return y + leading
}

// elsewhere sets what other sources have, and returns where that ends.
func (s *Sheet) elsewhere(w *wrapper, b *box, left, right, y float32) float32 {
	if b.t.Else == "" {
		return y
	}
	leading := figure.Meta.Leading()
	b.words = append(b.words, figure.Icon{
		At: figure.Rect{X: left, Y: y + (leading-iconSize)/2, W: iconSize, H: iconSize}, Ink: figure.Muted, Name: "book-open",
	})
	left += iconSize + iconGap
	for _, line := range w.wrap(figure.Meta, b.t.Else, right-left) {
		b.words = append(b.words, w.words(figure.Meta, figure.Muted, line, left, y))
		y += leading
	}
	return y
}

// outside reports whether a moment is not in the article.
func (m *Moment) outside() bool { return m.State != 0 && m.State != annotations.InArticle }

// Box is where the row of a moment stands; ok is false if there is none.
func (s *Sheet) Box(key string) (at figure.Rect, ok bool) {
	for i := range s.Rows {
		if s.Rows[i].Key == key {
			return s.boxes[i].at, true
		}
	}
	return figure.Rect{}, false
}
