package search

import (
	"slices"
	"strings"

	"sidelight/annotations"
)

// sense says how a word of the query was understood. The wilder the guess, the
// larger the value.
type sense uint8

const (
	asTyped  sense = iota
	byEnding       // a word of a name with a letter or two after it: "Israelis"
	byLetters
	bySpelling
)

// query is a request whose words have been understood.
type query struct {
	request
	terms    []term // each word once
	readings []reading
	idle     bool // nothing but words that a text may lack
	repeats  bool // a term comes again
	// brief says that a very short last word counts in texts as the beginning of
	// a word, because it continues other words.
	brief bool
}

// boldness says which words of a query are guessed at.
type boldness uint8

const (
	timid   boldness = iota // those that begin no word of the edition
	daring                  // also those that begin words of its texts alone
	byEnd                   // all but whole words of names, and only at their ends
	loosely                 // all but whole words of names
)

// term is one word of the query, or several that belong together.
type term struct {
	typed    string // as the reader typed it
	optional bool   // a word that a text may lack, beside other words
	number   bool
	forms    []form
}

// form is one way in which a text may hold a term.
type form struct {
	text  string // one word, or several parted by blanks
	whole bool   // the last word has to end there
	sense sense
	edits int // slips between what was typed and text
	// marks are the letters of text that the reader typed, as ranges of bytes;
	// nil for all.
	marks []annotations.Span

	open, closed string // text after a blank, and between two
}

// within returns how s holds the text of the form at best.
func (f *form) within(s string) fit {
	best := missing
	for from := 1; from < len(s); {
		i := strings.Index(s[from:], f.text)
		if i < 0 {
			break
		}
		i += from
		switch end := i + len(f.text); {
		case s[i-1] != ' ':
			best = max(best, midWord)
		case end < len(s) && s[end] == ' ':
			return wholeWord
		default:
			best = wordStart
		}
		from = i + 1
	}
	return best
}

// counts reports whether a form counts that stands so.
func (found fit) counts(f *form) bool {
	return found == wholeWord || found == wordStart && !f.whole
}

// isGuess reports whether the form is another word than the one that was typed.
func (f *form) isGuess() bool { return f.sense > asTyped }

func newForm(text string, whole bool) form { return makeForm(form{text: text, whole: whole}) }

func makeForm(f form) form {
	f.open, f.closed = " "+f.text, " "+f.text+" "
	return f
}

// reading is the whole query with one form of each term.
type reading struct {
	text   string // with a blank before each word
	closed string // and one after the last
	whole  bool   // the last word has to end there
	sense  sense
	last   int // the length in bytes of the last form
}

// in returns the offset of the reading in s, or -1.
func (r *reading) in(s string) int {
	if r.whole {
		return wordIndex(s, r.closed)
	}
	return wordIndex(s, r.text)
}

// wordIndex returns the offset of words in s, or -1. They begin with a blank, which is
// looked for last: a text is full of blanks.
func wordIndex(s, words string) int {
	for from := 1; from < len(s); {
		i := strings.Index(s[from:], words[1:])
		if i < 0 {
			return -1
		}
		if i += from; s[i-1] == ' ' {
			return i - 1
		}
		from = i + 1
	}
	return -1
}

// mostReadings bounds how many readings of a query are compared with names.
const mostReadings = 6

// understand reads a query with the words of the index in mind.
func (x *Index) understand(r request, b boldness) query {
	q := query{request: r}
	words := r.text
	if b < byEnd { // among very many words, any falls into two
		words = x.parted(words, r.closed)
	}
	q.idle = len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !isIdle(w) })
	seen := make(map[string]bool, len(words))
	var order []*term
	for i := 0; i < len(words); {
		t, n := x.term(words[i:], &q, b)
		word := strings.Join(words[i:i+n], " ")
		t.typed = r.asTyped(words[i : i+n])
		i += n
		if !seen[word] || len(words) <= maxQueryWords {
			order = append(order, &t)
		}
		if !seen[word] {
			seen[word] = true
			q.terms = append(q.terms, t)
		}
	}
	needed := 0
	for i := range q.terms {
		if !q.terms[i].optional {
			needed++
		}
	}
	q.brief, q.repeats = needed > 1, len(order) > len(q.terms)
	q.readings = readings(order)
	return q
}

// maxQueryWords is how many words of a query keep their order even if they
// repeat.
const maxQueryWords = 64

// longestTerm is how many words one term may have; the longest is a number in
// words.
const longestTerm = 16

// mostGuessedWords is the number of words up to which a query is guessed at: a
// longer one was not typed but copied.
const mostGuessedWords = 12

// term makes a term of the first word, or of the first few, and returns how many
// words it took.
func (x *Index) term(words []string, q *query, b boldness) (term, int) {
	w := words[0]
	if q.closed[w] {
		return term{forms: []form{newForm(w, true)}}, 1
	}
	open := words[:min(len(words), longestTerm)]
	if i := slices.IndexFunc(open, func(w string) bool { return q.closed[w] }); i >= 0 {
		open = open[:i]
	}
	if t, n := x.numberTerm(open, len(q.text) > 1); n > 0 {
		return t, n
	}
	if len(open) > 1 && !isIdle(w) && !isIdle(open[1]) && x.vocab.has(w+open[1]) { // "cease fire"
		return term{forms: []form{newForm(w+open[1], false), newForm(w+" "+open[1], false)}}, 2
	}
	t := term{optional: isIdle(w) && !q.idle, forms: []form{newForm(w, false)}}
	if t.optional {
		return t, 1
	}
	if i := x.seam(w); i > 0 { // "ceasefire" where a text has "cease-fire"
		t.forms = append(t.forms, newForm(w[:i]+" "+w[i:], false))
	}
	if len(q.text) > 1 {
		t.forms = append(t.forms, x.otherNames(w)...)
	}
	if others := x.spelledForms(w, q); len(others) > 0 {
		t.forms = append(t.forms, others...)
	} else if len(q.text) <= mostGuessedWords && !x.isInitials(w, len(q.text)) {
		t.forms = append(t.forms, x.guess(w, b)...)
	}
	return t, 1
}

// spelledForms returns the words of the index that w means, and the one that
// means w, on a keyboard that lacks some of their letters.
func (x *Index) spelledForms(w string, q *query) []form {
	var out []form
	for _, m := range x.vocab.meant(w) {
		out = append(out, newForm(m, false))
	}
	if other := q.spelled[w]; other != "" {
		if x.vocab.begins(other) {
			out = append(out, newForm(other, false))
		}
	}
	return out
}

// numberTerm makes a term of the number with which words begin, in all its
// dresses; beside other words also as an ordinal: "phase two".
func (x *Index) numberTerm(words []string, several bool) (term, int) {
	value, n := number(words)
	if n == 0 {
		return term{}, 0
	}
	typed := strings.Join(words[:n], " ")
	t := term{number: true, forms: []form{newForm(typed, n > 1)}}
	known := x.vocab.has(typed)
	all := dresses(value)
	if several {
		all = append(all, ordinals(value)...)
	}
	for _, d := range all {
		if d != typed {
			t.forms = append(t.forms, newForm(d, true))
		}
		known = known || x.vocab.has(d)
	}
	if _, isDigits := digits(words[0]); isDigits && n > 1 && !known { // "7 120" are two numbers
		return x.numberTerm(words[:1], several)
	}
	return t, n
}

func (x *Index) isInitials(w string, words int) bool {
	return words == 1 && len(w) <= longestInitials && x.vocab.has(initialMark+w)
}

// readings joins the forms of the terms: all first forms, all second ones, and so
// on; each also without the words that a name may lack.
func readings(terms []*term) []reading {
	most, optional := 1, false
	for _, t := range terms {
		most = max(most, len(t.forms))
		optional = optional || t.optional
	}
	var out []reading
	for i := range min(most, mostReadings) {
		out = append(out, read(terms, i, true))
		if optional {
			out = append(out, read(terms, i, false))
		}
	}
	return out
}

func read(terms []*term, i int, all bool) reading {
	var b strings.Builder
	var r reading
	for _, t := range terms {
		if !all && t.optional {
			continue
		}
		f := &t.forms[min(i, len(t.forms)-1)]
		b.WriteString(f.open)
		r.sense, r.whole, r.last = max(r.sense, f.sense), f.whole, len(f.text)
	}
	r.text = b.String()
	r.closed = r.text + " "
	return r
}

func joined(words []string) folded { return folded(" " + strings.Join(words, " ") + " ") }

// parted divides two words that were typed without the blank between them, such
// as "whitehouse".
func (x *Index) parted(words []string, closed map[string]bool) []string {
	var out []string
	for _, w := range words {
		if known, _ := x.vocab.knows(w); known || closed[w] || isNumber(w) || len(x.vocab.meant(w)) > 0 {
			out = append(out, w)
		} else if i := x.seam(w); i > 0 {
			out = append(out, w[:i], w[i:])
		} else {
			out = append(out, w)
		}
	}
	return out
}

// seam returns the byte at which a word falls into two words of the index; 0 if
// it does not.
func (x *Index) seam(w string) int {
	if len(w) > longestGuess {
		return 0
	}
	for i := shortestInside; i <= len(w)-shortestInside; i++ {
		if x.vocab.has(w[:i]) && x.vocab.has(w[i:]) {
			return i
		}
	}
	return 0
}

// isIdle reports whether w is an article, a preposition or a question word, which
// a query may hold and a text lack.
func isIdle(w string) bool {
	switch w {
	case "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
		"are", "be", "did", "do", "does", "has", "have", "is", "was", "were", "there", "about", "tell", "me",
		"how", "many", "much", "what", "when", "where", "which", "who", "whom", "whose", "why":
		return true
	}
	return false
}
