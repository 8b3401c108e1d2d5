package tagger

import (
	"context"

	"sidelight/annotations/annotator/found"
)

// Segment is a stretch of tokens of a sentence that may hold names, between tokens
// that do not.
type Segment struct {
	First    int        // the token of the document
	Features [][]uint32 // of each token
}

// Segments are the stretches of a document and their features: what is learnt from.
func (x *Lexicon) Segments(ctx context.Context, d *found.Doc, o *Options) ([]Segment, error) {
	var s scratch
	if err := s.read(ctx, x, d); err != nil {
		return nil, err
	}
	var all []Segment
	for i := range s.owner {
		base, sentence := int(s.bounds[i]), s.tokens(i)
		for from, to := range segments(sentence) {
			g := Segment{First: base + from}
			for j := from; j < to; j++ {
				g.Features = append(g.Features, describe(nil, sentence, j, d.Word(base+j), o))
			}
			all = append(all, g)
		}
	}
	return all, nil
}

// segments yields the stretches of tokens that are not plain.
func segments(sentence []look) func(yield func(from, to int) bool) {
	return func(yield func(from, to int) bool) {
		for i := 0; i < len(sentence); i++ {
			if sentence[i].rich == plain {
				continue
			}
			from := i
			for i < len(sentence) && sentence[i].rich != plain {
				i++
			}
			if !yield(from, i) {
				return
			}
		}
	}
}
