package annotations

import (
	"fmt"
	"strconv"
)

// EntityID names an entity within its edition, for example "adam-boehler".
type EntityID string

// FactID names a fact within its edition.
type FactID string

// SourceID names a source within its edition.
type SourceID string

// Entity is a thing that the article mentions or that is spoken of beside it: an
// entity without a mention has a card that search and relations lead to.
type Entity struct {
	ID       EntityID
	Kind     Kind
	Name     string   // as usually written
	Short    string   // the name where there is little room, at most 22 characters; empty if Name will do
	Printed  string   // as the article prints it, where that differs from Name
	Aliases  []string // other names under which it is known
	Identity string   // one line, true at the article's date
	Called   []Span   `json:",omitzero"` // what the article calls it, word for word, where the program found that
	Summary  string   // at most two sentences

	When     Date      // for events and dates; zero elsewhere
	Length   bool      `json:",omitzero"` // of a date that the program found: how long or how often, not when
	Location *Location // for places that can be put on a map
	Quantity *Quantity // for numbers
	Words    *Quotation
}

// Location is a point on the globe in decimal degrees (WGS 84).
type Location struct {
	Lat, Lon float64
}

// Quantity is what a number in the article says.
type Quantity struct {
	Value   float64 // the number as printed
	Unit    string  // what one of them is: "people", "hostages", "years"
	Counted string  // what is counted, in a few words
	Hedge   string  // "approximately", "at least"; empty if stated flatly
	GivenBy string  // who gives the number
	AsOf    Date    // the date for which it holds
	// Computed says of which numbers of the article it is the sum, for example
	// "24 + 35"; empty for a number that the article prints.
	Computed string
	Others   string     // how others report it, in a sentence or two; may be empty
	Sources  []SourceID // of Others
}

// Quotation is what the article puts between quotation marks, and the published
// wording of the same words.
type Quotation struct {
	Speaker    EntityID // empty if the speaker is not an entity
	Said       string   // the speaker's name in words, where Speaker is empty
	Setting    string   // where the words were said
	Date       Date
	OnRecord   bool
	Published  string // the wording in the sources
	Difference string // a neutral line on how the two differ
	Sources    []SourceID
}

// MentionID names a mention within its edition and stays the same in every later
// revision of it, for example "adam-boehler@120-133".
type MentionID string

// Origin says who made a mention.
type Origin uint8

// The origins of a mention.
const (
	Edited    Origin = iota // the editor of the edition
	Found                   // the program, not checked by a person
	Corrected               // the reader, who corrected what the program had found
)

var originNames = [...]string{Edited: "edited", Found: "found", Corrected: "corrected"}

// String is the name of the origin in the edition's files, for example "found".
func (o Origin) String() string {
	if int(o) < len(originNames) {
		return originNames[o]
	}
	return fmt.Sprintf("origin(%d)", o)
}

// ParseOrigin is the inverse of [Origin.String].
func ParseOrigin(s string) (Origin, bool) { return parseName[Origin](originNames[:], s) }

// Sure is the score from which on the program is sure of what it found. A mention
// below it is drawn fainter and passed over by the keyboard.
const Sure = 0.7

// Stage says which part of the program found a mention.
type Stage uint8

// The stages of the annotator.
const (
	ByNames Stage = iota + 1
	ByDates
	ByNumbers
	ByQuotations
	ByLinks // another form of a name, or a pronoun
	ByEvents
)

var stageNames = [...]string{
	ByNames: "names", ByDates: "dates", ByNumbers: "numbers", ByQuotations: "quotations", ByLinks: "links", ByEvents: "events",
}

// String is the name of the stage in the edition's files, for example "names".
func (s Stage) String() string { return nameOf(stageNames[:], int(s), "stage") }

// Stages returns the stages in the order in which they work.
func Stages() []Stage { return []Stage{ByNames, ByDates, ByNumbers, ByQuotations, ByLinks, ByEvents} }

// ParseStage is the inverse of [Stage.String].
func ParseStage(s string) (Stage, bool) { return parseName[Stage](stageNames[:], s) }

// Mention is one place in the article that refers to an entity.
// Mentions may nest but never cross. A book has a hundred thousand.
type Mention struct {
	Given *MentionID `json:",omitzero"` // its id; nil if that is made of its entity and its span
	Span
	Entity EntityID
	Form   Form
	Origin Origin
	By     Stage   `json:",omitzero"` // of a mention that was found: by which stage; 0 if that is not known
	Score  float32 // of a mention that was found: how sure the program is, 0 to 1
	Ground Span    `json:",omitzero"` // of a mention that was found: the words beside it that decided; may be zero
}

// ID is the id that was given to the mention. Of one without it is made of entity and
// span, which no two mentions of an edition share. A mention of no entity is none, and
// its id empty.
func (m *Mention) ID() MentionID {
	switch {
	case m.Given != nil:
		return *m.Given
	case m.Entity == "":
		return ""
	}
	id := make([]byte, 0, len(m.Entity)+16)
	id = append(append(id, m.Entity...), '@')
	id = append(strconv.AppendInt(id, int64(m.Start), 10), '-')
	return MentionID(strconv.AppendInt(id, int64(m.End), 10))
}

// Is reports whether a mention has an id. To find out that it has not takes no memory.
func (m *Mention) Is(id MentionID) bool {
	if m.Given != nil {
		return *m.Given == id
	}
	n := len(m.Entity) // most ids begin otherwise
	return len(id) > n && id[n] == '@' && EntityID(id[:n]) == m.Entity && m.ID() == id
}

// sameID reports whether two mentions have one id.
func (m *Mention) sameID(o *Mention) bool {
	if m.Given == nil && o.Given == nil {
		return m.Span == o.Span && m.Entity == o.Entity
	}
	return m.ID() == o.ID()
}

// same reports whether two mentions say the same.
func (m *Mention) same(o *Mention) bool {
	a, b := *m, *o
	a.Given, b.Given = nil, nil
	return a == b && m.sameID(o)
}

// Unsure reports whether the program found the mention and is not sure of it.
func (m *Mention) Unsure() bool { return m.Origin == Found && m.Score < Sure }

// Fact is one statement about one or more entities.
type Fact struct {
	ID         FactID
	About      []EntityID // the entities on whose cards it stands, most important first
	State      State
	Text       string
	Evidence   []Span // InArticle: the words that say it, at least one
	AsOf       Date   // Background: the date for which it holds
	Date       Date   // Since: when it happened
	Sources    []SourceID
	Statement  bool // it only reports what one of its sources says for itself
	Unverified bool // backed by weak sources only; shown as such

	// Moment says of a fact in the article that it happens by itself, beside the events
	// that are entities, and how it stands to the time of writing; 0 if it does not.
	Moment Moment
	// Order are the events of which the article says that they came in this order. The
	// evidence is that of the fact.
	Order []EntityID
}

// Relation is a directed connection between two entities.
type Relation struct {
	ID       string
	From, To EntityID
	Label    string // as read from From: "nominated by"
	Inverse  string // as read from To: "nominated"
	Evidence []Span
	Sources  []SourceID
	Origin   Origin `json:",omitzero"`
}

// Tie is a relation as seen from one of its ends.
type Tie struct {
	Relation *Relation
	Label    string
	Other    EntityID
}

// Passage is a stretch of the article that rests on one voice.
type Passage struct {
	Span
	Voice     Voice
	Speaker   EntityID  // empty if the speaker is not an entity or there is none
	Name      string    // how the speaker is named; empty for OwnAccount and Inference
	Anonymity Anonymity // of the voice Unnamed, if it is known; 0 for every other
	Origin    Origin    `json:",omitzero"`
	Cue       Span      `json:",omitzero"` // of a passage that was found: the words that told its voice, such as "said"
}

// Source is a published text that backs facts.
type Source struct {
	ID        SourceID
	Type      string // the CSL type, for example "article-newspaper"
	Title     string
	Publisher string
	Issued    Date
	IssuedRaw string // the date in words where no EDTF date is known
	URL       string
	Grade     string // A, B or C: how far the source can carry a fact
	Party     bool   // its publisher is a party to the matter
}

// Remark is a remark of the editor on a stretch of the article: where the record
// differs from it, or what it leaves out.
type Remark struct {
	Span
	ID      string
	Title   string     // a few words, without a full stop
	Text    string     // neutral, attributed
	About   []EntityID // the cards on which it stands too; may be empty
	Sources []SourceID // of Text
	Since   []Later    // what came later, apart from Text; in order of time
}

// Later is a thing that happened after the article was written, in a sentence that
// stands under an editor's note.
type Later struct {
	Text    string
	Date    Date // when it happened
	Sources []SourceID
}

// Section is a part of what an edition says of itself: what the text is, what
// was checked and when, what is not known.
type Section struct {
	ID         string
	Heading    string
	Paragraphs []string
	Sources    []SourceID
}
