package dates

// What comes again and again.

// recurs reads what comes again and again: "every Tuesday", "twice a year", "daily".
func (r *reader) recurs(i int) (f form, end int) {
	f = form{op: recurring, score: 0.92}
	switch l := r.at(i); l.class {
	case frequency:
		return r.frequent(i)
	case times:
		if (r.among(i+1, setOf(article, every)) || r.says(i+1, "per")) && r.is(i+2, unit) {
			return f, i + 3
		}
	case every:
		return r.everyAt(i)
	case weekday:
		if p := r.at(i + 1); !l.is(plural|short) && p.class == part && p.is(plural) {
			return f, i + 2
		}
		if !l.is(plural) || l.is(short) {
			return f, 0
		}
		if r.is(i+1, part) {
			return f, i + 2
		}
		return f, i + 1
	}
	return f, 0
}

// frequent reads "daily" and the like, but no Daily Mail and no quarterly dividend.
func (r *reader) frequent(i int) (f form, end int) {
	l := r.at(i)
	if l.n == quarters && r.plain(i+1) || l.is(upper) && (r.is(i-1, article) || r.name(i+1) && i > 0) {
		return f, 0
	}
	return form{op: recurring, score: 0.65}, i + 1
}

func (r *reader) everyAt(i int) (f form, end int) {
	f = form{op: recurring, score: 0.92}
	j := r.whatRecurs(i + 1)
	switch l := r.at(j); l.class {
	case unit:
		if r.unitAt(j, second) {
			return f, 0
		}
	case weekday:
		if r.is(j+1, part) {
			j++
		}
	case month:
		if _, e := r.day(j + 1); e > 0 {
			j = e - 1
		}
	case part, season, weekend:
	case holiday:
		g, e := r.holiday(j)
		if g.op != noYear {
			return f, 0
		}
		return f, e
	default:
		return f, 0
	}
	return f, j + 1
}

// whatRecurs is the token behind "single", "two" and the like, which "every" may have
// before what it counts.
func (r *reader) whatRecurs(j int) int {
	if r.among(j, setOf(of, mod)) || r.oneOf(j, "single other") {
		j++
	}
	if n, _, e := r.amount(j); e > 0 && n > 0 && !r.is(j, article) {
		return e
	}
	if _, e := r.ordinalNumber(j); e > 0 && r.among(e, setOf(unit, weekday)) {
		return e
	}
	return j
}
