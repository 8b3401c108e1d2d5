package dates

// Dates of the calendar, in English order: "March 5, 2025", "5 March", "2025-03-05".

// calendar reads a date of the calendar at i; end is 0 if there is none.
func (r *reader) calendar(i int) (f form, end int) {
	switch l := r.at(i); l.class {
	case month:
		return r.monthFirst(i)
	case weekday:
		return r.weekday(i)
	case the, ordinal:
		return r.dayFirst(i)
	case num:
		if f, end = r.dayFirst(i); end > 0 {
			return f, end
		}
		if f, end = r.inDigits(i); end > 0 {
			return f, end
		}
		return r.yearOr(i)
	case numeric:
		return r.inStops(i)
	case mark:
		return r.shortYears(i)
	}
	return f, 0
}

// day is the number of a day of a month at i.
func (r *reader) day(i int) (d, end int) {
	l := r.at(i)
	switch {
	case l.class == num && l.len <= 2 && !l.is(grouped|spelled), l.class == ordinal:
		d = int(l.n)
	case r.unitAt(i, second):
		d = 2
	case l.class == num && l.is(spelled):
		return r.dayInWords(i)
	}
	if d < 1 || d > 31 {
		return 0, 0
	}
	return d, i + 1
}

// dayInWords reads "twenty-first" at i.
func (r *reader) dayInWords(i int) (d, end int) {
	l, o := r.at(i), r.at(i+2)
	if l.n != 20 && l.n != 30 || !r.is(i+1, dash) || o.class != ordinal || o.n > 9 || l.n+o.n > 31 {
		return 0, 0
	}
	return int(l.n + o.n), i + 3
}

// yearAt is a year of four digits behind another part of a date, with or without a
// comma before it.
func (r *reader) yearAt(i int) (y, end int) {
	if r.is(i, comma) {
		i++
	}
	if y, end = r.shortYear(i); end > 0 { // "September of '67"
		return y, end
	}
	l := r.at(i)
	if l.class != num || l.len != 4 || l.is(grouped) || l.n < 1000 || l.n > 2200 {
		return 0, 0
	}
	if r.is(i+1, unit) && r.at(i+1).is(plural) || r.is(i+1, scale) || r.percent(i+1) {
		return 0, 0
	}
	return int(l.n), i + 1
}

func (r *reader) percent(i int) bool { return r.word(i) == "%" || r.says(i, "percent") }

// stopped is the lexeme behind the full stop of an abbreviation that ends before i.
func (r *reader) stopped(i int) int {
	if r.at(i-1).is(short) && r.is(i, point) && r.joined(i) && i+1 < len(r.w) {
		return i + 1
	}
	return i
}

// monthFirst reads "March 5, 2025", "March 5", "March 2025" and "March".
func (r *reader) monthFirst(i int) (f form, end int) {
	m := int(r.at(i).n)
	j := r.stopped(i + 1)
	if f, end = r.monthDay(i, j); end > 0 {
		return f, end
	}
	k := j
	if r.is(k, of) {
		k++
	}
	if y, e := r.yearAt(k); e > 0 {
		return form{op: fixed, date: date{grain: byMonth, y: y, m: m}, score: 0.97}, e
	}
	if !r.monthAlone(i) {
		return f, 0
	}
	if j == i+2 && !r.lower(j) && !begins[r.at(j).class] {
		j = i + 1
	}
	return r.ofYear(form{op: noYear, mod: -1, date: date{grain: byMonth, m: m}, score: 0.85}, j)
}

// monthDay reads the day behind the month at i, from j on, and its year.
func (r *reader) monthDay(i, j int) (f form, end int) {
	k := j
	if r.is(k, the) && r.is(k+1, ordinal) {
		k++
	}
	d, e := r.day(k)
	if e == 0 || r.counts(i, e) {
		return f, 0
	}
	f = form{op: noYear, mod: -1, date: date{grain: byDay, m: int(r.at(i).n), d: d}, score: 0.9}
	if y, e := r.yearAt(e); e > 0 {
		f.op, f.date.y, f.score = fixed, y, 0.98
		return f, e
	}
	return r.ofYear(f, e)
}

// ofYear reads the year behind a date without one: "June of last year".
func (r *reader) ofYear(f form, i int) (form, int) {
	j := i
	if r.is(j, of) || r.is(j, comma) {
		j++
	}
	if m := r.at(j); m.class != mod || m.n != last && m.n != this && m.n != next || !r.is(j+1, unit) || r.at(j+1).n != year || r.at(j+1).is(plural) {
		return f, i
	}
	f.op, f.mod, f.score = yearFromRef, -1, 0.92
	f.n = [...]int{last: -1, this: 0, next: 1}[r.at(j).n]
	return f, j + 2
}

// counts reports whether the number that ends before e and stands behind the month at i
// counts something else than its days: "in March 30 people came", "May 5 percent".
func (r *reader) counts(i, e int) bool {
	if r.is(e-1, ordinal) {
		return false
	}
	if r.among(e, setOf(scale, unit, clock, meridem)) || r.percent(e) || r.is(e, point) && r.joined(e) && r.joined(e+1) {
		return true
	}
	return r.is(i-1, in) && r.plain(e) && r.lower(e)
}

// leading are the classes that stand before a month.
var leading = setOf(in, of, mod, edge, until, from, between, every, prep)

// lower reports whether i is a word without a capital.
func (r *reader) lower(i int) bool { l := r.at(i); return l.is(letters) && !l.is(upper) }

// name reports whether i is a word with a capital that is no part of a date.
func (r *reader) name(i int) bool {
	l := r.at(i)
	return l.class == none && l.is(letters) && l.is(upper) && !r.capitals
}

// monthAlone reports whether a month that stands by itself is one: no "may" and no
// "march", no April Jones.
func (r *reader) monthAlone(i int) bool {
	l := r.at(i)
	leads := r.among(i-1, leading) && !r.says(i-1, "like") || r.is(i-1, dash) && r.is(i-2, edge)
	if r.name(i+1) && !r.says(i+1, "i") && (!leads || l.is(weak) || r.oneOf(i-1, "by for of")) {
		return false
	}
	switch {
	case !l.is(weak):
		return r.word(i-1) != "@"
	case !leads:
		return false
	case l.is(short):
		return !r.oneOf(i, "mar dec jan") || r.is(i+1, point)
	}
	return l.is(upper) || r.lowMonth(i)
}

// lowMonth reports whether "may" or "march" in lower case is a month.
func (r *reader) lowMonth(i int) bool {
	if r.is(i-1, from) {
		return false
	}
	return r.among(i+1, setOf(prep, and, to)) || !r.mixed && (!r.at(i+1).is(letters) || r.is(i-1, in))
}

// dayFirst reads "5 March 2025", "5th of March" and "the 5th of March".
func (r *reader) dayFirst(i int) (f form, end int) {
	j := i
	if r.is(j, the) {
		j++
	}
	d, k := r.day(j)
	if k == 0 {
		return f, 0
	}
	switch {
	case r.is(k, of), r.tied(k):
		k++
	case j > i && !r.is(j, ordinal):
		return f, 0
	}
	if r.is(k, month) {
		return r.dayMonth(d, k)
	}
	return f, 0
}

// dayMonth reads the month at k and the year behind it, of a day d.
func (r *reader) dayMonth(d, k int) (f form, end int) {
	m := r.at(k)
	f = form{op: noYear, mod: -1, date: date{grain: byDay, m: int(m.n), d: d}, score: 0.9}
	e := r.stopped(k + 1)
	hyphen := e
	if r.is(k-1, dash) && r.is(e, dash) {
		hyphen++
	}
	if y, e := r.yearAt(hyphen); e > 0 {
		f.op, f.date.y, f.score = fixed, y, 0.98
		return f, e
	}
	if r.is(k-1, dash) || m.is(weak) && !m.is(upper) && r.at(k+1).is(letters) && !r.among(k-1, setOf(of, ordinal)) {
		return form{}, 0
	}
	if e == k+2 && !r.lower(e) && !begins[r.at(e).class] {
		e = k + 1
	}
	return r.ofYear(f, e)
}

// weekday reads "Tuesday, March 5, 2025" and "Tuesday".
func (r *reader) weekday(i int) (f form, end int) {
	l := r.at(i)
	j := r.stopped(i + 1)
	stop := j
	if r.is(j, comma) {
		j++
	}
	if r.among(j, setOf(on, the)) {
		j++
	}
	if r.among(j, setOf(month, num, ordinal, numeric)) {
		if f, end = r.calendar(j); end > 0 && f.date.grain == byDay {
			f.weekday = int8(l.n) + 1
			return f, end
		}
	}
	if l.is(short|plural) || !r.weekdayAlone(i) {
		return form{}, 0
	}
	if r.is(i-1, article) { // "on a Monday"
		return form{op: open, score: 0.6}, stop
	}
	return form{op: aWeekday, mod: -1, date: date{grain: byDay, d: int(l.n)}, score: 0.85}, stop
}

// Words behind and before a day of the week that make it a part of a name.
const (
	behindWeekday = "times telegraph mirror express herald mail post tribune star sun independent mercury world addams weld review " +
		"football lights club school dinner roast"
	beforeWeekday = "black bloody super cyber ash palm holy fat giving ruby sheffield shrove maundy whit tgi man joe freaky manic good easter"
)

// weekdayAlone reports whether a day of the week is meant: no Sunday Times and no
// Black Friday.
func (r *reader) weekdayAlone(i int) bool {
	return !r.oneOf(i+1, behindWeekday) && !(r.is(i+1, part) && r.oneOf(i+2, "football lights live raw")) && !r.oneOf(i-1, beforeWeekday)
}

// inDigits reads "2025-03-05", "2025/3/5" and "03/05/2025".
func (r *reader) inDigits(i int) (f form, end int) {
	l, b, sign := r.at(i), r.at(i+2), r.at(i+1).class
	if l.is(grouped|spelled) || !r.signed(i+1) || r.joined(i) && r.joinedBadly(i) || b.class != num || b.len > 2 || b.is(grouped) {
		return f, 0
	}
	if r.is(i+3, sign) && r.signed(i+3) {
		return r.threeNumbers(i)
	}
	x := date{grain: byMonth, y: int(l.n), m: int(b.n)}
	if l.len == 4 && sign == dash && b.len == 2 && x.valid() && !r.laterYear(i) {
		return form{op: fixed, date: x, score: 0.9}, i + 3
	}
	return f, 0
}

// signed reports whether a hyphen or stroke stands at i without blanks around it.
func (r *reader) signed(i int) bool {
	return r.among(i, setOf(dash, slash)) && r.joined(i) && r.joined(i+1)
}

// threeNumbers reads the three numbers of a date from i on, with a sign between.
func (r *reader) threeNumbers(i int) (f form, end int) {
	a, b, c := r.at(i), r.at(i+2), r.at(i+4)
	switch {
	case a.len == 4 && r.among(i+4, setOf(num, iso)) && c.len <= 2:
		return digitsForm(int(a.n), int(b.n), int(c.n), i+5)
	case a.len <= 2 && c.class == num && c.len == 4 && c.n >= 1000 && c.n <= 2200:
		return r.ordered(int(a.n), int(b.n), int(c.n), i+5)
	}
	return f, 0
}

// laterYear reports whether "2003-04" is two years, or no year of ours.
func (r *reader) laterYear(i int) bool {
	a, b := r.at(i).n, r.at(i+2).n
	return a < 1900 || a > 2100 || b == (a+1)%100 && a >= 1950 || r.at(i+1).n != 0
}

// joinedBadly reports whether what stands without a blank before i makes the digits
// there part of a longer number or name.
func (r *reader) joinedBadly(i int) bool {
	c := r.at(i - 1)
	return c.class == dash || c.class == slash || c.class == point || c.class == currency || c.is(letters) || r.word(i-1) == "_"
}

func digitsForm(y, m, d, end int) (form, int) {
	x := date{grain: byDay, y: y, m: m, d: d}
	if !x.valid() || y < 1000 || y > 2200 {
		return form{}, 0
	}
	return form{op: fixed, date: x, score: 0.98}, end
}

// ordered reads the numbers of a day and a month whose order the language of the text
// or the numbers themselves tell; if they do not, the date is open.
func (r *reader) ordered(a, b, y, end int) (form, int) {
	dayMonth := date{grain: byDay, y: y, m: b, d: a}
	monthDay := date{grain: byDay, y: y, m: a, d: b}
	one, other := dayMonth.valid(), monthDay.valid()
	if one && other {
		r.learnOrder()
	}
	switch {
	case !one && !other:
		return form{}, 0
	case one && (!other || a == b || r.daysFirst):
		return form{op: fixed, date: dayMonth, score: 0.95}, end
	case other && (!one || r.monthsFirst):
		return form{op: fixed, date: monthDay, score: 0.95}, end
	}
	return form{op: open, date: date{grain: byDay}, score: 0.9}, end
}

// learnOrder takes the order of day and month from the other dates in digits of the
// text, if its language does not tell it and all that do tell agree.
func (r *reader) learnOrder() {
	if r.learnt || r.daysFirst || r.monthsFirst {
		return
	}
	r.learnt = true
	days, months := false, false
	for i := 1; i+3 < len(r.doc.Tokens); i++ {
		if r.text[r.doc.Tokens[i].Start] == '/' {
			a, b := r.strokes(i)
			days = days || a > 12 && b > 0 && b <= 12
			months = months || b > 12 && a > 0 && a <= 12
		}
	}
	r.daysFirst, r.monthsFirst = days && !months, months && !days
}

// strokes are the first two numbers of a date with strokes, the first of which is the
// token i; zeros if there is none.
func (r *reader) strokes(i int) (a, b int) {
	t := r.doc.Tokens
	if t[i].Start != t[i-1].End || r.doc.Word(i+2) != "/" || t[i+3].Start-t[i-1].Start > 6 {
		return 0, 0
	}
	a, ok := digits(r.doc.Word(i - 1))
	b, too := digits(r.doc.Word(i + 1))
	if !ok || !too || a > 31 || b > 31 {
		return 0, 0
	}
	return a, b
}

// inStops reads "05.03.2025", which is always the day first.
func (r *reader) inStops(i int) (form, int) {
	n := int(r.at(i).n)
	if r.joined(i) && r.joinedBadly(i) || r.says(i-1, "version") || r.says(i-1, "v") {
		return form{}, 0
	}
	return digitsForm(n/10000, n/100%100, n%100, i+1)
}
