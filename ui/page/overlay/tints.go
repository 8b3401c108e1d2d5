package overlay

import (
	"image/color"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/pattern"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/typeset"
)

// Tints are the grounds of marks behind their words, outer marks first. They
// also answer which mark lies under the pointer. There are two overlays of them: those
// at rest and all of quotations lie below the reader's highlights, which they would
// hide; those that are lit lie above.
type Tints struct {
	None
	*Sheet
	Lit bool
}

// Under draws the grounds on a line. What lies inside a mark that is lit is drawn over
// its ground.
func (t Tints) Under(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	litTo := 0
	for _, p := range t.pieces(l, now) {
		c, tinted := tint(p, now.Layers.Density)
		if !tinted {
			continue
		}
		lit := p.mention.Start < litTo
		if p.kind != annotations.Quote && p.state != atRest && p.state != kin {
			lit, litTo = true, max(litTo, p.mention.End)
		}
		if lit != t.Lit {
			continue
		}
		for _, words := range l.Boxes(p.mention.Span) {
			out = append(out, t.box(l, words, c))
		}
	}
	return out
}

// Changed reports whether a mark on the line changes.
func (t Tints) Changed(l *flow.Line, old, now session.Snapshot) bool {
	return t.marksChanged(l, old, now)
}

// Hit is the innermost mark at a point. A mark reaches 2 px beyond its words at
// both sides.
func (t Tints) Hit(pos fyne.Position, now session.Snapshot) (Ask, bool) {
	for _, dx := range [...]float32{0, -2, 2} {
		offset, inside := t.Column.Hit(pos.X+dx, pos.Y)
		if !inside {
			continue
		}
		m, ok := now.Edition.InnermostAt(offset)
		for ok && !marked(m, now) {
			m, ok = now.Edition.Parent(m.ID())
		}
		if ok {
			return Ask{Mention: m.ID()}, true
		}
	}
	return Ask{}, false
}

// tint is the colour behind the words of a mark, if there is one.
func tint(p markPiece, d layer.Density) (color.Color, bool) {
	name, alpha := tintOf(p.kind, p.state, p.hand)
	if name == "" && (p.state == atRest || p.state == kin) && d == layer.Tints {
		name, alpha = look.Tint(p.kind), 1
	}
	if name == "" {
		return nil, false
	}
	return look.Faded(name, alpha), true
}

// tintOf is the colour behind the words in a state, and its alpha. A quotation that the
// program found has none at rest.
func tintOf(k annotations.Kind, s state, by hand) (fyne.ThemeColorName, float32) {
	switch {
	case s == chosen || s == lit && k == annotations.Quote:
		return look.TintStrong(k), 1
	case s == lit || s == again:
		return look.Tint(k), 1
	case by != person:
		return "", 0
	case k == annotations.Quote && s == faded:
		return look.Tint(k), 0.55
	case k == annotations.Quote && s != silent:
		return look.Tint(k), 1
	}
	return "", 0
}

// box is a ground behind words on a line.
func (s *Sheet) box(l *flow.Line, words typeset.Rect, c color.Color) *shape.Box {
	r := shape.NewBox(c)
	r.CornerRadius = 3
	at, size := s.baseBox(l, words)
	r.Move(at)
	r.Resize(size)
	return r
}

// Underlines are the lines of marks, in the pattern of their kind, and the ring
// around the mark that has the keyboard's focus.
type Underlines struct {
	None
	*Sheet
}

// Under draws rings and lines on a line of text, outer marks first.
func (u Underlines) Under(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, p := range u.pieces(l, now) {
		boxes := l.Boxes(p.mention.Span)
		for i, words := range boxes {
			if p.state == focused {
				out = append(out, u.ring(l, words))
			}
			if p.kind != annotations.Quote && p.state != silent {
				out = u.line(out, l, p, words, ends{i == 0, i == len(boxes)-1}, now)
			}
		}
	}
	return out
}

// Changed reports whether a mark on the line changes.
func (u Underlines) Changed(l *flow.Line, old, now session.Snapshot) bool {
	return u.marksChanged(l, old, now)
}

// ends says which ends of the part of a mark that lies on a line are those of a box.
type ends struct{ first, last bool }

// line appends the line beneath words.
func (u Underlines) line(to []fyne.CanvasObject, l *flow.Line, p markPiece, words typeset.Rect, of ends, now session.Snapshot) []fyne.CanvasObject {
	y := l.Baseline + levelBelow[u.rest(now).level(p.mention)]
	line := pattern.Line{
		Kind: p.kind, Active: p.state >= lit || look.Contrast(),
		Opens: of.first && p.mention.Start >= l.Start, Closes: of.last && p.mention.End <= l.End,
		Ink: look.Faded(look.Ink(p.kind), p.hand.alpha(p.state)),
	}
	whole := words
	if p.hand != person {
		drawn := false
		if line, words, drawn = p.hand.short(line, l, p.mention, words, of); !drawn {
			return to
		}
	}
	to = append(to, line.Draw(words.X, float32(int(y+0.5)), words.W)...)
	if p.state == chosen && look.Contrast() {
		above := shape.NewBox(look.Of(look.Ink(p.kind)))
		above.Move(fyne.NewPos(whole.X, l.Baseline-0.93*l.Style().Size))
		above.Resize(fyne.NewSize(whole.W, 2))
		to = append(to, above)
	}
	return to
}

// ring is an outline of 2 px, 4 px out from the words.
func (u Underlines) ring(l *flow.Line, words typeset.Rect) *shape.Box {
	r := u.box(l, words, color.Transparent)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = look.Of(look.ColorFocusRing), 2, 5
	r.Move(r.Position().SubtractXY(2, 2))
	r.Resize(r.Size().AddWidthHeight(4, 4))
	return r
}
