package raw

import "fmt"

// Problem is the reason why a file is not read.
type Problem uint8

// The problems.
const (
	Missing    Problem = iota // there is nothing at the path, or no longer
	Folder                    // a folder that is no edition
	Special                   // a device, a pipe or a socket
	Forbidden                 // the reader may not read it
	TooLarge                  // more than MaxSize bytes
	Empty                     // nothing in it but blanks
	Binary                    // no text
	Encoding                  // text, but in an encoding that is not known
	Ambiguous                 // text that looks as good in several encodings
	TooDeep                   // lists, quotations, brackets or elements deeper in one another than is read
	TooWide                   // a table with far more cells than words
	TooLong                   // a list, a table, a paragraph or a page without end
	TooTangled                // marks that are opened and never closed
	Unreadable                // the disk fails
	Damaged                   // cut off, put together wrongly, or a part is missing
	Protected                 // only a password or a licence opens it
	NoText                    // pages that are pictures of text, as a scanner makes them
	TooMuch                   // more words, pages or files in it than are read
	Addresses                 // a list of addresses of pages, without what they say
	Several                   // an export with several articles, of which none was chosen
)

// Error is a file that could not be read. The window puts the problem into the
// reader's words; the words of Error are for the log.
type Error struct {
	Problem Problem
	Path    string
	Line    int    // of the decoded text, from 1, or 0 if the problem has no place
	Size    int64  // bytes, 0 if not known
	Format  string // what a binary file is, such as "PDF"; empty if not known
	Err     error  // what the system said; may be nil
	// Guesses are three encodings of an ambiguous text, the likeliest first.
	Guesses []Guess
	Items   []Item // of an export with several articles
}

// Item is an article of an export, as a list of them shows it.
type Item struct {
	Title string
	Site  string
	Date  string // of its publication or, if that is not known, of its saving; as EDTF if it is one
}

// Guess is an encoding in which a text may be.
type Guess struct {
	Name  string // such as "windows-1251"
	Words string // the first words of the text in it
}

// Error returns the path and the problem, in English.
func (e *Error) Error() string {
	s := fmt.Sprintf("%s: %s", e.Path, e.Problem)
	if e.Line > 0 {
		s = fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Problem)
	}
	for i, g := range e.Guesses {
		s += [...]string{": ", ", "}[min(i, 1)] + g.Name
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the error of the system.
func (e *Error) Unwrap() error { return e.Err }

var problems = [...]string{
	Missing:    "there is no such file",
	Folder:     "a folder",
	Special:    "no regular file",
	Forbidden:  "no permission to read it",
	TooLarge:   "larger than 64 MB",
	Empty:      "empty",
	Binary:     "no text",
	Encoding:   "an unknown encoding",
	Ambiguous:  "in one of several encodings; name the right one",
	TooDeep:    "lists, quotations or brackets lie too deep in one another",
	TooWide:    "a table has far more cells than words",
	TooLong:    "a list, a table or a paragraph has too many parts",
	TooTangled: "too many marks are opened and never closed",
	Unreadable: "it cannot be read",
	Damaged:    "damaged",
	Protected:  "protected by a password or a licence",
	NoText:     "its pages are pictures without text",
	TooMuch:    "too many words, pages or files in it",
	Addresses:  "a list of addresses without the texts",
	Several:    "several articles in one file",
}

// String returns the problem in a few English words.
func (p Problem) String() string {
	if int(p) < len(problems) {
		return problems[p]
	}
	return problems[Unreadable]
}
