package tagger

import (
	"context"

	"sidelight/annotations/annotator/found"
)

// Find finds the names of a document, in order and without crossing. It ends with the
// context's error soon after the context ends.
func (m *Model) Find(ctx context.Context, d *found.Doc) ([]found.Name, error) {
	if len(d.Tokens) == 0 {
		return nil, ctx.Err()
	}
	s := m.pool.Get().(*scratch)
	defer m.pool.Put(s)
	names, err := m.find(ctx, s, d)
	if err != nil {
		return nil, err
	}
	return m.report(d, s, names), nil
}

func (m *Model) find(ctx context.Context, s *scratch, d *found.Doc) ([]name, error) {
	if err := s.read(ctx, m.lexicon, d); err != nil {
		return nil, err
	}
	var names []name
	for i := range s.owner {
		if i%every == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		names = m.findIn(names, s, d, i)
	}
	if !m.options.NoAgreement {
		names = m.agree(s, d, names)
	}
	return names, nil
}

// how says by what a name came to its class.
type how uint8

const (
	seen    how = iota // the search for the best labels
	agreed             // other places of the document
	certain            // a list that decides
	hows    = 3
)

// name is a name on its way through the passes.
type name struct {
	part        int32 // of a sentence
	first, last int32 // tokens of the document
	class       Class
	margin      int32
	key         uint32 // the hash of its words
	fixed       bool   // the class is certain
	how         how
}

func (m *Model) findIn(names []name, s *scratch, d *found.Doc, i int) []name {
	base, sentence := int(s.bounds[i]), s.tokens(i)
	for from, to := range segments(sentence) {
		m.label(s, d, sentence, base, from, to)
		for j := 0; j < to-from; j++ {
			l := s.labels[j]
			if l == Outside {
				continue
			}
			n := name{int32(i), int32(base + from + j), int32(base + from + j + 1), l.class(), s.margins[j], 0, false, seen}
			for l.open() && j+1 < to-from {
				j++
				l = s.labels[j]
				n.last++
				n.margin = min(n.margin, s.margins[j])
			}
			names = append(names, n)
		}
	}
	return names
}

// label finds the best labels of a segment, and their margins if there is a name.
func (m *Model) label(s *scratch, d *found.Doc, sentence []look, base, from, to int) {
	s.scores = s.scores[:0]
	for j := from; j < to; j++ {
		s.features = describe(s.features[:0], sentence, j, d.Word(base+j), &m.options)
		s.scores = append(s.scores, [Labels]int32{})
		m.weights.score(s.features, &s.scores[j-from])
	}
	if n := to - from; cap(s.labels) < n {
		s.labels, s.margins = make([]Label, n), make([]int32, n)
	}
	s.labels, s.margins = s.labels[:to-from], s.margins[:to-from]
	top := s.paths.best(s.scores, &m.transitions, nil, s.labels)
	for _, l := range s.labels {
		if l != Outside {
			s.paths.margin(s.scores, &m.transitions, top, s.labels, s.margins)
			return
		}
	}
}

func (m *Model) report(d *found.Doc, s *scratch, names []name) []found.Name {
	out := make([]found.Name, 0, len(names))
	for _, n := range names {
		out = append(out, found.Name{
			Span: d.Span(int(n.first), int(n.last)), First: int(n.first), Last: int(n.last),
			Kind: n.class.Kind(), Score: m.scale.of(&n), Ground: s.ground(d, &n),
		})
	}
	return out
}
