// Package index lists the entities of an edition, kind by kind: in a [Rail] beside
// the page or, where there is little room, in a [Strip]. The index is the legend of
// the marks as well, and switches their layers.
package index

import (
	"cmp"
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/search"
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

	captionHeight = 22
)

// part is the sort of a row.
type part uint8

const (
	head    part = iota // of a kind
	entry               // an entity
	rule                // a line between parts
	caption             // above the voices
	nearly              // says that the names are only near to the filter
	speaker             // a voice
	nothing             // says that the filter finds no name
	gap                 // below the entries of an open group
	outline             // head of the contents
	section             // a heading of the article
	own                 // the reader's highlights and notes
)

// row is one row of the rail.
type row struct {
	part  part
	kind  annotations.Kind
	voice annotations.Voice
	id    annotations.EntityID
	name  string // of an entity, short
	full  string // the whole name
	at    int    // of a section, in the contents
	count int    // entities of a kind, times of an entity, passages of a voice
	doubt bool   // the program is not sure of an entity
}

// key identifies a row, also after other rows have come or gone.
type key struct {
	part  part
	kind  annotations.Kind
	voice annotations.Voice
	id    annotations.EntityID
	at    int
}

// member is an entity of a group.
type member struct {
	id    annotations.EntityID
	name  string // short
	full  string // the whole name
	found string // its names, as the filter compares them, the short one first
	count int
	doubt bool // the program is not sure of it
}

// model is what the rail lists: the entities and the voices of an edition, as far
// as the folds and the filter show them.
type model struct {
	contents
	groups map[annotations.Kind][]member // of the entities that the article mentions
	kinds  map[annotations.EntityID]annotations.Kind
	voices map[annotations.Voice]int // passages of each
	folded map[annotations.Kind]bool
	lent   *annotations.Kind // a folded kind that is unfolded while an entity of it is selected, or nil
	filter string
	notes  int // how many the reader has, -1 where they are not listed

	rows []row
}

// newModel makes a model without an edition, with people and organisations
// unfolded.
func newModel() *model {
	m := &model{folded: map[annotations.Kind]bool{}, notes: -1}
	for _, k := range annotations.Kinds() {
		m.folded[k] = k != annotations.Person && k != annotations.Organisation
	}
	return m
}

// setEdition lists another edition, with the same folds and the same filter. A nil
// edition lists nothing.
func (m *model) setEdition(e *annotations.Edition) {
	m.groups, m.kinds = map[annotations.Kind][]member{}, map[annotations.EntityID]annotations.Kind{}
	m.voices = countsOf(e).voices
	m.setContents(e)
	if e != nil {
		m.enter(e)
	}
	m.list()
}

// enter puts the entities that the article mentions into their groups, the most
// mentioned first and those of which the program is not sure last.
func (m *model) enter(e *annotations.Edition) {
	for i := range e.Entities() {
		x := &e.Entities()[i]
		count := len(e.TimesOf(x.ID))
		if count == 0 {
			continue
		}
		m.kinds[x.ID] = x.Kind
		m.groups[x.Kind] = append(m.groups[x.Kind], member{
			id: x.ID, name: locale.ShortName(x), full: locale.Name(x), count: count, doubt: e.Unsure(x.ID),
			found: text.Keys(append([]string{cmp.Or(x.Short, x.Name), x.Name, x.Printed}, x.Aliases...)...),
		})
	}
	for _, group := range m.groups {
		slices.SortStableFunc(group, func(a, b member) int {
			return cmp.Or(last(a.doubt, b.doubt), cmp.Compare(b.count, a.count), cmp.Compare(a.found, b.found))
		})
	}
}

// last compares what is true of a and of b: that of which it is comes later.
func last(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// counts says how much of everything an edition marks.
type counts struct {
	kinds        map[annotations.Kind]int  // entities of each that the article mentions
	voices       map[annotations.Voice]int // passages of each
	marks        int                       // mentions
	descriptions int                       // mentions that are not by a name
}

// countsOf counts what an edition marks; nothing if the edition is nil.
func countsOf(e *annotations.Edition) counts {
	c := counts{kinds: map[annotations.Kind]int{}, voices: map[annotations.Voice]int{}}
	if e == nil {
		return c
	}
	for _, x := range e.Entities() {
		if len(e.TimesOf(x.ID)) > 0 {
			c.kinds[x.Kind]++
		}
	}
	for _, p := range e.Passages() {
		c.voices[p.Voice]++
	}
	for _, m := range e.Mentions() {
		if m.Form == annotations.Pronoun && m.Origin == annotations.Found {
			continue // a guess
		}
		c.marks++
		if m.Form == annotations.Description || m.Form == annotations.Pronoun {
			c.descriptions++
		}
	}
	return c
}

// setFilter lists only the names that s finds, in all groups, folded or not.
func (m *model) setFilter(s string) {
	m.filter = s
	m.list()
}

// fold folds or unfolds the group of a kind.
func (m *model) fold(k annotations.Kind, on bool) {
	m.folded[k], m.lent = on, nil
	m.list()
}

// isFolded reports whether the group of a kind is listed folded.
func (m *model) isFolded(k annotations.Kind) bool {
	return m.folded[k] && (m.lent == nil || *m.lent != k)
}

// lend unfolds the group of an entity for as long as the entity is selected, if the
// group takes no more than room pixels, and folds the group that was lent before. It
// reports whether that changes the list. People and organisations, which are unfolded
// at first, stay folded where the reader has folded them.
func (m *model) lend(id annotations.EntityID, room float32) bool {
	was := m.lent
	m.lent = nil
	k, ok := m.kinds[id]
	high := headHeight + groupGap + float32(len(m.groups[k]))*entryHeight
	if ok && m.folded[k] && k != annotations.Person && k != annotations.Organisation && high <= room {
		m.lent = &k
	}
	if was == m.lent || was != nil && m.lent != nil && *was == *m.lent {
		return false
	}
	m.list()
	return true
}

// list makes the rows anew.
func (m *model) list() {
	m.rows = m.rows[:0]
	wanted := text.NewFilter(m.filter)
	if wanted.IsEmpty() {
		m.listContents()
	}
	for _, k := range annotations.Kinds() {
		m.listGroup(k, wanted.IsEmpty(), wanted.Passes)
	}
	if !wanted.IsEmpty() {
		if len(m.rows) == 0 {
			m.listNearly()
		}
		if len(m.rows) == 0 {
			m.add(row{part: nothing})
		}
	} else {
		m.listVoices()
		m.listOwn()
	}
}

// setNotes lists how many notes the reader has, and reports whether that is a change.
func (m *model) setNotes(n int) bool {
	if n == m.notes {
		return false
	}
	m.notes = n
	m.list()
	return true
}

// listOwn lists the reader's notes below all else.
func (m *model) listOwn() {
	if m.notes >= 0 {
		m.add(row{part: rule, at: 1})
		m.add(row{part: own, count: m.notes})
	}
}

// listNearly lists the names that the filter would find but for a slip.
func (m *model) listNearly() {
	m.add(row{part: nearly})
	near := search.Nearly(m.filter)
	for _, k := range annotations.Kinds() {
		m.listGroup(k, false, near)
	}
	if len(m.rows) == 1 {
		m.rows = m.rows[:0]
	}
}

// listGroup lists those of a kind that pass, or all of them.
func (m *model) listGroup(k annotations.Kind, all bool, passes func(found string) bool) {
	group := m.groups[k]
	if !all {
		group = nil
		for _, x := range m.groups[k] {
			if passes(x.found) {
				group = append(group, x)
			}
		}
	}
	if len(group) == 0 {
		return
	}
	m.add(row{part: head, kind: k, count: len(group)})
	if m.isFolded(k) && all {
		return
	}
	for _, x := range group {
		m.add(row{part: entry, kind: k, id: x.id, name: x.name, full: x.full, count: x.count, doubt: x.doubt})
	}
	m.add(row{part: gap, kind: k})
}

func (m *model) listVoices() {
	first := true
	for _, v := range annotations.Voices() {
		if v == annotations.OwnAccount || m.voices[v] == 0 {
			continue // the article's own account is not marked
		}
		if first {
			m.add(row{part: rule})
			m.add(row{part: caption})
			first = false
		}
		m.add(row{part: speaker, voice: v, count: m.voices[v]})
	}
}

func (m *model) add(r row) { m.rows = append(m.rows, r) }

// Len returns the number of rows.
func (m *model) Len() int { return len(m.rows) }

// Key returns what row i is known by.
func (m *model) Key(i int) key {
	r := m.rows[i]
	return key{r.part, r.kind, r.voice, r.id, r.at}
}

// Height returns the height of row i in pixels.
func (m *model) Height(i int, width float32) float32 {
	switch m.rows[i].part {
	case entry:
		return entryHeight
	case section:
		return chapterLead*float32(len(m.lines(m.rows[i].at, width))) + 2*chapterPad
	case rule:
		return ruleHeight
	case caption, nearly:
		return captionHeight
	case gap:
		return groupGap
	}
	return headHeight
}

// Stops reports whether the keyboard stops at row i.
func (m *model) Stops(i int) bool { return m.rows[i].stop() }

// find returns the row of an entity, or that of the head of its group where the
// group is folded, or -1 where neither is listed.
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

// findVoice returns the row of a voice, or -1 where it is not listed.
func (m *model) findVoice(v annotations.Voice) int {
	return slices.IndexFunc(m.rows, func(r row) bool { return r.part == speaker && r.voice == v })
}

// stop reports whether the keyboard stops at a row.
func (r row) stop() bool {
	switch r.part {
	case head, entry, speaker, outline, section, own:
		return true
	}
	return false
}
