package search

import "fmt"

// How says in what way a result answers a query.
type How uint8

// The ways, best first.
const (
	Exact       How = iota + 1 // it has the name that was typed
	Beginning                  // its name begins with what was typed
	Word                       // a later word of its name does
	Words                      // its name holds every word, in another order
	Alias                      // another of its names does; Text is that name
	Printed                    // its name as the article prints it does; Text is that name
	Initials                   // they are the initials of a name of it; Text is that name
	Letters                    // its name holds the letters in order, with others between them
	Spelling                   // its name is spelt nearly so, with Edits slips
	InText                     // its text holds every word
	InIdentity                 // its identity line does, or together with its names
	InQuotation                // its words as published, its speaker or its setting do
	Related                    // its text does together with the names of what it is about
	Inside                     // a word stands in the middle of another
	Listed                     // a filter alone was typed, and it passes
)

// Reason says why a result was found, so that the interface can word it in the
// reader's language.
type Reason struct {
	How   How
	Text  string // of Alias, Printed and Initials; empty otherwise
	Edits int    // of Spelling: letters left out, added, replaced or swapped, over all words
}

var howWords = [...]string{
	Exact: "exact", Beginning: "beginning", Word: "word", Words: "words", Letters: "letters in order",
	InText: "in the text", InIdentity: "identity line", InQuotation: "the quotation", Related: "related",
	Inside: "inside a word", Listed: "listed",
}

// String is the reason in English, in a few words.
func (r Reason) String() string {
	switch r.How {
	case Alias:
		return "alias “" + r.Text + "”"
	case Printed:
		return "printed as “" + r.Text + "”"
	case Initials:
		return "initials of “" + r.Text + "”"
	case Spelling:
		if r.Edits == 1 {
			return "spelling (1 letter)"
		}
		return fmt.Sprintf("spelling (%d letters)", r.Edits)
	}
	if int(r.How) < len(howWords) {
		return howWords[r.How]
	}
	return ""
}
