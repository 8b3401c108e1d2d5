package links

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// sure of an institution is how sure it is that the words name one body or group.
const institution = .75

// Institutions adds to the cast the bodies and groups that an article names by their
// land or their head: "the U.S. administration", "Egyptian and Qatari mediators",
// "Benjamin Netanyahu's office". Each is an organisation; its mentions have the form of
// a description, and the name inside keeps its own. It ends with the context's error
// soon after the context ends.
func Institutions(ctx context.Context, d *found.Doc, c *found.Cast) error {
	s := institutions{d: d, c: c, known: make(map[string]int), lists: lists()}
	names := c.Mentions
	for i := range names {
		if i%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		s.read(names, i)
	}
	if len(s.more) > 0 {
		c.Mentions = append(slices.Clip(c.Mentions), s.more...)
		slices.SortStableFunc(c.Mentions, func(a, b found.Mention) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
		})
	}
	return nil
}

type institutions struct {
	d     *found.Doc
	c     *found.Cast
	known map[string]int // by the words in small letters: an entity of the cast
	more  []found.Mention
	lists *lexicon
}

// read adds the institution that stands behind the mention i, if one does.
func (s *institutions) read(names []found.Mention, i int) {
	m := &names[i]
	x := &s.c.Entities[m.Entity]
	at, owned := m.Last, false
	if !m.Form.Names() {
		return
	}
	if s.region(names, i); at >= len(s.d.Tokens) {
		return
	}
	if w := s.d.Word(at); w == "'s" || w == "’s" {
		at, owned = at+1, true
	}
	if at >= len(s.d.Tokens) || s.d.SentenceOf(m.First) != s.d.SentenceOf(at) || !heads(s.d.Word(at), x.Kind, owned) {
		return
	}
	if i+1 < len(names) && names[i+1].Start < int(s.d.Tokens[at].End) {
		return // the head is a part of a name
	}
	first := m.First
	if i > 0 && !owned && s.joined(&names[i-1], m) {
		first = names[i-1].First
	}
	s.add(first, at+1, m)
}

// region adds the part of a land or place that is named by its direction: "southern
// Israel".
func (s *institutions) region(names []found.Mention, i int) {
	m := &names[i]
	k := m.First - 1
	if s.c.Entities[m.Entity].Kind != annotations.Place || k < 0 || s.d.SentenceOf(k) != s.d.SentenceOf(m.First) || !direction(s.d.Word(k)) ||
		i > 0 && names[i-1].Last > k || s.lists.demonym(s.d.Text[m.Start:m.End]) {
		return
	}
	before := len(s.more)
	if s.add(k, m.Last, m); len(s.more) > before {
		s.c.Entities[s.more[before].Entity].Kind = annotations.Place
	}
}

// direction reports whether a word in small letters before the name of a place makes it
// the name of a part of it.
func direction(w string) bool {
	switch w {
	case "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern", "southwestern":
		return true
	}
	return false
}

// joined reports whether two names of lands stand together: "Egyptian and Qatari".
func (s *institutions) joined(a, b *found.Mention) bool {
	return a.Last+1 == b.First && a.Form.Names() && s.c.Entities[a.Entity].Kind == annotations.Place &&
		(s.d.Word(a.Last) == "and" || s.d.Word(a.Last) == "-" || s.d.Word(a.Last) == "–")
}

func (s *institutions) add(first, last int, m *found.Mention) {
	span := s.d.Span(first, last)
	words := s.d.Text[span.Start:span.End]
	key := strings.ToLower(words)
	e, ok := s.known[key]
	if !ok {
		e = len(s.c.Entities)
		s.known[key] = e
		s.c.Entities = append(s.c.Entities, found.Entity{Kind: annotations.Organisation, Name: words})
	}
	s.more = append(s.more, found.Mention{
		Span: span, First: first, Last: last, Entity: e, Form: annotations.Description,
		Score: min(institution, max(m.Score, annotations.Sure)), Ground: s.d.Span(last-1, last),
	})
}

// heads reports whether a word behind a name makes it the name of a body or a group:
// of a land with or without "'s", of a person or an organisation only with it.
func heads(word string, kind annotations.Kind, owned bool) bool {
	switch word {
	case "office":
		return owned
	case "administration", "government":
		return kind == annotations.Place || kind == annotations.Person
	case "army", "military", "parliament", "navy", "embassy", "officials", "authorities", "mediators",
		"negotiators", "diplomats", "police", "prosecutors", "lawmakers", "forces", "intelligence":
		return kind == annotations.Place
	}
	return false
}
