package dates

// Dates in digits: "2025-03-05", "03/05/2025", "05.03.2025".

// inDigits reads "2025-03-05", "2025/3/5" and "03/05/2025".
func (r *reader) inDigits(i int) (f form, end int) {
	l, b, sign := r.at(i), r.at(i+2), r.at(i+1).class
	if l.is(grouped|spelled) || !r.signed(i+1) || r.joined(i) && r.joinedBadly(i) || b.class != num || b.len > 2 || b.is(grouped) {
		return f, 0
	}
	if r.is(i+3, sign) && r.signed(i+3) {
		return r.threeNumbers(i)
	}
	x := date{grain: byMonth, y: int(l.n), m: int(b.n)}
	if l.len == 4 && sign == dash && b.len == 2 && x.valid() && !r.laterYear(i) {
		return form{op: fixed, date: x, score: 0.9}, i + 3
	}
	return f, 0
}

// signed reports whether a hyphen or stroke stands at i without blanks around it.
func (r *reader) signed(i int) bool {
	return r.among(i, setOf(dash, slash)) && r.joined(i) && r.joined(i+1)
}

// threeNumbers reads the three numbers of a date from i on, with a sign between.
func (r *reader) threeNumbers(i int) (f form, end int) {
	a, b, c := r.at(i), r.at(i+2), r.at(i+4)
	switch {
	case a.len == 4 && r.among(i+4, setOf(num, iso)) && c.len <= 2:
		return digitsForm(int(a.n), int(b.n), int(c.n), i+5)
	case a.len <= 2 && c.class == num && c.len == 4 && c.n >= 1000 && c.n <= 2200:
		return r.ordered(int(a.n), int(b.n), int(c.n), i+5)
	}
	return f, 0
}

// laterYear reports whether "2003-04" is two years, or no year of ours.
func (r *reader) laterYear(i int) bool {
	a, b := r.at(i).n, r.at(i+2).n
	return a < 1900 || a > 2100 || b == (a+1)%100 && a >= 1950 || r.at(i+1).n != 0
}

// joinedBadly reports whether what stands without a blank before i makes the digits
// there part of a longer number or name.
func (r *reader) joinedBadly(i int) bool {
	c := r.at(i - 1)
	return c.class == dash || c.class == slash || c.class == point || c.class == currency || c.is(letters) || r.word(i-1) == "_"
}

func digitsForm(y, m, d, end int) (form, int) {
	x := date{grain: byDay, y: y, m: m, d: d}
	if !x.valid() || y < 1000 || y > 2200 {
		return form{}, 0
	}
	return form{op: fixed, date: x, score: 0.98}, end
}

// ordered reads the numbers of a day and a month whose order the language of the text
// or the numbers themselves tell; if they do not, the date is open.
func (r *reader) ordered(a, b, y, end int) (form, int) {
	dayMonth := date{grain: byDay, y: y, m: b, d: a}
	monthDay := date{grain: byDay, y: y, m: a, d: b}
	one, other := dayMonth.valid(), monthDay.valid()
	if one && other {
		r.learnOrder()
	}
	switch {
	case !one && !other:
		return form{}, 0
	case one && (!other || a == b || r.daysFirst):
		return form{op: fixed, date: dayMonth, score: 0.95}, end
	case other && (!one || r.monthsFirst):
		return form{op: fixed, date: monthDay, score: 0.95}, end
	}
	return form{op: open, date: date{grain: byDay}, score: 0.9}, end
}

// learnOrder takes the order of day and month from the other dates in digits of the
// text, if its language does not tell it and all that do tell agree.
func (r *reader) learnOrder() {
	if r.learnt || r.daysFirst || r.monthsFirst {
		return
	}
	r.learnt = true
	days, months := false, false
	for i := 1; i+3 < len(r.doc.Tokens); i++ {
		if r.text[r.doc.Tokens[i].Start] == '/' {
			a, b := r.strokes(i)
			days = days || a > 12 && b > 0 && b <= 12
			months = months || b > 12 && a > 0 && a <= 12
		}
	}
	r.daysFirst, r.monthsFirst = days && !months, months && !days
}

// strokes are the first two numbers of a date with strokes, the first of which is the
// token i; zeros if there is none.
func (r *reader) strokes(i int) (a, b int) {
	t := r.doc.Tokens
	if t[i].Start != t[i-1].End || r.doc.Word(i+2) != "/" || t[i+3].Start-t[i-1].Start > 6 {
		return 0, 0
	}
	a, ok := digits(r.doc.Word(i - 1))
	b, too := digits(r.doc.Word(i + 1))
	if !ok || !too || a > 31 || b > 31 {
		return 0, 0
	}
	return a, b
}

// inStops reads "05.03.2025", which is always the day first.
func (r *reader) inStops(i int) (form, int) {
	n := int(r.at(i).n)
	if r.joined(i) && r.joinedBadly(i) || r.says(i-1, "version") || r.says(i-1, "v") {
		return form{}, 0
	}
	return digitsForm(n/10000, n/100%100, n%100, i+1)
}
