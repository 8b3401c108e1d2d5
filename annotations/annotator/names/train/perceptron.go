package main

import (
	"context"
	"slices"

	"sidelight/annotations/annotator/names/tagger"
)

// example is a segment with numbered features and the labels that are right.
type example struct {
	features [][]uint32
	allowed  []uint32
	document int
}

// examples are the segments of the documents.
func examples(ctx context.Context, x *tagger.Lexicon, texts []text, o *tagger.Options) ([]example, error) {
	var all []example
	for i, t := range texts {
		d := t.Divide()
		segments, err := x.Segments(ctx, d, o)
		if err != nil {
			return nil, err
		}
		bits := allowed(t, d)
		for _, s := range segments {
			e := example{s.Features, slices.Clone(bits[s.First : s.First+len(s.Features)]), i}
			if e.possible() {
				all = append(all, e)
			}
		}
	}
	return all, nil
}

// possible reports whether there is a path through the allowed labels: a name that
// reaches beyond the segment leaves none.
func (e *example) possible() bool { return tagger.Possible(e.allowed) }

// perceptron holds the weights while they are learnt: those of now, and the sum of all
// changes times the moment at which they were made, from which the mean follows.
type perceptron struct {
	now     [][tagger.Labels]int32
	sum     [][tagger.Labels]int64
	trans   tagger.Transitions
	transS  [tagger.Labels][tagger.Labels]int64
	moment  int64
	changes int
}

func (p *perceptron) update(e *example, labels []tagger.Label, by int32) {
	previous := tagger.Outside
	for i, l := range labels {
		for _, f := range e.features[i] {
			p.now[f][l] += by
			p.sum[f][l] += int64(by) * p.moment
		}
		p.trans[previous][l] += by
		p.transS[previous][l] += int64(by) * p.moment
		previous = l
	}
	p.trans[previous][tagger.Outside] += by
	p.transS[previous][tagger.Outside] += int64(by) * p.moment
}

// learn runs over the examples in an order that the seed gives.
func learn(ctx context.Context, all []example, features int, q params, seed uint64) (*perceptron, error) {
	p := &perceptron{now: make([][tagger.Labels]int32, features), sum: make([][tagger.Labels]int64, features)}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	random := generator(seed)
	var search tagger.Search
	for range q.Epochs {
		random.shuffle(order)
		p.changes = 0
		for n, at := range order {
			if n%1024 == 0 && ctx.Err() != nil {
				return nil, ctx.Err()
			}
			p.moment++
			p.step(&search, &all[at], &q)
		}
	}
	return p, nil
}

// organisation are the labels of an organisation, as bits.
const organisation = 0xF << (1 + 4*uint(tagger.Organisation))

func (p *perceptron) step(search *tagger.Search, e *example, q *params) {
	scores := search.Scores(len(e.features))
	for i, f := range e.features {
		s := &scores[i]
		for _, k := range f {
			w := &p.now[k]
			for l := range s {
				s[l] += w[l]
			}
		}
	}
	right := search.Right(&p.trans, e.allowed)
	for i := range scores {
		for l := range scores[i] {
			if e.allowed[i]&(1<<l) == 0 {
				scores[i][l] += q.Margin
			}
		}
		if e.allowed[i]&organisation != 0 {
			for l := range scores[i] {
				if e.allowed[i]&(1<<l) == 0 {
					scores[i][l] += q.Bodies
				}
			}
		}
	}
	guess := search.Guess(&p.trans)
	for i, l := range guess {
		if e.allowed[i]&(1<<l) == 0 {
			p.changes++
			p.update(e, right, 1)
			p.update(e, guess, -1)
			return
		}
	}
}

// generator is a source of numbers that is the same everywhere: SplitMix64 of Steele,
// Lea and Flood (2014).
type generator uint64

func (g *generator) next() uint64 {
	*g += 0x9E3779B97F4A7C15
	z := uint64(*g)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// shuffle is that of Fisher and Yates.
func (g *generator) shuffle(a []int) {
	for i := len(a) - 1; i > 0; i-- {
		j := int(g.next() % uint64(i+1))
		a[i], a[j] = a[j], a[i]
	}
}
