package reading

import (
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/prefs"
)

// recent is what was opened lately, the last first.
type recent []prefs.Opened

// add puts what was opened first.
func (r *recent) add(o prefs.Opened) {
	all := slices.DeleteFunc(slices.Clone(*r), func(old prefs.Opened) bool { return old == o })
	all = slices.Insert(all, 0, o)
	*r = all[:min(len(all), prefs.MaxOpened)]
}

// results returns the first n of those that are in the edition.
func (r recent) results(e *annotations.Edition, n int) []search.Result {
	var out []search.Result
	for _, o := range r {
		if len(out) == n {
			break
		}
		if o.Entity == "" {
			out = append(out, passageResult(e, o.Passage))
		} else if x, ok := e.Entity(o.Entity); ok {
			out = append(out, entityResult(e, x))
		}
	}
	return out
}

// passageResult returns the sentence at a span as a search finds it.
func passageResult(e *annotations.Edition, s annotations.Span) search.Result {
	a := e.Article()
	text := strings.Join(strings.Fields(a.Slice(s)), " ")
	return search.Describe(e, search.Result{
		Type: search.Passage, ID: search.PassageID(a.SentenceAt(s.Start)), Title: text, Span: s,
	})
}

// entityResult returns an entity as a search finds it.
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
