package anchor

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// slider moves what was taken out or put in along words that repeat themselves. Where a
// text was "a b a" and is "a", either "a b" is gone or "b a": which of the two a is left,
// the words alone do not say.
type slider struct {
	old, new *words
	doubtful []bool // old words that may be another one's copy
	budget   int
}

// sure is up to how many equal words a paragraph or sentence that is then taken out or
// put in whole decides which of them are left.
const sure = 3

// slide moves each gap between runs to where a paragraph or a sentence begins, if it can,
// and returns which old words may be another one's copy; nil if there was too little time
// to tell.
func slide(old, new *words, runs []run) (doubtful []bool) {
	s := &slider{old: old, new: new, doubtful: make([]bool, old.len()), budget: 1<<20 + 16*(old.len()+new.len())}
	end := &run{old.len(), new.len(), 0}
	left := &run{}
	for i := 0; i <= len(runs) && s.budget >= 0; i++ {
		right := end
		if i < len(runs) {
			right = &runs[i]
		}
		lo, lw := left.old+left.len, left.new+left.len
		switch {
		case lo < right.old && lw == right.new:
			s.gap(s.old, lo, right.old, left, right)
		case lo == right.old && lw < right.new:
			s.gap(s.new, lw, right.new, left, right)
		}
		left = right
	}
	if s.budget < 0 {
		return nil
	}
	return s.doubtful
}

// gathered returns the runs without those that may as well join one of their neighbours:
// of "a b c a d" that has become "a d", the a that is left may be the one beside the d.
func gathered(old, new *words, runs []run) []run {
	out := runs[:0]
	for i, r := range runs {
		if i == 0 || i+1 == len(runs) || len(out) == 0 {
			out = append(out, r)
			continue
		}
		left, next := &out[len(out)-1], &runs[i+1]
		o, w := left.old+left.len, left.new+left.len
		var x []int32 // the text that has more words, and where these end
		var lo, hi int
		switch {
		case w == r.new && r.new+r.len == next.new:
			x, lo, hi = old.ids, o, next.old
		case o == r.old && r.old+r.len == next.old:
			x, lo, hi = new.ids, w, next.new
		default:
			out = append(out, r)
			continue
		}
		switch same := old.ids[r.old : r.old+r.len]; {
		case equal(same, x[hi-r.len:hi]):
			next.old, next.new, next.len = next.old-r.len, next.new-r.len, next.len+r.len
		case equal(same, x[lo:lo+r.len]):
			left.len += r.len
		default:
			out = append(out, r)
		}
	}
	return out
}

// gap moves the words [lo, hi) of in, which stand in that text alone, between two runs.
func (s *slider) gap(in *words, lo, hi int, left, right *run) {
	x := in.ids
	back, on := 0, 0 // how far the gap can be moved either way
	for back < left.len && x[lo-1-back] == x[hi-1-back] {
		back++
	}
	for on < right.len && x[lo+on] == x[hi+on] {
		on++
	}
	s.budget -= 2 * (back + on)
	if back+on == 0 || s.budget < 0 {
		return
	}
	by, alone := best(in, lo, hi, back, on)
	if !alone || back+on > sure {
		s.doubt(left.old+left.len-back, left.old+left.len)
		s.doubt(right.old, right.old+on)
		if in == s.old {
			s.doubt(lo-back, lo)
			s.doubt(hi-back, hi)
			s.doubt(lo, lo+on)
		}
	}
	left.len += by
	right.old, right.new, right.len = right.old+by, right.new+by, right.len-by
}

func (s *slider) doubt(from, to int) {
	for i := from; i < to; i++ {
		s.doubtful[i] = true
	}
}

// best returns by how many words the gap [lo, hi) is moved best, and whether there is
// one such place alone, at the beginning of a paragraph or a sentence.
func best(in *words, lo, hi, back, on int) (by int, alone bool) {
	most := 0
	for k := -back; k <= on; k++ {
		rank := min(in.breaks(lo+k), in.breaks(hi+k))
		switch {
		case rank > most:
			by, most, alone = k, rank, true
		case rank == most && rank > 0:
			alone = false
		}
	}
	return by, alone
}

// breaks ranks what divides word i from the one before it: 2 for paragraphs and the
// ends of the text, 1 for sentences, 0 for less.
func (w *words) breaks(i int) int {
	if i == 0 || i == w.len() {
		return 2
	}
	between := w.text[w.at[i-1].end:w.at[i].start]
	if strings.ContainsAny(between, "\n\r\u2029") {
		return 2
	}
	next, _ := utf8.DecodeRuneInString(w.text[w.at[i].start:])
	if strings.ContainsAny(between, ".!?…।。！？؟۔") && !unicode.IsLower(next) {
		return 1
	}
	return 0
}
