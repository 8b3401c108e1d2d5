package numbers

import "strings"

// amount is a number in digits or words, without what it counts.
type amount struct {
	first, last int // tokens, half-open
	value, high float64
	digits      bool // written in digits
	grouped     bool // a separator parts the thousands
	scaled      bool // "million", "hundred", "dozen"
	decimal     bool
	part        bool   // a fraction or ratio: "two-thirds", "half", "one in five"
	article     bool   // begins with "a": "a third", "a hundred"
	count       int    // how many digits
	tail        string // the letters that stand right behind the digits: "km", "bn"
	currency    string // by a sign or code before the digits
	ranged      bool
	negative    bool
	swapped     bool // "3-2": two numbers with a dash, the second no greater
	joined      bool // a range by a dash
}

// amount reads the amount that begins with a token.
func (r *reader) amount(i int) (amount, bool) {
	if r.glued(i) && !r.opens(i-1) {
		return amount{}, false
	}
	first, from := r.currency(i)
	if from > i && !r.in(from) {
		return amount{}, false
	}
	a, ok := r.single(from)
	if !ok || first != "" && !a.digits && !r.is(from, "a") {
		return a, false
	}
	a.currency, a.first = first, i
	r.minus(&a)
	r.scale(&a)
	r.ratio(&a)
	r.spread(&a)
	return a, true
}

// opens reports whether an amount may stand right behind a sign.
func (r *reader) opens(i int) bool {
	switch c := r.sign(i); c {
	case '(', '[', '{', '"', '\'', '“', '‘', '„', '‚', '«', '‹', '»', '›', '~', '≈', '<', '>', '≤', '≥', '=', '±', '…', '—':
		return true
	case '-', '–', '−':
		return !r.glued(i) || i == int(r.here.First)
	case '+':
		return false
	}
	return false
}

// single reads one amount, in digits or in words, without a scale behind digits.
func (r *reader) single(i int) (a amount, ok bool) {
	if !r.in(i) {
		return a, false
	}
	switch {
	case r.isDigits(i):
		a, ok = r.figures(i)
	case r.english:
		a, ok = r.phrase(i)
	}
	if !ok {
		if v, isPart := vulgar(r.sign(i)); isPart {
			a, ok = amount{value: v, digits: true, part: true, decimal: true, last: i + 1}, true
		}
	}
	a.first, a.high = i, a.value
	return a, ok
}

func (r *reader) isDigits(i int) bool {
	_, _, ok := digit(r.word(i))
	return ok
}

// figures reads digits: "1,200", "4.5", "35km", "1 200", "3½", "1/2".
func (r *reader) figures(i int) (a amount, ok bool) {
	w := r.word(i)
	f, ok := r.region.figure(w)
	if !ok {
		return amount{last: i + 1}, false
	}
	a = amount{
		value: f.value, digits: true, grouped: f.grouped, decimal: f.decimal, count: f.digits,
		tail: w[f.size:], last: i + 1,
	}
	if f.zero {
		return a, false
	}
	if a.tail != "" {
		return a, true
	}
	r.spaced(&a, i)
	r.slashed(&a)
	return a, true
}

// spaced joins groups of three digits that a narrow or hard blank parts: "1 200 000".
func (r *reader) spaced(a *amount, i int) {
	if a.grouped || a.decimal || a.count > 3 {
		return
	}
	for r.in(a.last) {
		if !r.groupGap(a.last) {
			return
		}
		f, ok := r.group(a.last)
		if !ok || a.count+f.digits > mostDigits {
			return
		}
		a.value, a.high = a.value*1000+f.value, a.value*1000+f.value
		a.count += f.digits
		a.last++
		a.grouped = true
		if f.decimal {
			a.decimal = true
			return
		}
	}
}

// groupGap reports whether the blank before a token may part groups of digits.
func (r *reader) groupGap(i int) bool {
	switch r.text[r.tokens[i-1].End:r.tokens[i].Start] {
	case "\u00a0", "\u202f", "\u2009":
		return true
	case " ":
		return r.region.blanks
	}
	return false
}

// group reads a token that is a group of three digits, with or without decimals.
func (r *reader) group(i int) (figure, bool) {
	w := r.word(i)
	f, ok := r.region.figure(w)
	return f, ok && f.size == len(w) && !f.grouped && f.digits-places(w, f, r.region) == 3
}

// places is how many digits stand behind the decimal sign of a word.
func places(w string, f figure, g region) int {
	if !f.decimal {
		return 0
	}
	if i := strings.LastIndexByte(w[:f.size], g.decimal); i >= 0 {
		return f.size - i - 1
	}
	return f.size - strings.LastIndexByte(w[:f.size], '.') - 1
}

// slashed reads a fraction behind a whole number or alone: "3½", "1/2", "1 1/2".
func (r *reader) slashed(a *amount) {
	if a.decimal || a.grouped {
		return
	}
	if v, ok := vulgar(r.sign(a.last)); ok {
		a.value += v
		a.last++
		a.decimal = true
		return
	}
	if v, end := r.slash(a.last - 1); end > 0 {
		a.value, a.last, a.part = v, end, true
		return
	}
	if v, end := r.slash(a.last); end > 0 && !r.glued(a.last) {
		a.value, a.last, a.decimal = a.value+v, end, true
	}
}

// slash reads a fraction with a slash from a token; end is 0 if there is none. Other
// pairs of numbers are dates, numbers of houses or shifts ("9/11", "24/7").
func (r *reader) slash(i int) (v float64, end int) {
	if !r.in(i+2) || !r.glued(i+1) || !r.glued(i+2) || r.sign(i+1) != '/' && r.sign(i+1) != '⁄' {
		return 0, 0
	}
	above, below := r.word(i), r.word(i+2)
	if len(above) != 1 || above[0] < '1' || above[0] > '9' || r.sign(i+3) == '/' {
		return 0, 0
	}
	d := float64(above[0] - '0')
	switch below {
	case "2", "3", "4", "5", "8":
		if n := float64(below[0] - '0'); d < n {
			return d / n, i + 3
		}
	}
	return 0, 0
}

// vulgar is the value of a fraction that is one sign.
func vulgar(c rune) (float64, bool) {
	switch c {
	case '½':
		return 0.5, true
	case '⅓':
		return 1.0 / 3, true
	case '⅔':
		return 2.0 / 3, true
	case '¼':
		return 0.25, true
	case '¾':
		return 0.75, true
	case '⅕', '⅖', '⅗', '⅘':
		return float64(c-'⅕'+1) / 5, true
	case '⅛':
		return 0.125, true
	case '⅜':
		return 0.375, true
	case '⅝':
		return 0.625, true
	case '⅞':
		return 0.875, true
	}
	return 0, false
}

// minus takes a sign or "minus" before an amount in digits.
func (r *reader) minus(a *amount) {
	i := a.first - 1
	if i < r.floor || !a.digits {
		return
	}
	c := r.sign(i)
	sign := (c == '-' || c == '−' || c == '–') && r.glued(a.first) && !r.glued(i)
	if sign || r.is(i, "minus") {
		a.value, a.high, a.negative, a.first = -a.value, -a.high, true, i
	}
}

// scale takes the words that multiply: "1.2 million", "20bn", "two dozen".
func (r *reader) scale(a *amount) {
	if a.part && !a.article {
		return
	}
	factor, end := r.factor(a, a.last)
	if end == 0 {
		return
	}
	a.value, a.high = times(a.value, factor), times(a.high, factor)
	a.scaled, a.last, a.tail = true, end, ""
	if factor, end := r.factor(a, a.last); end > 0 && factor > 1e3 { // "20 thousand billion"
		a.value, a.high, a.last = times(a.value, factor), times(a.high, factor), end
	}
}

// factor is the scale behind an amount; end is 0 if there is none.
func (r *reader) factor(a *amount, i int) (factor float64, end int) {
	if a.tail != "" {
		return tailScale(a.tail, a.currency != ""), endIf(tailScale(a.tail, a.currency != "") > 0, i)
	}
	if !r.in(i) {
		return 0, 0
	}
	if !r.english {
		f := foreignScale(r.word(i))
		return f, endIf(f > 0, i+1)
	}
	at := i
	if r.linked(i) {
		at++
	}
	s := r.spelledAt(at)
	if s.sort == scale || s.sort == dozen && !a.decimal || s.sort == hundred && a.digits {
		return s.value, at + 1
	}
	if a.currency != "" && at == i && len(r.word(i)) == 1 {
		f := tailScale(r.word(i), true)
		return f, endIf(f > 0, i+1)
	}
	return 0, 0
}

func endIf(ok bool, end int) int {
	if ok {
		return end
	}
	return 0
}

// tailScale is the scale in the letters right behind digits; 0 if there is none. A
// single letter is one behind a currency only, but for "k".
func tailScale(s string, money bool) float64 {
	switch s {
	case "bn", "Bn", "BN", "bln":
		return 1e9
	case "mn", "mln", "Mn", "MM", "mm":
		if s == "mm" && !money {
			return 0
		}
		return 1e6
	case "tn", "trn":
		return 1e12
	case "k", "K":
		return 1e3
	case "m", "M", "mil":
		if money {
			return 1e6
		}
	case "b", "B":
		if money {
			return 1e9
		}
	case "T", "t":
		if money {
			return 1e12
		}
	}
	return 0
}
