package annotations

import "fmt"

// Kind says what sort of thing an entity is.
type Kind uint8

// The eight kinds, in the order in which they are listed to a reader.
const (
	Person Kind = iota + 1
	Organisation
	Place
	Event
	Time
	Number
	Quote
	Term
)

// kinds are all kinds in reading order.
var kinds = [...]Kind{Person, Organisation, Place, Event, Time, Number, Quote, Term}

var kindNames = [...]string{
	Person: "person", Organisation: "organisation", Place: "place", Event: "event",
	Time: "date", Number: "number", Quote: "quotation", Term: "term",
}

// Kinds returns the eight kinds in the order in which they are listed.
func Kinds() []Kind { return append([]Kind(nil), kinds[:]...) }

// String is the name of the kind in the edition's files, for example "person".
func (k Kind) String() string { return nameOf(kindNames[:], int(k), "kind") }

// ParseKind is the inverse of [Kind.String].
func ParseKind(s string) (Kind, bool) { return parseName[Kind](kindNames[:], s) }

// Form says how a mention refers to its entity.
type Form uint8

// The four forms of a mention.
const (
	Name        Form = iota + 1 // the usual or the printed name
	Alias                       // another name, a short name, a demonym
	Description                 // "the group", "Trump's nominee"
	Pronoun                     // "she", "their"
)

var formNames = [...]string{Name: "name", Alias: "alias", Description: "description", Pronoun: "pronoun"}

// String is the name of the form in the edition's files, for example "alias".
func (f Form) String() string { return nameOf(formNames[:], int(f), "form") }

// Names reports whether a mention of that form spells a name of its entity.
func (f Form) Names() bool { return f == Name || f == Alias }

// ParseForm is the inverse of [Form.String].
func ParseForm(s string) (Form, bool) { return parseName[Form](formNames[:], s) }

// State says where a fact comes from and so how it has to be backed.
type State uint8

// The three states of a fact.
const (
	InArticle  State = iota + 1 // said by the article; backed by verbatim evidence
	Background                  // not in the article; backed by sources, true as of a date
	Since                       // happened after the article; dated and backed by sources
)

var stateNames = [...]string{InArticle: "in-article", Background: "background", Since: "since"}

// String is the name of the state in the edition's files, for example "background".
func (s State) String() string { return nameOf(stateNames[:], int(s), "state") }

// ParseState is the inverse of [State.String].
func ParseState(s string) (State, bool) { return parseName[State](stateNames[:], s) }

// Voice says on whose word a passage of the article rests.
type Voice uint8

// The five voices.
const (
	OnRecord   Voice = iota + 1 // a named person, quoted or reported on record
	Official                    // a statement of an institution
	Unnamed                     // people who speak without being named, for whichever side
	OwnAccount                  // the article's own account, no source named
	Inference                   // the writer's interpretation
)

var voiceNames = [...]string{
	OnRecord: "on-record", Official: "official", Unnamed: "unnamed",
	OwnAccount: "own-account", Inference: "inference",
}

// Voices returns the five voices in the order in which they are listed.
func Voices() []Voice { return []Voice{OnRecord, Official, Unnamed, Inference, OwnAccount} }

// String is the name of the voice in the edition's files, for example "on-record".
func (v Voice) String() string { return nameOf(voiceNames[:], int(v), "voice") }

// ParseVoice is the inverse of [Voice.String].
func ParseVoice(s string) (Voice, bool) { return parseName[Voice](voiceNames[:], s) }

// Anonymity says of a passage whose speaker is not named what the article tells of
// the reason.
type Anonymity uint8

// What the article tells of the reason why a speaker is not named.
const (
	Asked  Anonymity = iota + 1 // the speaker asked not to be named
	Unsaid                      // nothing
)

var anonymityNames = [...]string{Asked: "asked", Unsaid: "unsaid"}

// String is the name of the anonymity in the edition's files, for example "asked".
func (a Anonymity) String() string { return nameOf(anonymityNames[:], int(a), "anonymity") }

// ParseAnonymity is the inverse of [Anonymity.String].
func ParseAnonymity(s string) (Anonymity, bool) { return parseName[Anonymity](anonymityNames[:], s) }

// Moment says how what a fact tells stands to the time at which the article was written.
type Moment uint8

// The moments that a fact in the article can be.
const (
	AtWriting Moment = iota + 1 // the article reports it and gives no date for it
	Expected                    // the article says that it is expected
	Proposed                    // the article says that it is proposed
)

// moments are all moments, from what has been to what may come.
var moments = [...]Moment{AtWriting, Expected, Proposed}

var momentNames = [...]string{AtWriting: "at-writing", Expected: "expected", Proposed: "proposed"}

// Moments returns the three moments, from what has been to what may come.
func Moments() []Moment { return append([]Moment(nil), moments[:]...) }

// String is the name of the moment in the edition's files, for example "expected".
func (m Moment) String() string { return nameOf(momentNames[:], int(m), "moment") }

// ParseMoment is the inverse of [Moment.String].
func ParseMoment(s string) (Moment, bool) { return parseName[Moment](momentNames[:], s) }

// Ahead reports whether a moment still lay ahead when the article was written.
func (m Moment) Ahead() bool { return m == Expected || m == Proposed }

func nameOf(names []string, i int, what string) string {
	if i > 0 && i < len(names) {
		return names[i]
	}
	return fmt.Sprintf("%s(%d)", what, i)
}

func parseName[T ~uint8](names []string, s string) (T, bool) {
	for i, n := range names {
		if n != "" && n == s {
			return T(i), true
		}
	}
	return 0, false
}
