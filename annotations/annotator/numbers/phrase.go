package numbers

// phrase reads an amount in English words.
func (r *reader) phrase(i int) (amount, bool) {
	if r.is(i, "half") {
		return r.half(i)
	}
	a := amount{article: r.is(i, "a") || r.is(i, "an")}
	if a.article {
		switch s := r.spelledAt(i + 1); s.sort {
		case dozen:
			a.value, a.scaled, a.last = 12, true, i+2
			return a, true
		case fraction:
			return r.fraction(a, 1, i+1, false)
		case none:
			return a, false
		}
	}
	w, end := r.whole(i)
	if end == i {
		return a, false
	}
	a.value, a.scaled, a.last = w.value(), w.scaled, end
	a.high = a.value
	at := end
	hyphen := r.linked(at)
	if hyphen {
		at++
	}
	if s := r.spelledAt(at); s.sort == fraction && !a.article {
		if part, ok := r.fraction(a, a.value, at, hyphen); ok {
			return part, true
		}
		if !s.many && hyphen {
			return a, false // "twenty-fifth"
		}
		if r.spelledAt(end-1).sort == ten { // "twenty fifth"
			return a, false
		}
	}
	r.andHalf(&a)
	return a, true
}

// fraction reads the noun of a fraction at a token: "thirds", "third of".
func (r *reader) fraction(a amount, above float64, at int, hyphen bool) (amount, bool) {
	s := r.spelledAt(at)
	if a.scaled || above >= s.value || above != 1 && !s.many || above == 1 && s.many {
		return a, false
	}
	of := r.is(at+1, "of")
	if above == 1 && !hyphen && !of && (a.article || s.value > 4) && !r.alone(at+1) {
		return a, false // "a third man", "one fifth grader"
	}
	if r.is(at+1, "final") || r.is(at+1, "finals") {
		return a, false
	}
	a.value, a.part, a.last = above/s.value, true, at+1
	if of && (r.is(at+2, "a") || r.is(at+2, "an")) { // "a quarter of a million"
		if b := r.spelledAt(at + 3); b.sort == scale {
			a.value, a.part, a.scaled, a.last = times(above/s.value, b.value), false, true, at+4
		}
	}
	a.high = a.value
	return a, true
}

// alone reports whether nothing that could be a noun follows.
func (r *reader) alone(i int) bool {
	return !r.in(i) || !r.letters(i) && !dash(r.sign(i)) || r.letters(i) && listed(r.word(i), stops)
}

// half reads "half of the hostages", "half a million", "half a dozen".
func (r *reader) half(i int) (a amount, ok bool) {
	a = amount{value: 0.5, high: 0.5, part: true, last: i + 1}
	at := i + 1
	if r.linked(at) {
		if r.is(at+1, "dozen") {
			return amount{value: 6, high: 6, scaled: true, last: at + 2}, true
		}
		return a, false
	}
	if r.is(at, "a") || r.is(at, "an") {
		if s := r.spelledAt(at + 1); s.sort == scale || s.sort == dozen {
			v := s.value / 2
			return amount{value: v, high: v, scaled: true, last: at + 2}, true
		}
		return a, r.is(at+1, "percent") || r.is(at+1, "mile") || r.is(at+1, "pound") || r.is(at+1, "point")
	}
	if r.any(i-1, notBeforeHalf) {
		return a, false
	}
	if r.any(at, afterHalf) {
		return a, true
	}
	return a, r.alone(at) && r.hedged(i)
}

// andHalf adds "and a half": "two and a half million".
func (r *reader) andHalf(a *amount) {
	i := a.last
	if r.linked(i) && r.is(i+1, "and") && r.linked(i+2) && r.is(i+3, "a") && r.linked(i+4) && r.is(i+5, "half") {
		a.value, a.high, a.last, a.decimal = a.value+0.5, a.value+0.5, i+6, true
		return
	}
	if r.is(i, "and") && r.is(i+1, "a") && r.is(i+2, "half") {
		a.value, a.high, a.last, a.decimal = a.value+0.5, a.value+0.5, i+3, true
	}
}

// ratio reads a share in two numbers: "one in five", "9 out of 10".
func (r *reader) ratio(a *amount) {
	if !r.english || a.scaled || a.part || a.decimal || a.tail != "" || a.currency != "" || a.negative {
		return
	}
	at := a.last
	out := r.is(at, "out") && r.is(at+1, "of")
	if out {
		at++
	}
	if !out && !r.is(at, "in") && !(r.is(at, "of") && r.is(at+1, "every")) {
		return
	}
	at++
	if r.is(at, "every") {
		at, out = at+1, true
	}
	b, ok := r.single(at)
	if !ok || b.digits != a.digits && !out && b.value != 10 && b.value != 100 || b.decimal || b.part || b.tail != "" || b.value <= a.value || a.value < 1 || b.article {
		return
	}
	r.scale(&b)
	round := b.value == 10 || b.value == 100 || b.value == 1000
	if !out && (a.value != 1 && !round || r.any(b.last, durations) || b.digits && b.count == 4 && !b.grouped) {
		return
	}
	a.value, a.last, a.part = a.value/b.value, b.last, true
	a.high = a.value
}

// spread reads the second number of a range: "20 to 30", "10–15", "between 5 and 7".
func (r *reader) spread(a *amount) {
	if a.part {
		return
	}
	at := a.last
	signed := r.sign(at) == '%'
	if signed {
		at++
	}
	switch {
	case dash(r.sign(at)):
		if r.glued(at) != r.glued(at+1) {
			return
		}
		a.joined = true
	case !r.english:
		return
	case r.is(at, "to"):
		if r.is(a.first-1, "from") {
			return // a change, not a range
		}
	case r.is(at, "or"):
	case r.is(at, "and"):
		if !r.is(a.first-1, "between") {
			return
		}
	default:
		return
	}
	or := r.is(at, "or")
	if signed {
		at = r.percentEnd(a, at)
	}
	if at > 0 {
		r.second(a, at+1, or)
	}
}

// percentEnd reports by the same token that "%" stands behind both numbers of a range,
// and by 0 that it does not.
func (r *reader) percentEnd(a *amount, at int) int {
	if b, ok := r.single(at + 1); ok && b.digits && r.sign(b.last) == '%' {
		return at
	}
	a.joined = false
	return 0
}

// second joins the second number of a range with the first.
func (r *reader) second(a *amount, at int, or bool) {
	joined := a.joined
	a.joined = false
	sign, from := r.currency(at)
	b, ok := r.single(from)
	if !ok || b.part || sign != "" && sign != a.currency || a.tail != "" && a.tail != b.tail {
		return
	}
	b.currency = a.currency
	r.scale(&b)
	low := a.value
	if b.scaled && !a.scaled && b.value > 0 && r.is(b.last-1, "dozen") == r.is(a.last-1, "dozen") {
		if f := b.value / r.unscaled(b, from); f > 1 && a.value < b.value/f {
			low = times(a.value, f)
		}
	}
	if joined {
		a.swapped = b.value <= low
	}
	if b.value <= low || or && (b.value > 2*low+2 || a.scaled != b.scaled) || a.digits != b.digits {
		if a.swapped {
			a.last = b.last
		}
		return
	}
	a.joined = joined
	a.value, a.high, a.last, a.tail, a.ranged = low, b.value, b.last, b.tail, true
	a.scaled, a.grouped, a.decimal, a.count = a.scaled || b.scaled, a.grouped || b.grouped, a.decimal || b.decimal, max(a.count, b.count)
}

// unscaled is a number without the scale behind it.
func (r *reader) unscaled(b amount, at int) float64 {
	s, ok := r.single(at)
	if !ok || s.value == 0 {
		return b.value
	}
	return s.value
}
