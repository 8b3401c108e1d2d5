package margin

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"sidelight/annotations/notes"
)

// Limits on a file of notes.
const (
	mostBytes = 64 << 20
	mostDepth = 100     // of objects and lists in one another
	mostNotes = 100_000 // in one file
	mostPages = 10_000  // of a collection
	mostText  = 1_000_000
	mostQuote = 1_000_000
	mostTags  = 1_000 // of one note
)

// Import is what a file of notes holds.
type Import struct {
	Notes    []Imported // in the order of the file, each id once
	Problems []Problem  // what could not be read
	Marks    int        // how many annotations are marks of an edition and no notes
}

// Imported is a note from a file, and on what it was made.
type Imported struct {
	notes.Note
	Source Source
}

// Source is what a note says of the article that it was made on. Each may be empty.
type Source struct {
	ID     string // the address or the name of its file
	Digest string // the SHA-256 of the file's bytes in hexadecimal digits
}

// Problem is an annotation that is no note, and why.
type Problem struct {
	Number int    // of the annotation in the file, from 1
	ID     string // as the file gives it; may be empty
	Err    error
}

// Error names the annotation and says what is wrong with it.
func (p Problem) Error() string {
	if p.ID == "" {
		return fmt.Sprintf("annotation %d: %v", p.Number, p.Err)
	}
	return fmt.Sprintf("annotation %d (%s): %v", p.Number, p.ID, p.Err)
}

// Unwrap returns why the annotation is no note.
func (p Problem) Unwrap() error { return p.Err }

// Read reads notes from a file of JSON: Web Annotations (https://www.w3.org/TR/annotation-model/)
// as a collection, a page, a list or one alone, or what Hypothesis exports, be it by its
// sidebar or by its API. Ids and times are kept; a note without an id gets one that is
// made of what it says, so that reading it again gives the same note. An annotation that
// is wrong is a problem, and all others are read. It fails if the whole file cannot be
// read; nothing is fetched.
func Read(r io.Reader) (*Import, error) {
	data, err := io.ReadAll(io.LimitReader(r, mostBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > mostBytes {
		return nil, fmt.Errorf("a file of notes may have up to %d MB", mostBytes>>20)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := checkJSON(data); err != nil {
		return nil, err
	}
	items, problem, err := itemsOf(data)
	if err != nil {
		return nil, err
	}
	if len(items) > mostNotes {
		return nil, fmt.Errorf("there are %d annotations in it, and %d may be", len(items), mostNotes)
	}
	in := new(Import)
	at := map[notes.ID]int{}
	for i, item := range items {
		in.add(at, i+1, item)
	}
	if problem != nil {
		in.Problems = append(in.Problems, Problem{Number: len(items) + 1, Err: problem})
	}
	return in, nil
}

// checkJSON fails if data is no JSON or has too many levels.
func checkJSON(data []byte) error {
	if !utf8.Valid(data) {
		return errors.New("it is no text in UTF-8, and JSON is")
	}
	depth, inString := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case inString:
		case c == '{' || c == '[':
			if depth++; depth > mostDepth {
				return fmt.Errorf("line %d: more than %d lists and objects lie in one another", lineOf(data, i), mostDepth)
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	var anything json.RawMessage
	err := json.Unmarshal(data, &anything)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("line %d: it is no JSON: %w", lineOf(data, int(syntax.Offset)), err)
	}
	return err
}

func lineOf(data []byte, offset int) int {
	return bytes.Count(data[:min(max(offset, 0), len(data))], []byte("\n")) + 1
}

// set is the object around annotations.
type set struct {
	Type        json.RawMessage `json:"type"`
	Items       json.RawMessage `json:"items"`       // of a page
	First       json.RawMessage `json:"first"`       // page of a collection
	Next        json.RawMessage `json:"next"`        // page after a page
	Annotations json.RawMessage `json:"annotations"` // of an export of Hypothesis
	Rows        json.RawMessage `json:"rows"`        // of an answer of its API
	Target      json.RawMessage `json:"target"`      // of an annotation
}

var errNoNotes = errors.New("it holds no annotations: neither Web Annotations nor an export of Hypothesis")

// itemsOf returns the annotations of a file, and what keeps the rest of them from being
// read.
func itemsOf(data []byte) (items []json.RawMessage, problem, err error) {
	if data = bytes.TrimSpace(data); len(data) > 0 && data[0] == '[' {
		err = json.Unmarshal(data, &items)
		return items, nil, err
	}
	var s set
	if len(data) == 0 || data[0] != '{' || json.Unmarshal(data, &s) != nil {
		return nil, nil, errNoNotes
	}
	switch {
	case isList(s.Annotations):
		err = json.Unmarshal(s.Annotations, &items)
	case isList(s.Rows):
		err = json.Unmarshal(s.Rows, &items)
	case s.Items != nil:
		return pagesOf(data)
	case s.First != nil:
		return pagesOf(s.First)
	case s.Target != nil:
		items = []json.RawMessage{data}
	default:
		err = errNoNotes
	}
	return items, nil, err
}

func isList(data json.RawMessage) bool { return len(data) > 0 && data[0] == '[' }

// pagesOf returns the annotations of a page and of those that follow it in the file.
func pagesOf(page json.RawMessage) (items []json.RawMessage, problem, err error) {
	for n := 0; len(page) > 0 && string(page) != "null"; n++ {
		var s set
		if n == mostPages {
			return items, fmt.Errorf("there are more than %d pages of annotations", mostPages), nil
		}
		if page[0] != '{' {
			return items, fmt.Errorf("more annotations are at %s, and nothing is fetched", page), nil
		}
		if err := json.Unmarshal(page, &s); err != nil {
			return nil, nil, err
		}
		list := s.Items
		if len(list) > 0 && !isList(list) {
			list = slices.Concat([]byte("["), list, []byte("]"))
		}
		if len(list) > 0 {
			var more []json.RawMessage
			if err := json.Unmarshal(list, &more); err != nil {
				return nil, nil, err
			}
			items = append(items, more...)
		}
		page = s.Next
	}
	return items, nil, nil
}

// add reads the annotation of a number. Of two with one id the one that was changed last
// counts; at holds where each id is.
func (in *Import) add(at map[notes.ID]int, number int, item json.RawMessage) {
	n, err := noteOf(item)
	if errors.Is(err, errMark) {
		in.Marks++
		return
	}
	if err == nil {
		err = check(&n.Note)
	}
	if err != nil {
		in.Problems = append(in.Problems, Problem{number, string(n.ID), err})
		return
	}
	if n.ID == "" {
		sum := sha256.Sum256(compacted(item))
		n.ID = notes.ID(hex.EncodeToString(sum[:16]))
	}
	if i, twice := at[n.ID]; twice {
		if n.Changed.After(in.Notes[i].Changed) {
			in.Notes[i] = n
		}
		return
	}
	at[n.ID] = len(in.Notes)
	in.Notes = append(in.Notes, n)
}

func compacted(item json.RawMessage) []byte {
	var b bytes.Buffer
	if json.Compact(&b, item) != nil {
		return item
	}
	return b.Bytes()
}

// check fails for a note that cannot be kept.
func check(n *notes.Note) error {
	size := len(n.Text)
	for _, tag := range n.Tags {
		size += len(tag)
	}
	switch position := n.Target.Position; {
	case n.Target.Quote.Exact == "" && position.End <= position.Start:
		return errors.New("it names no words of the article")
	case len(n.ID) > notes.LongestID:
		return fmt.Errorf("its id has more than %d bytes", notes.LongestID)
	case size > mostText:
		return fmt.Errorf("its text and tags have more than %d bytes", mostText)
	case len(n.Tags) > mostTags:
		return fmt.Errorf("it has more than %d tags", mostTags)
	case len(n.Target.Quote.Exact)+len(n.Target.Quote.Prefix)+len(n.Target.Quote.Suffix) > mostQuote:
		return fmt.Errorf("the words that it names have more than %d bytes", mostQuote)
	}
	return nil
}
