package export

import (
	"sidelight/annotations"
	"sidelight/annotations/anchor"
)

// Words are the words of a page in the reader's language. A string is a label; a
// function puts what it gets into words. All of them have to be set.
type Words struct {
	Language string // the language of the words, as a BCP 47 tag

	Kind        func(annotations.Kind) string
	Voice       func(annotations.Voice) string
	Attribution func(*annotations.Edition, annotations.Passage) string
	Name        func(*annotations.Entity) string
	Issued      func(*annotations.Source) string
	Grade       func(string) (label, meaning string)
	Date        func(annotations.Date) string
	ShortDate   func(annotations.Date) string // with short months, for what stands beside a text
	Number      func(float64) string
	// Drawn returns a text as it is drawn, with as many characters as the text has.
	Drawn func(string) string

	Status func(anchor.Status) string // of a note whose place is not the one it was made at

	Count        func(words int) string     // "575 words"
	NothingLater func(date string) string   // says when later facts were searched for
	EditionAsOf  func(date string) string   // "edition as of May 2026"
	Printed      func(date string) string   // "printed from Sidelight, 28 November 2026"
	AsOf         func(date string) string   // of a fact
	PrintedAs    func(name string) string   // how the article spells a name
	Paragraph    func(number int) string    // "Paragraph 5", for screen readers
	VoicesOf     func(voices string) string // names the bars of a paragraph to a screen reader
	Legend       string                     // the name of the list of kinds, for screen readers
	Machine      string                     // says that nobody has checked the marks
	Bars         string                     // says what the bars in the margin are
	Own          string                     // the name of the list of the reader's styles, for screen readers
	OwnHint      string                     // says what the letters are

	Pictures string // the heading of the drawings
	InWords  string // says that a list holds what a drawing shows

	Notes, NotesHint, SeeAlso                          string
	InArticle, Background, NotInArticle, Since         string
	Connected, Mentions, NotNamed, Remarks, Unverified string
	Sources, Party, Speaking, SpeakingBy               string
	UnknownVoice                                       string

	SaidBy, Standing, OnRecord, OffRecord             string
	Setting, When, AsPrinted, AsPublished, Difference string
	Value, Computed, NotPrinted, Counted, Hedge       string
	GivenBy, NumberAsOf, Others                       string
}
