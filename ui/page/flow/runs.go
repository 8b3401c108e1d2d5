package flow

import (
	"slices"

	"sidelight/annotations"
	"sidelight/ui/typeset"
)

// The sizes of runs to that of the text around them, and by how much of it their
// baseline is raised.
const (
	codeSize   = 0.84
	smallSize  = 0.84
	scriptSize = 0.66
	raised     = 0.36
	lowered    = -0.14
)

// The sign of a note in the design, pixels.
const (
	signSize  = 12
	signRaise = 7
	linkRoom  = 16 // for the sign behind a link
	longSign  = 8  // bytes: a longer link to a note is words
)

// NoteOf is the index of the note to which a link is the sign, and whether it is one:
// a few characters that lead from elsewhere to a note.
func NoteOf(a *annotations.Article, l annotations.Link) (block int, ok bool) {
	if !l.Inner || l.Len() > longSign {
		return 0, false
	}
	block = a.ParagraphAt(l.To)
	return block, a.Block(block).Kind == annotations.BlockNote && a.Block(a.ParagraphAt(l.Start)).Kind != annotations.BlockNote
}

// runs are the stretches of a line that are set in another way than its block. Code
// has none, and neither has a title, which the head of the page sets in one face.
func (s *setting) runs(block int, style typeset.Style, line annotations.Span) []typeset.Run {
	if s.article.Block(block).Kind == annotations.BlockCode || s.isTitle(block) {
		return nil
	}
	out := s.signs(line)
	n := len(out)
	for r := range s.article.Runs(line) {
		r.Span = r.Intersect(line)
		if slices.ContainsFunc(out[:n], func(sign typeset.Run) bool { return sign.Start < r.End && r.Start < sign.End }) {
			continue
		}
		if x := s.format.Faces.run(r.Style, style); x != (typeset.Run{}) {
			x.Start, x.End = r.Start, r.End
			out = append(out, x)
		}
	}
	if n > 0 {
		slices.SortFunc(out, func(a, b typeset.Run) int { return a.Start - b.Start })
	}
	for l := range s.article.Links(line) {
		if Leaves(l) && l.End <= line.End {
			out = withRoom(out, l, s.format.LinkRoom())
		}
	}
	return out
}

// Leaves reports whether a link leads out of the article, to a page of the web: a sign
// stands behind it.
func Leaves(l annotations.Link) bool {
	if l.Inner {
		return false
	}
	_, err := annotations.ParseAddress(l.Target)
	return err == nil
}

// LinkRoom is the room for the sign behind a link, in pixels.
func (f *Format) LinkRoom() float32 { return f.px(linkRoom) }

// withRoom leaves room behind a link, whose last byte may lie in one of the runs.
func withRoom(runs []typeset.Run, l annotations.Link, room float32) []typeset.Run {
	i, _ := slices.BinarySearchFunc(runs, l.End, func(r typeset.Run, end int) int { return r.End - end })
	if i == len(runs) || runs[i].Start >= l.End { // in none
		from := l.Start
		if i > 0 {
			from = max(from, runs[i-1].End)
		}
		return slices.Insert(runs, i, typeset.Run{Start: from, End: l.End, After: room})
	}
	if rest := runs[i]; rest.End > l.End {
		rest.Start = l.End
		runs = slices.Insert(runs, i+1, rest)
		runs[i].End = l.End
	}
	runs[i].After = room
	return runs
}

// signs are the signs of notes on a line.
func (s *setting) signs(line annotations.Span) []typeset.Run {
	var out []typeset.Run
	for l := range s.article.Links(line) {
		if _, ok := NoteOf(s.article, l); ok {
			l.Span = l.Intersect(line)
			out = append(out, typeset.Run{
				Start: l.Start, End: l.End, Face: s.format.Faces.SansMedium,
				Size: s.format.px(signSize), Raise: s.format.px(signRaise),
			})
		}
	}
	return out
}

// run is how words of a style are set in a block; the zero Run says as the block.
func (f *Faces) run(s annotations.Style, block typeset.Style) typeset.Run {
	r := typeset.Run{Face: f.of(s, block.Face)}
	if r.Face == block.Face {
		r.Face = nil
	}
	switch {
	case s&annotations.Superscript != 0:
		r.Size, r.Raise = block.Size*scriptSize, block.Size*raised
	case s&annotations.Subscript != 0:
		r.Size, r.Raise = block.Size*scriptSize, block.Size*lowered
	case s&annotations.Code != 0:
		r.Size, r.Straight = block.Size*codeSize, true
	case s&annotations.Small != 0:
		r.Size = block.Size * smallSize
	}
	return r
}

// of is the face of words of a style in a block whose own face is base; nil where it is
// that.
func (f *Faces) of(s annotations.Style, base *typeset.Face) *typeset.Face {
	strong, italic := s&annotations.Strong != 0, s&annotations.Emphasis != 0
	switch {
	case s&annotations.Code != 0:
		return f.Mono
	case base == f.Sans || base == f.SansMedium:
		if strong {
			return f.SansMedium
		}
		return nil
	case base == f.Strong:
		strong = true
	case base == f.StrongItalic:
		strong, italic = true, !italic
	}
	switch {
	case strong && italic:
		return f.StrongItalic
	case strong:
		return f.Strong
	case italic:
		return f.Italic
	}
	return nil
}
