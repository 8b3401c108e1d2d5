package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
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
	kernBytes = 40 // of a pair of letters
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
	// First widths in x[i+1], then their running sum.
	for from := 0; from < len(runes); from++ {
		to := from
		for to < len(runes) && runes[to] != '\t' {
			to++
		}
		m.widths(w.x[from+1:], runes[from:to])
		if to < len(runes) {
			w.x[to+1] = tabEms * m.size
		}
		from = to
	}
	for i := 1; i < len(w.x); i++ {
		w.x[i] += w.x[i-1]
	}
	joinCharacters(w.x, runes)
	n := utf8.RuneCountInString(strings.TrimRight(text, blanks))
	w.inked = w.x[n]
	if n > 0 && n < len(runes) && runes[n] != '\t' { // the blank draws nothing nearer where it is not drawn
		w.inked -= m.kerning(runes[n-1], runes[n])
	}
	m.keep(strings.Clone(text), w) // a copy: text is a part of a whole article
	return w
}

// tabEms is how wide a tab is, in em. There are no stops: in a text that is set in
// lines of any width they would say nothing.
const tabEms = 2

// widths adds to x the width of each of some runes. Each glyph adds to the rune that its
// cluster begins with.
func (m *measurer) widths(x []float32, runes []rune) {
	if len(runes) == 0 {
		return
	}
	for _, g := range m.face.shape(runes, m.setting).Glyphs {
		share := pixels(g.Advance) / float32(max(g.RunesCount(), 1))
		for i := range max(g.RunesCount(), 1) {
			x[g.TextIndex()+i] += share
		}
	}
}

// joinCharacters gives all of the width of a character of several runes to the first
// of them: the others cannot be pointed at.
func joinCharacters(x []float32, runes []rune) {
	if !slices.ContainsFunc(runes, func(r rune) bool { return r >= 0x300 }) {
		return
	}
	var chars segmenter.Segmenter
	chars.Init(runes)
	for it := chars.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		end := g.Offset + len(g.Text)
		for i := g.Offset + 1; i < end; i++ {
			x[i] = x[end]
		}
	}
}

// keep remembers a word. If that is too much, the face forgets all others, of all
// settings.
func (m *measurer) keep(text string, w *word) {
	m.face.grow(wordBytes + len(text) + 4*len(w.x))
	m.words[text] = w
}

// grow makes room for so many bytes more.
func (f *Face) grow(bytes int) {
	f.kept += bytes
	if f.kept > keptBytes {
		for _, other := range f.settings {
			clear(other.words)
			clear(other.kerns)
		}
		f.kept = 0
	}
}

// pair is two characters that follow each other.
type pair struct{ a, b rune }

// kern returns the kerning between two characters in pixels: by how much their
// width together differs from the sum of their widths.
func (m *measurer) kern(a, b rune) float32 {
	m.face.mu.Lock()
	defer m.face.mu.Unlock()
	return m.kerning(a, b)
}

// kerning is kern for a caller who holds the lock of the face.
func (m *measurer) kerning(a, b rune) float32 {
	if a == '\t' || b == '\t' {
		return 0
	}
	k, ok := m.kerns[pair{a, b}]
	if !ok {
		width := func(runes ...rune) float32 { return pixels(m.face.shape(runes, m.setting).Advance) }
		k = width(a, b) - width(a) - width(b)
		m.face.grow(kernBytes)
		m.kerns[pair{a, b}] = k
	}
	return k
}
