package quotes

import (
	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// credited returns the speaker whom a line behind a quotation names: the line of a block
// that is set apart, or a paragraph that begins with a dash.
func (r *reader) credited(q *found.Quotation) (said, annotations.Span, bool) {
	s := r.d.SentenceOf(q.Last - 1)
	a, _ := r.sentence(s)
	_, b := r.sentence(s)
	if q.Last != b || q.First > a && r.quote[a] != r.quote[q.First] {
		return nobody, annotations.Span{}, false
	}
	line := -1
	for k := s + 1; k < len(r.d.Sentences) && k < s+64; k++ {
		x := r.d.Sentences[k]
		if r.d.Article != nil && x.Kind == annotations.BlockQuote && isCredit(r.d, int(x.Block)) {
			line = k
			break
		}
		if first := int(x.First); k == s+1 && x.Block == r.d.Sentences[s].Block+1 && r.sign(first) == '-' && int(x.Last)-first <= 16 {
			line = k
			break
		}
		if x.Kind != annotations.BlockQuote || r.d.Sentences[s].Kind != annotations.BlockQuote {
			break
		}
	}
	if line < 0 {
		return nobody, annotations.Span{}, false
	}
	first, last := r.sentence(line)
	for first < last && r.sign(first) != 0 {
		first++
	}
	n, ok := r.phraseRight(first, last)
	if !ok {
		return nobody, annotations.Span{}, false
	}
	w := r.describe(line, n)
	return w, r.d.SentenceSpan(line), w.known()
}

// blockOf returns the block of a token.
func (r *reader) blockOf(token int) int {
	return int(r.d.Sentences[r.d.SentenceOf(token)].Block)
}
