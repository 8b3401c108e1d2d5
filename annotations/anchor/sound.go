package anchor

import "slices"

// ownRun reports whether a run is long and stands nowhere else: it holds a sequence of
// words that stands once in either text, or both texts begin or end with it.
func (a *Alignment) ownRun(r run, once []bool) bool {
	begins := r.old == 0 && r.new == 0
	ends := r.old+r.len == a.old.len() && r.new+r.len == a.finder.len()
	return r.len >= longRun && (begins || ends || slices.Contains(once[r.old:r.old+r.len-sequence+1], true))
}

const (
	longRun = 8 // words
	// enough is how many words that are kept on a side bear a place out.
	enough = 4
)

// alone reports whether the old words [i, j), with up to a few on either side that lie in
// the run as well, stand nowhere else in the old text.
func (a *Alignment) alone(r run, i, j int) bool {
	_, n := a.old.sequence(a.old.ids[max(r.old, i-enough+1):min(r.old+r.len, j+enough-1)])
	return n == 1
}

// soundBefore reports whether what lies before old word i, in run k, bears the run out:
// enough words that are kept, the more the more of those between them are not, or the
// beginning of either text.
func (a *Alignment) soundBefore(k, i int) bool {
	return a.sound(i-a.runs[k].old, func(n int) (gapKind, int, int) {
		if k-n < 0 {
			return oneSided, 0, 0
		}
		left, right := a.around(k - n)
		return kindOf(left, right), changedIn(left, right), left.len
	})
}

// soundAfter is soundBefore for what lies from old word j on, up to the end.
func (a *Alignment) soundAfter(k, j int) bool {
	return a.sound(a.runs[k].old+a.runs[k].len-j, func(n int) (gapKind, int, int) {
		if k+1+n > len(a.runs) {
			return oneSided, 0, 0
		}
		left, right := a.around(k + 1 + n)
		return kindOf(left, right), changedIn(left, right), right.len
	})
}

// sound does the work of soundBefore and soundAfter. It begins with the number of words
// of the run itself; step returns the n-th gap on the way, how many words are changed in
// it, and the length of the run behind it, which is 0 at the end of the texts.
func (a *Alignment) sound(kept int, step func(n int) (kind gapKind, changed, length int)) bool {
	wanted := enough
	for n := 0; kept < wanted; n++ {
		kind, changed, length := step(n)
		switch {
		case kind == wide:
			return false
		case length == 0:
			return true
		case kind == oneSided:
			return length >= enough
		}
		wanted += changed
		kept += length
	}
	return true
}

// frayed takes from the ends of runs the few words of a sentence that else is another:
// many sentences begin with the same words.
func frayed(runs []run, old, new *words) {
	left := &run{}
	for i := 0; i <= len(runs); i++ {
		right := &run{old.len(), new.len(), 0}
		if i < len(runs) {
			right = &runs[i]
		}
		if kindOf(*left, *right) == wide {
			for n := 1; n < min(enough, left.len); n++ {
				o, w := left.old+left.len-n, left.new+left.len-n
				if old.breaks(o) > 0 || new.breaks(w) > 0 {
					left.len -= n
					break
				}
			}
			for n := 1; n < min(enough, right.len); n++ {
				if old.breaks(right.old+n) > 0 || new.breaks(right.new+n) > 0 {
					right.old, right.new, right.len = right.old+n, right.new+n, right.len-n
					break
				}
			}
		}
		left = right
	}
}

// endsWhole reports whether the old words [i, j), which stand at new word p with so many
// words of context before them or after them, do not end on the other side with only a few
// words of a sentence: another may begin, or end, with the same.
func (a *Alignment) endsWhole(i, j, p, before, after int) bool {
	n := 0 // the words of the sentence that agree, first those beyond the span
	if before > 0 {
		for n < enough && a.agrees(j+n, p+j-i+n) {
			if a.old.breaks(j+n) > 0 {
				return true
			}
			n++
		}
		for k := j; k > i-before; k-- {
			if a.old.breaks(k) > 0 {
				return k == j || n+j-k >= enough
			}
		}
		return true
	}
	for n < enough && a.agrees(i-1-n, p-1-n) {
		if a.old.breaks(i-n) > 0 {
			return true
		}
		n++
	}
	for k := i; k < j+after; k++ {
		if a.old.breaks(k) > 0 {
			return k == i || n+k-i >= enough
		}
	}
	return true
}

// agrees reports whether an old and a new word, which may lie outside the texts, are the
// same.
func (a *Alignment) agrees(o, w int) bool {
	return o >= 0 && w >= 0 && o < a.old.len() && w < a.finder.len() && a.old.ids[o] == a.finder.ids[w]
}
