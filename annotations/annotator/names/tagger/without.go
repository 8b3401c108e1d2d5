package tagger

import (
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// Without is a model whose lists do not hold some names: what it then finds of them it
// has found by their surroundings.
func (m *Model) Without(names []string) *Model {
	x := &Lexicon{words: m.lexicon.words, phrases: m.lexicon.phrases}
	x.words.values, x.phrases.values = slices.Clone(x.words.values), slices.Clone(x.phrases.values)
	for _, n := range names {
		d := found.DivideText(n, []annotations.Span{{Start: 0, End: len(n)}})
		sequence := uint32(0)
		for i := range d.Tokens {
			sequence = join(sequence, Hash(d.Word(i)))
		}
		keys := []uint32{sequence}
		if len(d.Tokens) == 1 {
			keys = append(keys, join(capitals, Hash(n)))
			if i := x.words.find(Hash(n)); x.words.keys[i] != 0 {
				x.words.values[i].bits &^= isFirst | isCountry | isNation
			}
		}
		for _, k := range keys {
			if i := x.phrases.find(k); x.phrases.keys[i] != 0 {
				x.phrases.values[i] &= prefix
			}
		}
	}
	w := &Model{lexicon: x, weights: m.weights, transitions: m.transitions, scale: m.scale, options: m.options}
	w.pool.New = m.pool.New
	return w
}
