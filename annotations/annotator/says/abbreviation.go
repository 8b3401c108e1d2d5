package says

import (
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/links"
)

// abbreviations reads "World Health Organization (WHO)" of every name before a bracket:
// the short form becomes an alias, and every place where it stands a mention.
func (r *reader) abbreviations() {
	short := map[string]int{} // the entity of a short form; -1 if it is of several
	for i := range r.c.Mentions {
		m := &r.c.Mentions[i]
		if !m.Form.Names() || m.Last+2 >= len(r.d.Tokens) || r.d.Word(m.Last) != "(" {
			continue
		}
		w := r.d.Word(m.Last + 1)
		if !shortForm(w) || r.d.Word(m.Last+2) != ")" {
			continue
		}
		start, ok := links.Abbreviates(w, r.d.Text[m.Start:m.End])
		if !ok || start > len("the ") {
			continue
		}
		e := m.Entity
		r.call(e, annotations.Span{Start: m.Start, End: int(r.d.Tokens[m.Last+2].End)}, rankAbbr)
		if was, ok := short[w]; ok && was != e {
			e = -1
		}
		short[w] = e
	}
	if len(short) > 0 {
		r.shortForms(short)
	}
}

// shortForms adds the mentions by a short form that no name is yet, and the aliases.
func (r *reader) shortForms(short map[string]int) {
	m := 0
	for i := range r.d.Tokens {
		for m < len(r.c.Mentions) && r.c.Mentions[m].Last <= i {
			m++
		}
		w := r.d.Word(i)
		if len(w) < 2 || len(w) > 10 || w[0] < 'A' || w[0] > 'Z' {
			continue
		}
		e, ok := short[w]
		if !ok || e < 0 {
			continue
		}
		r.alias(e, w)
		if m < len(r.c.Mentions) && r.c.Mentions[m].First <= i {
			continue
		}
		r.more = append(r.more, found.Mention{Span: r.d.Span(i, i+1), First: i, Last: i + 1, Entity: e, Form: annotations.Alias, Score: 0.9})
	}
}

func (r *reader) alias(e int, w string) {
	x := &r.c.Entities[e]
	if x.Name == w {
		return
	}
	for _, a := range x.Aliases {
		if a == w {
			return
		}
	}
	x.Aliases = append(x.Aliases, w)
}

// shortForm reports whether a word can be an abbreviation: two to ten characters, a
// letter first, mostly capitals.
func shortForm(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	if len(w) < 2 || len(w) > 10 || !unicode.IsUpper(c) {
		return false
	}
	capitals, letters := 0, 0
	for _, c := range w {
		if unicode.IsLetter(c) {
			letters++
			if unicode.IsUpper(c) {
				capitals++
			}
		}
	}
	return 2*capitals > letters && capitals > 1
}
