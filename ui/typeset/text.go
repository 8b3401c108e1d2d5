package typeset

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// Style is a face at a size with a distance between baselines, in pixels.
type Style struct {
	Face     *Face
	Size     float32
	Leading  float32
	Straight bool // quotation marks are drawn as they are: in code they mean something
}

// Run is a stretch of source bytes [Start, End) that is set in another way than the
// text around it. The zero value of a field leaves it as the style has it.
type Run struct {
	Start, End int
	Face       *Face
	Size       float32 // pixels to the em
	Raise      float32 // of the baseline above that of the line, pixels
	Straight   bool    // quotation marks are drawn as they are
	After      float32 // room behind its last character for a sign, pixels
}

// Text is one paragraph, measured once, that can be broken at any width. A Text
// keeps eight bytes for each word and shares the bytes of its source; how wide a word
// is, and where the characters stand in it, is looked up in the face. A Text never
// changes, so any number of goroutines may use it.
type Text struct {
	Style  Style
	src    string
	base   int // the source offset of src
	items  []item
	runs   []Run
	rtl    bool // its first letter runs from right to left
	plain  bool // it is drawn byte for byte
	pieces []piece
}

// piece is the unit of measuring: a word with the blanks behind it, or a part of a
// very long word.
type piece struct {
	start uint32 // byte of src; the highest bits are marks
	word  uint32 // its number in the vocabulary of its item
}

// The marks of a piece: a line may begin at it, and there is room behind it.
const (
	mayBegin = 1 << 31
	hasRoom  = 1 << 30
)

func (p piece) at() int      { return int(p.start &^ (mayBegin | hasRoom)) }
func (p piece) begins() bool { return p.start&mayBegin != 0 }

// NewText measures the paragraph src, which begins at byte base of its source.
// Straight quotes are drawn curly unless the style or a run says else, line breaks as blanks, and what is obeyed rather
// than seen as a [Sign]. The runs, which ascend and are apart, change no leading.
func NewText(src string, base int, style Style, runs ...Run) *Text {
	t := &Text{Style: style, src: src, base: base, runs: runs}
	t.plain = asDrawn(src)
	t.itemize(runs)
	t.cut()
	return t
}

// Start returns the source offset of the text's first byte.
func (t *Text) Start() int { return t.base }

// End returns the source offset behind the text's last byte.
func (t *Text) End() int { return t.base + len(t.src) }

// straight reports whether a quotation mark at an index of src is drawn as it is.
func (t *Text) straight(at int) bool {
	r, ok := runAt(t.runs, at+t.base)
	return t.Style.Straight || ok && r.Straight
}

// room returns where in the bytes [a, b) of src a piece has to end because there is room
// behind it, and how much; else b.
func (t *Text) room(a, b int) (end int, width float32) {
	for _, r := range from(t.runs, a+t.base) {
		if r.End-t.base > b {
			break
		}
		if end := t.char(r.End - t.base); r.After > 0 && end > a { // else it ends within the character at a
			return end, r.After
		}
	}
	return b, 0
}

// apart reports whether there is room before the byte of src at an index.
func (t *Text) apart(at int) bool {
	runs := from(t.runs, at+t.base-1)
	return len(runs) > 0 && runs[0].End == at+t.base && runs[0].After > 0
}

// from returns those of runs, which ascend, that end behind a source byte.
func from(runs []Run, offset int) []Run {
	return runs[sort.Search(len(runs), func(i int) bool { return runs[i].End > offset }):]
}

// runAt returns the run that holds a source byte, and whether one does.
func runAt(runs []Run, offset int) (Run, bool) {
	if runs = from(runs, offset); len(runs) > 0 && runs[0].Start <= offset {
		return runs[0], true
	}
	return Run{}, false
}

// pieceAt returns the index of the piece that holds the byte of src at an index.
func (t *Text) pieceAt(at int) int {
	i := sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].at() > at })
	return max(i-1, 0)
}

// end returns the index in src at which the i-th piece ends.
func (t *Text) end(i int) int {
	if i+1 < len(t.pieces) {
		return t.pieces[i+1].at()
	}
	return len(t.src)
}

// shown returns what is drawn of the bytes [a, b) of src, which lie in the i-th item:
// for letters that no font has a sign for each character.
func (t *Text) shown(i, a, b int) string {
	if t.items[i].what != gaps {
		return t.drawn(a, b)
	}
	sign := lost
	if !t.items[i].face.covers([]rune{lost}) {
		sign = Sign
	}
	runes := []rune(t.drawn(a, b))
	var chars segmenter.Segmenter
	chars.Init(slices.Clone(runes))
	for it := chars.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		runes[g.Offset] = sign
		for i := 1; i < len(g.Text); i++ {
			runes[g.Offset+i] = unseen
		}
	}
	return string(runes)
}

// unseen is drawn in place of a rune of which nothing is to be seen.
const unseen = '\u2060'

// advance returns how wide the whole text is on one line, with the blanks at its end.
func (t *Text) advance() float32 {
	var sum float32
	for i, w := 0, t.widths(); i < len(t.pieces); i++ {
		sum += w.of(i).advance
	}
	return sum
}

// within returns the distance in pixels from the beginning of the i-th piece to the
// byte of src at an index, which lies in the piece.
func (t *Text) within(i, at int) float32 {
	start := t.pieces[i].at()
	if at <= start {
		return 0
	}
	n := 0
	for k := range t.src[start:at] {
		if !t.dropped(start + k) {
			n++
		}
	}
	var room [maxRunes + 1]float32
	x := t.pens(room[:0], i)
	return x[min(n, len(x)-1)]
}

// distance returns how far the byte b of src would stand behind the byte a on one
// line, in pixels.
func (t *Text) distance(a, b int) float32 {
	if b <= a || len(t.pieces) == 0 {
		return 0
	}
	i := t.pieceAt(a)
	x, w := -t.within(i, a), t.widths()
	for ; t.end(i) <= b && i+1 < len(t.pieces); i++ {
		x += w.of(i).advance
	}
	return x + t.within(i, b)
}

// trim returns where the bytes [a, b) of src end without the blanks at their end, and
// without what is not drawn behind these.
func (t *Text) trim(a, b int) int {
	s := strings.TrimRight(t.src[a:b], blanks)
	if r, _ := utf8.DecodeLastRuneInString(s); !ignorable(r) {
		return a + len(s)
	}
	seen := len(strings.TrimRightFunc(s, func(r rune) bool { return ignorable(r) || strings.ContainsRune(blanks, r) }))
	if i := strings.IndexAny(s[seen:], blanks); i >= 0 {
		return a + seen + i
	}
	return a + len(s)
}

// char returns where in src the character begins that holds the byte at an index. An
// index outside src gives the nearer end.
func (t *Text) char(at int) int {
	at = min(max(at, 0), len(t.src))
	for at > 0 && at < len(t.src) && !utf8.RuneStart(t.src[at]) {
		at--
	}
	return at
}
