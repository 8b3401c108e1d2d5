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

// soundBefore reports whether what lies before old word i, in run k, bears the run out:
// words that are kept, or nothing but words that were put in or taken out.
func (a *Alignment) soundBefore(k, i int) bool {
	n := i - a.runs[k].old
	for ; n < enough; k-- {
		left := run{}
		if k > 0 {
			left = a.runs[k-1]
		}
		switch kindOf(left, a.runs[k]) {
		case oneSided:
			return true
		case wide:
			return false
		}
		if k == 0 {
			return true
		}
		n += left.len
	}
	return true
}

// soundAfter is soundBefore for what lies from old word j on.
func (a *Alignment) soundAfter(k, j int) bool {
	n := a.runs[k].old + a.runs[k].len - j
	for ; n < enough; k++ {
		right := run{a.old.len(), a.finder.len(), 0}
		if k+1 < len(a.runs) {
			right = a.runs[k+1]
		}
		switch kindOf(a.runs[k], right) {
		case oneSided:
			return true
		case wide:
			return false
		}
		if k+1 == len(a.runs) {
			return true
		}
		n += right.len
	}
	return true
}
