package export

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/quiet"
	"sidelight/annotations/text"
)

type pageParagraph struct {
	Number int
	Runs   []run
	Bars   []bar
	Sides  []bar  // lines of the reader's beside the paragraph
	Voices string // the bars in words
}

// run is a piece of a paragraph: plain text, a mark, or a note of the reader's.
type run struct {
	Text   string
	Style  annotations.Style
	Href   string    // where it leads, or empty
	Own    []ownMark // highlights around it, the outermost first
	Mark   *mark
	Sign   bool      // a quotation mark of a quotation that the program found
	Letter *ownEntry // the letter of a note
	Beside *ownEntry // a note in the margin
}

// Em, Strong, Code, Small, Sup, Sub and Del report how a piece is set apart.
func (r run) Em() bool     { return r.Style&annotations.Emphasis != 0 }
func (r run) Strong() bool { return r.Style&annotations.Strong != 0 }
func (r run) Code() bool   { return r.Style&annotations.Code != 0 }
func (r run) Small() bool  { return r.Style&annotations.Small != 0 }
func (r run) Sup() bool    { return r.Style&annotations.Superscript != 0 }
func (r run) Sub() bool    { return r.Style&annotations.Subscript != 0 }
func (r run) Del() bool    { return r.Style&annotations.Strikethrough != 0 }

// mark is a mention on the page, or the part of it that lies in one paragraph. Links
// cannot nest: a mark that holds another one is no link and has a link after its last
// word.
type mark struct {
	ID     int    // 0 for a further part
	Class  string // empty where no line shows at rest
	Card   int
	Leaf   bool
	Number bool // the number of the card stands behind the words
	Runs   []run
	signs  bool // its quotation marks have the ink of the kind
}

// signed sets the quotation marks at both ends of the words of a mark apart.
func signed(runs []run) []run {
	cut := func(r run, at int) []run {
		a, b := r, r
		a.Text, b.Text = r.Text[:at], r.Text[at:]
		return []run{a, b}
	}
	if n := len(runs) - 1; n >= 0 && runs[n].Mark == nil {
		if last, size := utf8.DecodeLastRuneInString(runs[n].Text); text.IsQuote(last) && len(runs[n].Text) > size {
			runs = append(runs[:n:n], cut(runs[n], len(runs[n].Text)-size)...)
			runs[n+1].Sign = true
		}
	}
	if len(runs) > 0 && runs[0].Mark == nil {
		if first, size := utf8.DecodeRuneInString(runs[0].Text); text.IsQuote(first) && len(runs[0].Text) > size {
			runs = append(cut(runs[0], size), runs[1:]...)
			runs[0].Sign = true
		}
	}
	return runs
}

// bar is the voice of a passage in the margin: where it begins and how long it is, in
// percent of its paragraph's letters.
type bar struct {
	Class       string
	Top, Height float64
}

// shownAtRest are the mentions whose lines the window shows at rest.
func shownAtRest(e *annotations.Edition) map[annotations.MentionID]bool {
	out := map[annotations.MentionID]bool{}
	for _, p := range e.Article().Paragraphs() {
		for _, c := range quiet.Choose(e, p) {
			out[c.Mention.ID()] = c.Why == quiet.Shown
		}
	}
	return out
}

// typeset is a paragraph as it is drawn.
type typeset struct {
	*paper
	start int // of the paragraph in the article
	drawn []rune
	runes []int // the index in drawn of each byte of the paragraph, and of its end

	sides   bool     // the block is a paragraph, beside which there is room
	inserts []insert // what stands between the words, by place
}

func (x *paper) typeset(p annotations.Paragraph) *typeset {
	a := x.e.Article()
	words := a.Slice(p.Span)
	drawn := words
	if a.Block(a.ParagraphAt(p.Start)).Kind != annotations.BlockCode { // code is kept as it is
		drawn = x.by.Drawn(words)
	}
	t := &typeset{paper: x, start: p.Start, drawn: []rune(drawn), runes: make([]int, len(words)+1)}
	n := 0
	for i := range len(words) {
		if utf8.RuneStart(words[i]) && i > 0 {
			n++
		}
		t.runes[i] = n
	}
	t.runes[len(words)] = len(t.drawn)
	return t
}

// text is a span of the paragraph as it is drawn.
func (t *typeset) text(start, end int) string {
	s := string(t.drawn[t.runes[start-t.start]:t.runes[end-t.start]])
	if t.e.Article().Structured() { // a line that ends where its writer ended it
		return text.VisibleLines(strings.ReplaceAll(strings.ReplaceAll(s, "\r", ""), "\t", "    "))
	}
	return text.Visible(s)
}

// runs are the pieces of a span. Marks are the mentions from the first one inside it
// on; rest are those that begin behind it.
func (t *typeset) runs(in annotations.Span, marks []*annotations.Mention) (out []run, rest []*annotations.Mention) {
	return t.runsIn(in, marks, false)
}

func (t *typeset) runsIn(in annotations.Span, marks []*annotations.Mention, inMark bool) (out []run, rest []*annotations.Mention) {
	at := in.Start
	plain := func(to int) {
		for !inMark && len(t.inserts) > 0 && t.inserts[0].at <= to {
			next := t.inserts[0]
			t.inserts = t.inserts[1:]
			if next.at > at {
				out = append(out, t.plain(annotations.Span{Start: at, End: next.at}, false)...)
				at = next.at
			}
			out = append(out, next.run)
		}
		if to > at {
			out = append(out, t.plain(annotations.Span{Start: at, End: to}, inMark)...)
		}
		at = max(at, to)
	}
	for len(marks) > 0 {
		m := marks[0]
		part := m.Intersect(in)
		if part.Empty() {
			break
		}
		plain(part.Start)
		k := t.mark(m)
		k.Runs, marks = t.runsIn(part, marks[1:], true)
		k.Leaf = !slices.ContainsFunc(k.Runs, func(r run) bool { return r.Mark != nil })
		k.Number = k.Number || !k.Leaf
		if k.signs {
			k.Runs = signed(k.Runs)
		}
		if t.shown[m.ID()] && lined(k.Runs) {
			k.Class += " outer"
		}
		out = append(out, run{Mark: k})
		at = part.End
	}
	plain(in.End)
	return out, marks
}

// mark is a mention without what it holds.
func (t *typeset) mark(m *annotations.Mention) *mark {
	k := &mark{Card: t.number[m.Entity]}
	if n, ok := t.e.Entity(m.Entity); ok && t.shown[m.ID()] {
		k.Class = n.Kind.String()
		if m.Origin == annotations.Found {
			k.Class += " found"
			k.signs = n.Kind == annotations.Quote
		}
		if m.Unsure() {
			k.Class += " unsure"
		}
	}
	if t.anchor[m.ID()] == 0 {
		t.anchor[m.ID()] = len(t.anchor) + 1
		k.ID = t.anchor[m.ID()]
	}
	k.Number = !t.first[m.Entity]
	t.first[m.Entity] = true
	return k
}

// lined reports whether a line lies under any of the pieces.
func lined(runs []run) bool {
	return slices.ContainsFunc(runs, func(r run) bool {
		return r.Mark != nil && (r.Mark.Class != "" && !strings.HasPrefix(r.Mark.Class, annotations.Quote.String()) || lined(r.Mark.Runs))
	})
}

// bars are the voices of a paragraph, for the eye and in words.
func (x *paper) bars(p annotations.Paragraph) (bars []bar, words string) {
	var said []string
	for v := range x.e.PassagesIn(p.Span) {
		if v.Voice == annotations.OwnAccount {
			continue
		}
		b := x.share(p, v.Span)
		b.Class = v.Voice.String()
		if v.Origin == annotations.Found {
			b.Class += " found"
		}
		bars = append(bars, b)
		if name := x.line(x.by.Attribution(x.e, *v)); !slices.Contains(said, name) {
			said = append(said, name)
		}
	}
	return bars, strings.Join(said, "; ")
}

// share is the part of a paragraph that a span is, without a class.
func (x *paper) share(p annotations.Paragraph, of annotations.Span) bar {
	whole, part := x.points.Position(p.Span), x.points.Position(of.Intersect(p.Span))
	percent := func(from, to int) float64 {
		return float64(int(float64(to-from)/float64(whole.End-whole.Start)*1000)) / 10
	}
	return bar{Top: percent(whole.Start, part.Start), Height: percent(part.Start, part.End)}
}
