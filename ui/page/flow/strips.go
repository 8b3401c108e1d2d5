package flow

import (
	"context"
	"math"
	"sort"

	"sidelight/annotations"
	"sidelight/ui/typeset"
)

// Of an article of more than manyParagraphs the measured texts and the lines would
// take a multiple of its memory. They are measured once, for the height of each
// strip, and again for the strips around the view.
const (
	manyParagraphs = 1 << 15
	stripLines     = 256 // lines of a strip, at most
	stripBytes     = 16 << 10
)

// strips divides an article that is set for a format into strips of lines.
type strips struct {
	set    *setting
	all    []strip
	kept   map[int][]*typeset.Text // the measured blocks that are longer than longBlock
	height float64                 // of all lines, pixels
}

// strip is some lines that follow each other.
type strip struct {
	block int     // the index of the block of the first line
	start int     // the byte at which the first line begins
	top   float64 // of the first line below that of the article, pixels
}

// newStrips sets an article and ends with the context's error soon after the context
// ends.
func newStrips(ctx context.Context, set *setting) (*strips, error) {
	s, a := &strips{set: set, kept: make(map[int][]*typeset.Text)}, set.article
	s.set.texts = s.texts
	lines := 0 // of the last strip
	var turns turns
	for c := s.set.start(); !c.done(); {
		if err := turns.pass(ctx); err != nil {
			return nil, err
		}
		block, row := c.block, a.Block(c.block).Kind == annotations.BlockCell
		c.set(0, func(line typeset.Line, y float64) bool {
			n := len(s.all) - 1
			full := n < 0 || lines >= stripLines || line.Start-s.all[n].start >= stripBytes
			if row { // it is not divided
				full, y = full && line.Block == block, c.top
			}
			if full {
				s.all = append(s.all, strip{block, line.Start, y})
				lines = 0
			}
			lines++
			return true
		})
		s.height = c.top
	}
	return s, nil
}

// texts returns the measured block of an index.
func (s *strips) texts(i int) []*typeset.Text {
	if t, ok := s.kept[i]; ok {
		return t
	}
	p := s.set.article.Paragraph(i)
	t := s.set.measure(i, p.Span, nil)
	if p.Len() > longBlock {
		s.kept[i] = t
	}
	return t
}

// at returns the index of the strip that holds the byte at offset.
func (s *strips) at(offset int) int {
	return max(sort.Search(len(s.all), func(i int) bool { return s.all[i].start > offset })-1, 0)
}

// under returns the index of the strip at y pixels below the top of the article.
func (s *strips) under(y float32) int {
	return max(sort.Search(len(s.all), func(i int) bool { return s.all[i].top > float64(y) })-1, 0)
}

// top returns about how many pixels below the first line the byte at offset lies, of
// an article that ends at the byte end: exactly, where a strip begins.
func (s *strips) top(offset, end int) float32 {
	i := s.at(offset)
	from, to := s.all[i], strip{start: end, top: s.height}
	if i+1 < len(s.all) {
		to = s.all[i+1]
	}
	share := float64(offset-from.start) / float64(max(to.start-from.start, 1))
	return float32(from.top + min(max(share, 0), 1)*(to.top-from.top))
}

// setStrips sets the strip of an index, the one before it and the one behind it.
func (c *Column) setStrips(k int) {
	s, l := c.strips, &layout{setting: c.strips.set, height: float32(c.strips.height)}
	first, last := s.all[max(k-1, 0)], strip{block: c.article.Len()}
	if k+2 < len(s.all) {
		last = s.all[k+2]
	}
	at, from := cursor{s.set, first.block, first.top}, first.start
	for at.block < last.block {
		l.add(&at, from, math.MaxInt)
		from = 0
	}
	if !at.done() && last.start > c.article.Paragraph(last.block).Start {
		l.add(&at, from, last.start)
	}
	c.replace(l)
}
