package reading

import (
	"strings"
	"sync"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/annotations/search"
	"sidelight/ui/locale"
	"sidelight/ui/session"
)

// renewNotes has the search find the notes of a snapshot.
func (r *searching) renewNotes(now session.Snapshot) {
	make := sync.OnceValue(func() *search.Segment { return search.NewSegment(noteRecords(now.Edition.Article(), now.Notes)...) })
	r.notes.Store(&make)
}

// isOwn reports whether a result is a note of the reader.
func (r *searching) isOwn(x search.Result) bool {
	_, ok := r.session.Snapshot().Notes.Get(notes.ID(x.ID))
	return ok && x.Type == search.Note
}

// longestTitle is the most bytes of a note, or of the words it is on, in a row of results.
const longestTitle = 200

// noteRecords returns what is to be found of notes: a note by its own words, one without
// them by those of the article.
func noteRecords(a *annotations.Article, all *notes.Set) []search.Record {
	out := make([]search.Record, 0, all.Len())
	for _, p := range all.All() {
		words := p.Target.Quote.Exact
		if p.Stands() {
			words = a.Slice(p.Span)
		}
		x := search.Record{Type: search.Note, ID: string(p.ID), Text: words, Tags: p.AllTags()}
		title, sort := p.Text, locale.X("finder.own-note", "Your note")
		if title == "" {
			title, sort = words, locale.X("finder.highlight", "Highlight")
		} else {
			x.Text = p.Text + "\n" + words
		}
		x.Title = oneRow(title)
		x.Detail = sort
		if p.Stands() {
			x.Span = p.Span
			x.Detail += " · " + locale.X("finder.paragraph", "paragraph {{.N}}", map[string]any{"N": a.ParagraphAt(p.Span.Start) + 1})
		}
		out = append(out, x)
	}
	return out
}

// oneRow returns the beginning of a text on one line.
func oneRow(s string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(s) {
		if b.Len()+len(word) > longestTitle {
			b.WriteString("…")
			break
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(word)
	}
	return b.String()
}
