package says

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// reader goes through the sentences of an article that hold mentions by name.
type reader struct {
	d *found.Doc
	c *found.Cast

	first, last int              // tokens of the sentence
	here        []int            // indices of the mentions by name that begin in the sentence, in order
	span        annotations.Span // of the sentence
	marks       []int            // the tokens of the sentence at which a quotation begins or ends
	open        bool             // the sentence begins inside a quotation
	block       int32
	question    bool
	beside      []int // of each of here: the token behind what stands in apposition to it
	title       []int // of each of here: the first token of its title

	called [][]line // of each entity
	more   []found.Mention
	out    []found.Relation
}

// line is what the article calls an entity, and how good it is as an identity line.
type line struct {
	annotations.Span
	rank int
}

// Read sets what the article calls the entities of a cast, best first, adds abbreviations
// to their aliases and descriptions to the mentions, and returns the relations that the
// article puts between two of them in one clause. It ends with the context's error soon
// after the context ends.
func Read(ctx context.Context, d *found.Doc, c *found.Cast) ([]found.Relation, error) {
	r := &reader{d: d, c: c, called: make([][]line, len(c.Entities))}
	m := 0
	for s := range d.Sentences {
		if s%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		m = r.enter(s, m)
		r.quotes(s)
		if len(r.here) > 0 {
			r.sentence(s)
		}
		r.open = r.open != (len(r.marks)%2 == 1)
	}
	r.abbreviations()
	r.set()
	return r.out, ctx.Err()
}

// enter makes a sentence the current one. The mention with the index m is the first that
// may begin in it; the index of the next such mention is returned.
func (r *reader) enter(s, m int) int {
	r.first, r.last = int(r.d.Sentences[s].First), int(r.d.Sentences[s].Last)
	r.here = r.here[:0]
	for ; m < len(r.c.Mentions) && r.c.Mentions[m].First < r.last; m++ {
		x := &r.c.Mentions[m]
		if n := len(r.here); x.Form.Names() && x.First >= r.first && x.Last <= r.last && (n == 0 || r.c.Mentions[r.here[n-1]].Last <= x.First) {
			r.here = append(r.here, m)
		}
	}
	return m
}

// quotes notes where quotations begin and end in the current sentence. One that is still
// open at the end of a block ends there.
func (r *reader) quotes(s int) {
	if b := r.d.Sentences[s].Block; b != r.block {
		r.block, r.open = b, false
	}
	r.marks = r.marks[:0]
	open := r.open
	for i := r.first; i < r.last; i++ {
		w := r.d.Word(i)
		if w[0] != '"' && w[0] < 0x80 || !quoteSign(w) {
			continue
		}
		if w == "\"" || (w == "”" || w == "»") == open {
			r.marks = append(r.marks, i)
			open = !open
		}
	}
}

// spoken reports whether a token stands inside a quotation.
func (r *reader) spoken(token int) bool {
	in := r.open
	for _, i := range r.marks {
		if i > token {
			break
		}
		in = !in
	}
	return in
}

// sentence reads the current sentence.
func (r *reader) sentence(s int) {
	if headline(r.d, s) {
		return
	}
	r.span = r.d.Span(r.first, r.last)
	r.question = r.d.Word(r.last-1) == "?"
	r.beside, r.title = r.beside[:0], r.title[:0]
	for k := range r.here {
		m := &r.c.Mentions[r.here[k]]
		r.title = append(r.title, m.First)
		r.beside = append(r.beside, m.Last)
		if r.spoken(m.First) {
			continue
		}
		if r.c.Entities[m.Entity].Kind == annotations.Person {
			r.title[k] = r.titleOf(k)
		}
		if !r.question {
			r.beside[k] = r.apposition(k)
			r.copula(k)
		}
	}
	if !r.question {
		r.relations()
	}
}

// headline reports whether a sentence is a heading, or looks like one: its words begin
// with capitals, and no full stop ends it.
func headline(d *found.Doc, s int) bool {
	x := &d.Sentences[s]
	return x.Kind == annotations.BlockHeading || x.Capitals && d.Word(int(x.Last)-1) != "."
}

// call notes what the article calls an entity.
func (r *reader) call(e int, s annotations.Span, rank int) {
	if len(r.called[e]) < maxLines {
		r.called[e] = append(r.called[e], line{s, rank})
	}
}

// maxLines is how many lines are kept for an entity while the article is read, and
// maxCalled how many are kept of these.
const (
	maxLines  = 64
	maxCalled = 8
)

// set hands over what was found: lines best first, each wording once.
func (r *reader) set() {
	for e := range r.called {
		all := r.called[e]
		slices.SortStableFunc(all, func(a, b line) int { return b.rank - a.rank })
		for _, l := range all {
			words := r.d.Text[l.Start:l.End]
			known := slices.ContainsFunc(r.c.Entities[e].Called, func(o annotations.Span) bool {
				return strings.EqualFold(r.d.Text[o.Start:o.End], words)
			})
			if !known && len(r.c.Entities[e].Called) < maxCalled {
				r.c.Entities[e].Called = append(r.c.Entities[e].Called, l.Span)
			}
		}
	}
	r.c.Mentions = merge(r.c.Mentions, r.more)
}

// addition is a mention of a cast or one that is to be added to it.
type addition struct {
	m       found.Mention
	own     bool
	dropped bool
}

// merge adds mentions to those of a cast and leaves out each that would cross another or
// stand where another does.
func merge(all, more []found.Mention) []found.Mention {
	if len(more) == 0 {
		return all
	}
	both := make([]addition, 0, len(all)+len(more))
	for _, m := range all {
		both = append(both, addition{m: m, own: true})
	}
	for _, m := range more {
		both = append(both, addition{m: m})
	}
	slices.SortStableFunc(both, func(a, b addition) int { return order(&a.m, &b.m) })
	var open []int // those around the current one, outer first
	for i := range both {
		for len(open) > 0 && both[open[len(open)-1]].m.End <= both[i].m.Start {
			open = open[:len(open)-1]
		}
		for len(open) > 0 && clash(&both[open[len(open)-1]], &both[i]) {
			open = open[:len(open)-1]
		}
		if !both[i].dropped {
			open = append(open, i)
		}
	}
	out := make([]found.Mention, 0, len(both))
	for i := range both {
		if !both[i].dropped {
			out = append(out, both[i].m)
		}
	}
	return out
}

// clash drops one of two mentions that cannot both be, the outer or earlier one first
// given, and reports whether it was that one.
func clash(x, y *addition) bool {
	switch {
	case twice(&x.m, &y.m):
		y.dropped = true
	case !x.m.Crosses(y.m.Span) && x.m.Span != y.m.Span:
	case y.own && !x.own:
		x.dropped = true
		return true
	default:
		y.dropped = !y.own
	}
	return false
}

// twice reports whether a description stands in a longer one of the same entity: "the
// president" in "the president of Ukraine".
func twice(outer, inner *found.Mention) bool {
	return outer.Form == annotations.Description && inner.Form == annotations.Description && outer.Entity == inner.Entity && outer.Covers(inner.Span)
}

func order(a, b *found.Mention) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return b.End - a.End
}

// word is the word at a token of the sentence, "" outside of it.
func (r *reader) word(i int) string {
	if i < r.first || i >= r.last {
		return ""
	}
	return r.d.Word(i)
}

func quoteSign(w string) bool {
	switch w {
	case "\"", "“", "”", "„", "«", "»":
		return true
	}
	return false
}

func capital(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c)
}

func possessive(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }

// closed reports whether the word at a token can stand behind a name that is complete:
// neither a noun that the name belongs to nor a possessive end.
func (r *reader) closed(i int) bool {
	w := r.word(i)
	if w == "" {
		return true
	}
	switch w {
	case "and", "or", "but", "to", "in", "on", "at", "from", "with", "by", "for", "of", "after", "before", "since", "until", "during",
		"when", "while", "because", "as", "over", "about", "who", "whom", "which", "that", "where", "then", "last", "this", "earlier", "later",
		"again", "is", "was", "has", "had", "will", "would", "if", "than", "under", "against", "into", "through", "without", "between", "instead",
		"yesterday", "today", "early", "late", "next", "alone", "also", "too", "twice", "once", "so", "near", "via", "following", "amid", "ahead", "outside", "inside", "despite", "though", "although":
		return true
	}
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsPunct(c) && !possessive(w) && c != '-' && c != '–' && c != '&' && c != '/' && c != '%' && !quoteSign(w)
}

func lower(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; 'A' <= c && c <= 'Z' {
			return strings.ToLower(w)
		}
	}
	return w
}
