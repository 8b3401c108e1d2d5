package anchor_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/text"
)

// then makes another change to a text that has been changed.
func (t *traced) then(change func(old string, r *rand.Rand) *traced, r *rand.Rand) *traced {
	u := change(string(t.text), r)
	for i, from := range u.from {
		if from >= 0 {
			u.from[i] = t.from[from]
		}
	}
	return &traced{old: t.old, text: u.text, from: u.from}
}

func sentences(s string) (all []annotations.Span) {
	for _, p := range paragraphs(s) {
		for a, b := range text.Sentences(s[p.Start:p.End]) {
			all = append(all, annotations.Span{Start: p.Start + a, End: p.Start + b})
		}
	}
	return all
}

// steps are changes of which several are made to one text.
func steps() (all []func(old string, r *rand.Rand) *traced) {
	for _, c := range changes {
		all = append(all, func(old string, r *rand.Rand) *traced {
			made := c.make(old, r)
			return made[r.IntN(len(made))]
		})
	}
	return append(all, sentenceMoved, sentenceDeleted, wordsDeleted)
}

func sentenceDeleted(old string, r *rand.Rand) *traced {
	all := sentences(old)
	x := all[r.IntN(len(all))]
	t := &traced{old: old}
	t.keep(0, x.Start)
	t.keep(x.End, len(old))
	return t
}

func sentenceMoved(old string, r *rand.Rand) *traced {
	all := sentences(old)
	i, j := r.IntN(len(all)), r.IntN(len(all))
	x, to := all[i], all[j].Start
	t := &traced{old: old}
	switch {
	case to < x.Start:
		t.keep(0, to)
		t.keep(x.Start, x.End)
		t.put(" ", -1, -1)
		t.keep(to, x.Start)
		t.keep(x.End, len(old))
	default:
		t.keep(0, x.Start)
		t.keep(min(x.End, to), to)
		t.keep(x.Start, x.End)
		t.put(" ", -1, -1)
		t.keep(max(x.End, to), len(old))
	}
	return t
}

func wordsDeleted(old string, r *rand.Rand) *traced {
	t := &traced{old: old}
	end := 0
	for a, b := range text.Parts(old) {
		t.keep(end, a)
		if r.IntN(20) > 0 {
			t.keep(a, b)
		}
		end = b
	}
	t.keep(end, len(old))
	return t
}

// Of several changes to one text too no note comes out in the wrong place without a word.
func TestCombined(t *testing.T) {
	all := steps()
	for name, source := range texts(t) {
		for seed := range uint64(30) {
			r := rand.New(rand.NewPCG(seed, 5))
			changed := trace(source)
			for range 1 + r.IntN(4) {
				changed = changed.then(all[r.IntN(len(all))], r)
			}
			a, err := anchor.NewAlignment(context.Background(), changed.old, string(changed.text))
			if err != nil {
				t.Fatal(err)
			}
			var y tally
			for i, span := range noted(changed.old) {
				if i%3 > 0 {
					continue
				}
				if got := a.Resolve(span); y.count(changed, span, got) {
					want, _ := changed.truth(span)
					t.Errorf("%s, seed %d: %q is silently (%v) at %q, byte %d, not %d", name, seed, changed.old[span.Start:span.End],
						got.Status, changed.text[got.Span.Start:got.Span.End], got.Span.Start, want.Start)
				}
			}
			if y.all > 0 && float64(y.right) < 0.9*float64(y.all) {
				t.Errorf("%s, seed %d: %v", name, seed, &y)
			}
		}
	}
}
