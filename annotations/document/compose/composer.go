package compose

import (
	"errors"
	"strings"

	"sidelight/annotations"
)

// The most that a document may have.
const (
	MaxText   = 64 << 20 // bytes of the reading text
	MaxBlocks = 1 << 20
	maxTraces = 1 << 20 // stretches of the text that come from a place of their own
)

// ErrTooLong is returned for a document that passes one of the limits.
var ErrTooLong = errors.New("the document has too many words or blocks")

// Composer writes one document. Begin opens a block, Text and its like fill it, the next
// Begin closes it. A block that stays empty is dropped, unless it is a rule or has a
// picture. What comes before the first block and behind [Composer.End] opens a paragraph.
type Composer struct {
	text   strings.Builder
	blocks []annotations.Block
	runs   []annotations.Run
	links  []annotations.Link
	traces []annotations.Trace
	next   annotations.SourceLocation // where the text goes on without another trace

	open    bool   // the last block is not closed
	keep    bool   // blanks of the block are kept as they are
	gap     gap    // a blank that is to come before the next word
	pending string // what stands between the last block and the next
	begun   int    // the byte at which the last block begins
	solid   int    // the byte behind the last character of the block that is no blank
	style   annotations.Style
	link    *open
	labels  map[string]int // the block of each label
	named   []string       // labels of the open block
	waiting []string       // labels of the next block
	inner   map[int]string // the label to which a link of an index leads
	err     error
}

// open is a link that is not closed.
type open struct {
	target, label string
	at            int // the index of its link in this block, or -1
}

// gap is a blank between two words: it is set apart, and leads elsewhere, if both
// words are and do.
type gap struct {
	due   bool
	from  annotations.SourceLocation
	style annotations.Style
	link  *open
}

// Grow makes room for a text of a size in bytes.
func (c *Composer) Grow(size int) { c.text.Grow(min(size, MaxText)) }

// New returns a composer without a block.
func New() *Composer {
	return &Composer{labels: make(map[string]int), inner: make(map[int]string)}
}

// Begin closes the block before and opens the next. The composer sets its span. Blanks
// in it are joined to one, those at its ends dropped, unless it is code.
func (c *Composer) Begin(b annotations.Block) {
	c.End()
	if len(c.blocks) >= MaxBlocks || c.text.Len() > MaxText {
		c.err = ErrTooLong
	}
	if c.err != nil {
		return
	}
	c.pending = c.between(b)
	c.blocks = append(c.blocks, b)
	c.open, c.keep, c.gap = true, b.Kind == annotations.BlockCode, gap{}
	if b.Kind == annotations.BlockCell {
		c.separate() // an empty cell keeps its place between the tabs
	}
	c.begun = c.text.Len()
	c.solid, c.named = c.begun, nil
	for _, label := range c.waiting {
		c.label(label)
	}
	c.waiting = nil
}

// separate writes what stands between two blocks.
func (c *Composer) separate() {
	c.text.WriteString(c.pending)
	c.pending = ""
	c.begun = c.text.Len()
	c.solid = c.begun
}

// Keep keeps the blanks and line breaks of the open block as they are given, except
// those at its ends. It is called before the block's first word.
func (c *Composer) Keep() { c.keep = true }

// Separate sets the blanks between the open block and the block before it, in place of
// those that its kind asks for. It is called before the block's first word.
func (c *Composer) Separate(blanks string) { c.pending = blanks }

// between returns the blanks before a block: cells are apart by tabs, rows and the items
// of a list by line breaks, everything else by a blank line.
func (c *Composer) between(b annotations.Block) string {
	if len(c.blocks) == 0 {
		return ""
	}
	last := c.blocks[len(c.blocks)-1]
	switch {
	case b.Kind == annotations.BlockCell && last.Kind == annotations.BlockCell && (b.Row > 0 || b.Col > 0):
		if b.Row == last.Row {
			return "\t"
		}
		return "\n"
	case b.Kind == annotations.BlockItem && last.Kind == annotations.BlockItem,
		b.Kind == annotations.BlockNote && last.Kind == annotations.BlockNote:
		return "\n"
	}
	return "\n\n"
}

// End closes the open block, if there is one.
func (c *Composer) End() {
	if !c.open {
		return
	}
	c.open, c.gap = false, gap{}
	if c.link != nil {
		c.link.at = -1
	}
	b := &c.blocks[len(c.blocks)-1]
	b.Start, b.End = c.begun, c.solid
	if b.Empty() && b.Picture == nil && b.Kind != annotations.BlockRule && b.Kind != annotations.BlockCell {
		c.drop()
		return
	}
	c.trim()
}

// drop takes the last block out again, with the labels that lead to it.
func (c *Composer) drop() {
	n := len(c.blocks) - 1
	c.blocks = c.blocks[:n]
	for _, label := range c.named {
		delete(c.labels, label)
	}
	c.waiting = append(c.waiting, c.named...)
	c.trim()
}

// trim cuts blanks off the runs and links at the end of the last block. The blanks in
// the text itself stay between this block and the next.
func (c *Composer) trim() {
	for n := len(c.runs); n > 0 && c.runs[n-1].End > c.solid; n = len(c.runs) {
		if c.runs[n-1].End = c.solid; c.runs[n-1].Empty() {
			c.runs = c.runs[:n-1]
		}
	}
	for n := len(c.links); n > 0 && c.links[n-1].End > c.solid; n = len(c.links) {
		if c.links[n-1].End = c.solid; c.links[n-1].Empty() {
			delete(c.inner, n-1)
			c.links = c.links[:n-1]
		}
	}
}

// Text writes words that stand in the source as they are, from a location on.
func (c *Composer) Text(s string, from annotations.SourceLocation) {
	if c.keep && c.open {
		c.write(s, from, false)
		return
	}
	for len(s) > 0 {
		n := blanks(s)
		if n > 0 {
			c.space(from)
		} else {
			n = words(s)
			c.fill()
			c.write(s[:n], from, false)
		}
		from.Offset += advance(from, s[:n])
		s = s[n:]
	}
}

// Whole writes words of which each comes from the same place: a character that the
// source spells in another way. Blanks are joined as in Text.
func (c *Composer) Whole(s string, from annotations.SourceLocation) {
	if !c.keep && blanks(s) == len(s) {
		c.space(from)
		return
	}
	c.fill()
	c.write(s, from, true)
}

// Break ends a line within the open block.
func (c *Composer) Break(from annotations.SourceLocation) {
	if c.open && c.solid > c.begun {
		c.gap = gap{}
		style, link := c.style, c.link
		c.style, c.link = 0, nil // what begins or ends at a line's end does not hold the break
		c.write("\n", from, true)
		c.style, c.link = style, link
	}
}

// Space makes sure that a blank stands before the next word of the block.
func (c *Composer) Space(from annotations.SourceLocation) { c.space(from) }

// Unspace takes back the blank that is to come before the next word.
func (c *Composer) Unspace() { c.gap = gap{} }

// Styled sets how the words to come are set apart, and returns how they were before.
func (c *Composer) Styled(s annotations.Style) (before annotations.Style) {
	before, c.style = c.style, s
	return before
}

// Style returns how the words to come are set apart.
func (c *Composer) Style() annotations.Style { return c.style }

// Link makes the words to come lead to a target, which is as the source gives it. If the
// document itself has a place of that label, the link leads there; "" is no label.
func (c *Composer) Link(target, label string) { c.link = &open{target, label, -1} }

// Unlink ends the link.
func (c *Composer) Unlink() { c.link = nil }

// Linked reports whether the words to come lead somewhere.
func (c *Composer) Linked() bool { return c.link != nil }

// Label names the open block, or the next one if none is open. The first block of a
// label keeps it.
func (c *Composer) Label(label string) {
	if label == "" {
		return
	}
	if !c.open {
		c.waiting = append(c.waiting, label)
		return
	}
	c.label(label)
}

func (c *Composer) label(label string) {
	if _, ok := c.labels[label]; !ok {
		c.labels[label] = len(c.blocks) - 1
		c.named = append(c.named, label)
	}
}

// Opened returns the open block, or nil.
func (c *Composer) Opened() *annotations.Block {
	if !c.open {
		return nil
	}
	return &c.blocks[len(c.blocks)-1]
}

// Empty reports whether nothing has been written in the open block.
func (c *Composer) Empty() bool { return !c.open || c.solid == c.begun }

// Err returns [ErrTooLong] once a limit is passed: nothing more is written from then on.
func (c *Composer) Err() error { return c.err }

// Len returns the number of blocks so far, with the open one.
func (c *Composer) Len() int { return len(c.blocks) }

// Words returns what has been written in the open block.
func (c *Composer) Words() string {
	if !c.open {
		return ""
	}
	return c.text.String()[c.begun:c.solid]
}
