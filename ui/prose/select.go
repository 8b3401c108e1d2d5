package prose

import (
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/ui/look"
	"sidelight/ui/shape"
)

// Nest is an object that holds others, among them texts.
type Nest interface {
	// Nested returns what the object holds, each at its place in the object.
	Nested() []fyne.CanvasObject
}

// Nested returns the blocks of the stack.
func (s *Stack) Nested() []fyne.CanvasObject { return s.objects }

// Nested returns the blocks of the columns.
func (c *Columns) Nested() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, x := range c.cells {
		out = append(out, x.Block)
	}
	return out
}

// Nested returns the blocks of the flow.
func (f *Flow) Nested() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, b := range f.blocks {
		out = append(out, b)
	}
	return out
}

// Selection is what the reader has selected of the texts in some object: from a place
// in one of them to a place in another, and all of those that stand between, in the
// order in which they are read. The zero Selection holds nothing.
type Selection struct {
	texts    []placed
	from, to place
}

// placed is a text and where it stands, in pixels.
type placed struct {
	*Text
	at fyne.Position
}

// place is a byte of a text.
type place struct{ text, offset int }

// Begin begins to select at a point of an object, the origin of which lies at the
// point at. What was selected before is dropped.
func (s *Selection) Begin(in fyne.CanvasObject, at, point fyne.Position) {
	s.Clear()
	s.texts = gather(nil, in, at)
	s.from = s.placeAt(point)
	s.to = s.from
}

// Extend selects from where the selection began to a point.
func (s *Selection) Extend(point fyne.Position) {
	if len(s.texts) == 0 {
		return
	}
	s.to = s.placeAt(point)
	a, b := s.from, s.to
	if b.text < a.text || b.text == a.text && b.offset < a.offset {
		a, b = b, a
	}
	for i, t := range s.texts {
		from, to := 0, len(t.content)
		if i == a.text {
			from = a.offset
		}
		if i == b.text {
			to = b.offset
		}
		if i < a.text || i > b.text {
			from, to = 0, 0
		}
		t.Select(from, to)
	}
}

// Clear selects nothing.
func (s *Selection) Clear() {
	for _, t := range s.texts {
		t.Select(0, 0)
	}
	*s = Selection{}
}

// Words returns the selected words: those of texts beside one another on one line, of
// texts below one another on lines of their own.
func (s *Selection) Words() string {
	var b strings.Builder
	var last *placed
	for i := range s.texts {
		t := &s.texts[i]
		words := t.Selected()
		if words == "" {
			continue
		}
		switch {
		case last == nil:
		case t.at.Y < last.at.Y+last.Size().Height && t.at.X > last.at.X:
			b.WriteByte(' ')
		default:
			b.WriteByte('\n')
		}
		b.WriteString(words)
		last = t
	}
	return b.String()
}

// gather appends the texts in an object that stands at a place.
func gather(to []placed, o fyne.CanvasObject, at fyne.Position) []placed {
	if !o.Visible() {
		return to
	}
	if t, ok := o.(*Text); ok {
		return append(to, placed{t, at})
	}
	if n, ok := o.(Nest); ok {
		for _, x := range n.Nested() {
			to = gather(to, x, at.Add(x.Position()))
		}
	}
	return to
}

// placeAt returns the place that is nearest to a point: in the text at its height that
// is nearest sideways, else in the nearest text above or below.
func (s *Selection) placeAt(point fyne.Position) place {
	best, least := 0, float32(-1)
	for i, t := range s.texts {
		dx, dy := beyond(point.X, t.at.X, t.Size().Width), beyond(point.Y, t.at.Y, t.Size().Height)
		if d := dx + 1000*dy; least < 0 || d < least {
			best, least = i, d
		}
	}
	if len(s.texts) == 0 {
		return place{}
	}
	t := s.texts[best]
	return place{best, t.CaretAt(point.Subtract(t.at))}
}

// beyond returns how far x lies outside the range of a length that begins at start.
func beyond(x, start, length float32) float32 { return max(start-x, x-start-length, 0) }

// Select shows the bytes [from, to) of the content as selected; none if they are
// empty.
func (t *Text) Select(from, to int) {
	if from >= to {
		from, to = 0, 0
	}
	if t.from != from || t.to != to {
		t.from, t.to = from, to
		t.redraw()
	}
}

// Selected returns the words that are selected.
func (t *Text) Selected() string { return t.content[t.from:min(t.to, len(t.content))] }

// CaretAt returns the byte of the content between two characters that is nearest to a
// point of the text.
func (t *Text) CaretAt(point fyne.Position) int {
	if len(t.lines) == 0 || point.Y < 0 {
		return 0
	}
	i := int(point.Y / t.role.Leading)
	if i >= len(t.lines) {
		return len(t.content)
	}
	return t.lines[i].Caret(point.X)
}

// selected draws the ground behind the selected words.
func (r *textRenderer) selected() {
	t := r.t
	for i := range t.lines {
		for _, rect := range t.lines[i].Rects(t.from, t.to) {
			o := shape.NewBox(look.Of(look.ColorSelected))
			o.Move(fyne.NewPos(rect.X, rect.Y))
			o.Resize(fyne.NewSize(rect.W, rect.H))
			r.objects = append(r.objects, o)
		}
	}
}

// Covers reports whether a point of the text lies on the bytes [from, to) of the
// content.
func (t *Text) Covers(point fyne.Position, from, to int) bool {
	i := int(point.Y / t.role.Leading)
	if point.Y < 0 || i >= len(t.lines) {
		return false
	}
	for _, rect := range t.lines[i].Rects(from, to) {
		if point.X >= rect.X && point.X < rect.X+rect.W {
			return true
		}
	}
	return false
}
