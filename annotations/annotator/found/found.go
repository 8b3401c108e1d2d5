package found

import "sidelight/annotations"

// Misc is the kind of a name that is none of a person, an organisation or a place: a
// nationality, a work, a thing, an event.
const Misc annotations.Kind = 0

// Name is a name in the text, as the tagger found it.
type Name struct {
	annotations.Span
	First, Last int              // tokens, half-open
	Kind        annotations.Kind // Person, Organisation, Place or [Misc]
	Score       float32          // probability that span and kind are right, 0 to 1
	Ground      annotations.Span // words beside the name that decided its kind; zero if there are none
}

// Date is an expression of time.
type Date struct {
	annotations.Span
	Value    annotations.Date // zero if the text does not settle it
	Duration bool             // "for two weeks": a length, not a place in time
	Recurs   bool             // "every Tuesday"
	Relative bool             // counted from another date
	Ground   annotations.Span // the verb or date that settled it; zero if there is none
	Score    float32
}

// Number is an amount in the text.
type Number struct {
	annotations.Span // with its hedge, unit and what is counted
	Value            float64
	High             float64 // of a range "20 to 30"; otherwise as Value
	Unit             string  // "people", "%", "USD", "km", as [annotations.Quantity.Unit]
	Counted          string  // in the article's words: "hostages"; may be empty
	Hedge            string  // "at least"; empty if stated flatly
	Score            float32
}

// Quotation is a stretch between quotation marks, the marks included.
type Quotation struct {
	annotations.Span
	Inner       annotations.Span // without the marks
	First, Last int              // tokens, half-open
	Depth       int              // of quotations in one another, from 1
	Scare       bool             // one or two words that nobody is said to have said
	Goes        int              // index of the quotation that this one goes on, over a paragraph or behind "he said"; -1
	Speaker     int              // index in Cast.Entities; -1 if none is found
	Said        string           // the speaker in the article's words where it is no entity: "a spokesman"
	Voice       annotations.Voice
	Cue         annotations.Span // the verb or words by which the speaker was found
	Score       float32
}

// Passage is a clause or quotation that rests on one voice.
type Passage struct {
	annotations.Span
	Voice     annotations.Voice
	Anonymity annotations.Anonymity
	Speaker   int    // index in Cast.Entities; -1
	Said      string // in the article's words
	Cue       annotations.Span
	Score     float32
}

// Mention is a place of the text that refers to an entity of the cast.
type Mention struct {
	annotations.Span
	First, Last int // tokens, half-open
	Entity      int // index in Cast.Entities
	Form        annotations.Form
	Score       float32 // that span, kind and entity are right
	Ground      annotations.Span
	Unsettled   bool // a pronoun: marked as uncertain and left out of counts
}

// Entity is a person, organisation, place or event of the article.
type Entity struct {
	Kind    annotations.Kind
	Name    string // the fullest form that the article prints
	Aliases []string
	Called  []annotations.Span // what the article calls it, verbatim: titles, appositions, definitions
	Female  bool               // pronouns or a title of the article say so
	Male    bool
}

// Cast is who and what an article names. Mentions are in order of position and do not
// cross; they may nest.
type Cast struct {
	Entities []Entity
	Mentions []Mention
}

// Relation is a verb that the article puts between two entities in one clause.
type Relation struct {
	From, To int // index in Cast.Entities
	Verb     annotations.Span
	Evidence annotations.Span // the clause or sentence
	Score    float32
}
