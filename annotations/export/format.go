package export

import (
	"io"
	"slices"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/export/margin"
)

// Format is a form in which a document, or the reader's notes on it, are written for
// other programs.
type Format struct {
	Name       string // on the command line: "markdown"
	Ending     string // of files, with the dot
	NotesAlone bool   // the format holds the reader's notes and nothing else

	write func(w io.Writer, e *annotations.Edition, parts Parts, by Words, now time.Time) error
}

// Formats returns all formats, in the order in which they are offered.
func Formats() []Format {
	return []Format{
		noteFormat("markdown", ".md", func(s *margin.Sheet, w io.Writer) error { return s.Markdown(w, nil) }),
		{"html", ".html", false, HTML},
		noteFormat("csv", ".csv", (*margin.Sheet).CSV),
		{"w3c", ".jsonld", false, func(w io.Writer, e *annotations.Edition, parts Parts, _ Words, _ time.Time) error {
			return W3C(w, e, parts)
		}},
		noteFormat("readwise", ".csv", (*margin.Sheet).Readwise),
		noteFormat("anki", ".txt", (*margin.Sheet).Anki),
		{"json", ".json", false, func(w io.Writer, e *annotations.Edition, parts Parts, _ Words, _ time.Time) error {
			return JSON(w, e, parts)
		}},
	}
}

func noteFormat(name, ending string, write func(*margin.Sheet, io.Writer) error) Format {
	return Format{name, ending, true, func(w io.Writer, _ *annotations.Edition, parts Parts, _ Words, _ time.Time) error {
		return write(parts.Margin, w)
	}}
}

// FormatOf returns the format of a name.
func FormatOf(name string) (Format, bool) {
	all := Formats()
	i := slices.IndexFunc(all, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return all[i], true
}

// Write writes parts of a document in the format; one that holds notes alone needs a
// margin. Only a page has the words of by and the day of now, unless that is zero.
func (f Format) Write(w io.Writer, e *annotations.Edition, parts Parts, by Words, now time.Time) error {
	return f.write(w, e, parts, by, now)
}
