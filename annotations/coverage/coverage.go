package coverage

import (
	"maps"
	"slices"

	"sidelight/annotations"
)

// Report counts what an edition annotates. All its lists have a fixed order.
type Report struct {
	Marks     []Marks // one for each kind, in reading order
	Classes   []Class
	Facts     []Facts // one for each state
	PerEntity PerEntity
	Sources   []Sources // by grade, those without one last
	Voices    []Share   // one for each voice, in reading order
}

// Marks counts the mentions of the entities of one kind.
type Marks struct {
	Kind   annotations.Kind
	ByForm [annotations.Pronoun + 1]int // by form
}

// All returns the number of mentions of every form.
func (m Marks) All() int {
	n := 0
	for _, x := range m.ByForm {
		n += x
	}
	return n
}

// Facts counts the facts of one state.
type Facts struct {
	State      annotations.State
	All        int
	Unverified int // those of All that weak sources back
}

// PerEntity counts the facts, of any state, about one entity that the article
// mentions.
type PerEntity struct {
	Min, Max int
	Median   float64 // the mean of the middle two where their number is even
	None     []annotations.EntityID
}

// Sources counts the sources of one grade.
type Sources struct {
	Grade string
	All   int
}

// Of returns the report on an edition.
func Of(e *annotations.Edition) Report {
	return Report{
		Marks: marks(e), Classes: classes(e), Facts: facts(e), PerEntity: perEntity(e),
		Sources: sources(e), Voices: Voices(e),
	}
}

func marks(e *annotations.Edition) []Marks {
	out := make([]Marks, 0, len(annotations.Kinds()))
	at := make(map[annotations.Kind]int)
	for _, k := range annotations.Kinds() {
		at[k] = len(out)
		out = append(out, Marks{Kind: k})
	}
	for _, m := range e.Mentions() {
		if x, ok := e.Entity(m.Entity); ok {
			if i, ok := at[x.Kind]; ok && int(m.Form) < len(out[i].ByForm) {
				out[i].ByForm[m.Form]++
			}
		}
	}
	return out
}

func facts(e *annotations.Edition) []Facts {
	var out []Facts
	for _, s := range []annotations.State{annotations.InArticle, annotations.Background, annotations.Since} {
		x := Facts{State: s}
		for _, f := range e.Facts() {
			if f.State == s {
				x.All++
				if f.Unverified {
					x.Unverified++
				}
			}
		}
		out = append(out, x)
	}
	return out
}

func perEntity(e *annotations.Edition) PerEntity {
	count := make(map[annotations.EntityID]int)
	for _, f := range e.Facts() {
		for _, id := range f.About {
			count[id]++
		}
	}
	var p PerEntity
	var all []int
	for _, x := range e.Entities() {
		if len(e.MentionsOf(x.ID)) == 0 {
			continue
		}
		all = append(all, count[x.ID])
		if count[x.ID] == 0 {
			p.None = append(p.None, x.ID)
		}
	}
	if len(all) == 0 {
		return p
	}
	slices.Sort(all)
	p.Min, p.Max = all[0], all[len(all)-1]
	p.Median = float64(all[(len(all)-1)/2]+all[len(all)/2]) / 2
	return p
}

func sources(e *annotations.Edition) []Sources {
	count := map[string]int{"A": 0, "B": 0, "C": 0}
	for _, s := range e.Sources() {
		count[s.Grade]++
	}
	var out []Sources
	for _, g := range slices.Sorted(maps.Keys(count)) {
		if g != "" {
			out = append(out, Sources{g, count[g]})
		}
	}
	if n := count[""]; n > 0 {
		out = append(out, Sources{"", n})
	}
	return out
}
