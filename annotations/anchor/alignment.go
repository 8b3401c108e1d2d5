package anchor

import (
	"context"
	"slices"
	"sort"

	"sidelight/annotations"
)

// Resolved is where a span or a selector stands in a text.
type Resolved struct {
	// Span is the place, in bytes; for one that is [Approximate] the place where it may
	// stand; empty for one that is [Unanchored].
	Span   annotations.Span
	Status Status
	// Offers are up to three places that are like the words of one that is [Unanchored],
	// the likeliest first.
	Offers []annotations.Span
}

// Report counts what has become of notes when their text changed.
type Report struct{ Kept, Moved, Approximate, Unanchored int }

// Add counts one more of a status.
func (r *Report) Add(s Status) {
	switch s {
	case Kept:
		r.Kept++
	case Moved:
		r.Moved++
	case Approximate:
		r.Approximate++
	default:
		r.Unanchored++
	}
}

// Alignment pairs the words of a text with those of a later one, in order. It is
// immutable and may be used from several goroutines.
//
// Words are compared as [annotations/text.Plain] folds them: capitals, accents, ligatures,
// the sort of quotation mark, apostrophe, dash and blank, line ends, soft hyphens and the
// hyphen that divides a word at the end of a line make no difference. Punctuation between
// words is not compared.
type Alignment struct {
	old      *words
	finder   *Finder // of the new text
	runs     []run
	own      []bool // runs that are long and stand nowhere else
	doubtful []bool // old words that may be another one's copy; nil if nobody can say
	from     []int32
	same     bool // the texts are the same
}

// NewAlignment compares two texts. Its work grows with their length, whatever they hold:
// where they have too little in common, words stay without a partner. When ctx ends it
// returns the error of ctx; the only other error is that of a text of more than two
// gigabytes.
func NewAlignment(ctx context.Context, old, new string) (*Alignment, error) {
	vocabulary := newVocabulary()
	a := &Alignment{same: old == new}
	var err error
	if a.old, err = divide(ctx, old, vocabulary.number); err != nil {
		return nil, err
	}
	if a.finder, err = newFinder(ctx, new, vocabulary); err != nil {
		return nil, err
	}
	a.old.list(len(vocabulary.numbers))
	to, once, err := pair(ctx, a.old.ids, a.finder.ids)
	if err != nil {
		return nil, err
	}
	a.runs = withoutStrays(runsOf(to), a.old.len(), a.finder.len())
	frayed(a.runs, a.old, a.finder.words)
	a.runs = gathered(a.old, a.finder.words, a.runs)
	a.doubtful = slide(a.old, a.finder.words, a.runs)
	a.runs = slices.DeleteFunc(a.runs, func(r run) bool { return r.len == 0 })
	a.own = make([]bool, len(a.runs))
	for k, r := range a.runs {
		a.own[k] = a.ownRun(r, once)
	}
	a.from = make([]int32, a.finder.len())
	for i := range a.from {
		a.from[i] = -1
	}
	for _, r := range a.runs {
		for k := range r.len {
			a.from[r.new+k] = int32(r.old + k)
		}
	}
	return a, nil
}

// Finder returns what finds selectors in the new text.
func (a *Alignment) Finder() *Finder { return a.finder }

// Share is how many of the words of the old text are in the new one, in the same order:
// 1 for all. A text without words has 1 if the two are the same, else 0.
func (a *Alignment) Share() float64 {
	switch {
	case a.same:
		return 1
	case a.old.len() == 0:
		return 0
	}
	n := 0
	for _, r := range a.runs {
		n += r.len
	}
	return float64(n) / float64(a.old.len())
}

// runsOf returns the runs of words whose partners follow each other.
func runsOf(to []int32) []run {
	var runs []run
	for i, w := range to {
		if w < 0 {
			continue
		}
		if n := len(runs); n > 0 && runs[n-1].old+runs[n-1].len == i && runs[n-1].new+runs[n-1].len == int(w) {
			runs[n-1].len++
			continue
		}
		runs = append(runs, run{i, int(w), 1})
	}
	return runs
}

// near is up to how many words, in both texts, may be changed between two runs that
// bear each other out.
const near = 2

// gapKind is what lies between two runs.
type gapKind uint8

const (
	small    gapKind = iota // up to near words in either text
	oneSided                // more, in one of the texts
	wide                    // more, in both
)

func kindOf(left, right run) gapKind {
	o, w := right.old-left.old-left.len, right.new-left.new-left.len
	switch {
	case o <= near && w <= near:
		return small
	case o == 0 || w == 0:
		return oneSided
	}
	return wide
}

// changedIn returns how many words are changed between two runs.
func changedIn(left, right run) int {
	return max(right.old-left.old-left.len, right.new-left.new-left.len)
}

// leastRun is how many words a run has at least that stands alone among others.
const leastRun = 3

// withoutStrays returns the runs without those that are there by chance: a word or two
// between stretches that otherwise have nothing in common.
func withoutStrays(runs []run, olds, news int) []run {
	kept := runs[:0]
	left := run{}
	for i := 0; i < len(runs); {
		j, n := i+1, runs[i].len // the runs up to j are near each other
		for j < len(runs) && kindOf(runs[j-1], runs[j]) != wide {
			n += runs[j].len
			j++
		}
		right := run{olds, news, 0}
		if j < len(runs) {
			right = runs[j]
		}
		last := runs[j-1]
		if n >= leastRun || kindOf(left, runs[i]) != wide || kindOf(last, right) != wide {
			kept = append(kept, runs[i:j]...)
		}
		left, i = last, j
	}
	return kept
}

// runAt returns the number of the first run that ends behind old word i.
func (a *Alignment) runAt(i int) int {
	return sort.Search(len(a.runs), func(k int) bool { return a.runs[k].old+a.runs[k].len > i })
}

// partner returns the new word that is the partner of old word i, or -1.
func (a *Alignment) partner(i int) int {
	if k := a.runAt(i); k < len(a.runs) && a.runs[k].old <= i {
		return a.runs[k].new + i - a.runs[k].old
	}
	return -1
}

// Resolve finds in the new text what a span of the old one holds. The span must be valid
// in the old text.
//
// A place is [Kept] only if all words of the span are there in one run, with the same
// capitals, and with the word before them and the word after them, or one of the two if
// there are four words or more; and if what lies around bears it out and no equal words
// beside it may be meant. It is
// [Moved] if the words stand elsewhere, once, with what stood up to 32 code points before
// or after them, and stood once in the old text too. All else is for somebody to look at.
func (a *Alignment) Resolve(span annotations.Span) Resolved {
	if a.same {
		return Resolved{Span: span, Status: Kept}
	}
	i, j := a.old.within(span)
	if i == j {
		return a.withoutWords(span, i)
	}
	q := quoteIn(a.old, span, i, j)
	if k := a.runAt(i); k < len(a.runs) && a.runs[k].old <= i && j <= a.runs[k].old+a.runs[k].len {
		p := a.runs[k].new + i - a.runs[k].old
		r := Resolved{Span: a.finder.place(q, p, p+j-i), Status: Approximate}
		if a.silent(k, i, j) {
			r.Status = Kept
			return r
		}
		if a.besides(a.runs[k], i, j) > 0 || a.anyDoubtful(i, j) {
			return r
		}
	}
	if p, ok := a.moved(q, i, j); ok && !a.anyDoubtful(i, j) {
		return Resolved{Span: a.finder.place(q, p, p+j-i), Status: Moved}
	}
	if p, end, ok := a.proposed(i, j); ok {
		return Resolved{Span: a.finder.place(q, p, end), Status: Approximate}
	}
	return a.finder.nearly(q, func(p, end int) bool { return a.taken(p, end, i, j) })
}

// besides returns at how many sides of the old words [i, j), which lie in a run, the
// neighbour is in the run as well. Where the words begin or end both texts, the end of
// the text is the neighbour.
func (a *Alignment) besides(r run, i, j int) int {
	sides := 0
	if i > r.old && !a.isDoubtful(i-1) || i == 0 && r.new == 0 {
		sides++
	}
	if end := r.old + r.len; j < end && !a.isDoubtful(j) || j == a.old.len() && r.new+r.len == a.finder.len() {
		sides++
	}
	return sides
}

func (a *Alignment) isDoubtful(i int) bool { return a.doubtful == nil || a.doubtful[i] }

// anyDoubtful reports whether one of the old words [i, j) may be another one's copy.
func (a *Alignment) anyDoubtful(i, j int) bool {
	return a.doubtful == nil || slices.Contains(a.doubtful[i:j], true)
}

// manyWords is from how many words on one neighbour is enough.
const manyWords = 4

// silent reports whether the old words [i, j), all of which lie in run k, are surely where
// their partners are.
func (a *Alignment) silent(k, i, j int) bool {
	sides := a.besides(a.runs[k], i, j)
	if sides < 1 || sides < 2 && j-i < manyWords {
		return false
	}
	p := a.runs[k].new + i - a.runs[k].old
	if a.anyDoubtful(i, j) || !sameCapitals(a.old.slice(i, j), a.finder.slice(p, p+j-i)) {
		return false
	}
	return a.own[k] || a.soundBefore(k, i) && a.soundAfter(k, j) && a.alone(a.runs[k], i, j)
}

// taken reports whether one of the new words [p, end) is the partner of an old word other
// than [i, j).
func (a *Alignment) taken(p, end, i, j int) bool {
	return slices.ContainsFunc(a.from[p:end], func(o int32) bool { return o >= 0 && (int(o) < i || int(o) >= j) })
}

// moved returns where the old words [i, j) stand now, if they stand once in the new text
// and stood once in the old one, with the words within 32 code points on one side, and
// are no other words' partners.
func (a *Alignment) moved(q *quote, i, j int) (p int, ok bool) {
	for _, side := range [2][2]int{{q.before, 0}, {0, q.after}} {
		before, after := side[0], side[1]
		if before+after < leastContext {
			continue
		}
		seq := a.old.ids[i-before : j+after]
		at, n := a.finder.sequence(seq)
		if n != 1 {
			continue
		}
		if _, n := a.old.sequence(seq); n != 1 {
			continue
		}
		if p = at + before; a.endsWhole(i, j, p, before, after) && !a.taken(p, p+j-i, i, j) && sameCapitals(a.old.slice(i, j), a.finder.slice(p, p+j-i)) {
			return p, true
		}
	}
	return 0, false
}
