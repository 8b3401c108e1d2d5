package flow

import (
	"strings"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/text"
	"sidelight/ui/typeset"
)

// Unit is what a caret moves by.
type Unit uint8

// The units of a caret's step.
const (
	Character Unit = iota
	Word
	ByLine
	LineEnd // or its beginning
)

// Step is the byte one unit to the right of the byte at offset, or to its left if delta
// is negative; below it or above; or at the end or the beginning of its line. To the
// right is on, but in a paragraph that is read from the right it is back.
func (c *Column) Step(offset int, u Unit, delta int) int {
	if c.Len() == 0 {
		return offset
	}
	c.Reach(offset)
	src := c.article.Text
	if (u == Character || u == Word) && c.layout.lines[c.LineOf(offset)].RightToLeft() {
		delta = -delta
	}
	switch {
	case u == ByLine:
		return c.stepLine(offset, delta)
	case u == LineEnd && delta > 0:
		line := &c.layout.lines[c.LineOf(offset)]
		// Without the blanks that hang there: behind them is the next line.
		return line.Start + len(strings.TrimRightFunc(src[line.Start:line.End], unicode.IsSpace))
	case u == LineEnd:
		return c.layout.lines[c.LineOf(offset)].Start
	case u == Word && delta > 0:
		return text.NextWord(src, offset)
	case u == Word:
		return text.PreviousWord(src, offset)
	case delta > 0:
		return typeset.NextCluster(src, offset)
	}
	return typeset.PreviousCluster(src, offset)
}

// stepLine is the byte above or below the byte at offset; beyond the first and
// the last line it is the end of that line.
func (c *Column) stepLine(offset, delta int) int {
	i := c.LineOf(offset)
	line := &c.layout.lines[i]
	x := c.layout.inset(line) + line.X(offset)
	j := c.layout.next(i, delta, x)
	switch {
	case j < 0:
		return line.Start
	case j >= c.Len():
		return line.End
	}
	to := &c.layout.lines[j]
	return to.Caret(x - c.layout.inset(to))
}

// CaretAt is the byte between two characters that is nearest to a point of the
// sheet.
func (c *Column) CaretAt(x, y float32) int {
	if c.Len() == 0 {
		return 0
	}
	line := &c.layout.lines[c.layout.lineNear(x-c.Left, y-c.Top)]
	return line.Caret(x - c.Left - c.layout.inset(line))
}

// WordAt is the word at a point of the sheet.
func (c *Column) WordAt(x, y float32) annotations.Span {
	if c.Len() == 0 {
		return annotations.Span{}
	}
	at, _ := c.Hit(x, y)
	start, end := typeset.WordAt(c.article.Text, at)
	return annotations.Span{Start: start, End: end}
}

// ParagraphAt is the paragraph at a point of the sheet.
func (c *Column) ParagraphAt(x, y float32) annotations.Span {
	if c.Len() == 0 {
		return annotations.Span{}
	}
	at, _ := c.Hit(x, y)
	return c.article.Paragraph(c.article.ParagraphAt(at)).Span
}
