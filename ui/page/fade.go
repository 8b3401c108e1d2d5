package page

import (
	"slices"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
)

// SetFade says whether only the sentences that mention the selected entity keep
// their full ink. With nothing selected all do.
func (p *Page) SetFade(on bool) {
	if p.fade != on {
		p.fade = on
		p.ink()
	}
}

// ink works out which sentences keep their ink, and sets the lines anew if
// these are others than before.
func (p *Page) ink() {
	var kept []annotations.Span
	if p.fade && p.selected != "" {
		for _, m := range p.edition.MentionsOf(p.selected) {
			s := p.edition.Article().SentenceAt(m.Start).Span
			s.End = max(s.End, m.End)
			if n := len(kept); n == 0 || kept[n-1] != s {
				kept = append(kept, s)
			}
		}
	}
	if slices.Equal(kept, p.kept) {
		return
	}
	p.kept = kept
	p.sheet.reset()
	p.sheet.window(true)
}

// run is a piece of a line in one ink.
type run struct {
	annotations.Span
	ink fyne.ThemeColorName
}

// runs are the pieces of a line by their ink: the quotation marks of a
// quotation have that of its kind, and faded sentences a faint one.
func (p *Page) runs(line *flow.Line) []run {
	var out []run
	pos := line.Start
	for _, mark := range p.quoteMarksOn(line) {
		if mark.Start >= pos {
			out = p.body(out, annotations.Span{Start: pos, End: mark.Start})
			out = append(out, run{mark, look.Ink(annotations.Quote)})
			pos = mark.End
		}
	}
	return p.body(out, annotations.Span{Start: pos, End: line.End})
}

// body appends the pieces of a stretch of plain words.
func (p *Page) body(to []run, s annotations.Span) []run {
	if s.Empty() {
		return to
	}
	if len(p.kept) == 0 {
		return append(to, run{s, look.ColorText})
	}
	pos := s.Start
	add := func(end int, ink fyne.ThemeColorName) {
		if end > pos {
			to = append(to, run{annotations.Span{Start: pos, End: end}, ink})
			pos = end
		}
	}
	for _, k := range p.kept {
		if k.Overlaps(s) {
			add(min(k.Start, s.End), look.ColorTextFaint)
			add(min(k.End, s.End), look.ColorText)
		}
	}
	add(s.End, look.ColorTextFaint)
	return to
}

// quoteMarksOn are the quotation marks on a line of the quotations that are
// marked, and not faded.
func (p *Page) quoteMarksOn(line *flow.Line) []annotations.Span {
	var out []annotations.Span
	for _, i := range p.mentionsOn(line) {
		m := p.edition.Mentions()[i]
		e, _ := p.edition.Entity(m.Entity)
		if e.Kind != annotations.Quote || !p.marked[i] || p.bare(i) || p.dims(m.Span) {
			continue
		}
		for _, mark := range quoteMarks(p.edition.Article(), m.Span) {
			if mark.Start >= line.Start && mark.End <= line.End {
				out = append(out, mark)
			}
		}
	}
	return out
}

// dims reports whether a span lies in a faded sentence.
func (p *Page) dims(s annotations.Span) bool {
	keeps := func(k annotations.Span) bool { return k.Overlaps(s) }
	return len(p.kept) > 0 && !slices.ContainsFunc(p.kept, keeps)
}
