package overlay

import (
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations/notes"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/pattern"
	"sidelight/ui/session"
	"sidelight/ui/shape"
)

// The dots of the reader's notes, in pixels.
const (
	dotSize   = 9
	dotNearer = 1  // to the column than the ring of an editor's note
	tipWords  = 60 // the most characters of a note in its tip
)

// Dots are the signs in the right gutter of the reader's notes with words: one beside
// each line on which at least one begins.
type Dots struct {
	None
	*Own
}

// dotted returns the notes with words that begin on a line, by position.
func (s *Sheet) dotted(l *flow.Line, now session.Snapshot) []*notes.Placed {
	var out []*notes.Placed
	for n := range now.Notes.In(l.Span()) {
		if n.Span.Start >= l.Start && n.HasWords() {
			out = append(out, n)
		}
	}
	return out
}

// Beside draws the dot of a line; it stands higher where an editor's note has a ring.
func (d Dots) Beside(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	if len(d.dotted(l, now)) == 0 {
		return nil
	}
	dot := shape.NewDisc(look.Of(look.ColorLamp))
	dot.Move(fyne.NewPos(d.left(), l.Y+(l.Leading()-dotSize)/2))
	dot.Resize(fyne.NewSquareSize(dotSize))
	if d.ringed(l, now) {
		dot.Move(fyne.NewPos(d.signs(), dot.Position().Y-signsApart))
	}
	return []fyne.CanvasObject{dot}
}

// left is the left edge of the dots on the sheet: in a narrow gutter beside side lines.
func (d Dots) left() float32 {
	beside := d.edge() + sideGap + pattern.SideWidth
	return max(d.signs()-dotNearer, min(beside, d.edge()+d.Gutter-d.Rail-dotSize))
}

// ringed reports whether an editor's note has its ring beside a line.
func (d Dots) ringed(l *flow.Line, now session.Snapshot) bool {
	return len((&Remarks{Sheet: d.Sheet}).on(l, now)) > 0
}

// Changed reports whether the line gets a dot or loses it.
func (d Dots) Changed(l *flow.Line, old, now session.Snapshot) bool {
	if old.Notes == now.Notes && old.Edition == now.Edition {
		return false
	}
	before, after := len(d.dotted(l, old)) > 0, len(d.dotted(l, now)) > 0
	return before != after || after && d.ringed(l, old) != d.ringed(l, now)
}

// Hit is the note whose dot lies at a point. Where a dot stands for several, it is the
// one after the one that is open.
func (d Dots) Hit(pos fyne.Position, now session.Snapshot) (Ask, bool) {
	middle := d.left() + dotSize/2.0
	l := d.lineAt(pos, middle-remarkHit/2, middle+remarkHit/2)
	if l == nil {
		return Ask{}, false
	}
	all := d.dotted(l, now)
	if len(all) == 0 || d.ringed(l, now) && pos.Y >= l.Y+l.Leading()/2 {
		return Ask{}, false
	}
	next := 0
	for i, n := range all {
		if n.ID == now.Note && now.Panel.Face == session.Notes {
			next = (i + 1) % len(all)
		}
	}
	n := all[next]
	rest := " · " + firstWords(n)
	if len(all) > 1 {
		rest += " · " + locale.X("panel.place", "{{.At}} of {{.Count}}", map[string]any{"At": next + 1, "Count": len(all)})
	}
	return Ask{Own: n.ID, Note: n.ID, Tip: Tip{Lead: locale.X("note.own", "Your note"), Rest: rest}}, true
}

// firstWords returns how a note begins, or its tags.
func firstWords(n *notes.Placed) string {
	text := n.Text
	if len(text) > noteBytes {
		text = strings.ToValidUTF8(text[:noteBytes], "")
	}
	words := strings.Join(strings.Fields(text), " ")
	if words == "" {
		words = strings.Join(n.Tags, ", ")
	}
	r := []rune(words)
	if len(r) <= tipWords {
		return words
	}
	cut := string(r[:tipWords])
	if i := strings.LastIndexByte(cut, ' '); i > tipWords/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.") + "…"
}
