package tagger

import (
	"context"

	"sidelight/annotations/annotator/found"
)

// scratch is the memory of one document's work, used again for the next.
type scratch struct {
	looks    []look
	bounds   []int32 // where each part begins, and the end: a sentence, or the opening of a report and what follows
	owner    []int32 // the sentence of each part
	opening  []bool  // whether the part is the opening of a report
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
	s.bounds, s.owner, s.opening = append(s.bounds[:0], 0), s.owner[:0], s.opening[:0]
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
		if n := datelineOf(s.looks[n.First:]); n > 0 {
			s.part(i, int(d.Sentences[i].First)+n, true)
		}
		s.part(i, len(s.looks), false)
	}
	s.recase(x, d)
	s.told.reset(len(s.looks))
	for i := range s.owner {
		if i%every == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		sentence := s.tokens(i)
		x.mark(sentence)
		runs(sentence)
		enrich(sentence)
	}
	s.gather()
	for i := range s.looks {
		if k := &s.looks[i]; k.rich == rich {
			k.doc = s.told.of(k.word)
		}
	}
	return ctx.Err()
}

// part ends a part of a sentence at a token.
func (s *scratch) part(sentence, end int, opening bool) {
	s.bounds = append(s.bounds, int32(end))
	s.owner = append(s.owner, int32(sentence))
	s.opening = append(s.opening, opening)
}

// tokens are the tokens of a part.
func (s *scratch) tokens(part int) []look { return s.looks[s.bounds[part]:s.bounds[part+1]] }

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
