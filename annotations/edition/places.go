package edition

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	letter "sidelight/annotations/text"
)

// find returns the span of a quote in the article.
func (b *book) find(q quote) (annotations.Span, bool) {
	if q.Exact == "" || !b.l.search(b.article.Text, q.at) {
		return annotations.Span{}, false // missing, which is recorded already
	}
	if q.start >= 0 {
		return b.findAt(q)
	}
	s, err := anchor.Find(b.article.Text, q.TextQuoteSelector)
	if err == nil {
		return s, true
	}
	file := b.m.article.file.value
	var ambiguous *anchor.AmbiguousError
	var context *anchor.NoContextError
	switch {
	case errors.As(err, &ambiguous):
		b.l.fault(q.at, "the quote %s occurs %d times%s in %s: add prefix or suffix, the text right before or after the place that is meant", short(q.Exact), ambiguous.Count, orMore(ambiguous.Count), file)
	case errors.As(err, &context):
		b.l.fault(q.at, "the quote %s stands in %s, but not between this prefix and this suffix: copy them from there with their blanks", short(q.Exact), file)
	default:
		b.l.fault(q.at, "the quote %s does not occur in %s: copy it from there, byte for byte", short(q.Exact), file)
	}
	return annotations.Span{}, false
}

// findAt is [book.find] for a quote that says where it begins.
func (b *book) findAt(q quote) (annotations.Span, bool) {
	if b.points == nil {
		b.points = anchor.NewCodePoints(b.article.Text)
	}
	end := q.start + utf8.RuneCountInString(q.Exact)
	s, err := b.points.Span(anchor.TextPositionSelector{Start: q.start, End: end})
	text := b.article.Text
	if err != nil || text[s.Start:s.End] != q.Exact || !strings.HasSuffix(text[:s.Start], q.Prefix) || !strings.HasPrefix(text[s.End:], q.Suffix) {
		b.l.fault(q.at, "the quote %s does not stand behind %d characters of %s: correct start, or take it out", short(q.Exact), q.start, b.m.article.file.value)
		return annotations.Span{}, false
	}
	return s, true
}

// beside is the span of a quote that may be missing.
func (b *book) beside(q *quote) annotations.Span {
	if q == nil {
		return annotations.Span{}
	}
	s, _ := b.find(*q)
	return s
}

// spans are those of quotes.
func (b *book) spans(quotes []quote) (out []annotations.Span) {
	for _, q := range quotes {
		if s, ok := b.find(q); ok {
			out = append(out, s)
		}
	}
	return out
}

// orMore is what to say after a count that may have ended early.
func orMore(count int) string {
	if count == anchor.MaxCount {
		return " or more"
	}
	return ""
}

// anchorEvidence finds the words that facts and relations quote, and checks
// that nothing happened since the article that happened before it.
func (b *book) anchorEvidence() {
	published := b.m.head.Published
	for _, x := range b.facts {
		x.Evidence = b.spans(x.evidence)
		if x.State == annotations.Since && x.Date.Before(published) {
			b.l.fault(x.dateAt, "the fact %s is of state since, but %s lies before the article (%s): correct the date or make it background", x.ID, x.Date, published)
		}
	}
	for _, x := range b.relations {
		x.Evidence = b.spans(x.evidence)
	}
	for _, x := range b.entities {
		x.Called = b.spans(x.called)
	}
}

// anchorPassages finds the passages of the voices and checks that each word of
// the article belongs to exactly one.
func (b *book) anchorPassages() {
	complete := true
	for _, p := range b.passages {
		s, ok := b.find(p.quote)
		p.Span, complete = s, complete && ok
		p.Cue = b.beside(p.cue)
		if x := b.byID[p.Speaker]; x != nil {
			p.Name = x.Name
		}
	}
	if !complete || len(b.passages) == 0 {
		return
	}
	sorted := slices.Clone(b.passages)
	slices.SortStableFunc(sorted, func(x, y *passage) int { return cmp.Compare(x.Start, y.Start) })
	end, text := 0, b.article.Text
	for i, p := range sorted {
		if p.Start < end {
			b.l.fault(p.quote.at, "%s lies in two passages, here and at %s: divide it between them", short(text[p.Start:min(end, p.End)]), sorted[i-1].quote.at)
		}
		if cutsWord(text, p.Start) || cutsWord(text, p.End) {
			b.l.fault(p.quote.at, "the passage begins or ends inside a word: take the whole word in or leave it out")
		}
		b.uncovered(end, p.Start)
		end = max(end, p.End)
	}
	b.uncovered(end, len(text))
}

// uncovered refuses words between two passages.
func (b *book) uncovered(from, to int) {
	if from >= to || b.l.marked {
		return // the program tells the voices that it knows
	}
	gap := b.article.Text[from:to]
	if i := strings.IndexFunc(gap, letter.InWord); i >= 0 {
		last := strings.LastIndexFunc(gap, letter.InWord)
		_, n := utf8.DecodeRuneInString(gap[last:])
		b.l.fault(b.ruler.at(from+i), "no passage of the voices holds %s: add it to one", short(gap[i:last+n]))
	}
}

// cutsWord reports whether letters or digits stand on both sides of offset.
func cutsWord(text string, offset int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:offset])
	after, _ := utf8.DecodeRuneInString(text[offset:])
	return letter.InWord(before) && letter.InWord(after)
}

func isQuotationMark(r rune) bool { return letter.IsQuote(r) || letter.IsApostrophe(r) }

// quotesItself reports whether words begin and end with a quotation mark.
func quotesItself(words string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	return isQuotationMark(first) && isQuotationMark(last)
}

// checkQuotations checks that each quotation has its place in the article,
// together with its quotation marks, and no more than one entry.
func (b *book) checkQuotations(marks []mark) {
	quoted := make(map[annotations.EntityID]bool)
	for _, m := range marks {
		x := b.byID[m.Entity]
		if x == nil || x.Kind != annotations.Quote || m.Form != annotations.Name {
			continue
		}
		quoted[m.Entity] = true
		if words := b.article.Slice(m.Span); m.Origin != annotations.Found && !quotesItself(words) {
			b.l.fault(m.at, "the quotation %s is marked as %s, without its quotation marks: quote it in mentions.yaml with the marks on both sides", m.Entity, short(words))
		}
	}
	for _, x := range b.entities {
		if x.Kind == annotations.Quote && !quoted[x.ID] && !b.l.marked {
			b.l.fault(x.id.at, "the quotation %s has no mention of form name: quote it in mentions.yaml with its quotation marks", x.ID)
		}
	}
	entry := ids{}
	for _, q := range b.quotations {
		entry.add(b.l, "quotation's", q.entity)
		if x := b.byID[annotations.EntityID(q.entity.value)]; x != nil && x.Kind != 0 && x.Kind != annotations.Quote {
			b.l.fault(q.entity.at, "%s is of kind %s: only an entity of kind quotation has an entry here", x.ID, x.Kind)
		}
	}
}
