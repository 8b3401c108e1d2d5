package edition

import "sidelight/annotations"

// note is an entry of notes.yaml.
type note struct {
	annotations.Remark
	id      text
	title   text
	text    text
	about   []text
	sources []text
	since   []*later
	quote   quote
}

func readNote(r *record) *note {
	n := &note{id: r.id()}
	n.ID = n.id.value
	n.title = r.prose(r.lineNeeded("title", maxNoteTitle))
	n.quote = r.quote()
	n.text = r.prose(r.need("text"))
	n.Title, n.Text = n.title.value, n.text.value
	n.about = r.texts("about")
	n.sources = r.texts("sources")
	for _, x := range r.list("since") {
		c := r.l.record(x, "an entry of since")
		n.since = append(n.since, readLater(c))
		c.done()
	}
	return n
}

// later is an entry of the list since of a note.
type later struct {
	annotations.Later
	text, date text
	sources    []text
}

func readLater(r *record) *later {
	x := &later{text: r.prose(r.need("text")), date: r.need("date"), sources: r.texts("sources")}
	x.Text, x.Date = x.text.value, r.date("date")
	if len(x.sources) == 0 {
		r.l.fault(r.at(), "what came later has no sources: name at least one")
	}
	return x
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

// anchorNotes finds the stretches of the article to which notes are attached, and
// checks that what they tell of as later did not happen before the article.
func (b *book) anchorNotes() {
	published := b.m.head.Published
	for _, n := range b.notes {
		n.Span, _ = b.find(n.quote)
		for _, x := range n.since {
			if x.Date.Before(published) {
				b.l.fault(x.date.at, "the note %s tells of this as later, but %s lies before the article (%s): correct the date or take it into the note's text", n.ID, x.Date, published)
			}
			n.Since = append(n.Since, x.Later)
		}
	}
}
