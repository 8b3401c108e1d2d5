package dates

// A point or stretch of time, with its determiner, edge and time of day.

// expression reads an expression of time at i.
func (r *reader) expression(i int) (e expression, ok bool) {
	if f, end := r.recurs(i); end > 0 {
		return expression{form: f, first: i, last: end}, true
	}
	if f, end := r.clockForm(i); end > 0 {
		return expression{form: f, first: i, last: end}, true
	}
	if e, ok = r.daysBefore(i); ok {
		return e, true
	}
	if f, end := r.point(i); end > 0 {
		return r.ranged(expression{form: f, first: i, last: end}), true
	}
	if f, end := r.lengthAt(i); end > 0 {
		return expression{form: f, first: i, last: end}, true
	}
	return e, false
}

// point reads a date with what stands before it, "the", "early", "the end of", and the
// time of day behind it.
func (r *reader) point(i int) (f form, end int) {
	j := r.hedged(i)
	about, det := j > i, r.is(j, the)
	k := j
	if det {
		k++
	}
	if r.is(k, edge) {
		f, end = r.edged(k, det)
	} else {
		f, end = r.core(k, det)
		if end == 0 && det {
			f, end = r.calendar(j)
		}
	}
	if end == 0 || about && f.op != fixed || det && r.noun(k, f) {
		return form{}, 0
	}
	if about {
		f.date.about = true
	}
	return r.tail(f, end)
}

// noun reports whether "the" before the date f at k belongs to the noun behind it: "the
// 2012 election", "the January vote".
func (r *reader) noun(k int, f form) bool {
	return r.is(k, num) && (f.date.grain == byYear || f.date.grain == byDay) || r.among(k, setOf(month, weekday))
}

// hedged is the lexeme behind a hedge of a date: "about", "circa", "ca."
func (r *reader) hedged(i int) int {
	if !r.is(i, hedge) || r.oneOf(i, "over under some only just") {
		return i
	}
	if r.at(i).n == 8 && r.is(i+1, point) {
		return i + 2
	}
	return i + 1
}

// edged reads what an edge stands before: "early March", "mid-2024", "end of the year",
// "earlier this week".
func (r *reader) edged(i int, det bool) (f form, end int) {
	l := r.at(i)
	var j int
	switch l.n {
	case early, late, mid:
		j, f, end = r.partly(i, det)
	case beginning, closing:
		j, f, end = r.endOf(i)
	default:
		j, f, end = r.sooner(i)
	}
	if j == 0 || r.is(j, edge) {
		return f, end
	}
	f, end = r.core(j, !r.is(j, mod) || r.is(j-1, the))
	if end == 0 || f.op == length || f.op == open || f.op == recurring {
		return form{}, 0
	}
	if g := f.date.grain; l.n < earlier && (g == byMonth || g >= bySeason) {
		f.date.about = true
	}
	return f, end
}

// partly reads "early", "late" and "mid": next is where the date begins, 0 if it is read
// or there is none.
func (r *reader) partly(i int, det bool) (next int, f form, end int) {
	l, j := r.at(i), i+1
	switch {
	case r.is(j, dash):
		j++
	case r.is(j, in) || l.n == mid && r.is(j, of):
		j++
		if r.is(j, the) {
			f, end = r.theUnit(j+1, l.n != mid)
			return 0, f, end
		}
	}
	if u := r.at(j); u.class == unit && u.n == hour && u.is(plural) && r.is(j+1, of) {
		if f, end = r.core(j+2, true); f.date.grain == byDay && f.op != length {
			return 0, f, end
		}
		return 0, form{}, 0
	}
	if r.is(j, part) && !r.at(j).is(plural) && !det { // "early morning"
		return 0, f, 0
	}
	return j, f, 0
}

// endOf reads "the beginning of" and "the end of".
func (r *reader) endOf(i int) (next int, f form, end int) {
	j := i + 1
	if !r.is(j, of) {
		return 0, f, 0
	}
	j++
	if r.is(j, the) {
		if f, end = r.theUnit(j+1, true); end > 0 {
			return 0, f, end
		}
		j++
	}
	return j, f, 0
}

// sooner reads "earlier" and "later".
func (r *reader) sooner(i int) (next int, f form, end int) {
	j := i + 1
	if r.is(j, in) && r.is(j+1, the) {
		f, end = r.theUnit(j+2, false)
		return 0, f, end
	}
	if r.among(j, setOf(in, on)) {
		if r.among(j+1, setOf(month, num, weekday)) {
			return j + 1, f, 0
		}
		j++
	}
	if r.among(j, setOf(mod, deictic, weekday)) {
		return j, f, 0
	}
	return 0, f, 0
}

// theUnit reads the unit of "the end of the year" and "earlier in the week".
func (r *reader) theUnit(i int, about bool) (f form, end int) {
	if r.is(i, fiscal) {
		i++
	}
	u := r.at(i)
	if u.class == weekend {
		return form{op: aWeekday, mod: -1, date: date{grain: byWeekend, d: 5}, score: 0.8}, i + 1
	}
	if u.class != unit || u.is(plural) || r.tied(i+1) || r.is(i+1, num) {
		return f, 0
	}
	g := grains[u.n]
	if g == 0 || g == byDay && about {
		return f, 0
	}
	return form{op: fromRef, mod: -1, date: date{grain: g, about: about && g >= byMonth}, score: 0.8}, i + 1
}

// core reads a date without what stands before it; det is whether "the" does, or an
// edge.
func (r *reader) core(i int, det bool) (f form, end int) {
	switch l := r.at(i); l.class {
	case month, weekday, numeric, mark, num, ordinal:
		return r.dated(i, det)
	case decade, tens:
		return r.decadeForm(i, det || r.is(i-1, poss) && l.class == decade && l.len == 4)
	case mod:
		return r.modified(i, det)
	case deictic:
		return r.today(i)
	case season:
		return r.seasonForm(i, det)
	case quarter, fiscal:
		return r.quarterForm(i)
	case holiday:
		return r.holiday(i)
	case weekend:
		return r.theWeekend(i, det)
	case unit, part:
		if f, end = r.yearEnd(i); end > 0 {
			return f, end
		}
		return r.unitForm(i, det)
	}
	return r.rest(i)
}

// rest reads what else a date can begin with.
func (r *reader) rest(i int) (f form, end int) {
	switch l := r.at(i); l.class {
	case era:
		if l.n > 0 && l.is(upper) && r.is(i+1, num) {
			return r.year(i + 1)
		}
	case recent:
		if r.is(i+1, unit) && r.at(i+1).is(plural) {
			return form{op: open, score: 0.75}, i + 2
		}
	case vague:
		return r.vagueForm(i)
	}
	return f, 0
}

// theWeekend reads "the weekend" and "the weekend of March 3".
func (r *reader) theWeekend(i int, det bool) (f form, end int) {
	if !det || r.at(i).is(plural) {
		return f, 0
	}
	if f, end = r.weekOf(i); end > 0 {
		return f, end
	}
	return form{op: aWeekday, mod: -1, date: date{grain: byWeekend, d: 5}, score: 0.8}, i + 1
}

// dated reads what begins with a name or number of the calendar.
func (r *reader) dated(i int, det bool) (f form, end int) {
	if f, end = r.nthWeekday(i); end > 0 {
		return f, end
	}
	if f, end = r.calendar(i); end > 0 {
		return f, end
	}
	if f, end = r.centuryForm(i); end > 0 {
		return f, end
	}
	if f, end = r.quarterForm(i); end > 0 {
		return f, end
	}
	if det && r.is(i, mark) {
		return r.shortYears(i)
	}
	return f, 0
}

// unitForm reads a unit or part of the day behind "the": "the day before", "the week of
// March 3", "the year 1997".
func (r *reader) unitForm(i int, det bool) (f form, end int) {
	l := r.at(i)
	if l.class == unit && l.n == second {
		return r.dated(i, det)
	}
	if !det {
		return f, 0
	}
	if f, end = r.dayBefore(i); end > 0 {
		return f, end
	}
	if f, end = r.weekOf(i); end > 0 {
		return f, end
	}
	if l.class == unit && l.n == year && r.is(i+1, num) {
		return r.year(i + 1)
	}
	return r.theStretch(i)
}

// yearEnd reads "year-end" and "year's end" behind a preposition.
func (r *reader) yearEnd(i int) (f form, end int) {
	if !r.unitAt(i, year) || !r.among(i-1, setOf(prep, until, at, hedge)) {
		return f, 0
	}
	j := i + 1
	if r.is(j, dash) || r.genitive(j) {
		j++
	}
	if !r.is(j, edge) || r.at(j).n != closing || r.plain(j+1) {
		return f, 0
	}
	return form{op: fromRef, mod: -1, date: date{grain: byYear, about: true}, score: 0.8}, j + 1
}

// theStretch reads "the quarter" and the like, which say that a stretch of time is meant
// and not which.
func (r *reader) theStretch(i int) (f form, end int) {
	l := r.at(i)
	if l.class != unit || l.is(plural) || l.n < week || l.n > year || l.is(upper) && !r.capitals || r.among(i+1, setOf(of, dash)) {
		return f, 0
	}
	if !r.is(i-2, in) && !r.oneOf(i-2, "for during throughout over") {
		return f, 0
	}
	if r.oneOf(i+1, "ended ending") {
		return form{op: length, score: 0.7}, i + 1
	}
	if r.plain(i+1) && r.lower(i+1) {
		return f, 0
	}
	return form{op: open, score: 0.6}, i + 1
}
