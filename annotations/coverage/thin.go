package coverage

import (
	"strconv"

	"sidelight/annotations"
)

// Thin is a statement that rests on one page: no other page backs it.
type Thin struct {
	ID     string // of the fact; of the note and the number of its later line: "note-aid, since 2"
	Source *annotations.Source
	// Statement says that the fact only reports what the source says for itself, for
	// which one page is all that there can be.
	Statement bool
}

// ThinFacts returns the facts outside the article that rest on one page, and what
// editors' notes tell of as later, in the edition's order; and how many statements
// there are of both sorts in all. Sources with the same address are one page.
func ThinFacts(e *annotations.Edition) (thin []Thin, of int) {
	look := func(id string, ids []annotations.SourceID, statement bool) {
		of++
		if s, ok := onlyPage(e, ids); ok {
			thin = append(thin, Thin{id, s, statement})
		}
	}
	for _, f := range e.Facts() {
		if f.State != annotations.InArticle {
			look(string(f.ID), f.Sources, f.Statement)
		}
	}
	for _, n := range e.Remarks() {
		for i, x := range n.Since {
			look(n.ID+", since "+strconv.Itoa(i+1), x.Sources, false)
		}
	}
	return thin, of
}

// onlyPage returns the first of the sources, if all of them are one page.
func onlyPage(e *annotations.Edition, ids []annotations.SourceID) (*annotations.Source, bool) {
	var first *annotations.Source
	for _, id := range ids {
		s, ok := e.Source(id)
		switch {
		case !ok:
		case first == nil:
			first = s
		case s.URL == "" || s.URL != first.URL:
			return nil, false
		}
	}
	return first, first != nil
}
