package voices

import (
	"cmp"
	"slices"
	"sort"

	"sidelight/annotations/coverage"
)

// Lengths along the strip, in units of half a pixel.
const (
	unit  = 0.5 // pixels
	least = 9   // of a passage with the space behind it
	space = 3   // behind what is filled, to the next passage
)

// Piece is a stretch of the strip: a passage, or words that have no voice.
type Piece struct {
	Passage int     // its index, -1 for words without a voice
	X, W    float32 // its place in the strip, pixels; the space to the next piece is in W
	first   int     // how many words come before it
	words   int
}

// Fill is how much of the piece is filled, from its left end.
func (p Piece) Fill() float32 { return p.W - space*unit }

// Strip is the scale of a strip of the whole article: it says which words stand where.
type Strip struct {
	W      float32 // pixels
	Words  int
	Pieces []Piece // by position; nil where there is no room for each passage
	// Bins are the strip where there is no room for each passage: it is divided into
	// columns, each of which says how many of its words rest on which voice.
	Bins []Bin
}

// Bin is a column of a strip without room for each passage.
type Bin struct {
	X, W  float32
	First int // how many words come before it
	Words int // how many it stands for
	Of    [6]int
	// Passage is for each voice the index of the passage with the most words here, -1 for
	// none.
	Passage [6]int
	Count   [6]int // how many passages of the voice have words here
}

const binUnits = 6 // the width of a bin, in units

// Scale lays the article out along a strip of a width in pixels: to scale by words, but
// each passage at least 3 pixels long, with 1.5 pixels to the next one.
func (m *Model) Scale(width float32) Strip {
	s := Strip{W: float32(int(width/unit)) * unit, Words: m.Words}
	units := int(width / unit)
	pieces := m.pieces()
	if len(pieces)*least > units*4/5 {
		s.Bins = m.bins(units)
		return s
	}
	words := make([]int, len(pieces))
	for i, p := range pieces {
		words[i] = p.words
	}
	x := 0
	for i, n := range lengths(words, units) {
		pieces[i].X, pieces[i].W = float32(x)*unit, float32(n)*unit
		x += n
	}
	s.Pieces = pieces
	return s
}

// pieces divides the article into its passages and the words between them.
func (m *Model) pieces() []Piece {
	var out []Piece
	at := 0
	gap := func(to int) {
		if to > at {
			out = append(out, Piece{Passage: -1, first: at, words: to - at})
		}
	}
	for i := range m.Passages {
		p := &m.Passages[i]
		gap(p.First)
		out = append(out, Piece{Passage: i, first: p.First, words: p.Words})
		at = p.First + p.Words
	}
	gap(m.Words)
	return out
}

// lengths divides units among pieces of so many words: each gets the least length, and
// those that are longer share what is left by their words.
func lengths(words []int, units int) []int {
	order := make([]int, len(words))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(words[a], words[b]) })
	total := 0
	for _, n := range words {
		total += n
	}
	out, rest, short := make([]int, len(words)), units, 0
	for ; short < len(order); short++ {
		n := words[order[short]]
		if total > 0 && n*rest >= least*total {
			break
		}
		out[order[short]] = least
		rest, total = rest-least, total-n
	}
	long := make([]int, len(words)) // in the order of the article, so that ties go to the first
	for _, i := range order[short:] {
		long[i] = words[i]
	}
	for i, n := range coverage.Apportion(long, rest) {
		out[i] += n
	}
	return out
}

// bins counts the words of each voice in the columns of a strip.
func (m *Model) bins(units int) []Bin {
	n := max(units/binUnits, 1)
	out := make([]Bin, n)
	for i := range out {
		b := &out[i]
		b.X, b.W = float32(i*binUnits)*unit, binUnits*unit
		b.First = i * m.Words / n
		b.Words = (i+1)*m.Words/n - b.First
		for v := range b.Passage {
			b.Passage[v] = -1
		}
	}
	at := 0
	var most [6]int
	for k := range m.Passages {
		p := &m.Passages[k]
		for at < n-1 && out[at].First+out[at].Words <= p.First {
			at, most = at+1, [6]int{}
		}
		for i := at; i < n && out[i].First < p.First+p.Words; i++ {
			b := &out[i]
			words := min(b.First+b.Words, p.First+p.Words) - max(b.First, p.First)
			if words <= 0 {
				continue
			}
			if i > at {
				at, most = i, [6]int{}
			}
			b.Of[p.Voice] += words
			b.Count[p.Voice]++
			if words > most[p.Voice] {
				b.Passage[p.Voice], most[p.Voice] = k, words
			}
		}
	}
	return out
}

// At returns where a word of the article stands on the strip, in pixels from its left
// end. The word is said by how many come before it.
func (s *Strip) At(word int) float32 {
	if len(s.Pieces) == 0 {
		return s.W * float32(float64(word)/float64(max(s.Words, 1)))
	}
	i := sort.Search(len(s.Pieces), func(i int) bool { return s.Pieces[i].first > word }) - 1
	p := s.Pieces[max(i, 0)]
	if p.words == 0 {
		return p.X
	}
	// The conversion keeps processors from adding without rounding first, as some can.
	x := p.X + float32(p.W*float32(float64(min(word-p.first, p.words))/float64(p.words)))
	return float32(int(x*64+0.5)) / 64
}

// Word returns the word that stands at x pixels on the strip, by how many come before
// it.
func (s *Strip) Word(x float32) int {
	x = min(max(x, 0), s.W)
	if len(s.Pieces) == 0 {
		return min(int(float64(x)/float64(max(s.W, 1))*float64(s.Words)), max(s.Words-1, 0))
	}
	i := sort.Search(len(s.Pieces), func(i int) bool { return s.Pieces[i].X > x }) - 1
	p := s.Pieces[max(i, 0)]
	return p.first + min(int(float64(x-p.X)/float64(p.W)*float64(p.words)), max(p.words-1, 0))
}

// passageAt returns the index of the passage of a word, by how many come before it; -1
// if the word has no voice.
func (m *Model) passageAt(word int) int {
	i := sort.Search(len(m.Passages), func(i int) bool { return m.Passages[i].First > word }) - 1
	if i < 0 || word >= m.Passages[i].First+max(m.Passages[i].Words, 1) {
		return -1
	}
	return i
}
