package dates

// Times of day: "9 a.m.", "14:30 GMT", "noon", and those that belong to a date.

// timeOfDay is the end of a time of day at i, 0 if there is none; sure is whether it
// needs no word before it.
func (r *reader) timeOfDay(i int) (end int, sure bool) {
	l := r.at(i)
	switch l.class {
	case clockw:
		return i + 1, r.is(i+1, on) && r.is(i+2, weekday) || r.is(i+1, weekday) || r.is(i+1, zone)
	case meridem:
		if l.is(grouped) { // "9am"
			return r.zone(i + 1), true
		}
		return 0, false
	case clock, num:
	default:
		return 0, false
	}
	if l.class == num && (l.len > 2 || l.n > 24) {
		return 0, false
	}
	if r.says(i+1, "o'clock") || r.says(i+1, "o’clock") {
		return i + 2, true
	}
	j := i + 1
	if r.is(j, in) && r.is(j+1, the) && r.is(j+2, part) && r.at(j+2).n < 3 && (l.class == clock || l.n <= 12) {
		return j + 3, true
	}
	if e := r.meridem(j); e > 0 && (!l.is(grouped) || l.len <= 2) {
		return r.zone(e), true
	}
	if l.class != clock {
		return 0, false
	}
	if z := r.zone(j); z > j {
		return z, true
	}
	return j, false
}

// meridem is the end of "a.m." or "PM" at i.
func (r *reader) meridem(i int) int {
	if l := r.at(i); l.class == meridem && !l.is(grouped) {
		if r.says(i, "am") && r.joined(i+1) && r.is(i+1, point) {
			return i + 1
		}
		return i + 1
	}
	if (r.says(i, "a") || r.says(i, "p")) && r.is(i+1, point) && r.joined(i+1) && r.says(i+2, "m") && r.joined(i+2) {
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
	if l.class == zone && l.is(upper) {
		return i + 1
	}
	if l.class == mark && l.n == '(' && r.is(i+1, zone) && r.word(i+2) == ")" {
		return i + 3
	}
	if r.says(i+1, "time") && (r.says(i, "local") || r.says(i, "eastern") || r.says(i, "pacific")) {
		return i + 2
	}
	return i
}

// clockForm reads a time of day and the date behind it: "9 a.m. on Tuesday".
func (r *reader) clockForm(i int) (f form, end int) {
	j := i
	if l := r.at(j); l.class == hedge && (r.says(j, "about") || r.says(j, "around") || r.says(j, "shortly")) {
		j++
	}
	end, sure := r.timeOfDay(j)
	if end == 0 {
		return f, 0
	}
	b := r.at(i - 1)
	led := b.class == at || b.class == until || b.class == from || b.class == between || r.says(i-1, "by") || r.says(i-1, "before") || r.says(i-1, "after") || r.says(i-1, "around") || r.says(i-1, "since")
	if !sure && !led && j == i {
		return f, 0
	}
	if r.is(j, clock) && !sure && j > i {
		return f, 0
	}
	if e := r.clockRange(end); e > 0 {
		end = e
	}
	k := end
	if r.is(k, comma) {
		k++
	}
	if r.is(k, on) {
		k++
	}
	if c := r.at(k).class; c == month || c == weekday || c == deictic || c == num && k > end || c == mod || c == the {
		if g, e := r.point(k); e > 0 && (g.date.grain == byDay) && g.op != length && g.op != open {
			return g, e
		}
	}
	return form{op: sameDay, mod: -1, date: date{grain: byDay}, score: 0.7}, end
}

// clockRange is the end of the second time of "9 to 11 a.m."
func (r *reader) clockRange(i int) int {
	if r.is(i, dash) || r.is(i, to) {
		if e, sure := r.timeOfDay(i + 1); e > 0 && (sure || r.is(i+1, clock) || r.is(i+1, clockw)) {
			return e
		}
	}
	return 0
}

// tail reads the week, the part of the day or the time behind a date: "Tuesday
// morning", "March 5 at 9 a.m."
func (r *reader) tail(f form, end int) (form, int) {
	if f.date.grain != byDay || f.op == length || f.op == open {
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
