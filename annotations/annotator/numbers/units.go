package numbers

// measure reads the unit behind an amount.
func (r *reader) measure(x *reading) {
	defer func() { x.core = x.last }()
	if x.currency != "" {
		x.unit, x.class = x.currency, money
		return
	}
	if x.tail != "" {
		r.tailUnit(x)
		return
	}
	if r.share(x) || r.old(x) || r.moneyBehind(x) {
		return
	}
	at := x.last
	if r.linked(at) && r.in(at+1) {
		at++
	}
	if u, end := r.unitAt(at, x.digits && !x.scaled); end > 0 && !(at > x.last && !r.letters(at)) {
		if x.part && !x.decimal && r.text[r.tokens[at].Start] < 'a' { // "half Miles"
			return
		}
		x.unit, x.last, x.class = u, end, measured
	}
}

// tailUnit is the unit in the letters right behind the digits.
func (r *reader) tailUnit(x *reading) {
	switch x.tail {
	case "p":
		x.unit, x.class = "pence", money
		return
	case "c", "¢":
		x.unit, x.class = "cents", money
		return
	}
	if u, ok := exactly(x.tail, unitSigns); ok {
		x.unit = u
	} else if u, ok := lookup(x.tail, unitWords); ok {
		x.unit = u
	} else {
		return
	}
	x.class = measured
	if u, end := r.rate(x.unit, x.last); end > 0 {
		x.unit, x.last = u, end
	}
}

// share reads "%", "percent", "percentage points".
func (r *reader) share(x *reading) bool {
	at := x.last
	if r.linked(at) && r.in(at+1) {
		at++
	}
	unit, end := "", 0
	switch {
	case r.sign(at) == '%' || r.sign(at) == '٪' || r.sign(at) == '％':
		unit, end = "%", at+1
	case r.sign(at) == '‰':
		unit, end = "‰", at+1
	case r.is(at, "percent") || r.is(at, "pct") || r.is(at, "prozent"):
		unit, end = "%", at+1
	case r.is(at, "per") && r.is(at+1, "cent"), r.is(at, "pour") && r.is(at+1, "cent"), r.is(at, "por") && r.is(at+1, "ciento"):
		unit, end = "%", at+2
	case (r.is(at, "percentage") || r.is(at, "basis")) && (r.is(at+1, "points") || r.is(at+1, "point")):
		unit, end = "percentage points", at+2
		if r.is(at, "basis") {
			unit = "basis points"
		}
	default:
		return false
	}
	x.unit, x.last, x.class = unit, end, percent
	if unit == "%" && r.is(end, "points") {
		x.unit, x.last = "percentage points", end+1
	}
	return true
}

// old reads an age: "35-year-old", "35 years old", "aged 35".
func (r *reader) old(x *reading) bool {
	if !r.english || x.scaled || x.part && !x.decimal || x.value > 150 {
		return false
	}
	at := x.last
	if r.linked(at) {
		at++
	}
	if u, ok := r.span(at); ok && (r.linked(at+1) && r.is(at+2, "old") || r.is(at+1, "old") || r.is(at+1, "of") && r.is(at+2, "age")) {
		x.unit, x.class, x.last = u, aged, at+2
		if !r.is(at+1, "old") {
			x.last = at + 3
		}
		if r.linked(x.last-1) || r.is(x.last-1, "olds") {
			x.last++
		}
		return true
	}
	if u, ok := r.span(at); ok && r.linked(at+1) && r.is(at+2, "olds") {
		x.unit, x.class, x.last = u, aged, at+3
		return true
	}
	before := x.first - 1
	if r.is(before, "of") && r.is(before-1, "age") {
		before--
	}
	if r.any(before, ages) && !r.joinedTo(x.last) {
		if before >= r.floor {
			x.first = before
		}
		x.unit, x.class = "years", aged
		return true
	}
	return false
}

// joinedTo reports whether something is glued to the end of an amount.
func (r *reader) joinedTo(i int) bool { return r.linked(i) }

// span reads a unit of an age.
func (r *reader) span(i int) (string, bool) {
	switch {
	case r.is(i, "year"), r.is(i, "years"):
		return "years", true
	case r.is(i, "month"), r.is(i, "months"):
		return "months", true
	case r.is(i, "week"), r.is(i, "weeks"):
		return "weeks", true
	case r.is(i, "day"), r.is(i, "days"):
		return "days", true
	}
	return "", false
}

// unitAt reads a unit of measure from a token; end is 0 if there is none.
func (r *reader) unitAt(i int, digits bool) (unit string, end int) {
	if !r.in(i) {
		return "", 0
	}
	w := r.word(i)
	switch c := r.sign(i); {
	case c == '°' || c == 'º' || c == '˚':
		return r.degrees(i + 1)
	case c == '℃':
		return "°C", i + 1
	case c == '℉':
		return "°F", i + 1
	case c == '′' || c == '″':
		return "", 0
	}
	if r.is(i, "degrees") || r.is(i, "degree") {
		return r.degrees(i + 1)
	}
	if u, end := r.powers(i); end > 0 {
		return u, end
	}
	u, ok := exactly(w, unitSigns)
	if ok && (!digits || len(w) == 1 && r.ambiguous(i)) {
		ok = false
	}
	if !ok {
		u, ok = lookup(w, unitWords)
		if ok && r.capital(i) && w[1] >= 'a' && !r.here.Capitals { // "24 Hours of Le Mans", "50 Feet"
			ok = false
		}
	}
	if !ok {
		return "", 0
	}
	if v, e := r.rate(u, i+1); e > 0 {
		return v, e
	}
	if c := r.sign(i + 1); (c == '²' || c == '³') && r.glued(i+1) {
		return u + string(c), i + 2
	}
	return u, i + 1
}

// ambiguous reports whether one letter behind a number may be no unit: "5 A levels".
func (r *reader) ambiguous(i int) bool {
	switch r.word(i) {
	case "A", "J", "K", "N", "t":
		return r.in(i+1) && r.letters(i+1)
	}
	return false
}

// degrees reads the scale of degrees from a token.
func (r *reader) degrees(i int) (unit string, end int) {
	switch {
	case r.in(i) && r.word(i) == "C", r.is(i, "celsius"), r.is(i, "centigrade"):
		return "°C", i + 1
	case r.in(i) && r.word(i) == "F", r.is(i, "fahrenheit"):
		return "°F", i + 1
	}
	return "°", i
}

// powers reads "square kilometres", "sq km", "cubic metres".
func (r *reader) powers(i int) (unit string, end int) {
	sign := ""
	switch {
	case r.is(i, "square"), r.is(i, "sq"):
		sign = "²"
	case r.is(i, "cubic"), r.is(i, "cu"):
		sign = "³"
	default:
		return "", 0
	}
	at := i + 1
	if r.sign(at) == '.' || dash(r.sign(at)) {
		at++
	}
	if !r.in(at) {
		return "", 0
	}
	u, ok := lookup(r.word(at), unitWords)
	if !ok {
		u, ok = exactly(r.word(at), unitSigns)
	}
	if !ok {
		return "", 0
	}
	return u + sign, at + 1
}

// rate reads "per hour", "an hour" and "/h" behind a unit.
func (r *reader) rate(unit string, i int) (string, int) {
	if r.sign(i) == '/' && r.glued(i) && r.glued(i+1) && r.in(i+1) {
		switch w := r.word(i + 1); w {
		case "h", "s", "min", "m", "kg", "l", "day":
			if c := r.sign(i + 2); (c == '²' || c == '³') && r.glued(i+2) {
				return unit + "/" + w + string(c), i + 3
			}
			return unit + "/" + w, i + 2
		}
		return "", 0
	}
	if !r.is(i, "per") && !r.is(i, "an") && !r.is(i, "a") {
		return "", 0
	}
	switch {
	case r.is(i+1, "hour") && unit == "miles":
		return "mph", i + 2
	case r.is(i+1, "hour"):
		return unit + "/h", i + 2
	case r.is(i+1, "second"):
		return unit + "/s", i + 2
	case r.is(i, "per") && r.is(i+1, "minute"):
		return unit + "/min", i + 2
	}
	return "", 0
}
