package main

import (
	"strings"

	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/names/gold"
	"sidelight/annotations/annotator/names/tagger"
)

// either are the labels of a token of a text that does not mark names of other kinds:
// outside, or any label of such a name.
const either = 1<<tagger.Outside | 0xF<<(1+4*uint(tagger.Misc))

// allowed are the labels that each token of a document may have, as bits: mostly one.
func allowed(t text, d *found.Doc) []uint32 {
	bits := make([]uint32, len(d.Tokens))
	for i := range bits {
		bits[i] = 1 << tagger.Outside
		if t.noMisc {
			bits[i] = either
		}
	}
	for _, n := range t.Names {
		n, c, ok := convention(t.Text, n)
		if !ok {
			continue
		}
		first, last := d.TokenFrom(n.Start), d.TokenFrom(n.End-1)+1
		if first >= last || last > len(d.Tokens) || d.SentenceOf(first) != d.SentenceOf(last-1) {
			continue
		}
		for i := first; i < last; i++ {
			bits[i] = 1 << tagger.LabelOf(c, i-first, last-first)
		}
	}
	return bits
}

// convention brings the names of all corpora to one convention: as they are measured,
// and nationalities are names of other kinds.
func convention(text string, n gold.Name) (gold.Name, tagger.Class, bool) {
	c, ok := tagger.ClassOf(n.Kind)
	if !ok || n.End <= n.Start {
		return n, 0, false
	}
	n = gold.Trim(text, n)
	if n.End <= n.Start {
		return n, 0, false
	}
	if c != tagger.Person && tagger.Nationality(strings.TrimSpace(text[n.Start:n.End])) {
		c = tagger.Misc
	}
	return n, c, true
}
