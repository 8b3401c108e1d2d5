package pdf

import (
	"fmt"
	"strings"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/document/compose"
	"sidelight/annotations/document/pdf/pdfium"
	"sidelight/annotations/lazy"
)

// writer writes paragraphs.
type writer struct {
	c       *compose.Composer
	links   [][]pdfium.Link // by page
	hyphens map[string]bool // words with a hyphen that stand in one line somewhere
	signs   map[string]bool // labels of notes
	target  string          // where the open link leads, or ""
}

var hyphened = lazy.Regexp{Source: `\pL+(?:-\pL+)+`}

// learn remembers the words with a hyphen.
func (w *writer) learn(all []*paragraph) {
	for _, p := range all {
		for _, l := range p.lines {
			text := l.text()
			if !strings.Contains(text, "-") {
				continue
			}
			for _, word := range hyphened.Get().FindAllString(text, -1) {
				w.hyphens[strings.ToLower(word)] = true
			}
		}
	}
}

// paragraph writes a paragraph line by line.
func (w *writer) paragraph(p *paragraph) {
	if p.note != "" {
		w.c.Label(label(p.lines[0].page, p.note))
	}
	w.c.Begin(p.block)
	if p.block.Kind == annotations.BlockCode {
		w.code(p)
		return
	}
	heading := p.block.Kind == annotations.BlockHeading
	for i, l := range p.lines {
		chars := l.chars
		if i == 0 {
			chars = chars[p.skip:]
		}
		if i+1 == len(p.lines) {
			w.line(l, chars, heading)
			break
		}
		rest, glued := w.cut(chars, p.lines[i+1])
		w.line(l, rest, heading)
		if n := len(chars); !glued && n > 0 {
			last := chars[n-1]
			last.index++
			w.c.Space(place(l, last))
		}
	}
	w.c.End()
	w.link("", "")
}

// code writes lines of code, with as many blanks as their places show.
func (w *writer) code(p *paragraph) {
	left := p.lines[0].box.Left
	for _, l := range p.lines {
		left = min(left, l.box.Left)
	}
	for i, l := range p.lines {
		if i > 0 {
			before := p.lines[i-1]
			last := before.chars[len(before.chars)-1]
			last.index++
			w.c.Break(place(before, last))
			if down := before.box.Bottom - l.box.Bottom; down > 2.2*l.size {
				w.c.Break(place(before, last))
			}
		}
		w.codeLine(l, left)
	}
	w.c.End()
}

// codeLine writes a line of code in a column that begins at left.
func (w *writer) codeLine(l *line, left float32) {
	const most = 200 // blanks in a row
	for i, c := range l.chars {
		if c.r == ' ' {
			continue
		}
		if wide := width(c.box); wide > 0 {
			if n := int((c.box.Left-left)/wide + 0.5); n > 0 {
				before := c
				before.index--
				w.c.Whole(strings.Repeat(" ", min(n, most)), place(l, before))
			} else if i > 0 && l.chars[i-1].r == ' ' {
				w.c.Whole(" ", place(l, l.chars[i-1]))
			}
		}
		w.c.Text(string(c.r), place(l, c))
		left = max(left, c.box.Right)
	}
}

// cut takes the hyphen off the end of a line if it divides a word, and reports whether
// the next line goes on without a blank.
func (w *writer) cut(chars []char, next *line) (rest []char, glued bool) {
	n := len(chars)
	if n < 2 || !strings.ContainsRune("-\u00ad\u2010", chars[n-1].r) || !unicode.IsLetter(chars[n-2].r) || !unicode.IsLetter(next.chars[0].r) {
		return chars, false
	}
	if chars[n-1].r == softHyphen {
		return chars[:n-1], true
	}
	before, after := wordAt(chars[:n-1], true), wordAt(next.chars, false)
	if unicode.IsUpper(next.chars[0].r) || w.hyphens[strings.ToLower(before+"-"+after)] {
		return chars, true
	}
	return chars[:n-1], true
}

// wordAt returns the letters at the end, or at the beginning, of characters.
func wordAt(chars []char, end bool) string {
	i, k := 0, len(chars)
	if end {
		for i = k; i > 0 && unicode.IsLetter(chars[i-1].r); i-- {
			continue
		}
	} else {
		for k = 0; k < len(chars) && unicode.IsLetter(chars[k].r); k++ {
			continue
		}
	}
	return (&line{chars: chars[i:k]}).text()
}

// place returns where a character of a line stands.
func place(l *line, c char) annotations.SourceLocation {
	return annotations.SourceLocation{Page: l.page + 1, Offset: int(c.index), Box: annotations.Box(l.at)}
}

// line writes characters of a line, as long stretches as go on alike.
func (w *writer) line(l *line, chars []char, heading bool) {
	links := w.near(l)
	for i := 0; i < len(chars); {
		if chars[i].r == ' ' {
			w.c.Space(place(l, chars[i]))
			i++
			continue
		}
		look, target, number := style(chars[i], heading), lead(links, chars[i]), sign(chars[i:])
		k := i + 1
		for k < len(chars) && chars[k].r != ' ' && chars[k].index == chars[k-1].index+1 && style(chars[k], heading) == look && lead(links, chars[k]) == target {
			k++
		}
		w.c.Styled(look)
		w.link(target, label(l.page, number))
		w.c.Text((&line{chars: chars[i:k]}).text(), place(l, chars[i]))
		i = k
	}
	w.c.Styled(0)
}

// style returns how a character is set apart. Headings are bold as a whole.
func style(c char, heading bool) (s annotations.Style) {
	name := strings.ToLower(c.font.Name)
	if !heading && (c.font.Weight >= 600 || strings.Contains(name, "bold") || strings.Contains(name, "black")) {
		s |= annotations.Strong
	}
	if c.font.Italic || strings.Contains(name, "italic") || strings.Contains(name, "oblique") {
		s |= annotations.Emphasis
	}
	if c.raised {
		s |= annotations.Superscript
	}
	return s
}

// near returns the links that lie on a line, the first few, turned as the line is.
func (w *writer) near(l *line) []pdfium.Link {
	const most = 16
	var out []pdfium.Link
	for _, x := range w.links[l.page] {
		if x.Left < l.at.Right && x.Right > l.at.Left && x.Bottom < l.at.Top && x.Top > l.at.Bottom && len(out) < most {
			x.Box = turned(x.Box, l.turns)
			out = append(out, x)
		}
	}
	return out
}

// lead returns where a character leads, or "".
func lead(links []pdfium.Link, c char) string {
	x, y := (c.box.Left+c.box.Right)/2, (c.box.Bottom+c.box.Top)/2
	for _, l := range links {
		if x >= l.Left && x <= l.Right && y >= l.Bottom && y <= l.Top {
			return l.Target
		}
	}
	return ""
}

// link makes the next words lead to an address, or to the note of a label.
func (w *writer) link(target, note string) {
	inner := target == "" && w.signs[note]
	if inner {
		target = "#" + note
	}
	if target == w.target {
		return
	}
	w.target = target
	switch {
	case inner:
		w.c.Link(target, note)
	case target != "":
		w.c.Link(target, "")
	default:
		w.c.Unlink()
	}
}

// sign returns the raised number with which characters begin, or "".
func sign(chars []char) string { return raisedNumber(&line{chars: chars}) }

// label names a note of a page.
func label(page int, sign string) string { return fmt.Sprintf("page %d note %s", page+1, sign) }
