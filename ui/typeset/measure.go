package typeset

import (
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"
)

// setting is a way in which a face sets words.
type setting struct {
	size   float32 // pixels to the em
	script language.Script
	rtl    bool // from right to left
}

// latin is the setting of Latin words at a size.
func latin(size float32) setting { return setting{size: size, script: language.Latin} }

// languageOf returns the language for which a script is shaped: English where it can
// be, else the one that the script is mostly used for. It is the one that Fyne takes.
func languageOf(s language.Script) language.Language {
	english, _ := language.NewLangID("en")
	if english.UseScript(s) {
		return "en"
	}
	if id := language.ScriptToLang[s]; id != 0 {
		return id.Language()
	}
	return "en"
}

// measurer measures words of a face in one setting.
type measurer struct {
	setting
	face  *Face
	words map[string]*word
	kerns map[pair]float32
}

// in returns the face in a setting.
func (f *Face) in(s setting) *measurer {
	f.mu.Lock()
	defer f.mu.Unlock()
	m, ok := f.settings[s]
	if !ok {
		m = &measurer{s, f, make(map[string]*word), make(map[pair]float32)}
		f.settings[s] = m
	}
	return m
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

// word measures a word once and remembers it: nearly every word of a text has come
// before. The runes of a ligature get equal shares of its width.
func (m *measurer) word(text string) *word {
	m.face.mu.Lock()
	defer m.face.mu.Unlock()
	if w, ok := m.words[text]; ok {
		return w
	}
	runes := []rune(text)
	w := &word{x: make([]float32, len(runes)+1)}
	// Each glyph adds to the rune that its cluster begins with, and each rune
	// to the next: first widths in x[i+1], then their running sum.
	for _, g := range m.face.shape(runes, m.setting).Glyphs {
		share := pixels(g.Advance) / float32(max(g.RunesCount(), 1))
		for i := range max(g.RunesCount(), 1) {
			w.x[g.TextIndex()+i+1] += share
		}
	}
	for i := 1; i < len(w.x); i++ {
		w.x[i] += w.x[i-1]
	}
	w.inked = w.x[utf8.RuneCountInString(strings.TrimRight(text, blanks))]
	m.keep(strings.Clone(text), w) // a copy: text is a part of a whole article
	return w
}

// keep remembers a word. If that is too much, the face forgets all others, of all
// settings.
func (m *measurer) keep(text string, w *word) {
	f := m.face
	f.kept += wordBytes + len(text) + 4*len(w.x)
	if f.kept > keptBytes {
		for _, other := range f.settings {
			clear(other.words)
		}
		f.kept = 0
	}
	m.words[text] = w
}

// pair is two characters that follow each other.
type pair struct{ a, b rune }

// kern returns the kerning between two characters in pixels: by how much their
// width together differs from the sum of their widths.
func (m *measurer) kern(a, b rune) float32 {
	m.face.mu.Lock()
	defer m.face.mu.Unlock()
	k, ok := m.kerns[pair{a, b}]
	if !ok {
		width := func(runes ...rune) float32 { return pixels(m.face.shape(runes, m.setting).Advance) }
		k = width(a, b) - width(a) - width(b)
		m.kerns[pair{a, b}] = k
	}
	return k
}
