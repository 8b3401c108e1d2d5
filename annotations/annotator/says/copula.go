package says

// copula notes what follows "is a" or "was the" behind a name.
func (r *reader) copula(k int) {
	m := &r.c.Mentions[r.here[k]]
	at := r.beside[k]
	if at == m.Last && r.word(at) == "(" { // "Carmen Cavallaro (1913–1989) was"
		for i := at; i < at+30 && i < r.last; i++ {
			if r.word(i) == ")" {
				at = i + 1
				break
			}
		}
	}
	switch r.word(at) {
	case "is", "was", "remains":
	default:
		return
	}
	if !r.subject(r.title[k]) {
		return
	}
	switch r.word(at + 1) {
	case "a", "an", "the":
	default:
		return
	}
	head := r.head(m, at+2)
	if head < 0 {
		return
	}
	if end, ok := r.tail(head + 1); ok && end-at < longest && (end-at > 3 || r.word(at+1) != "the") {
		r.call(m.Entity, r.d.Span(at+1, end), rankIs)
	}
}

// subject reports whether what begins at a token can be the subject of a clause: nothing
// before it needs it as an object.
func (r *reader) subject(token int) bool {
	w := r.word(token - 1)
	if w == "the" || w == "The" {
		w = r.word(token - 2)
	}
	switch w {
	case "", ",", ";", ":", "that", "when", "while", "because", "but", "as", "where", "after", "before", "—", "–", ")", "since", "although", "though", "whether":
		return true
	}
	return false
}
