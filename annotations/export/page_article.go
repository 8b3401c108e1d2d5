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
	Voices string // the bars in words
}

// run is a piece of a paragraph: plain text, or a mark.
type run struct {
	Text string
	Mark *mark
}

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
			out[c.Mention.ID] = c.Why == quiet.Shown
		}
	}
	return out
}

func (x *paper) paragraphs() []pageParagraph {
	out := make([]pageParagraph, 0, x.e.Article().Len())
	for _, p := range x.e.Article().Paragraphs() {
		t := x.typeset(p)
		marks := slices.Collect(x.e.MentionsIn(p.Span))
		runs, _ := t.runs(p.Span, marks)
		next := pageParagraph{Number: p.Number, Runs: runs}
		next.Bars, next.Voices = x.bars(p)
		out = append(out, next)
	}
	return out
}

// typeset is a paragraph as it is drawn.
type typeset struct {
	*paper
	start int // of the paragraph in the article
	drawn []rune
	runes []int // the index in drawn of each byte of the paragraph, and of its end
}

func (x *paper) typeset(p annotations.Paragraph) *typeset {
	words := x.e.Article().Slice(p.Span)
	t := &typeset{paper: x, start: p.Start, drawn: []rune(x.by.Drawn(words)), runes: make([]int, len(words)+1)}
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
	return text.Visible(string(t.drawn[t.runes[start-t.start]:t.runes[end-t.start]]))
}

// runs are the pieces of a span. Marks are the mentions from the first one inside it
// on; rest are those that begin behind it.
func (t *typeset) runs(in annotations.Span, marks []*annotations.Mention) (out []run, rest []*annotations.Mention) {
	at := in.Start
	plain := func(to int) {
		if to > at {
			out = append(out, run{Text: t.text(at, to)})
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
		k.Runs, marks = t.runs(part, marks[1:])
		k.Leaf = !slices.ContainsFunc(k.Runs, func(r run) bool { return r.Mark != nil })
		k.Number = k.Number || !k.Leaf
		if t.shown[m.ID] && lined(k.Runs) {
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
	if n, ok := t.e.Entity(m.Entity); ok && t.shown[m.ID] {
		k.Class = n.Kind.String()
	}
	if t.anchor[m.ID] == 0 {
		t.anchor[m.ID] = len(t.anchor) + 1
		k.ID = t.anchor[m.ID]
	}
	k.Number = !t.first[m.Entity]
	t.first[m.Entity] = true
	return k
}

// lined reports whether a line lies under any of the pieces.
func lined(runs []run) bool {
	return slices.ContainsFunc(runs, func(r run) bool {
		return r.Mark != nil && (r.Mark.Class != "" && r.Mark.Class != annotations.Quote.String() || lined(r.Mark.Runs))
	})
}

// bars are the voices of a paragraph, for the eye and in words.
func (x *paper) bars(p annotations.Paragraph) (bars []bar, words string) {
	var said []string
	whole := float64(utf8.RuneCountInString(x.e.Article().Slice(p.Span)))
	share := func(from, to int) float64 {
		n := utf8.RuneCountInString(x.e.Article().Slice(annotations.Span{Start: from, End: to}))
		return float64(int(float64(n)/whole*1000)) / 10
	}
	for v := range x.e.PassagesIn(p.Span) {
		if v.Voice == annotations.OwnAccount {
			continue
		}
		s := v.Intersect(p.Span)
		bars = append(bars, bar{v.Voice.String(), share(p.Start, s.Start), share(s.Start, s.End)})
		if name := x.line(x.by.Attribution(x.e, *v)); !slices.Contains(said, name) {
			said = append(said, name)
		}
	}
	return bars, strings.Join(said, "; ")
}
