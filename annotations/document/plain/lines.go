package plain

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations/text"
)

// line is a line of a text, without the blanks at its end.
type line struct {
	start, end int
	next       int  // the byte at which the next line begins
	last       bool // a paragraph ends with the line: a page ends, or the text says so
}

func (l line) blank() bool { return l.start == l.end }

// lines yields the lines of a text from a byte on.
func lines(s string, from int) iter.Seq[line] {
	return func(yield func(line) bool) {
		for from < len(s) {
			l := line{start: from}
			l.end, l.next, l.last = lineEnd(s, from)
			l.end = from + len(strings.TrimRightFunc(s[from:l.end], unicode.IsSpace))
			if !yield(l) {
				return
			}
			from = l.next
		}
	}
}

// lineEnd returns the byte at which the line ends that begins at a byte, and the byte at
// which the next begins.
func lineEnd(s string, from int) (end, next int, last bool) {
	for i := from; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\n':
			return i, i + 1, false
		case c == '\r' && strings.HasPrefix(s[i+1:], "\n"):
			return i, i + 2, false
		case c == '\r':
			return i, i + 1, false
		case c == '\f':
			return i, i + 1, true
		case c == 0xc2 && strings.HasPrefix(s[i:], "\u0085"):
			return i, i + 2, false
		case c == 0xe2 && strings.HasPrefix(s[i:], "\u2028"), c == 0xe2 && strings.HasPrefix(s[i:], "\u2029"):
			return i, i + 3, s[i+2] == 0xa9
		}
	}
	return len(s), len(s), false
}

// columns returns the width of a text, and where its first word begins and ends, all in
// columns. A tab goes on to the next eighth column, a character of Chinese or Japanese
// takes two; one of those is a word.
func columns(s string) (width, indent, first int) {
	const tab = 8
	indent, first = -1, -1
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		blank := unicode.IsSpace(r)
		if !blank && indent < 0 {
			indent = width
		}
		if blank && indent >= 0 && first < 0 {
			first = width
		}
		switch {
		case r == '\t':
			width += tab - width%tab
		case text.IsSingle(r) && r >= 0x2e80:
			width += 2
		default:
			width++
		}
		if indent >= 0 && first < 0 && text.IsSingle(r) {
			first = width
		}
	}
	if indent < 0 {
		indent = width
	}
	if first < 0 {
		first = width
	}
	return width, indent, first
}
