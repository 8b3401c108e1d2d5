package numbers

import "strings"

// extend adds to a reading what it counts: "24 living hostages", "half of the
// remaining hostages", "20 tonnes of rice", "a 20-member council".
func (r *reader) extend(x *reading) {
	r.plus(x)
	switch {
	case !r.english:
		r.foreign(x)
	case x.class == percent || x.part && x.class == bare:
		if x.class == bare {
			x.class = share
		}
		r.shareOf(x)
	case x.class == measured:
		if r.is(x.last, "of") && x.unit != "years" {
			r.mass(x, x.last+1)
		}
	case x.class == bare:
		r.things(x)
	}
	r.orMore(x)
}

// plus reads "+", "-plus" and "-odd" behind a number.
func (r *reader) plus(x *reading) {
	switch {
	case r.sign(x.last) == '+' && r.glued(x.last) && !(r.in(x.last+1) && r.glued(x.last+1) && r.numeral(x.last+1)):
		x.hedge = "+"
		x.last++
	case x.class == bare && r.linked(x.last) && (r.is(x.last+1, "plus") || r.is(x.last+1, "odd") || r.is(x.last+1, "ish")):
		x.hedge = r.word(x.last + 1)
		x.last += 2
	}
	x.core = x.last
}

// orMore reads "or more" and the like behind what is counted.
func (r *reader) orMore(x *reading) {
	if !r.is(x.last, "or") || x.hedge != "" {
		return
	}
	if r.is(x.last+1, "more") || r.is(x.last+1, "fewer") || r.is(x.last+1, "less") || r.is(x.last+1, "so") {
		x.hedge = "or " + strings.ToLower(r.word(x.last+1))
		x.last += 2
		if x.class == bare {
			r.phraseAt(x, x.last)
		}
	}
}

// things reads what a number counts.
func (r *reader) things(x *reading) {
	if r.linked(x.last) {
		if many, ok := lookup(r.wordOr(x.last+1), things); ok && !r.linked(x.last+2) {
			x.unit, x.counted, x.class = many, many, counting
			x.last += 2
		}
		return
	}
	if r.is(x.last, "of") {
		at := x.last + 1
		if r.any(at, determiners) && r.phraseAt(x, at+1) {
			x.direct = false
		}
		return
	}
	r.phraseAt(x, x.last)
}

func (r *reader) wordOr(i int) string {
	if r.in(i) {
		return r.word(i)
	}
	return ""
}

// determiners are the words before a noun that is known, sorted.
var determiners = []string{"her", "his", "its", "my", "our", "the", "their", "these", "those", "your"}

// phraseAt adds a noun phrase in the plural that begins with a token.
func (r *reader) phraseAt(x *reading, at int) bool {
	head, end := r.nouns(at)
	if end == 0 {
		if r.any(at, hurt) && (r.alone(at+1) || r.any(at+1, hurt)) && !r.glued(at) {
			x.unit, x.counted, x.class, x.last = "people", r.word(at), counting, at+1
			return true
		}
		return false
	}
	if _, isUnit := lookup(r.word(head), unitWords); (isUnit || r.is(head, "degrees")) && r.capital(head) && !r.here.Capitals {
		return false // "98 Degrees"
	}
	x.unit, x.counted, x.class = r.word(head), r.text[r.tokens[at].Start:r.tokens[end-1].End], counting
	x.direct = at == x.last && head == at
	x.last = end
	return true
}

// nouns reads a noun phrase from a token: words up to one in the plural, and further
// ones that follow it at once, and another behind "and". It returns the token of the
// noun and the token behind the phrase; end is 0 if there is none.
func (r *reader) nouns(at int) (head, end int) {
	last := min(at+mostLook, r.limit)
	for i := at; i < last; i++ {
		if r.linked(i) && i > at {
			i++
		} else if r.glued(i) {
			break
		}
		if i >= last || !r.noun(i) {
			break
		}
		many := r.plural(i) && !r.linked(i+1)
		if end > 0 && (!many || i > end) {
			break
		}
		if many {
			head, end = i, i+1
		}
	}
	if end > 0 && r.is(end, "and") {
		if j := r.another(end + 1); j > 0 {
			end = j
		}
	}
	return head, end
}

// another reads the second noun of "prisoners and detainees"; it returns the token
// behind it, 0 if what follows may be a clause of its own.
func (r *reader) another(at int) int {
	if !r.in(at) || !r.letters(at) || r.capital(at) || listed(r.word(at), stops) || !r.plural(at) {
		return 0
	}
	if !r.in(at+1) || !r.letters(at+1) && !r.numeral(at+1) && !r.linked(at+1) || r.any(at+1, behindNouns) {
		return at + 1
	}
	return 0
}

// behindNouns are the words behind a noun phrase after which it was no clause of its
// own, sorted.
var behindNouns = []string{
	"across", "after", "at", "before", "between", "by", "during", "for", "from", "had", "have", "in", "near", "of",
	"on", "that", "to", "was", "were", "who", "with",
}

// plural reports whether a token is a noun in the plural, by its letters.
func (r *reader) plural(i int) bool {
	w := r.word(i)
	var b [longest]byte
	k := lower(w, &b)
	n := len(k)
	if n < 3 {
		return false
	}
	if k[n-1] != 's' {
		return listed(w, plurals) || n > 5 && irregular(k)
	}
	if w[n-1] == 'S' && !r.here.Capitals || r.firstName(i) { // "UNESCOS" is no plural
		return false
	}
	switch k[n-2] {
	case 's':
		return false
	case 'u':
		return string(k) == "menus"
	case 'i':
		return string(k) == "taxis" || string(k) == "skis" || r.capital(i) && n > 6 && k[n-3] != 's' // "Israelis", not "Analysis"
	}
	return !listed(w, singulars)
}

// firstName reports whether a word in "s" is a name before the noun: "two Hamas
// officials".
func (r *reader) firstName(i int) bool {
	return r.capital(i) && !r.here.Capitals && r.in(i+1) && r.letters(i+1) && !listed(r.word(i+1), stops) && r.plural(i+1)
}

// irregular reports whether a word ends as "policemen", "spokespeople",
// "schoolchildren", "businesswomen".
func irregular(k []byte) bool {
	n := len(k)
	return string(k[n-3:]) == "men" && string(k) != "specimen" && string(k) != "regimen" ||
		n > 6 && string(k[n-6:]) == "people" || n > 8 && string(k[n-8:]) == "children"
}

// shareOf adds what a share is a share of: "of the remaining hostages", "of voters".
func (r *reader) shareOf(x *reading) {
	at := x.last
	switch {
	case r.is(at, "of"):
		at++
	case x.class == share && r.is(x.last-1, "half") && r.any(at, determiners):
	case x.class == share:
		if r.part(x) {
			r.shareNouns(x, at)
		}
		return
	default:
		return
	}
	if r.any(at, determiners) || r.is(at, "all") || r.is(at, "a") || r.is(at, "an") {
		at++
		if r.any(at, determiners) {
			at++
		}
	}
	r.shareNouns(x, at)
}

// part reports whether a share is a ratio, so that what it counts stands right behind
// it: "one in five people".
func (r *reader) part(x *reading) bool {
	for i := x.amount.first; i < x.amount.last; i++ {
		if r.is(i, "in") || r.is(i, "of") {
			return true
		}
	}
	return false
}

func (r *reader) shareNouns(x *reading, at int) {
	if r.any(at, wholes) && !r.glued(at+1) {
		x.counted, x.last = r.word(at), at+1
		return
	}
	if _, end := r.nouns(at); end > 0 {
		x.counted = r.text[r.tokens[at].Start:r.tokens[end-1].End]
		x.last = end
		return
	}
	if x.last == at { // a ratio counts a plural only
		return
	}
	r.mass(x, at)
}

// mass adds up to three words without a plural: "the population", "rice".
func (r *reader) mass(x *reading, at int) {
	if r.any(at, determiners) {
		at++
	}
	if _, end := r.nouns(at); end > 0 && end-at <= 2 {
		x.counted = r.text[r.tokens[at].Start:r.tokens[end-1].End]
		x.last = end
		return
	}
	end := at
	for end < at+3 && r.noun(end) && !(end > at && r.glued(end)) {
		end++
	}
	if end == at+3 && r.noun(end) { // more than a phrase
		end = at + 1
	}
	if end > at && r.owns(end) {
		end += 2
	}
	if end > at && !r.here.Capitals {
		x.counted = r.text[r.tokens[at].Start:r.tokens[end-1].End]
		x.last = end
	}
}

// owns reports whether a token is a possessive end before a noun: "the world's total".
func (r *reader) owns(i int) bool {
	return (r.is(i, "'s") || r.is(i, "’s")) && r.noun(i+1)
}

// noun reports whether a token may be a noun or stand before one.
func (r *reader) noun(i int) bool {
	return r.in(i) && r.letters(i) && !listed(r.word(i), stops)
}

// foreign adds the word behind a number in a language whose nouns have capitals.
func (r *reader) foreign(x *reading) {
	if x.class != bare || r.language != "de" || !r.in(x.last) || r.glued(x.last) || !r.letters(x.last) || !r.capital(x.last) {
		return
	}
	if x.tail != "" {
		return
	}
	x.unit, x.counted, x.class = r.word(x.last), r.word(x.last), counting
	x.last++
}
