package overlay

import (
	"slices"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/typeset"
)

// Measures of what stands beside the text, in pixels.
const (
	headingX     = 40  // from the column to the words
	headingWidth = 228 // the widest
	headingLeast = 150 // the narrowest margin that is worth the heading of a remark
	headingGap   = 10  // between two headings
	headingLines = 2
	noteGutter   = 240 // the narrowest gutter in which the words of notes have room
	noteGap      = 16  // between a note and what stands above or below
	chosenX      = 14  // from the bar of the chosen note to the words
	chosenWidth  = 3
)

// Margin is what stands beside the text in the free margin of a wide page: the headings
// of the editor's notes and the words of the reader's, in one column, none over another.
type Margin struct {
	None
	*Sheet
}

// margin is how all of that stands for one edition and one set of notes.
type margin struct {
	version int // of the column
	edition *annotations.Edition
	notes   *notes.Set
	within  float32 // the room for which it was set
	below   float32 // where the column begins, pixels
	rows    []marginRow
}

// marginRow is one line of what stands in the margin. Rows ascend and are apart.
type marginRow struct {
	top, bottom float32 // on the sheet, to the row below of the same entry, pixels
	remark      *annotations.Remark
	title       string // of the remark, one line of it
	note        *notes.Placed
	words       *worded // of the note
	index       int     // of the row in words
}

// room is the width of what stands in the margin, less than headingLeast where nothing
// has room.
func (s *Sheet) room() float32 {
	if !s.Wide {
		return 0
	}
	return min(s.Width-s.Rail-s.edge()-headingX, headingWidth)
}

// notesRoom reports whether the words of the reader's notes have room in the margin.
func (s *Sheet) notesRoom() bool { return s.Wide && s.Width-s.edge() >= noteGutter }

// margin returns how the margin stands in a snapshot. A sheet keeps two: what changes is
// compared with what was.
func (s *Sheet) margin(now session.Snapshot) *margin {
	key := margin{version: s.Column.Version(), edition: now.Edition, within: s.room(), below: s.Column.Top}
	if s.notesRoom() {
		key.notes = now.Notes
	}
	for i, m := range s.margins {
		if m != nil && m.version == key.version && m.edition == key.edition && m.notes == key.notes && m.within == key.within && m.below == key.below {
			s.margins[0], s.margins[i] = s.margins[i], s.margins[0]
			return m
		}
	}
	s.arrange(&key)
	s.margins[1], s.margins[0] = s.margins[0], &key
	return &key
}

// arrange stands each entry level with the line on which its words begin, or below the
// one before it. The reader's notes have their place first: a heading that would push one
// down stands below it.
func (s *Sheet) arrange(m *margin) {
	within := s.Column.Span()
	p := placing{sheet: s, margin: m, remarks: slices.Collect(s.remarksIn(m.edition, within))}
	for n := range m.notes.In(within) {
		if n.HasWords() && n.Span.Start >= within.Start { // it does not begin above the lines that are set
			p.note(n)
		}
	}
	p.headings(len(s.Column.Article().Text), -1)
}

// placing is the work of arranging a margin from its top down.
type placing struct {
	sheet   *Sheet
	margin  *margin
	remarks []*annotations.Remark // whose headings have no place yet
	end     float32               // of what has a place, pixels; 0: nothing has
	noted   bool                  // that is a note of the reader
}

// level returns where words of a leading in pixels stand level with those at a byte of
// the article.
func (p *placing) level(start int, leading float32) float32 {
	l := p.sheet.Column.Line(p.sheet.Column.LineOf(start))
	return l.Y + float32(int((l.Leading()-leading)/2))
}

// free returns where the next entry may begin.
func (p *placing) free() float32 {
	switch {
	case p.end == 0:
		return 0
	case p.noted:
		return p.end + noteGap
	}
	return p.end + headingGap
}

// headings gives their places to the headings of remarks that begin before a byte of the
// article and end a gap above before, unless that is less than 0.
func (p *placing) headings(until int, before float32) {
	role := p.sheet.Roles.Meta
	for len(p.remarks) > 0 && p.remarks[0].Start < until {
		r := p.remarks[0]
		top, lines := max(p.level(r.Start, role.Leading), p.free()), p.sheet.broken(typeset.Drawn(r.Title))
		if end := top + float32(len(lines))*role.Leading + headingGap; before >= 0 && end > before && p.free() <= before {
			return
		}
		for _, line := range lines {
			p.margin.rows = append(p.margin.rows, marginRow{top: top, bottom: top + role.Leading, remark: r, title: line})
			top += role.Leading
		}
		p.remarks, p.end, p.noted = p.remarks[1:], top, false
	}
}

// note gives a note its place, and before it the headings that have room above.
func (p *placing) note(n *notes.Placed) {
	s := p.sheet
	level := p.level(n.Span.Start, s.Roles.Body.Leading)
	p.headings(s.Column.Line(s.Column.LineOf(n.Span.Start)).Start, level)
	w, top := s.worded(n), max(level, p.free())
	for i := range w.rows {
		p.margin.rows = append(p.margin.rows, marginRow{top: top + w.rows[i], bottom: top + w.bottom(i), note: n, words: w, index: i})
	}
	p.end, p.noted = top+w.height, true
}

// remarksIn yields the editor's notes that begin in a span.
func (s *Sheet) remarksIn(e *annotations.Edition, within annotations.Span) func(func(*annotations.Remark) bool) {
	return func(yield func(*annotations.Remark) bool) {
		if s.room() < headingLeast {
			return
		}
		for n := range e.RemarksIn(within) {
			if n.Start >= within.Start && !yield(n) {
				return
			}
		}
	}
}

// on returns the rows whose top lies beside a line or in the gap above it; those below
// the last line belong to it. Of a row of a table the first line has them.
func (m *margin) on(s *Sheet, l *flow.Line) []marginRow {
	top, bottom := l.Above, l.Y+l.Leading()
	if l.Row != nil {
		if !l.Row.Leads {
			return nil
		}
		bottom = max(l.Row.Bottom, bottom)
	}
	first := sort.Search(len(m.rows), func(i int) bool { return m.rows[i].top >= top })
	last := len(m.rows)
	if l.End < s.Column.Span().End {
		last = sort.Search(len(m.rows), func(i int) bool { return m.rows[i].top >= bottom })
	}
	return m.rows[first:max(first, last)]
}

// Beside draws the rows beside a line.
func (m Margin) Beside(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	if m.room() < headingLeast {
		return nil
	}
	var out []fyne.CanvasObject
	x := m.edge() + headingX
	chosen, ok := Chosen(now)
	for _, r := range m.margin(now).on(m.Sheet, l) {
		if r.remark != nil {
			out = append(out, m.heading(r, x, now))
			continue
		}
		if ok && now.Panel.Open && chosen.ID == r.note.ID {
			out = append(out, m.rectangle(x-chosenX, r.top, chosenWidth, r.bottom, look.Of(look.ColorLamp)))
		}
		out = append(out, m.row(r, x)...)
	}
	return out
}

// heading draws a line of the heading of a remark, in full ink while that is open.
func (m Margin) heading(r marginRow, x float32, now session.Snapshot) fyne.CanvasObject {
	role, ink := m.Roles.Meta, look.ColorTextMuted
	if r.remark.ID == now.Panel.Remark {
		ink = look.ColorText
	}
	t := canvas.NewText(r.title, look.Of(ink))
	t.FontSource, t.TextSize = role.Resource, role.Size
	t.Move(fyne.NewPos(x, r.top+prose.Rise(role)))
	t.Resize(t.MinSize())
	return t
}

// rowLook is what the drawing of a row depends on.
type rowLook struct {
	top    float32
	remark string
	title  string
	words  *worded
	index  int
	style  notes.Style
	open   bool
}

func (m Margin) looks(l *flow.Line, now session.Snapshot) []rowLook {
	var out []rowLook
	chosen, ok := Chosen(now)
	for _, r := range m.margin(now).on(m.Sheet, l) {
		if r.remark != nil {
			out = append(out, rowLook{top: r.top, remark: r.remark.ID, title: r.title, open: r.remark.ID == now.Panel.Remark})
			continue
		}
		out = append(out, rowLook{
			top: r.top, words: r.words, index: r.index, style: r.note.Style, open: ok && now.Panel.Open && chosen.ID == r.note.ID,
		})
	}
	return out
}

// Changed reports whether a row beside the line changes.
func (m Margin) Changed(l *flow.Line, old, now session.Snapshot) bool {
	if m.room() < headingLeast || old.Edition == now.Edition && old.Notes == now.Notes && old.Draft == now.Draft &&
		old.Panel == now.Panel && old.Note == now.Note && old.Mention == now.Mention {
		return false
	}
	return !slices.Equal(m.looks(l, old), m.looks(l, now))
}

// Hit is the note whose words lie at a point.
func (m Margin) Hit(pos fyne.Position, now session.Snapshot) (Ask, bool) {
	left := m.edge() + headingX
	if m.room() < headingLeast || pos.X < left-chosenX || pos.X > left+m.room() || m.Column.Len() == 0 {
		return Ask{}, false
	}
	rows := m.margin(now).rows
	i := sort.Search(len(rows), func(i int) bool { return rows[i].top > pos.Y }) - 1
	switch {
	case i < 0 || pos.Y >= rows[i].bottom:
		return Ask{}, false
	case rows[i].remark != nil:
		return Ask{Remark: rows[i].remark.ID}, true
	}
	return Ask{Own: rows[i].note.ID, Note: rows[i].note.ID}, true
}

// broken breaks a title into the lines that a heading has; the last one is cut.
func (s *Sheet) broken(title string) []string {
	var out []string
	role := s.Roles.Meta
	for title != "" && len(out) < headingLines {
		words := title
		if role.Face.Width(title, role.Size) > s.room() {
			width := s.room()
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
