package edition

import "sidelight/annotations"

// note is an entry of notes.yaml.
type note struct {
	annotations.Note
	id      text
	about   []text
	sources []text
	quote   quote
}

func readNote(r *record) *note {
	n := &note{id: r.id()}
	n.ID = n.id.value
	n.Title = r.prose(r.lineNeeded("title", maxNoteTitle)).value
	n.quote = r.quote()
	n.Text = r.prose(r.need("text")).value
	n.about = r.texts("about")
	n.sources = r.texts("sources")
	return n
}

// section is an entry of about.yaml.
type section struct {
	annotations.Section
	id      text
	sources []text
}

func readSection(r *record) *section {
	s := &section{id: r.id()}
	s.ID = s.id.value
	s.Heading = r.prose(r.need("heading")).value
	for _, p := range r.texts("paragraphs") {
		s.Paragraphs = append(s.Paragraphs, r.prose(p).value)
	}
	if len(s.Paragraphs) == 0 {
		r.l.fault(s.id.at, "the section %s has no paragraphs: write at least one", s.ID)
	}
	s.sources = r.texts("sources")
	return s
}

// anchorNotes finds the stretches of the article to which notes are attached.
func (b *book) anchorNotes() {
	for _, n := range b.notes {
		n.Span, _ = b.find(n.quote)
	}
}
