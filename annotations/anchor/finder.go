package anchor

import (
	"context"
	"slices"
	"strings"

	"sidelight/annotations"
)

// Finder finds selectors in one text, without the text in which they were made. It
// prepares the text once. It is immutable and may be used from several goroutines.
type Finder struct {
	*words
	*vocabulary
	points *CodePoints
}

// NewFinder prepares a text. When ctx ends it returns the error of ctx; the only other
// error is that of a text of more than two gigabytes.
func NewFinder(ctx context.Context, text string) (*Finder, error) {
	return newFinder(ctx, text, newVocabulary())
}

// newFinder prepares a text, the words of which get their numbers from a vocabulary that
// may have others.
func newFinder(ctx context.Context, text string, v *vocabulary) (*Finder, error) {
	w, err := divide(ctx, text, v.number)
	if err != nil {
		return nil, err
	}
	w.list(len(v.numbers))
	return &Finder{words: w, vocabulary: v, points: NewCodePoints(text)}, nil
}

// Resolve finds one selector in a text, as [Finder.Resolve] does.
func Resolve(ctx context.Context, text string, q TextQuoteSelector, position *TextPositionSelector) (Resolved, error) {
	f, err := NewFinder(ctx, text)
	if err != nil {
		return Resolved{}, err
	}
	return f.Resolve(q, position), nil
}

// mostPlaces is how many places of a quote are looked at. Words that stand more often
// than that tell nothing.
const mostPlaces = 256

// Resolve finds the place that a selector names by its words and, if there is one, by its
// position. Words are compared as in an [Alignment].
//
// It is [Kept] if the words stand there in their context, on both sides and nowhere else,
// or on one side and at the position; [Moved] if there are four words or more, which stand
// once, and the context agrees on one side; [Approximate] if a place is like the words and
// likelier than all others; else [Unanchored]. Where the words, with their context, stood
// twice in the text in which they were noted, and that place is gone which was meant, the
// other is taken for it: only an [Alignment] can tell.
func (f *Finder) Resolve(sel TextQuoteSelector, position *TextPositionSelector) Resolved {
	q := f.quoteOf(sel)
	if q.i == q.j {
		return f.marks(sel)
	}
	all, complete := f.exactly(q)
	for _, x := range all {
		if x.sides > 0 && x.same && position != nil && f.points.Position(x.span) == *position {
			return Resolved{Span: x.span, Status: Kept}
		}
	}
	if r := decide(all, complete, q.j-q.i >= manyWords); r.Status != Unanchored {
		return r
	}
	if r := f.nearly(q, nobody); r.Status == Approximate || len(all) == 0 {
		return r
	}
	return f.offered(all)
}

// decide chooses among the places at which the words of a quote stand, by their context.
// Complete says that there are no others, many that the words are many.
func decide(all []exactPlace, complete, many bool) Resolved {
	var both, one []exactPlace // the places with the context on both sides, and on one
	for _, x := range all {
		switch {
		case x.sides > 0 && x.sides+x.ends == 2:
			both = append(both, x)
		case x.sides == 1:
			one = append(one, x)
		}
	}
	likeliest, silently := all, Unanchored
	switch {
	case len(both) > 0:
		likeliest, silently = both, Kept
	case len(one) > 0:
		likeliest = one
		if len(all) == 1 && many {
			silently = Moved
		}
	case !many:
		return Resolved{Status: Unanchored}
	}
	switch {
	case len(likeliest) != 1:
		return Resolved{Status: Unanchored}
	case silently != Unanchored && complete && likeliest[0].same:
		return Resolved{Span: likeliest[0].span, Status: silently}
	}
	return Resolved{Span: likeliest[0].span, Status: Approximate}
}

// offered returns that a quote has no place, and the first places of its words, those in
// their context before others.
func (f *Finder) offered(all []exactPlace) Resolved {
	slices.SortStableFunc(all, func(a, b exactPlace) int { return b.sides - a.sides })
	r := Resolved{Status: Unanchored}
	for _, x := range all[:min(len(all), mostOffers)] {
		r.Offers = append(r.Offers, x.span)
	}
	return r
}

// mostOffers is how many places are offered.
const mostOffers = 3

// nobody says of no words that they are another's.
func nobody(int, int) bool { return false }

// exactPlace is a place at which the words of a quote stand.
type exactPlace struct {
	span  annotations.Span
	sides int  // at how many sides the context agrees
	ends  int  // at how many sides both texts end
	same  bool // the capitals are the same too
}

// exactly returns the places at which the words of a quote stand, and whether these are
// all.
func (f *Finder) exactly(q *quote) (all []exactPlace, complete bool) {
	n := q.j - q.i
	complete = true
	f.each(q.ids[q.i:q.j], func(p int) bool {
		if len(all) == mostPlaces {
			complete = false
			return false
		}
		x := exactPlace{span: f.place(q, p, p+n), same: sameCapitals(q.slice(q.i, q.j), f.slice(p, p+n))}
		switch {
		case q.Start == 0:
			x.ends += toInt(p == 0)
		case f.agreesBefore(q, p):
			x.sides++
		}
		switch {
		case q.End == len(q.text):
			x.ends += toInt(p+n == f.len())
		case f.agreesAfter(q, p+n):
			x.sides++
		}
		all = append(all, x)
		return true
	}, func() { complete = false })
	return all, complete
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// agreesBefore reports whether the words before word p are the context of a quote.
func (f *Finder) agreesBefore(q *quote, p int) bool {
	cut := q.cutBefore != ""
	if q.before == 0 && !cut {
		return false
	}
	from := p - q.before
	if from < 0 || !equal(q.ids[q.i-q.before:q.i], f.ids[from:p]) {
		return false
	}
	return !cut || from > 0 && strings.HasSuffix(f.names[f.ids[from-1]], q.cutBefore)
}

// agreesAfter reports whether the words from word p on are the context of a quote.
func (f *Finder) agreesAfter(q *quote, p int) bool {
	cut := q.cutAfter != ""
	if q.after == 0 && !cut {
		return false
	}
	to := p + q.after
	if to > f.len() || !equal(q.ids[q.j:q.j+q.after], f.ids[p:to]) {
		return false
	}
	return !cut || to < f.len() && strings.HasPrefix(f.names[f.ids[to]], q.cutAfter)
}

// quoteOf returns the quote of a selector: the words with those of the context, of which
// the first and the last may be cut.
func (f *Finder) quoteOf(sel TextQuoteSelector) *quote {
	s := sel.Prefix + sel.Exact + sel.Suffix
	w, _ := divide(context.Background(), s, f.known) // the only error is that of the context
	span := annotations.Span{Start: len(sel.Prefix), End: len(sel.Prefix) + len(sel.Exact)}
	q := &quote{words: w, Span: span}
	q.i, q.j = w.within(span)
	from, to := 0, w.len()
	if q.i > 0 && w.at[0].start == 0 {
		q.cutBefore = string(fold(nil, w.slice(0, 1)))
		from = 1
	}
	if q.j < to && int(w.at[to-1].end) == len(s) {
		q.cutAfter = string(fold(nil, w.slice(to-1, to)))
		to--
	}
	q.before, q.after = q.i-from, to-q.j
	return q
}
