package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations/document/compose"
	"sidelight/annotations/lazy"
	"sidelight/annotations/text"
)

const (
	leastWidth  = 45   // columns: nobody breaks prose to fewer, but verse
	widestVerse = 60   // columns
	mostWidth   = 400  // columns: a line that is longer was not broken by hand
	longestPart = 40   // lines that stay lines in one part; of more, each is a part
	mostLines   = 2000 // that are looked at together
)

// stretch is a number of lines without a blank one among them, with what is known of
// each.
type stretch []measured

type measured struct {
	line
	width, indent, first int // see columns
}

// measure finds the width to which the lines were broken: nineteen of twenty lines that
// others follow are no longer.
func (r *reader) measure() error {
	var counts [mostWidth + 1]int
	total := 0
	var before line
	n := 0
	for l := range lines(r.text, 0) {
		if n++; n%1024 == 0 && r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		if !before.blank() && !before.last && !l.blank() && before.end-before.start < 4*mostWidth {
			width, _, _ := columns(r.text[before.start:before.end])
			counts[min(width, mostWidth)]++
			total++
		}
		before = l
	}
	sum := 0
	for width, n := range counts {
		if sum += n; sum*20 >= total*19 && total > 0 {
			if width < mostWidth {
				r.width = width
			}
			break
		}
	}
	return nil
}

// divide divides the text into parts.
func (r *reader) divide() error {
	var s stretch
	n := 0
	for l := range lines(r.text, 0) {
		if n++; n%1024 == 0 && r.ctx.Err() != nil {
			return r.ctx.Err()
		}
		ending := r.text[max(l.end, l.start):l.next]
		r.odd = r.odd || l.last || strings.ContainsAny(ending, "\u0085\u2028") ||
			strings.HasSuffix(ending, "\r")
		if !l.blank() {
			m := measured{line: l}
			if l.end-l.start < 4*mostWidth {
				m.width, m.indent, m.first = columns(r.text[l.start:l.end])
			} else {
				m.width, m.first = mostWidth, mostWidth
			}
			s = append(s, m)
		}
		if l.blank() || l.last || len(s) >= mostLines {
			r.take(s)
			s = s[:0]
		}
		if len(r.parts) > compose.MaxBlocks {
			return nil // each line will be a paragraph
		}
	}
	r.take(s)
	return nil
}

// take adds the parts of a stretch.
func (r *reader) take(s stretch) {
	switch {
	case len(s) == 0:
	case len(s) == 1:
		r.add(lone, s)
	case isTabbed(r.text, s):
		r.addCells(s)
	case isTable(r.text, s):
		r.add(table, s)
	case isList(r.text, s):
		r.add(verse, s)
	default:
		if parts, ok := r.paragraphs(s); ok {
			for _, p := range parts {
				r.add(prose, p)
			}
		} else if len(s) > longestPart || s.long() || sayEach(r.text, s) {
			for i := range s {
				r.add(lone, s[i:i+1])
			}
		} else {
			r.add(verse, s)
		}
	}
}

// add adds a part.
func (r *reader) add(k kind, s stretch) {
	if len(s) == 1 {
		k = lone
	}
	start, end := s[0].start, s[len(s)-1].end
	if k != table {
		start += s[0].blanks(r.text)
	}
	r.parts = append(r.parts, part{start: uint32(start), end: uint32(end), kind: k}) //nolint:gosec // shorter than 4 GB
	if k == lone {
		return
	}
	r.joined = r.joined || k == prose
	r.breaks(s)
}

// breaks takes into account that the lines of a stretch stand together.
func (r *reader) breaks(s stretch) {
	r.broken = true
	for _, l := range s[:len(s)-1] {
		r.mixed = r.mixed || !strings.HasSuffix(r.text[l.end:l.next], "\n") || strings.HasSuffix(r.text[l.end:l.next], "\r\n")
	}
}

// long reports whether a line is longer than lines that are broken by hand.
func (s stretch) long() bool {
	for _, l := range s {
		if l.width > 120 {
			return true
		}
	}
	return false
}

// paragraphs divides lines that were broken by hand to fit a width into paragraphs: one
// begins with an item's mark, or where a line is indented behind a sentence's end. It
// reports whether the lines were broken so: the first word of hardly a line would have
// found room on the line before.
func (r *reader) paragraphs(s stretch) ([]stretch, bool) {
	var out []stretch
	begin := 0
	least := s[0].indent
	for _, l := range s {
		least = min(least, l.indent)
	}
	for i := 1; i < len(s); i++ {
		l, before := s[i], s[i-1]
		indented := l.indent > least && (before.indent == least || i-1 == begin)
		if startsItem(r.text[l.start:l.end]) || indented && endsSentence(r.text[:before.end]) {
			out = append(out, s[begin:i])
			begin = i
		}
	}
	out = append(out, s[begin:])
	widest := 0
	for _, l := range s[:len(s)-1] {
		widest = max(widest, min(l.width, mostWidth))
	}
	for _, width := range []int{r.width, widest} {
		if width >= leastWidth && width < mostWidth && r.full(out, width) {
			return out, true
		}
	}
	return nil, false
}

// full reports whether the lines of paragraphs are as full as a width allows.
func (r *reader) full(paragraphs []stretch, width int) bool {
	all, fit, capitals := 0, 0, 0
	for _, p := range paragraphs {
		for i, l := range p[:len(p)-1] {
			next := p[i+1]
			rest := r.text[next.start+next.blanks(r.text) : next.end]
			first, _ := utf8.DecodeRuneInString(rest)
			all++
			if unicode.IsUpper(first) {
				capitals++
			}
			switch {
			case l.width+1+next.first-next.indent > width, hyphenated(r.text[:l.end], rest),
				unicode.IsLower(first) && l.width*4 >= width*3: // nearly full, and the sentence goes on
				fit++
			}
		}
	}
	if all >= 3 && capitals == all && width < widestVerse {
		return false
	}
	return all > 0 && fit*10 >= all*8
}

// blanks returns the length of the blanks with which a line begins.
func (l line) blanks(s string) int {
	return l.end - l.start - len(strings.TrimLeftFunc(s[l.start:l.end], unicode.IsSpace))
}

var itemMark = lazy.Regexp{Source: `^[ \t]*(?:[-*•–‣◦+]|\(?(?:\d{1,3}|[A-Za-z])[.)])[ \t]+\S`}

// startsItem reports whether a line begins with the mark of an item.
func startsItem(s string) bool { return itemMark.Get().MatchString(s) }

// isList reports whether lines are entries that end with a number, as contents do.
func isList(s string, all stretch) bool {
	n := 0
	for _, l := range all {
		if entry.Get().MatchString(s[max(l.start, l.end-60):l.end]) {
			n++
		}
	}
	return n*2 > len(all)
}

var entry = lazy.Regexp{Source: `(?:\.[ .]{2,}|…+[ ]*| {3,}|\t)[ ]*(?:\d{1,4}|[ivxlcIVXLC]{1,7})$`}

// sayEach reports whether most lines end a sentence, so that each stands by itself.
func sayEach(s string, all stretch) bool {
	n := 0
	for _, l := range all {
		if endsSentence(s[:l.end]) {
			n++
		}
	}
	return n*10 >= len(all)*6
}

// endsSentence reports whether a text ends with a sentence.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'“”‘’»«›‹)]」』")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:。！？", r)
}

// hyphenated reports whether a word goes on from a line to the next.
func hyphenated(before, rest string) bool {
	last, n := utf8.DecodeLastRuneInString(before)
	if !strings.ContainsRune("-\u2010\u00ad", last) {
		return false
	}
	letter, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
	next, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLetter(letter) && unicode.IsLower(next)
}

// seam says how two lines are joined: how many bytes of the first are left out, and
// whether the second follows without a blank.
func (r *reader) seam(s, next string) (cut int, glued bool) {
	last, n := utf8.DecodeLastRuneInString(s)
	first, _ := utf8.DecodeRuneInString(next)
	if strings.ContainsRune("-\u2010\u00ad", last) {
		before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
		switch {
		case !text.InWord(before):
			return 0, false // a dash
		case !text.InWord(first), conjunctions[wordOf(next)]:
			return 0, false // "in- and exports"
		case last == '\u00ad':
			return n, true
		case hyphenated(s, next) && !r.known(lastWordOf(s)+wordOf(next)):
			return n, true
		}
		return 0, true
	}
	return 0, text.IsSingle(last) && text.IsSingle(first) || strings.ContainsRune("。，、！？；：」』）", last) || strings.ContainsRune("。，、！？；：「『（", first)
}

var conjunctions = map[string]bool{"and": true, "or": true, "to": true, "und": true, "oder": true, "bis": true, "sowie": true}

// wordOf returns the word with which a text begins, in small letters.
func wordOf(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !text.InWord(r) }); i >= 0 {
		s = s[:i]
	}
	return strings.ToLower(s)
}

// lastWordOf returns the word with which a text ends, with its hyphen.
func lastWordOf(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !text.InWord(r) && !text.IsHyphen(r) })
	if i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		s = s[i+n:]
	}
	return strings.ReplaceAll(strings.ToLower(s), "\u2010", "-")
}

// known reports whether the text has a word with a hyphen elsewhere, within a line.
func (r *reader) known(word string) bool {
	const most, longest = 10_000, 60 // words, and bytes of half a word
	if r.hyphen == nil {
		r.hyphen = make(map[string]bool)
		for i := 0; len(r.hyphen) < most; i++ {
			next := strings.IndexByte(r.text[i:], '-')
			if next < 0 {
				break
			}
			i += next
			if rest := wordOf(r.text[i+1 : min(len(r.text), i+longest)]); rest != "" {
				r.hyphen[lastWordOf(r.text[max(0, i-longest):i])+"-"+rest] = true
			}
		}
	}
	return r.hyphen[word]
}
