package anchor

import (
	"cmp"
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

const (
	// commonWord is how often a word stands at most that tells where a quote may stand.
	commonWord = 256
	// mostHints is how many words of a quote, the rarest, tell where it may stand.
	mostHints = 24
	// mostWindows is how many parts of the text are compared letter by letter.
	mostWindows = 6
	// mostLetters is how many letters a quote has at most that is compared so.
	mostLetters = 1 << 15
	// fewWords is up to how many words a quote has that is compared word by word.
	fewWords = 16
	// mostInWindow is how many words of the text it is compared with so.
	mostInWindow = 4 * fewWords
	// shortText is up to how many bytes a text is compared as a whole with a quote no
	// word of which it has.
	shortText = 1 << 16
)

// candidate is a place that is like the words of a quote.
type candidate struct {
	p, end        int     // the words
	alike         float64 // the share of letters that are the same
	before, after float64 // the share of the words around them that are the same
	taken         bool    // they are other words' partners
}

func (c *candidate) score() float64 { return c.alike + (c.before+c.after)/2 }

// fits reports whether a place is like enough to be proposed for a quote of so many
// letters.
func (c *candidate) fits(letters int) bool {
	switch {
	case c.taken:
		return false
	case letters >= 8 && c.alike >= 0.75, c.alike >= 0.6 && max(c.before, c.after) >= 0.5:
		return true
	}
	return min(c.before, c.after) >= 0.6 // other words in their place
}

// clearly is by how much the score of a place is above that of all others.
const clearly = 0.1

// nearly finds the place that is most like the words of a quote, for somebody to look at.
// Words that taken says to be other words' partners are offered at most.
func (f *Finder) nearly(q *quote, taken func(p, end int) bool) Resolved {
	pattern := []rune(string(fold(nil, q.slice(q.i, q.j))))
	var all []candidate
	for _, at := range f.windows(q) {
		c, ok := candidate{}, false
		switch {
		case q.j-q.i <= fewWords && at[1]-at[0] <= mostInWindow:
			c, ok = f.compareWords(q, at[0], at[1])
		case len(pattern) <= mostLetters:
			c, ok = f.compareLetters(q, pattern, at[0], at[1])
		}
		if ok && !slices.ContainsFunc(all, func(o candidate) bool { return o.p < c.end && c.p < o.end }) {
			all = append(all, c)
		}
	}
	for i := range all {
		all[i].taken = taken(all[i].p, all[i].end)
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.score(), a.score()) })
	if len(all) == 0 {
		return Resolved{Status: Unanchored}
	}
	best := all[0]
	if best.fits(len(pattern)) && (len(all) == 1 || best.score() >= all[1].score()+clearly) {
		return Resolved{Span: f.place(q, best.p, best.end), Status: Approximate}
	}
	r := Resolved{Status: Unanchored}
	for _, c := range all[:min(len(all), mostOffers)] {
		r.Offers = append(r.Offers, f.place(q, c.p, c.end))
	}
	return r
}

// slotBits says that places within four words count as one.
const slotBits = 2

// windows returns ranges of words in which a quote may stand, the likeliest first.
func (f *Finder) windows(q *quote) [][2]int {
	hints := f.hints(q)
	if len(hints) == 0 && len(f.text) <= shortText {
		return [][2]int{{0, f.len()}}
	}
	var chosen []int
	var out [][2]int
	slack := 4 + (q.j-q.i)/4
	for _, s := range f.slots(q, hints) {
		if slices.ContainsFunc(chosen, func(c int) bool { return c-1 <= s && s <= c+1 }) {
			continue
		}
		if chosen = append(chosen, s); len(chosen) > mostWindows {
			break
		}
		start := s << slotBits
		from, to := max(0, start-slack), min(f.len(), start+(1<<slotBits)+q.j-q.i+slack)
		if from < to {
			out = append(out, [2]int{from, to})
		}
	}
	return out
}

// hints returns which words of a quote and its context tell where it may stand: the
// rarest, if they are rare enough.
func (f *Finder) hints(q *quote) []int {
	var hints []int
	for k := q.i - q.before; k < q.j+q.after; k++ {
		if n := len(f.occurrences(q.ids[k])); n > 0 && n <= commonWord {
			hints = append(hints, k)
		}
	}
	slices.SortStableFunc(hints, func(a, b int) int {
		return cmp.Compare(len(f.occurrences(q.ids[a])), len(f.occurrences(q.ids[b])))
	})
	return hints[:min(len(hints), mostHints)]
}

// slots returns the slots at which a quote may begin, the likeliest first: those where
// most letters of its hints stand as far from each other as in the quote.
func (f *Finder) slots(q *quote, hints []int) []int {
	votes := make(map[int]int)
	for _, k := range hints {
		letters := len(f.names[q.ids[k]])
		if k >= q.i && k < q.j {
			letters *= 2
		}
		for _, o := range f.occurrences(q.ids[k]) {
			votes[(int(o)-k+q.i)>>slotBits] += letters
		}
	}
	slots := make([]int, 0, len(votes))
	for s := range votes {
		slots = append(slots, s)
	}
	weight := func(s int) int { return votes[s-1] + 2*votes[s] + votes[s+1] }
	slices.SortFunc(slots, func(a, b int) int { return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(a, b)) })
	return slots
}

// leastAlike is the share of letters that are the same at least at a place that is offered.
const leastAlike = 0.5

// compareWords returns the words among [from, to) that are most like those of a quote, as
// they follow each other with their context.
func (f *Finder) compareWords(q *quote, from, to int) (c candidate, ok bool) {
	from, to = max(0, from-q.before), min(f.len(), to+q.after)
	first := q.i - q.before
	words := make([]string, q.j+q.after-first)
	all := [3]int{} // letters before, in and after the quote
	part := func(k int) int { return toInt(k >= q.before) + toInt(k >= q.before+q.j-q.i) }
	for k := range words {
		words[k] = string(fold(nil, q.slice(first+k, first+k+1)))
		all[part(k)] += len(words[k])
	}
	c.p = -1
	same := [3]float64{}
	for _, l := range pairUp(words, f.named(f.ids[from:to])) {
		same[part(l.old)] += float64(len(words[l.old])) * l.alike
		if part(l.old) == 1 {
			if c.end = from + l.new + 1; c.p < 0 {
				c.p = from + l.new
			}
		}
	}
	share := func(k, words int) float64 {
		if words < leastContext {
			return 0
		}
		return same[k] / float64(all[k])
	}
	c.before, c.alike, c.after = share(0, q.before), same[1]/float64(all[1]), share(2, q.after)
	ok = c.p >= 0 && c.end-c.p <= 2*(q.j-q.i)+fewChanged
	return c, ok && (c.alike >= leastAlike || min(c.before, c.after) >= leastAlike)
}

// compareLetters returns the words among [from, to) the letters of which are most like
// those of a quote.
func (f *Finder) compareLetters(q *quote, pattern []rune, from, to int) (c candidate, ok bool) {
	span := f.span(from, to)
	found, at := lettersOf(f.text, span)
	least, end := len(pattern)+1, 0
	newMatcher(pattern).ends(found, false, func(i, d int) {
		if d < least {
			least, end = d, i+1
		}
	})
	if c.alike = 1 - float64(least)/float64(len(pattern)); c.alike < leastAlike {
		return c, false
	}
	back, start := slices.Clone(found[max(0, end-2*len(pattern)):end]), end
	slices.Reverse(back)
	reversed := slices.Clone(pattern)
	slices.Reverse(reversed)
	least = len(pattern) + 1
	newMatcher(reversed).ends(back, true, func(i, d int) {
		if d < least {
			least, start = d, end-1-i
		}
	})
	if start >= end {
		return c, false
	}
	c.p, c.end = f.within(annotations.Span{Start: at[start], End: at[end]})
	c.before = f.found(q.ids[q.i-q.before:q.i], c.p-q.before, c.p)
	c.after = f.found(q.ids[q.j:q.j+q.after], c.end, c.end+q.after)
	return c, c.p < c.end
}

// found returns the share of the words of a context that stand among the words [from, to)
// or next to them.
func (f *Finder) found(context []int32, from, to int) float64 {
	if len(context) < leastContext {
		return 0
	}
	around := f.ids[min(max(0, from-1), f.len()):max(0, min(f.len(), to+1))]
	n := 0
	for _, id := range context {
		if slices.Contains(around, id) {
			n++
		}
	}
	return float64(n) / float64(len(context))
}

// lettersOf returns what a span of a text folds to, and for each letter the byte at which
// it begins, and at last the end of the span.
func lettersOf(s string, span annotations.Span) (letters []rune, at []int) {
	var folded []byte
	for i := span.Start; i < span.End; {
		start := i
		folded, i = text.Plain.Next(folded[:0], s[:span.End], i)
		for _, r := range string(folded) {
			letters = append(letters, r)
			at = append(at, start)
		}
	}
	return letters, append(at, span.End)
}
