// Package knowledge says what is known of a person, an organisation or a place beside
// the article: what the lists in the program say, what other articles of the reader
// say, and what an offline encyclopaedia says that the reader has named. Nothing is
// fetched, and every line names its source.
package knowledge

import (
	"context"
	"time"

	"sidelight/annotations"
)

// Subject is what is asked about.
type Subject struct {
	Kind    annotations.Kind
	Name    string
	Aliases []string // other names under which the article knows it
	// Called is what the article calls it, word for word, such as "nominee to handle
	// hostage affairs". It tells namesakes apart.
	Called []string
	// Except is the article that the question comes from; the library leaves it out. It
	// is zero if there is none.
	Except annotations.Fingerprint
}

// From says where a line comes from.
type From uint8

// Where a line comes from, in the order of the lines of an answer.
const (
	BuiltIn       From = iota + 1 // the lists in the program
	Library                       // other articles that the reader opened
	Encyclopaedia                 // the file that the reader named
)

// Line is one thing that is known of a subject.
type Line struct {
	From From
	// Text is the line: "country in Northern Africa, capital Cairo", or the first
	// paragraph of the encyclopaedia's page. It is empty for the library, whose words
	// are the sentences of Articles; how many there are is said in the reader's
	// language.
	Text string
	// Title is the name under which the source has the subject, such as the title of
	// the encyclopaedia's page; empty for the library.
	Title string
	// Detail names the source in one line for the card: "Wikipedia · 2025-08-12 ·
	// CC BY-SA 4.0"; empty for the library.
	Detail string
	Source annotations.Source // zero for the library
	// Sure is whether the line is of the subject itself. If not, it may be of another
	// of that name, and stands there as such until the reader says that it is not.
	Sure     bool
	AsOf     annotations.Date // for which date it holds; zero if that is not known
	Articles []Article        // of the library, the last opened first
	More     int              // articles of the library beside Articles
}

// Article is another article that the reader opened, and what it says of the subject.
type Article struct {
	Fingerprint annotations.Fingerprint
	Title, Path string
	Opened      time.Time // when last
	Edition     bool      // an editor's edition, not the program's own marks
	Sentence    string    // of the article, with the subject's name in it
	Start, End  int       // the name in Sentence, half-open bytes
	Sure        bool      // false if a name is all that the two have in common
}

// Source answers with what it knows of a subject, the surest line first, or with
// nothing. An error names what could not be read, in a sentence for the reader.
type Source interface {
	Ask(context.Context, Subject) ([]Line, error)
}

// Sources are the three places that are asked. Each may be nil.
type Sources struct {
	BuiltIn, Library, Encyclopaedia Source
}
