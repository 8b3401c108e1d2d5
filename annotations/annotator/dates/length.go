package dates

// Lengths of time: "two weeks", "a three-month truce"; and what is counted from a date
// by them: "two weeks ago".

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
	if one := r.at(i + 2); l.is(spelled) && l.n >= 20 && r.is(i+1, dash) && one.class == num && one.is(spelled) && one.n < 10 {
		n, end = n+int(one.n), i+3
	}
	if r.is(end, scale) {
		switch k := int(r.at(end).n); {
		case k == 1:
			n *= 12
		case n < 1000:
			n *= power(k)
		default:
			whole = false
		}
		end++
	}
	if e := r.fraction(end); e > 0 {
		return n, false, e
	}
	if e := r.halfBehind(end); e > 0 {
		return n, false, e
	}
	return n, whole && n < 1e6, end
}

// fraction is the end of the fraction of a number that ends before i: "1 1/2", "1/2",
// "1½"; 0 if it has none.
func (r *reader) fraction(i int) int {
	switch {
	case r.oneOf(i, "½ ¼ ¾ ⅓ ⅔"):
		return i + 1
	case r.is(i, slash) && r.joined(i) && r.is(i+1, num) && r.joined(i+1):
		return i + 2
	case r.is(i, num) && r.is(i+1, slash) && r.joined(i+1) && r.is(i+2, num):
		return i + 3
	}
	return 0
}

// halfBehind is the end of "and a half" or "-and-a-half" at i, 0 if it does not stand
// there.
func (r *reader) halfBehind(i int) int {
	if r.is(i, dash) && r.is(i+1, and) {
		i++
	}
	if !r.is(i, and) {
		return 0
	}
	i++
	for range 3 {
		if r.among(i, setOf(dash, article)) {
			i++
		}
	}
	if r.is(i, half) {
		return i + 1
	}
	return 0
}

// aside are words between an amount and its unit of time.
const aside = "full consecutive straight whole long short additional calendar working business trading"

// counted reads an amount and its unit at i: "two weeks", "a three-month", "10 to 15
// days", "an hour and a half", "a few more days".
func (r *reader) counted(i int) (f form, end int) {
	n, whole, j := r.amount(i)
	if j == 0 {
		return f, 0
	}
	one := r.is(i, article) && j == i+1
	if e := r.secondAmount(j); e > 0 && !one {
		j, whole = e, false
	}
	hyphen := r.tied(j)
	if hyphen || r.is(j, more) || r.is(j, mod) && !one || r.oneOf(j, aside) {
		j++
	}
	f = form{op: length, vague: !whole, n: n, score: 0.9}
	if r.is(j, unit) && !r.wrongUnit(i, j, one, hyphen) {
		return r.inUnits(f, j, one)
	}
	return r.inNights(f, j, one)
}

// inNights is a length in the nights or weekends at j.
func (r *reader) inNights(f form, j int, one bool) (form, int) {
	u := r.at(j)
	switch {
	case u.class == weekend && u.is(plural):
		f.date.grain = byWeekend
	case u.class == part && !one && (u.is(plural) || f.n == 1):
		f.date.grain = byDay
	default:
		return form{}, 0
	}
	return f, j + 1
}

// secondAmount is the end of the second number of "10 to 15 days", whose link stands at
// j.
func (r *reader) secondAmount(j int) (end int) {
	if r.is(j+1, num) && (r.among(j, setOf(to, dash)) || r.says(j, "or")) {
		_, _, end = r.amount(j + 1)
	}
	return end
}

// inUnits is a length in the unit at j.
func (r *reader) inUnits(f form, j int, one bool) (form, int) {
	u := r.at(j)
	f.date.grain = grains[u.n]
	switch u.n {
	case fortnight:
		f.n *= 2
	case millennium:
		f.n, f.date.grain = 10*f.n, byCentury
	}
	j++
	if one && r.is(j, and) && r.is(j+1, article) && r.is(j+2, half) {
		f.vague, j = true, j+3
	}
	return f, j
}

// wrongUnit reports whether the unit at j with the amount from i is no length: an age,
// a name ("60 Minutes"), "a second chance", "three-quarters".
func (r *reader) wrongUnit(i, j int, one, hyphen bool) bool {
	u := r.at(j)
	if one && hyphen || r.unitOfName(i, j) || r.anAge(i, j+1) {
		return true
	}
	switch {
	case u.is(plural):
		return u.n == quarters && hyphen
	case u.n == second:
		return !hyphen
	case u.n == quarters:
		return one || !hyphen
	}
	return !hyphen && !one && r.is(i, num) && r.at(i).n != 1 && !r.singular(j)
}

// unitOfName reports whether the unit at j has a capital by which it belongs to a name.
func (r *reader) unitOfName(i, j int) bool {
	return r.at(j).is(upper) && !r.capitals && !r.at(j+1).is(upper) && i > 0
}

// singular reports whether what stands beside the unit at j lets it be in the singular
// behind a number: "two and a half year", "a two day rally".
func (r *reader) singular(j int) bool {
	return r.among(j-1, setOf(half, article)) || r.plain(j+1) && r.lower(j+1) && !r.joined(j+1)
}

// anAge reports whether a length from i to k is an age: "23 years old", "aged 3 months".
func (r *reader) anAge(i, k int) bool {
	if r.is(k, dash) && r.joined(k) {
		k++
	}
	if r.is(k, old) || r.is(k, of) && r.says(k+1, "age") || r.says(i-1, "aged") {
		return true
	}
	for b := i - 1; b >= max(0, i-3); b-- {
		if r.says(b, "age") {
			return true
		}
	}
	return false
}

// lengthAt reads a duration or what is counted by one from a date, at i.
func (r *reader) lengthAt(i int) (f form, end int) {
	start := i
	if i = r.lengthHedge(i); i < 0 {
		return f, 0
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
	return r.oneUnit(f, start, i, end)
}

// oneUnit is the length from start on, which ends before end, of which the amount stands
// at i: "a week" says a length only beside some words, and "$5 a week" how often.
func (r *reader) oneUnit(f form, start, i, end int) (form, int) {
	one := r.is(i, article) && f.n == 1 && !f.vague && r.is(end-1, unit)
	if one && r.rate(start) {
		return form{op: recurring, score: 0.8}, end
	}
	one = one || r.says(i, "one") && r.unitAt(end-1, day) && !r.is(end-2, dash)
	if one && start == i && !r.lengthy(start, end) {
		return form{}, 0
	}
	return f, end
}

// lengthHedge is the lexeme behind the hedge of a length, "about", "at least", "up to",
// "more than"; -1 if what stands there is none.
func (r *reader) lengthHedge(i int) int {
	const most = 6 // words; a text of hedges only is not to be read again from each
	for start := i; i < start+most && r.among(i, setOf(hedge, more, than, at)); {
		switch {
		case r.is(i, at) && !r.oneOf(i+1, "least most"),
			r.is(i, more) && !r.is(i-1, at) && !r.is(i+1, than) && !r.says(i, "up"):
			return -1
		}
		i++
		if r.says(i-1, "up") && r.is(i, to) {
			i++
		}
	}
	return i
}

// since reads what makes a length a place in time: "ago", "earlier", "from now".
func (r *reader) since(f form, i int) (form, int) {
	f.op, f.score, f.mod = fromAnchor, 0.75, -1
	end := i + 1
	switch sign := r.earlierOrLater(i); {
	case sign != 0:
		f.n *= sign
	case r.is(i, ago):
		f.op, f.score, f.n = fromRef, 0.9, -f.n
		if r.modAt(i+1, this) && r.unitAt(i+2, months) && f.date.grain == byYear {
			f.date.grain, f.n, end = byMonth, 12*f.n, i+3
		}
	case r.says(i, "hence"):
		f.op, f.score = fromRef, 0.9
	case r.is(i, from) && r.oneOf(i+1, "now today"):
		f.op, f.score, end = fromRef, 0.9, i+2
	default:
		return f, 0
	}
	f.vague = f.vague || f.n >= 1000 || f.n <= -1000
	switch f.date.grain {
	case 0: // hours, minutes
		f.vague = true
	case byCentury:
		f.date, f.n = date{grain: byYear, about: true}, 100*f.n
	}
	return f, end
}

// earlierOrLater is -1 for "earlier" at i and for "before" where nothing is behind it, 1
// for "later" and "after", 0 for anything else.
func (r *reader) earlierOrLater(i int) int {
	l := r.at(i)
	alone := l.class == prep && !r.at(i+1).is(letters) && !r.is(i+1, num)
	switch {
	case l.class == edge && l.n == earlier, alone && r.says(i, "before"):
		return -1
	case l.class == edge && l.n == later, alone && r.says(i, "after"):
		return 1
	}
	return 0
}

// bare reads units without a number, where they are a length: "for years", "decades
// ago", "month-long".
func (r *reader) bare(i int, hedged bool) (f form, end int) {
	u := r.at(i)
	if u.class != unit {
		return f, 0
	}
	f = form{op: length, vague: true, date: date{grain: grains[u.n]}, score: 0.8}
	if r.tied(i+1) && r.says(i+2, "long") {
		return f, i + 3
	}
	if !u.is(plural) || u.n == second || u.n == quarters {
		return form{}, 0
	}
	if g, e := r.since(f, i+1); e > 0 {
		return g, e
	}
	if r.says(i+1, "ahead") {
		return f, i + 2
	}
	if hedged || r.barely(i) {
		return f, i + 1
	}
	return form{}, 0
}

// barely reports whether what stands beside units without a number makes them a length.
func (r *reader) barely(i int) bool {
	return r.oneOf(i-1, "for within in took after") || r.is(i-1, hedge) || r.is(i-1, of) && r.is(i-2, scale) ||
		r.is(i+1, of) && r.at(i).n > minute && !r.among(i-1, setOf(the, poss, of, num, edge)) && !r.genitive(i-1)
}

// rate reports whether "a week" at i says how often or how much for each.
func (r *reader) rate(i int) bool {
	b := r.at(i - 1)
	return r.among(i-1, setOf(times, num, scale)) || b.class == unit && b.is(plural) || r.percent(i-1) ||
		r.oneOf(i-1, "times dollars euros pounds people")
}

// lengthy reports whether what stands beside "a week" makes it a length.
func (r *reader) lengthy(i, end int) bool {
	switch r.at(i - 1).class {
	case prep:
		return !r.oneOf(i-1, "by as like since without before")
	case in, than, hedge:
		return true
	case until:
		return r.says(i-1, "through")
	}
	return r.oneOf(i-1, "last lasts lasted lasting took takes spent spend half") || r.is(end, of) && r.at(end-1).n >= day ||
		r.oneOf(end, "after before or")
}
