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
	case "m":
		if r.people(x.last) { // "1m signatures"
			x.value, x.high, x.scaled = times(x.value, 1e6), times(x.high, 1e6), true
			return
		}
	case "pc":
		x.unit, x.class = "%", percent
		return
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

// people reports whether a noun in the plural stands right at a token that is not of
// those that a length stands before: "400m devices", not "400m hurdles".
func (r *reader) people(i int) bool {
	return r.noun(i) && r.plural(i) && !r.capital(i) && !listed(r.word(i), lengthy)
}

// lengthy are the nouns in the plural that a length in metres stands before, sorted.
var lengthy = []string{"champions", "finals", "heats", "hurdlers", "hurdles", "races", "relays", "runners", "sprinters", "sprints", "swimmers", "waves"}

// share reads "%", "percent", "percentage points".
func (r *reader) share(x *reading) bool {
	at := x.last
	if r.linked(at) && r.in(at+1) {
		at++
	}
	unit, end := r.percentAt(at)
	if end == 0 {
		return false
	}
	x.unit, x.last, x.class = unit, end, percent
	if unit == "%" && r.is(end, "points") {
		x.unit, x.last = "percentage points", end+1
	}
	return true
}

// percentAt reads the unit of a share from a token; end is 0 if there is none.
func (r *reader) percentAt(at int) (unit string, end int) {
	switch r.sign(at) {
	case '%', '٪', '％':
		return "%", at + 1
	case '‰':
		return "‰", at + 1
	}
	if r.is(at, "percent") || r.is(at, "pct") || r.is(at, "prozent") {
		return "%", at + 1
	}
	for _, p := range percents {
		if r.row(at, p.words) {
			return p.unit, at + len(p.words)
		}
	}
	return "", 0
}

// percents are the units of a share that have two words.
var percents = [...]struct {
	words []string
	unit  string
}{
	{[]string{"per", "cent"}, "%"}, {[]string{"pour", "cent"}, "%"}, {[]string{"por", "ciento"}, "%"},
	{[]string{"percentage", "points"}, "percentage points"}, {[]string{"percentage", "point"}, "percentage points"},
	{[]string{"basis", "points"}, "basis points"}, {[]string{"basis", "point"}, "basis points"},
}

// old reads an age: "35-year-old", "35 years old", "aged 35".
func (r *reader) old(x *reading) bool {
	if !r.english || x.scaled || x.part && !x.decimal || x.value > 150 {
		return false
	}
	return r.yearsOld(x) || r.aged(x)
}

// yearsOld reads "years old", "-year-olds" and "years of age" behind a number.
func (r *reader) yearsOld(x *reading) bool {
	at := x.last
	if r.linked(at) {
		at++
	}
	u, ok := r.span(at)
	switch {
	case !ok:
		return false
	case r.linked(at+1) && (r.is(at+2, "old") || r.is(at+2, "olds")), r.is(at+1, "of") && r.is(at+2, "age"):
		x.last = at + 3
	case r.is(at+1, "old"):
		x.last = at + 2
	default:
		return false
	}
	x.unit, x.class = u, aged
	return true
}

// aged reads "aged", "age" and "age of" before a number.
func (r *reader) aged(x *reading) bool {
	before := x.first - 1
	if r.is(before, "of") && r.is(before-1, "age") {
		before--
	}
	if r.parenthetic(x) {
		x.unit, x.class = "years", aged
		return true
	}
	if !r.any(before, ages) || r.linked(x.last) {
		return false
	}
	if before >= r.floor {
		x.first = before
	}
	x.unit, x.class = "years", aged
	return true
}

// parenthetic reports whether a number is an age between commas behind a name: "Maria
// Santos, 52, the union's leader", "Larsen, 21, who".
func (r *reader) parenthetic(x *reading) bool {
	i := x.first - 2
	return x.digits && x.count == 2 && !x.ranged && !x.decimal && !x.part && r.sign(i+1) == ',' && r.sign(x.last) == ',' &&
		i >= int(r.here.First) && r.letters(i) && r.capital(i) &&
		(r.is(x.last+1, "who") || i > int(r.here.First) && r.letters(i-1) && r.capital(i-1))
}

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
	if u, end := r.degreesAt(i); end > 0 {
		return u, end
	}
	if u, end := r.powers(i); end > 0 {
		return u, end
	}
	u := r.symbol(i, digits)
	if u == "" {
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

// symbol is the unit that a token stands for; "" if it is none.
func (r *reader) symbol(i int, digits bool) string {
	w := r.word(i)
	if u, ok := exactly(w, unitSigns); ok && digits && !(len(w) == 1 && r.ambiguous(i)) {
		return u
	}
	u, ok := lookup(w, unitWords)
	if !ok || r.capital(i) && w[1] >= 'a' && !r.here.Capitals { // "24 Hours of Le Mans", "50 Feet"
		return ""
	}
	return u
}

// degreesAt reads a unit of angle or temperature from a token; end is 0 if there is
// none.
func (r *reader) degreesAt(i int) (unit string, end int) {
	switch r.sign(i) {
	case '°', 'º', '˚':
		return r.degrees(i + 1)
	case '℃':
		return "°C", i + 1
	case '℉':
		return "°F", i + 1
	}
	if (r.is(i, "degrees") || r.is(i, "degree")) && (!r.capital(i) || r.here.Capitals) {
		return r.degrees(i + 1)
	}
	return "", 0
}

// ambiguous reports whether one letter behind a number may be no unit: "5 A levels".
func (r *reader) ambiguous(i int) bool {
	switch r.word(i) {
	case "A", "C", "F", "J", "K", "N", "t":
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
	if r.sign(i) == '/' {
		return r.slashRate(unit, i)
	}
	per := r.is(i, "per")
	if !per && !r.is(i, "an") && !r.is(i, "a") {
		return "", 0
	}
	switch {
	case r.is(i+1, "hour") && unit == "miles":
		return "mph", i + 2
	case r.is(i+1, "hour"):
		return unit + "/h", i + 2
	case r.is(i+1, "second"):
		return unit + "/s", i + 2
	case per && r.is(i+1, "minute"):
		return unit + "/min", i + 2
	}
	return "", 0
}

// slashRate reads "/h" and the like without blanks.
func (r *reader) slashRate(unit string, i int) (string, int) {
	if !r.glued(i) || !r.in(i+1) || !r.glued(i+1) {
		return "", 0
	}
	switch w := r.word(i + 1); w {
	case "h", "s", "min", "m", "kg", "l", "day":
		if c := r.sign(i + 2); (c == '²' || c == '³') && r.glued(i+2) {
			return unit + "/" + w + string(c), i + 3
		}
		return unit + "/" + w, i + 2
	}
	return "", 0
}
