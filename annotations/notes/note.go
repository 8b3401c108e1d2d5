package notes

import (
	"slices"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
)

// ID identifies a note in all copies of the reader's data. It is minted once and
// sorts by the time at which it was.
type ID string

// Note is a highlight of the reader, with or without words of the reader's own. It is
// a value: whoever changes one changes a copy.
type Note struct {
	ID      ID
	Target  Target
	Style   Style
	Text    string                 // plain text, which may hold #tags and [[names]]; empty for a highlight alone
	Tags    []string               // beside those in Text, without "#", in the reader's order
	About   []annotations.EntityID // entities that the note is about, beside the names in Text
	Made    time.Time              // when the note was first kept, in UTC
	Changed time.Time              // when it was changed last, in UTC

	extra extra // kept for the version or the program that knows it
}

// Target says where a note stands.
type Target struct {
	// Text is the SHA-256, in hexadecimal digits, of the reading text in which the
	// position counts; empty for a note from another program, which has none.
	Text     string
	Position anchor.TextPositionSelector // in code points of that text
	Quote    anchor.TextQuoteSelector    // the words, with up to 32 code points on either side
	// File is a selector in the terms of the file's own format, as one JSON object of the
	// Web Annotation model; empty where the file has no other structure than its text.
	File string
	// Aside says that the reader has looked for the words and set the note aside: no
	// place is offered for it until the reader gives it one.
	Aside bool
}

// HasWords reports whether the note is more than a highlight: it has text or tags.
func (n *Note) HasWords() bool { return n.Text != "" || len(n.Tags) > 0 }

// AllTags returns the tags of the note, those given beside its text first, each once
// whatever its capitals.
func (n *Note) AllTags() []string {
	var out []string
	for _, tag := range slices.Concat(n.Tags, TagsIn(n.Text)) {
		if !slices.ContainsFunc(out, func(have string) bool { return SameTag(have, tag) }) {
			out = append(out, tag)
		}
	}
	return out
}

// Equal reports whether two notes say the same of the same place, whenever they were
// made and changed.
func (n *Note) Equal(o *Note) bool {
	return n.ID == o.ID && n.Target == o.Target && n.Style == o.Style && n.Text == o.Text &&
		slices.Equal(n.Tags, o.Tags) && slices.Equal(n.About, o.About) && n.extra == o.extra
}
