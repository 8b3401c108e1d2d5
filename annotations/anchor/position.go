package anchor

import (
	"fmt"
	"sort"
	"unicode/utf8"

	"sidelight/annotations"
)

// TextPositionSelector names a place by the half-open range [Start, End) of
// Unicode code points, counted from the beginning of the text.
type TextPositionSelector struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Position converts a span in bytes to code points. The span must be valid in
// text. For many spans of one text use [NewCodePoints].
func Position(text string, span annotations.Span) TextPositionSelector {
	start := utf8.RuneCountInString(text[:span.Start])
	return TextPositionSelector{start, start + utf8.RuneCountInString(text[span.Start:span.End])}
}

// FromPosition converts code points to a span in bytes. It fails if the
// selector is empty or lies outside the text. For many selectors of one text
// use [NewCodePoints].
func FromPosition(text string, s TextPositionSelector) (annotations.Span, error) {
	return NewCodePoints(text).Span(s)
}

// blockBytes is the distance in bytes between two places up to which code points
// are counted in advance.
const blockBytes = 256

// CodePoints converts between bytes and code points of one text; each
// conversion looks at no more than a few hundred bytes. It is immutable.
type CodePoints struct {
	text string
	// before[i] is the number of code points that begin before byte i*blockBytes.
	before []int
	total  int
}

// NewCodePoints counts the code points of text once, in one pass.
func NewCodePoints(text string) *CodePoints {
	c := &CodePoints{text: text, before: make([]int, 0, len(text)/blockBytes+1)}
	for i := range text {
		for i >= len(c.before)*blockBytes {
			c.before = append(c.before, c.total)
		}
		c.total++
	}
	return c
}

// Position converts a span in bytes, valid in the text, to code points.
func (c *CodePoints) Position(span annotations.Span) TextPositionSelector {
	return TextPositionSelector{c.count(span.Start), c.count(span.End)}
}

// Span converts code points to a span in bytes. It fails if the selector is
// empty or lies outside the text.
func (c *CodePoints) Span(s TextPositionSelector) (annotations.Span, error) {
	if s.Start < 0 || s.End <= s.Start || s.End > c.total {
		return annotations.Span{}, fmt.Errorf("the range of code points %d–%d does not fit a text of %d", s.Start, s.End, c.total)
	}
	return annotations.Span{Start: c.offset(s.Start), End: c.offset(s.End)}, nil
}

// count returns the number of code points before the byte at offset.
func (c *CodePoints) count(offset int) int {
	if offset >= len(c.text) {
		return c.total
	}
	block := min(offset/blockBytes, len(c.before)-1)
	i, n := c.blockStart(block), c.before[block]
	for i < offset {
		_, size := utf8.DecodeRuneInString(c.text[i:])
		i += size
		n++
	}
	return n
}

// offset returns the byte at which the n-th code point begins, counted from 0.
func (c *CodePoints) offset(n int) int {
	if n >= c.total {
		return len(c.text)
	}
	block := sort.SearchInts(c.before, n+1) - 1
	i := c.blockStart(block)
	for k := c.before[block]; k < n; k++ {
		_, size := utf8.DecodeRuneInString(c.text[i:])
		i += size
	}
	return i
}

// blockStart returns the first byte at or after the beginning of a block that begins
// a code point.
func (c *CodePoints) blockStart(block int) int {
	i := block * blockBytes
	for i < len(c.text) && !utf8.RuneStart(c.text[i]) {
		i++
	}
	return i
}
