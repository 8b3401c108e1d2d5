package overlay_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/page/overlay"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
)

// ownOn draws the reader's notes on a line.
func ownOn(s *overlay.Sheet, l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	own := &overlay.Own{Sheet: s}
	return append(overlay.OwnGrounds{Own: own}.Under(l, now), overlay.OwnLines{Own: own}.Under(l, now)...)
}

// Of two notes of one style on the same words both are seen: something is drawn for the
// inner one that the outer one does not draw there.
func TestNotesOverEachOtherAreBothSeen(t *testing.T) {
	e := marks(t, "one two three four five six seven")
	s := sheet(t, e)
	l := s.Column.Line(0)
	for _, style := range notes.Styles() {
		outer := uitest.Noted(t, e.Article(), "outer", "one two three four", 0)
		inner := uitest.Noted(t, e.Article(), "inner", "two three", 0)
		outer.Style, inner.Style = style, style
		drawn := func(all ...notes.Placed) (out []fyne.CanvasObject) {
			return ownOn(s, l, session.Snapshot{Document: session.Document{Edition: e, Notes: notes.NewSet(all)}})
		}
		alone := drawn(outer)
		both := drawn(inner, outer)
		if len(both) <= len(alone) {
			t.Errorf("%v: %d objects for two notes, %d for one", style, len(both), len(alone))
			continue
		}
		for i, o := range alone {
			if both[i].Position() != o.Position() || both[i].Size() != o.Size() {
				t.Errorf("%v: the longer note is not drawn first", style)
			}
		}
		for _, o := range both[len(alone):] {
			for _, below := range alone {
				if o.Position() == below.Position() && o.Size() == below.Size() {
					t.Errorf("%v: the inner note lies just on the outer one", style)
				}
			}
		}
		if r, ok := both[len(alone)].(*shape.Box); style == notes.Marker && (!ok || r.FillColor != look.Of(look.ColorPage)) {
			t.Error("nothing divides a marker from the one below it")
		}
	}
}

// Brackets stand outside of the words, behind the punctuation at their end and before the
// sign that opens a quotation; side lines of notes that meet on a line stand side by side.
func TestWhereStrokesStand(t *testing.T) {
	e := marks(t, "He “was told”, they say, and left.")
	s := sheet(t, e)
	l := s.Column.Line(0)
	x := func(words string) (left, right float32) {
		r, ok := l.Box(uitest.Noted(t, e.Article(), "", words, 0).Span)
		if !ok {
			t.Fatalf("%q is not drawn", words)
		}
		return r.X, r.X + r.W
	}
	n := uitest.Noted(t, e.Article(), "n", "was told", 0)
	n.Style = notes.Brackets
	set := func(all ...notes.Placed) session.Snapshot {
		return session.Snapshot{Document: session.Document{Edition: e, Notes: notes.NewSet(all)}}
	}
	got := ownOn(s, l, set(n))
	left, right := x("“was told”,")
	if len(got) != 2 || got[0].Position().X != left-4 || got[1].Position().X != right {
		t.Errorf("brackets at %v and %v around words from %v to %v", got[0].Position(), got[1].Position(), left, right)
	}
	other := uitest.Noted(t, e.Article(), "m", "and left", 0)
	n.Style, other.Style = notes.Side, notes.Side
	got = ownOn(s, l, set(n, other))
	edge := s.Column.Left + s.Column.Format().Width
	if len(got) != 2 || got[0].Position().X != edge+2 || got[1].Position().X != edge+7 {
		t.Errorf("two side lines on one line stand at %v and %v", got[0].Position(), got[1].Position())
	}
}

// A name in a highlight that is under the pointer or chosen shows above it; at rest the
// highlight is whole, in a quotation too.
func TestHighlightsLieBetweenTheGroundsOfMarks(t *testing.T) {
	e := marks(t, `he said "go north now" twice`, `"go north now"`, "north")
	s := sheet(t, e)
	l := s.Column.Line(0)
	now := session.Snapshot{Document: session.Document{Edition: e}}
	count := func(lit bool) int { return len(overlay.Tints{Sheet: s, Lit: lit}.Under(l, now)) }
	if below, above := count(false), count(true); below != 1 || above != 0 {
		t.Errorf("at rest %d grounds lie below highlights and %d above", below, above)
	}
	now.Hovered = annotations.MentionID("north")
	if below, above := count(false), count(true); below != 1 || above != 1 {
		t.Errorf("under the pointer %d grounds lie below highlights and %d above", below, above)
	}
}
