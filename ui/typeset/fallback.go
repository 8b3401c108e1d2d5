package typeset

import (
	"fmt"
	"io"
	"log"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Fallback finds faces for letters that a face does not have: first among faces that
// the program brings along, then among the fonts of the system. It may be used by any
// number of goroutines; they take turns.
type Fallback struct {
	mu     sync.Mutex
	load   func() (faces []*Face, emoji *Face)
	loaded bool
	own    []*Face
	emoji  *Face // for what is to be drawn as a picture; nil: none

	useSystem bool
	fonts     *fontscan.FontMap // nil before they are needed, and where there are none
	system    map[font.FontID]*Face
	found     map[want][]*Face // the system's faces that have been found
	nobody    map[rune]bool    // no font has these
}

// want is what a face of the system should look like.
type want struct {
	script language.Script
	aspect font.Aspect
	family string
}

// NewFallback makes a fallback to the faces that load returns, one of which may hold
// pictures of emoji. It is called when a letter is first missing.
func NewFallback(load func() (faces []*Face, emoji *Face)) *Fallback {
	return &Fallback{load: load, system: map[font.FontID]*Face{}, found: map[want][]*Face{}, nobody: map[rune]bool{}}
}

// UseSystem lets the fallback look among the fonts of the system. Their index is read,
// and if need be made, when a letter is first missing.
func (b *Fallback) UseSystem() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.useSystem = true
}

// find returns a face that has all letters of a character in a script and comes near
// to the face like, or nil.
func (b *Fallback) find(character []rune, script language.Script, like *Face) *Face {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.loadOwn()
	w := like.wants(script)
	if w.family == fontscan.Serif && script.Strong() { // the program's other faces have none
		if f := b.ofSystem(character, w); f != nil {
			return f
		}
	}
	for _, f := range b.own {
		if f.covers(character) {
			return f
		}
	}
	if b.emoji != nil && b.emoji.covers(character) {
		return b.emoji
	}
	return b.ofSystem(character, w)
}

// picture returns the face that draws a character as a picture, or nil.
func (b *Fallback) picture(character []rune) *Face {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.loadOwn()
	if b.emoji == nil || !b.emoji.covers(character) {
		return nil
	}
	return b.emoji
}

func (b *Fallback) loadOwn() {
	if !b.loaded && b.load != nil {
		b.own, b.emoji = b.load()
	}
	b.loaded = true
}

// emojiSelector asks for the rune before it to be drawn as a picture.
const emojiSelector = '\ufe0f'

// ofSystem returns a face of the system, as find does.
func (b *Fallback) ofSystem(character []rune, w want) *Face {
	if !b.useSystem || slices.ContainsFunc(character, func(r rune) bool { return b.nobody[r] }) {
		return nil
	}
	for _, f := range b.found[w] {
		if f.covers(character) {
			return f
		}
	}
	if b.fonts == nil {
		b.fonts = fontscan.NewFontMap(log.New(io.Discard, "", 0))
		if b.fonts.UseSystemFonts("") != nil {
			b.useSystem = false
			return nil
		}
	}
	b.fonts.SetQuery(fontscan.Query{Families: families(w), Aspect: w.aspect})
	b.fonts.SetScript(w.script)
	for _, r := range character {
		if ignorable(r) {
			continue
		}
		if f := b.face(b.fonts.ResolveFace(r)); f != nil && f.covers(character) {
			b.found[w] = append(b.found[w], f)
			return f
		}
	}
	if len(character) == 1 {
		b.nobody[character[0]] = true
	}
	return nil
}

// face returns the face of a font of the system; nil for none.
func (b *Fallback) face(f *font.Face) *Face {
	if f == nil {
		return nil
	}
	at := b.fonts.FontLocation(f.Font)
	if at.File == "" {
		return nil
	}
	if known, ok := b.system[at]; ok {
		return known
	}
	// Fyne keeps what it has measured by the name of the font.
	face := newFace(fmt.Sprintf("%s#%d", at.File, at.Index), f, func() []byte { return readFont(at) })
	b.system[at] = face
	return face
}

// wants returns what a font that stands in for the face has to look like.
func (f *Face) wants(script language.Script) want {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.description == nil {
		d := f.face.Describe()
		f.description = &d
	}
	w := want{script, f.description.Aspect, fontscan.SansSerif}
	if strings.Contains(font.NormalizeFamily(f.description.Family), fontscan.Serif) {
		w.family = fontscan.Serif
	}
	return w
}

// covers reports whether the face has a glyph for each rune that is drawn. A tab is not.
func (f *Face) covers(character []rune) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, r := range character {
		if _, ok := f.face.NominalGlyph(r); !ok && r != '\t' && !ignorable(r) {
			return false
		}
	}
	return true
}

// ignorable reports whether a rune is not drawn but says how others are.
func ignorable(r rune) bool { return r >= 0xad && harfbuzz.IsDefaultIgnorable(r) }
