package overlay

import (
	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/pattern"
	"sidelight/ui/typeset"
)

// hand says who drew a mark (section 28 of the design). The line of an editor, or of
// what the reader has corrected, runs the whole length of the words. That of the
// program is the sample of the kind, once, at the start. Its length says who, its
// weight still says the state.
type hand uint8

const (
	person  hand = iota // an editor, or the reader
	machine             // the program
	unsure              // the program, which is not sure of it
)

// handOf says who drew the mark of a mention.
func handOf(m *annotations.Mention) hand {
	switch {
	case m.Origin != annotations.Found:
		return person
	case m.Unsure():
		return unsure
	}
	return machine
}

// Lengths of a line that the program drew, in pixels.
const (
	stubLength   = 18
	stubShort    = 10 // where the words are narrow
	stubNarrow   = 26 // narrower than this they are
	unsureLength = 6
	eventStub    = 14 // a stroke, a gap and a dot
	dateStub     = 21 // three strokes
	eventUnsure  = 9  // one stroke
)

// unsureAlpha is how strongly what the program is not sure of shows: lines and
// quotation marks.
const (
	unsureAlpha       = 0.75
	unsureQuotesAlpha = 0.6
)

// length is how long the line under words of a width is.
func (h hand) length(k annotations.Kind, width float32) float32 {
	want := width
	switch {
	case h == unsure && k == annotations.Event:
		want = eventUnsure
	case h == unsure:
		want = unsureLength
	case h == machine && width < stubNarrow:
		want = stubShort
	case h == machine && k == annotations.Event:
		want = eventStub
	case h == machine && k == annotations.Time:
		want = dateStub
	case h == machine:
		want = stubLength
	}
	return min(want, width)
}

// alpha is how strongly the line of a mark shows in a state.
func (h hand) alpha(s state) float32 {
	switch {
	case s == faded:
		return look.DimmedAlpha()
	case look.Contrast(), s != atRest, h == machine:
		return 1
	case h == unsure:
		return unsureAlpha
	}
	return look.RestAlpha()
}

// quotes is how strongly the quotation marks show.
func (h hand) quotes() float32 {
	if h == unsure && !look.Contrast() {
		return unsureQuotesAlpha
	}
	return 1
}

// short makes a line of words on l one of the program's: the line, where it begins and
// how long it is. It is false where the program draws none, which is all but the
// beginning of the mark.
func (h hand) short(line pattern.Line, l *flow.Line, m *annotations.Mention, words typeset.Rect, of ends) (pattern.Line, typeset.Rect, bool) {
	width := h.length(line.Kind, words.W)
	right := readsLeft(l, m, words)
	if first := of.first && !right || of.last && right; !first || m.Start < l.Start {
		return line, words, false
	}
	line.Opens, line.Closes = !right, right
	if right {
		words.X += words.W - width
	}
	words.W = width
	return line, words, true
}

// readsLeft reports whether the first character of a mark stands at the right of its
// words.
func readsLeft(l *flow.Line, m *annotations.Mention, words typeset.Rect) bool {
	if l.RightToLeft() {
		return true
	}
	first, ok := l.Box(annotations.Span{Start: m.Start, End: m.Start + 1})
	return ok && first.W < words.W && first.X+first.W/2 > words.X+words.W/2 && first.X+first.W >= words.X+words.W-1
}
