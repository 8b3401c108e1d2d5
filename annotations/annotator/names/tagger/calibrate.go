package tagger

import (
	"cmp"
	"context"
	"slices"

	"sidelight/annotations/annotator/found"
)

// Judged is a name that was found in a text that was not learnt from, and whether its
// span and class are right.
type Judged struct {
	how    how
	class  Class
	margin int32
	right  bool
}

// Misc reports whether the name is none of a person, an organisation or a place.
func (j Judged) Misc() bool { return j.class == Misc }

// Judge finds the names of a document and asks about each whether it is right.
func (m *Model) Judge(ctx context.Context, d *found.Doc, right func(found.Name) bool) ([]Judged, error) {
	s := new(scratch)
	names, err := m.find(ctx, s, d)
	if err != nil {
		return nil, err
	}
	var all []Judged
	for i, n := range m.report(d, s, names) {
		all = append(all, Judged{names[i].how, names[i].class, names[i].margin, right(n)})
	}
	return all, nil
}

// binLeast is how many names a step of the scale stands for at least.
const binLeast = 30

// Calibrate fits the probabilities of the scores to names that were judged: isotonic
// regression by pooling adjacent violators (Ayer and others 1955) over bins of names in
// the order of their margins, in whole numbers.
func (m *Model) Calibrate(judged []Judged) {
	for h := range how(hows) {
		for c := range Class(Classes) {
			var of []Judged
			for _, j := range judged {
				if j.class == c && j.how == h {
					of = append(of, j)
				}
			}
			if len(of) < binLeast {
				of = nil
				for _, j := range judged {
					if j.how == h {
						of = append(of, j)
					}
				}
			}
			m.scale[h][c] = steps(of)
		}
	}
}

type bin struct{ right, all, margin int64 }

func steps(of []Judged) []step {
	slices.SortStableFunc(of, func(a, b Judged) int { return cmp.Compare(a.margin, b.margin) })
	var bins []bin
	for i := 0; i < len(of); {
		size := max(binLeast, len(of)/20)
		if len(of)-i < 2*size {
			size = len(of) - i
		}
		var b bin
		for _, j := range of[i : i+size] {
			b.all++
			b.margin += int64(j.margin)
			if j.right {
				b.right++
			}
		}
		i += size
		bins = append(bins, b)
		for n := len(bins); n > 1 && bins[n-1].right*bins[n-2].all <= bins[n-2].right*bins[n-1].all; n-- {
			bins[n-2] = bin{bins[n-2].right + bins[n-1].right, bins[n-2].all + bins[n-1].all, bins[n-2].margin + bins[n-1].margin}
			bins = bins[:n-1]
		}
	}
	out := make([]step, len(bins))
	for i, b := range bins {
		// One right and one wrong more: no name is found for certain (Laplace 1774).
		out[i] = step{int32(b.margin / b.all), int32((b.right + 1) * 10000 / (b.all + 2))}
	}
	return out
}

// Calibrated gives a model the scale of another.
func (m *Model) Calibrated(by *Model) { m.scale = by.scale }
