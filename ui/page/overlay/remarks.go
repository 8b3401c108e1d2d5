package overlay

import (
	"image/color"
	"slices"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/typeset"
)

// Measures of the editor's notes beside the text, in pixels.
const (
	remarkX      = 14  // from the column to the sign of a note, where there is room
	remarkSize   = 9   // across
	remarkHit    = 24  // across, of what can be clicked
	headingX     = 40  // from the column to the heading of a note
	headingWidth = 228 // the widest
	headingLeast = 150 // the narrowest margin that is worth a heading
	headingGap   = 10  // between two headings
	headingLines = 2
)

// Remarks are the editor's notes in the right gutter: a grey ring beside the text,
// filled while the note is open. In the free margin of a wide page each note has its
// ring and its heading; elsewhere a paragraph has one ring for all of its notes. The
// reader's own notes have a disc of the lamp's colour in the same place.
type Remarks struct {
	None
	*Sheet
	Opened string // the id of the editor's note that was opened last

	headings []heading // ascending by top
	version  int       // of the column in which they stand
	edition  *annotations.Edition
	within   float32 // the room for which they were set
}

// heading is the title of a note in the margin.
type heading struct {
	note  *annotations.Remark
	top   float32 // on the sheet, pixels
	lines []string
}

// Beside draws the sign of the notes of a line, and the headings whose top lies on the
// line or in the gap above it.
func (r *Remarks) Beside(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if all := r.on(l, now); len(all) > 0 {
		out = append(out, r.ring(l, isOpen(all, now)))
	}
	if r.room() == 0 {
		return out
	}
	r.arrange(now)
	i := sort.Search(len(r.headings), func(i int) bool { return r.headings[i].top >= l.Above })
	for ; i < len(r.headings) && r.headings[i].top < l.Y+l.Leading(); i++ {
		out = append(out, r.words(r.headings[i], now)...)
	}
	return out
}

func (r *Remarks) ring(l *flow.Line, open bool) fyne.CanvasObject {
	ring := canvas.NewCircle(color.Transparent)
	ring.StrokeColor, ring.StrokeWidth = look.Of(look.ColorVoice), 1
	if open {
		ring.FillColor = look.Of(look.ColorVoice)
	}
	ring.Move(fyne.NewPos(r.left(), l.Y+(l.Leading()-remarkSize)/2))
	ring.Resize(fyne.NewSquareSize(remarkSize))
	return ring
}

// isOpen reports whether one of the notes is open in the panel.
func isOpen(all []*annotations.Remark, now session.Snapshot) bool {
	return now.Panel.Remark != "" &&
		slices.ContainsFunc(all, func(n *annotations.Remark) bool { return n.ID == now.Panel.Remark })
}

// Changed reports whether the line gets a sign or loses it, or a note is opened or
// left on it. With headings another edition may push all of them down.
func (r *Remarks) Changed(l *flow.Line, old, now session.Snapshot) bool {
	if old.Edition == now.Edition && old.Panel.Remark == now.Panel.Remark {
		return false
	}
	if r.room() > 0 {
		return true
	}
	before, after := r.on(l, old), r.on(l, now)
	return (len(before) == 0) != (len(after) == 0) || isOpen(before, old) != isOpen(after, now)
}

// left is the left edge of the signs on the sheet: clear of the scroll rail.
func (r *Remarks) left() float32 {
	aside := max(2, min(remarkX, r.Gutter-r.Rail-remarkSize-1))
	return r.edge() + aside
}

// edge is the right edge of the column on the sheet.
func (r *Remarks) edge() float32 { return r.Column.Left + r.Column.Format().Width }

// room is the width of the headings, 0 where they have no room.
func (r *Remarks) room() float32 {
	room := r.Width - r.Rail - r.edge() - headingX
	if !r.Wide || room < headingLeast {
		return 0
	}
	return min(room, headingWidth)
}

// on are the notes whose sign stands on a line, by position: those that begin on it,
// or where there are no headings all of the paragraph whose first note begins on it.
func (r *Remarks) on(l *flow.Line, now session.Snapshot) []*annotations.Remark {
	within := l.Span()
	if r.room() == 0 {
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

// Hit is the note whose sign or heading lies at a point. Where a sign stands for
// several notes, it is the one after the one that was opened last.
func (r *Remarks) Hit(pos fyne.Position, now session.Snapshot) (Ask, bool) {
	if n := r.headingAt(pos, now); n != nil {
		return Ask{Remark: n.ID}, true
	}
	middle := r.left() + remarkSize/2
	l := r.lineAt(pos, middle-remarkHit/2, middle+remarkHit/2)
	if l == nil {
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

// headingAt returns the note whose heading lies at a point, or nil.
func (r *Remarks) headingAt(pos fyne.Position, now session.Snapshot) *annotations.Remark {
	left := r.edge() + headingX
	if r.room() == 0 || pos.X < left || pos.X > left+r.room() {
		return nil
	}
	r.arrange(now)
	i := sort.Search(len(r.headings), func(i int) bool { return r.headings[i].top > pos.Y }) - 1
	if i < 0 || pos.Y >= r.headings[i].top+r.high(r.headings[i]) {
		return nil
	}
	return r.headings[i].note
}

func (r *Remarks) high(h heading) float32 { return float32(len(h.lines)) * r.Roles.Meta.Leading }

// arrange works out where the headings stand, unless it is known: each level with the
// line on which its note begins, or below the one before it.
func (r *Remarks) arrange(now session.Snapshot) {
	if r.version == r.Column.Version() && r.edition == now.Edition && r.within == r.room() {
		return
	}
	r.version, r.edition, r.within = r.Column.Version(), now.Edition, r.room()
	r.headings = r.headings[:0]
	end, role := float32(0), r.Roles.Meta
	for n := range now.Edition.RemarksIn(r.Column.Span()) {
		if n.Start < r.Column.Span().Start {
			continue // it begins above the lines that are set
		}
		l := r.Column.Line(r.Column.LineOf(n.Start))
		h := heading{note: n, lines: r.broken(typeset.Drawn(n.Title))}
		h.top = max(l.Y+float32(int((l.Leading()-role.Leading)/2)), end)
		end = h.top + r.high(h) + headingGap
		r.headings = append(r.headings, h)
	}
}

// broken breaks a title into the lines that a heading has; the last one is cut.
func (r *Remarks) broken(title string) []string {
	var out []string
	role := r.Roles.Meta
	for title != "" && len(out) < headingLines {
		words := title
		if role.Face.Width(title, role.Size) > r.room() {
			width := r.room()
			if len(out) == headingLines-1 {
				width -= role.Face.Width("…", role.Size)
			}
			if words = prose.FirstWords(role, title, width); words == "" {
				break
			}
			if len(out) == headingLines-1 {
				return append(out, words+"…")
			}
		}
		out, title = append(out, words), strings.TrimLeft(title[len(words):], " ")
	}
	return out
}

// words draws a heading, in full ink while its note is open.
func (r *Remarks) words(h heading, now session.Snapshot) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	role, ink := r.Roles.Meta, look.ColorTextMuted
	if h.note.ID == now.Panel.Remark {
		ink = look.ColorText
	}
	for i, line := range h.lines {
		t := canvas.NewText(line, look.Of(ink))
		t.FontSource, t.TextSize = role.Resource, role.Size
		t.Move(fyne.NewPos(r.edge()+headingX, h.top+float32(i)*role.Leading+prose.Rise(role)))
		t.Resize(t.MinSize())
		out = append(out, t)
	}
	return out
}
