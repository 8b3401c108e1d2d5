package typeset

import (
	"sort"
	"strings"

	"github.com/go-text/typesetting/segmenter"
)

// Style is a face at a size with a distance between baselines, in pixels.
type Style struct {
	Face    *Face
	Size    float32
	Leading float32
}

// Run is a stretch of source bytes [Start, End) that is set in another face.
type Run struct {
	Start, End int
	Face       *Face
}

// Text is one paragraph, shaped once, that can be broken at any width.
type Text struct {
	Style  Style
	runes  []rune    // as drawn
	at     []int     // the source offset of each rune, and of the end
	x      []float32 // the pen position before each rune, and after the last
	breaks []int     // the runes at which a line may begin, ascending, and the end
}

// NewText shapes the paragraph src, which begins at byte base of its source.
// Straight quotes are drawn curly and line breaks as blanks. The runs, ascending and apart, are set in
// faces of their own, at the size and leading of style.
func NewText(src string, base int, style Style, runs ...Run) *Text {
	t := &Text{Style: style, runes: make([]rune, 0, len(src)), at: make([]int, 0, len(src)+1)}
	for i, r := range src {
		if r == '\n' {
			r = ' ' // a line broken by hand is broken anew
		} else if r == '\r' && strings.HasPrefix(src[i+1:], "\n") {
			continue
		}
		t.runes = append(t.runes, r)
		t.at = append(t.at, base+i)
	}
	t.at = append(t.at, base+len(src))
	curl(t.runes)
	t.x = t.shape(runs)
	t.breaks = lineBreaks(t.runes)
	return t
}

// shape measures the text face by face.
func (t *Text) shape(runs []Run) []float32 {
	if len(runs) == 0 {
		return t.Style.Face.advances(t.runes, t.Style.Size)
	}
	x := make([]float32, 1, len(t.runes)+1)
	add := func(to int, face *Face) {
		from, pen := len(x)-1, x[len(x)-1]
		for _, a := range face.advances(t.runes[from:max(from, to)], t.Style.Size)[1:] {
			x = append(x, pen+a)
		}
	}
	for _, r := range runs {
		add(t.rune(r.Start), t.Style.Face)
		add(t.rune(r.End), r.Face)
	}
	add(len(t.runes), t.Style.Face)
	return x
}

// lineBreaks are the rune indices at which UAX #14 lets a line begin, without
// the first rune and with the end of the text.
func lineBreaks(runes []rune) []int {
	var seg segmenter.Segmenter
	seg.Init(runes)
	var out []int
	for it := seg.LineIterator(); it.Next(); {
		l := it.Line()
		out = append(out, l.Offset+len(l.Text))
	}
	return out
}

// Start is the source offset of the first byte.
func (t *Text) Start() int { return t.at[0] }

// End is the source offset after the last byte.
func (t *Text) End() int { return t.at[len(t.at)-1] }

// rune returns the index of the rune that holds the source byte at offset,
// limited to the text.
func (t *Text) rune(offset int) int {
	i := sort.SearchInts(t.at, offset+1) - 1
	return min(max(i, 0), len(t.runes))
}

// Line is one line of a text. Its bytes [Start, End) take in the blanks at its
// end, its width does not.
type Line struct {
	Start, End int     // source bytes, half-open
	Width      float32 // pixels, without blanks at the end
	Top        float32 // pixels from the top of the layout
	Block      int     // the index of its text in the layout

	text        *Text
	first, last int // runes, half-open, without blanks at the end
}

// Break divides the text into lines of at most width pixels. A word that is
// wider than that is divided between its characters; a line that holds one
// character may still be wider.
func (t *Text) Break(width float32) []Line {
	var out []Line
	begin := 0
	for next := 0; begin < len(t.runes); {
		end := begin
		for next < len(t.breaks) && t.width(begin, t.breaks[next]) <= width {
			end = t.breaks[next]
			next++
		}
		if end == begin {
			end = t.divide(begin, t.breaks[next], width)
			if end == t.breaks[next] {
				next++
			}
		}
		out = append(out, t.line(begin, end))
		begin = end
	}
	if len(out) == 0 {
		out = append(out, t.line(0, 0))
	}
	return out
}

// divide returns where a line must end that begins inside or before a word that
// reaches to end and is too wide for it: after as many characters as fit, and
// after one at least.
func (t *Text) divide(begin, end int, width float32) int {
	var seg segmenter.Segmenter
	seg.Init(t.runes[begin:end])
	fit := begin
	for it := seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		stop := begin + g.Offset + len(g.Text)
		if fit > begin && t.width(begin, stop) > width {
			break
		}
		fit = stop
	}
	return fit
}

// width is the width of the runes [a, b) without blanks at the end.
func (t *Text) width(a, b int) float32 { return t.x[t.trim(a, b)] - t.x[a] }

func (t *Text) trim(a, b int) int {
	for b > a && (t.runes[b-1] == ' ' || t.runes[b-1] == '\t' || t.runes[b-1] == '\n' || t.runes[b-1] == '\r') {
		b--
	}
	return b
}

func (t *Text) line(a, b int) Line {
	last := t.trim(a, b)
	return Line{
		Start: t.at[a], End: t.at[b], Width: t.x[last] - t.x[a],
		text: t, first: a, last: last,
	}
}

// Text is what the line draws, without blanks at its end.
func (l *Line) Text() string { return string(l.text.runes[l.first:l.last]) }

// Slice is what the line draws of the source bytes [start, end).
func (l *Line) Slice(start, end int) string {
	a, b := l.clamp(l.text.rune(start)), l.clamp(l.text.rune(end))
	return string(l.text.runes[a:b])
}

// X is the distance in pixels from the beginning of the line to the character
// that holds the source byte at offset, limited to the line.
func (l *Line) X(offset int) float32 {
	return l.text.x[l.clamp(l.text.rune(offset))] - l.text.x[l.first]
}

// Leading is the height of the line in pixels.
func (l *Line) Leading() float32 { return l.text.Style.Leading }

// Style is the style of the line's text.
func (l *Line) Style() Style { return l.text.Style }

func (l *Line) clamp(i int) int { return min(max(i, l.first), l.last) }

// hit returns the source offset of the character under x and whether there is
// one; if not, it is the nearest.
func (l *Line) hit(x float32) (offset int, inside bool) {
	inside = x >= 0 && x < l.Width
	if l.first == l.last {
		return l.Start, false
	}
	xs := l.text.x[l.first+1 : l.last+1]
	i := sort.Search(len(xs), func(i int) bool { return xs[i]-l.text.x[l.first] > x })
	return l.text.at[l.first+min(i, len(xs)-1)], inside
}
