package numbers

// sort says what part of a spelled number a word is.
type sort uint8

const (
	none     sort = iota
	unit          // zero to nine
	teen          // ten to nineteen
	ten           // twenty to ninety
	hundred       // hundred
	scale         // thousand and more
	dozen         // dozen
	fraction      // third, quarter, fifth: the value is the divisor
)

// spelling is a word of a number.
type spelling struct {
	word  string
	sort  sort
	value float64
	many  bool // in the plural: "thirds"
}

// spellings are the words of numbers, sorted.
var spellings = [...]spelling{
	{"billion", scale, 1e9, false},
	{"bn", scale, 1e9, false},
	{"crore", scale, 1e7, false},
	{"dozen", dozen, 12, false},
	{"eight", unit, 8, false},
	{"eighteen", teen, 18, false},
	{"eighth", fraction, 8, false},
	{"eighths", fraction, 8, true},
	{"eighty", ten, 80, false},
	{"eleven", teen, 11, false},
	{"fifteen", teen, 15, false},
	{"fifth", fraction, 5, false},
	{"fifths", fraction, 5, true},
	{"fifty", ten, 50, false},
	{"five", unit, 5, false},
	{"forty", ten, 40, false},
	{"four", unit, 4, false},
	{"fourteen", teen, 14, false},
	{"fourths", fraction, 4, true},
	{"hundred", hundred, 100, false},
	{"lakh", scale, 1e5, false},
	{"million", scale, 1e6, false},
	{"mn", scale, 1e6, false},
	{"nine", unit, 9, false},
	{"nineteen", teen, 19, false},
	{"ninety", ten, 90, false},
	{"ninth", fraction, 9, false},
	{"ninths", fraction, 9, true},
	{"one", unit, 1, false},
	{"quadrillion", scale, 1e15, false},
	{"quarter", fraction, 4, false},
	{"quarters", fraction, 4, true},
	{"seven", unit, 7, false},
	{"seventeen", teen, 17, false},
	{"seventh", fraction, 7, false},
	{"sevenths", fraction, 7, true},
	{"seventy", ten, 70, false},
	{"six", unit, 6, false},
	{"sixteen", teen, 16, false},
	{"sixth", fraction, 6, false},
	{"sixths", fraction, 6, true},
	{"sixty", ten, 60, false},
	{"ten", teen, 10, false},
	{"tenth", fraction, 10, false},
	{"tenths", fraction, 10, true},
	{"third", fraction, 3, false},
	{"thirds", fraction, 3, true},
	{"thirteen", teen, 13, false},
	{"thirty", ten, 30, false},
	{"thousand", scale, 1e3, false},
	{"three", unit, 3, false},
	{"tn", scale, 1e12, false},
	{"trillion", scale, 1e12, false},
	{"twelve", teen, 12, false},
	{"twenty", ten, 20, false},
	{"two", unit, 2, false},
	{"zero", unit, 0, false},
}

// small reports whether a word is a number below 100.
func (s spelling) small() bool { return s.sort == unit || s.sort == teen || s.sort == ten }

// spelled is what part of a number a word is.
func spelled(w string) spelling {
	if len(w) < 2 || len(w) > len("quadrillion") {
		return spelling{}
	}
	var b [longest]byte
	k := lower(w, &b)
	if k == nil {
		return spelling{}
	}
	low, high := 0, len(spellings)
	for low < high {
		m := (low + high) / 2
		switch c := compare(spellings[m].word, k); {
		case c == 0:
			return spellings[m]
		case c < 0:
			low = m + 1
		default:
			high = m
		}
	}
	return spelling{}
}

// spelledAt is what part of a number a token is.
func (r *reader) spelledAt(i int) spelling {
	if !r.in(i) {
		return spelling{}
	}
	return spelled(r.word(i))
}

// words reads a number in words: "twenty-four", "two hundred and fifty thousand".
type words struct {
	total, part float64 // of the scales that are done, and since
	last        float64 // the last scale
	scaled      bool
}

// add takes a word, and reports whether the number can go on with it.
func (w *words) add(s spelling) bool {
	switch s.sort {
	case unit, teen, ten:
		room := w.part == 0 || mod(w.part, 100) == 0 || mod(w.part, 10) == 0 && mod(w.part, 100) >= 20 && s.value < 10
		if !room || s.value == 0 {
			return false
		}
		w.part += s.value
	case hundred:
		if w.part == 0 || w.part >= 100 {
			return false
		}
		w.part *= 100
		w.scaled = true
	case scale:
		if w.part == 0 || w.last > 0 && s.value >= w.last {
			return false
		}
		w.total += w.part * s.value
		w.part, w.last, w.scaled = 0, s.value, true
	default:
		return false
	}
	return true
}

// mod is the rest of a whole number below 2^53.
func mod(v float64, by int64) int64 { return int64(v) % by }

// value is what was read.
func (w *words) value() float64 { return w.total + w.part }

// whole reads a whole number in words from a token. It returns the token behind it,
// which is i if there is none. The first word may be "a".
func (r *reader) whole(i int) (w words, end int) {
	end = i
	first := r.spelledAt(i)
	switch {
	case r.is(i, "a"):
		if s := r.spelledAt(i + 1); s.sort != hundred && s.sort != scale {
			return w, i
		}
		w.part = 1
		end++
	case !first.small():
		return w, i
	case first.value == 0:
		return w, i + 1
	}
	for j := end; r.in(j); {
		s := r.spelledAt(j)
		if !w.add(s) {
			break
		}
		j++
		end = j
		switch {
		case r.linked(j): // "twenty-four"
			j++
		case r.is(j, "and") && w.joins(r.spelledAt(j+1)):
			j++
		}
	}
	return w, end
}

// joins reports whether "and" may stand before the next word: "two hundred and four".
func (w *words) joins(next spelling) bool {
	return next.small() && next.value > 0 && (w.part == 0 && w.total > 0 || w.part >= 100 && mod(w.part, 100) == 0)
}
