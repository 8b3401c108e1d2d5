package typeset

import (
	"slices"
	"sort"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
)

// lost is drawn for a letter that no font has.
const lost = '□'

// item is a stretch of a text that is drawn by one face in one script and direction.
// It ends where the next begins.
type item struct {
	*sized
	start int     // byte of src
	raise float32 // of the baseline, pixels
	level uint8   // of UAX #9: odd ones run from right to left
	what  kind
}

// kind is what stands in an item.
type kind uint8

const (
	words kind = iota
	gaps       // letters that no font has: a sign stands for each
)

// itemize divides the text into items, at its runs and where the script, the direction
// or the face changes.
func (t *Text) itemize(runs []Run) {
	t.rtl = rightToLeft(t.src)
	c := itemizers.Get().(*itemizer)
	c.Text, c.runs = t, runs
	if t.isLatin(0, len(t.src), runs) {
		c.latin(0, len(t.src))
	} else {
		c.divide()
	}
	c.Text, c.runs = nil, nil
	itemizers.Put(c)
	if len(t.items) == 0 {
		t.items = []item{{sized: t.Style.Face.in(latin, t.Style.Size)}}
	}
	t.items = slices.Clip(t.items)
}

// isLatin reports whether the bytes [a, b) of src are Latin letters and signs which
// the faces of the text and of its runs have, and run from left to right.
func (t *Text) isLatin(a, b int, runs []Run) bool {
	if t.rtl || !t.Style.Face.latin(t.src[a:b]) {
		return false
	}
	for _, r := range from(runs, a+t.base) {
		from, to := max(t.char(r.Start-t.base), a), min(t.char(r.End-t.base), b)
		if from >= b {
			break
		}
		if r.Face != nil && from < to && !r.Face.latin(t.src[from:to]) {
			return false
		}
	}
	return true
}

// blankBefore returns the byte behind the last blank in the bytes [from, to) of src,
// which are fewer than all, or else where its last character begins.
func (t *Text) blankBefore(from, to int) int {
	for i := to - 1; i > from; i-- {
		if t.src[i] == ' ' || t.src[i] == '\n' {
			return i + 1
		}
	}
	return max(PreviousCluster(t.src, t.char(to)), t.char(from+chunkBytes/2))
}

// itemizer divides a text.
type itemizer struct {
	*Text
	runs  []Run
	runes []rune // what is drawn of the chunk at hand
	at    []int  // where in src each of them begins, and where the last ends
	scan  shaping.Segmenter
	chars segmenter.Segmenter
	han   language.Script // of the language for whose readers Han letters are drawn
}

// itemizers are kept for the next text: most texts are short.
var itemizers = sync.Pool{New: func() any { return new(itemizer) }}

// divide appends all items, chunk by chunk, so that it takes little memory.
func (c *itemizer) divide() {
	for from := 0; from < len(c.src); {
		to := len(c.src)
		if to-from > chunkBytes {
			to = c.blankBefore(from, from+chunkBytes)
		}
		if c.isLatin(from, to, c.runs) {
			c.latin(from, to)
		} else {
			c.chunk(from, to)
		}
		from = to
	}
}

// latin appends the items of the bytes [a, b) of src, which are Latin.
func (c *itemizer) latin(a, b int) {
	c.stretches(a, b, func(from, _ int, r Run) {
		face, size := c.dress(r)
		c.add(item{sized: face.in(latin, size), start: from, raise: r.Raise})
	})
}

// chunk appends the items of the bytes [a, b) of src.
func (c *itemizer) chunk(a, b int) {
	c.read(a, b)
	levels := levels(c.runes, c.rtl)
	level := func(i int) uint8 {
		if levels == nil {
			return 0
		}
		return levels[i]
	}
	i := 0
	c.stretches(a, b, func(_, to int, r Run) {
		for i < len(c.runes) && c.at[i] < to {
			j := i + 1
			for j < len(c.runes) && c.at[j] < to && level(j) == level(i) {
				j++
			}
			c.scripts(i, j, level(i), r)
			i = j
		}
	})
}

// read takes in what is drawn of the bytes [a, b) of src.
func (c *itemizer) read(a, b int) {
	c.runes, c.at, c.han = c.runes[:0], c.at[:0], language.Han
	prev := c.before(a)
	for k := range c.src[a:b] {
		r, ok := c.draws(a+k, prev)
		if !ok {
			continue
		}
		c.runes, c.at, prev = append(c.runes, r), append(c.at, a+k), r
		switch {
		case r < 0x1100:
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			c.han = language.Hiragana
		case c.han == language.Han && unicode.Is(unicode.Hangul, r):
			c.han = language.Hangul
		}
	}
	c.at = append(c.at, b)
}

// stretches calls do for each stretch of the bytes [a, b) of src that is set as a run
// is, or as none is.
func (c *itemizer) stretches(a, b int, do func(from, to int, r Run)) {
	for _, r := range from(c.runs, a+c.base) {
		from, to := max(c.char(r.Start-c.base), a), min(c.char(r.End-c.base), b)
		if from >= b {
			break
		}
		if from >= to {
			continue
		}
		if a < from {
			do(a, from, Run{})
		}
		do(from, to, r)
		a = to
	}
	if a < b {
		do(a, b, Run{})
	}
}

// dress returns the face and the size of a run.
func (t *Text) dress(r Run) (*Face, float32) {
	face, size := t.Style.Face, t.Style.Size
	if r.Face != nil {
		face = r.Face
	}
	if r.Size > 0 {
		size = r.Size
	}
	return face, size
}

// add appends an item, unless it goes on as the one before it.
func (c *itemizer) add(x item) {
	if n := len(c.items) - 1; n >= 0 {
		if c.items[n].goesOn(&x) && !c.apart(x.start) {
			return
		}
	}
	c.items = append(c.items, x)
}

// goesOn reports whether what is set as x can follow in the item.
func (i *item) goesOn(x *item) bool {
	return i.face == x.face && i.writing == x.writing && i.size == x.size &&
		i.raise == x.raise && i.level == x.level && i.what == x.what
}

// scripts appends the items of the runes [i, j), which have one level: one for each
// script and face.
func (c *itemizer) scripts(i, j int, level uint8, r Run) {
	face, size := c.dress(r)
	x := item{start: c.at[i], raise: r.Raise, level: level}
	set := writing{language.Latin, level%2 == 1}
	if script, one := onlyScript(c.runes[i:j]); one {
		if script != language.Common || level > 0 {
			set.script = script
		}
		c.faces(i, j, face, set, size, x)
		return
	}
	in := shaping.Input{Text: c.runes, RunStart: i, RunEnd: j, Face: face.face, Direction: di.DirectionLTR}
	if level%2 == 1 {
		in.Direction = di.DirectionRTL
	}
	for _, s := range c.scan.Split(in, oneFace{face.face}) {
		set.script = s.Script
		c.faces(s.RunStart, s.RunEnd, face, set, size, x)
	}
}

// onlyScript returns the script of runes of which no two belong to different scripts,
// and whether they are that.
func onlyScript(runes []rune) (script language.Script, one bool) {
	script = language.Common
	for _, r := range runes {
		switch s := language.LookupScript(r); {
		case !s.Strong() || s == script:
		case script == language.Common:
			script = s
		default:
			return script, false
		}
	}
	return script, true
}

// oneFace lets a segmenter leave the face as it is.
type oneFace struct{ face *font.Face }

// ResolveFace returns the face.
func (o oneFace) ResolveFace(rune) *font.Face { return o.face }

// faces appends the items of the runes [i, j), which have one script: one for each
// face. A character is drawn by one face if any face has all of it.
func (c *itemizer) faces(i, j int, like *Face, set writing, size float32, x item) {
	var face *Face
	put := func(at int, to *Face, what kind) {
		face, x.what = to, what
		x.sized, x.start = to.in(set, size), c.at[at]
		c.add(x)
	}
	if !slices.Contains(c.runes[i:j], emojiSelector) && like.covers(c.runes[i:j]) {
		put(i, like, words)
		return
	}
	c.chars.Init(c.runes[i:j])
	for it := c.chars.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		at, character := i+g.Offset, g.Text
		if follows(character) && (face != nil && x.what == words && face.covers(character)) {
			continue
		}
		f := c.faceFor(character, set.script, like)
		switch {
		case f == face && f != nil && x.what == words:
		case f != nil:
			put(at, f, words)
		case len(character) == 1:
			to, what := c.sign(like)
			put(at, to, what)
		default:
			for k := range character {
				if f := c.faceFor(character[k:k+1], set.script, like); f != nil {
					put(at+k, f, words)
				} else {
					to, what := c.sign(like)
					put(at+k, to, what)
				}
			}
		}
	}
}

// follows reports whether a character is drawn by the face of the one before it:
// blanks, and what is not drawn.
func follows(character []rune) bool {
	return !slices.ContainsFunc(character, func(r rune) bool { return !unicode.IsSpace(r) && !ignorable(r) })
}

// faceFor returns the face that draws a character in place of another, which is that
// other if it has the character; nil if no font has it.
func (c *itemizer) faceFor(character []rune, script language.Script, like *Face) *Face {
	if b := like.fallback; b != nil && slices.Contains(character, emojiSelector) {
		if f := b.picture(character); f != nil {
			return f
		}
	}
	if like.covers(character) || follows(character) {
		return like
	}
	if like.fallback == nil {
		return nil
	}
	if script == language.Han {
		script = c.han
	}
	return like.fallback.find(character, script, like)
}

// sign returns the face that draws the sign for letters that no font has.
func (c *itemizer) sign(like *Face) (*Face, kind) {
	if f := c.faceFor([]rune{lost}, language.Common, like); f != nil {
		return f, gaps
	}
	return like, gaps
}

// itemAt returns the index of the item that holds the byte of src at an index.
func (t *Text) itemAt(at int) int {
	if len(t.items) == 1 {
		return 0
	}
	i := sort.Search(len(t.items), func(i int) bool { return t.items[i].start > at })
	return max(i-1, 0)
}

// itemEnd returns the index in src at which the i-th item ends.
func (t *Text) itemEnd(i int) int {
	if i+1 < len(t.items) {
		return t.items[i+1].start
	}
	return len(t.src)
}

// latin reports whether a text is all Latin letters, figures and signs that the face
// has and that run from left to right: what needs no dividing.
func (f *Face) latin(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] < utf8.RuneSelf {
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !f.plain.has(r) && !obeyed(r) {
			return false
		}
		i += n - 1
	}
	return true
}
