package typeset

import (
	"bytes"
	"encoding/binary"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// vocabulary is the words of texts, shaped by a face in one writing. A word is known by
// its number, and kept as its clusters; what these measure at a size is a [sized]. Nearly
// every word of a text has come before, and its clusters are a few hundred: so text in
// another size is measured without shaping a word. The lock of the face guards all of it.
type vocabulary struct {
	writing
	face *Face

	numbers  map[string]uint32
	kerned   map[kernedWord]uint32
	pairs    map[pair]uint32
	known    map[cluster]uint32
	clusters []cluster
	rows     []byte // the numbers of the clusters of all words, as varints, in the order in which they are read
	words    []word
	kerns    []kern // the first one is none
	sizes    map[float32]*sized
}

// cluster is the glyphs that stand for some runes together.
type cluster struct {
	glyph        // the first one
	more  uint32 // one behind the number of the cluster with the other glyphs; 0: there are none
	runes uint8
	inner uint64 // a bit for each rune that goes on with a character: it cannot be pointed at
	tab   bool   // a tab: it has no glyph
}

// row is which bytes of the rows of a vocabulary some clusters are.
type row struct {
	from uint32
	n    uint16
}

// word is a word, or a part of one.
type word struct {
	from  uint32 // with n, its row
	n     uint16
	ink   uint8  // its runes without blanks at the end
	blank uint32 // the kern before these blanks
	after uint32 // the kern between its last rune and that behind it
}

// kern is by how much two runes together are wider than each for itself.
type kern struct{ both, a, b row }

// pair is two runes that follow each other.
type pair struct{ a, b rune }

// kernedWord is a word before a rune that has it moved.
type kernedWord struct{ word, kern uint32 }

// A face remembers words of keptBytes in all, each of which takes wordBytes beside its
// letters: some 36,000. A book has about thirty thousand different words. A face that
// knows too many begins again; the words that texts refer to stay with these.
const (
	keptBytes  = 4 << 20
	wordBytes  = 100
	keptSizes  = 16
	tabEms     = 2 // how wide a tab is; in lines of any width there are no stops
	maxRunes   = 64
	pieceBytes = maxRunes // of a piece: longer words are measured in parts
)

// in returns the face at a size in pixels to the em, in a writing.
func (f *Face) in(w writing, size float32) *sized {
	f.mu.Lock()
	defer f.mu.Unlock()
	v, ok := f.vocabularies[w]
	if !ok {
		v = &vocabulary{
			writing: w, face: f, numbers: make(map[string]uint32), kerned: make(map[kernedWord]uint32),
			pairs: make(map[pair]uint32), known: make(map[cluster]uint32), kerns: make([]kern, 1), sizes: make(map[float32]*sized),
		}
		f.vocabularies[w] = v
	}
	return v.at(size)
}

// forget has the face begin again. The caller holds the lock.
func (f *Face) forget() {
	for _, v := range f.vocabularies {
		v.forget()
	}
	clear(f.vocabularies)
	f.kept = 0
}

// forget has a word that comes again get another number. The caller holds the lock.
func (v *vocabulary) forget() {
	v.numbers, v.kerned = make(map[string]uint32), make(map[kernedWord]uint32)
}

// number returns the number of a word, which has at most maxRunes runes.
func (v *vocabulary) number(text string) uint32 {
	v.face.mu.Lock()
	defer v.face.mu.Unlock()
	if n, ok := v.numbers[text]; ok {
		return n
	}
	if v.face.kept > keptBytes {
		v.face.forget()
		v.forget() // it may be one that the face has forgotten before
	}
	runes := []rune(text)
	ink := utf8.RuneCountInString(strings.TrimRight(text, blanks))
	r := v.row(runes...)
	w := word{from: r.from, n: r.n, ink: uint8(ink)} //nolint:gosec // at most maxRunes
	if ink > 0 && ink < len(runes) {
		w.blank = v.kern(runes[ink-1], runes[ink]) // the blank draws nothing nearer where it is not drawn
	}
	n := v.add(w)
	v.numbers[strings.Clone(text)] = n // a copy: text is a part of a whole article
	v.face.kept += wordBytes + len(text) + int(w.n)
	return n
}

// before returns the number of a word of a number whose last rune, a, stands before b.
func (v *vocabulary) before(n uint32, a, b rune) uint32 {
	v.face.mu.Lock()
	defer v.face.mu.Unlock()
	key := kernedWord{n, v.kern(a, b)}
	if key.kern == 0 {
		return n
	}
	k, ok := v.kerned[key]
	if !ok {
		w := v.words[n]
		w.after = key.kern
		k = v.add(w)
		v.kerned[key] = k
		v.face.kept += wordBytes
	}
	return k
}

func (v *vocabulary) add(w word) uint32 {
	v.words = append(v.words, w)
	return uint32(len(v.words) - 1) //nolint:gosec // fewer than the bytes of a text
}

// kern returns the number of the kern between two runes, 0 if there is none.
func (v *vocabulary) kern(a, b rune) uint32 {
	if a == '\t' || b == '\t' {
		return 0
	}
	n, ok := v.pairs[pair{a, b}]
	if ok {
		return n
	}
	begin := len(v.rows)
	k := kern{v.row(a, b), v.row(a), v.row(b)}
	if bytes.Equal(v.rows[k.both.from:][:k.both.n], v.rows[k.a.from:]) {
		v.rows = v.rows[:begin]
	} else {
		n = uint32(len(v.kerns)) //nolint:gosec // fewer than words
		v.kerns = append(v.kerns, k)
	}
	v.pairs[pair{a, b}] = n
	v.face.kept += wordBytes
	return n
}

// of returns the numbers of the clusters of a row.
func (v *vocabulary) of(r row) iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for left := v.rows[r.from:][:r.n]; len(left) > 0; {
			c, n := binary.Uvarint(left)
			if !yield(uint32(c)) { //nolint:gosec // as it was put
				return
			}
			left = left[n:]
		}
	}
}

// row shapes runes and adds their clusters.
func (v *vocabulary) row(runes ...rune) row {
	begin, inner := len(v.rows), innerRunes(runes)
	for from := 0; from < len(runes); from++ {
		to := from
		for to < len(runes) && runes[to] != '\t' {
			to++
		}
		v.shape(runes[from:to], inner>>from)
		if to < len(runes) {
			v.put(cluster{tab: true, runes: 1})
		}
		from = to
	}
	return row{uint32(begin), uint16(len(v.rows) - begin)} //nolint:gosec // see maxRunes
}

// shape adds the clusters of runes without tabs; inner is that of [cluster] for all of them.
func (v *vocabulary) shape(runes []rune, inner uint64) {
	if len(runes) == 0 {
		return
	}
	out := v.face.shape(runes, v.writing, v.face.upem())
	put := func(c cluster, from, to int) {
		c.runes = uint8(to - from) //nolint:gosec // see maxRunes
		c.inner = inner >> from & (1<<(to-from) - 1)
		v.put(c)
	}
	var c cluster
	at := 0 // the rune with which c begins
	for i := range out.Info {
		k := i
		if v.rtl { // they stand as they are drawn
			k = len(out.Info) - 1 - i
		}
		if from := out.Info[k].Cluster; from > at {
			put(c, at, from)
			c, at = cluster{}, from
		}
		g := v.face.glyph(out, k)
		switch {
		case g == (glyph{}):
		case c.glyph == (glyph{}):
			c.glyph = g
		default:
			c.more = v.cluster(cluster{glyph: g, more: c.more}) + 1
		}
	}
	put(c, at, len(runes))
}

func (v *vocabulary) put(c cluster) {
	v.rows = binary.AppendUvarint(v.rows, uint64(v.cluster(c)))
}

// cluster returns the number of a cluster.
func (v *vocabulary) cluster(c cluster) uint32 {
	n, ok := v.known[c]
	if !ok {
		n = uint32(len(v.clusters)) //nolint:gosec // fewer than runes
		v.clusters = append(v.clusters, c)
		v.known[c] = n
	}
	return n
}

// innerRunes returns a bit for each of up to maxRunes runes that goes on with a character:
// all of the width of a character belongs to its first rune.
func innerRunes(runes []rune) (inner uint64) {
	if !slices.ContainsFunc(runes, func(r rune) bool { return r >= 0x300 }) {
		return 0
	}
	var chars segmenter.Segmenter
	chars.Init(slices.Clone(runes))
	for it := chars.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		for i := 1; i < len(g.Text); i++ {
			inner |= 1 << (g.Offset + i)
		}
	}
	return inner
}
