package overlay

import (
	"cmp"
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
)

// Own is what the overlays of the reader's notes share.
type Own struct {
	*Sheet
	Moved   notes.ID         // the note whose end is being moved, or empty
	MovedTo annotations.Span // where that note is shown meanwhile

	depths [2]*depths
	last   ownOnLine
}

// ownOnLine is what on found last: several overlays ask for one line in turn.
type ownOnLine struct {
	line     *flow.Line
	now      session.Snapshot
	keyboard bool
	moved    notes.ID
	movedTo  annotations.Span
	pieces   []ownPiece
}

// ownPiece is the part of one note that lies on one line.
type ownPiece struct {
	note    *notes.Placed
	span    annotations.Span // of the whole note, as it is shown
	over    int              // how many of the same style lie under it, mostOver at most
	written bool             // it is the note that is being written
	held    bool             // it has handles at its ends
	focused bool             // it has the keyboard's focus
}

// mostOver is up to how many notes of one style under another one make a difference.
const mostOver = 2

// on returns the notes on a line in the order in which they are drawn: the longer first.
func (o *Own) on(l *flow.Line, now session.Snapshot) []ownPiece {
	if now.Notes.Len() == 0 && now.Draft == nil {
		return nil
	}
	if x := &o.last; x.line == l && x.keyboard == o.Keyboard && x.moved == o.Moved && x.movedTo == o.MovedTo && x.now == now {
		return x.pieces
	}
	out := o.find(l, now)
	o.last = ownOnLine{l, now, o.Keyboard, o.Moved, o.MovedTo, out}
	return out
}

func (o *Own) find(l *flow.Line, now session.Snapshot) []ownPiece {
	var out []ownPiece
	for n := range now.Notes.In(l.Span()) {
		if n.ID != o.Moved {
			out = append(out, o.piece(n, n.Span, now))
		}
	}
	if n, ok := now.Notes.Get(o.Moved); ok && o.MovedTo.Overlaps(l.Span()) {
		out = append(out, o.piece(n, o.MovedTo, now))
	}
	if d, ok := writing(now); ok && d.New && d.Span.Overlaps(l.Span()) {
		out = append(out, o.piece(&d.Placed, d.Span, now))
	}
	slices.SortStableFunc(out, func(a, b ownPiece) int {
		return drawnBefore(a.span, b.span, a.note.ID, b.note.ID)
	})
	for i := range out {
		out[i].over = o.depth(&out[i], now.Notes)
	}
	return out
}

// drawnBefore compares two notes by when they are drawn.
func drawnBefore(a, b annotations.Span, idA, idB notes.ID) int {
	return cmp.Or(cmp.Compare(b.Len(), a.Len()), cmp.Compare(a.Start, b.Start), cmp.Compare(idA, idB))
}

// depths are how many notes of its style lie under each note of one set.
type depths struct {
	set     *notes.Set
	version int // of the column
	by      map[notes.ID]int
}

// depth returns how many notes of its style lie under a piece. It is the same on all
// lines of a note. What is compared is kept for two sets: what changes is compared with
// what was.
func (o *Own) depth(p *ownPiece, set *notes.Set) int {
	if p.note.ID == o.Moved || p.written {
		return o.under(p, set)
	}
	version := o.Column.Version()
	i := slices.IndexFunc(o.depths[:], func(d *depths) bool { return d != nil && d.set == set && d.version == version })
	if i < 0 {
		o.depths[1], i = &depths{set, version, map[notes.ID]int{}}, 1
	}
	o.depths[0], o.depths[i] = o.depths[i], o.depths[0]
	d := o.depths[0]
	n, ok := d.by[p.note.ID]
	if !ok {
		n = o.under(p, set)
		d.by[p.note.ID] = n
	}
	return n
}

// under counts the notes of its style that lie under a piece; lines at the side lie over
// each other as soon as their words share a line.
func (o *Own) under(p *ownPiece, set *notes.Set) int {
	n, span := 0, p.span
	if p.note.Style == notes.Side && o.Column.Len() > 0 {
		span.Start = min(span.Start, o.Column.Line(o.Column.LineOf(span.Start)).Start)
		span.End = max(span.End, o.Column.Line(o.Column.LineOf(span.End-1)).End)
	}
	for x := range set.In(span) {
		if x.Style == p.note.Style && x.ID != p.note.ID && drawnBefore(x.Span, p.span, x.ID, p.note.ID) < 0 {
			if n++; n == mostOver {
				break
			}
		}
	}
	return n
}

func (o *Own) piece(n *notes.Placed, at annotations.Span, now session.Snapshot) ownPiece {
	p := ownPiece{note: n, span: at, focused: o.Keyboard && n.ID == now.FocusedNote}
	if d, ok := writing(now); ok && d.ID == n.ID {
		p.written = true
		return p
	}
	chosen, ok := Chosen(now)
	p.held = n.ID == o.Moved || p.focused || ok && now.Panel.Open && chosen.ID == n.ID
	return p
}

// writing returns the note that is being written, while the panel is at it and the note
// has a place.
func writing(now session.Snapshot) (*notes.Draft, bool) {
	d := now.Draft
	return d, d != nil && now.Panel.Face == session.Writing && d.Stands() && !d.Span.Empty()
}

// Chosen returns the note of the reader that the panel is at, if it stands in the text:
// the one that is being written, or the current one unless a card or a voice is open.
func Chosen(now session.Snapshot) (*notes.Placed, bool) {
	if d, ok := writing(now); ok {
		return &d.Placed, true
	}
	if now.Panel.Face != session.Notes && (now.Mention != "" || !now.Panel.Said.Empty()) {
		return nil, false
	}
	n, ok := now.Notes.Get(now.Note)
	return n, ok && n.Stands()
}

// ownLook is what the drawing of a note on a line depends on.
type ownLook struct {
	id     notes.ID
	span   annotations.Span
	style  notes.Style
	words  bool
	over   int
	states [3]bool
}

// changed reports whether a note on a line looks different in two snapshots.
func (o *Own) changed(l *flow.Line, old, now session.Snapshot) bool {
	if old.Notes == now.Notes && old.Draft == now.Draft {
		if old.FocusedNote == now.FocusedNote && old.Note == now.Note && old.Mention == now.Mention && old.Panel == now.Panel {
			return false
		}
		was, wasOn := Chosen(old)
		is, isOn := Chosen(now)
		if !o.touches(l, was, wasOn) && !o.touches(l, is, isOn) &&
			!o.reaches(l, old, old.FocusedNote) && !o.reaches(l, now, now.FocusedNote) {
			return false
		}
	}
	return !slices.Equal(o.looks(l, old), o.looks(l, now))
}

// reaches reports whether the note of an id stands on a line.
func (o *Own) reaches(l *flow.Line, now session.Snapshot, id notes.ID) bool {
	n, ok := now.Notes.Get(id)
	return o.touches(l, n, ok)
}

func (o *Own) touches(l *flow.Line, n *notes.Placed, ok bool) bool {
	return ok && (n.Span.Overlaps(l.Span()) || n.ID == o.Moved)
}

func (o *Own) looks(l *flow.Line, now session.Snapshot) []ownLook {
	var out []ownLook
	for _, p := range o.on(l, now) {
		out = append(out, ownLook{
			p.note.ID, p.span, p.note.Style, p.note.HasWords(), p.over, [3]bool{p.written, p.held, p.focused},
		})
	}
	return out
}
