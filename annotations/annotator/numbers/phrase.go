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
	one := above == 1
	if a.scaled || above >= s.value || one == s.many || r.is(at+1, "final") || r.is(at+1, "finals") {
		return a, false
	}
	of := r.is(at+1, "of")
	if one && !hyphen && !of && (a.article || s.value > 4) && !r.alone(at+1) {
		return a, false // "a third man", "one fifth grader"
	}
	a.value, a.part, a.last = above/s.value, true, at+1
	if of && r.is(at+2, "a") { // "a quarter of a million"
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
	if !r.english || !a.whole() || a.currency != "" || a.negative || a.value < 1 {
		return
	}
	at, out := r.among(a.last)
	if at == 0 {
		return
	}
	b, ok := r.single(at)
	if !ok || !b.whole() || b.article || b.value <= a.value {
		return
	}
	r.scale(&b)
	if !out && !r.inRatio(a, &b) {
		return
	}
	a.value, a.last, a.part = a.value/b.value, b.last, true
	a.high = a.value
}

// whole reports whether an amount is a plain whole number.
func (a *amount) whole() bool { return !a.scaled && !a.part && !a.decimal && a.tail == "" }

// among reads what stands between the numbers of a ratio, and returns the token behind
// it, 0 if it is something else; out says that it can mean nothing but a ratio.
func (r *reader) among(i int) (next int, out bool) {
	switch {
	case r.is(i, "out") && r.is(i+1, "of"):
		i, out = i+2, true
	case r.is(i, "in"):
		i++
	case r.is(i, "of") && r.is(i+1, "every"):
		i++
	default:
		return 0, false
	}
	if r.is(i, "every") {
		return i + 1, true
	}
	return i, out
}

// inRatio reports whether two numbers with "in" between are a ratio: "one in five",
// "nine in 10"; not "one in 2019", "three in five days".
func (r *reader) inRatio(a, b *amount) bool {
	round := b.value == 10 || b.value == 100 || b.value == 1000
	year := b.digits && b.count == 4 && !b.grouped
	return (a.value == 1 || round) && (a.digits == b.digits || b.value <= 100 && round) && !year && !r.any(b.last, durations)
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
	low := r.low(a, b, from)
	switch {
	case b.value <= low && joined:
		a.swapped, a.last = true, b.last
		return
	case b.value <= low, a.digits != b.digits, or && (b.value > 2*low+2 || a.scaled != b.scaled):
		return
	}
	a.joined, a.ranged = joined, true
	a.value, a.high, a.last, a.tail = low, b.value, b.last, b.tail
	a.scaled, a.grouped, a.decimal, a.count = a.scaled || b.scaled, a.grouped || b.grouped, a.decimal || b.decimal, max(a.count, b.count)
}

// low is the first number of a range, by the scale of the second where it has none of
// its own: "1.5 to 2 million".
func (r *reader) low(a *amount, b amount, from int) float64 {
	if !b.scaled || a.scaled || b.value <= 0 {
		return a.value
	}
	f := b.value / r.unscaled(b, from)
	if f <= 1 || a.value >= b.value/f {
		return a.value
	}
	return times(a.value, f)
}

// unscaled is a number without the scale behind it.
func (r *reader) unscaled(b amount, at int) float64 {
	s, ok := r.single(at)
	if !ok || s.value == 0 {
		return b.value
	}
	return s.value
}
