package ui

import (
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/prefs"
)

// recent is what was opened lately, the last first: "entity adam-boehler" or
// "passage p4s2", which is sentence 2 of paragraph 4.
type recent []string

func (r *recent) add(t search.Type, id string) {
	key := string(t) + " " + id
	all := slices.DeleteFunc(slices.Clone(*r), func(s string) bool { return s == key })
	all = slices.Insert(all, 0, key)
	*r = all[:min(len(all), prefs.MaxOpened)]
}

// results are those that are in the edition, no more than n of them.
func (r recent) results(e *annotations.Edition, n int) []search.Result {
	var out []search.Result
	for _, key := range r {
		if len(out) == n {
			break
		}
		if x, ok := opened(e, key); ok {
			out = append(out, x)
		}
	}
	return out
}

func opened(e *annotations.Edition, key string) (search.Result, bool) {
	t, id, _ := strings.Cut(key, " ")
	switch search.Type(t) {
	case search.Entity:
		if x, ok := e.Entity(annotations.EntityID(id)); ok {
			return entityResult(e, x), true
		}
	case search.Passage:
		if s, ok := sentence(e.Article(), id); ok {
			text := strings.Join(strings.Fields(e.Article().Slice(s)), " ")
			return search.Describe(e, search.Result{Type: search.Passage, ID: id, Title: text, Span: s}), true
		}
	}
	return search.Result{}, false
}

func entityResult(e *annotations.Edition, x *annotations.Entity) search.Result {
	r := search.Result{Type: search.Entity, ID: string(x.ID), Title: x.Name, Kind: x.Kind, Entity: x.ID}
	if x.Kind == annotations.Quote {
		r.Type = search.Quotation
	}
	if m, ok := e.FirstNamed(x.ID); ok {
		r.Span = m.Span
	}
	return search.Describe(e, r)
}

// sentence is where the sentence of an id stands: "p4s2" is sentence 2 of
// paragraph 4.
func sentence(a *annotations.Article, id string) (annotations.Span, bool) {
	for _, par := range a.Paragraphs {
		for _, x := range par.Sentences {
			if search.PassageID(x) == id {
				return x.Span, true
			}
		}
	}
	return annotations.Span{}, false
}
