package overlay

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/annotations/text"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/pattern"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/typeset"
)

// Measures of the reader's highlights in the design, in pixels.
const (
	waveBelow  = 2 // from the baseline to the top of a wave
	sideGap    = 2 // from the column to a side line
	sideRadius = 1.5
	sideStep   = 5 // from a side line to one beside it
	sideInset  = 6 // of the lines' height: how much shorter a side line is at both ends

	stemWidth = 2
	knobSize  = 9
	knobReach = 10 // how near to a handle the pointer takes it
)

// OwnLines are the highlights of the reader that are drawn with a pen: waves, brackets
// and side lines; and the handles and the ring of the note that is chosen. They answer
// which note lies under the pointer.
type OwnLines struct {
	None
	*Own
}

// Under draws the strokes on a line, the longer notes first, then handles and ring.
func (o OwnLines) Under(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	all := o.on(l, now)
	for _, p := range all {
		switch p.note.Style {
		case notes.Wave:
			out = o.wave(out, l, p)
		case notes.Brackets:
			out = o.brackets(out, l, p)
		case notes.Side:
			out = append(out, o.side(l, p))
		}
	}
	for _, p := range all {
		if p.focused {
			for _, words := range l.Boxes(p.span) {
				out = append(out, Underlines{Sheet: o.Sheet}.ring(l, words))
			}
		}
		if p.held {
			out = o.handles(out, l, p)
		}
	}
	return out
}

// Changed reports whether a note on the line changes.
func (o OwnLines) Changed(l *flow.Line, old, now session.Snapshot) bool {
	return o.changed(l, old, now)
}

func (o OwnLines) wave(to []fyne.CanvasObject, l *flow.Line, p ownPiece) []fyne.CanvasObject {
	y := float32(int(l.Baseline+waveBelow+0.5)) + float32(p.over)*pattern.WaveHeight
	for _, words := range l.Boxes(p.span) {
		to = append(to, pattern.Wave(words.X-2, y, words.W+4, look.Of(look.ColorFocusRing)))
	}
	return to
}

// brackets draws the ends of a note that lie on a line. One that lies on another note in
// brackets has shorter ones.
func (o OwnLines) brackets(to []fyne.CanvasObject, l *flow.Line, p ownPiece) []fyne.CanvasObject {
	ink, span := look.Of(look.ColorFocusRing), around(o.Column.Article().Text, p.span)
	size := l.Style().Size
	height := float32(int(pattern.BracketHeight*size/o.Roles.Reading.Size + 0.5))
	top := float32(int(l.Baseline + (0.36-0.93)*size/2 - height/2 + 0.5))
	shorter := float32(3 * p.over)
	top, height = top+shorter, height-2*shorter
	for _, last := range []bool{false, true} {
		if x, right, ok := o.end(l, span, last); ok {
			if !right {
				x -= pattern.BracketWidth
			}
			to = append(to, pattern.Bracket(x, top, height, right, ink))
		}
	}
	return to
}

// around is a span with the opening marks before it and the punctuation behind it, which
// belong to the words in brackets.
func around(src string, s annotations.Span) annotations.Span {
	for range 3 {
		r, n := utf8.DecodeLastRuneInString(src[:s.Start])
		if n == 0 || !unicode.In(r, unicode.Ps, unicode.Pi) && !(text.IsQuote(r) && blankBefore(src[:s.Start-n])) {
			break
		}
		s.Start -= n
	}
	for range 3 {
		r, n := utf8.DecodeRuneInString(src[s.End:])
		if n == 0 || !unicode.In(r, unicode.Po, unicode.Pe, unicode.Pf) || r == '&' || r == '@' || r == '/' || r == '#' {
			break
		}
		s.End += n
	}
	return s
}

func blankBefore(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	return n == 0 || unicode.IsSpace(r)
}

// side is the part of a side line beside a line: from the line before if the note begins
// before, and down to the bottom of this one if it goes on.
func (o OwnLines) side(l *flow.Line, p ownPiece) fyne.CanvasObject {
	inset := float32(int(l.Leading() / sideInset))
	x, top, bottom := o.rightOf(l)+sideGap, l.Above, l.Y+l.Leading()
	if p.over > 0 {
		x += sideStep
	}
	opens, closes := p.span.Start >= l.Start, p.span.End <= l.End
	if opens {
		top = l.Y + inset
	}
	if closes {
		bottom -= inset
	}
	r := o.rectangle(x, top, pattern.SideWidth, bottom, look.Of(look.ColorFocusRing))
	if opens {
		r.TopLeftCornerRadius, r.TopRightCornerRadius = sideRadius, sideRadius
	}
	if closes {
		r.BottomLeftCornerRadius, r.BottomRightCornerRadius = sideRadius, sideRadius
	}
	return r
}

// end returns where one end of a span stands on a line, in pixels on the sheet, and
// whether its words lie left of it; ok is false where the end is not on the line.
func (s *Sheet) end(l *flow.Line, span annotations.Span, last bool) (x float32, right, ok bool) {
	src := s.Column.Article().Text
	at := annotations.Span{Start: span.Start, End: min(typeset.NextCluster(src, span.Start), span.End)}
	if last {
		at = annotations.Span{Start: max(typeset.PreviousCluster(src, span.End), span.Start), End: span.End}
	}
	if at.Start < l.Start || at.Start >= l.End {
		return 0, false, false
	}
	r, ok := l.Box(at)
	if !ok { // blanks at the end of the line
		if r, ok = l.Box(span); !ok {
			return 0, false, false
		}
	}
	// The caret before the first character of words from right to left stands at their right.
	caret := l.Left + l.X(at.Start)
	fromRight := caret-r.X > r.X+r.W-caret
	if right = last != fromRight; right {
		return r.X + r.W, true, true
	}
	return r.X, false, true
}

// handles draws what the ends of a note on a line are taken by: a stem with a knob above
// the beginning and one below the end.
func (o OwnLines) handles(to []fyne.CanvasObject, l *flow.Line, p ownPiece) []fyne.CanvasObject {
	size := l.Style().Size
	top, height := float32(int(l.Baseline-0.93*size)), float32(int(1.29*size+0.5))
	for _, last := range []bool{false, true} {
		x, right, ok := o.end(l, p.span, last)
		if !ok {
			continue
		}
		if x = float32(int(x+0.5)) + 2; !right {
			x -= 4 + stemWidth
		}
		ink := look.Of(look.ColorFocusRing)
		knob := shape.NewDisc(ink)
		y := top - knobSize + 2
		if last {
			y = top + height - 2
		}
		knob.Move(fyne.NewPos(x+(stemWidth-knobSize)/2.0, y))
		knob.Resize(fyne.NewSquareSize(knobSize))
		to = append(to, o.rectangle(x, top, stemWidth, top+height, ink), knob)
	}
	return to
}

// Handle is one end of a note, by which it can be made longer and shorter.
type Handle struct {
	Note notes.ID
	Last bool // the end; else the beginning
}

// HandleAt returns the handle at a point of the sheet.
func (o OwnLines) HandleAt(pos fyne.Position, now session.Snapshot) (Handle, bool) {
	if now.Edition == nil || o.Column.Len() == 0 {
		return Handle{}, false
	}
	best, least := Handle{}, float32(knobReach)
	for _, n := range o.heldIn(now) {
		for _, last := range []bool{false, true} {
			if d := o.fromHandle(pos, n.Span, last); d < least {
				best, least = Handle{n.ID, last}, d
			}
		}
	}
	return best, least < knobReach
}

// heldIn returns the notes that have handles at their ends: the chosen one and the one that
// has the keyboard's focus.
func (o OwnLines) heldIn(now session.Snapshot) []*notes.Placed {
	var out []*notes.Placed
	if n, ok := Chosen(now); ok && now.Panel.Open {
		if d, writes := writing(now); !writes || d.ID != n.ID {
			out = append(out, n)
		}
	}
	if n, ok := now.Notes.Get(now.FocusedNote); ok && o.Keyboard {
		out = append(out, n)
	}
	return out
}

// fromHandle returns how far a point beside a handle is from its stem, in pixels; much
// where the point is above or below the handle.
func (o OwnLines) fromHandle(pos fyne.Position, span annotations.Span, last bool) float32 {
	const far = 1 << 20
	at := span.Start
	if last {
		at = max(span.End-1, at)
	}
	l := o.Column.Line(o.Column.LineOf(at))
	x, right, ok := o.end(l, span, last)
	if !ok || pos.Y < l.Y-knobSize || pos.Y > l.Y+l.Leading()+knobSize {
		return far
	}
	if x += 3; !right {
		x -= 6
	}
	return max(pos.X-x, x-pos.X)
}
