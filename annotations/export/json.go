package export

import (
	"io"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
)

// The types below are the document that [JSON] writes. Empty values are left out;
// dates are in EDTF.

const (
	documentFormat  = "sidelight-edition"
	documentVersion = 1
)

type document struct {
	Format     string     `json:"format"`  // "sidelight-edition"
	Version    int        `json:"version"` // 1
	Title      string     `json:"title"`
	Standfirst string     `json:"standfirst,omitempty"`
	Language   string     `json:"language,omitempty"` // BCP 47
	Notice     string     `json:"notice,omitempty"`   // what the file lacks, such as a byline
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
	Summary   string     `json:"summary,omitempty"`
	When      string     `json:"when,omitempty"`      // of events and dates
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
}

type relation struct {
	ID       string   `json:"id"`
	From     string   `json:"from"`
	Label    string   `json:"label"`
	To       string   `json:"to"`
	Inverse  string   `json:"inverse,omitempty"`
	Evidence []words  `json:"evidence,omitempty"`
	Sources  []string `json:"sources,omitempty"`
}

type passage struct {
	words
	Voice     string `json:"voice"` // on-record official unnamed own-account inference
	Speaker   string `json:"speaker,omitempty"`
	Name      string `json:"name,omitempty"`
	Anonymity string `json:"anonymity,omitempty"` // of voice unnamed: asked unsaid
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

// JSON writes everything that the edition holds as one JSON object:
//
//	format     "sidelight-edition", version 1
//	title, standfirst, language, notice, published, checked, facts-as-of
//	article    file, sha256, text and the paragraphs with their sentences
//	entities, mentions, facts, relations, passages, notes, about, sources
//
// The names are those of the edition format (annotations/edition/FORMAT.md). A
// place in the article has "start" and "end", in code points, and "exact", the
// words there.
func JSON(w io.Writer, e *annotations.Edition) error {
	x := exporter{e, anchor.NewCodePoints(e.Article().Text)}
	return write(w, x.document())
}
