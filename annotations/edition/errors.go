package edition

import (
	"fmt"
	"strings"
)

// Error is one fault of an edition: where it is and what to do about it.
type Error struct {
	File    string // by its path within the edition; empty if the edition as a whole is meant
	Line    int    // counted from 1; 0 if the whole file is meant
	Column  int    // in characters, counted from 1; 0 if there is no line
	Message string // one sentence without its full stop
}

// Error returns the fault in the form "entities.yaml:12:5: …".
func (e *Error) Error() string {
	if e.File == "" {
		return e.Message
	}
	return e.place().String() + ": " + e.Message
}

func (e *Error) place() place { return place{e.File, e.Line, e.Column} }

// Errors are the faults that were found in an edition, by file, line and column:
// at most 100, and after them one without a place that tells how many more
// there are.
type Errors []*Error

// Error returns one line for each fault.
func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i, x := range e {
		lines[i] = x.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the faults, for [errors.As].
func (e Errors) Unwrap() []error {
	out := make([]error, len(e))
	for i, x := range e {
		out[i] = x
	}
	return out
}

// place is where something stands in the edition's files.
type place struct {
	file         string
	line, column int
}

func (p place) String() string {
	if p.line == 0 {
		return p.file
	}
	return fmt.Sprintf("%s:%d:%d", p.file, p.line, p.column)
}

// short returns the text on one line, cut to a length that fits into a sentence.
func short(text string) string {
	const most = 60
	r := []rune(strings.Join(strings.Fields(text), " "))
	if len(r) > most {
		r = append(r[:most-1], '…')
	}
	return "“" + string(r) + "”"
}

// oneOf returns words as a list for a sentence: "a, b or c".
func oneOf(words []string) string { return listed(words, "or") }

func listed(words []string, conjunction string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + conjunction + " " + words[last]
}
