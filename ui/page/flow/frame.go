package flow

import (
	"sidelight/annotations"
	"sidelight/ui/typeset"
)

// Format is how a column is set.
type Format struct {
	Style typeset.Style // of a paragraph
	Width float32       // of the column, pixels
	Gap   float32       // between two paragraphs, pixels
	Faces Faces
	Title Title

	sections uint8 // the level of the headings around all others, without the title
}

// Faces are those in which the structure of an article is set. In place of one that is
// nil stands the face of a paragraph.
type Faces struct {
	Italic, Strong, StrongItalic, Mono, Sans, SansMedium *typeset.Face
}

// Title is how the first block is set where it is the article's title. The zero Title
// says that it is not.
type Title struct {
	Style typeset.Style
	After float32 // to the next block, pixels
}

// The design's reading size in pixels, to which all measures of frames refer.
const designSize = 19

// px is a measure of the design in pixels, in proportion to the size of the text.
func (f *Format) px(n float32) float32 { return float32(int(n*f.Style.Size/designSize + 0.5)) }

// style is a face at a size and a leading of the design.
func (f *Format) style(face *typeset.Face, size, leading float32) typeset.Style {
	if face == nil {
		face = f.Style.Face
	}
	return typeset.Style{Face: face, Size: f.px(size), Leading: f.px(leading)}
}

// Frame is how a block stands in the column. Measures are pixels.
type Frame struct {
	Style         typeset.Style
	Left, Right   float32 // from the column's edges to the words
	Hang          float32 // more at the left of a line that goes on with a line of code
	Top, Bottom   float32 // within the block, above and below its lines
	Before, After float32 // to the blocks before and after it; After counts behind a paragraph
	Muted         bool    // its words are of a quieter ink
}

// The measures of the design, section 26.
const (
	itemLeft   = 28 // from the column to the words of an item
	itemNested = 22 // more for each list around it
	itemGap    = 6  // between two items
	quoteLeft  = 24
	quoteGap   = 12 // between two paragraphs of a quotation
	quoteBy    = 3  // above the line that says who is quoted
	noteLeft   = 22
	noteGap    = 6
	noteRule   = 18 // above the line before the first note, and a part of it below
	deepest    = 6  // lists and quotations that are set in one another
)

// isTitle reports whether a block is set as the title.
func (s *setting) isTitle(block int) bool { return block == 0 && s.format.Title != (Title{}) }

// frame is how the block of an index stands in the column.
func (s *setting) frame(i int) Frame {
	f, a := &s.format, s.article
	if !a.Structured() {
		return Frame{Style: f.Style, After: f.Gap}
	}
	b := a.Block(i)
	if s.isTitle(i) {
		return Frame{Style: f.Title.Style, After: f.Title.After}
	}
	switch depth := min(float32(b.Depth), deepest); b.Kind {
	case annotations.BlockHeading:
		return f.heading(b.Level)
	case annotations.BlockItem:
		return Frame{Style: f.Style, Left: f.itemLeft(depth), Before: f.px(8), After: f.Gap}
	case annotations.BlockQuote:
		out := Frame{Style: f.Style, Left: f.px(quoteLeft) * max(depth, 1), Before: f.Gap, After: f.Gap}
		if b.Level == 1 {
			out.Style, out.Muted = f.style(f.Faces.Sans, 13, 20), true
		}
		return out
	case annotations.BlockCode:
		x, y := f.px(16), f.px(12)
		style := f.style(f.Faces.Mono, 15, 24)
		style.Straight = true
		return Frame{
			Style: style, Left: x, Right: x, Hang: f.px(18), Top: y, Bottom: y,
			Before: f.px(10), After: f.Gap,
		}
	case annotations.BlockCell:
		return s.cellFrame(i)
	case annotations.BlockCaption:
		return Frame{Style: f.style(f.Faces.Sans, 13, 19), Before: f.px(8), After: f.px(22), Muted: true}
	case annotations.BlockPicture:
		return s.pictureFrame(b)
	case annotations.BlockRule:
		style := f.Style
		return Frame{Style: style, Before: f.px(8), After: f.px(8)}
	case annotations.BlockNote:
		return Frame{Style: f.style(f.Style.Face, 14, 21), Left: f.px(noteLeft), Before: f.Gap, After: f.Gap}
	default:
		out := Frame{Style: f.Style, After: f.Gap}
		if b.Depth > 0 { // it goes on with an item
			out.Left = f.itemLeft(depth)
		}
		return out
	}
}

func (f *Format) itemLeft(depth float32) float32 {
	return f.px(itemLeft) + f.px(itemNested)*max(depth-1, 0)
}

// heading is the frame of a heading of a level. The outermost sections of an article
// have the largest, whatever level its writer gave them.
func (f *Format) heading(level uint8) Frame {
	switch level -= min(f.sections, level); {
	case level == 0:
		return Frame{Style: f.style(f.Faces.Strong, 25, 32), Before: f.px(34), After: f.px(10)}
	case level == 1:
		return Frame{Style: f.style(f.Faces.Strong, 20, 28), Before: f.px(26), After: f.px(8)}
	}
	return Frame{Style: f.style(f.Faces.StrongItalic, 19, 30), Before: f.px(18), After: f.px(4)}
}

// gap is the room between the block of an index and the one before it.
func (s *setting) gap(i int) float32 {
	a, f := s.article, &s.format
	if !a.Structured() {
		return f.Gap
	}
	if s.inTable(i) {
		return 0 // a row has its own room
	}
	was, is := s.frame(i-1), s.frame(i)
	if s.isTitle(i - 1) {
		return was.After + is.Top
	}
	if i > 1 && a.Block(i-1).Kind == annotations.BlockCaption && hasCaption(a.Block(i-2).Kind) {
		return max(was.After, is.Before) + is.Top // the caption is of what is before it
	}
	return was.Bottom + s.between(a.Block(i-1), a.Block(i), was, is) + is.Top
}

// between is the room between the frames of two blocks that follow each other.
func (s *setting) between(b, next annotations.Block, was, is Frame) float32 {
	f := &s.format
	if b.Kind == next.Kind || b.Depth > 0 && next.Depth > 0 {
		if room, ok := f.among(b, next); ok {
			return room
		}
	}
	switch heads := b.Kind == annotations.BlockHeading; {
	case next.Kind == annotations.BlockNote:
		return f.px(2*noteRule - 6)
	case b.Kind == annotations.BlockCaption && hasCaption(next.Kind):
		return f.px(8)
	case next.Kind == annotations.BlockCaption && hasCaption(b.Kind):
		return is.Before
	case heads && next.Kind != annotations.BlockHeading:
		return was.After
	case heads:
		return max(was.After, is.Before/2)
	case b.Kind == annotations.BlockParagraph && is.Before > 0:
		return is.Before
	}
	return max(was.After, is.Before)
}

// among is the room between two blocks of one list, one quotation or the notes, and
// whether they are that.
func (f *Format) among(b, next annotations.Block) (room float32, ok bool) {
	quoted, quotes := b.Kind == annotations.BlockQuote, next.Kind == annotations.BlockQuote
	switch {
	case b.Kind == annotations.BlockNote:
		return f.px(noteGap), true
	case quoted && quotes && next.Level == 1:
		return f.px(quoteBy), true
	case quoted && quotes:
		return f.px(quoteGap), true
	}
	return f.px(itemGap), b.Depth > 0 && next.Depth > 0 && !quoted && !quotes
}

// hasCaption reports whether a caption may belong to a block of a kind.
func hasCaption(k annotations.BlockKind) bool {
	return k == annotations.BlockPicture || k == annotations.BlockCell
}
