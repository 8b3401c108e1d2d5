package search

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
	Partly                     // it holds words that are near those that were typed, and lacks others
	Listed                     // a filter alone was typed, and it passes
)

// Reason says why a result was found. An interface puts it into the reader's words.
type Reason struct {
	How   How
	Text  string // of Alias, Printed and Initials; empty otherwise
	Edits int    // of Spelling and Partly: letters left out, added, replaced or swapped, over all words
}
