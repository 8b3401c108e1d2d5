package drawing

import (
	"math"
	"strings"
	"sync"

	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations/figure"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/typeset"
)

// fonts are the roles of type that the fonts of figures stand for.
type fonts [figure.Sign + 1]look.Role

func newFonts(r look.Roles) *fonts {
	f := r.Fonts
	return &fonts{
		figure.UI: r.UI, figure.Tab: r.Tab, figure.Strong: r.Strong, figure.Body: r.Body,
		figure.Meta: r.Meta, figure.Label: r.Section, figure.Small: r.Key,
		figure.Reading:     r.Evidence,
		figure.ReadingBold: {Font: f.Strong, Size: 15, Leading: 22},
		figure.When:        {Font: f.Strong, Size: 17, Leading: 24},
		figure.Name:        r.HoverName,
		figure.Sign:        {Font: f.Italic, Size: 14, Leading: 20},
	}
}

// of returns the role of a font; an unknown font is that of the interface.
func (f *fonts) of(font figure.Font) look.Role {
	if int(font) >= len(f) {
		font = figure.UI
	}
	return f[font]
}

// Measure measures words with the faces that draw them, each in its script and direction.
// Any number of goroutines may call it. What has been measured is remembered: a layout that
// is made again, for another width or another choice, asks for the same words.
func Measure(roles look.Roles) figure.Measure {
	f, known := newFonts(roles), widths{}
	return func(font figure.Font, text string) float32 {
		key := phrase{font, text}
		w, ok := known.find(key)
		if !ok {
			if line, ok := set(f.of(font), text); ok {
				w = line.Width
			}
			key.text = strings.Clone(text) // it may be a part of a whole article
			known.keep(key, w)
		}
		return w
	}
}

// mostWidths is how many widths are kept until those that nobody has asked for meanwhile are
// forgotten: about a megabyte of them.
const mostWidths = 1 << 12

// widths remembers how wide words are.
type widths struct {
	mu       sync.Mutex
	now, old map[phrase]float32
}

func (w *widths) find(p phrase) (float32, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if x, ok := w.now[p]; ok {
		return x, true
	}
	x, ok := w.old[p]
	if ok {
		w.add(p, x)
	}
	return x, ok
}

func (w *widths) keep(p phrase, width float32) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.add(p, width)
}

func (w *widths) add(p phrase, width float32) {
	if w.now == nil || len(w.now) >= mostWidths {
		w.now, w.old = make(map[phrase]float32), w.now
	}
	w.now[p] = width
}

// endless is a width in pixels at which no line is broken. A whole number of this size
// and 1/64 of a pixel have room in a float32.
const endless = 1 << 17

// set sets a text on one line; not ok if it has no width.
func set(role look.Role, text string) (typeset.Line, bool) {
	if text == "" {
		return typeset.Line{}, false
	}
	lines := typeset.NewText(text, 0, role.Style()).Break(endless)
	if len(lines) == 0 || !(lines[0].Width > 0) {
		return typeset.Line{}, false
	}
	return lines[0], true
}

// written is a text of a font, set.
type written struct {
	role   look.Role
	rise   float32
	pieces []typeset.Piece // from the left edge of the words
}

// writing remembers the texts of a figure and of the one before it: most of a figure
// that changes stays as it is.
type writing struct {
	fonts    *fonts
	now, old map[phrase]*written
}

type phrase struct {
	font figure.Font
	text string
}

// turn forgets the texts that the last figure but one had alone.
func (w *writing) turn() {
	if len(w.now) > 0 {
		w.now, w.old = make(map[phrase]*written, len(w.now)), w.now
	}
}

// of returns a text of a font, set.
func (w *writing) of(font figure.Font, text string) *written {
	key := phrase{font, text}
	if x, ok := w.now[key]; ok {
		return x
	}
	x, ok := w.old[key]
	if !ok {
		x = w.set(font, text)
	}
	if w.now == nil {
		w.now = make(map[phrase]*written)
	}
	w.now[key] = x
	return x
}

func (w *writing) set(font figure.Font, text string) *written {
	x := &written{role: w.fonts.of(font)}
	x.rise = prose.Rise(x.role)
	line, ok := set(x.role, text)
	if !ok {
		return x
	}
	x.pieces = line.Pieces(line.Start, line.End)
	for i := range x.pieces { // words that run from the right stand at the end of the column
		x.pieces[i].X = round64(x.pieces[i].X - line.Indent())
	}
	return x
}

// round64 returns the multiple of 1/64 that is nearest.
func round64(x float32) float32 { return float32(math.Round(float64(x)*64) / 64) }

// draw makes an object draw a piece: left is where the words begin and top the top of
// their line, in pixels.
func (w *written) draw(o *canvas.Text, p typeset.Piece, left, top float32) {
	prose.Draw(o, p, w.role, left, top+w.rise)
}
