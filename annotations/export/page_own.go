package export

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/export/margin"
	"sidelight/annotations/interval"
	"sidelight/annotations/notes"
)

// ownNotes are the notes of the reader on a page.
type ownNotes struct {
	all    []ownNote
	index  *interval.Index[ownNote]
	begin  map[int][]*ownNote // with words, by the block in which they begin
	end    map[int][]*ownNote // with words, by the block in which they end
	adrift []ownEntry
}

// ownNote is a note that stands in the text.
type ownNote struct {
	*margin.Entry
	at     annotations.Span // what is drawn; a bracket stands behind the punctuation that follows
	number int              // of those that have words, from 1; 0 for a highlight alone
	drawn  bool             // a piece of it is on the page
	beside bool             // what the reader wrote stands beside the text too
}

// insert is what stands before the byte at.
type insert struct {
	at  int
	run run
}

// ownEntry is a note as it is written beside or after the text.
type ownEntry struct {
	Number     int    // 0 for a note without a place
	Letter     string // a, b … z, aa
	Back       bool   // the page has the words, as an element "h" and the number
	Beside     bool   // the page has the note beside the text too, as an element "o" and the number
	Quote      string
	Lines      []string // what the reader wrote
	Paragraph  int
	Meta, Side string // style, tags and date; without the date
}

// ownMark is a piece of a highlight around a piece of text.
type ownMark struct {
	ID    int // 0 but for the first piece of a note with words
	Class string
}

// longestQuote is the most code points of the words of a note that are repeated.
const longestQuote = 160

// newOwn lays out the notes of a sheet.
func (x *paper) newOwn(s *margin.Sheet) *ownNotes {
	o := &ownNotes{begin: map[int][]*ownNote{}, end: map[int][]*ownNote{}}
	if s == nil {
		return o
	}
	for i := range s.Entries {
		if s.Entries[i].Stands {
			o.all = append(o.all, ownNote{Entry: &s.Entries[i], at: s.Entries[i].Placed.Span})
		} else {
			o.adrift = append(o.adrift, x.ownEntry(&s.Entries[i], 0))
		}
	}
	number := 0
	for i := range o.all {
		n := &o.all[i]
		first, last := x.blockFrom(n.at.Start), x.e.Article().ParagraphAt(n.at.End-1)
		if n.Placed.Style == notes.Brackets {
			n.at.End = max(n.at.End, x.behind(last, n.at.End))
		}
		if !n.Placed.HasWords() {
			continue
		}
		number++
		n.number = number
		o.begin[first] = append(o.begin[first], n)
		o.end[last] = append(o.end[last], n)
	}
	o.index = interval.New(o.all, func(n *ownNote) (int, int) { return n.at.Start, n.at.End })
	return o
}

// blockFrom is the block that holds a byte, or the next one.
func (x *paper) blockFrom(offset int) int {
	a := x.e.Article()
	i := a.ParagraphAt(offset)
	if offset >= a.Paragraph(i).End && i+1 < a.Len() {
		i++
	}
	return i
}

// inserts are the notes that stand between the words of a block: letters behind the words,
// and with room beside the block what the reader wrote, before them.
func (x *paper) inserts(block int, room bool) []insert {
	var out []insert
	if room {
		for _, n := range x.own.begin[block] {
			out = append(out, insert{x.outside(block, n.at.Start), run{Beside: x.besideEntry(n)}})
		}
	}
	for _, n := range x.own.end[block] {
		out = append(out, insert{x.behind(block, n.at.End), run{Letter: x.letter(n)}})
	}
	slices.SortStableFunc(out, func(a, b insert) int { return cmp.Compare(a.at, b.at) })
	return out
}

func (x *paper) letter(n *ownNote) *ownEntry {
	return &ownEntry{Number: n.number, Letter: letterOf(n.number), Beside: n.beside}
}

func (x *paper) besideEntry(n *ownNote) *ownEntry {
	n.beside = true
	e := x.ownEntry(n.Entry, n.number)
	return &e
}

// outside is the first byte of the marks of a block that hold a byte.
func (x *paper) outside(block, at int) int {
	at = max(at, x.e.Article().Paragraph(block).Start)
	if around := x.e.MentionsAt(at); len(around) > 0 {
		at = max(around[len(around)-1].Start, x.e.Article().Paragraph(block).Start)
	}
	return at
}

// behind is the byte behind the punctuation that follows a place in a block.
func (x *paper) behind(block, at int) int {
	p := x.e.Article().Paragraph(block)
	at = min(max(at, p.Start), p.End)
	for at < p.End {
		r, size := utf8.DecodeRuneInString(x.e.Article().Text[at:p.End])
		if !unicode.In(r, unicode.Po, unicode.Pf, unicode.Pe) {
			break
		}
		at += size
	}
	return at
}

// letterOf is the letter of a number from 1: a to z, then aa, ab.
func letterOf(n int) string {
	var out []byte
	for ; n > 0; n = (n - 1) / 26 {
		out = append(out, byte('a'+(n-1)%26))
	}
	slices.Reverse(out)
	return string(out)
}

func (x *paper) ownEntry(e *margin.Entry, number int) ownEntry {
	out := ownEntry{
		Number: number, Letter: letterOf(number), Quote: x.line(excerpt(e.Quote)), Paragraph: e.Paragraph,
	}
	if e.Note != "" {
		for line := range strings.Lines(e.Note) {
			out.Lines = append(out.Lines, x.line(strings.TrimRight(line, "\r\n")))
		}
	}
	said := append([]string{e.Style}, e.Tags...)
	said = append(said, e.About...)
	out.Side = x.line(strings.Join(said, " · "))
	if e.Status == anchor.Moved || !e.Stands {
		said = append(said, x.by.Status(e.Status))
	}
	if d, err := annotations.ParseDate(e.Changed.Format("2006-01-02")); err == nil {
		said = append(said, x.by.Date(d))
	}
	out.Meta = x.line(strings.Join(said, " · "))
	return out
}

// excerpt is a text on one line, cut where it is long.
func excerpt(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	n := 0
	for i := range s {
		if n++; n <= longestQuote {
			continue
		}
		if blank := strings.LastIndexByte(s[:i], ' '); blank > 0 {
			i = blank
		}
		return s[:i] + "…"
	}
	return s
}

// entries are the notes after the text, once the text has been laid out.
func (x *paper) entries() []ownEntry {
	var out []ownEntry
	for i := range x.own.all {
		if n := &x.own.all[i]; n.number > 0 {
			e := x.ownEntry(n.Entry, n.number)
			e.Back, e.Beside = n.drawn, n.beside
			out = append(out, e)
		}
	}
	return out
}

// ownIn yields the notes that share a byte with a span, by place.
func (x *paper) ownIn(s annotations.Span) func(func(*ownNote) bool) {
	if x.own.index == nil || s.Empty() {
		return func(func(*ownNote) bool) {}
	}
	return x.own.index.In(s.Start, s.End)
}

// ownMarks are the highlights around a piece of text, the outermost first. No highlight
// begins or ends inside the piece.
func (t *typeset) ownMarks(s annotations.Span) []ownMark {
	var out []ownMark
	for n := range t.ownIn(s) {
		m := ownMark{Class: "own " + n.Placed.Style.String()}
		if n.at.Start == s.Start {
			m.Class += " from"
		}
		if n.at.End == s.End {
			m.Class += " to"
		}
		if n.Placed.Style == notes.Side && !t.sides {
			m.Class += " each" // line for line, where the block has no room beside it
		}
		if n.number > 0 && !n.drawn {
			n.drawn, m.ID = true, n.number
		}
		out = append(out, m)
	}
	return out
}

// sideLines are the lines beside a paragraph, from the first line of the words to the
// last, in percent of its letters.
func (x *paper) sideLines(p annotations.Paragraph) []bar {
	var out []bar
	for n := range x.ownIn(p.Span) {
		if n.Placed.Style == notes.Side {
			out = append(out, x.share(p, n.at))
		}
	}
	return out
}

// styleLegend are the styles that the page shows, with the reader's names for them.
func (x *paper) styleLegend() []legend {
	var out []legend
	for _, style := range notes.Styles() {
		i := slices.IndexFunc(x.own.all, func(n ownNote) bool { return n.Placed.Style == style })
		if i >= 0 {
			out = append(out, legend{style.String(), x.line(x.own.all[i].Style)})
		}
	}
	return out
}
