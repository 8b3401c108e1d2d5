package noting

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/export"
	"sidelight/annotations/notes"
)

// step is one gesture of the reader: what it is, what it changes, and the note that is
// the current one after it.
type step struct {
	what    notes.What
	changes []notes.Change
	note    notes.ID
}

// maker makes the steps of an article's notes.
type maker struct {
	article *annotations.Article
	target  func(annotations.Span) notes.Target // of a place in the article
	mint    func() notes.ID
	now     func() time.Time
}

func newMaker(a *annotations.Article) maker {
	return maker{
		article: a, target: export.Targets(a), now: time.Now,
		mint: func() notes.ID { return notes.NewID(time.Now()) },
	}
}

// trimmed is a span without the white space at its ends.
func trimmed(text string, s annotations.Span) annotations.Span {
	for s.Start < s.End {
		r, size := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += size
	}
	for s.End > s.Start {
		r, size := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= size
	}
	return s
}

// highlight marks a span. Notes of the same style and without words that the span
// overlaps or touches become one with it, under the id of the oldest.
func (m *maker) highlight(set *notes.Set, span annotations.Span, style notes.Style) step {
	span = trimmed(m.article.Text, span)
	if span.Empty() {
		return step{}
	}
	joined := joining(set, span, func(p *notes.Placed) bool { return p.Style == style && !p.HasWords() && len(p.About) == 0 })
	if len(joined) == 0 {
		n := notes.Note{ID: m.mint(), Target: m.target(span), Style: style, Made: m.now(), Changed: m.now()}
		return step{notes.Highlight, []notes.Change{notes.Put(n)}, n.ID}
	}
	oldest := slices.MinFunc(joined, func(a, b *notes.Placed) int { return strings.Compare(string(a.ID), string(b.ID)) })
	all := union(span, joined)
	if all == oldest.Span && len(joined) == 1 {
		return step{note: oldest.ID}
	}
	return step{notes.Highlight, append([]notes.Change{notes.Put(m.moved(oldest, all))}, removals(joined, oldest.ID)...), oldest.ID}
}

// joining are the notes that overlap or touch a span, or each other beginning from it,
// and are wanted.
func joining(set *notes.Set, span annotations.Span, wanted func(*notes.Placed) bool) []*notes.Placed {
	var out []*notes.Placed
	have := map[notes.ID]bool{}
	for grown := true; grown; {
		grown = false
		near := annotations.Span{Start: max(0, span.Start-1), End: span.End + 1}
		for p := range set.In(near) {
			if p.Span.Start > span.End || p.Span.End < span.Start || have[p.ID] || !wanted(p) {
				continue
			}
			have[p.ID] = true
			out, grown = append(out, p), true
		}
		span = union(span, out)
	}
	return out
}

func union(s annotations.Span, all []*notes.Placed) annotations.Span {
	for _, p := range all {
		s.Start, s.End = min(s.Start, p.Span.Start), max(s.End, p.Span.End)
	}
	return s
}

func removals(all []*notes.Placed, but notes.ID) []notes.Change {
	var out []notes.Change
	for _, p := range all {
		if p.ID != but {
			out = append(out, notes.Delete(p.ID))
		}
	}
	return out
}

// moved is a note on another span.
func (m *maker) moved(p *notes.Placed, to annotations.Span) notes.Note {
	n := p.Note
	n.Target, n.Changed = m.target(to), m.now()
	return n
}

// restyle gives a note another style.
func (m *maker) restyle(set *notes.Set, id notes.ID, style notes.Style) step {
	p, ok := set.Get(id)
	if !ok || p.Style == style {
		return step{}
	}
	n := p.Note
	n.Style, n.Changed = style, m.now()
	return step{notes.Restyle, []notes.Change{notes.Put(n)}, id}
}

// stretch puts a note on another span, for a reason.
func (m *maker) stretch(set *notes.Set, id notes.ID, to annotations.Span, what notes.What) step {
	p, ok := set.Get(id)
	if !ok || to.Empty() || !to.ValidIn(m.article.Text) || p.Stands() && to == p.Span && what == notes.Stretch {
		return step{}
	}
	return step{what, []notes.Change{notes.Put(m.moved(p, to))}, id}
}

// remove takes a note away.
func (m *maker) remove(set *notes.Set, id notes.ID) step {
	if _, ok := set.Get(id); !ok {
		return step{}
	}
	return step{notes.Remove, []notes.Change{notes.Delete(id)}, ""}
}

// setAside leaves a note without a place.
func (m *maker) setAside(set *notes.Set, id notes.ID) step {
	p, ok := set.Get(id)
	if !ok || p.Target.Aside {
		return step{}
	}
	n := p.Note
	n.Target.Aside, n.Changed = true, m.now()
	return step{notes.SetAside, []notes.Change{notes.Put(n)}, id}
}

// merge joins all notes that overlap or touch a note with it. Their texts follow each
// other in the order of the article.
func (m *maker) merge(set *notes.Set, id notes.ID) step {
	p, ok := set.Get(id)
	if !ok || !p.Stands() {
		return step{}
	}
	all := joining(set, p.Span, func(*notes.Placed) bool { return true })
	if len(all) < 2 {
		return step{}
	}
	slices.SortStableFunc(all, func(a, b *notes.Placed) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		return b.Span.End - a.Span.End
	})
	n := m.moved(p, union(p.Span, all))
	var texts []string
	n.Tags, n.About = nil, nil
	for _, x := range all {
		if x.Text != "" {
			texts = append(texts, x.Text)
		}
		for _, tag := range x.Tags {
			if !slices.ContainsFunc(n.Tags, func(have string) bool { return notes.SameTag(have, tag) }) {
				n.Tags = append(n.Tags, tag)
			}
		}
		for _, about := range x.About {
			if !slices.Contains(n.About, about) {
				n.About = append(n.About, about)
			}
		}
	}
	n.Text = strings.Join(texts, "\n\n")
	return step{notes.Merge, append([]notes.Change{notes.Put(n)}, removals(all, id)...), id}
}

// exactly returns the newest note on a span.
func exactly(set *notes.Set, span annotations.Span) (found *notes.Placed, ok bool) {
	for p := range set.In(span) {
		if p.Span == span && (!ok || p.ID > found.ID) {
			found, ok = p, true
		}
	}
	return found, ok
}
