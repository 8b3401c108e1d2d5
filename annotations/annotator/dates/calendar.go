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
	case l.class == unit && l.n == second && !l.is(plural): // "second"
		d = 2
	case l.class == num && (l.n == 20 || l.n == 30) && l.is(spelled) && r.is(i+1, dash):
		if o := r.at(i + 2); o.class == ordinal && o.n < 10 {
			return int(l.n + o.n), i + 3
		}
		return 0, 0
	}
	if d < 1 || d > 31 {
		return 0, 0
	}
	return d, i + 1
}

// yearAt is a year of four digits behind another part of a date, with or without a
// comma before it.
func (r *reader) yearAt(i int) (y, end int) {
	if r.is(i, comma) {
		i++
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
	k := j
	if r.is(k, the) {
		k++
	}
	if d, e := r.day(k); e > 0 && (k == j || r.is(k, ordinal)) && !r.counts(i, e) {
		if y, e := r.yearAt(e); e > 0 {
			return form{op: fixed, date: date{grain: byDay, y: y, m: m, d: d}, score: 0.98}, e
		}
		return r.ofYear(form{op: noYear, mod: -1, date: date{grain: byDay, m: m, d: d}, score: 0.9}, e)
	}
	k = j
	if r.is(k, of) {
		k++
	}
	if y, e := r.yearAt(k); e > 0 && (k == j || r.is(j, of)) {
		return form{op: fixed, date: date{grain: byMonth, y: y, m: m}, score: 0.97}, e
	}
	if !r.monthAlone(i) {
		return f, 0
	}
	if r.is(i+1, point) && j == i+2 && !r.lower(j) && !begins[r.at(j).class] {
		j = i + 1
	}
	f = form{op: noYear, mod: -1, date: date{grain: byMonth, m: m}, score: 0.85}
	return r.ofYear(f, j)
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
	next := r.at(e)
	if next.class == scale || next.class == unit || r.percent(e) || next.class == clock ||
		next.class == meridem || next.class == point && r.joined(e) && r.joined(e+1) {
		return true
	}
	return r.is(i-1, in) && next.class == none && next.is(letters) && !next.is(upper)
}

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
	l, before := r.at(i), r.at(i-1)
	leads := before.class == in || before.class == of || before.class == mod || before.class == edge ||
		before.class == until || before.class == from || before.class == between || before.class == every ||
		before.class == prep && !r.says(i-1, "like") || before.class == dash && r.is(i-2, edge)
	if r.name(i+1) && !r.says(i+1, "i") {
		if !leads || l.is(weak) || r.says(i-1, "by") || r.says(i-1, "for") || r.says(i-1, "of") {
			return false
		}
	}
	if !l.is(weak) {
		return !r.is(i-1, mark) || r.word(i-1) != "@"
	}
	if l.is(short) {
		return leads && !r.says(i, "mar") && !r.says(i, "dec") && !r.says(i, "jan") || leads && r.is(i+1, point)
	}
	if !leads || before.class == from && !l.is(upper) {
		return false
	}
	next := r.at(i + 1)
	return l.is(upper) || !r.mixed && !next.is(letters) || next.class == prep || next.class == and || next.class == to || !r.mixed && before.class == in
}

// dayFirst reads "5 March 2025", "5th of March" and "the 5th of March".
func (r *reader) dayFirst(i int) (f form, end int) {
	j := i
	if r.is(j, the) {
		j++
		if !r.is(j, ordinal) && !(r.is(j, unit) && r.at(j).n == second) && !r.is(j, num) {
			return f, 0
		}
	}
	d, k := r.day(j)
	if k == 0 {
		return f, 0
	}
	if r.is(k, of) || r.is(k, dash) && r.joined(k) && r.joined(k+1) {
		k++
	} else if j > i && !r.is(j, ordinal) {
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
	e := r.stopped(k + 1)
	hyphen := e
	if r.is(k-1, dash) && r.is(e, dash) {
		hyphen++
	}
	if y, e := r.yearAt(hyphen); e > 0 {
		return form{op: fixed, date: date{grain: byDay, y: y, m: int(m.n), d: d}, score: 0.98}, e
	}
	ordinals := r.is(k-1, of) || r.is(k-1, ordinal)
	if r.is(k-1, dash) || m.is(weak) && !ordinals && !m.is(upper) && r.at(k+1).is(letters) {
		return f, 0
	}
	if e == k+2 && !r.lower(e) && !begins[r.at(e).class] {
		e = k + 1
	}
	return form{op: noYear, mod: -1, date: date{grain: byDay, m: int(m.n), d: d}, score: 0.9}, e
}

// weekday reads "Tuesday, March 5, 2025" and "Tuesday".
func (r *reader) weekday(i int) (f form, end int) {
	l := r.at(i)
	j := r.stopped(i + 1)
	stop := j
	if r.is(j, comma) {
		j++
	}
	if r.is(j, on) || r.is(j, the) {
		j++
	}
	if c := r.at(j).class; c == month || c == num || c == ordinal || c == numeric {
		if f, end = r.calendar(j); end > 0 && f.date.grain == byDay {
			f.weekday = int8(l.n) + 1
			return f, end
		}
	}
	if l.is(short) || l.is(plural) || !r.weekdayAlone(i) {
		return form{}, 0
	}
	return form{op: aWeekday, mod: -1, date: date{grain: byDay, d: int(l.n)}, score: 0.85}, stop
}

// weekdayAlone reports whether a day of the week is meant: no Sunday Times and no
// Black Friday.
func (r *reader) weekdayAlone(i int) bool {
	for _, name := range [...]string{"times", "telegraph", "mirror", "express", "herald", "mail", "post", "tribune", "star",
		"sun", "independent", "mercury", "world", "addams", "weld", "review", "football", "lights", "club", "school", "dinner", "roast"} {
		if r.says(i+1, name) {
			return false
		}
	}
	if r.is(i+1, part) && (r.says(i+2, "football") || r.says(i+2, "lights") || r.says(i+2, "live") || r.says(i+2, "raw")) {
		return false
	}
	for _, name := range [...]string{"black", "bloody", "super", "cyber", "ash", "palm", "holy", "fat", "giving", "ruby",
		"sheffield", "shrove", "maundy", "whit", "tgi", "man", "joe", "freaky", "manic", "good", "easter"} {
		if r.says(i-1, name) {
			return false
		}
	}
	return true
}

// inDigits reads "2025-03-05", "2025/3/5" and "03/05/2025".
func (r *reader) inDigits(i int) (f form, end int) {
	l, sign := r.at(i), r.at(i+1).class
	if l.is(grouped) || l.is(spelled) || sign != dash && sign != slash || !r.joined(i+1) || !r.joined(i+2) || r.joined(i) && r.joinedBadly(i) {
		return f, 0
	}
	b := r.at(i + 2)
	three := r.is(i+3, sign) && r.joined(i+3) && r.joined(i+4)
	c := r.at(i + 4)
	if b.class != num || b.len > 2 || b.is(grouped) {
		return f, 0
	}
	switch {
	case l.len == 4 && three && (c.class == num || c.class == iso) && c.len <= 2:
		return digitsForm(int(l.n), int(b.n), int(c.n), i+5)
	case l.len == 4 && !three && sign == dash && b.len == 2 && b.n >= 1 && b.n <= 12 && l.n >= 1900 && l.n <= 2100 && !r.laterYear(i):
		return form{op: fixed, date: date{grain: byMonth, y: int(l.n), m: int(b.n)}, score: 0.9}, i + 3
	case l.len <= 2 && three && c.class == num && c.len == 4 && c.n >= 1000 && c.n <= 2200:
		return r.ordered(int(l.n), int(b.n), int(c.n), i+5)
	}
	return f, 0
}

// laterYear reports whether "2003-04" is two years: it stands in brackets, or behind
// words of a season or a range.
func (r *reader) laterYear(i int) bool {
	a, b := r.at(i).n, r.at(i+2).n
	return b == (a+1)%100 && a >= 1950 || r.at(i+1).n != 0
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
	switch one, other := dayMonth.valid(), monthDay.valid(); {
	case !one && !other:
		return form{}, 0
	case one && (!other || a == b || r.daysFirst):
		return form{op: fixed, date: dayMonth, score: 0.95}, end
	case other && (!one || r.monthsFirst):
		return form{op: fixed, date: monthDay, score: 0.95}, end
	}
	return form{op: open, score: 0.9}, end
}

// inStops reads "05.03.2025", which is always the day first.
func (r *reader) inStops(i int) (form, int) {
	n := int(r.at(i).n)
	if r.joined(i) && r.joinedBadly(i) || r.says(i-1, "version") || r.says(i-1, "v") {
		return form{}, 0
	}
	return digitsForm(n/10000, n/100%100, n%100, i+1)
}
