package anchor_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"sidelight/annotations/anchor"
)

// Without the old text, a note that is put somewhere without a question is in the right
// place too. How many are is less: nobody can say which of two equal words was meant.
func TestFinderTable(t *testing.T) {
	for name, source := range texts(t) {
		for _, c := range changes {
			t.Run(name+"/"+c.name, func(t *testing.T) {
				var y tally
				for _, changed := range c.make(source, rand.New(rand.NewPCG(1, 2))) {
					f, err := anchor.NewFinder(context.Background(), string(changed.text))
					if err != nil {
						t.Fatal(err)
					}
					for i, span := range noted(changed.old) {
						if i%3 > 0 {
							continue // it takes long enough
						}
						position := anchor.Position(changed.old, span)
						r := f.Resolve(anchor.InContext(changed.old, span), &position)
						if y.count(changed, span, r) {
							t.Errorf("%q is silently (%v) at %q, byte %d", changed.old[span.Start:span.End], r.Status, changed.text[r.Span.Start:r.Span.End], r.Span.Start)
						}
					}
				}
				t.Log(&y)
				if least := 0.9; float64(y.right) < least*float64(y.all) {
					t.Errorf("%d of %d are right, want %v of them", y.right, y.all, least)
				}
			})
		}
	}
}
