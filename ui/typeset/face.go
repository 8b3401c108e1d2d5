package typeset

import (
	"fmt"
	"sync"

	"github.com/go-text/typesetting/font"
)

// Face measures text in one font. It has a name and the bytes of the font, as a
// toolkit asks for what it draws with: who draws with the face that has measured draws
// what was measured. Any number of goroutines may use a Face; they take turns.
type Face struct {
	name    string
	content func() []byte
	mu      sync.Mutex
	face    *font.Face
	shaper  shaper
	metrics map[float32][2]float32 // by size: every line that is drawn asks for them

	vocabularies map[writing]*vocabulary
	kept         int // bytes of all their words, about

	plain       *plainRunes
	description *font.Description // nil before it is asked for
	fallback    *Fallback         // nil: none
}

// NewFace reads a TrueType or OpenType font. No two faces may share a name.
func NewFace(name string, ttf []byte) (*Face, error) {
	f, err := parseMeasuring(ttf)
	if err != nil {
		return nil, fmt.Errorf("read the font: %w", err)
	}
	return newFace(name, f, func() []byte { return forDrawing(ttf) }), nil
}

func newFace(name string, f *font.Face, content func() []byte) *Face {
	return &Face{
		name: name, content: content, face: f,
		metrics: make(map[float32][2]float32), vocabularies: make(map[writing]*vocabulary),
		plain: newPlainRunes(f),
	}
}

// SetFallback says where to look for letters that the face does not have. It is called
// before the face is used.
func (f *Face) SetFallback(to *Fallback) { f.fallback = to }

// Name returns the name of the font, which no other face has.
func (f *Face) Name() string { return f.name }

// Content returns the bytes of a font that draws as the face measures. They may be made
// anew at each call: toolkits ask once.
func (f *Face) Content() []byte { return f.content() }

// Metrics returns the ascent above the baseline and the height of a line box, in
// pixels, at a size in pixels to the em. A line box is the rectangle that one
// drawn text fills.
func (f *Face) Metrics(size float32) (ascent, height float32) {
	f.mu.Lock()
	defer f.mu.Unlock()
	m, ok := f.metrics[size]
	if !ok {
		m[0], m[1] = f.lineBox(size)
		f.metrics[size] = m
	}
	return m[0], m[1]
}

// Width returns the advance of text in pixels at a size in pixels to the em.
func (f *Face) Width(text string, size float32) float32 {
	if text == "" {
		return 0
	}
	if !f.latin(text) {
		return NewText(text, 0, Style{Face: f, Size: size}).advance()
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.advance([]rune(text), latin, size)
}

// upem returns how many units of the font are an em.
func (f *Face) upem() int32 { return int32(f.face.Upem()) }
