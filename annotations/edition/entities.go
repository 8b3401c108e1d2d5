package edition

import (
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
)

// The greatest lengths of texts about an entity.
const (
	maxIdentity   = 120 // characters
	maxShort      = 22  // characters
	maxSummary    = 60  // words
	maxLabel      = 24  // characters
	maxNoteTitle  = 48  // characters
	maxNameSought = 200 // characters of a name that is looked for in the text
)

// entity is an entry of entities.yaml.
type entity struct {
	annotations.Entity
	id      text
	names   []name
	printed text
	sources []text // of the quantity
	called  []quote
}

// name is one spelling of an entity, to be found in the article.
type name struct {
	text
	form annotations.Form
}

func readEntity(r *record) *entity {
	e := &entity{id: r.id()}
	e.ID = annotations.EntityID(e.id.value)
	e.Kind = choice(r, "kind", annotations.ParseKind, annotations.Kinds())
	usual := r.need("name")
	e.Name = usual.value
	e.Short = r.line("short", maxShort).value
	e.printed = r.text("printed")
	e.Printed = e.printed.value
	aliases := r.texts("aliases")
	for _, a := range aliases {
		e.Aliases = append(e.Aliases, a.value)
	}
	if !r.l.marked {
		r.need("identity")
	}
	e.Identity = r.prose(r.line("identity", maxIdentity)).value
	e.called = r.quotes("called")
	summary := r.prose(r.text("summary"))
	if n := len(strings.Fields(summary.value)); n > maxSummary {
		r.l.fault(summary.at, "summary has %d words and may have %d: shorten it", n, maxSummary)
	}
	e.Summary = summary.value
	if r.flag("match", true) {
		e.setNames(r.l, usual, aliases)
	}
	e.readParticulars(r)
	return e
}

// setNames collects the spellings that are to be found in the article.
func (e *entity) setNames(l *loader, usual text, aliases []text) {
	for _, t := range []text{usual, e.printed} {
		if t.value != "" && !(t == e.printed && t.value == usual.value) {
			e.names = append(e.names, name{t, annotations.Name})
		}
	}
	for _, a := range aliases {
		e.names = append(e.names, name{a, annotations.Alias})
	}
	first := make(map[string]place)
	kept := e.names[:0]
	for _, n := range e.names {
		if count := utf8.RuneCountInString(n.value); count > maxNameSought {
			l.fault(n.at, "a name that is looked for may have %d characters, and this has %d: shorten it or write match: false", maxNameSought, count)
			continue
		}
		if at, dup := first[n.value]; dup {
			l.fault(n.at, "the name %q is already given at %s: take one of the two out", n.value, at)
			continue
		}
		first[n.value] = n.at
		kept = append(kept, n)
	}
	e.names = kept
}

// readParticulars reads the keys that only entities of some kinds have.
func (e *entity) readParticulars(r *record) {
	e.readTime(r)
	if c := r.child("location"); c != nil {
		e.Location = readLocation(c)
		if e.Kind != 0 && e.Kind != annotations.Place {
			r.l.fault(c.at(), "only a place has a location, and %s is of kind %s", e.ID, e.Kind)
		}
	}
	if c := r.child("quantity"); c != nil {
		e.Quantity, e.sources = readQuantity(c)
		if e.Kind != 0 && e.Kind != annotations.Number {
			r.l.fault(c.at(), "only a number has a quantity, and %s is of kind %s", e.ID, e.Kind)
		}
	} else if e.Kind == annotations.Number && !r.has("quantity") {
		r.l.fault(e.id.at, "the number %s has no quantity: add one with its value", e.ID)
	}
}

// readTime reads when an event or a date is, or that a date is only a length.
func (e *entity) readTime(r *record) {
	e.When = r.date("when")
	if r.has("when") && e.Kind != 0 && e.Kind != annotations.Event && e.Kind != annotations.Time {
		r.l.fault(r.get("when").at, "only an event or a date has a when, and %s is of kind %s", e.ID, e.Kind)
	}
	e.Length = r.flag("length", false)
	if e.Length && e.Kind != 0 && e.Kind != annotations.Time {
		r.l.fault(r.get("length").at, "only a date has a length, and %s is of kind %s", e.ID, e.Kind)
	}
}

func readLocation(r *record) *annotations.Location {
	defer r.done()
	coordinate := func(key string, most float64) float64 {
		v, at, ok := r.number(key)
		switch {
		case !ok && !r.has(key):
			r.l.fault(at, "%s is missing: add it in decimal degrees", key)
		case v < -most || v > most:
			r.l.fault(at, "%s is %v and lies between -%v and %v degrees", key, v, most, most)
		}
		return v
	}
	return &annotations.Location{Lat: coordinate("lat", 90), Lon: coordinate("lon", 180)}
}

func readQuantity(r *record) (*annotations.Quantity, []text) {
	defer r.done()
	v, at, ok := r.number("value")
	if !ok && !r.has("value") {
		r.l.fault(at, "value is missing: add the number as it is printed")
	}
	others, sources := r.prose(r.text("others")), r.texts("sources")
	if (others.value == "") != (len(sources) == 0) {
		r.l.fault(r.at(), "a quantity has others and sources together: say how others report the number and where they do, or neither")
	}
	return &annotations.Quantity{
		Value: v, Unit: r.text("unit").value, Counted: r.prose(r.text("counted")).value, Hedge: r.text("hedge").value,
		GivenBy: r.prose(r.text("given-by")).value, AsOf: r.date("as-of"),
		Computed: r.text("computed").value, Others: others.value,
	}, sources
}

// lineNeeded is text of at most so many characters that must be there.
func (r *record) lineNeeded(key string, most int) text {
	r.need(key)
	return r.line(key, most)
}

// line is text of at most so many characters.
func (r *record) line(key string, most int) text {
	t := r.text(key)
	if n := utf8.RuneCountInString(t.value); n > most {
		r.l.fault(t.at, "%s has %d characters and may have %d: shorten it", key, n, most)
	}
	return t
}
