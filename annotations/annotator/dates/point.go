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
	j, about := i, false
	if h := r.at(j); h.class == hedge && !r.says(j, "over") && !r.says(j, "under") && !r.says(j, "some") && !r.says(j, "only") && !r.says(j, "just") {
		about = true
		j++
		if h.n == 8 && r.is(j, point) { // "ca."
			j++
		}
	}
	det := r.is(j, the)
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
	if end > 0 && k > j && r.is(k, num) && f.date.grain == byYear { // "the 2012 election"
		return form{}, 0
	}
	if end == 0 || about && f.op != fixed || r.is(i, mod) && f.op == 0 {
		return form{}, 0
	}
	if about {
		f.date.about = true
	}
	return r.tail(f, end)
}

// edged reads what an edge stands before: "early March", "mid-2024", "end of the year",
// "earlier this week".
func (r *reader) edged(i int, det bool) (f form, end int) {
	l := r.at(i)
	j := i + 1
	switch l.n {
	case early, late, mid:
		if r.is(j, dash) {
			j++
		} else if r.is(j, in) || l.n == mid && r.is(j, of) {
			j++
			if r.is(j, the) {
				return r.theUnit(j+1, l.n == early || l.n == late)
			}
		}
		if u := r.at(j); u.class == unit && u.n == hour && u.is(plural) && r.is(j+1, of) {
			if f, end = r.core(j+2, true); f.date.grain == byDay && f.op != length {
				return f, end
			}
			return form{}, 0
		}
		if r.is(j, part) && !r.at(j).is(plural) && !det { // "early morning"
			return f, 0
		}
	case beginning, closing:
		if !r.is(j, of) {
			return f, 0
		}
		j++
		if r.is(j, the) {
			if f, end = r.theUnit(j+1, true); end > 0 {
				return f, end
			}
			j++
		}
	case earlier, later:
		if r.is(j, in) && r.is(j+1, the) {
			return r.theUnit(j+2, false)
		}
		if r.is(j, in) || r.is(j, on) {
			j++
		}
		if c := r.at(j).class; c != mod && c != deictic && (c != month && c != num && c != weekday || j == i+1 && c != weekday) {
			return f, 0
		}
	}
	if r.is(j, edge) { // "mid-to-late" and the like
		return f, 0
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

// theUnit reads the unit of "the end of the year" and "earlier in the week".
func (r *reader) theUnit(i int, about bool) (f form, end int) {
	u := r.at(i)
	if u.class == fiscal {
		i++
		u = r.at(i)
	}
	if u.class == weekend {
		return form{op: aWeekday, mod: -1, date: date{grain: byWeekend, d: 5}, score: 0.8}, i + 1
	}
	if u.class != unit || u.is(plural) || u.n < day || r.is(i+1, dash) && r.joined(i+1) {
		return f, 0
	}
	g := grains[u.n]
	if g == byDay && about || g == 0 || r.is(i+1, num) {
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
		return r.decadeForm(i, det || r.is(i-1, poss) && r.is(i, decade) && r.at(i).len == 4)
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
		if det && !l.is(plural) {
			if f, end = r.weekOf(i); end > 0 {
				return f, end
			}
			return form{op: aWeekday, mod: -1, date: date{grain: byWeekend, d: 5}, score: 0.8}, i + 1
		}
	case unit, part:
		if f, end = r.yearEnd(i); end > 0 {
			return f, end
		}
		return r.unitForm(i, det)
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

// dated reads what begins with a name or number of the calendar.
func (r *reader) dated(i int, det bool) (f form, end int) {
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
	if l := r.at(i); l.n != year || l.class != unit || l.is(plural) || !r.is(i-1, prep) && !r.is(i-1, until) && !r.is(i-1, at) {
		return f, 0
	}
	j := i + 1
	if r.is(j, dash) || r.genitive(j) {
		j++
	}
	if !r.is(j, edge) || r.at(j).n != closing || r.at(j+1).is(letters) && r.at(j+1).class == none {
		return f, 0
	}
	return form{op: fromRef, mod: -1, date: date{grain: byYear, about: true}, score: 0.8}, j + 1
}

// theStretch reads "the quarter" and the like, which say that a stretch of time is meant
// and not which.
func (r *reader) theStretch(i int) (f form, end int) {
	l, b := r.at(i), r.at(i-2)
	if l.class != unit || l.is(plural) || l.n < week || l.n > year || l.is(upper) && !r.capitals || r.is(i+1, of) || r.is(i+1, dash) ||
		b.class != in && !r.says(i-2, "for") && !r.says(i-2, "during") && !r.says(i-2, "throughout") && !r.says(i-2, "over") || r.is(i+1, none) && r.lower(i+1) && !r.says(i+1, "ended") && !r.says(i+1, "ending") {
		return f, 0
	}
	if r.says(i+1, "ended") || r.says(i+1, "ending") {
		return form{op: length, score: 0.7}, i + 1
	}
	return form{op: open, score: 0.6}, i + 1
}

// modified reads what begins with "last", "this", "the past three" and the like.
func (r *reader) modified(i int, det bool) (f form, end int) {
	m := r.at(i).n
	if m == these {
		if r.is(i+1, unit) && r.at(i+1).n == day && !r.is(i+2, of) {
			return form{op: open, score: 0.5}, i + 2
		}
		return f, 0
	}
	if m == last && (r.is(i-1, to) || r.is(i-1, future)) { // a verb
		return f, 0
	}
	if m != this && m != that && m != same && (m != last || det || r.is(i-1, poss) || r.genitive(i-1)) {
		_, whole, j := r.amount(i + 1)
		if r.is(i+1, recent) {
			j = 0
		}
		if j > 0 && !r.is(i+1, article) && r.is(j, unit) && (r.at(j).is(plural) || whole) && !r.wrongUnit(i+1, j, false, false) {
			f = form{op: length, vague: !whole, score: 0.9}
			return f, j + 1
		}
	}
	if m == last && (r.is(i+1, half) || r.is(i+1, unit) && r.at(i+1).n == quarters) && r.is(i+2, of) {
		x := date{grain: byHalf, m: 2}
		if r.is(i+1, unit) {
			x = date{grain: byQuarter, m: 4}
		}
		if f, end = r.quarterOf(i, i+2, x, true); end > 0 {
			return f, end
		}
	}
	f, end = r.relative(i, det)
	if f.op == fromRef && f.date.grain == byYear && r.genitive(end) {
		if q, e := r.quarterForm(end + 1); e > 0 && q.op == noYear && q.mod < 0 {
			q.mod = f.mod
			return q, e
		}
	}
	if end == 0 && m == pastly && det && r.is(i-2, in) && !r.at(i+1).is(letters) {
		return form{op: open, score: 0.5}, i + 1
	}
	if end > 0 && f.op == fromAnchor && m == that && !r.adverbial(i) {
		f.score = 0.7
	}
	return f, end
}

// adverbial reports whether a preposition stands before i, or nothing.
func (r *reader) adverbial(i int) bool {
	b := r.at(i - 1)
	return i == 0 || b.class == in || b.class == prep || b.class == until || b.class == of || b.class == on
}

// vagueForm reads "now" and the like, which say no date.
func (r *reader) vagueForm(i int) (f form, end int) {
	if r.says(i, "now") && (r.says(i+1, "that") || r.says(i-1, "until")) && r.says(i+1, "that") {
		return f, 0
	}
	return form{op: open, score: 0.5}, i + 1
}

// seasonForm reads "spring 2024", "the summer of 1969" and "in the summer".
func (r *reader) seasonForm(i int, det bool) (f form, end int) {
	l := r.at(i)
	j := i + 1
	if r.is(j, of) {
		j++
	}
	if y, e := r.yearAt(j); e > 0 && !r.is(i+1, comma) {
		return form{op: fixed, date: date{grain: bySeason, y: y, m: int(l.n)}, score: 0.95}, e
	}
	if r.is(j-1, of) && r.is(j, mod) {
		if g, e := r.relative(j, false); e > 0 && g.op == fromRef && g.date.grain == byYear {
			return form{op: noYear, mod: g.mod, date: date{grain: bySeason, m: int(l.n)}, score: 0.7}, e
		}
	}
	lead := r.at(i - 1)
	if det && r.is(i-1, the) {
		lead = r.at(i - 2)
	}
	leads := lead.class == in || lead.class == until || lead.class == prep && !r.says(i-1, "like") && !r.says(i-1, "as") || r.is(i-1, edge) || r.is(i-1, dash) && r.is(i-2, edge)
	if !leads || r.is(i+1, of) || l.is(weak) && (lead.class == prep && !det || r.at(i+1).is(letters) && r.at(i+1).class == none && !r.is(i-1, edge)) ||
		r.name(i+1) && !det || l.is(upper) && !r.capitals && r.name(i-1) {
		return f, 0
	}
	return form{op: noYear, mod: -1, date: date{grain: bySeason, m: int(l.n)}, score: 0.6}, i + 1
}

// quarterForm reads quarters, halves and fiscal years: "the third quarter of 2024",
// "Q3", "the first half of the year", "fiscal 2024".
func (r *reader) quarterForm(i int) (f form, end int) {
	l := r.at(i)
	if l.class == fiscal {
		return r.fiscalForm(i)
	}
	x, j := date{grain: byQuarter, m: int(l.n)}, i+1
	if l.class != quarter {
		n, e := r.ordinalNumber(i)
		if e == 0 {
			return f, 0
		}
		if r.is(e, dash) && r.joined(e) {
			e++
		}
		u := r.at(e)
		switch {
		case u.class == unit && u.n == quarters && !u.is(plural) && n <= 4:
		case u.class == half && n <= 2:
			x.grain = byHalf
		default:
			return f, 0
		}
		x.m, j = n, e+1
	}
	return r.quarterOf(i, j, x, l.class == quarter)
}

// quarterOf reads the year behind a quarter or half that ends before j.
func (r *reader) quarterOf(i, j int, x date, sure bool) (f form, end int) {
	k := j
	if r.is(k, of) {
		k++
	}
	if r.is(k, fiscal) {
		k++
	}
	if y, e := r.yearAt(k); e > 0 && !r.is(k, comma) {
		x.y = y
		return form{op: fixed, date: x, score: 0.95}, e
	}
	if r.is(j, of) {
		if r.is(j+1, mod) {
			if g, e := r.relative(j+1, false); e > 0 && g.op == fromRef && g.date.grain == byYear {
				return form{op: noYear, mod: g.mod, date: x, score: 0.85}, e
			}
		}
		if r.is(j+1, the) && r.is(j+2, unit) && r.at(j+2).n == year {
			return form{op: noYear, mod: this, date: x, score: 0.8}, j + 3
		}
		if g, e := r.decadeOrCentury(j + 1); e > 0 { // a half of a decade is about there
			g.date.about = true
			return g, e
		}
		return f, 0
	}
	if x.grain == byHalf || !sure && (r.says(j, "final") || r.says(j, "finals") || r.is(j, dash) && r.joined(j)) {
		return f, 0
	}
	return form{op: noYear, mod: -1, date: x, score: 0.65}, j
}

func (r *reader) decadeOrCentury(i int) (form, int) {
	if r.is(i, the) {
		i++
	}
	if f, e := r.decadeForm(i, true); e > 0 {
		return f, e
	}
	return r.centuryForm(i)
}

func (r *reader) fiscalForm(i int) (f form, end int) {
	l := r.at(i)
	if l.len > 0 {
		y := int(l.n)
		if l.len == 2 {
			y += 2000
		}
		return form{op: fixed, date: date{grain: byYear, y: y}, score: 0.85}, i + 1
	}
	j := i + 1
	if r.is(j, unit) && r.at(j).n == year {
		j++
	}
	if y, e := r.yearAt(j); e > 0 && !r.is(j, comma) {
		return form{op: fixed, date: date{grain: byYear, y: y}, score: 0.9}, e
	}
	return f, 0
}
