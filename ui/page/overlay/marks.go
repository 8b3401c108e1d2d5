package overlay

import (
	"slices"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
	"sidelight/ui/typeset"
)

// state says how a mark is drawn.
type state int8

const (
	atRest  state = iota
	hidden        // its layer is off
	silent        // nothing at rest
	kin           // another mention of the entity under the pointer
	again         // another mention of the selected entity, or of the one that is lit
	faded         // another entity is selected
	lit           // under the pointer
	focused       // has the keyboard's focus
	chosen        // the selected mention
)

// markPiece is the part of one mark that lies on one line.
type markPiece struct {
	mention *annotations.Mention
	kind    annotations.Kind
	state   state
	hand    hand
}

// onLine is what pieces found last: several overlays ask for one line in turn.
type onLine struct {
	line     *flow.Line
	now      session.Snapshot
	keyboard bool
	pieces   []markPiece
}

// pieces are the parts of marks on a line, outer marks first. Hidden marks are
// left out.
func (s *Sheet) pieces(l *flow.Line, now session.Snapshot) []markPiece {
	if x := &s.last; x.line == l && x.keyboard == s.Keyboard && x.now == now {
		return x.pieces
	}
	var out []markPiece
	for m := range now.Edition.MentionsIn(l.Span()) {
		e, _ := now.Edition.Entity(m.Entity)
		p := markPiece{mention: m, kind: e.Kind, hand: handOf(m)}
		if p.state = s.stateOf(m, e.Kind, now); p.state != hidden {
			out = append(out, p)
		}
	}
	s.last = onLine{l, now, s.Keyboard, out}
	return out
}

// stateOf is the state of a mention of an entity of a kind.
func (s *Sheet) stateOf(m *annotations.Mention, k annotations.Kind, now session.Snapshot) state {
	switch {
	case m.Is(now.Mention):
		return chosen
	case !now.Layers.Shows(k, m.Form):
		return hidden
	case m.Is(now.Hovered):
		return lit
	case s.Keyboard && m.Is(now.Focused):
		return focused
	case m.Entity == now.Selected, m.Entity == now.Lit:
		return again
	case m.Entity == hovered(now):
		return kin
	case s.rest(now).bare(m):
		return silent
	case now.Selected != "":
		return faded
	}
	return atRest
}

// hovered is the entity of the mention under the pointer, or empty.
func hovered(now session.Snapshot) annotations.EntityID {
	if m, ok := now.Edition.Mention(now.Hovered); ok && now.Hovered != "" {
		return m.Entity
	}
	return ""
}

// marked reports whether a mention can be pointed at: its layer is on, or it is
// the selected one.
func marked(m *annotations.Mention, now session.Snapshot) bool {
	e, _ := now.Edition.Entity(m.Entity)
	return m.Is(now.Mention) || now.Layers.Shows(e.Kind, m.Form)
}

// marksChanged reports whether a mark on a line looks different in two
// snapshots.
func (s *Sheet) marksChanged(l *flow.Line, old, now session.Snapshot) bool {
	if old.Edition == now.Edition && old.Layers == now.Layers {
		lights := old.Selected != now.Selected || old.Lit != now.Lit || old.Hovered != now.Hovered
		return moved(l, now.Edition, old.Mention, now.Mention) ||
			moved(l, now.Edition, old.Focused, now.Focused) ||
			lights && s.statesChanged(l, old, now)
	}
	if old.Layers.Density != now.Layers.Density {
		return true
	}
	return !slices.Equal(s.appearances(l, old), s.appearances(l, now))
}

// statesChanged reports whether a mark on a line has another state in one of two
// snapshots of one edition.
func (s *Sheet) statesChanged(l *flow.Line, old, now session.Snapshot) bool {
	for m := range now.Edition.MentionsIn(l.Span()) {
		e, _ := now.Edition.Entity(m.Entity)
		if s.stateOf(m, e.Kind, old) != s.stateOf(m, e.Kind, now) {
			return true
		}
	}
	return false
}

// moved reports whether a role went from one mention to another and one of them
// stands on the line.
func moved(l *flow.Line, e *annotations.Edition, from, to annotations.MentionID) bool {
	if from == to {
		return false
	}
	a, okA := e.Mention(from)
	b, okB := e.Mention(to)
	return okA && a.Overlaps(l.Span()) || okB && b.Overlaps(l.Span())
}

// appearance is what the drawing of a mark depends on.
type appearance struct {
	id    annotations.MentionID
	span  annotations.Span
	kind  annotations.Kind
	state state
	hand  hand
	level int
}

func (s *Sheet) appearances(l *flow.Line, now session.Snapshot) []appearance {
	var out []appearance
	for _, p := range s.pieces(l, now) {
		out = append(out, appearance{p.mention.ID(), p.mention.Span, p.kind, p.state, p.hand, s.rest(now).level(p.mention)})
	}
	return out
}

// baseBox is where the ground of a mark stands behind its words on a line: from
// 0.93 em above the baseline to 0.36 em below it, 2 px wider than the words at
// each side.
func (s *Sheet) baseBox(l *flow.Line, words typeset.Rect) (fyne.Position, fyne.Size) {
	size := l.Style().Size
	return fyne.NewPos(words.X-2, l.Baseline-0.93*size), fyne.NewSize(words.W+4, 1.29*size)
}
