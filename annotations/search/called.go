package search

import "strings"

// mostCalled is how many records a nickname may stand for.
const mostCalled = 4

// otherNames returns the names of one word of the records that w is another name of,
// if it stands in no title: "trump" for "potus". Beside other words either may be
// meant: "potus post" is the post of Trump.
func (x *Index) otherNames(w string) []form {
	var out []form
	for i := range x.parts {
		p := &x.parts[i]
		word, found := p.vocab.find(w)
		if !found {
			continue
		}
		for _, record := range p.vocab.names.few(word, mostCalled) {
			d := p.doc(record)
			if strings.Contains(p.slice(d.name), " "+w+" ") {
				return nil
			}
			out = append(out, p.otherNames(&d, w)...)
		}
	}
	return out
}

// otherNames returns the names of one word of a record, if w is one of its aliases.
func (s *Segment) otherNames(d *doc, w string) []form {
	names := []string{s.slice(d.name)}
	for _, a := range s.aliasesOf(d) {
		if a.how != Initials {
			names = append(names, s.slice(a.folded))
		}
	}
	var out []form
	called := false
	for _, name := range names {
		switch name = strings.TrimSpace(name); {
		case name == w:
			called = true
		case name != "" && !strings.Contains(name, " "):
			out = append(out, newForm(name, true))
		}
	}
	if !called {
		return nil
	}
	return out
}
