package export

import (
	"io"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/export/margin"
)

// The types below are the document that [JSON] writes. Empty values are left out;
// dates are in EDTF.

const (
	documentFormat  = "sidelight-edition"
	ownFormat       = "sidelight-notes"
	documentVersion = 1
)

type document struct {
	Format     string     `json:"format"`  // "sidelight-edition"
	Version    int        `json:"version"` // 1
	Title      string     `json:"title"`
	Standfirst string     `json:"standfirst,omitempty"`
	Language   string     `json:"language,omitempty"` // BCP 47
	Notice     string     `json:"notice,omitempty"`   // what the file lacks, such as a byline
	Marked     bool       `json:"marked,omitempty"`   // the program has looked for marks
	Published  string     `json:"published,omitempty"`
	Checked    string     `json:"checked,omitempty"`     // when the facts were last checked
	FactsAsOf  string     `json:"facts-as-of,omitempty"` // the newest fact that could be confirmed
	Article    article    `json:"article"`
	Entities   []entity   `json:"entities"`
	Mentions   []mention  `json:"mentions"` // by position, outer before inner
	Facts      []fact     `json:"facts"`
	Relations  []relation `json:"relations"`
	Passages   []passage  `json:"passages"` // the stretches of the article by voice
	Notes      []note     `json:"notes"`    // the editor's
	About      []section  `json:"about"`    // what the edition says of itself
	Sources    []source   `json:"sources"`
	Margin     []ownJSON  `json:"margin,omitzero"` // the reader's notes, where they are wanted
}

// ownDocument is the reader's notes alone.
type ownDocument struct {
	Format  string    `json:"format"`  // "sidelight-notes"
	Version int       `json:"version"` // 1
	Title   string    `json:"title"`
	Author  string    `json:"author,omitempty"`
	Source  string    `json:"source"` // the address of the article, else the name of its file
	SHA256  string    `json:"sha256"` // of the article's text in UTF-8, in hexadecimal
	Updated string    `json:"updated,omitempty"`
	Notes   []ownJSON `json:"notes"`
}

// ownJSON is a note of the reader. Start and end are left out where it has no place, and
// the paragraph where its place is not certain.
type ownJSON struct {
	ID        string   `json:"id"`
	Quote     string   `json:"quote"` // the words there, else those that were noted
	Start     *int     `json:"start,omitempty"`
	End       *int     `json:"end,omitempty"`
	Status    string   `json:"status"` // kept moved approximate unanchored
	Paragraph int      `json:"paragraph,omitempty"`
	Style     string   `json:"style"` // marker half-band wave brackets side-line
	Called    string   `json:"style-name,omitempty"`
	Note      string   `json:"note"`
	Tags      []string `json:"tags"`
	About     []string `json:"about,omitempty"` // ids of entities
	Made      string   `json:"made"`
	Changed   string   `json:"changed"`
}

type article struct {
	File       string      `json:"file"`
	SHA256     string      `json:"sha256"` // of Text in UTF-8, in hexadecimal
	Text       string      `json:"text"`   // the whole of it, unaltered
	Paragraphs []paragraph `json:"paragraphs"`
}

type paragraph struct {
	anchor.TextPositionSelector
	Sentences []anchor.TextPositionSelector `json:"sentences"`
}

// words is a place in the article, in code points, and the words there.
type words struct {
	anchor.TextPositionSelector
	Exact string `json:"exact"`
}

type entity struct {
	ID        string     `json:"id"`
	Kind      string     `json:"kind"` // person organisation place event date number quotation term
	Name      string     `json:"name"`
	Short     string     `json:"short,omitempty"`   // the name where there is little room
	Printed   string     `json:"printed,omitempty"` // as the article prints it, where that differs
	Aliases   []string   `json:"aliases,omitempty"`
	Identity  string     `json:"identity,omitempty"`
	Called    []words    `json:"called,omitempty"` // what the article calls it, where the program found that
	Summary   string     `json:"summary,omitempty"`
	When      string     `json:"when,omitempty"`      // of events and dates
	Length    bool       `json:"length,omitempty"`    // of a date: how long or how often, not when
	Location  *location  `json:"location,omitempty"`  // of places
	Quantity  *quantity  `json:"quantity,omitempty"`  // of numbers
	Quotation *quotation `json:"quotation,omitempty"` // of quotations
}

type location struct {
	Lat float64 `json:"lat"` // decimal degrees, WGS 84
	Lon float64 `json:"lon"`
}

type quantity struct {
	Value   float64 `json:"value"`
	Unit    string  `json:"unit,omitempty"`
	Counted string  `json:"counted,omitempty"`
	Hedge   string  `json:"hedge,omitempty"`
	GivenBy string  `json:"given-by,omitempty"`
	AsOf    string  `json:"as-of,omitempty"`

	Computed string   `json:"computed,omitempty"` // of which numbers it is the sum, where the article does not print it
	Others   string   `json:"others,omitempty"`   // how others report it
	Sources  []string `json:"sources,omitempty"`
}

type quotation struct {
	Speaker    string   `json:"speaker,omitempty"` // the id of an entity
	Said       string   `json:"said,omitempty"`    // the speaker in words, where there is no such entity
	Setting    string   `json:"setting,omitempty"`
	Date       string   `json:"date,omitempty"`
	OnRecord   bool     `json:"on-record"`
	Published  string   `json:"published,omitempty"`
	Difference string   `json:"difference,omitempty"`
	Sources    []string `json:"sources,omitempty"`
}

type mention struct {
	words
	Entity string `json:"entity"`
	Form   string `json:"form"` // name alias description pronoun
	found
}

// found says of a mention that the program made it, or the reader corrected it. It is
// left out of those of the editor.
type found struct {
	Origin string  `json:"origin,omitempty"` // found corrected
	Score  float32 `json:"score,omitempty"`  // how sure the program is, 0 to 1
	By     string  `json:"by,omitempty"`     // the stage: names dates numbers quotations links events
	Ground *words  `json:"ground,omitempty"` // the words beside it that decided
}

type fact struct {
	ID         string   `json:"id"`
	About      []string `json:"about"`
	State      string   `json:"state"` // in-article background since
	Text       string   `json:"text"`
	Voice      string   `json:"voice,omitempty"` // of the passage in which the first evidence lies
	Evidence   []words  `json:"evidence,omitempty"`
	AsOf       string   `json:"as-of,omitempty"`
	Date       string   `json:"date,omitempty"`
	Sources    []string `json:"sources,omitempty"`
	Statement  bool     `json:"statement,omitempty"` // it reports what a source says for itself
	Unverified bool     `json:"unverified,omitempty"`
	Moment     string   `json:"moment,omitempty"` // in-article: at-writing expected proposed, where it stands in the timeline by itself
	Order      []string `json:"order,omitempty"`  // in-article: ids of events that the article says came in this order
}

type relation struct {
	ID       string   `json:"id"`
	From     string   `json:"from"`
	Label    string   `json:"label"`
	To       string   `json:"to"`
	Inverse  string   `json:"inverse,omitempty"`
	Evidence []words  `json:"evidence,omitempty"`
	Sources  []string `json:"sources,omitempty"`
	Origin   string   `json:"origin,omitempty"` // found corrected; left out of the editor's
}

type passage struct {
	words
	Voice     string `json:"voice"` // on-record official unnamed own-account inference
	Speaker   string `json:"speaker,omitempty"`
	Name      string `json:"name,omitempty"`
	Anonymity string `json:"anonymity,omitempty"` // of voice unnamed: asked unsaid
	Origin    string `json:"origin,omitempty"`    // found corrected; left out of the editor's
	Cue       *words `json:"cue,omitempty"`       // of one that was found: the words that told its voice
}

type note struct {
	words
	ID      string   `json:"id"`
	Title   string   `json:"title,omitempty"`
	Text    string   `json:"text"`
	About   []string `json:"about,omitempty"` // the entities on whose cards it stands too
	Sources []string `json:"sources,omitempty"`
	Since   []later  `json:"since,omitempty"` // what came later
}

type later struct {
	Text    string   `json:"text"`
	Date    string   `json:"date"`
	Sources []string `json:"sources"`
}

type section struct {
	ID         string   `json:"id"`
	Heading    string   `json:"heading"`
	Paragraphs []string `json:"paragraphs"`
	Sources    []string `json:"sources,omitempty"`
}

type source struct {
	ID        string `json:"id"`
	Type      string `json:"type,omitempty"` // a CSL type
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Issued    string `json:"issued,omitempty"`
	IssuedRaw string `json:"issued-in-words,omitempty"`
	URL       string `json:"url,omitempty"`
	Grade     string `json:"grade,omitempty"` // A B C
	Party     bool   `json:"party,omitempty"` // to the matter
}

// JSON writes parts of a document as one JSON object. With its marks it is everything that
// the edition holds:
//
//	format     "sidelight-edition", version 1
//	title, standfirst, language, notice, marked, published, checked, facts-as-of
//	article    file, sha256, text and the paragraphs with their sentences
//	entities, mentions, facts, relations, passages, notes, about, sources
//
// The names are those of the edition format (annotations/edition/FORMAT.md). A
// place in the article has "start" and "end", in code points, and "exact", the
// words there. What the program found says so by "origin", with "score", "by" and
// "ground". The reader's notes are its list "margin". Notes alone are an object of
// their own:
//
//	format     "sidelight-notes", version 1
//	title, author, source, sha256 (of the article's text), updated
//	notes      by place, then those without one
func JSON(w io.Writer, e *annotations.Edition, parts Parts) error {
	if !parts.Marks {
		return write(w, newOwnDocument(e, parts.Margin))
	}
	x := exporter{e, anchor.NewCodePoints(e.Article().Text)}
	d := x.document()
	if parts.Margin != nil {
		d.Margin = ownList(parts.Margin)
	}
	return write(w, d)
}

func newOwnDocument(e *annotations.Edition, s *margin.Sheet) ownDocument {
	d := ownDocument{
		Format: ownFormat, Version: documentVersion, Title: s.Title, Author: s.Author, Source: s.Source,
		SHA256: checksum(e.Article()), Notes: ownList(s),
	}
	if !s.Updated.IsZero() {
		d.Updated = s.Updated.Format(time.RFC3339Nano)
	}
	return d
}

func ownList(s *margin.Sheet) []ownJSON {
	return each(s.Entries, func(e margin.Entry) ownJSON {
		out := ownJSON{
			ID: e.ID, Quote: e.Quote, Status: e.Status.String(), Paragraph: e.Paragraph,
			Style: e.Placed.Style.String(), Called: e.Style, Note: e.Note, Tags: append([]string{}, e.Tags...),
			About: names(e.Placed.About), Made: e.Made.Format(time.RFC3339Nano), Changed: e.Changed.Format(time.RFC3339Nano),
		}
		if out.Called == out.Style {
			out.Called = ""
		}
		if e.Status != anchor.Unanchored {
			out.Start, out.End = &e.Position.Start, &e.Position.End
		}
		return out
	})
}
