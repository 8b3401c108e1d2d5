package panel

import (
	"cmp"
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/annotations/text"
	"sidelight/ui/locale"
	"sidelight/ui/session"
)

// noteFilter says which notes the list shows, and in which order. The zero noteFilter
// shows all, by place.
type noteFilter struct {
	typed  string
	words  bool // only notes with words
	styled bool // only those of one style
	style  notes.Style
	tag    string               // only those with the tag; empty for all
	about  annotations.EntityID // only those about the entity; empty for all
	byDate bool                 // the newest first
}

// all reports whether no note is left out.
func (f noteFilter) all() bool { return f == noteFilter{byDate: f.byDate} }

// own is what the panel knows of the reader's notes beside the snapshot, worked out
// once for each edition and each set of notes.
type own struct {
	filter noteFilter

	edition *annotations.Edition
	names   map[string]annotations.EntityID // by the folded name

	foldedNames map[annotations.EntityID][]string

	set    *notes.Set
	forms  map[notes.ID]noteForm
	about  map[annotations.EntityID][]*notes.Placed // notes that name the entity, by place
	folded map[noteForm]string                      // of the forms of a set that the reader searches in
}

// follow takes over what a snapshot says of notes.
func (o *own) follow(now session.Snapshot) {
	if o.edition != now.Edition {
		o.edition, o.names = now.Edition, namesIn(now.Edition)
		o.set, o.foldedNames, o.forms = nil, nil, nil
	}
	if o.set == now.Notes && o.forms != nil {
		return
	}
	o.set = now.Notes
	o.forms, o.about = map[notes.ID]noteForm{}, nil
}

// namesIn returns the entities of an edition by their names, folded. Of two of one name
// the first counts.
func namesIn(e *annotations.Edition) map[string]annotations.EntityID {
	out := map[string]annotations.EntityID{}
	if e == nil {
		return out
	}
	for i := range e.Entities() {
		x := &e.Entities()[i]
		for _, name := range namesOf(x) {
			if key := text.Plain.Fold(name); out[key] == "" {
				out[key] = x.ID
			}
		}
	}
	return out
}

// namesOf returns the names of an entity that a note may use, the one to write first.
func namesOf(x *annotations.Entity) []string {
	out := []string{x.Name}
	for _, name := range append([]string{x.Short, x.Printed}, x.Aliases...) {
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// named returns the entity that the name in a link means.
func (o *own) named(name string) (annotations.EntityID, bool) {
	id, ok := o.names[text.Plain.Fold(name)]
	return id, ok
}

// knows reports whether the name in a link means an entity.
func (o *own) knows(name string) bool {
	_, ok := o.named(name)
	return ok
}

// entitiesOf returns the entities that a note says it is about, those beside its text
// first, each once.
func (o *own) entitiesOf(n *notes.Note) []annotations.EntityID {
	out := slices.Clone(n.About)
	for _, x := range notes.InlineOf(n.Text) {
		if id, ok := o.named(x.Link); x.Link != "" && ok && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// form returns what a row says of a note.
func (o *own) form(p *notes.Placed) noteForm {
	f, ok := o.forms[p.ID]
	if !ok {
		f = formOf(o.edition.Article(), p)
		o.forms[p.ID] = f
	}
	return f
}

// of returns the notes that touch a mention of an entity or name it, by place.
func (o *own) of(id annotations.EntityID) []*notes.Placed {
	if o.set.Len() == 0 {
		return nil
	}
	if o.about == nil {
		o.about = map[annotations.EntityID][]*notes.Placed{}
		all := o.set.All()
		for i := range all {
			for _, x := range o.entitiesOf(&all[i].Note) {
				o.about[x] = append(o.about[x], &all[i])
			}
		}
	}
	out := slices.Clone(o.about[id])
	seen := map[notes.ID]bool{}
	for _, p := range out {
		seen[p.ID] = true
	}
	for _, m := range o.edition.MentionsOf(id) {
		for p := range o.set.In(m.Span) {
			if !seen[p.ID] {
				seen[p.ID] = true
				out = append(out, p)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *notes.Placed) int {
		if a.Stands() != b.Stands() {
			if a.Stands() {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// listed returns the notes that a filter shows, in its order.
func (o *own) listed(f noteFilter) []*notes.Placed {
	all := o.set.All()
	var about map[notes.ID]bool
	if f.about != "" {
		about = map[notes.ID]bool{}
		for _, p := range o.of(f.about) {
			about[p.ID] = true
		}
	}
	typed := text.NewFilter(f.typed)
	var out []*notes.Placed
	for i := range all {
		p := &all[i]
		if f.words && !p.HasWords() || f.styled && p.Style != f.style || about != nil && !about[p.ID] {
			continue
		}
		if f.tag != "" && !slices.ContainsFunc(p.AllTags(), func(t string) bool { return notes.SameTag(t, f.tag) }) {
			continue
		}
		if !typed.IsEmpty() && !typed.Passes(o.keys(p)) {
			continue
		}
		out = append(out, p)
	}
	if f.byDate {
		slices.SortStableFunc(out, func(a, b *notes.Placed) int { return cmp.Or(b.Made.Compare(a.Made), cmp.Compare(b.ID, a.ID)) })
	}
	return out
}

// keys returns what a search looks at of a note: its words, its text, its tags with
// "#", and the names of what it is about.
func (o *own) keys(p *notes.Placed) string {
	f := o.form(p)
	if keys, ok := o.folded[f]; ok {
		return keys
	}
	all := []string{f.words, f.text}
	for _, tag := range f.tagList() {
		all = append(all, "#"+tag)
	}
	for _, id := range p.About {
		if x, ok := o.edition.Entity(id); ok {
			all = append(all, locale.Name(x))
		}
	}
	if o.folded == nil || len(o.folded) > 2*o.set.Len()+1000 { // of notes that are gone
		o.folded = map[noteForm]string{}
	}
	o.folded[f] = text.Keys(all...)
	return o.folded[f]
}
