package typeset

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// Face measures text in one font. Any number of goroutines may use a Face; they
// take turns.
type Face struct {
	mu      sync.Mutex
	face    *font.Face
	shaper  shaping.HarfbuzzShaper
	metrics map[float32][2]float32       // by size: every line that is drawn asks for them
	words   map[float32]map[string]*word // by size
	kept    int                          // bytes of all words, about
	kerns   map[pair]float32
}

// NewFace reads a TrueType or OpenType font.
func NewFace(ttf []byte) (*Face, error) {
	f, err := font.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		return nil, fmt.Errorf("read the font: %w", err)
	}
	return &Face{face: f, metrics: make(map[float32][2]float32), words: make(map[float32]map[string]*word), kerns: make(map[pair]float32)}, nil
}

// Metrics returns the ascent above the baseline and the height of a line box, in
// pixels, at a size in pixels to the em. A line box is the rectangle that one
// drawn text fills.
func (f *Face) Metrics(size float32) (ascent, height float32) {
	f.mu.Lock()
	defer f.mu.Unlock()
	m, ok := f.metrics[size]
	if !ok {
		b := f.shape([]rune{' '}, size).LineBounds
		m = [2]float32{pixels(b.Ascent), pixels(b.LineThickness())}
		f.metrics[size] = m
	}
	return m[0], m[1]
}

// Width returns the advance of text in pixels at a size in pixels to the em.
func (f *Face) Width(text string, size float32) float32 {
	if text == "" {
		return 0
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return pixels(f.shape([]rune(text), size).Advance)
}

// word is a word, or a part of one, as measured.
type word struct {
	x     []float32 // the pen position before each rune, and after the last
	inked float32   // the width without blanks at the end
}

func (w *word) advance() float32 { return w.x[len(w.x)-1] }

// A face remembers words of keptBytes in all, each of which takes wordBytes beside
// its characters. A book has some thirty thousand different words, half of that;
// the words of a text with more are measured again.
const (
	keptBytes = 8 << 20
	wordBytes = 100
)

// word measures a word once for each size and remembers it: nearly every word of
// a text has come before. The runes of a ligature get equal shares of its width.
func (f *Face) word(text string, size float32) *word {
	f.mu.Lock()
	defer f.mu.Unlock()
	words := f.words[size]
	if w, ok := words[text]; ok {
		return w
	}
	runes := []rune(text)
	w := &word{x: make([]float32, len(runes)+1)}
	// Each glyph adds to the rune that its cluster begins with, and each rune
	// to the next: first widths in x[i+1], then their running sum.
	for _, g := range f.shape(runes, size).Glyphs {
		share := pixels(g.Advance) / float32(max(g.RunesCount(), 1))
		for i := range max(g.RunesCount(), 1) {
			w.x[g.TextIndex()+i+1] += share
		}
	}
	for i := 1; i < len(w.x); i++ {
		w.x[i] += w.x[i-1]
	}
	w.inked = w.x[utf8.RuneCountInString(strings.TrimRight(text, blanks))]
	f.keep(strings.Clone(text), size, w) // a copy: text is a part of a whole article
	return w
}

// keep remembers a word. If that is too much, it forgets all others, of all sizes.
func (f *Face) keep(text string, size float32, w *word) {
	f.kept += wordBytes + len(text) + 4*len(w.x)
	if f.kept > keptBytes {
		clear(f.words)
		f.kept = 0
	}
	words := f.words[size]
	if words == nil {
		words = make(map[string]*word)
		f.words[size] = words
	}
	words[text] = w
}

// pair is two characters that follow each other, at a size.
type pair struct {
	a, b rune
	size float32
}

// kern returns the kerning between two characters in pixels: by how much their
// width together differs from the sum of their widths.
func (f *Face) kern(a, b rune, size float32) float32 {
	f.mu.Lock()
	defer f.mu.Unlock()
	k, ok := f.kerns[pair{a, b, size}]
	if !ok {
		width := func(runes ...rune) float32 { return pixels(f.shape(runes, size).Advance) }
		k = width(a, b) - width(a) - width(b)
		f.kerns[pair{a, b, size}] = k
	}
	return k
}

// shape runs the shaper over runes. The caller holds the lock.
func (f *Face) shape(runes []rune, size float32) shaping.Output {
	return f.shaper.Shape(shaping.Input{
		Text: runes, RunEnd: len(runes),
		Direction: di.DirectionLTR, Face: f.face, Size: fixed.Int26_6(size * 64),
		Script: language.Latin, Language: "en",
	})
}

func pixels(v fixed.Int26_6) float32 { return float32(v) / 64 }
