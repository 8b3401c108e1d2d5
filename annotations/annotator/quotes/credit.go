package quotes

import (
	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// credited returns the speaker whom a line behind a quotation names: the line of a block
// that is set apart, or a paragraph that begins with a dash.
func (r *reader) credited(q *found.Quotation) (said, annotations.Span, bool) {
	s := r.d.SentenceOf(q.Last - 1)
	a, b := r.sentence(s)
	if q.Last != b || q.First > a && r.quote[a] != r.quote[q.First] {
		return nobody, annotations.Span{}, false
	}
	line := r.creditLine(s)
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

// creditLine returns the sentence that says who is quoted in the block that the sentence s
// ends; -1 if there is none.
func (r *reader) creditLine(s int) int {
	const far, short = 64, 16 // sentences, tokens
	here := &r.d.Sentences[s]
	if s+1 >= len(r.d.Sentences) {
		return -1
	}
	next := &r.d.Sentences[s+1]
	if next.Block == here.Block+1 && r.sign(int(next.First)) == '-' && next.Last-next.First <= short {
		return s + 1
	}
	for k := s + 1; r.d.Article != nil && k < min(len(r.d.Sentences), s+far); k++ {
		if x := &r.d.Sentences[k]; x.Kind != annotations.BlockQuote || here.Kind != annotations.BlockQuote {
			break
		} else if isCredit(r.d, int(x.Block)) {
			return k
		}
	}
	return -1
}

// blockOf returns the block of a token.
func (r *reader) blockOf(token int) int {
	return int(r.d.Sentences[r.d.SentenceOf(token)].Block)
}
