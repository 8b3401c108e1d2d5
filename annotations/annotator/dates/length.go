package dates

// Lengths of time: "two weeks", "a three-month truce"; what is counted from a date by
// them: "two weeks ago"; and what recurs.

// amount reads how many at i: "two", "2.5", "a", "a few", "several", "half a",
// "two and a half". What is not a whole number has no n.
func (r *reader) amount(i int) (n int, whole bool, end int) {
	switch l := r.at(i); l.class {
	case num:
		return r.numeral(i)
	case vagueNum:
		if r.says(i, "couple") && r.is(i+1, of) {
			return 0, false, i + 2
		}
		return 0, false, i + 1
	case half:
		if r.is(i+1, article) {
			return 0, false, i + 2
		}
		if r.is(i+1, dash) {
			return 0, false, i + 1
		}
	case article:
		return r.articleAmount(i)
	case scale:
		if r.is(i+1, of) {
			return 0, false, i + 2
		}
	case ordinal:
	}
	return 0, false, 0
}

func (r *reader) articleAmount(i int) (n int, whole bool, end int) {
	switch l := r.at(i + 1); {
	case l.class == vagueNum:
		end = i + 2
		if r.says(i+1, "couple") && r.is(end, of) {
			end++
		}
		return 0, false, end
	case l.class == half && r.is(i+2, dash):
		return 0, false, i + 2
	case l.class == scale:
		if l.n == 1 {
			return 12, true, i + 2
		}
		return power(int(l.n)), true, i + 2
	case r.says(i+1, "further") || r.says(i+1, "full") || r.says(i+1, "whole") || r.says(i+1, "mere") || r.says(i+1, "good"):
		return 1, true, i + 2
	}
	return 1, true, i + 1
}

func power(n int) int {
	p := 1
	for range min(n, 9) {
		p *= 10
	}
	return p
}

// numeral reads a number: "24", "twenty-four", "2.5", "three hundred", "two and a half".
func (r *reader) numeral(i int) (n int, whole bool, end int) {
	l := r.at(i)
	n, whole, end = int(l.n), !l.is(grouped), i+1
	if l.is(spelled) && l.n >= 20 && r.is(i+1, dash) && r.is(i+2, num) && r.at(i+2).is(spelled) && r.at(i+2).n < 10 {
		n, end = n+int(r.at(i+2).n), i+3
	}
	if r.is(end, scale) {
		if k := int(r.at(end).n); k == 1 {
			n *= 12
		} else if n < 1000 {
			n *= power(k)
		} else {
			whole = false
		}
		end++
	}
	j := end
	if r.is(j, dash) && r.is(j+1, and) {
		j++
	}
	if r.is(j, and) {
		j++
		for r.is(j, dash) || r.is(j, article) {
			j++
		}
		if r.is(j, half) {
			return n, false, j + 1
		}
	}
	return n, whole && n < 1e6, end
}

// counted reads an amount and its unit at i: "two weeks", "a three-month", "10 to 15
// days", "an hour and a half", "a few more days".
func (r *reader) counted(i int) (f form, end int) {
	n, whole, j := r.amount(i)
	if j == 0 {
		return f, 0
	}
	one := r.is(i, article) && j == i+1
	if (r.is(j, to) || r.is(j, dash) || r.says(j, "or")) && !one {
		if _, _, e := r.amount(j + 1); e > 0 && r.is(j+1, num) {
			j, whole = e, false
		}
	}
	hyphen := r.is(j, dash) && r.joined(j) && r.joined(j+1)
	switch {
	case hyphen:
		j++
	case r.is(j, more), r.is(j, mod) && !one, r.says(j, "full"), r.says(j, "consecutive"), r.says(j, "straight"), r.says(j, "whole"),
		r.says(j, "long"), r.says(j, "short"), r.says(j, "additional"), r.says(j, "calendar"), r.says(j, "working"), r.says(j, "business"):
		j++
	}
	u := r.at(j)
	if u.class == weekend && u.is(plural) {
		return form{op: length, vague: !whole, n: n, date: date{grain: byWeekend}, score: 0.85}, j + 1
	}
	if u.class == part && !one && (u.is(plural) || n == 1) && i != j {
		return form{op: length, vague: !whole, n: n, date: date{grain: byDay}, score: 0.8}, j + 1
	}
	if u.class != unit || r.wrongUnit(i, j, one, hyphen) {
		return f, 0
	}
	f = form{op: length, vague: !whole, n: n, date: date{grain: grains[u.n]}, score: 0.92}
	if u.n == fortnight {
		f.n *= 2
	}
	if u.n == millennium {
		f.n, f.date.grain = 10*f.n, byCentury
	}
	j++
	if e := r.andHalf(j); e > 0 && one {
		f.vague, j = true, e
	}
	return f, j
}

// andHalf is the end of "and a half" at i.
func (r *reader) andHalf(i int) int {
	if r.is(i, and) && r.is(i+1, article) && r.is(i+2, half) {
		return i + 3
	}
	return 0
}

// wrongUnit reports whether the unit at j with the amount from i is no length: an age,
// "a second chance", "two quarters" of a game.
func (r *reader) wrongUnit(i, j int, one, hyphen bool) bool {
	u := r.at(j)
	k := j + 1
	if u.is(upper) && !r.capitals && r.lowerFollows(k) && i > 0 || u.n == quarters && u.is(plural) && hyphen {
		return true
	}
	if r.is(k, dash) && r.joined(k) {
		k++
	}
	if r.is(k, old) || r.is(k, of) && r.says(k+1, "age") || r.says(i-1, "aged") || r.says(i-1, "age") || r.says(i-2, "age") || r.says(i-3, "age") {
		return true
	}
	if u.n == second && !u.is(plural) && !hyphen || u.n == quarters && !u.is(plural) && (one || !hyphen) {
		return true
	}
	if one && hyphen {
		return true
	}
	return !u.is(plural) && !hyphen && !one && r.at(i).class == num && r.at(i).n != 1 && !r.is(i, half) && !r.andHalfBefore(j)
}

// lowerFollows reports whether a word in lower case or the end comes at k.
func (r *reader) lowerFollows(k int) bool { return !r.at(k).is(upper) }

func (r *reader) andHalfBefore(j int) bool { return r.is(j-1, half) || r.is(j-1, article) }

// lengthAt reads a duration or what is counted by one from a date, at i.
func (r *reader) lengthAt(i int) (f form, end int) {
	start := i
	for r.is(i, hedge) || r.is(i, more) || r.is(i, than) || r.is(i, at) {
		if r.is(i, at) && !r.says(i+1, "least") && !r.says(i+1, "most") {
			return f, 0
		}
		if r.is(i, more) && !r.is(i-1, at) && !r.is(i+1, than) && !r.says(i, "up") {
			return f, 0
		}
		i++
		if r.says(i-1, "up") && r.is(i, to) {
			i++
		}
	}
	hedged := i > start
	f, end = r.counted(i)
	if end == 0 {
		return r.bare(i, hedged)
	}
	f.about = hedged
	if r.says(end, "or") && r.oneOf(end+1, "so two more three") {
		f.about, f.vague = true, f.vague || !r.says(end+1, "so")
		end += 2
	}
	if g, e := r.since(f, end); e > 0 {
		return g, e
	}
	one := r.is(i, article) && f.n == 1 && !f.vague
	if one && r.is(end-1, unit) && r.rate(start) {
		return form{op: recurring, score: 0.8}, end
	}
	if one && !hedged && !r.lengthy(start, end) {
		return form{}, 0
	}
	if r.says(i, "one") && f.date.grain == byDay && r.is(end-1, unit) && !r.is(end-2, dash) && !hedged && !r.lengthy(start, end) {
		return form{}, 0
	}
	return f, end
}

// since reads what makes a length a place in time: "ago", "earlier", "from now".
func (r *reader) since(f form, i int) (form, int) {
	sign, op, score := -1, fromRef, float32(0.9)
	end := i + 1
	switch w := r.at(i); {
	case w.class == ago:
		if m := r.at(i + 1); m.class == mod && m.n == this && r.is(i+2, unit) && r.at(i+2).n == months && f.date.grain == byYear {
			f.date.grain, f.n, end = byMonth, 12*f.n, i+3
		}
	case w.class == edge && w.n == earlier:
		op, score = fromAnchor, 0.75
	case w.class == edge && w.n == later:
		op, sign, score = fromAnchor, 1, 0.75
	case w.class == from && (r.says(i+1, "now") || r.says(i+1, "today")):
		sign, end = 1, i+2
	case r.says(i, "hence"):
		sign = 1
	case r.says(i, "before") && !r.at(i+1).is(letters) && !r.is(i+1, num):
		op, score = fromAnchor, 0.75
	case r.says(i, "after") && !r.at(i+1).is(letters) && !r.is(i+1, num):
		op, sign, score = fromAnchor, 1, 0.75
	default:
		return f, 0
	}
	f.op, f.score, f.mod = op, score, -1
	f.n *= sign
	switch f.date.grain {
	case 0: // hours, minutes
		f.vague = true
	case byCentury:
		f.date, f.n = date{grain: byYear, about: true}, 100*f.n
	}
	return f, end
}

// bare reads units without a number, where they are a length: "for years", "decades
// ago".
func (r *reader) bare(i int, hedged bool) (f form, end int) {
	u := r.at(i)
	if u.class == unit && r.is(i+1, dash) && r.joined(i+1) && r.says(i+2, "long") {
		return form{op: length, vague: true, date: date{grain: grains[u.n]}, score: 0.9}, i + 3
	}
	if u.class != unit || !u.is(plural) || u.n == second || u.n == quarters {
		return f, 0
	}
	f = form{op: length, vague: true, date: date{grain: grains[u.n]}, score: 0.8}
	if g, e := r.since(f, i+1); e > 0 {
		return g, e
	}
	b := r.at(i - 1)
	if r.says(i+1, "ahead") {
		return f, i + 2
	}
	if hedged || r.says(i-1, "for") || r.says(i-1, "within") || r.says(i-1, "in") || r.says(i-1, "took") || r.says(i-1, "after") ||
		b.class == hedge || b.class == of && r.is(i-2, scale) || r.is(i+1, of) && b.class != the && b.class != in && b.class != poss && b.class != of && !r.genitive(i-1) && b.class != num {
		return f, i + 1
	}
	return form{}, 0
}

// rate reports whether "a week" at i says how often or how much for each.
func (r *reader) rate(i int) bool {
	b := r.at(i - 1)
	return b.class == times || r.says(i-1, "times") || b.class == num || b.class == scale || r.percent(i-1) || b.class == unit && b.is(plural) ||
		r.says(i-1, "dollars") || r.says(i-1, "euros") || r.says(i-1, "pounds") || r.says(i-1, "people")
}

// lengthy reports whether what stands beside "a week" makes it a length.
func (r *reader) lengthy(i, end int) bool {
	switch b := r.at(i - 1); b.class {
	case prep:
		return !r.says(i-1, "by") && !r.says(i-1, "as") && !r.says(i-1, "like") && !r.says(i-1, "since") && !r.says(i-1, "without") && !r.says(i-1, "before")
	case in, than, hedge:
		return true
	case until:
		return r.says(i-1, "through")
	}
	return r.says(i-1, "lasted") || r.says(i-1, "lasts") || r.says(i-1, "last") || r.says(i-1, "lasting") || r.says(i-1, "took") || r.says(i-1, "spent") || r.says(i-1, "takes") || r.says(i-1, "half") ||
		r.is(end, of) && r.at(end-1).n >= day || r.oneOf(end, "after before or")
}

// recurs reads what comes again and again: "every Tuesday", "twice a year", "daily".
func (r *reader) recurs(i int) (f form, end int) {
	f = form{op: recurring, score: 0.92}
	switch l := r.at(i); l.class {
	case frequency:
		if l.n == quarters && r.at(i+1).is(letters) && r.at(i+1).class == none {
			return f, 0
		}
		if r.is(i-1, article) && l.is(upper) || r.name(i+1) && l.is(upper) && i > 0 { // the Daily Mail
			return f, 0
		}
		f.score = 0.8
		return f, i + 1
	case times:
		if r.is(i+1, article) || r.is(i+1, every) || r.says(i+1, "per") {
			if r.is(i+2, unit) {
				return f, i + 3
			}
		}
	case every:
		return r.everyAt(i)
	case weekday:
		if l.is(plural) && !l.is(short) {
			end = i + 1
			if r.is(end, part) {
				end++
			}
			return f, end
		}
	}
	return f, 0
}

func (r *reader) everyAt(i int) (f form, end int) {
	f = form{op: recurring, score: 0.92}
	j := i + 1
	if r.is(j, of) || r.says(j, "single") || r.says(j, "other") || r.is(j, mod) {
		j++
	}
	if n, _, e := r.amount(j); e > 0 && n > 0 && !r.is(j, article) {
		j = e
	} else if _, e := r.ordinalNumber(j); e > 0 && (r.is(e, unit) || r.is(e, weekday)) {
		j = e
	}
	switch l := r.at(j); l.class {
	case unit:
		if l.n == second && !l.is(plural) {
			return f, 0
		}
	case weekday:
		if r.is(j+1, part) {
			j++
		}
	case part, season, month, weekend:
	case holiday:
		if g, e := r.holiday(j); e > 0 && g.op == noYear {
			return f, e
		}
		return f, 0
	default:
		return f, 0
	}
	return f, j + 1
}
