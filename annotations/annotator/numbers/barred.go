package numbers

import (
	"sidelight/annotations"
)

// barred reports whether what stands around an amount says that it is a name, a mark
// or a part of something, whatever it may count.
func (r *reader) barred(a *amount) bool {
	if a.swapped || a.tail != "" && !r.tailFits(a) {
		return true
	}
	if r.gluedBehind(a) || r.bracketed(a) || r.marker(a) || r.clock(a) || r.street(a) || r.multiple(a) {
		return true
	}
	return a.currency == "" && (r.titled(a) || r.referred(a.first-1))
}

// tailFits reports whether the letters behind digits are a unit.
func (r *reader) tailFits(a *amount) bool {
	switch a.tail {
	case "pc":
		return true
	case "p", "c", "¢":
		return a.currency == "" && a.tail != "c"
	case "A", "J", "K", "N", "MP", "bar": // "4A", "5K run"
		return false
	}
	if _, ok := exactly(a.tail, unitSigns); ok {
		return true
	}
	_, ok := lookup(a.tail, unitWords)
	return ok && len(a.tail) < 4
}

// gluedBehind reports whether a sign that stands right behind an amount makes it a part
// of a name, an address or a row of numbers.
func (r *reader) gluedBehind(a *amount) bool {
	i := a.last
	if !r.in(i) || !r.glued(i) {
		return false
	}
	switch c := r.sign(i); c {
	case '/', '_', '@', '=', '\\', '#', '&', '×':
		return !(c == '/' && a.tail != "")
	case '.', ':', ',':
		return r.in(i+1) && r.glued(i+1) && (r.numeral(i+1) || r.letters(i+1) && c != ',')
	}
	return dash(r.sign(i)) && r.glued(i+1) && r.in(i+1) && r.numeral(i+1)
}

// bracketed reports whether an amount is a mark in square brackets.
func (r *reader) bracketed(a *amount) bool {
	return r.sign(a.first-1) == '[' && a.currency == "" && (r.sign(a.last) == ']' || r.sign(a.last) == ',' || dash(r.sign(a.last)))
}

// marker reports whether an amount is the mark of an item or the number of a heading.
func (r *reader) marker(a *amount) bool {
	first := int(r.here.First)
	if first == a.first-1 && r.sign(first) == '(' && r.sign(a.last) == ')' {
		return true
	}
	if a.first != first || !a.digits || a.currency != "" || a.grouped || a.tail != "" {
		return false
	}
	if r.closes(a.last) {
		return a.last+1 == int(r.here.Last) || !r.glued(a.last+1)
	}
	return a.value < 21 && r.in(a.last) && r.letters(a.last) && r.capital(a.last) && r.heads()
}

// heads reports whether a sentence is a heading, or looks like one of a plain text: a few
// words on a line by themselves, below the first line, that no sign ends.
func (r *reader) heads() bool {
	const most = 8
	if r.here.Kind == annotations.BlockHeading {
		return true
	}
	n := r.here.Last - r.here.First
	return r.here.Kind == annotations.BlockParagraph && r.here.Block > 0 && n < most && r.sign(int(r.here.Last)-1) == 0 &&
		int(r.d.Tokens[r.here.First].Start) == r.d.Article.Paragraph(int(r.here.Block)).Start &&
		int(r.d.Tokens[r.here.Last-1].End) == r.d.Article.Paragraph(int(r.here.Block)).End
}

// closes reports whether a token stands right behind the mark of an item: ".", ")" or ":".
func (r *reader) closes(i int) bool {
	switch r.sign(i) {
	case '.', ')', ':':
		return r.glued(i)
	}
	return false
}

// clock reports whether an amount is a time of day.
func (r *reader) clock(a *amount) bool {
	i := a.last
	if a.currency != "" {
		return false
	}
	return r.any(i, clocks) || (r.is(i, "a") || r.is(i, "p")) && r.sign(i+1) == '.' && r.is(i+2, "m")
}

// street reports whether an amount is the number of a house: "10 Downing Street".
func (r *reader) street(a *amount) bool {
	if !a.digits || a.grouped || a.currency != "" {
		return false
	}
	for i := a.last; i < a.last+4 && r.in(i) && r.letters(i) && r.capital(i); i++ {
		if i > a.last && listed(r.word(i), streets) {
			return true
		}
	}
	return false
}

// multiple reports whether an amount says how often: "three times", "10x".
func (r *reader) multiple(a *amount) bool {
	return r.is(a.last, "times") || r.is(a.last, "fold") || r.is(a.last, "x") || r.is(a.last, "th") ||
		r.linked(a.last) && (r.is(a.last+1, "times") || r.is(a.last+1, "fold"))
}

// titled reports whether an amount in words is a part of a name: "World War Two".
func (r *reader) titled(a *amount) bool {
	if a.digits || r.here.Capitals || !r.capital(a.first) || a.first == int(r.here.First) {
		return false
	}
	next := r.in(a.last) && r.letters(a.last) && r.capital(a.last)
	return next || r.letters(a.first-1) || r.numeral(a.first-1)
}

// referred reports whether a token says that what follows is the number of something:
// "No.", "#", "pp.".
func (r *reader) referred(i int) bool {
	switch r.sign(i) {
	case '#', '№', '§', '+', '/', '@', '_', '=':
		return true
	case '.':
		return r.glued(i) && r.any(i-1, abbreviated)
	}
	return r.any(i, numbered)
}

// abbreviated are the words that stand with a full stop before the number of a thing,
// sorted.
var abbreviated = []string{
	"app", "art", "arts", "ch", "chap", "eq", "ex", "fig", "figs", "no", "nos", "nr", "op", "p", "para", "pp", "ref",
	"sec", "tab", "tel", "v", "vol", "vols",
}

// numbered are the words that stand without a full stop before the number of a thing,
// sorted.
var numbered = []string{"isbn", "issn", "nos", "nr", "pp", "tel", "telephone", "versus", "vs"}

// counts reports whether a reading is an amount and no name, year or label.
func (r *reader) counts(x *reading) bool {
	if r.lonely(x) {
		return false
	}
	switch x.class {
	case money, percent, aged, share:
		return true
	case measured:
		return !(x.joined && x.currency == "" && x.value == x.high)
	case counting:
		return !r.yearly(x) && !r.labelled(x, true)
	}
	return r.bareCounts(x)
}

// lonely reports whether "one" is no amount: a pronoun, or the article said with
// weight. It is one with a unit, a hedge or a few nouns.
func (r *reader) lonely(x *reading) bool {
	if x.value != 1 || x.high != 1 || x.digits || x.scaled || x.part {
		return false
	}
	switch {
	case x.class == percent || x.class == money || x.class == aged:
		return false
	case x.class == measured:
		return x.hedge == "" && listed(r.wordOr(x.amount.last), durations)
	}
	if r.any(x.amount.last, lone) {
		x.unit, x.counted, x.class, x.last = r.word(x.amount.last), r.word(x.amount.last), counting, x.amount.last+1
		if x.unit == "person" {
			x.unit = "people"
		}
		return false
	}
	return x.hedge == "" || x.class != bare || !r.alone(x.last)
}

// yearly reports whether a number that seems to count is a year: "the 2024 elections".
func (r *reader) yearly(x *reading) bool {
	if !x.digits || x.count != 4 || x.grouped || x.decimal || x.scaled || x.hedge != "" || x.value > 2100 || x.value < 1000 {
		return false
	}
	if x.ranged {
		return true
	}
	return x.value >= 1900 && x.value <= 2050 && !r.any(x.amount.last, plurals) || !x.direct
}

// labelled reports whether the word before a number says that it is the number of a
// thing: "Section 4", "Boeing 737", "phase two".
func (r *reader) labelled(x *reading, counted bool) bool {
	i := x.amount.first - 1
	if i < int(r.here.First) || x.hedge != "" || !r.letters(i) || x.grouped || x.scaled || x.decimal {
		return false
	}
	if listed(r.word(i), identifies) {
		return !counted || r.capital(i) && !r.here.Capitals || listed(r.word(i), strictly)
	}
	return false
}

// strictly are those words before a number that is a name even with a noun behind it,
// sorted.
var strictly = []string{
	"category", "chapter", "class", "figure", "grade", "level", "page", "paragraph", "phase", "section", "step", "table", "type",
	"version",
}

// bareCounts reports whether a number with nothing beside it is an amount.
func (r *reader) bareCounts(x *reading) bool {
	switch {
	case x.joined && !x.grouped, x.zero(), r.linked(x.last) && r.in(x.last+1), x.digits && r.mark(x):
		return false
	case r.labelled(x, false), r.named(x), r.inlineMarker(x), r.wholly(x):
		return false
	case x.hedge != "":
		return true
	case !r.english:
		return x.large() || r.foreignCounts(x)
	case !x.digits && !x.scaled:
		return r.sayable(x)
	}
	return x.large() || x.value >= 10 && r.here.Kind != annotations.BlockCell
}

// variable reports whether a token is one letter.
func (r *reader) variable(i int) bool {
	return r.in(i) && len(r.word(i)) == 1 && r.letters(i)
}

// large reports whether a number is written as an amount is.
func (x *reading) large() bool { return x.grouped || x.scaled || x.decimal }

// foreignCounts reports whether bare digits in another language may count the word behind
// them.
func (r *reader) foreignCounts(x *reading) bool {
	return x.value >= 10 && r.noun(x.last) && !r.capital(x.last)
}

// mark reports whether bare digits are of a row of numbers, in brackets, a year, or too
// many for an amount.
func (r *reader) mark(x *reading) bool {
	if r.beside(x.last) || r.beside(x.first-1) { // a telephone, a table
		return true
	}
	if x.large() {
		return x.hedge != "" && x.hedge[0] < 'A' && r.variable(x.first-1) // "p < 0.05"
	}
	year := x.count == 4 && x.value >= 1000 && x.value <= 2100
	return year || x.count > mostUnspaced || r.sign(x.amount.first-1) == '(' && r.sign(x.last) == ')'
}

// zero reports whether a number is none: "zero", "0".
func (x *reading) zero() bool { return x.value == 0 && x.high == 0 }

// beside reports whether a token is a numeral.
func (r *reader) beside(i int) bool {
	return i >= int(r.here.First) && i < int(r.here.Last) && r.numeral(i)
}

// inlineMarker reports whether a number is the mark of an item in a sentence: "either
// 1) this or 2) that".
func (r *reader) inlineMarker(x *reading) bool {
	if !x.digits || r.sign(x.last) != ')' || x.grouped || x.decimal {
		return false
	}
	for i := x.first - 1; i >= int(r.here.First) && i > x.first-mostParenthesis; i-- {
		if r.sign(i) == '(' {
			return false
		}
	}
	return true
}

// mostParenthesis is how many tokens a parenthesis may have before a number in it.
const mostParenthesis = 24

// wholly reports whether a small number is all of its sentence, as the sign of a note
// is.
func (r *reader) wholly(x *reading) bool {
	return x.digits && !x.grouped && !x.decimal && !x.scaled && x.first == int(r.here.First) && x.last >= int(r.here.Last)-1
}

// named reports whether a number stands in a name: "Boeing 737", "30 Rock".
func (r *reader) named(x *reading) bool {
	i := x.amount.first - 1
	if x.grouped || x.scaled || x.decimal || r.here.Capitals {
		return false
	}
	if x.digits && r.in(x.last) && r.letters(x.last) && r.capital(x.last) {
		return true // "30 Rock"
	}
	if i < int(r.here.First) || !r.letters(i) || !r.capital(i) {
		return false
	}
	return i > int(r.here.First) || !listed(r.word(i), stops)
}

// sayable reports whether a bare number in words may count something: not behind "the"
// and the like, where it stands for things that are named before.
func (r *reader) sayable(x *reading) bool {
	return !r.any(x.amount.first-1, pointing) && !r.is(x.amount.last, "of") && r.alone(x.amount.last)
}
