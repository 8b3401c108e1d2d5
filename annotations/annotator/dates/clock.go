package dates

// Times of day: "9 a.m.", "14:30 GMT", "noon", and those that belong to a date.

// timeOfDay is the end of a time of day at i, 0 if there is none; sure is whether it
// needs no word before it.
func (r *reader) timeOfDay(i int) (end int, sure bool) {
	switch l := r.at(i); l.class {
	case clockw:
		return i + 1, r.is(i+1, on) && r.is(i+2, weekday) || r.among(i+1, setOf(weekday, zone))
	case meridem:
		if l.is(grouped) { // "9am"
			return r.zone(i + 1), true
		}
	case clock:
		if e := r.hourSaid(i); e > 0 {
			return e, true
		}
		z := r.zone(i + 1)
		return z, z > i+1
	case num:
		if l.len <= 2 && l.n <= 24 {
			e := r.hourSaid(i)
			return e, e > 0
		}
	}
	return 0, false
}

// hourSaid is the end of what makes the number at i an hour: "a.m.", "o'clock", "in the
// morning"; 0 if nothing does.
func (r *reader) hourSaid(i int) int {
	l, j := r.at(i), i+1
	if r.oneOf(j, "o'clock o’clock") {
		return j + 1
	}
	if p := r.at(j + 2); r.is(j, in) && r.is(j+1, the) && p.class == part && p.n < 3 && (l.class == clock || l.n <= 12) {
		return j + 3
	}
	if e := r.meridem(j); e > 0 {
		return r.zone(e)
	}
	return 0
}

// meridem is the end of "a.m." or "PM" at i.
func (r *reader) meridem(i int) int {
	if l := r.at(i); l.class == meridem && !l.is(grouped) {
		return i + 1
	}
	if r.oneOf(i, "a p") && r.is(i+1, point) && r.joined(i+1) && r.says(i+2, "m") && r.joined(i+2) {
		if r.is(i+3, point) && r.joined(i+3) {
			return i + 4
		}
		return i + 3
	}
	return 0
}

// zone is the end of a time zone at i; i if there is none.
func (r *reader) zone(i int) int {
	l := r.at(i)
	switch {
	case l.class == zone && l.is(upper):
		return i + 1
	case l.class == mark && l.n == '(' && r.is(i+1, zone) && r.word(i+2) == ")":
		return i + 3
	case r.says(i+1, "time") && r.oneOf(i, "local eastern pacific"):
		return i + 2
	}
	return i
}

// clockForm reads a time of day and the date behind it: "9 a.m. on Tuesday".
func (r *reader) clockForm(i int) (f form, end int) {
	j := i
	if r.oneOf(j, "about around") {
		j++
	}
	end, sure := r.timeOfDay(j)
	if end == 0 || !sure && !(j == i && r.beforeTime(i-1)) {
		return f, 0
	}
	if e := r.clockRange(end); e > 0 {
		end = e
	}
	if g, e := r.dayBehind(end); e > 0 {
		return g, e
	}
	return form{op: sameDay, mod: -1, date: date{grain: byDay}, score: 0.7}, end
}

// dayBehind reads the day behind a time of day that ends before i.
func (r *reader) dayBehind(i int) (f form, end int) {
	k := i
	if r.is(k, comma) {
		k++
	}
	if r.is(k, on) {
		k++
	}
	if !r.among(k, setOf(month, weekday, deictic, mod, the)) && (!r.is(k, num) || k == i) {
		return f, 0
	}
	if f, end = r.point(k); f.date.grain != byDay || f.op == length || f.op == open {
		return form{}, 0
	}
	return f, end
}

// beforeTime reports whether i is a word behind which digits are a time of day.
func (r *reader) beforeTime(i int) bool {
	return r.among(i, setOf(at, until, from, between)) || r.oneOf(i, "by before after around since")
}

// clockRange is the end of the second time of "9 to 11 a.m."
func (r *reader) clockRange(i int) int {
	if r.among(i, setOf(dash, to)) {
		if e, sure := r.timeOfDay(i + 1); e > 0 && (sure || r.among(i+1, setOf(clock, clockw))) {
			return e
		}
	}
	return 0
}

// tail reads the week, the part of the day or the time behind a date: "Tuesday
// morning", "March 5 at 9 a.m."
func (r *reader) tail(f form, end int) (form, int) {
	if f.date.grain != byDay || f.op == length {
		return f, end
	}
	if f.op == aWeekday && f.mod < 0 {
		if n, e := r.weekBehind(end); e > 0 {
			f.mod, f.n, f.score = ofWeek, n, 0.9
			end = e
		}
	}
	return f, r.timeBehind(end)
}

func (r *reader) timeBehind(end int) int {
	k := end
	if r.is(k, edge) && r.at(k).n <= late && r.is(k+1, part) {
		k++
	}
	if r.is(k, part) && !r.at(k).is(plural) && !(r.is(end-1, part)) || r.is(k, clockw) {
		end = k + 1
		k = end
	}
	if r.is(k, comma) {
		k++
	}
	if r.is(k, at) || r.says(k, "around") || r.says(k, "by") {
		if e, _ := r.timeOfDay(k + 1); e > 0 {
			return e
		}
		return end
	}
	if e, sure := r.timeOfDay(k); e > 0 && sure {
		return e
	}
	return end
}

// ofWeek is the modifier of a day whose week is said: "Tuesday of last week".
const ofWeek = 20

// weekBehind is the week at i, counted from this one, and its end.
func (r *reader) weekBehind(i int) (n, end int) {
	j := i
	if r.is(j, of) {
		j++
	}
	if m := r.at(j); m.class == mod && r.is(j+1, unit) && r.at(j+1).n == week && !r.at(j+1).is(plural) {
		switch m.n {
		case last:
			return -1, j + 2
		case this:
			return 0, j + 2
		case next:
			return 1, j + 2
		}
	}
	return 0, 0
}
