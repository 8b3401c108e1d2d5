package dates

import (
	"context"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// op is how the value of a form is found.
type op uint8

const (
	fixed       op = iota + 1 // the words say all
	noYear                    // a day, month or the like of a year that is not said
	yearFromRef               // of a year that is counted from the article's
	aWeekday                  // date.d from Monday, 0
	fromRef                   // counted from the article's date
	fromAnchor                // counted from the date that the text named last
	sameDay                   // a time of day: of the day that the sentence names
	length                    // a duration
	recurring
	open // "now", "recent years"
)

// form is what an expression says, before it is known from where it counts.
type form struct {
	op      op
	mod     int8 // a modifier, "last"; -1 if there is none
	holiday uint8
	about   bool
	weekday int8 // of a day without its year, from Monday, 1; 0 if it is not said
	nth     int8 // which weekday of the month, "the first Saturday in July": 1 to 5, -1 for the last; 0 if it is none
	vague   bool // the number that is counted is not known: "several years ago"
	date    date
	n       int // grains from the date where it counts from
	score   float32
}

// expression is a form, or a range of two, and the tokens that it has.
type expression struct {
	form
	second      form // of a range; op is 0 if it is none
	habit       bool // what is so each year may be meant
	first, last int  // lexemes of the sentence, half-open
}

// anchor is the date that the text named last.
type anchor struct {
	date     date
	span     annotations.Span
	sentence int
	block    int32
	explicit bool // with its year
}

// reader reads the sentences of an article.
type reader struct {
	*table
	doc         *found.Doc
	text        string
	w           []lexeme // of the sentence
	base        int      // token of the first of them
	sentence    int
	block       int32
	capitals    bool
	mixed       bool // there is a capital in the sentence
	ref         date // of the article
	daysFirst   bool // numbers are day/month
	monthsFirst bool // numbers are month/day
	learnt      bool // from the text
	anchor      anchor
	people      uint8 // days of the week that are the given name of somebody, bits from Monday
	out         []found.Date
}

// begins tells which classes an expression can begin with.
var begins = func() (b [classes]bool) {
	for _, c := range []class{month, weekday, unit, weekend, part, clockw, season, num, ordinal, vagueNum, deictic, mod,
		edge, hedge, at, the, article, more, every, frequency, times, vague, recent, fiscal, tens, decade, quarter, holiday,
		clock, meridem, numeric, half, mark, era} {
		b[c] = true
	}
	return b
}()

// carries tells which classes make it worth to look at a sentence: none of its words
// being one of them, it has no date.
var carries = func() (b [classes]bool) {
	for _, c := range []class{month, weekday, unit, weekend, part, clockw, season, num, deictic, frequency, vague,
		fiscal, tens, decade, quarter, holiday, clock, meridem, numeric, clockw, ordinal} {
		b[c] = true
	}
	return b
}()

// Find finds the expressions of time of an article, in order; they do not overlap and
// none leaves its sentence. Of an article in another language than English it finds
// the days, months and years that the language writes in full, if it [Knows] it, and
// otherwise those in digits alone. It ends with the context's error soon after the
// context ends.
func Find(ctx context.Context, d *found.Doc) ([]found.Date, error) {
	r := newReader(d)
	read := r.english
	if g := grammarFor(baseOf(languageOf(d))); g != nil {
		read = func() { r.foreign(g) }
	}
	for i := range d.Sentences {
		if i%256 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		if r.take(i) {
			read()
		}
	}
	return r.out, nil
}

func newReader(d *found.Doc) *reader {
	r := &reader{table: words(), doc: d, text: d.Text, ref: reference(d.Published)}
	r.daysFirst, r.monthsFirst = order(languageOf(d))
	return r
}

// reference is the day, month or year that a text is of.
func reference(d annotations.Date) date {
	from, to := d.Earliest(), d.Latest()
	if d.IsZero() || from.IsZero() || to.IsZero() {
		return date{}
	}
	x := dayOf(from)
	switch days := to.Sub(from).Hours() / 24; {
	case days > 31:
		x = x.in(byYear)
	case days > 0:
		x = x.in(byMonth)
	}
	if x.last() != to && x.first() != from {
		return date{}
	}
	return x
}

// take makes a sentence the one that is read, and reports whether there may be dates
// in it.
func (r *reader) take(i int) bool {
	s := r.doc.Sentences[i]
	r.w, r.base, r.sentence, r.block, r.capitals = r.w[:0], int(s.First), i, s.Block, s.Capitals
	worth := false
	r.mixed = false
	for _, t := range r.doc.Tokens[s.First:s.Last] {
		l := r.lex(r.text, t)
		worth = worth || carries[l.class] || l.class == none && l.is(letters) && r.text[t.Start] >= 0x80
		r.mixed = r.mixed || l.is(upper)
		r.w = append(r.w, l)
	}
	return worth
}

// english reads the sentence as English.
func (r *reader) english() {
	for i := 0; i < len(r.w); {
		if !begins[r.w[i].class] {
			i++
			continue
		}
		e, ok := r.expression(i)
		if !ok {
			i++
			continue
		}
		if e.op != 0 { // else it is a reason to leave these words alone
			r.settle(e)
		}
		i = max(e.last, i+1)
	}
}

func (r *reader) at(i int) lexeme {
	if i < 0 || i >= len(r.w) {
		return lexeme{}
	}
	return r.w[i]
}

// word is the text of a lexeme, empty outside the sentence.
func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.w) {
		return ""
	}
	return r.doc.Word(r.base + i)
}

// says reports whether a lexeme is a word, which is given in lower case.
func (r *reader) says(i int, low string) bool { return folds(r.word(i), low) }

// oneOf reports whether a lexeme is one of the words of a list, which stands in lower
// case with blanks between.
func (r *reader) oneOf(i int, list string) bool {
	w := r.word(i)
	if w == "" {
		return false
	}
	for list != "" {
		var one string
		one, list, _ = strings.Cut(list, " ")
		if folds(w, one) {
			return true
		}
	}
	return false
}

// joined reports whether no blank stands between the lexemes i-1 and i.
func (r *reader) joined(i int) bool {
	return i > 0 && i < len(r.w) && r.doc.Tokens[r.base+i-1].End == r.doc.Tokens[r.base+i].Start
}

// among reports whether the class of a lexeme is one of a set.
func (r *reader) among(i int, s set) bool { return s>>r.at(i).class&1 != 0 }

// unitAt reports whether a lexeme is a unit of time in the singular.
func (r *reader) unitAt(i int, n int32) bool {
	l := r.at(i)
	return l.class == unit && l.n == n && !l.is(plural)
}

// modAt reports whether a lexeme is a modifier.
func (r *reader) modAt(i int, n int32) bool { return r.is(i, mod) && r.at(i).n == n }

// plain reports whether a lexeme is a word that has no part in a date.
func (r *reader) plain(i int) bool { l := r.at(i); return l.class == none && l.is(letters) }

// tied reports whether the lexeme at i is a hyphen without blanks around it.
func (r *reader) tied(i int) bool { return r.is(i, dash) && r.joined(i) && r.joined(i+1) }

func (r *reader) is(i int, c class) bool { return i >= 0 && i < len(r.w) && r.w[i].class == c }

func (r *reader) span(first, last int) annotations.Span { return r.doc.Span(r.base+first, r.base+last) }
