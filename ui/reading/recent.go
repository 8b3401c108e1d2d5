package reading

import (
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/command"
	"sidelight/ui/finder"
	"sidelight/ui/locale"
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

// shownRecent is how much of what was opened lately the palette offers.
const shownRecent = 5

// offers are shown in the palette while nothing is typed.
func (r *searching) offers() []finder.Offer {
	goTo := finder.Offer{Heading: locale.X("finder.go-to", "Go to")}
	for _, id := range []command.ID{
		command.ShowSources, command.ShowAbout, command.Settings, command.OpenFile, command.StartPage, command.Library,
	} {
		if c := r.commands.Command(id); c.Enabled() {
			goTo.Results = append(goTo.Results, search.Result{Type: search.Command, ID: string(id), Title: c.Label()})
		}
	}
	return []finder.Offer{
		{Heading: locale.X("finder.recent", "Recent"), Results: r.recent.results(r.edition(), shownRecent)},
		goTo,
	}
}
