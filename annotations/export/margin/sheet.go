// Package margin writes the notes of a reader for other programs: Markdown by a template
// ([Sheet.Markdown]), CSV ([Sheet.CSV]), the columns of Readwise ([Sheet.Readwise]) and a
// file that Anki takes in ([Sheet.Anki]). The same notes always give the same bytes, in
// the order of the text. [Read] reads notes that this program or another has written.
package margin

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/notes"
)

// Sheet is the notes of an article, as they are written out. Its exported fields and
// those of its entries are what a template for Markdown may use.
type Sheet struct {
	Title   string
	Author  string    // as the file says it; may be empty
	Source  string    // the address of the article, else the name of its file
	Tags    []string  // of all entries, the most used first
	Updated time.Time // when the newest of the entries was changed, in UTC; zero without entries
	Entries []Entry   // those that stand in the text by place, then the others by the time they were made
	Lost    string    // the heading over entries that do not stand in the text

	url   string // of the article; empty where it has none
	lines bool   // what ends a line in the text of the article ends it on paper too
}

// Entry is a note, as it is written out.
type Entry struct {
	ID        string
	Anchor    string        // ID with a hyphen for each character that no link to a block may hold
	Quote     string        // the words in the text or, for an entry that does not stand there, the words that were noted
	Note      string        // what the reader wrote; may be empty
	Tags      []string      // without "#"
	About     []string      // names of entities, beside those linked in Note
	Style     string        // as the reader calls it
	Status    anchor.Status // how surely the place is known
	Place     string        // that in words; empty where the note is where it was made
	Stands    bool          // the note has a place in the text
	Paragraph int           // the number beside the paragraph, from 1; 0 where the note does not stand
	Made      time.Time     // in UTC
	Changed   time.Time     // in UTC

	// Placed is the note itself, and where it stands.
	Placed *notes.Placed
	// Position is the place in code points of the text, zero for an unanchored note.
	Position anchor.TextPositionSelector
}

// Options say which notes are written, and how styles are called.
type Options struct {
	Styles []notes.Style              // only notes of these styles; nil for all
	Tags   []string                   // only notes with at least one of these tags; nil for all
	Called func(notes.Style) string   // the reader's name of a style; nil for the name in files
	Place  func(anchor.Status) string // how surely a place is known, in words; nil for those in files
	Lost   string                     // the heading over notes that do not stand in the text; empty for an English one
}

// New lays out the notes of an edition's article that the options want.
func New(e *annotations.Edition, set *notes.Set, o Options) *Sheet {
	a := e.Article()
	s := &Sheet{
		Title: e.Title(), Author: a.Meta.Byline.Text, Source: a.File.Name, Lost: o.Lost, lines: a.Structured(),
	}
	if s.Title == "" {
		s.Title = a.File.Name
	}
	if s.Lost == "" {
		s.Lost = "Not found in this text"
	}
	if address, err := annotations.ParseAddress(a.Meta.URL.Text); err == nil {
		s.url = address.String()
		s.Source = s.url
	}
	points := anchor.NewCodePoints(a.Text)
	all := set.All()
	var kept []notes.Placed
	for i := range all {
		if !o.want(&all[i]) {
			continue
		}
		kept = append(kept, all[i])
		s.Entries = append(s.Entries, entry(e, points, &all[i], &o))
		if changed := all[i].Changed.UTC(); changed.After(s.Updated) {
			s.Updated = changed
		}
	}
	for _, t := range notes.NewSet(kept).Tags() {
		s.Tags = append(s.Tags, t.Tag)
	}
	return s
}

func (o *Options) want(p *notes.Placed) bool {
	if o.Styles != nil && !slices.Contains(o.Styles, p.Style) {
		return false
	}
	return o.Tags == nil || slices.ContainsFunc(p.AllTags(), func(tag string) bool {
		return slices.ContainsFunc(o.Tags, func(wanted string) bool { return notes.SameTag(tag, wanted) })
	})
}

func entry(e *annotations.Edition, points *anchor.CodePoints, p *notes.Placed, o *Options) Entry {
	out := Entry{
		ID: string(p.ID), Anchor: anchorOf(string(p.ID)), Quote: p.Target.Quote.Exact, Note: p.Text, Tags: p.AllTags(),
		Style: p.Style.String(), Status: p.Status, Stands: p.Stands(), Made: p.Made.UTC(), Changed: p.Changed.UTC(), Placed: p,
	}
	if o.Called != nil {
		out.Style = o.Called(p.Style)
	}
	if p.Status != anchor.Kept {
		if out.Place = p.Status.String(); o.Place != nil {
			out.Place = o.Place(p.Status)
		}
	}
	for _, id := range p.About {
		if n, ok := e.Entity(id); ok {
			out.About = append(out.About, n.Name)
		}
	}
	if p.Status != anchor.Unanchored {
		out.Position = points.Position(p.Span)
	}
	if out.Stands {
		out.Quote = e.Article().Slice(p.Span)
		out.Paragraph = e.Article().SignAt(p.Span.Start)
	}
	return out
}

// anchorOf returns an id as a link to a block can name it: letters of ASCII, digits and
// hyphens.
func anchorOf(id string) string {
	return strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return '-'
	}, id)
}

// longestName is the most bytes of a file's name without its ending.
const longestName = 80

// FileName returns the name of a file for the notes of an article with a title: small
// letters and digits with hyphens between the words, "-notes", and an ending such as
// ".md". The same title always gives the same name.
func FileName(title, ending string) string {
	var b strings.Builder
	word := 0 // where the last word begins
	gap := false
	for _, r := range strings.ToLower(title) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			gap = gap || b.Len() > 0 && r != '\'' && r != '’'
			continue
		}
		if gap {
			word = b.Len()
			b.WriteByte('-')
		}
		gap = false
		if b.WriteRune(r); b.Len() > longestName {
			break
		}
	}
	name := b.String()
	if len(name) > longestName && word > 0 {
		name = name[:word]
	}
	if name == "" {
		return "notes" + ending
	}
	return name + "-notes" + ending
}
