package dates

// What begins with a modifier or names a season, a quarter or a fiscal year.

// modified reads what begins with "last", "this", "the past three" and the like.
func (r *reader) modified(i int, det bool) (f form, end int) {
	m := r.at(i).n
	switch {
	case m == these:
		return r.theseDays(i)
	case m == last && r.among(i-1, setOf(to, future)): // a verb
		return f, 0
	}
	if f, end = r.nthWeekday(i); end > 0 {
		return f, end
	}
	if f, end = r.lastFew(i, det); end > 0 {
		return f, end
	}
	if f, end = r.lastHalf(i); end > 0 {
		return f, end
	}
	f, end = r.relative(i, det)
	if g, e := r.itsQuarter(f, end); e > 0 {
		return g, e
	}
	if end == 0 && m == pastly && det && r.is(i-2, in) && !r.says(i+1, "tense") { // "in the past"
		return form{op: open, score: 0.5}, i + 1
	}
	return f, end
}

// theseDays reads "these days", which say no date.
func (r *reader) theseDays(i int) (f form, end int) {
	if u := r.at(i + 1); u.class == unit && u.n == day && !r.is(i+2, of) {
		return form{op: open, score: 0.5}, i + 2
	}
	return f, 0
}

// itsQuarter reads the quarter behind a year that ends before i: "this year's third
// quarter".
func (r *reader) itsQuarter(f form, i int) (q form, end int) {
	if f.op != fromRef || f.date.grain != byYear || !r.genitive(i) {
		return q, 0
	}
	if q, end = r.quarterForm(i + 1); q.op != noYear || q.mod >= 0 {
		return form{}, 0
	}
	q.mod = f.mod
	return q, end
}

// lastFew reads "the past three months" and "the next few years".
func (r *reader) lastFew(i int, det bool) (f form, end int) {
	m := r.at(i).n
	if m == this || m == that || m == same || m == last && !det && !r.is(i-1, poss) && !r.genitive(i-1) || r.among(i+1, setOf(article, recent)) {
		return f, 0
	}
	_, whole, j := r.amount(i + 1)
	if j == 0 || !r.is(j, unit) || !r.at(j).is(plural) && !whole || r.wrongUnit(i+1, j, false, false) {
		return f, 0
	}
	return form{op: length, vague: !whole, score: 0.9}, j + 1
}

// lastHalf reads "the last half of 1989" and "the last quarter of the year".
func (r *reader) lastHalf(i int) (f form, end int) {
	if !r.modAt(i, last) || !r.is(i+2, of) {
		return f, 0
	}
	switch {
	case r.is(i+1, half):
		return r.quarterOf(i, i+2, date{grain: byHalf, m: 2}, true)
	case r.unitAt(i+1, quarters):
		return r.quarterOf(i, i+2, date{grain: byQuarter, m: 4}, true)
	}
	return f, 0
}

// vagueForm reads "now" and the like, which say no date.
func (r *reader) vagueForm(i int) (f form, end int) {
	if r.says(i, "now") && r.says(i+1, "that") || r.at(i).is(upper) && r.is(i-1, the) {
		return f, 0
	}
	return form{op: open, score: 0.5}, i + 1
}

// seasonForm reads "spring 2024", "the summer of 1969" and "in the summer".
func (r *reader) seasonForm(i int, det bool) (f form, end int) {
	m := int(r.at(i).n)
	j := i + 1
	if r.is(j, of) {
		j++
	}
	if y, e := r.yearAt(j); e > 0 && !r.is(i+1, comma) {
		return form{op: fixed, date: date{grain: bySeason, y: y, m: m}, score: 0.95}, e
	}
	if r.is(j-1, of) && r.is(j, mod) {
		if g, e := r.relative(j, false); e > 0 && g.op == fromRef && g.date.grain == byYear {
			return form{op: noYear, mod: g.mod, date: date{grain: bySeason, m: m}, score: 0.7}, e
		}
	}
	if !r.seasonAlone(i, det) {
		return f, 0
	}
	return form{op: noYear, mod: -1, date: date{grain: bySeason, m: m}, score: 0.6}, i + 1
}

// seasonAlone reports whether a season that stands by itself is one: no "fall of Rome",
// and no spring in a mattress.
func (r *reader) seasonAlone(i int, det bool) bool {
	l, k := r.at(i), i-1
	if det && r.is(k, the) {
		k--
	}
	edges := r.is(i-1, edge) || r.is(i-1, dash) && r.is(i-2, edge)
	if !edges && !r.among(k, setOf(in, until, prep)) && !r.says(k, "over") || r.oneOf(i-1, "like as") || r.is(i+1, of) {
		return false
	}
	if l.is(weak) && (r.is(k, prep) && !det || r.plain(i+1) && !edges) {
		return false
	}
	return !r.inName(i, det)
}

// inName reports whether a capital beside the season at i makes it a part of a name.
func (r *reader) inName(i int, det bool) bool {
	return r.name(i+1) && !det || r.at(i).is(upper) && !r.capitals && r.name(i-1)
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
		switch {
		case r.unitAt(e, quarters) && n <= 4:
		case r.is(e, half) && n <= 2:
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
		return r.quarterIn(j+1, x)
	}
	if x.grain == byHalf || !sure && (r.oneOf(j, "final finals") || r.tied(j)) {
		return f, 0
	}
	return form{op: noYear, mod: -1, date: x, score: 0.65}, j
}

// quarterIn reads what a quarter or half at j is of: "last year", "the year", "the
// 1990s".
func (r *reader) quarterIn(j int, x date) (f form, end int) {
	if r.is(j, mod) {
		if g, e := r.relative(j, false); e > 0 && g.op == fromRef && g.date.grain == byYear {
			return form{op: noYear, mod: g.mod, date: x, score: 0.85}, e
		}
	}
	if r.is(j, the) && r.unitAt(j+1, year) {
		return form{op: noYear, mod: this, date: x, score: 0.8}, j + 2
	}
	if f, end = r.decadeOrCentury(j); end > 0 { // a half of a decade is about there
		f.date.about = true
	}
	return f, end
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

// fiscalForm reads "fiscal 2024", "fiscal year 2024" and "FY2024".
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
	if r.unitAt(j, year) {
		j++
	}
	if y, e := r.yearAt(j); e > 0 && !r.is(j, comma) {
		return form{op: fixed, date: date{grain: byYear, y: y}, score: 0.9}, e
	}
	return f, 0
}
