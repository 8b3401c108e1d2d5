package edition

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// The limits of a data file in what a parser makes of it. The parser of YAML
// takes several hundred bytes of memory for each token; beyond some of the limits
// it takes time that grows with the square of the input or faster.
const (
	maxPieces = 150_000 // brackets, commas, dashes and other signs that may end a token
	maxBlanks = 32      // line breaks with nothing but blanks between them
	maxTabs   = 32      // on one line
	maxSigns  = 32      // of "<" side by side
)

// measure counts what a parser will make of a text before it is parsed. Its count
// is an upper bound: it does not know what stands inside of quotation marks.
type measure struct {
	text   string
	pieces int
	depth  int // how many brackets are open, if each that stands in the text counts

	breaks int  // line breaks since the last character that is no blank
	tabs   int  // on this line
	signs  int  // how many "<" stand right before
	words  bool // whether each blank of this line may end a token
}

// measured refuses a text of which a parser would make too much, and returns how
// many pieces the text has.
func measured(file, text string) (pieces int, _ *Error) {
	m := measure{text: text}
	if start := strings.TrimLeft(text, " \t\r\n"); strings.HasPrefix(start, "[") || strings.HasPrefix(start, "{") {
		m.depth = len(text) // as in JSON all of it stands in brackets, even where a text holds others
	}
	for i := range len(text) {
		m.pieces += m.weight(i)
		if s := m.excess(); s != "" {
			p := placeAt(file, text, runeStart(text, i))
			return 0, &Error{p.file, p.line, p.column, s}
		}
	}
	return m.pieces, nil
}

// excess says which of the limits the text exceeds so far; empty if none.
func (m *measure) excess() string {
	switch {
	case m.pieces > maxPieces:
		return fmt.Sprintf("the file holds more than %d values, keys and signs up to here: divide it into several", maxPieces)
	case m.breaks > maxBlanks:
		return fmt.Sprintf("more than %d lines in a row are blank here: take them out", maxBlanks)
	case m.tabs > maxTabs:
		return fmt.Sprintf("this line has more than %d tabs: write blanks", maxTabs)
	case m.signs > maxSigns:
		return fmt.Sprintf("more than %d signs < stand side by side here: take them out", maxSigns)
	}
	return ""
}

// weight is how many pieces the byte at i may end. It keeps count of what the
// line holds.
func (m *measure) weight(i int) int {
	c := m.text[i]
	if c == '\n' || c == '\r' {
		return m.endLine(i)
	}
	if c != ' ' && c != '\t' {
		m.breaks = 0
	}
	if c == '<' {
		m.signs++
	} else {
		m.signs = 0
	}
	return m.sign(c, i)
}

// sign is how many pieces the byte c at i may end, other than a line break.
func (m *measure) sign(c byte, i int) int {
	switch c {
	case '\t':
		m.tabs++
		return 1
	case ' ':
		return one(m.words)
	case '{', '[':
		m.depth++
		return 1
	case '}', ']':
		m.depth--
		return 1
	case ',':
		return one(m.depth > 0)
	case ':':
		return one(m.depth > 0 || m.blankAt(i+1))
	case '\\':
		return 1
	case '%', '&', '*', '!':
		m.words = m.words || !m.wordAt(i-1)
		return one(!m.wordAt(i - 1))
	case '"', '\'', '#', '-', '?', '|', '>', '@', '`', '<', '.':
		return one(!m.wordAt(i - 1))
	}
	return 0
}

// endLine counts the line break at i; one of two bytes counts at its second.
func (m *measure) endLine(i int) int {
	if m.text[i] == '\r' && i+1 < len(m.text) && m.text[i+1] == '\n' {
		return 0
	}
	m.breaks++
	m.tabs, m.signs, m.words = 0, 0, false
	return one(m.breaks == 1)
}

// blankAt reports whether a blank or nothing stands at i.
func (m *measure) blankAt(i int) bool {
	return i >= len(m.text) || strings.IndexByte(" \t\r\n", m.text[i]) >= 0
}

// wordAt reports whether the byte at i is part of a word, so that a sign right
// after it begins nothing.
func (m *measure) wordAt(i int) bool {
	if i < 0 {
		return false
	}
	c := m.text[i]
	return c >= utf8.RuneSelf || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// runeStart is the offset at which the character begins that the byte at i is
// part of.
func runeStart(text string, i int) int {
	for i > 0 && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}
