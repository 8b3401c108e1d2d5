package overlay

import (
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
	_, height := w.Reading.Face.Metrics(w.Reading.Size)
	top := l.Y + (l.Leading()-height)/2
	var out []fyne.CanvasObject
	for _, r := range w.runs(l, now) {
		for _, p := range l.Pieces(r.Start, r.End) {
			out = append(out, prose.Piece(p, w.Reading, look.Of(r.ink), l.Left, top))
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
	ink fyne.ThemeColorName
}

// runs are the stretches of a line by their ink: the quotation marks of a
// quotation have that of its kind, and faded sentences a faint one.
func (w *Words) runs(l *flow.Line, now session.Snapshot) []run {
	kept := w.keptIn(now)
	var out []run
	pos := l.Start
	for _, mark := range w.quoteMarksOn(l, now, kept) {
		if mark.Start >= pos {
			out = body(out, annotations.Span{Start: pos, End: mark.Start}, kept)
			out = append(out, run{mark, look.Ink(annotations.Quote)})
			pos = mark.End
		}
	}
	return body(out, annotations.Span{Start: pos, End: l.End}, kept)
}

// body appends the stretches of plain words in a span.
func body(to []run, s annotations.Span, kept []annotations.Span) []run {
	if s.Empty() {
		return to
	}
	if len(kept) == 0 {
		return append(to, run{s, look.ColorText})
	}
	pos := s.Start
	add := func(end int, ink fyne.ThemeColorName) {
		if end > pos {
			to = append(to, run{annotations.Span{Start: pos, End: end}, ink})
			pos = end
		}
	}
	for _, k := range kept {
		if k.Overlaps(s) {
			add(min(k.Start, s.End), look.ColorTextFaint)
			add(min(k.End, s.End), look.ColorText)
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
func (w *Words) quoteMarksOn(l *flow.Line, now session.Snapshot, kept []annotations.Span) []annotations.Span {
	var out []annotations.Span
	for _, p := range w.pieces(l, now) {
		m := p.mention
		if p.kind != annotations.Quote || !now.Layers.Shows(p.kind, m.Form) || w.rest(now).bare(m) || dims(m.Span, kept) {
			continue
		}
		for _, mark := range quoteMarks(now.Edition.Article(), m.Span) {
			if mark.Start >= l.Start && mark.End <= l.End {
				out = append(out, mark)
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
