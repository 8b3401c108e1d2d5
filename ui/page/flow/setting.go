package flow

import (
	"iter"
	"strings"

	"sidelight/annotations"
	"sidelight/ui/typeset"
)

// setting is an article that is set in a format, block by block.
type setting struct {
	article *annotations.Article
	format  Format
	sizes   Sizes
	// texts returns the measured lines of a block, as its writer broke them; most
	// blocks are one.
	texts  func(block int) []*typeset.Text
	tables []*table // those that were met, ascending
}

// newSetting makes a setting that measures a block whenever it is asked for it.
func newSetting(a *annotations.Article, f Format, sizes Sizes) *setting {
	s := &setting{article: a, format: f, sizes: sizes}
	s.texts = func(i int) []*typeset.Text { return s.measure(i, a.Paragraph(i).Span, nil) }
	return s
}

// measure measures a part of a block, which may have been measured in another format.
func (s *setting) measure(i int, part annotations.Span, old []*typeset.Text) []*typeset.Text {
	a := s.article
	style := s.frame(i).Style
	out := make([]*typeset.Text, 0, max(len(old), 1))
	for {
		line := part
		var runs []typeset.Run
		if a.Structured() {
			if n := strings.IndexByte(a.Slice(part), '\n'); n >= 0 {
				line.End = line.Start + n + 1
			}
			runs = s.runs(i, style, line)
		}
		if n := len(out); n < len(old) && old[n].Start() == line.Start && old[n].End() == line.End {
			out = append(out, old[n].In(style, runs...))
		} else {
			out = append(out, typeset.NewText(a.Slice(line), line.Start, style, runs...))
		}
		if part.Start = line.End; part.Empty() {
			return out
		}
	}
}

// cursor goes through a setting block by block, or row by row where cells stand side by
// side.
type cursor struct {
	*setting
	block int
	top   float64 // of the block, pixels below the top of the article
}

// start is a cursor at the first block.
func (s *setting) start() cursor {
	c := cursor{setting: s}
	if !c.done() {
		c.top = float64(s.frame(0).Top)
	}
	return c
}

// done reports whether all blocks have been set.
func (c *cursor) done() bool { return c.block >= c.article.Len() }

// set yields the lines of the block or row at the cursor, from the byte on at which one
// of them begins, and goes to what follows. It reports whether yield wants more.
func (c *cursor) set(from int, yield func(typeset.Line, float64) bool) bool {
	if c.article.Block(c.block).Kind == annotations.BlockCell {
		t := c.tableAt(c.block)
		for line, y := range t.row(c.setting, c.block, c.top) {
			if !yield(line, y) {
				return false
			}
		}
		c.block, c.top = t.rowEnd(c.article, c.block), c.top+float64(t.rowHeight(c.setting, c.block))
		c.space()
		return true
	}
	frame := c.frame(c.block)
	for _, text := range c.texts(c.block) {
		for line := range lines(text, from, c.format.Width-frame.Left-frame.Right-frame.Hang) {
			line.Block = c.block
			if !yield(line, c.top) {
				return false
			}
			c.top += float64(text.Style.Leading)
		}
	}
	c.block++
	c.space()
	return true
}

// space adds the room between the block at the cursor and the one before it.
func (c *cursor) space() {
	if !c.done() {
		c.top += float64(c.gap(c.block))
		return
	}
	c.top += float64(c.frame(c.block - 1).Bottom)
}

// lines yields the lines of a text from the byte on at which one of them begins.
func lines(t *typeset.Text, from int, width float32) iter.Seq[typeset.Line] {
	switch {
	case t.Start() == t.End():
		return func(yield func(typeset.Line) bool) { yield(t.Break(width)[0]) }
	case t.End() <= from:
		return func(func(typeset.Line) bool) {}
	}
	return t.LinesFrom(max(from, t.Start()), max(width, 1))
}
