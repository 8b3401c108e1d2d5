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
	if r.says(stop, "before") && r.modAt(stop+1, last) {
		return form{op: aWeekday, mod: last, n: -1, date: date{grain: byDay, d: int(l.n)}, score: 0.9}, stop + 2
	}
	if r.is(i-1, article) { // "on a Monday"
		return form{op: open, score: 0.6}, stop
	}
	return form{op: aWeekday, mod: -1, date: date{grain: byDay, d: int(l.n)}, score: 0.85}, stop
}

// nthWeekday reads "first Saturday in July" and "last Monday of May 2024" at i.
func (r *reader) nthWeekday(i int) (f form, end int) {
	n, j := r.ordinalNumber(i)
	if r.modAt(i, last) {
		n, j = -1, i+1
	}
	w := r.at(j)
	if j == 0 || n > 5 || w.class != weekday || w.is(plural|short) || !r.among(j+1, setOf(in, of)) || !r.is(j+2, month) {
		return f, 0
	}
	f = form{op: noYear, mod: -1, nth: int8(n), weekday: int8(w.n) + 1, date: date{grain: byDay, m: int(r.at(j + 2).n)}, score: 0.9}
	end = r.stopped(j + 3)
	if y, e := r.yearAt(end); e > 0 {
		return within(f, y), e
	}
	return f, end
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
	return !r.given(i) && !r.oneOf(i+1, behindWeekday) && !(r.is(i+1, part) && r.oneOf(i+2, "football lights live raw")) && !r.oneOf(i-1, beforeWeekday)
}
