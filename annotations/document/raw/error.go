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
	TooDeep                   // Markdown: lists, quotations or brackets deeper in one another than MaxDepth
	TooWide                   // Markdown: a table with far more cells than words
	TooLong                   // Markdown: a list, a table or a paragraph without end
	TooTangled                // Markdown: marks that are opened and never closed
	Unreadable                // the disk fails
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
}

// Error returns the path and the problem, in English.
func (e *Error) Error() string {
	s := fmt.Sprintf("%s: %s", e.Path, e.Problem)
	if e.Line > 0 {
		s = fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Problem)
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the error of the system.
func (e *Error) Unwrap() error { return e.Err }

// String returns the problem in a few English words.
func (p Problem) String() string {
	switch p {
	case Missing:
		return "there is no such file"
	case Folder:
		return "a folder"
	case Special:
		return "no regular file"
	case Forbidden:
		return "no permission to read it"
	case TooLarge:
		return "larger than 64 MB"
	case Empty:
		return "empty"
	case Binary:
		return "no text"
	case Encoding:
		return "an unknown encoding"
	case TooDeep:
		return "lists, quotations or brackets lie too deep in one another"
	case TooWide:
		return "a table has far more cells than words"
	case TooLong:
		return "a list, a table or a paragraph has too many parts"
	case TooTangled:
		return "too many marks are opened and never closed"
	}
	return "it cannot be read"
}
