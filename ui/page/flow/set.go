package flow

import (
	"context"
	"math"
	"sort"
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/ui/typeset"
)

// A text of up to shortText bytes is set at once. Of a longer one only a window
// is, around the place that is shown; the whole is set in the background and
// takes the window's place when it is done, within a second for a book.
const (
	shortText    = 64 << 10
	windowBefore = 5 << 10 // bytes of the window before the place
	windowBehind = 9 << 10 // and behind it
	longBlock    = 8 << 10 // bytes of a paragraph that goes into a window whole
)

// Set breaks the article for a format. A short article is set whole; of a long
// one a window around the byte at offset is set, the column is partial, and
// [Column.Whole] sets the rest.
func (c *Column) Set(f Format, offset int) {
	f.sections = firstSection(c.article, f.Title != (Title{}))
	c.format, c.strips = f, nil
	if len(c.article.Text) > shortText {
		c.partial = true
		c.setWindow(max(offset, 0))
		return
	}
	w, _ := setWhole(context.Background(), newSetting(c.article, f, c.sizes), c.texts, c.Len())
	c.texts = w.texts
	c.replace(w.layout)
}

// firstSection returns the level of the headings around all others.
func firstSection(a *annotations.Article, titled bool) uint8 {
	level := 6
	for _, h := range a.Headings() {
		if h.Block > 0 || !titled {
			level = min(level, h.Level)
		}
	}
	return uint8(level) //nolint:gosec // 1 to 6
}

// replace puts another layout in the place of the present one.
func (c *Column) replace(l *layout) {
	c.layout = l
	c.version++
}

// Partial reports whether only a window on the article is set. The places of
// lines and the sheet's height are then about right.
func (c *Column) Partial() bool { return c.partial && c.strips == nil }

// Whole is a whole article, set for a format.
type Whole struct {
	format Format
	texts  texts
	layout *layout
	strips *strips // in place of texts and layout
}

// Whole returns a function that sets the whole article in the present format.
// It may run on another goroutine while the column is used, and ends with an
// error soon after its context is done.
func (c *Column) Whole() func(context.Context) (Whole, error) {
	set, old, lines := newSetting(c.article, c.format, c.sizes), c.texts, c.lines
	if c.article.Len() > manyParagraphs {
		return func(ctx context.Context) (Whole, error) {
			s, err := newStrips(ctx, set)
			return Whole{format: set.format, strips: s}, err
		}
	}
	return func(ctx context.Context) (Whole, error) { return setWhole(ctx, set, old, lines) }
}

// Settle puts a whole article in the place of the window. One that was set for
// another format than the present one is left out.
func (c *Column) Settle(w Whole) {
	switch {
	case w.format != c.format:
	case w.strips != nil:
		c.strips = w.strips
		c.setWindow(c.Span().Start)
	default:
		c.partial, c.texts, c.lines = false, w.texts, len(w.layout.lines)
		c.replace(w.layout)
	}
}

// setWindow sets the paragraphs around the byte at offset, and stands them where
// they are likely to be in the whole.
func (c *Column) setWindow(offset int) {
	if c.strips != nil {
		c.setStrips(c.strips.at(offset))
		return
	}
	a, set := c.article, newSetting(c.article, c.format, c.sizes)
	band := annotations.Span{Start: offset - windowBefore, End: offset + windowBehind}
	set.texts = func(i int) []*typeset.Text {
		s := a.Paragraph(i).Span
		if s.Len() > longBlock {
			return set.measure(i, clip(a.Text, s, band), nil)
		}
		return set.measure(i, s, c.texts.of(i))
	}
	first := a.ParagraphAt(max(band.Start, 0))
	if a.Block(first).Kind == annotations.BlockCell {
		first = set.tableAt(first).rowStart(a, first)
	}
	l := &layout{setting: set}
	at := set.start()
	if first > 0 {
		at.block, at.top = first, 0
	}
	for !at.done() && (at.block == first || a.Paragraph(at.block).Start < band.End || len(l.lines) == 0) {
		l.add(&at, 0, math.MaxInt)
	}
	l.height = float32(at.top)
	if len(l.lines) > 0 && l.lines[0].Start > a.Paragraph(0).Start {
		l.shift(c.likelyTop(offset) - l.lines[l.lineOf(offset)].Top)
	}
	if n := len(l.lines); n > 0 && l.lines[n-1].End < a.Paragraph(a.Len()-1).End {
		l.height = max(l.height, c.likelyTop(len(a.Text)))
	}
	c.replace(l)
}

// clip is the part of a long paragraph that lies in the band, from word to word.
// Outside of the band, it is the end of the paragraph that is nearer.
func clip(text string, s, band annotations.Span) annotations.Span {
	start := min(max(s.Start, band.Start), s.End-min(s.Len(), windowBefore))
	end := max(min(s.End, band.End), start+windowBefore)
	if i := strings.IndexByte(text[start:end], ' '); i >= 0 && start > s.Start {
		start += i + 1
	}
	if i := strings.LastIndexByte(text[start:min(end, s.End)], ' '); i > 0 && end < s.End {
		end = start + i + 1
	}
	end = min(end, s.End)
	for start > s.Start && !utf8.RuneStart(text[start]) {
		start--
	}
	for end < s.End && !utf8.RuneStart(text[end]) {
		end++
	}
	return annotations.Span{Start: start, End: end}
}

// likelyTop is about how many pixels below the first line the byte at offset
// lies.
func (c *Column) likelyTop(offset int) float32 {
	if c.strips != nil {
		return c.strips.top(offset, len(c.article.Text))
	}
	f := c.format
	perLine := max(f.Width/(0.45*f.Style.Size), 1)
	pars := float32(c.article.ParagraphAt(offset))
	return float32(int((float32(offset)/perLine+pars/2)*f.Style.Leading + pars*f.Gap))
}

// Reach sees to it that the lines around the byte at offset are set.
func (c *Column) Reach(offset int) {
	if !c.partial {
		return
	}
	set := c.Span()
	before := offset-windowBefore/2 < set.Start && set.Start > c.start()
	behind := offset+windowBehind/2 > set.End && set.End < c.end()
	if before || behind {
		c.setWindow(offset)
	}
}

// Cover sees to it that the lines in a view are set.
func (c *Column) Cover(v View) {
	if !c.partial {
		return
	}
	set := c.Span()
	before := v.Y < c.top(0) && set.Start > c.start()
	behind := v.Y+v.Height > c.bottom(c.Len()-1) && set.End < c.end()
	if before || behind {
		top := v.Y - c.Top
		if c.strips != nil {
			c.setStrips(c.strips.under(top))
			return
		}
		c.setWindow(sort.Search(len(c.article.Text), func(i int) bool { return c.likelyTop(i) > top }))
	}
}

// start is the first byte of the first paragraph.
func (c *Column) start() int { return c.article.Paragraph(0).Start }

// end is the byte after the last paragraph.
func (c *Column) end() int { return c.article.Paragraph(c.article.Len() - 1).End }
