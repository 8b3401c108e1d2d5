package tagger

import (
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// NewLexicon is a lexicon with the words that were written by hand.
func NewLexicon() *Lexicon {
	x := &Lexicon{words: newTable[entry](1 << 17), phrases: newTable[listBits](1 << 17)}
	for _, h := range handWords {
		for _, w := range strings.Fields(h.words) {
			x.words.at(Hash(w)).bits |= h.bit
		}
	}
	for _, w := range strings.Fields(nations) {
		x.words.at(Hash(w)).bits |= isNation
		x.AddName("nation", w)
	}
	for _, w := range strings.Split(strings.ReplaceAll(countryAliases, "\n", ""), "|") {
		x.AddName("country", w)
	}
	for _, w := range strings.Split(strings.ReplaceAll(regions, "\n", ""), "|") {
		x.AddName("region", w)
	}
	return x
}

// AddWord adds the clusters of a word, each counted from 0.
func (x *Lexicon) AddWord(word string, c64, c256, c1024 int) {
	e := x.words.at(Hash(word))
	if e.c64 == 0 {
		e.c64, e.c256, e.c1024 = uint16(c64+1), uint16(c256+1), uint16(c1024+1)
	}
}

// AddName adds a name to one of the lists.
func (x *Lexicon) AddName(list, name string) {
	l := 0
	for l < lists && listNames[l] != list {
		l++
	}
	d := found.DivideText(name, []annotations.Span{{Start: 0, End: len(name)}})
	n := len(d.Tokens)
	if l == lists || n == 0 || n > longest {
		return
	}
	if n == 1 && allCapitals(name) {
		*x.phrases.at(join(capitals, Hash(name))) |= 1 << l
		return
	}
	if n == 1 {
		x.addBits(l, Hash(name))
	}
	sequence := uint32(0)
	for i := range n {
		sequence = join(sequence, Hash(d.Word(i)))
		if i < n-1 {
			*x.phrases.at(sequence) |= prefix
		}
	}
	*x.phrases.at(sequence) |= 1 << l
}

func (x *Lexicon) addBits(l int, word uint32) {
	switch l {
	case listFirst:
		x.words.at(word).bits |= isFirst
	case listCountry:
		x.words.at(word).bits |= isCountry
	}
}

func allCapitals(s string) bool {
	var k look
	k.scan(s)
	return k.form == formCapital || k.form == formInitial
}

var nationalities = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range strings.Fields(nations) {
		m[Hash(w)] = true
	}
	return m
}()

// Nationality reports whether a word is an adjective of a country or people, or the
// name of its people.
func Nationality(word string) bool { return nationalities[Hash(word)] }
