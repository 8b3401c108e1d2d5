package pdf

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/lazy"
)

// paragraph is lines that belong together.
type paragraph struct {
	lines []*line
	block annotations.Block
	skip  int    // characters at its beginning that are a marker and no text
	note  string // the sign of a footnote, or ""
}

func (p *paragraph) last() *line { return p.lines[len(p.lines)-1] }

// text returns the words of a paragraph, without what is done to hyphens.
func (p *paragraph) text() string {
	var out strings.Builder
	for i, l := range p.lines {
		if i > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(l.text())
	}
	return out.String()
}

// divider divides columns into paragraphs.
type divider struct {
	body  float32 // the size of most letters of the document
	fixed bool    // most letters of the document are of the same width: they say nothing
	all   []*paragraph
	notes []*paragraph
}

// newDivider returns a divider for the lines of a document.
func newDivider(pages [][]*column) *divider {
	d := new(divider)
	count := make(map[float32]int)
	fixed, all := 0, 0
	for _, page := range pages {
		for _, c := range page {
			for _, l := range c.lines {
				size := half(l.size)
				if count[size] += len(l.chars); count[size] > count[d.body] {
					d.body = size
				}
				if all += len(l.chars); l.code {
					fixed += len(l.chars)
				}
			}
		}
	}
	d.fixed = 2*fixed > all
	return d
}

// half rounds a size to half a point.
func half(size float32) float32 { return float32(math.Round(float64(size)*2) / 2) }

// column divides a column. Its first line may go on with the paragraph before.
func (d *divider) column(c *column) {
	lines := d.footnotes(c)
	pitch := pitchOf(lines)
	for i, l := range lines {
		var same bool
		switch n := len(d.all); {
		case n == 0:
		case i == 0:
			same = d.across(d.all[n-1], l, c)
		default:
			same = d.within(d.all[n-1], l, c, pitch)
		}
		if same {
			p := d.all[len(d.all)-1]
			p.lines = append(p.lines, l)
		} else {
			d.all = append(d.all, &paragraph{lines: []*line{l}})
		}
	}
}

// pitchOf returns the usual distance from one line to the next.
func pitchOf(lines []*line) float32 {
	var all []float32
	for i := 1; i < len(lines); i++ {
		if p := lines[i-1].box.Bottom - lines[i].box.Bottom; p > 0 && alike(lines[i-1], lines[i]) {
			all = append(all, p)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/3]
}

// alike reports whether two lines have letters of about the same size.
func alike(a, b *line) bool { return min(a.size, b.size) > 0.9*max(a.size, b.size) }

// within reports whether a line goes on with the paragraph of the line above.
func (d *divider) within(p *paragraph, l *line, c *column, pitch float32) bool {
	before := p.last()
	down := before.box.Bottom - l.box.Bottom
	switch {
	case !alike(before, l) || down <= 0 || before.entry:
		return false
	case d.code(before) || d.code(l):
		return d.code(before) && d.code(l) && down < 3*l.size
	case bulleted(l):
		return false
	case pitch > 0 && down > 1.35*max(pitch, l.size):
		return false
	case d.large(l):
		return true // the lines of a heading, be they centred or not
	case l.box.Left > before.box.Left+0.8*l.size && !p.hanging(l):
		return false // the first line of a paragraph is set in
	}
	return !broken(before, l, c)
}

// hanging reports whether a line belongs to an item whose first line begins further to
// the left, with its marker.
func (p *paragraph) hanging(l *line) bool {
	return len(p.lines) == 1 && (bulleted(p.lines[0]) || ordered.Get().MatchString(p.lines[0].text())) && l.box.Left-p.lines[0].box.Left < 4*l.size
}

// broken reports whether a line ends although the first word of the next one would have
// found room in the column: the author has ended it.
func broken(before, l *line, c *column) bool {
	room := c.right - before.box.Right
	word := l.box.Left
	for _, x := range l.chars {
		if x.r == ' ' {
			break
		}
		word = x.box.Right
	}
	if room < word-l.box.Left+l.size/2 {
		return false
	}
	return ends(before) || room > (c.right-c.left)/4
}

// ends reports whether a line ends as a sentence does.
func ends(l *line) bool {
	for _, c := range slices.Backward(l.chars) {
		switch {
		case c.raised || strings.ContainsRune(`"'”’»)]`, c.r):
		default:
			return strings.ContainsRune(".!?:;…。！？", c.r)
		}
	}
	return false
}

// across reports whether the first line of a column goes on with a paragraph that ends
// the column before.
func (d *divider) across(p *paragraph, l *line, c *column) bool {
	before := p.last()
	if d.code(before) || d.code(l) || before.entry {
		return d.code(before) && d.code(l) && alike(before, l)
	}
	return alike(before, l) && !d.large(l) && !ends(before) && !bulleted(l) && !l.entry && l.box.Left < c.left+0.8*l.size
}

// code reports whether a line is one of code.
func (d *divider) code(l *line) bool { return l.code && !d.fixed && !d.large(l) }

// large reports whether a line is larger than the text, as headings are.
func (d *divider) large(l *line) bool { return l.size >= 1.12*d.body }

var bullets = lazy.Regexp{Source: `^[•‣◦▪■●○·∙–−-]\s+\S`}

var ordered = lazy.Regexp{Source: `^(\d{1,3})[.)]\s+\S`}

func bulleted(l *line) bool { return bullets.Get().MatchString(l.text()) }

// footnotes takes the footnotes at the end of a column out, and returns the other lines:
// a footnote is smaller than the text and begins with a raised number.
func (d *divider) footnotes(c *column) []*line {
	small := len(c.lines)
	for small > 0 && c.lines[small-1].size < 0.93*d.body {
		small--
	}
	for small < len(c.lines) && raisedNumber(c.lines[small]) == "" {
		small++
	}
	for _, l := range c.lines[small:] {
		if sign := raisedNumber(l); sign != "" {
			d.notes = append(d.notes, &paragraph{
				lines: []*line{l}, note: sign, skip: utf8.RuneCountInString(sign),
				block: annotations.Block{Kind: annotations.BlockNote, Marker: sign},
			})
			continue
		}
		p := d.notes[len(d.notes)-1]
		p.lines = append(p.lines, l)
	}
	return c.lines[:small]
}

// raisedNumber returns the number with which a line begins if it is raised, else "".
func raisedNumber(l *line) string {
	n := 0
	for n < len(l.chars) && l.chars[n].raised && unicode.IsDigit(l.chars[n].r) {
		n++
	}
	if n > 3 {
		return ""
	}
	return (&line{chars: l.chars[:n]}).text()
}

// classify says what each paragraph is.
func (d *divider) classify() {
	var sizes []float32
	for _, p := range d.all {
		if d.heading(p) {
			sizes = append(sizes, half(p.lines[0].size))
		}
	}
	slices.Sort(sizes)
	slices.Reverse(sizes)
	sizes = slices.Compact(sizes)
	for i, p := range d.all {
		text := p.lines[0].text()
		switch {
		case d.code(p.lines[0]):
			p.block.Kind = annotations.BlockCode
		case d.heading(p):
			level := slices.Index(sizes, half(p.lines[0].size)) + 1
			p.block = annotations.Block{Kind: annotations.BlockHeading, Level: uint8(min(level, 6))} //nolint:gosec // 1 to 6
		case bullets.Get().MatchString(text):
			p.block = annotations.Block{Kind: annotations.BlockItem, Depth: 1, Marker: "•"}
			p.skip = 1
		case ordered.Get().MatchString(text) && d.counted(i):
			marker := strings.Fields(text)[0]
			p.block = annotations.Block{Kind: annotations.BlockItem, Depth: 1, Marker: marker}
			p.skip = utf8.RuneCountInString(marker)
		}
	}
}

// heading reports whether a paragraph is a heading: larger than the text, and short.
func (d *divider) heading(p *paragraph) bool {
	const lines, letters = 3, 200
	n := 0
	for _, l := range p.lines {
		n += len(l.chars)
	}
	return d.large(p.lines[0]) && !p.last().entry && len(p.lines) <= lines && n <= letters
}

// counted reports whether the number with which a paragraph begins is that of an item:
// the next paragraph has the next number, or the one before had the one before.
func (d *divider) counted(i int) bool {
	n := d.number(i)
	return d.number(i+1) == n+1 || n > 1 && d.number(i-1) == n-1
}

// number returns the number with which a paragraph begins, or a number far below 0.
func (d *divider) number(i int) int {
	if i >= 0 && i < len(d.all) {
		if found := ordered.Get().FindStringSubmatch(d.all[i].lines[0].text()); found != nil {
			if n, err := strconv.Atoi(found[1]); err == nil {
				return n
			}
		}
	}
	return math.MinInt32
}
