package tagger

import (
	"context"

	"sidelight/annotations/annotator/found"
)

// scratch is the memory of one document's work, used again for the next.
type scratch struct {
	looks    []look
	bounds   []int32
	told     told
	body     told
	features []uint32
	scores   [][Labels]int32
	paths    paths
	labels   []Label
	margins  []int32
	votes    []vote
}

// every is after how many sentences the context is asked.
const every = 64

// read looks at all the tokens of a document.
func (s *scratch) read(ctx context.Context, x *Lexicon, d *found.Doc) error {
	s.looks = s.looks[:0]
	s.bounds = append(s.bounds[:0], 0)
	for i, n := range d.Sentences {
		if i%every == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for j := n.First; j < n.Last; j++ {
			var k look
			k.scan(d.Word(int(j)))
			k.entry = x.words.get(k.word)
			k.apart = j > n.First && d.Tokens[j].Start > d.Tokens[j-1].End
			s.looks = append(s.looks, k)
		}
		s.bounds = append(s.bounds, int32(len(s.looks)))
	}
	s.recase(d)
	s.told.reset(len(s.looks))
	for i := range d.Sentences {
		if i%every == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		sentence := s.looks[s.bounds[i]:s.bounds[i+1]]
		x.mark(sentence)
		runs(sentence)
		enrich(sentence)
	}
	s.gather(s.bounds)
	for i := range s.looks {
		if k := &s.looks[i]; k.rich == rich {
			k.doc = s.told.of(k.word)
		}
	}
	return ctx.Err()
}

// near is how far from a capital a token may be and still be in a name.
const near = 2

// enrich says how closely each token is to be looked at.
func enrich(sentence []look) {
	for i := range sentence {
		if !sentence[i].form.capital() {
			if sentence[i].form == formDigit && sentence[i].rich == narrow {
				sentence[i].rich = rich
			}
			continue
		}
		sentence[i].rich = rich
		for j := max(0, i-near); j <= min(len(sentence)-1, i+near); j++ {
			if sentence[j].rich == plain {
				sentence[j].rich = narrow
			}
		}
	}
}
