package links

import (
	"slices"
	"strings"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// cast makes entities of the groups, in order of their first mention, and mentions of
// the refs. It also returns the entity of each group.
func (r *resolver) cast() (*found.Cast, []int) {
	index := make([]int, len(r.groups))
	for g := range index {
		index[g] = -1
	}
	c := &found.Cast{Mentions: make([]found.Mention, 0, len(r.refs))}
	var of [][]int // refs of each entity
	for i := range r.refs {
		g := r.refs[i].group
		if index[g] < 0 {
			index[g] = len(c.Entities)
			to := &r.groups[g]
			c.Entities = append(c.Entities, found.Entity{Kind: to.kind, Female: to.sex == female, Male: to.sex == male})
			of = append(of, nil)
		}
		of[index[g]] = append(of[index[g]], i)
	}
	for g, e := range index {
		if e >= 0 {
			r.name(&c.Entities[e], &r.groups[g], of[e])
		}
	}
	for i := range r.refs {
		x := &r.refs[i]
		m := found.Mention{Span: x.Span, First: x.first, Last: x.last, Entity: index[x.group], Form: annotations.Alias, Score: x.score * x.factor, Ground: x.ground}
		if !x.titled && strings.EqualFold(r.d.Text[x.Start:x.End], c.Entities[m.Entity].Name) {
			m.Form = annotations.Name
		}
		c.Mentions = append(c.Mentions, m)
	}
	return c, index
}

// fullness orders the wordings that can be the name of an entity.
type fullness struct {
	own, quiet bool // the usual name of a nation; not in capitals
	words      int  // of the form
	count      int
	length     int // of the wording
}

func (a fullness) less(b fullness) bool {
	switch {
	case a.own != b.own:
		return b.own
	case a.words != b.words && (a.quiet == b.quiet || a.words > 1 && b.words > 1):
		return a.words < b.words
	case a.quiet != b.quiet:
		return b.quiet
	case a.count != b.count:
		return a.count < b.count
	}
	return a.length < b.length
}

// name sets kind, name and aliases of an entity. A nation that the article calls by its
// people only has the name of the list.
func (r *resolver) name(e *found.Entity, g *group, refs []int) {
	full := fullness{}
	for _, i := range refs {
		x := &r.refs[i]
		f := &r.forms[x.form]
		if f.people && f.nation >= 0 {
			continue
		}
		if h := r.fullnessOf(x, f); e.Name == "" || full.less(h) {
			e.Name, full = r.d.Text[r.nameStart(x):x.End], h
		}
	}
	e.Kind = r.kindOf(e.Kind, refs)
	if e.Name == "" {
		e.Name = r.lists.nations[g.nation].name
	}
	for _, i := range refs {
		x := &r.refs[i]
		s := r.d.Text[r.nameStart(x):x.End]
		if !strings.EqualFold(s, e.Name) && len(e.Aliases) < maxAliases && !slices.Contains(e.Aliases, s) {
			e.Aliases = append(e.Aliases, s)
		}
	}
}

func (r *resolver) fullnessOf(x *ref, f *form) fullness {
	own := f.nation >= 0 && r.foldedName(f) == foldAll(r.lists.nations[f.nation].name)
	return fullness{own, !loud(r.d.Text[x.Start:x.End]), len(f.words), f.count, x.Len()}
}

// kindOf is the commonest kind among the names of which the tagger was sure.
func (r *resolver) kindOf(k annotations.Kind, refs []int) annotations.Kind {
	var kinds [annotations.Term + 1]int
	for _, i := range refs {
		if x := &r.refs[i]; x.score >= 0.5 {
			kinds[r.forms[x.form].kind]++
		}
	}
	for o, n := range kinds {
		if n > kinds[k] {
			k = annotations.Kind(o)
		}
	}
	return k
}

// maxAliases is the number of other names that an entity has at most.
const maxAliases = 24

// nameStart is where a name begins without a short title before it.
func (r *resolver) nameStart(x *ref) int {
	if !x.titled {
		return x.Start
	}
	ps := r.pieces(x.Span)
	for len(ps) > 1 {
		if _, ok := honorific(r.words[ps[0].id]); !ok {
			break
		}
		ps = ps[1:]
	}
	return ps[0].Start
}

func (r *resolver) foldedName(f *form) string {
	parts := make([]string, len(f.words))
	for i, w := range f.words {
		parts[i] = r.words[w]
	}
	return strings.Join(parts, " ")
}

// loud reports whether a name is written in capitals, as in a headline.
func loud(s string) bool {
	n := 0
	for _, c := range s {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			n++
		}
	}
	return n > 0
}
