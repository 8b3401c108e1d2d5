package anchor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// quote is what is looked for: a stretch of some text, with what stands around it.
type quote struct {
	*words                  // of that text
	annotations.Span        // of the stretch in that text
	i, j             int    // the words of which the stretch has at least a letter
	before, after    int    // how many whole words around them are context
	cutBefore        string // what the context has, before those, of one more word
	cutAfter         string // and behind them
}

// quoteIn returns the quote for a span that holds the words [i, j) of a text, with the
// whole words within 32 code points as its context.
func quoteIn(w *words, span annotations.Span, i, j int) *quote {
	q := &quote{words: w, Span: span, i: i, j: j}
	from := min(span.Start, int(w.at[i].start)) - len(last(w.text[:min(span.Start, int(w.at[i].start))], contextLength))
	to := max(span.End, int(w.at[j-1].end))
	to += len(first(w.text[to:], contextLength))
	for q.before < i && int(w.at[i-1-q.before].start) >= from {
		q.before++
	}
	for j+q.after < w.len() && int(w.at[j+q.after].end) <= to {
		q.after++
	}
	return q
}

// place returns the bytes of the text at which the stretch q stands, if its words are the
// words [p, end) there: they begin and end in the same letter of a word that is the same,
// and take the punctuation with them that stands beside the words in both texts.
func (w *words) place(q *quote, p, end int) annotations.Span {
	span := w.span(p, end)
	first, last := q.at[q.i], q.at[q.j-1]
	whole := span
	switch {
	case q.Start < int(first.start):
		span.Start -= shared(w.text[w.endOf(p-1):span.Start], q.text[q.Start:first.start], false)
	case q.Start > int(first.start) && q.ids[q.i] == w.ids[p]:
		span.Start += letters(w.slice(p, p+1), len(fold(nil, q.text[first.start:q.Start])))
	}
	switch {
	case q.End > int(last.end):
		span.End += shared(w.text[span.End:w.startOf(end)], q.text[last.end:q.End], true)
	case q.End < int(last.end) && q.ids[q.j-1] == w.ids[end-1]:
		span.End = int(w.at[end-1].start) + letters(w.slice(end-1, end), len(fold(nil, q.text[last.start:q.End])))
	}
	if span.Empty() {
		return whole
	}
	return span
}

// endOf returns the byte at which word i ends, 0 for the one before the first.
func (w *words) endOf(i int) int {
	if i < 0 {
		return 0
	}
	return int(w.at[i].end)
}

// startOf returns the byte at which word i begins, the length of the text for the one
// behind the last.
func (w *words) startOf(i int) int {
	if i >= w.len() {
		return len(w.text)
	}
	return int(w.at[i].start)
}

// letters returns how many bytes at the beginning of word fold to n bytes, or to more if
// none fold to just so many.
func letters(word string, n int) int {
	var folded []byte
	i := 0
	for i < len(word) && len(folded) < n {
		folded, i = text.Plain.Next(folded, word, i)
	}
	return i
}

// shared returns how many bytes at the beginning of room, or at its end, are the same
// punctuation and blanks as all or a part of marks.
func shared(room, marks string, atBeginning bool) int {
	if atBeginning && strings.HasPrefix(room, marks) || !atBeginning && strings.HasSuffix(room, marks) {
		return len(marks)
	}
	all := characters(room)
	if !atBeginning {
		slices.Reverse(all)
	}
	wanted := string(fold(nil, marks))
	n := 0
	for _, c := range all {
		rest, ok := strings.CutPrefix(wanted, c.folded)
		if !atBeginning {
			rest, ok = strings.CutSuffix(wanted, c.folded)
		}
		if !ok {
			break
		}
		wanted = rest
		n += c.size
	}
	return n
}

// character is what a character of a text folds to, and how many bytes it has there.
type character struct {
	folded string
	size   int
}

// mostMarks is how many bytes between two words are compared.
const mostMarks = 1 << 10

func characters(s string) []character {
	if len(s) > mostMarks {
		return nil
	}
	var out []character
	for i := 0; i < len(s); {
		folded, next := text.Plain.Next(nil, s, i)
		if len(folded) > 0 || len(out) == 0 {
			out = append(out, character{string(folded), next - i})
		} else {
			out[len(out)-1].size += next - i
		}
		i = next
	}
	return out
}

// sameCapitals reports whether two texts, which fold to the same, have the same capital
// letters.
func sameCapitals(a, b string) bool {
	return capitals(a) == capitals(b)
}

func capitals(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || unicode.IsUpper(r) }) < 0 {
		return ""
	}
	return string(fold(nil, strings.Map(func(r rune) rune {
		if unicode.IsUpper(r) {
			return r
		}
		return -1
	}, s)))
}
