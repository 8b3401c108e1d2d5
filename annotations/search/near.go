package search

import (
	"cmp"
	"context"
	"math/bits"
	"slices"
)

// The last search runs when the searches before it leave the reader with nothing,
// or with less than a name that is near. It leaves words of the query out and takes
// each of the others for any word of a name that is near it, whatever the rest of
// the query means. Its work grows with the records that hold a word, and no more
// than mostLooked of them are looked at one by one.
const (
	mostNear   = 16  // results
	mostLooked = 256 // records that are graded one by one
	mostWords  = 64  // words of names that one word may be taken for
	scant      = 3   // fewer results than this leave room for a name that is near
)

// wanting says what an answer leaves to be wished for.
type wanting uint8

const (
	enough  wanting = iota
	called          // a name that is called so, beside a few texts
	better          // a name that is near, before what was found
	nothing         // anything, since nothing was found
)

// wants returns what the sections of an answer leave to be wished for.
func wants(sections []Section) wanting {
	if len(sections) == 0 {
		return nothing
	}
	total, named := 0, false
	for _, s := range sections {
		total += s.Total
		named = named || s.Group == Names || s.Group == Commands
	}
	switch {
	case tierOf(sections[0].Results[0].Score) > nearName:
		return better
	case !named && total < scant:
		return called
	}
	return enough
}

// nearby adds to the sections of an answer the section of what is near.
func (x *Index) nearby(ctx context.Context, r request, only Group, found []Section) ([]Section, error) {
	w := wants(found)
	if w == enough || len(r.text) == 0 || len(r.text) > mostGuessedWords {
		return found, nil
	}
	l := x.loosen(r, w)
	if l.idle {
		return found, nil
	}
	best, err := l.search(ctx, only, w)
	if err != nil || len(best) == 0 {
		return found, err
	}
	s := Section{Group: x.groupAt(best[0]), Close: true, Total: len(best), Results: make([]Result, len(best))}
	writer := writer{x: x, q: &l.query, loose: l}
	for i, r := range best {
		s.Results[i] = writer.result(r)
	}
	found = slices.DeleteFunc(found, func(s Section) bool { return s.Close }) // a name leads to those texts
	found = without(found, s.Results)
	found = append(found, s)
	slices.SortStableFunc(found, func(a, b Section) int { return cmp.Compare(b.Results[0].Score, a.Results[0].Score) })
	return found, nil
}

// without returns the sections without some results, and without those sections that
// this leaves empty: what is near is listed once.
func without(sections []Section, results []Result) []Section {
	for i := range sections {
		s := &sections[i]
		n := len(s.Results)
		s.Results = slices.DeleteFunc(s.Results, func(r Result) bool {
			return slices.ContainsFunc(results, func(o Result) bool { return o.Type == r.Type && o.ID == r.ID })
		})
		s.Total -= n - len(s.Results)
	}
	return slices.DeleteFunc(sections, func(s Section) bool { return len(s.Results) == 0 })
}

// loosened is a query whose words may be left out.
type loosened struct {
	query
	x      *Index
	needed []*looseTerm
	total  int // the value of a record that holds all terms which a name holds
}

// looseTerm is a term that a record may hold or lack.
type looseTerm struct {
	*term
	words   map[string]*form // single words that it may be guessed to mean
	names   bitset           // the records that hold it in a name as it was typed
	guessed bitset           // those that hold a guess at it in a name
	texts   bitset           // those that hold it anywhere as it was typed
	weight  int              // the rarer in names, the larger; 0 in none
	must    bool             // it cannot be left out: it is a phrase, or written like a filter
}

// The value of a term of weight 1 in a record.
const (
	asTypedValue = 4
	guessValue   = 3
)

// loosen understands a query word by word and looks each word up.
func (x *Index) loosen(r request, w wanting) *loosened {
	b := loosely
	if w == called {
		b = byEnd
	}
	l := &loosened{query: x.understand(r, b), x: x}
	none := newBitset(x.places)
	for i := range l.terms {
		t := &l.terms[i]
		if t.optional {
			continue
		}
		o := &looseTerm{term: t, words: make(map[string]*form), must: l.closed[t.forms[0].text] || l.keyed[t.forms[0].text]}
		typed, guessed := x.noHolders(true), holders{none, none, true}
		for j := range t.forms {
			f := &t.forms[j]
			into := typed
			if f.isGuess() {
				if len(o.words) == 0 {
					guessed.names, guessed.texts = newBitset(x.places), newBitset(x.places)
				}
				into = guessed
				o.words[f.text] = f
			}
			x.formHolders(into, f)
		}
		o.names, o.guessed, o.texts = typed.names, guessed.names, typed.texts
		o.texts.or(o.names)
		if n := o.names.union(o.guessed); n > 0 {
			o.weight = 1 + bits.Len(uint(x.places/n))
		}
		l.total += asTypedValue * o.weight
		l.needed = append(l.needed, o)
	}
	return l
}

// union returns how many records are in b or o.
func (b bitset) union(o bitset) int {
	n := 0
	for i := range b {
		n += bits.OnesCount64(b[i] | o[i])
	}
	return n
}

// search returns the ranks of what is near, best first.
func (l *loosened) search(ctx context.Context, only Group, w wanting) ([]rank, error) {
	h := &heap{}
	for _, place := range l.likeliest(l.nameValue) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		l.grade(place, only, h, func(d *doc, k kept) bool {
			return d.isName() && (k.full() || k.called || w == nothing && k.firm && 3*k.count() >= len(k.terms))
		})
	}
	if h.total == 0 && w == nothing {
		for _, place := range l.likeliest(l.textValue) {
			l.grade(place, only, h, func(d *doc, _ kept) bool { return !d.isName() })
		}
	}
	h.cut()
	return h.best[:min(len(h.best), mostNear)], ctx.Err()
}

// grade adds a record to the best, if it passes the filters and fits.
func (l *loosened) grade(place int, only Group, into *heap, fits func(*doc, kept) bool) {
	segment, record := l.x.at(place)
	d := &record
	if only != 0 && d.typeOf().Group() != only || !l.passes(segment, d) {
		return
	}
	if k := l.keeps(place); fits(d, k) {
		into.add(d.rank(l.gradeOf(k), place))
	}
}

// likeliest returns the places of the records of the greatest values, at most
// mostLooked and none of less than half of the greatest. Value returns 0 for a
// record that is not to be looked at.
func (l *loosened) likeliest(value func(place int) int) []int {
	var places, values []int
	most := 1
	any := l.holders()
	for i, block := range any {
		for ; block != 0; block &= block - 1 {
			place := i*64 + bits.TrailingZeros64(block)
			v := value(place)
			if 2*v < most {
				continue
			}
			most = max(most, v)
			places, values = append(places, place), append(values, v)
		}
	}
	counts := make([]int, most+1) // of the records of each value
	for _, v := range values {
		counts[v]++
	}
	least, n := most, counts[most]
	for least > 1 && 2*(least-1) >= most && n+counts[least-1] <= mostLooked {
		least--
		n += counts[least]
	}
	var out []int
	for i, v := range values {
		if v >= least && len(out) < mostLooked {
			out = append(out, places[i])
		}
	}
	return out
}

// holders returns the records that hold a term.
func (l *loosened) holders() bitset {
	any := newBitset(l.x.places)
	for _, t := range l.needed {
		any.or(t.texts)
		any.or(t.guessed)
	}
	return any
}

// nameValue is the larger the more of the query the names of a record hold.
func (l *loosened) nameValue(place int) int {
	v := 0
	for _, t := range l.needed {
		switch {
		case t.names.has(place):
			v += asTypedValue * t.weight
		case t.guessed.has(place):
			v += guessValue * t.weight
		case t.must:
			return 0
		}
	}
	return v
}

// textValue is the number of terms that a record holds as they were typed, if that
// is more than one and more than half of them.
func (l *loosened) textValue(place int) int {
	n := 0
	for _, t := range l.needed {
		if t.texts.has(place) {
			n++
		} else if t.must {
			return 0
		}
	}
	if n < 2 || 2*n <= len(l.needed) {
		return 0
	}
	return n
}
