package overlay

import (
	"image/color"
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/text"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// Words are the words of the article themselves, in one text for each ink and face on
// a line. They come last of what lies on a line.
type Words struct {
	None
	*Sheet
	kept [2]sentences // of the last two snapshots that faded
}

// Under draws the words of a line.
func (w *Words) Under(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	style := l.Style()
	role := look.Role{Font: look.Font{Resource: style.Face, Face: style.Face}, Size: style.Size, Leading: style.Leading}
	_, height := style.Face.Metrics(style.Size)
	top := l.Y + (l.Leading()-height)/2
	var out []fyne.CanvasObject
	for _, r := range w.runs(l, now) {
		for _, p := range l.Pieces(r.Start, r.End) {
			out = append(out, prose.Piece(p, role, r.colour(), l.Left, top))
		}
	}
	return out
}

// Changed reports whether words on the line change their ink.
func (w *Words) Changed(l *flow.Line, old, now session.Snapshot) bool {
	if old.Edition == now.Edition && old.Layers == now.Layers && fades(old) == fades(now) {
		return false
	}
	return !slices.Equal(w.runs(l, old), w.runs(l, now))
}

// run is a stretch of a line in one ink.
type run struct {
	annotations.Span
	ink  fyne.ThemeColorName
	less float32 // by how much the ink is thinned, 0 to 1
}

// colour is the ink as it is drawn.
func (r run) colour() color.Color {
	if r.less == 0 {
		return look.Of(r.ink)
	}
	return look.Faded(r.ink, 1-r.less)
}

// runs are the stretches of a line by their ink: the quotation marks of a
// quotation have that of its kind, and faded sentences a faint one.
func (w *Words) runs(l *flow.Line, now session.Snapshot) []run {
	kept := w.keptIn(now)
	var out []run
	pos := l.Start
	for _, sign := range w.signsOn(l, now, kept) {
		if sign.Start >= pos {
			out = w.body(out, l, annotations.Span{Start: pos, End: sign.Start}, kept)
			out = append(out, sign)
			pos = sign.End
		}
	}
	return w.body(out, l, annotations.Span{Start: pos, End: l.End}, kept)
}

// signsOn are the stretches of a line that have an ink of their own: quotation marks,
// and the signs of notes.
func (w *Words) signsOn(l *flow.Line, now session.Snapshot, kept []annotations.Span) []run {
	out := w.quoteMarksOn(l, now, kept)
	a, quotes := now.Edition.Article(), len(out)
	for link := range a.Links(l.Span()) {
		if _, ok := flow.NoteOf(a, link); ok {
			out = append(out, run{Span: link.Intersect(l.Span()), ink: look.ColorAccentText})
		}
	}
	if len(out) > quotes && quotes > 0 {
		slices.SortFunc(out, func(a, b run) int { return a.Start - b.Start })
	}
	return out
}

// body appends the stretches of plain words in a span of a line.
func (w *Words) body(to []run, l *flow.Line, s annotations.Span, kept []annotations.Span) []run {
	if s.Empty() {
		return to
	}
	plain := look.ColorText
	if w.Column.Frame(l.Block).Muted {
		plain = look.ColorTextMuted
	}
	if len(kept) == 0 {
		return append(to, run{Span: s, ink: plain})
	}
	pos := s.Start
	add := func(end int, ink fyne.ThemeColorName) {
		if end > pos {
			to = append(to, run{Span: annotations.Span{Start: pos, End: end}, ink: ink})
			pos = end
		}
	}
	for _, k := range kept {
		if k.Overlaps(s) {
			add(min(k.Start, s.End), look.ColorTextFaint)
			add(min(k.End, s.End), plain)
		}
	}
	add(s.End, look.ColorTextFaint)
	return to
}

// sentences are those that keep their ink while all others of an article fade.
type sentences struct {
	edition *annotations.Edition
	entity  annotations.EntityID
	kept    []annotations.Span
}

// fades is the entity whose sentences alone keep their ink, or empty: all do.
func fades(now session.Snapshot) annotations.EntityID {
	if now.Fade {
		return now.Selected
	}
	return ""
}

// keptIn are the sentences that keep their ink, ascending; none: all do.
func (w *Words) keptIn(now session.Snapshot) []annotations.Span {
	id := fades(now)
	if id == "" {
		return nil
	}
	for _, s := range w.kept {
		if s.edition == now.Edition && s.entity == id {
			return s.kept
		}
	}
	w.kept[1], w.kept[0] = w.kept[0], sentences{now.Edition, id, sentencesOf(now.Edition, id)}
	return w.kept[0].kept
}

// sentencesOf are the sentences that mention an entity.
func sentencesOf(e *annotations.Edition, id annotations.EntityID) []annotations.Span {
	var out []annotations.Span
	for _, m := range e.MentionsOf(id) {
		s := e.Article().SentenceAt(m.Start).Span
		s.End = max(s.End, m.End)
		if n := len(out); n == 0 || out[n-1] != s {
			out = append(out, s)
		}
	}
	return out
}

// quoteMarksOn are the quotation marks on a line of the quotations that are
// marked and not faded.
func (w *Words) quoteMarksOn(l *flow.Line, now session.Snapshot, kept []annotations.Span) []run {
	var out []run
	for _, p := range w.pieces(l, now) {
		m := p.mention
		if p.kind != annotations.Quote || !now.Layers.Shows(p.kind, m.Form) || w.rest(now).bare(m) || dims(m.Span, kept) {
			continue
		}
		for _, mark := range quoteMarks(now.Edition.Article(), m.Span) {
			if mark.Start >= l.Start && mark.End <= l.End {
				out = append(out, run{mark, look.Ink(annotations.Quote), 1 - p.hand.quotes()})
			}
		}
	}
	return out
}

// dims reports whether a span lies in a faded sentence.
func dims(s annotations.Span, kept []annotations.Span) bool {
	return len(kept) > 0 && !slices.ContainsFunc(kept, s.Overlaps)
}

// quoteMarks are the spans of the quotation marks at both ends of a span.
func quoteMarks(a *annotations.Article, s annotations.Span) []annotations.Span {
	var out []annotations.Span
	r, n := utf8.DecodeRuneInString(a.Slice(s))
	if text.IsQuote(r) {
		out = append(out, annotations.Span{Start: s.Start, End: s.Start + n})
	}
	r, n = utf8.DecodeLastRuneInString(a.Slice(s))
	if text.IsQuote(r) && s.Len() > n {
		out = append(out, annotations.Span{Start: s.End - n, End: s.End})
	}
	return out
}
