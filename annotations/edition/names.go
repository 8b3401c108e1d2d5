package edition

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	letter "sidelight/annotations/text"
)

// mark is a mention with the place in the files of the name or quote behind it.
type mark struct {
	annotations.Mention
	at       place
	explicit bool // mentions.yaml has it
}

// mark makes the mentions: of names, but for those that mentions.yaml excludes, and
// of quotes.
func (b *book) mark() []mark {
	marks := b.exclude(b.matchNames())
	for _, m := range b.mentions {
		s, ok := b.find(m.quote)
		if !ok {
			continue
		}
		marks = append(marks, mark{
			Mention: annotations.Mention{
				Span: s, Entity: annotations.EntityID(m.entity.value), Form: m.form,
				Origin: m.origin, Score: float32(m.score), By: m.by, Ground: b.beside(m.ground),
			},
			at: m.quote.at, explicit: true,
		})
	}
	b.checkNesting(marks)
	return marks
}

// matchNames looks for the names of all entities, the longest first. Words that one
// name has marked are not marked again by another, not even in part.
func (b *book) matchNames() []mark {
	type candidate struct {
		name
		entity *entity
		length int // in characters
	}
	var all []candidate
	for _, e := range b.entities {
		for _, n := range e.names {
			all = append(all, candidate{n, e, utf8.RuneCountInString(n.value)})
		}
		b.checkPrinted(e)
	}
	slices.SortStableFunc(all, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.length, x.length), cmp.Compare(x.value, y.value))
	})
	var marks []mark
	taken := make([]bool, len(b.article.Text))
	for i, c := range all {
		if i > 0 && all[i-1].value == c.value {
			b.l.fault(c.at, "the name %q is also a name of %s at %s: keep it with one of them and mark the other's places in mentions.yaml", c.value, all[i-1].entity.ID, all[i-1].at)
			continue
		}
		if !b.l.search(b.article.Text, c.at) {
			return marks
		}
		for _, s := range wholeWords(b.article.Text, c.value) {
			if slices.Contains(taken[s.Start:s.End], true) {
				continue
			}
			for k := s.Start; k < s.End; k++ {
				taken[k] = true
			}
			marks = append(marks, mark{Mention: annotations.Mention{Span: s, Entity: c.entity.ID, Form: c.form}, at: c.at})
		}
	}
	return marks
}

// checkPrinted refuses a printed name that the article does not print.
func (b *book) checkPrinted(e *entity) {
	if e.printed.value != "" && b.l.search(b.article.Text, e.printed.at) && !strings.Contains(b.article.Text, e.printed.value) {
		b.l.fault(e.printed.at, "%s does not occur in %s: printed is the name as the article has it", short(e.printed.value), b.m.article.file.value)
	}
}

// wholeWords returns the spans where words occurs with no letter or digit right before
// or after. The spans do not overlap.
func wholeWords(src, words string) []annotations.Span {
	var out []annotations.Span
	for from := 0; ; {
		i := strings.Index(src[from:], words)
		if i < 0 {
			return out
		}
		s := annotations.Span{Start: from + i, End: from + i + len(words)}
		before, _ := utf8.DecodeLastRuneInString(src[:s.Start])
		after, n := utf8.DecodeRuneInString(src[s.End:])
		if letter.InWord(before) || letter.InWord(after) && n > 0 {
			from = s.Start + nextWord(src[s.Start:], letter.InWord(before))
			continue
		}
		out = append(out, s)
		from = s.End
	}
}

// nextWord is the offset of the first character of src, but for the very first,
// where words that stand for themselves may begin: inside of a word, that is
// where the word ends.
func nextWord(src string, inside bool) int {
	first, size := utf8.DecodeRuneInString(src)
	if !inside || !letter.InWord(first) {
		return size
	}
	if i := strings.IndexFunc(src, func(r rune) bool { return !letter.InWord(r) }); i >= 0 {
		return i
	}
	return len(src)
}

// exclude takes the marks away that mentions.yaml excludes.
func (b *book) exclude(marks []mark) []mark {
	type at struct {
		annotations.Span
		entity string
	}
	index := make(map[at]int, len(marks)) // names never overlap: one mark for each place
	for i, m := range marks {
		index[at{m.Span, string(m.Entity)}] = i
	}
	gone := make(map[int]bool)
	for _, x := range b.exclusions {
		s, ok := b.find(x.quote)
		if !ok {
			continue
		}
		i, ok := index[at{s, x.entity.value}]
		if !ok || gone[i] {
			b.l.fault(x.quote.at, "this excludes nothing: no name marks %s here as %s; take the entry out or correct it", short(x.quote.Exact), x.entity.value)
			continue
		}
		gone[i] = true
	}
	kept := marks[:0]
	for i, m := range marks {
		if !gone[i] {
			kept = append(kept, m)
		}
	}
	return kept
}

// maxOver is how many marks may hold the same character. Whatever shows a place
// shows all marks around it.
const maxOver = 64

// checkNesting refuses marks that repeat or cross. Of two marks the one in
// mentions.yaml is named, since names never overlap.
func (b *book) checkNesting(marks []mark) {
	sorted := slices.Clone(marks)
	slices.SortStableFunc(sorted, func(x, y mark) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	var open []mark
	for _, m := range sorted {
		for len(open) > 0 && open[len(open)-1].End <= m.Start {
			open = open[:len(open)-1]
		}
		if len(open) == maxOver {
			b.l.fault(m.at, "more than %d marks lie over each other here: take some of them out", maxOver)
			return
		}
		if !b.fits(open, m) {
			continue
		}
		open = append(open, m)
	}
}

// fits checks one mark against those around it, innermost last.
func (b *book) fits(open []mark, m mark) bool {
	for i := len(open) - 1; i >= 0; i-- {
		outer := open[i]
		at, other := m.at, outer
		if !m.explicit {
			at, other = outer.at, m
		}
		switch {
		case outer.Span == m.Span && outer.Entity == m.Entity && other.explicit:
			b.l.fault(at, "%s is already marked as %s at %s: take one of the two out", short(b.article.Slice(m.Span)), m.Entity, other.at)
			return false
		case outer.Span == m.Span && outer.Entity == m.Entity:
			b.l.fault(at, "%s is already marked as %s by the name at %s: take this entry out", short(b.article.Slice(m.Span)), m.Entity, other.at)
			return false
		case outer.Crosses(m.Span):
			b.l.fault(at, "this mark crosses the mark %s of %s, made at %s: marks may nest but not cross, so lengthen or shorten this one", short(b.article.Slice(other.Span)), other.Entity, other.at)
			return false
		case outer.Span != m.Span:
			return true
		}
	}
	return true
}
