package overlay

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/typeset"
)

// Hits are the places of the words that the reader looks for.
type Hits struct {
	None
	*Sheet
	Spans   []annotations.Span // ascending
	Current int                // index in Spans of the hit that is lit more than the others, -1 none
}

// Under draws a box behind each hit on a line: a grey one in a thin frame, and for the
// current hit an amber one in the frame of the keyboard's focus. What is found looks
// like nothing that the reader has chosen.
func (h *Hits) Under(l *flow.Line, _ session.Snapshot) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	first := sort.Search(len(h.Spans), func(i int) bool { return h.Spans[i].End > l.Start })
	for i := first; i < len(h.Spans) && h.Spans[i].Start < l.End; i++ {
		for _, words := range l.Boxes(h.Spans[i]) {
			box := h.box(l, words, look.Of(look.ColorHoverFill))
			box.StrokeColor, box.StrokeWidth = look.Of(look.ColorRuleStrong), 1
			if i == h.Current {
				box.FillColor = look.Of(look.ColorMarker)
				box.StrokeColor, box.StrokeWidth = look.Of(look.ColorFocusRing), 2
			}
			out = append(out, box)
		}
	}
	return out
}

// Selection is the stretch of the article that the reader has selected, between
// the place where the selection began and the one that moves.
type Selection struct {
	None
	From, To int // bytes of the article, in either order
}

// Span is what is selected; empty if nothing is.
func (s *Selection) Span() annotations.Span {
	return annotations.Span{Start: min(s.From, s.To), End: max(s.From, s.To)}
}

// Under draws a box behind the selected words of a line, several where words of two
// directions are mixed.
func (s *Selection) Under(l *flow.Line, _ session.Snapshot) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, words := range l.Boxes(s.Span()) {
		out = append(out, ground(words, 0, look.Of(look.ColorSelected)))
	}
	return out
}

// ground is a rectangle behind words that is wider than they are by so many pixels at
// either side.
func ground(words typeset.Rect, wider float32, c color.Color) *shape.Box {
	box := shape.NewBox(c)
	box.Move(fyne.NewPos(words.X-wider, words.Y))
	box.Resize(fyne.NewSize(words.W+2*wider, words.H))
	return box
}

// Aloud is the light on the sentence that is read aloud.
type Aloud struct {
	None
	Span annotations.Span // empty: nothing is read
}

// aloudLight is how strong the ground behind the sentence is.
const aloudLight = 0.16

// Under draws a ground of lamp light behind the sentence on a line, in high contrast in
// a frame.
func (a *Aloud) Under(l *flow.Line, _ session.Snapshot) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, words := range l.Boxes(a.Span) {
		box := ground(words, 3, look.Faded(look.ColorLamp, aloudLight))
		box.CornerRadius = 3
		if look.Contrast() {
			box.StrokeColor, box.StrokeWidth = look.Of(look.ColorLamp), 1
		}
		out = append(out, box)
	}
	return out
}

// Flash is the light on a passage to which the reader has jumped.
type Flash struct {
	None
	Span    annotations.Span
	Light   float32 // 0 to 1
	Outline bool    // instead of the light
}

// Under draws the light behind the passage on a line.
func (f *Flash) Under(l *flow.Line, _ session.Snapshot) []fyne.CanvasObject {
	if f.Light <= 0 && !f.Outline {
		return nil
	}
	var out []fyne.CanvasObject
	for _, words := range l.Boxes(f.Span) {
		box := ground(words, 3, look.Faded(look.ColorMarker, f.Light))
		box.CornerRadius = 3
		if f.Outline {
			box.FillColor = color.Transparent
			box.StrokeColor, box.StrokeWidth = look.Of(look.ColorFocusRing), 2
		}
		out = append(out, box)
	}
	return out
}
