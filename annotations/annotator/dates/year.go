package dates

// Years, decades and centuries.

// year reads a year that stands by itself at i: "1997", "AD 79", "44 BC".
func (r *reader) year(i int) (f form, end int) {
	l := r.at(i)
	if l.class != num || l.is(grouped|spelled) || l.len > 4 || l.n == 0 || r.joined(i) && r.joinedBadly(i) && !r.is(i-1, dash) {
		return f, 0
	}
	f = form{op: fixed, date: date{grain: byYear, y: int(l.n)}, score: 0.96}
	if j := r.era(i + 1); j > 0 {
		if r.at(i+1).n < 0 {
			f.date.y = 1 - f.date.y
		}
		return f, j
	}
	if r.is(i-1, era) && r.at(i-1).n > 0 {
		return f, i + 1
	}
	if f.score = r.yearScore(i); f.score == 0 {
		return form{}, 0
	}
	f.date.about = r.is(i-1, point) && r.says(i-2, "c") // "c. 1850"
	return f, i + 1
}

// otherNumber reports whether what stands beside the four digits at i makes them an
// amount, or a part of a longer number or name.
func (r *reader) otherNumber(i int) bool {
	next := r.at(i + 1)
	switch next.class {
	case point:
		return r.joined(i+1) && r.joined(i+2) && (r.at(i+2).is(letters) || r.is(i+2, num))
	case unit:
		return next.n != year
	case scale, currency:
		return true
	case slash:
		return r.joined(i+1) && !r.is(i+2, num)
	case mark:
		if next.n == ':' && r.joined(i+1) && r.is(i+2, num) {
			return true
		}
	}
	return r.is(i-1, currency) || r.percent(i+1) || r.measured(i+1)
}

// Classes before a year.
var (
	datedBy  = setOf(month, season, quarter, fiscal, edge)
	openedBy = setOf(of, from, to, until, between, and)
)

// yearOr reads a year or, with what stands behind it, a quarter of it: "the 1988 third
// quarter".
func (r *reader) yearOr(i int) (f form, end int) {
	if f, end = r.yearInWords(i); end > 0 {
		return f, end
	}
	f, end = r.year(i)
	if end > 0 {
		if q, e := r.quarterForm(end); e > 0 && q.op == noYear && q.mod < 0 {
			q.op, q.date.y = fixed, f.date.y
			return q, e
		}
	}
	return f, end
}

// yearInWords reads "nineteen ninety-six".
func (r *reader) yearInWords(i int) (f form, end int) {
	l, t := r.at(i), r.at(i+1)
	if !l.is(spelled) || l.n < 15 || l.n > 20 || t.class != num || !t.is(spelled) || t.n < 13 {
		return f, 0
	}
	n, _, end := r.numeral(i + 1)
	if n > 99 || r.among(end, setOf(unit, scale)) || r.percent(end) {
		return f, 0
	}
	return form{op: fixed, date: date{grain: byYear, y: int(100*l.n) + n}, score: 0.9}, end
}

// era is the end of "BC", "B.C." or "AD" at i; 0 if there is none.
func (r *reader) era(i int) int {
	if !r.is(i, era) {
		return 0
	}
	l := r.at(i)
	if !l.is(upper) && l.n > 0 {
		return 0
	}
	return i + 1
}

// yearScore is how sure it is that the number at i is a year; 0 if it is none.
func (r *reader) yearScore(i int) float32 {
	l := r.at(i)
	if l.len != 4 || l.n < 1000 || l.n > 2199 || r.otherNumber(i) {
		return 0
	}
	recent := l.n >= 1850 && l.n <= 2060
	many := r.lower(i+1) && r.is(i+1, none) && r.pluralNoun(i+1)
	return r.yearBehind(i, recent, many, many && l.n%100 == 0)
}

// yearBehind is that score, by what stands before the number; recent is whether it is of
// our time, many whether something in the plural follows, round whether it may count
// that.
func (r *reader) yearBehind(i int, recent, many, round bool) float32 {
	switch {
	case r.among(i-1, datedBy), r.oneOf(i-1, "year circa since"), r.is(i-1, point) && r.says(i-2, "c"), r.is(i-1, dash) && r.is(i-2, edge):
		return 0.95
	case r.yearPreposition(i):
		return unless(many && !recent || round, 0.95)
	case r.among(i-1, openedBy):
		return unless(!recent && (many || r.at(i).n < 1400) || round, 0.9)
	case r.opens(i - 1):
		return unless(!recent && r.at(i+1).is(letters), 0.93)
	case !recent:
		return 0
	}
	return r.yearAlone(i, many, round)
}

// unless is the score, or 0 if a doubt holds.
func unless(doubt bool, score float32) float32 {
	if doubt {
		return 0
	}
	return score
}

// yearPreposition reports whether a preposition stands before i that a year stands
// behind.
func (r *reader) yearPreposition(i int) bool {
	return r.is(i-1, in) || r.oneOf(i-1, "by during until into before after") || r.says(i-1, "for") && !r.at(i+1).is(letters)
}

// opens reports whether i is an opening bracket, closes whether it is a closing one or
// what divides the references within.
func (r *reader) opens(i int) bool { n := r.at(i).n; return r.is(i, mark) && (n == '(' || n == '[') }

func (r *reader) closes(i int) bool {
	n := r.at(i).n
	return r.is(i, mark) && (n == ')' || n == ']' || n == ';')
}

// yearAlone is the score of a year of our time that no word before it tells.
func (r *reader) yearAlone(i int, many, round bool) float32 {
	noun := r.at(i + 1).is(letters)
	switch {
	case r.among(i-1, setOf(hedge, than, at, on)):
		return unless(!r.oneOf(i-1, "around about") || many || noun, 0.8)
	case r.among(i-1, setOf(the, article, poss)), r.genitive(i - 1):
		return unless(round || !noun, 0.9)
	case r.is(i-1, comma) && r.is(i-2, num) && r.at(i-2).len == 4: // a list of years
		return unless(noun && !r.is(i+1, and), 0.85)
	case r.is(i-1, comma), r.closes(i - 1):
		return unless(!r.closes(i+1), 0.9)
	case i == 0:
		return unless(len(r.w) > 1 && !r.among(1, setOf(past, is, mark, dash, comma, future)), 0.85)
	}
	return unless(many || !r.yearBehindWord(i), 0.75)
}

// yearBehindWord reports whether the number at i may be a year because a word stands
// before it with which no number goes.
func (r *reader) yearBehindWord(i int) bool {
	n, before := r.at(i).n, r.at(i-1)
	if n < 1900 || n > 2050 || !before.is(letters) || r.among(i-1, setOf(num, scale)) || r.numbered(i-1) {
		return false
	}
	return n%100 != 0 || !r.plain(i+1) || !r.lower(i+1) || before.is(upper)
}

// genitive reports whether i is an "'s".
func (r *reader) genitive(i int) bool {
	w := r.word(i)
	return w == "'s" || w == "’s" || w == "'S" || w == "’S"
}

// pluralNoun reports whether i may be the plural of what is counted.
func (r *reader) pluralNoun(i int) bool {
	w := r.word(i)
	if len(w) < 4 || r.oneOf(i, "elections games olympics") {
		return false
	}
	return w[len(w)-1] == 's' && w[len(w)-2] != 's' || r.oneOf(i, "people children men women")
}

// measures are units of measure and of money, and what is counted by the thousand.
const measures = "km kg m mm cm g ml l miles feet ft meters metres people dollars euros pounds calories kcal mhz mb gb kw mw hp " +
	"rpm degrees points votes euro usd eur gbp tons tonnes acres hectares troops soldiers members copies"

// measured reports whether i is a unit of measure or of money.
func (r *reader) measured(i int) bool { return r.oneOf(i, measures) }

// numberNames are words behind which a number is a name: "Room 1912".
const numberNames = "windows office server model room route flight channel error port type apt suite box version chapter page " +
	"section article figure part no number unit building code bus class series serial rule law pages regulation iso din rfc " +
	"level v id pin line table step boeing highway extension ext tel fax phone address hit worth won scored"

// numbered reports whether i is a word behind which a number is a name.
func (r *reader) numbered(i int) bool { return r.oneOf(i, numberNames) }

// shortYears reads "'90s", and "'97" behind a preposition; i is the apostrophe.
func (r *reader) shortYears(i int) (f form, end int) {
	if y, end := r.shortYear(i); end > 0 && (r.among(i-1, setOf(in, of, month, season, and, from)) || r.oneOf(i-1, "since by until")) {
		return form{op: fixed, date: date{grain: byYear, y: y}, score: 0.85}, end
	}
	l := r.at(i + 1)
	if r.at(i).n != '\'' || !r.is(i, mark) || l.class != decade || l.len != 2 || !r.joined(i+1) {
		return f, 0
	}
	return r.decadeOf(int(l.n)), i + 2
}

// shortYear is a year of two digits behind an apostrophe at i: of the last century from
// 1930 on, else of this one.
func (r *reader) shortYear(i int) (y, end int) {
	l := r.at(i + 1)
	if r.at(i).n != '\'' || !r.is(i, mark) || l.class != num || l.len != 2 || l.is(grouped) || !r.joined(i+1) {
		return 0, 0
	}
	y = 1900 + int(l.n)
	if l.n < 30 {
		y += 100
	}
	return y, i + 2
}

// decadeOf is the decade of our time of two digits: of the last century from 1930 on,
// which nobody takes for another; 1910 or 2010, 1920 or 2020 are open.
func (r *reader) decadeOf(n int) form {
	switch {
	case n >= 30:
		return form{op: fixed, date: date{grain: byDecade, y: 1900 + n}, score: 0.93}
	case n == 0:
		return form{op: fixed, date: date{grain: byDecade, y: 2000}, score: 0.9}
	}
	return form{op: open, score: 0.8}
}

// decadeForm reads "1990s", "1800s", "90s" and "nineties" at i. What has two digits
// needs an article or an edge before it, and no owner: "in her nineties" is an age.
func (r *reader) decadeForm(i int, led bool) (f form, end int) {
	l := r.at(i)
	n := int(l.n)
	switch {
	case l.class == tens && led:
		return r.decadeOf(n), i + 1
	case l.class != decade:
	case l.len == 4 && n >= 1000 && n < 2200 && n%100 == 0 && n <= 1800:
		return form{op: fixed, date: date{grain: byCentury, y: n}, score: 0.9}, i + 1
	case l.len == 4 && n >= 1000 && n < 2200 && n%10 == 0:
		return form{op: fixed, date: date{grain: byDecade, y: n}, score: 0.97}, i + 1
	case l.len == 2 && led:
		return r.decadeOf(n), i + 1
	}
	return f, 0
}

// centuryForm reads "19th century" and "twenty-first century" at i.
func (r *reader) centuryForm(i int) (f form, end int) {
	n, j := r.ordinalNumber(i)
	if j == 0 {
		return f, 0
	}
	if r.is(j, dash) && r.joined(j) {
		j++
	}
	if u := r.at(j); u.class != unit || u.n != century || n > 30 {
		return f, 0
	}
	y, bc := 100*(n-1), false
	j++
	if e := r.era(j); e > 0 {
		bc, j = r.at(j).n < 0, e
	}
	if bc {
		y = 1 - 100*n
	}
	return form{op: fixed, date: date{grain: byCentury, y: y}, score: 0.96}, j
}

// ordinalNumber is an ordinal at i: "19th", "nineteenth", "twenty-first".
func (r *reader) ordinalNumber(i int) (n, end int) {
	l := r.at(i)
	switch {
	case l.class == ordinal:
		return int(l.n), i + 1
	case l.class == unit && l.n == second && !l.is(plural):
		return 2, i + 1
	case l.class == num && l.is(spelled) && l.n >= 20 && l.n <= 90 && r.is(i+1, dash):
		if o := r.at(i + 2); o.class == ordinal && o.n < 10 {
			return int(l.n + o.n), i + 3
		}
	}
	return 0, 0
}
