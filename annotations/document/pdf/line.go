package pdf

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations/document/pdf/pdfium"
	"sidelight/annotations/lazy"
)

// char is a character of a line.
type char struct {
	box    pdfium.Box // turned as that of the line is
	font   *pdfium.Font
	r      rune
	index  int32 // among the characters of its page
	raised bool  // above the line and smaller than its other letters
}

// line is a line of text, or a part of one.
type line struct {
	page  int        // from 0
	box   pdfium.Box // turned so that the words run from left to right
	at    pdfium.Box // on the page
	turns int        // quarters by which the page is turned for it
	chars []char     // in the order of reading, with blanks between words
	size  float32    // of most of its letters
	code  bool       // all its letters are of the same width
	entry bool       // it is the last one of an entry in a list of contents
}

// turned returns a box as it stands when its page is turned back by quarters.
func turned(b pdfium.Box, quarters int) pdfium.Box {
	switch quarters {
	case 1:
		return pdfium.Box{Left: b.Bottom, Bottom: -b.Right, Right: b.Top, Top: -b.Left}
	case 2:
		return pdfium.Box{Left: -b.Right, Bottom: -b.Top, Right: -b.Left, Top: -b.Bottom}
	case 3:
		return pdfium.Box{Left: -b.Top, Bottom: b.Left, Right: -b.Bottom, Top: b.Right}
	}
	return b
}

func union(a, b pdfium.Box) pdfium.Box {
	return pdfium.Box{Left: min(a.Left, b.Left), Bottom: min(a.Bottom, b.Bottom), Right: max(a.Right, b.Right), Top: max(a.Top, b.Top)}
}

func height(b pdfium.Box) float32 { return b.Top - b.Bottom }

func width(b pdfium.Box) float32 { return b.Right - b.Left }

// level reports whether two boxes stand on one line: half of the lower one lies beside
// the other.
func level(a, b pdfium.Box) bool {
	shared := min(a.Top, b.Top) - max(a.Bottom, b.Bottom)
	return shared > 0 && shared >= min(height(a), height(b))/2
}

// The characters by which the engine marks a hyphen at the end of a line, and one that
// no font has.
const (
	lineHyphen = 0x02
	softHyphen = 0xad
	noChar     = 0xfffe
)

// pieces divides the characters of a page where their line ends or a gap is wide. They
// are in the order in which the file draws them.
func pieces(page *pdfium.Page, number, quarters int) []*line {
	var out []*line
	var last *line
	apart := false // a blank is to come
	for i, c := range page.Chars {
		font := &page.Fonts[c.Font]
		if c.Rune == lineHyphen || c.Rune == noChar {
			c.Rune = '-'
		}
		if unicode.IsSpace(c.Rune) || c.Rune == 0 || unicode.IsControl(c.Rune) || !unicode.IsPrint(c.Rune) && c.Rune != softHyphen {
			apart = true
			continue
		}
		if font.Turned != quarters {
			last = nil
			continue
		}
		box := turned(c.Box, quarters)
		if last == nil || !last.goesOn(c.Rune, box) {
			last = &line{page: number, box: box, at: c.Box, turns: quarters}
			out = append(out, last)
		} else if n := len(last.chars); apart || between(last.chars[n-1].box, box) > height(box)/4 {
			last.blank()
		}
		apart = false
		last.box, last.at = union(last.box, box), union(last.at, c.Box)
		last.chars = append(last.chars, char{r: c.Rune, index: int32(i), box: box, font: font}) //nolint:gosec // bounded by the engine
	}
	return out
}

// between returns the gap between two boxes beside one another.
func between(a, b pdfium.Box) float32 { return max(b.Left-a.Right, a.Left-b.Right) }

// leftward reports whether a letter is one of a script that runs from right to left.
func leftward(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana)
}

// goesOn reports whether a character with a box follows in the line. The engine gives
// the characters of all scripts in the order of reading.
func (l *line) goesOn(r rune, box pdfium.Box) bool {
	const gap = 1.5 // of the height of a letter
	last := l.chars[len(l.chars)-1]
	before := last.box
	if box == before {
		return true // the letters of a ligature share one box
	}
	tall := max(height(before), height(box))
	if leftward(r) || leftward(last.r) {
		return level(before, box) && between(before, box) < gap*tall
	}
	return level(before, box) && box.Left > before.Right-tall/2 && box.Left-before.Right < gap*tall
}

// blank puts a blank at the end of the line.
func (l *line) blank() {
	if n := len(l.chars); n > 0 && l.chars[n-1].r != ' ' {
		last := l.chars[n-1]
		last.r, last.index = ' ', last.index+1
		l.chars = append(l.chars, last)
	}
}

// joined puts pieces that stand on one line together, from top to bottom.
func joined(all []*line) []*line {
	slices.SortStableFunc(all, func(a, b *line) int { return cmp.Compare(b.box.Top+b.box.Bottom, a.box.Top+a.box.Bottom) })
	var out []*line
	var row []*line
	flush := func() {
		slices.SortStableFunc(row, func(a, b *line) int { return cmp.Compare(a.box.Left, b.box.Left) })
		if leftwards(row) {
			slices.Reverse(row)
		}
		whole := &line{page: row[0].page, box: row[0].box, at: row[0].at, turns: row[0].turns}
		for _, l := range row {
			if between(whole.box, l.box) > height(l.box)/8 {
				whole.blank()
			}
			whole.box, whole.at = union(whole.box, l.box), union(whole.at, l.at)
			whole.chars = append(whole.chars, l.chars...)
		}
		whole.measure()
		whole.cutLeaders()
		out = append(out, whole)
		row = nil
	}
	for _, l := range all {
		if len(row) > 0 && !level(row[0].box, l.box) {
			flush()
		}
		row = append(row, l)
	}
	if len(row) > 0 {
		flush()
	}
	return out
}

// leftwards reports whether most letters of a row are of scripts that run from right to
// left.
func leftwards(row []*line) bool {
	n := 0
	for _, l := range row {
		for _, c := range l.chars {
			switch {
			case leftward(c.r):
				n++
			case unicode.IsLetter(c.r):
				n--
			}
		}
	}
	return n > 0
}

// measure finds the size of most letters of the line, and which are raised above it.
func (l *line) measure() {
	count := make(map[float32]int)
	for _, c := range l.chars {
		if count[c.font.Size]++; l.size == 0 || count[c.font.Size] > count[l.size] {
			l.size = c.font.Size
		}
	}
	l.code = !slices.ContainsFunc(l.chars, func(c char) bool { return !even(c.font) })
	base := l.box.Bottom
	for _, c := range l.chars {
		if c.font.Size == l.size {
			base = c.box.Bottom
			break
		}
	}
	for i := range l.chars {
		c := &l.chars[i]
		c.raised = c.font.Size < 0.85*l.size && c.box.Bottom > base+0.1*l.size
	}
}

var evenNames = lazy.Regexp{Source: `(?i)courier|mono|consol|cmtt|typewriter|menlo|inconsolata`}

// even reports whether all letters of a font are of the same width.
func even(f *pdfium.Font) bool { return f.Fixed || evenNames.Get().MatchString(f.Name) }

var leaders = lazy.Regexp{Source: `[\s.·…]*(\.\s*){4,}\s*([ivxlc]+|\d+)?$`}

// cutLeaders takes the dots and the number of a page off an entry in a list of contents:
// the reading text has no pages.
func (l *line) cutLeaders() {
	text := l.text()
	if at := leaders.Get().FindStringIndex(text); at != nil && at[0] > 0 {
		l.chars, l.entry = l.chars[:utf8.RuneCountInString(text[:at[0]])], true
	}
}

// text returns the words of the line.
func (l *line) text() string {
	out := make([]rune, len(l.chars))
	for i, c := range l.chars {
		out[i] = c.r
	}
	return string(out)
}
