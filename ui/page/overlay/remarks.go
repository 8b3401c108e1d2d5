package overlay

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
	"sidelight/ui/shape"
)

// Measures of the editor's notes beside the text, in pixels.
const (
	remarkX    = 14 // from the column to the sign of a note, where there is room
	remarkSize = 9  // across
	remarkHit  = 24 // across, of what can be clicked
	signsApart = 7  // how far two signs beside one line are moved, up and down
)

// Remarks are the editor's notes in the right gutter: a grey ring beside the text,
// filled while the note is open. In the free margin of a wide page each note has its
// ring, and its heading in the [Margin]; elsewhere a paragraph has one ring for all of
// its notes. The reader's own notes have a disc of the lamp's colour in the same place,
// which a ring beside the same line makes room for.
type Remarks struct {
	None
	*Sheet
	Opened string // the id of the editor's note that was opened last
}

// Beside draws the sign of the notes of a line.
func (r *Remarks) Beside(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	all := r.on(l, now)
	if len(all) == 0 {
		return nil
	}
	ring := r.ring(l, isOpen(all, now))
	if len(r.dotted(l, now)) > 0 {
		ring.Move(ring.Position().AddXY(0, signsApart))
	}
	return []fyne.CanvasObject{ring}
}

func (r *Remarks) ring(l *flow.Line, open bool) fyne.CanvasObject {
	ring := shape.NewDisc(color.Transparent)
	ring.StrokeColor, ring.StrokeWidth = look.Of(look.ColorVoice), 1
	if open {
		ring.FillColor = look.Of(look.ColorVoice)
	}
	ring.Move(fyne.NewPos(r.signs(), l.Y+(l.Leading()-remarkSize)/2))
	ring.Resize(fyne.NewSquareSize(remarkSize))
	return ring
}

// isOpen reports whether one of the notes is open in the panel.
func isOpen(all []*annotations.Remark, now session.Snapshot) bool {
	return now.Panel.Remark != "" &&
		slices.ContainsFunc(all, func(n *annotations.Remark) bool { return n.ID == now.Panel.Remark })
}

// Changed reports whether the line gets a sign or loses it, a note is opened or left on
// it, or one of the reader's comes or goes.
func (r *Remarks) Changed(l *flow.Line, old, now session.Snapshot) bool {
	if old.Edition == now.Edition && old.Panel.Remark == now.Panel.Remark && old.Notes == now.Notes {
		return false
	}
	before, after := r.on(l, old), r.on(l, now)
	if len(before) == 0 || len(after) == 0 {
		return len(before) != len(after)
	}
	return isOpen(before, old) != isOpen(after, now) || (len(r.dotted(l, old)) == 0) != (len(r.dotted(l, now)) == 0)
}

// signs is the left edge of the signs in the right gutter on the sheet: clear of the
// scroll rail.
func (s *Sheet) signs() float32 {
	return s.edge() + max(2, min(remarkX, s.Gutter-s.Rail-remarkSize-1))
}

// edge is the right edge of the column on the sheet.
func (s *Sheet) edge() float32 { return s.Column.Left + s.Column.Format().Width }

// on are the notes whose sign stands on a line, by position: those that begin on it,
// or where there are no headings all of the paragraph whose first note begins on it.
func (r *Remarks) on(l *flow.Line, now session.Snapshot) []*annotations.Remark {
	within := l.Span()
	if r.room() < headingLeast {
		a := now.Edition.Article()
		within = a.Paragraph(a.ParagraphAt(l.Start)).Span
	}
	var out []*annotations.Remark
	for n := range now.Edition.RemarksIn(within) {
		if n.Start >= within.Start {
			out = append(out, n)
		}
	}
	if len(out) > 0 && !l.Span().Contains(out[0].Start) {
		return nil
	}
	return out
}

// Hit is the note whose sign lies at a point. Where a sign stands for several notes, it
// is the one after the one that was opened last.
func (r *Remarks) Hit(pos fyne.Position, now session.Snapshot) (Ask, bool) {
	middle := r.signs() + remarkSize/2
	l := r.lineAt(pos, middle-remarkHit/2, middle+remarkHit/2)
	if l == nil || len(r.dotted(l, now)) > 0 && pos.Y < l.Y+l.Leading()/2 {
		return Ask{}, false
	}
	all := r.on(l, now)
	if len(all) == 0 {
		return Ask{}, false
	}
	next := 0
	for i, n := range all {
		if n.ID == r.Opened {
			next = (i + 1) % len(all)
		}
	}
	rest := " · " + all[next].Title
	if len(all) > 1 {
		rest += " · " + locale.X("panel.place", "{{.At}} of {{.Count}}", map[string]any{"At": next + 1, "Count": len(all)})
	}
	return Ask{Remark: all[next].ID, Tip: Tip{Lead: locale.X("note", "Editor’s note"), Rest: rest}}, true
}
