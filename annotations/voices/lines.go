package voices

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/text"
)

// piece is text of one font on a line.
type piece struct {
	font figure.Font
	text string
	gap  float32 // between the piece before it and this one, pixels
	x, w float32 // from the left end of the line, pixels
}

// setter sets text into lines.
type setter struct {
	measure figure.Measure
	widths  map[measured]float32
	blanks  map[figure.Font]float32
}

type measured struct {
	font figure.Font
	text string
}

func newSetter(m figure.Measure) *setter {
	return &setter{measure: m, widths: map[measured]float32{}, blanks: map[figure.Font]float32{}}
}

// width returns the width in pixels of a text on one line.
func (s *setter) width(f figure.Font, t string) float32 {
	k := measured{f, t}
	w, ok := s.widths[k]
	if !ok {
		w = s.measure(f, t)
		s.widths[k] = w
	}
	return w
}

// blank returns the width in pixels of the space between two words.
func (s *setter) blank(f figure.Font) float32 {
	w, ok := s.blanks[f]
	if !ok {
		w = max(s.measure(f, "n n")-s.measure(f, "nn"), 1)
		s.blanks[f] = w
	}
	return w
}

// atom is what stands on one line as a whole: a word or a part of one.
type atom struct {
	font  figure.Font
	text  string
	blank bool // a blank comes before it
}

// lines sets a text into lines of a width in pixels. Spans of it, which are ascending,
// are in the font other.
func (s *setter) lines(f, other figure.Font, t string, spans []annotations.Span, width float32) [][]piece {
	var out [][]piece
	var line []piece
	x := float32(0)
	all := s.atoms(f, other, t, spans, width)
	for i, end := 0, 0; i < len(all); i = end {
		w := s.width(all[i].font, all[i].text)
		for end = i + 1; end < len(all) && !breaks(all[end-1], all[end]); end++ {
			w += s.width(all[end].font, all[end].text)
		}
		gap := float32(0)
		if all[i].blank && len(line) > 0 {
			gap = s.blank(f)
		}
		if len(line) > 0 && x+gap+w > width {
			out, line, x, gap = append(out, line), nil, 0, 0
		}
		for _, a := range all[i:end] {
			line, x = s.put(line, a, gap), x+gap+s.width(a.font, a.text)
			gap = 0
		}
	}
	if len(line) > 0 {
		out = append(out, line)
	}
	for _, l := range out {
		s.fit(l)
	}
	return out
}

// breaks reports whether a line may end between two atoms: at a blank, or where a word
// has been cut, but not where only the font changes.
func breaks(a, b atom) bool {
	if b.blank {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(a.text)
	after, _ := utf8.DecodeRuneInString(b.text)
	return text.IsSingle(before) || text.IsSingle(after) || strings.ContainsRune("-–—/", before) ||
		text.InWord(before) && text.InWord(after)
}

// put adds an atom to a line: to its last piece where that has the same font.
func (s *setter) put(line []piece, a atom, gap float32) []piece {
	if n := len(line); n > 0 && line[n-1].font == a.font {
		if gap > 0 {
			line[n-1].text += " "
		}
		line[n-1].text += a.text
		return line
	}
	return append(line, piece{font: a.font, text: a.text, gap: gap})
}

// fit gives the pieces of a line their places, and the width that each has as a whole.
// What comes after a blank begins at a whole pixel, where it is drawn: else the blank
// would look narrow.
func (s *setter) fit(line []piece) {
	for i := range line {
		p := &line[i]
		p.w = s.measure(p.font, p.text)
		if i > 0 {
			before := line[i-1]
			p.x = before.x + before.w + p.gap
			if p.gap > 0 {
				p.x = float32(math.Ceil(float64(p.x)))
			}
		}
	}
}

// atoms divides a text where a line may end or the font changes, and words that are
// longer than a line wherever they must be.
func (s *setter) atoms(f, other figure.Font, t string, spans []annotations.Span, width float32) []atom {
	var out []atom
	blank := false
	for i := 0; i < len(t); {
		r, n := utf8.DecodeRuneInString(t[i:])
		if unicode.IsSpace(r) && r != '\u00a0' {
			i, blank = i+n, true
			continue
		}
		for len(spans) > 0 && spans[0].End <= i {
			spans = spans[1:]
		}
		font, end := f, len(t)
		if len(spans) > 0 && spans[0].Start <= i {
			font, end = other, spans[0].End
		} else if len(spans) > 0 {
			end = spans[0].Start
		}
		end = atomEnd(t, i, end)
		for _, part := range s.cut(font, t[i:end], width) {
			out = append(out, atom{font, part, blank})
			blank = false
		}
		i = end
	}
	return out
}

// atomEnd returns the end of what stands from byte i of t on, up to most, without a place
// at which a line may end.
func atomEnd(t string, i, most int) int {
	for start := i; i < most; {
		r, n := utf8.DecodeRuneInString(t[i:])
		if unicode.IsSpace(r) && r != '\u00a0' || i > start && text.IsSingle(r) {
			break
		}
		i += n
		if text.IsSingle(r) {
			for i < most { // what must not begin a line
				r, n := utf8.DecodeRuneInString(t[i:])
				if !unicode.IsMark(r) && !unicode.IsPunct(r) || unicode.IsSpace(r) {
					break
				}
				i += n
			}
			break
		}
		if strings.ContainsRune("-–—/", r) && i-n > start {
			break
		}
	}
	return i
}

// cut divides a word that is longer than a line.
func (s *setter) cut(f figure.Font, word string, width float32) []string {
	const long = 64 // bytes: what is longer is measured part by part
	if len(word) <= long && s.width(f, word) <= width {
		return []string{word}
	}
	return figure.Cut(s.measure, f, word, width)
}

// printed is a text as print has it: with curly quotation marks and apostrophes, and one
// blank for each run of blanks and ends of lines.
func printed(t string) string { return curl(strings.Join(strings.Fields(t), " ")) }

// curl makes straight quotation marks and apostrophes curly.
func curl(t string) string {
	if !strings.ContainsAny(t, `"'`) {
		return t
	}
	var b strings.Builder
	before := ' '
	for _, r := range t {
		opens := unicode.IsSpace(before) || strings.ContainsRune("([{“‘—–-/", before)
		switch {
		case r == '"' && opens:
			r = '“'
		case r == '"':
			r = '”'
		case r == '\'' && opens:
			r = '‘'
		case r == '\'':
			r = '’'
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}
