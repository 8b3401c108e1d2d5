package quotes

// phrase is the words that name who speaks.
type phrase struct {
	first, last int  // tokens, half-open
	head        int  // the last token of its core: of "a spokesman for the ministry" that of "spokesman"
	named       bool // the core ends with a mention of the cast
}

// longPhrase is how many tokens a phrase may have.
const longPhrase = 16

// subject finds what stands left of a verb as its subject: j is the token before the verb
// and its helpers, a the first of the sentence. The kind is subjectRight where there is
// nothing, so that the subject may follow.
func (r *reader) subject(i, j, a int, lead class) (phrase, frameKind) {
	bare := r.class[i]&gerund != 0 && lead&be == 0 // "saying", not "was saying"
	switch {
	case j < a:
		return phrase{}, subjectRight
	case r.quote[j] != r.quote[i]:
		return phrase{}, awayIf(bare)
	}
	j = r.outside(j, a)
	c := r.class[j]
	divides := r.sign(j) == ',' || r.dash(j)
	switch {
	case r.refers(j, a):
		j = r.beforeComma(j-1, a)
	case c&conjunction != 0, bare && (divides || c&paper != 0):
		return phrase{}, subjectAway
	case bare:
		return phrase{}, subjectRight
	case divides:
		return r.apart(j, a, i)
	case c&pronoun != 0:
		return phrase{first: j, last: j + 1, head: j}, subjectLeft
	}
	return r.valid(r.phraseLeft(j, a, r.quote[i]))
}

// awayIf is the kind of a frame whose subject stands elsewhere, or else may follow.
func awayIf(away bool) frameKind {
	if away {
		return subjectAway
	}
	return subjectRight
}

// beforeComma returns the token before a comma at j, or j.
func (r *reader) beforeComma(j, a int) int {
	if j >= a && r.sign(j) == ',' {
		return j - 1
	}
	return j
}

// refers reports whether the token j stands for the phrase before it: "who", or the "that"
// of "a statement that said".
func (r *reader) refers(j, a int) bool {
	return r.class[j]&relative != 0 || r.is(j, "that") && j > a && r.class[j-1]&(paper|nameless) != 0
}

// outside returns the token before the bracket that ends with the token j: "Jones (D-Calif.)".
func (r *reader) outside(j, a int) int {
	const most = 10
	if r.sign(j) != ')' {
		return j
	}
	for k := j - 1; k > a && k > j-most; k-- {
		if r.sign(k) == '(' {
			return k - 1
		}
	}
	return j
}

func (r *reader) valid(n phrase, ok bool) (phrase, frameKind) {
	if !ok {
		return n, subjectRight
	}
	return n, subjectLeft
}

// apart finds the subject before what a comma at token j ends: "Smith, the mayor, said".
func (r *reader) apart(j, a, i int) (phrase, frameKind) {
	const most, commas = 40, 4
	seen := 0
	for k := j - 1; k > max(a, j-most) && seen < commas && r.quote[k] == r.quote[i]; k-- {
		if r.sign(k) != ',' && !r.dash(k) {
			continue
		}
		seen++
		n, ok := r.phraseLeft(k-1, a, r.quote[i])
		if !ok || r.class[n.first]&preposition != 0 {
			continue
		}
		if seen == 1 && !n.named {
			if x := r.inserted(n, k+1, j, r.quote[i]); x.named {
				return x, subjectLeft
			}
		}
		if n = r.explained(n, a); n.named || r.class[n.head]&(office|nameless|speaks|role|paper) != 0 {
			return n, subjectLeft
		}
	}
	return phrase{}, subjectRight
}

// explained returns the person before a comma that a phrase stands behind, or the phrase
// itself: "Smith, the mayor of Boston, Mass.".
func (r *reader) explained(n phrase, a int) phrase {
	p := n.first - 1
	if n.named || p <= a || r.sign(p) != ',' {
		return n
	}
	if m := r.noun(p - 1); r.person(m) && m.Last == p {
		return phrase{m.First, m.Last, m.Last - 1, true}
	}
	return n
}

// inserted returns the phrase that the tokens [first, end) behind the phrase n are, if it
// names a person: "the mayor, Dr. Anna Bell, said".
func (r *reader) inserted(n phrase, first, end int, quote int32) phrase {
	x, ok := r.phraseLeft(end-1, first, quote)
	if !ok || !x.named || x.first != first || !r.person(r.noun(x.head)) {
		return phrase{}
	}
	if r.class[n.head]&(role|speaks) != 0 {
		x.first = n.first
	}
	return x
}

// phraseLeft returns the phrase that ends with the token j, in the sentence that begins
// with the token a and in one quotation.
func (r *reader) phraseLeft(j, a int, quote int32) (phrase, bool) {
	l := j + 1
	for k := j; k >= a && j-k < longPhrase; k-- {
		if m := r.noun(k); m != nil && m.First >= a && r.class[k]&pronoun == 0 {
			k, l = m.First, m.First
			continue
		}
		if r.quote[k] != quote || r.endsPhrase(k, j) {
			break
		}
		l = k
		if r.class[k]&determiner != 0 && k > a && r.class[k-1]&(preposition|determiner) == 0 {
			break // "the answer some officials gave"
		}
	}
	from := l
	if l = r.strip(l, j); l > from && r.is(from, "by") {
		return phrase{}, false // "a group led by Smith said"
	}
	return r.core(l, j+1)
}

// endsPhrase reports whether a token stands outside the phrase to its right.
func (r *reader) endsPhrase(k, j int) bool {
	c := r.class[k]
	switch r.sign(k) {
	case 0:
	case '-':
		return r.dash(k)
	case '.', '&', '\'', '"', '/', '$', '%', '#', '@', '<', '>':
		return false
	default:
		return true
	}
	if c&conjunction != 0 {
		m := r.noun(k + 1)
		return !(k < j && m != nil && r.noun(k-1) != nil && r.person(m) == r.person(r.noun(k-1)) && m.Last == j+1)
	}
	if c&(determiner|preposition|office|role|paper|nameless|speaks) != 0 && !r.is(k, "that") {
		return false
	}
	if r.capital(k) && c&(subordinate|pronoun) == 0 {
		return false
	}
	return c&(subordinate|aux|negation|pronoun|verb) != 0 || c&speech != 0 && c&noun == 0
}

// strip takes the lead off a phrase: "on Tuesday Smith", "later the ministry".
func (r *reader) strip(l, j int) int {
	for l < j {
		c := r.class[l]
		switch {
		case r.cover[l] != 0:
			return l
		case c&preposition != 0:
			l++
			for l < j && r.class[l]&determiner != 0 {
				l++
			}
			if m := r.noun(l); m != nil && m.Last <= j {
				l = m.Last
			} else if l < j && m == nil {
				l++
			}
		case c&adverb != 0 && c&determiner == 0, r.sign(l) == '"', r.sign(l) == '.':
			l++
		default:
			return l
		}
	}
	return l
}

// core finds the head of the phrase [l, end).
func (r *reader) core(l, end int) (phrase, bool) {
	n := phrase{first: l, last: end, head: end - 1}
	if l >= end {
		return n, false
	}
	for k := l; k < end; k++ {
		if m := r.noun(k); m != nil && m.Last > k+1 {
			k = m.Last - 1
			continue
		}
		if k > l && r.class[k]&preposition != 0 && r.class[k]&adverb == 0 {
			n.head = k - 1
			break
		}
	}
	for n.head > l && r.sign(n.head) != 0 {
		n.head--
	}
	if r.sign(n.head) != 0 {
		return n, false
	}
	m := r.noun(n.head)
	n.named = m != nil && m.Last >= n.head+1 && m.Last <= end
	return n, true
}

// phraseRight returns the phrase that begins with the token i, before token b.
func (r *reader) phraseRight(i, b int) (phrase, bool) {
	for i < b && r.class[i]&adverb != 0 && r.cover[i] == 0 && r.class[i]&determiner == 0 {
		i++
	}
	if i >= b {
		return phrase{}, false
	}
	if r.class[i]&pronoun != 0 {
		return phrase{first: i, last: i + 1, head: i}, true
	}
	end := r.rightEnd(i, b)
	n, ok := r.core(i, end)
	if ok && !n.named && r.class[n.head]&(role|speaks|trait|nameless) != 0 && end+1 < b && r.sign(end) == ',' {
		if m := r.noun(end + 1); r.person(m) && (m.Last >= b || r.sign(m.Last) != 0) {
			return phrase{m.First, m.Last, m.Last - 1, true}, true // said the mayor, Anna Bell
		}
	}
	return n, ok
}

// rightEnd returns the token behind the phrase that begins with the token i.
func (r *reader) rightEnd(i, b int) int {
	end := i
	for k := i; k < min(b, i+longPhrase); k++ {
		if m := r.noun(k); m != nil && m.Last <= b && r.class[k]&pronoun == 0 {
			end, k = m.Last, m.Last-1
			if r.person(m) && !(end < b && possessive(r.d.Word(end))) {
				break
			}
			continue
		}
		if r.quote[k] != r.quote[i] || r.sign(k) == '"' || r.sign(k) == '.' && k+1 >= b || r.endsRight(k, i) {
			break
		}
		end = k + 1
	}
	return end
}

// endsRight reports whether a token stands behind the phrase that begins with token i.
func (r *reader) endsRight(k, i int) bool {
	c := r.class[k]
	switch {
	case k == i:
	case c&preposition != 0:
		return !r.joins(k)
	case c&adverb != 0 && r.cover[k] == 0 && c&determiner == 0, c&determiner != 0 && r.class[k-1]&(preposition|determiner) == 0:
		return true
	}
	return r.endsPhrase(k, k)
}

// joins reports whether a preposition belongs to the noun before it: "a spokesman for", "the
// head of", "people familiar with".
func (r *reader) joins(k int) bool {
	before := r.class[k-1]
	switch {
	case r.oneOf(k, "of", "for", "from"):
		return true
	case r.is(k, "at"):
		return before&(role|nameless) != 0
	case r.is(k, "with"):
		return before&(nameless|speaks) != 0 || r.is(k-1, "familiar")
	case r.is(k, "in"):
		return before&(nameless|office) != 0
	case r.is(k, "by"):
		return before&(paper|past) != 0
	}
	return false
}
