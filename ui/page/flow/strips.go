package flow

import (
	"context"
	"runtime"
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
	all    []strip
	texts  map[int]*typeset.Text // the measured paragraphs that are longer than longBlock
	height float64               // of all lines, pixels
}

// strip is some lines that follow each other.
type strip struct {
	paragraph int     // the index of the paragraph of the first line
	start     int     // the byte at which the first line begins
	top       float64 // of the first line below that of the article, pixels
}

// newStrips sets an article and ends with the context's error soon after the context
// ends.
func newStrips(ctx context.Context, a *annotations.Article, f Format) (*strips, error) {
	s := &strips{texts: make(map[int]*typeset.Text)}
	lines := 0 // of the last strip
	for i, p := range a.Paragraphs() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if i%16 == 15 {
			runtime.Gosched() // where there is one core, input goes first
		}
		t := s.text(a, i, f)
		if p.Len() > longBlock {
			s.texts[i] = t
		}
		if i > 0 {
			s.height += float64(f.Gap)
		}
		for line := range t.LinesFrom(p.Start, f.Width) {
			if n := len(s.all) - 1; n < 0 || lines == stripLines || line.Start-s.all[n].start >= stripBytes {
				s.all = append(s.all, strip{i, line.Start, s.height})
				lines = 0
			}
			lines++
			s.height += float64(f.Style.Leading)
		}
	}
	return s, nil
}

// text returns the measured paragraph of an index.
func (s *strips) text(a *annotations.Article, i int, f Format) *typeset.Text {
	if t, ok := s.texts[i]; ok {
		return t
	}
	p := a.Paragraph(i)
	return typeset.NewText(a.Slice(p.Span), p.Start, f.Style)
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
	s, f, a := c.strips, c.format, c.article
	first, end := s.all[max(k-1, 0)], len(a.Text)
	if k+2 < len(s.all) {
		end = s.all[k+2].start
	}
	l := &typeset.Layout{Width: f.Width, Height: float32(s.height)}
	top := first.top
	for i := first.paragraph; i < a.Len() && a.Paragraph(i).Start < end; i++ {
		if i > first.paragraph {
			top += float64(f.Gap)
		}
		for line := range s.text(a, i, f).LinesFrom(max(a.Paragraph(i).Start, first.start), f.Width) {
			if line.Start >= end {
				break
			}
			line.Top, line.Block = float32(top), i
			l.Lines = append(l.Lines, line)
			top += float64(f.Style.Leading)
		}
	}
	c.replace(l)
}
