package anchor

import (
	"context"
	"errors"
	"math"
	"slices"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// words are the words of a text, each with the number by which it is compared. Two words
// have the same number if they are the same when folded by [text.Plain]: capitals,
// accents, ligatures, the sort of quotation mark, apostrophe, hyphen and blank make no
// difference, nor do soft hyphens and the hyphen at the end of a line. Hyphens and
// apostrophes divide words; a letter of a script without blanks is a word.
type words struct {
	text string
	at   []stretch
	ids  []int32
	// places[first[id]:first[id+1]] are the words with the number id, in their order.
	first, places []int32
}

// stretch is a range of bytes. Texts of more than two gigabytes are refused.
type stretch struct{ start, end int32 }

func (w *words) len() int { return len(w.ids) }

// span returns the bytes from the beginning of word i to the end of word j-1.
func (w *words) span(i, j int) annotations.Span {
	return annotations.Span{Start: int(w.at[i].start), End: int(w.at[j-1].end)}
}

// slice returns the text from the beginning of word i to the end of word j-1.
func (w *words) slice(i, j int) string { return w.text[w.at[i].start:w.at[j-1].end] }

// within returns the words of which at least one byte lies in a span: from i to before j.
// If there is none, both are the word after the span.
func (w *words) within(s annotations.Span) (i, j int) {
	i = searchWords(w.at, func(x stretch) bool { return int(x.end) > s.Start })
	j = searchWords(w.at, func(x stretch) bool { return int(x.start) >= s.End })
	return i, max(i, j)
}

// searchWords returns the first word for which yes holds, which it does from there on.
func searchWords(at []stretch, yes func(stretch) bool) int {
	lo, hi := 0, len(at)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); yes(at[mid]) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// occurrences returns the places of a word, which may be unknown to the text.
func (w *words) occurrences(id int32) []int32 {
	if int(id)+1 >= len(w.first) {
		return nil
	}
	return w.places[w.first[id]:w.first[id+1]]
}

// vocabulary numbers words.
type vocabulary struct {
	numbers map[string]int32
	names   []string // the words as they are when folded, by number
	buf     []byte
}

func newVocabulary() *vocabulary { return &vocabulary{numbers: make(map[string]int32)} }

// number returns the number of a word, and gives it one if it has none. A word of which
// folding leaves nothing, as an accent alone, has -1.
func (v *vocabulary) number(word string) int32 {
	v.buf = fold(v.buf[:0], word)
	if len(v.buf) == 0 {
		return -1
	}
	id, ok := v.numbers[string(v.buf)]
	if !ok {
		id = int32(len(v.numbers))
		v.names = append(v.names, string(v.buf))
		v.numbers[v.names[id]] = id
	}
	return id
}

// unknown is the number of a word that a vocabulary lacks.
const unknown = 1<<31 - 1

// known returns the number of a word without giving it one; -1 as number does.
func (v *vocabulary) known(word string) int32 {
	folded := fold(nil, word)
	if len(folded) == 0 {
		return -1
	}
	if id, ok := v.numbers[string(folded)]; ok {
		return id
	}
	return unknown
}

// fold appends s in its plain form.
func fold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		if dst, i = text.Run(dst, s, i, len(s)); i < len(s) {
			dst, i = text.Plain.Next(dst, s, i)
		}
	}
	return dst
}

// lookEvery is how many steps of work lie between two looks at whether the context has
// ended.
const lookEvery = 1 << 14

// divide finds the words of a text and numbers each with number, which returns -1 for
// what is no word.
func divide(ctx context.Context, s string, number func(string) int32) (*words, error) {
	if len(s) > math.MaxInt32 {
		return nil, errors.New("the text is longer than two gigabytes")
	}
	w := &words{text: s, at: make([]stretch, 0, len(s)/6+1), ids: make([]int32, 0, len(s)/6+1)}
	start, end := 0, 0 // of the word at hand
	flush := func() {
		if start < end {
			if id := number(s[start:end]); id >= 0 {
				w.at = append(w.at, stretch{int32(start), int32(end)})
				w.ids = append(w.ids, id)
			}
		}
	}
	for a, b := range text.Parts(s) {
		if end == 0 || !joins(s, end, a) {
			flush()
			start = a
		}
		if end = b; len(w.ids)%lookEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	flush()
	return w, ctx.Err()
}

// joins reports whether the word that ends at byte end of s goes on at byte next, behind
// something that is not seen: a soft hyphen, or the end of a line that divides the word.
func joins(s string, end, next int) bool {
	if s[end] != '-' && s[end] < utf8.RuneSelf {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:end])
	after, _ := utf8.DecodeRuneInString(s[next:])
	if text.IsSingle(before) || text.IsSingle(after) {
		return false
	}
	for end < next {
		var some []byte
		if some, end = text.Plain.Next(nil, s, end); len(some) > 0 {
			return false
		}
	}
	return end == next
}

// list sorts the words by number, of which there are n.
func (w *words) list(n int) {
	w.first = make([]int32, n+1)
	for _, id := range w.ids {
		w.first[id+1]++
	}
	for id := range n {
		w.first[id+1] += w.first[id]
	}
	free := slices.Clone(w.first)
	w.places = make([]int32, len(w.ids))
	for i, id := range w.ids {
		w.places[free[id]] = int32(i)
		free[id]++
	}
}

const (
	// leastContext is how many words of context tell a place from another.
	leastContext = 2
	// mostCompared is how many words are compared to find a sequence of words.
	mostCompared = 1 << 18
)

// sequence returns the first place of a sequence of words, and how often the text holds
// it: 0, 1 or 2 for more often, or for a text so full of like words that it would take
// long to tell.
func (w *words) sequence(seq []int32) (at, n int) {
	at = -1
	w.each(seq, func(p int) bool {
		if n++; n == 1 {
			at = p
		}
		return n < 2
	}, func() { n = 2 })
	return at, n
}

// each calls yield with the places of a sequence of words, in their order, until yield
// returns false. It calls gaveUp where it would take too long to find them all.
func (w *words) each(seq []int32, yield func(p int) bool, gaveUp func()) {
	rarest := 0
	for k, id := range seq {
		if len(w.occurrences(id)) < len(w.occurrences(seq[rarest])) {
			rarest = k
		}
	}
	left := mostCompared
	for _, o := range w.occurrences(seq[rarest]) {
		p := int(o) - rarest
		if p < 0 || p+len(seq) > w.len() {
			continue
		}
		k := 0
		for k < len(seq) && w.ids[p+k] == seq[k] {
			k++
		}
		if k == len(seq) && !yield(p) {
			return
		}
		if left -= k + 1; left < 0 {
			gaveUp()
			return
		}
	}
}
