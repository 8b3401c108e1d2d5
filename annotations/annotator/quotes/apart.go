package quotes

import (
	"strings"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// setApart takes the sentences [from, to) as one quotation where their block is set apart
// as one, a line says who is quoted, and the block does not begin with a mark of its own.
func (f *finder) setApart(from, to int) bool {
	d := f.d
	x := d.Sentences[from]
	if x.Kind != annotations.BlockQuote || d.Article == nil || credit(d, int(x.Block)) < 0 || isCredit(d, int(x.Block)) {
		return false
	}
	first, last := int(x.First), int(d.Sentences[to-1].Last)
	if s, _ := signAt(d, first, last); s != noSign {
		return false
	}
	span := d.Span(first, last)
	f.out = append(f.out, found.Quotation{
		Span: span, Inner: span, First: first, Last: last, Depth: 1, Goes: f.over, Speaker: -1, Score: certain,
	})
	f.over = -1
	if next := int(x.Block) + 1; next < d.Article.Len() && d.Article.Block(next).Kind == annotations.BlockQuote && !isCredit(d, next) {
		f.over = len(f.out) - 1
	}
	return true
}

// isCredit reports whether a block is the line that says who is quoted.
func isCredit(d *found.Doc, block int) bool {
	b := d.Article.Block(block)
	return b.Kind == annotations.BlockQuote && b.Level == 1
}

// credit returns the block that says who is quoted in a block that is set apart; -1 if
// there is none.
func credit(d *found.Doc, block int) int {
	const most = 16 // paragraphs of one quotation
	for b := block; b < d.Article.Len() && b < block+most; b++ {
		if d.Article.Block(b).Kind != annotations.BlockQuote {
			break
		}
		if isCredit(d, b) {
			return b
		}
	}
	return -1
}

// trim takes the blanks off both ends of a span.
func trim(text string, s annotations.Span) annotations.Span {
	if s.End <= s.Start {
		return annotations.Span{Start: s.Start, End: s.Start}
	}
	t := strings.TrimLeftFunc(text[s.Start:s.End], unicode.IsSpace)
	s.Start = s.End - len(t)
	s.End = s.Start + len(strings.TrimRightFunc(t, unicode.IsSpace))
	return s
}
