package dates

// What is counted from another date: "last month", "the following day", "yesterday".

// grains of the units of time; 0 for those shorter than a day.
var grains = [...]grain{day: byDay, week: byWeek, fortnight: byWeek, months: byMonth, quarters: byQuarter,
	year: byYear, decades: byDecade, century: byCentury, millennium: 0}

// relative reads "last month", "this Tuesday", "next spring" and the like at i, where a
// modifier stands; det is whether "the" stands before it.
func (r *reader) relative(i int, det bool) (f form, end int) {
	m, j := r.modifier(i)
	switch l := r.at(j); l.class {
	case unit:
		return r.relativeUnit(j, m, det)
	case weekend:
		if !l.is(plural) {
			return r.shifted(byWeekend, m, det), j + 1
		}
	case part:
		return r.relativePart(j, m)
	case weekday:
		if !l.is(plural|short) && m != that && m != same {
			return form{op: aWeekday, mod: modOr(m, det), date: date{grain: byDay, d: int(l.n)}, score: 0.92}, j + 1
		}
	case month:
		return r.relativeMonth(j, m, det)
	case season:
		return form{op: noYear, mod: modOr(m, det), date: date{grain: bySeason, m: int(l.n)}, score: 0.9}, j + 1
	default:
		return r.relativeRest(j, m, det)
	}
	return form{}, 0
}

// relativeRest reads what else can stand behind a modifier: "last fiscal year", "next
// Christmas".
func (r *reader) relativeRest(j int, m int8, det bool) (f form, end int) {
	switch {
	case r.is(j, fiscal) && (r.unitAt(j+1, quarters) || r.unitAt(j+1, year)):
		return r.relativeUnit(j+1, m, det)
	case r.is(j, holiday):
		if f, end = r.holiday(j); f.op == noYear {
			f.mod = m
			return f, end
		}
	}
	return form{}, 0
}

// modifier is the modifier at i and what stands behind it; "this past" is "last", and an
// edge within is left out ("this early fall").
func (r *reader) modifier(i int) (m int8, j int) {
	m, j = int8(r.at(i).n), i+1
	if m == this && r.is(j, mod) {
		switch r.at(j).n {
		case pastly:
			m, j = last, j+1
		case coming:
			m, j = coming, j+1
		}
	}
	if r.is(j, edge) && r.at(j).n <= mid {
		j++
	}
	return m, j
}

// modOr is the modifier, read as of the text's last date behind "the": "the previous
// May".
func modOr(m int8, det bool) int8 {
	if det && m == next {
		return following
	}
	return m
}

func (r *reader) relativeMonth(j int, m int8, det bool) (f form, end int) {
	l := r.at(j)
	if m == that || m == same || l.is(weak) && !l.is(upper) && (r.mixed || r.plain(j+1)) {
		return f, 0
	}
	if f, end = r.monthFirst(j); end > 0 { // "this March 5"
		if f.op == noYear {
			f.mod, f.score = modOr(m, det), 0.92
		}
		return f, end
	}
	return form{op: noYear, mod: modOr(m, det), date: date{grain: byMonth, m: int(l.n)}, score: 0.92}, r.stopped(j + 1)
}

// relativeUnit reads the unit of time at j behind a modifier.
func (r *reader) relativeUnit(j int, m int8, det bool) (f form, end int) {
	l := r.at(j)
	g := grains[l.n]
	switch {
	case l.is(plural), g == 0:
		return r.relativeUnits(j, m)
	case r.title(j), r.is(j+1, dash) && r.joined(j+1), l.n == day && m == last, l.n == day && m == this && r.is(j-2, to), r.oneOf(j+1, "moon magazine"):
		return f, 0
	case m == pastly:
		return form{op: length, score: 0.85}, j + 1
	}
	return r.shifted(g, m, det), j + 1
}

// relativeUnits reads what is a length behind a modifier: "the coming weeks", "the last
// hour"; but "the last minute" is a saying.
func (r *reader) relativeUnits(j int, m int8) (f form, end int) {
	many := r.at(j).is(plural)
	switch m {
	case coming, pastly:
	case last:
		if r.unitAt(j, minute) {
			return f, 0
		}
	case next, previous:
		if !many {
			return f, 0
		}
	default:
		return f, 0
	}
	return form{op: length, score: 0.8}, j + 1
}

// title reports whether the unit at j belongs to a name: "This Week".
func (r *reader) title(j int) bool {
	return r.at(j).is(upper) && !r.capitals && r.at(j-1).is(upper) && j > 1
}

// shifted is the stretch of a grain that a modifier tells.
func (r *reader) shifted(g grain, m int8, det bool) form {
	f := form{op: fromRef, mod: m, date: date{grain: g}, score: 0.93}
	switch m {
	case last, pastly:
		f.n = -1
		if det && g != byCentury && g != byDecade && m == last { // "the last year" is as long as a year
			return form{op: length, score: 0.6}
		}
	case coming:
		f.n = 1
	case next:
		f.n = 1
		if det {
			f.op, f.score = fromAnchor, 0.75
		}
	case previous:
		f.n = -1
		if det || g == byDay {
			f.op, f.score = fromAnchor, 0.75
		}
	case following:
		f.op, f.n, f.score = fromAnchor, 1, 0.8
	case that, same:
		f.op, f.score = fromAnchor, 0.8
	}
	return f
}

// relativePart reads a part of the day behind a modifier: "last night".
func (r *reader) relativePart(j int, m int8) (f form, end int) {
	l := r.at(j)
	if l.is(plural) {
		return f, 0
	}
	f = form{op: fromRef, mod: m, date: date{grain: byDay}, score: 0.93}
	switch m {
	case last:
		f.n = -1
		if l.n < 2 { // "last morning"
			f.score = 0.7
		}
	case next, following:
		f.op, f.n, f.score = fromAnchor, 1, 0.75
	case previous:
		f.op, f.n, f.score = fromAnchor, -1, 0.75
	case that, same:
		f.op, f.score = fromAnchor, 0.75
	case coming:
		f.n = 1
	}
	return f, j + 1
}

// today reads "yesterday", "tomorrow morning" and the like.
func (r *reader) today(i int) (f form, end int) {
	l := r.at(i)
	if l.is(upper) && (r.says(i-1, "usa") || r.says(i-1, "russia") || r.says(i-1, "psychology") || r.says(i-1, "history") || r.says(i-1, "physics")) {
		return f, 0
	}
	return form{op: fromRef, mod: -1, date: date{grain: byDay}, n: int(l.n), score: 0.95}, i + 1
}

// dayBefore reads "the day before yesterday", "the day after", "the night before".
func (r *reader) dayBefore(i int) (f form, end int) {
	l := r.at(i)
	g, n := byDay, 1
	if l.class == unit {
		g = grains[l.n]
	}
	if g == 0 || l.is(plural) || !r.among(i, setOf(unit, part)) || !r.oneOf(i+1, "before after") {
		return f, 0
	}
	if r.says(i+1, "before") {
		n = -1
	}
	f = form{op: fromRef, mod: -1, date: date{grain: g}, score: 0.9}
	if f.n = r.twice(i+2, g, n); f.n != 0 {
		return f, i + 3
	}
	if r.at(i+2).is(letters) && !r.among(i+2, setOf(and, stop, future, past)) {
		return form{}, 0
	}
	f.op, f.n, f.score = fromAnchor, n, 0.75
	return f, i + 2
}

// twice is how many days "the day before" goes on to count if "yesterday" stands at i,
// or how many months if it is "the month before last"; 0 otherwise.
func (r *reader) twice(i int, g grain, n int) int {
	switch l := r.at(i); {
	case g == byDay && l.class == deictic && int(l.n)*n > 0:
		return n + int(l.n)
	case g != byDay && (n < 0 && r.modAt(i, last) || n > 0 && r.modAt(i, next)):
		return 2 * n
	}
	return 0
}

// weekOf reads "week of March 3", of which "the" stands before i.
func (r *reader) weekOf(i int) (f form, end int) {
	l := r.at(i)
	if !r.among(i, setOf(unit, part, weekend)) || l.is(plural) || !r.is(i+1, of) {
		return f, 0
	}
	f, end = r.core(i+2, false)
	if end == 0 || f.date.grain != byDay || f.op == sameDay {
		return form{}, 0
	}
	switch {
	case l.class == part:
		return f, end
	case l.class == weekend:
		f.date.grain = byWeekend
	case l.n == week:
		f.date.grain = byWeek
	default:
		return form{}, 0
	}
	if f.op == noYear || f.op == fixed {
		return f, end
	}
	return form{}, 0
}

// weekdayFrom is the nearest weekday before (-1) or after (1) a day, or that day itself
// if it is not to be beyond it.
func weekdayFrom(x date, weekday, way int, beyond bool) date {
	x = x.in(byDay)
	n := ((weekday-weekdayNumber(x))*way%7 + 7) % 7
	if n == 0 && beyond {
		n = 7
	}
	return x.days(way * n)
}
