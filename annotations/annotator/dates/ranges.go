package dates

// Ranges: "January 19 to March 1", "2017–2021", "between May and July", "5–7 March".

// links reports whether the lexeme at i, behind a date from start on, can stand between
// the ends of a range.
func (r *reader) links(i, start int) bool {
	switch r.at(i).class {
	case dash:
		return r.joined(i) == r.joined(i+1)
	case to, until:
		return !r.says(i, "till") && !r.moves(start)
	case and:
		return r.nextDay(i) || r.is(start-1, between) || r.is(start-1, the) && r.is(start-2, between)
	}
	return false
}

// nextDay reports whether the "and" at i stands between two days that follow each
// other: "September 17 and 18".
func (r *reader) nextDay(i int) bool {
	d, e := r.day(i + 1)
	return e > 0 && r.among(i-1, setOf(num, ordinal)) && int32(d) == r.at(i-1).n+1 && !r.among(e, setOf(unit, month)) && !r.lower(e)
}

// moves reports whether what stands before i is moved from one date to another.
func (r *reader) moves(i int) bool {
	for k := i - 1; k >= max(0, i-8); k-- {
		if r.oneOf(k, "moved postponed pushed delayed rescheduled brought extended changed shifted deferred") {
			return true
		}
	}
	return false
}

// Operations of what a range can begin or end with.
func (f form) ranges() bool { return f.op == fixed || f.op == noYear || f.op == aWeekday }

// daysBefore reads "5–7 March 2025", "from 5 to 7 March" and "May–July 2024" at i.
func (r *reader) daysBefore(i int) (e expression, ok bool) {
	if r.is(i, month) {
		return r.monthsBefore(i)
	}
	if !r.is(i, num) && !r.is(i, ordinal) {
		return e, false
	}
	a, j := r.day(i)
	if j == 0 || !r.links(j, i) || r.joined(i) && r.joinedBadly(i) {
		return e, false
	}
	b, k := r.day(j + 1)
	if k == 0 || b <= a {
		return e, false
	}
	if r.is(k, of) {
		k++
	}
	if !r.is(k, month) {
		return e, false
	}
	f, end := r.dayMonth(b, k)
	if end == 0 {
		return e, false
	}
	first := f
	first.date.d = a
	return expression{form: first, second: f, first: i, last: end}, true
}

// monthsBefore reads two months, which tell each other that they are months.
func (r *reader) monthsBefore(i int) (e expression, ok bool) {
	j := r.stopped(i + 1)
	if !r.links(j, i) || !r.is(j+1, month) || r.is(i-1, and) {
		return e, false
	}
	f, end := r.monthFirst(j + 1)
	if end == 0 {
		f, end = form{op: noYear, mod: -1, date: date{grain: byMonth, m: int(r.at(j + 1).n)}, score: 0.85}, r.stopped(j+2)
	}
	if f.date.grain != byMonth || r.at(i).is(weak) && r.at(j+1).is(weak) && !r.at(i).is(upper) {
		return e, false
	}
	first := form{op: noYear, mod: -1, date: date{grain: byMonth, m: int(r.at(i).n)}, score: f.score}
	if f.op == fixed {
		first.op, first.date.y = fixed, f.date.y
		if first.date.m > f.date.m {
			first.date.y--
		}
	}
	return expression{form: first, second: f, first: i, last: end}, true
}

// ranged is e with the second end behind it, if there is one.
func (r *reader) ranged(e expression) expression {
	j := e.last
	if r.is(j, comma) && r.is(j+1, until) {
		j++
	}
	if !e.ranges() || !r.links(j, e.first) {
		return e
	}
	if g, end := r.shortEnd(e, j); end > 0 {
		return r.joinedTo(e, g, end)
	}
	if !r.linked(e, j) {
		return e
	}
	if k := r.presentAt(j + 1); k > 0 && e.op == fixed && (r.is(e.first-1, from) || r.is(j, dash)) {
		e.second, e.last = form{op: open}, k
		return e
	}
	k := j + 1
	if r.is(k, the) {
		k++
	}
	read := r.core
	if r.is(k, edge) {
		read = r.edged
	}
	if g, end := read(k, true); end > 0 && e.goesWith(g) {
		return r.joinedTo(e, g, end)
	}
	return e
}

// linked reports whether the link at j really joins e to what follows: a dash with
// blanks around it may only set a clause apart, and "Monday to" something may be moved.
func (r *reader) linked(e expression, j int) bool {
	if r.tied(j) {
		return true
	}
	if e.op == aWeekday {
		return r.is(e.first-1, from) && !r.is(j, dash) || r.says(j, "through")
	}
	return !r.is(j, dash) || r.among(j+1, setOf(month, num))
}

// goesWith reports whether a range can run from f to g.
func (f form) goesWith(g form) bool {
	return g.ranges() && g.mod <= 0 && (g.op == aWeekday) == (f.op == aWeekday) &&
		(g.date.grain == f.date.grain || g.date.grain != byWeekend && f.date.grain < byDecade)
}

// presentAt is the end of "the present", "present" or "today" at i; 0 if it does not
// stand there.
func (r *reader) presentAt(i int) int {
	if r.is(i, the) {
		i++
	}
	if r.oneOf(i, "present today now") {
		return i + 1
	}
	return 0
}

// shortEnd reads the second end of "March 5–7, 2025", "2017–21" and "2017 to 2021" behind
// the link at j.
func (r *reader) shortEnd(e expression, j int) (g form, end int) {
	switch {
	case e.date.grain == byDay && e.op == noYear && e.holiday == 0 && r.among(e.last-1, setOf(num, ordinal)):
		return r.secondDay(e.form, j+1)
	case e.date.grain == byYear && e.op == fixed:
		return r.secondYear(e, j)
	}
	return g, 0
}

// secondDay reads the second day of "March 5–7, 2025" at k.
func (r *reader) secondDay(f form, k int) (g form, end int) {
	d, n := r.day(k)
	if n == 0 || d <= f.date.d || r.among(n, setOf(month, unit, meridem)) {
		return g, 0
	}
	g = f
	g.date.d = d
	if y, m := r.yearAt(n); m > 0 {
		g.op, g.date.y, n = fixed, y, m
	}
	return g, n
}

// secondYear reads the second year of "2017–21" and "2017 to 2021" behind the link at j.
func (r *reader) secondYear(e expression, j int) (g form, end int) {
	k, l := j+1, r.at(j+1)
	if l.class != num || l.is(grouped|spelled) || r.is(k+1, unit) {
		return g, 0
	}
	g = form{op: fixed, date: date{grain: byYear, y: int(l.n)}, score: 0.95}
	if e := r.era(k + 1); e > 0 && l.len <= 4 {
		if r.at(k+1).n < 0 {
			g.date.y = 1 - g.date.y
		}
		return g, e
	}
	y := e.date.y
	switch {
	case l.len == 4 && int(l.n) > y && l.n < 2300 && !r.measured(k+1):
		return g, k + 1
	case l.len == 2 && r.among(j, setOf(dash, slash)) && r.joined(k) && int(l.n) > y%100:
		g.date.y = y - y%100 + int(l.n)
		return g, k + 1
	}
	return form{}, 0
}

// joinedTo is the range from e to g: what one of them leaves out of its year, the other
// says.
func (r *reader) joinedTo(e expression, g form, end int) expression {
	f := e.form
	switch {
	case f.op == noYear && g.op == fixed:
		f = within(f, g.date.y)
		if !f.date.first().Before(g.date.last()) {
			f = within(e.form, g.date.y-1)
		}
	case f.op == fixed && g.op == noYear:
		h := within(g, f.date.y)
		if !f.date.first().Before(h.date.last()) {
			h = within(g, f.date.y+1)
		}
		g = h
	}
	if f.op == fixed && g.op == fixed && value(f.date, g.date).IsZero() {
		return e
	}
	e.form, e.second, e.last = f, g, end
	e.last = r.timeBehind(end)
	return e
}

// within is a form whose year is known.
func within(f form, y int) form {
	switch {
	case f.holiday > 0:
		f.date = feasts[f.holiday-1].in(y)
	case f.nth != 0:
		h := aHoliday{rule: weekdayOf, month: f.date.m, day: int(f.weekday) - 1, nth: int(f.nth)}
		about := f.date.about
		f.date = h.in(y)
		f.date.about = about
	default:
		f.date.y = y
	}
	f.op = fixed
	return f
}
