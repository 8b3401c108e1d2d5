package numbers

import (
	"cmp"
	"context"
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// How sure a number is, by the rule that found it.
const (
	sureMoney    = 0.97 // a sign or a name of a currency stands beside it
	surePercent  = 0.97
	sureMeasure  = 0.94
	sureAge      = 0.94
	sureCounted  = 0.92 // a word in the plural follows
	sureShare    = 0.88 // "a third of", "one in five"
	sureHedged   = 0.86 // nothing follows, but a hedge stands before
	sureGrouped  = 0.84 // nothing beside it, but written as an amount: "1,200"
	sureBare     = 0.72 // digits alone
	sureSpelled  = 0.62 // a word alone: "killing three"
	sureForeign  = 0.72 // digits alone, or before a word that is not read, in another language
	ctxEvery     = 256  // sentences between two looks at the context
	mostLook     = 6    // tokens of what is counted
	mostDigits   = 15   // of a number; longer rows of digits are identifiers
	mostUnspaced = 6    // digits of a number without a separator and without a unit
)

// Find finds the numbers of an article, in order of position. No two of them overlap,
// and none overlaps a date. It ends with the context's error soon after the context
// ends.
func Find(ctx context.Context, d *found.Doc, dates []found.Date) ([]found.Number, error) {
	r := newReader(d, dates)
	for i, s := range d.Sentences {
		if i%ctxEvery == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		if err := r.sentence(ctx, s); err != nil {
			return nil, err
		}
	}
	return r.all, nil
}

// reader walks over the sentences of a document.
type reader struct {
	d       *found.Doc
	text    string
	tokens  []found.Token
	region  region
	english bool
	// language is the first subtag of the language's tag, in lower case.
	language string

	dates []found.Date // in order of position
	date  int          // the first date that may end behind the token that is read

	here  found.Sentence
	floor int // the first token that is no part of an earlier number
	limit int // the token behind the last that a number may have here
	all   []found.Number
}

func newReader(d *found.Doc, dates []found.Date) *reader {
	byStart := func(a, b found.Date) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	}
	if !slices.IsSortedFunc(dates, byStart) {
		dates = slices.Clone(dates)
		slices.SortStableFunc(dates, byStart)
	}
	language := primary(d.Language)
	return &reader{
		d: d, text: d.Text, tokens: d.Tokens, dates: dates, region: regionOf(d.Language),
		english: language == "en" || language == "", language: language,
	}
}

// sentence adds the numbers of a sentence.
func (r *reader) sentence(ctx context.Context, s found.Sentence) error {
	r.here, r.floor = s, int(s.First)
	for i := int(s.First); i < int(s.Last); {
		if !begins[r.text[r.tokens[i].Start]] {
			i++
			continue
		}
		if i&4095 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		if end := r.dated(i); end > i {
			i, r.floor = end, end
			continue
		}
		n, next, ok := r.at(i)
		if ok {
			r.all = append(r.all, n)
			r.floor = next
		}
		i = max(next, i+1)
	}
	return nil
}

// dated returns the token behind the date that a token is part of, and otherwise i. It
// sets the limit to the next date.
func (r *reader) dated(i int) int {
	t := r.tokens[i]
	for r.date < len(r.dates) && r.dates[r.date].End <= int(t.Start) {
		r.floor = max(r.floor, r.d.TokenFrom(r.dates[r.date].End-1)+1) // its words are no hedge
		r.date++
	}
	r.limit = int(r.here.Last)
	if r.date == len(r.dates) {
		return i
	}
	d := r.dates[r.date]
	if d.Start < int(t.End) {
		return min(max(r.d.TokenFrom(d.End-1)+1, i+1), int(r.here.Last))
	}
	if d.Start < int(r.tokens[r.limit-1].End) {
		r.limit = max(min(r.limit, r.d.TokenFrom(d.Start)), i+1)
	}
	return i
}

// at reads the number that begins with a token. It returns the token at which to go
// on, which is the one given if nothing that looks like a number begins there.
func (r *reader) at(i int) (n found.Number, next int, ok bool) {
	a, ok := r.amount(i)
	if !ok {
		return n, i, false
	}
	if r.barred(&a) {
		return n, a.last, false
	}
	x := reading{amount: a, first: a.first, last: a.last}
	r.measure(&x)
	r.extend(&x)
	r.hedge(&x)
	if !r.counts(&x) {
		return n, max(a.last, x.core), false
	}
	return r.number(&x), x.last, true
}

// reading is a number with what belongs to it.
type reading struct {
	amount
	first, last int // tokens, half-open
	core        int // the token behind the number and its unit
	unit        string
	counted     string
	hedge       string
	class       class
	direct      bool // what is counted stands right behind the number
}

// class is the rule by which a number was recognised.
type class uint8

const (
	bare class = iota
	money
	percent
	measured
	aged
	counting
	share
)

// number is the hand-over form of a reading.
func (r *reader) number(x *reading) found.Number {
	return found.Number{
		Span:  annotations.Span{Start: int(r.tokens[x.first].Start), End: int(r.tokens[x.last-1].End)},
		Value: x.value, High: x.high, Unit: x.unit, Counted: x.counted, Hedge: x.hedge,
		Score: r.score(x),
	}
}

// score is how sure a reading is.
func (r *reader) score(x *reading) float32 {
	switch x.class {
	case money:
		return sureMoney
	case percent:
		return surePercent
	case measured:
		return sureMeasure
	case aged:
		return sureAge
	case share:
		return sureShare
	case counting:
		return sureCounted
	}
	switch {
	case !r.english:
		return sureForeign
	case x.hedge != "":
		return sureHedged
	case x.grouped || x.scaled:
		return sureGrouped
	case x.digits:
		return sureBare
	}
	return sureSpelled
}
