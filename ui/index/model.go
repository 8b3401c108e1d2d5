// Package index lists what an edition annotates, kind by kind: as a rail beside
// the page and, where there is little room, as a strip. It is the legend of the
// marks as well, and switches their layers.
package index

import (
	"cmp"
	"slices"
	"sort"

	"sidelight/annotations"
	"sidelight/annotations/text"
	"sidelight/ui/locale"
)

// Heights in the rail, pixels.
const (
	headHeight  = 28
	entryHeight = 26
	groupGap    = 6  // below the entries of an open group
	edgeGap     = 12 // above the first row and below the last
	ruleHeight  = 17
)

// part says what a row is.
type part uint8

const (
	head    part = iota // of a kind
	entry               // an entity
	rule                // a line between parts
	caption             // above the voices
	speaker             // a voice
	nothing             // no name is like the filter
)

// row is one line of the rail.
type row struct {
	part  part
	kind  annotations.Kind
	voice annotations.Voice
	id    annotations.EntityID
	name  string // of an entity
	count int    // entities of a kind, mentions of an entity, passages of a voice

	top, height float32 // pixels
}

// member is an entity of a group.
type member struct {
	id    annotations.EntityID
	name  string
	found string // its names, as the filter compares them
	count int
}

// model is what the rail lists.
type model struct {
	groups map[annotations.Kind][]member
	kinds  map[annotations.EntityID]annotations.Kind
	voices map[annotations.Voice]int
	folded map[annotations.Kind]bool
	filter string

	rows   []row
	height float32 // of all rows, pixels
}

// newModel lists an edition, with people and organisations open.
func newModel(e *annotations.Edition) *model {
	m := &model{
		groups: map[annotations.Kind][]member{},
		kinds:  map[annotations.EntityID]annotations.Kind{},
		voices: map[annotations.Voice]int{},
		folded: map[annotations.Kind]bool{},
	}
	for i := range e.Entities() {
		x := &e.Entities()[i]
		m.kinds[x.ID] = x.Kind
		m.groups[x.Kind] = append(m.groups[x.Kind], member{
			id: x.ID, name: locale.Name(x), count: len(e.MentionsOf(x.ID)),
			found: text.Keys(append([]string{x.Name, x.Printed}, x.Aliases...)...),
		})
	}
	for _, group := range m.groups {
		slices.SortStableFunc(group, func(a, b member) int {
			return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.found, b.found))
		})
	}
	for _, p := range e.Passages() {
		m.voices[p.Voice]++
	}
	for _, k := range annotations.Kinds() {
		m.folded[k] = k != annotations.Person && k != annotations.Organisation
	}
	m.list()
	return m
}

// setFilter lists only names with these letters, in all groups, folded or not.
func (m *model) setFilter(s string) {
	m.filter = s
	m.list()
}

// fold folds or unfolds the group of a kind.
func (m *model) fold(k annotations.Kind, on bool) {
	m.folded[k] = on
	m.list()
}

// list makes the rows anew.
func (m *model) list() {
	m.rows, m.height = m.rows[:0], edgeGap
	wanted := text.NewFilter(m.filter)
	for _, k := range annotations.Kinds() {
		m.listGroup(k, wanted)
	}
	if !wanted.IsEmpty() {
		if len(m.rows) == 0 {
			m.add(row{part: nothing}, headHeight)
		}
	} else {
		m.listVoices()
	}
	m.height += edgeGap
}

func (m *model) listGroup(k annotations.Kind, wanted text.Filter) {
	group := m.groups[k]
	if !wanted.IsEmpty() {
		group = nil
		for _, x := range m.groups[k] {
			if wanted.Passes(x.found) {
				group = append(group, x)
			}
		}
	}
	if len(group) == 0 {
		return
	}
	m.add(row{part: head, kind: k, count: len(group)}, headHeight)
	if m.folded[k] && wanted.IsEmpty() {
		return
	}
	for _, x := range group {
		m.add(row{part: entry, kind: k, id: x.id, name: x.name, count: x.count}, entryHeight)
	}
	m.height += groupGap
}

func (m *model) listVoices() {
	first := true
	for _, v := range annotations.Voices() {
		if v == annotations.OwnAccount || m.voices[v] == 0 {
			continue // the article's own account has no bar
		}
		if first {
			m.add(row{part: rule}, ruleHeight)
			m.add(row{part: caption}, 22)
			first = false
		}
		m.add(row{part: speaker, voice: v, count: m.voices[v]}, headHeight)
	}
}

func (m *model) add(r row, height float32) {
	r.top, r.height = m.height, height
	m.rows = append(m.rows, r)
	m.height += height
}

// between are the rows from first up to end that show anything between two
// heights.
func (m *model) between(from, to float32) (first, end int) {
	first = sort.Search(len(m.rows), func(i int) bool { return m.rows[i].top+m.rows[i].height > from })
	end = sort.Search(len(m.rows), func(i int) bool { return m.rows[i].top >= to })
	return first, max(first, end)
}

// find is the row of an entity, of the head of its group if that is folded, or
// -1 if neither is listed.
func (m *model) find(id annotations.EntityID) int {
	k, ok := m.kinds[id]
	if !ok {
		return -1
	}
	at := -1
	for i, r := range m.rows {
		if r.part == entry && r.id == id {
			return i
		}
		if r.part == head && r.kind == k {
			at = i
		}
	}
	return at
}

// stop reports whether the keyboard stops at a row.
func (r row) stop() bool { return r.part == head || r.part == entry || r.part == speaker }

// step is the next row that the keyboard stops at, or i itself at an end.
func (m *model) step(i, delta int) int {
	for j := i + delta; j >= 0 && j < len(m.rows); j += delta {
		if m.rows[j].stop() {
			return j
		}
	}
	return i
}
