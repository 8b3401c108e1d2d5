package annotations

import (
	"context"
	"fmt"
	"iter"
	"math"
	"sort"
	"strings"
	"unicode"
)

// Composition is what an article is made of that has more than paragraphs. Blocks,
// runs and links ascend and do not overlap their likes; a run and a link lie in one
// block each. Each byte of the text that is no blank lies in exactly one block.
type Composition struct {
	File   File
	Meta   Meta
	Text   string // valid UTF-8
	Blocks []Block
	Runs   []Run
	Links  []Link
	Origin *SourceMap // may be nil
}

// structure is what an article has beside paragraphs.
type structure struct {
	blocks []Block
	signs  []uint32 // by block: the number beside the paragraph, see Article.Sign
	runs   []Run
	links  []Link
}

// Compose makes an article. It fails if the composition breaks its rules, or with the
// context's error soon after the context ends.
func Compose(ctx context.Context, c Composition) (*Article, error) {
	if i := invalidUTF8(c.Text); i >= 0 {
		return nil, fmt.Errorf("%s: byte %d is not valid UTF-8", c.File.Name, i)
	}
	if len(c.Text) > math.MaxUint32 {
		return nil, fmt.Errorf("%s: a text of %d bytes is too long", c.File.Name, len(c.Text))
	}
	if err := c.check(); err != nil {
		return nil, fmt.Errorf("%s: %w", c.File.Name, err)
	}
	a := &Article{File: c.File, Meta: c.Meta, Text: c.Text, origin: c.Origin}
	if !c.plain() {
		a.structure = &structure{blocks: c.Blocks, signs: signs(c.Blocks), runs: c.Runs, links: c.Links}
	}
	a.paragraphs = make([]stretch, len(c.Blocks))
	for i, b := range c.Blocks {
		a.paragraphs[i] = stretch{uint32(b.Start), uint32(b.End)} //nolint:gosec // shorter than 4 GB
	}
	if err := a.mile(ctx); err != nil {
		return nil, err
	}
	return a, nil
}

// plain reports whether there is nothing but paragraphs without lines of their own. They
// take an eighth of the memory of other blocks.
func (c *Composition) plain() bool {
	if len(c.Runs)+len(c.Links) > 0 {
		return false
	}
	for _, b := range c.Blocks {
		if b != (Block{Span: b.Span}) || strings.IndexByte(c.Text[b.Start:b.End], '\n') >= 0 {
			return false
		}
	}
	return true
}

// check returns the first rule that the composition breaks.
func (c *Composition) check() error {
	at := 0 // the end of the block before
	for i, b := range c.Blocks {
		switch {
		case b.Start < at || b.End < b.Start || b.End > len(c.Text):
			return fmt.Errorf("block %d has the span %d to %d, behind %d", i, b.Start, b.End, at)
		case !b.Empty() && !b.ValidIn(c.Text):
			return fmt.Errorf("block %d divides a character", i)
		case b.Kind != BlockCode && !b.Empty() && trimSpan(c.Text, b.Span) != b.Span:
			return fmt.Errorf("block %d begins or ends with a blank", i)
		case !blank(c.Text[at:b.Start]):
			return fmt.Errorf("there are words between the bytes %d and %d, in no block", at, b.Start)
		}
		at = b.End
	}
	if !blank(c.Text[at:]) {
		return fmt.Errorf("there are words behind byte %d, in no block", at)
	}
	if err := c.inBlocks("run", len(c.Runs), func(i int) Span { return c.Runs[i].Span }); err != nil {
		return err
	}
	return c.inBlocks("link", len(c.Links), func(i int) Span { return c.Links[i].Span })
}

// inBlocks returns an error unless all of n spans ascend, are apart and lie in one block
// each.
func (c *Composition) inBlocks(what string, n int, span func(int) Span) error {
	k, at := 0, 0
	for i := range n {
		s := span(i)
		if !s.ValidIn(c.Text) || s.Start < at {
			return fmt.Errorf("%s %d has the span %d to %d, behind %d", what, i, s.Start, s.End, at)
		}
		for k < len(c.Blocks) && c.Blocks[k].End < s.End {
			k++
		}
		if k == len(c.Blocks) || !c.Blocks[k].Covers(s) {
			return fmt.Errorf("%s %d lies in no single block", what, i)
		}
		at = s.End
	}
	return nil
}

func blank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// signs numbers the paragraphs among blocks.
func signs(blocks []Block) []uint32 {
	out, n := make([]uint32, len(blocks)), uint32(0)
	for i, b := range blocks {
		if b.Kind == BlockParagraph {
			n++
		}
		out[i] = n
	}
	return out
}

// Block returns the block of an index from 0.
func (a *Article) Block(i int) Block {
	if a.structure != nil {
		return a.structure.blocks[i]
	}
	return Block{Span: a.paragraphs[i].span()}
}

// Structured reports whether the article has more than paragraphs: headings, lists,
// runs or links.
func (a *Article) Structured() bool { return a.structure != nil }

// Sign returns the number by which the reader knows the block of an index: paragraphs
// alone are counted, from 1. A block of another kind goes by the number of the paragraph
// before it, which is 0 before the first.
func (a *Article) Sign(i int) int {
	if a.structure != nil {
		return int(a.structure.signs[i])
	}
	return i + 1
}

// SignAt returns the sign of the block that holds the byte at offset. A block before the
// first paragraph goes by the first.
func (a *Article) SignAt(offset int) int { return max(a.Sign(a.ParagraphAt(offset)), 1) }

// Signs returns how many paragraphs are counted, see [Article.Sign].
func (a *Article) Signs() int {
	if a.Len() == 0 {
		return 0
	}
	return a.Sign(a.Len() - 1)
}

// Runs yields the runs that share a byte with a span.
func (a *Article) Runs(s Span) iter.Seq[Run] {
	if a.structure == nil {
		return func(func(Run) bool) {}
	}
	return touching(a.structure.runs, s, func(r Run) Span { return r.Span })
}

// Links yields the links that share a byte with a span.
func (a *Article) Links(s Span) iter.Seq[Link] {
	if a.structure == nil {
		return func(func(Link) bool) {}
	}
	return touching(a.structure.links, s, func(l Link) Span { return l.Span })
}

// touching yields those of all that share a byte with a span. They ascend and are apart.
func touching[T any](all []T, s Span, span func(T) Span) iter.Seq[T] {
	return func(yield func(T) bool) {
		first := sort.Search(len(all), func(i int) bool { return span(all[i]).End > s.Start })
		for _, x := range all[first:] {
			if span(x).Start >= s.End || !yield(x) {
				return
			}
		}
	}
}

// Heading is a heading of an article, as its contents list it.
type Heading struct {
	Span
	Level int // 1 to 6
	Block int // its index
}

// Headings returns the headings in the order of the text.
func (a *Article) Headings() []Heading {
	if a.structure == nil {
		return nil
	}
	var out []Heading
	for i, b := range a.structure.blocks {
		if b.Kind == BlockHeading && !b.Empty() {
			out = append(out, Heading{b.Span, int(b.Level), i})
		}
	}
	return out
}

// Origin returns where in the article's file the character at a byte of the text comes
// from, and whether that is known.
func (a *Article) Origin(offset int) (SourceLocation, bool) {
	if a.origin == nil && offset >= 0 && offset < len(a.Text) {
		return SourceLocation{Offset: offset}, true
	}
	return a.origin.Location(offset)
}

// At returns the byte of the text that comes from a place in the article's file, and
// whether any does.
func (a *Article) At(l SourceLocation) (int, bool) {
	if a.origin == nil {
		return l.Offset, l == SourceLocation{Offset: l.Offset} && l.Offset >= 0 && l.Offset < len(a.Text)
	}
	return a.origin.Offset(l)
}
