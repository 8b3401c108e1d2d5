package margin

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"

	"sidelight/annotations/anchor"
)

// csvHead names the columns of [Sheet.CSV].
var csvHead = []string{"quote", "note", "tags", "style", "paragraph", "status", "title", "author", "source", "made", "changed", "id"}

// CSV writes the notes as a table (RFC 4180, UTF-8): the words, what the reader wrote,
// tags with commas between them, the style as the reader calls it, the paragraph,
// whether the place is kept, moved, approximate or unanchored, title, author and source
// of the article, when the note was made and changed, and its id. The first row names
// the columns.
//
// No spreadsheet takes a cell for a formula: one that begins with =, +, - or @, with
// such a sign of full width or with a tab or the end of a line, be it behind blanks or
// apostrophes, has an apostrophe before it. [Uncell] takes that away again.
func (s *Sheet) CSV(w io.Writer) error {
	rows := make([][]string, 0, len(s.Entries)+1)
	rows = append(rows, csvHead)
	for i := range s.Entries {
		e := &s.Entries[i]
		paragraph := ""
		if e.Paragraph > 0 {
			paragraph = strconv.Itoa(e.Paragraph)
		}
		rows = append(rows, cells(e.Quote, e.Note, strings.Join(e.Tags, ", "), e.Style, paragraph, e.Status.String(),
			s.Title, s.Author, s.Source, stamp(e.Made), stamp(e.Changed), e.ID))
	}
	return writeTable(w, rows)
}

// readwiseHead names the seven columns that Readwise reads.
var readwiseHead = []string{"Highlight", "Title", "Author", "URL", "Note", "Location", "Date"}

// Readwise writes the notes as a table for the import of Readwise, by the rule of
// [Sheet.CSV] for cells. Tags stand at the beginning of the column Note, each with a dot
// before it as Readwise reads them; Location is the code point of the text at which the
// words begin, and Date is in UTC.
func (s *Sheet) Readwise(w io.Writer) error {
	rows := make([][]string, 0, len(s.Entries)+1)
	rows = append(rows, readwiseHead)
	for i := range s.Entries {
		e := &s.Entries[i]
		var note []string
		for _, tag := range e.Tags {
			note = append(note, "."+oneWord(tag))
		}
		if e.Note != "" {
			note = append(note, e.Note)
		}
		location := ""
		if e.Status != anchor.Unanchored {
			location = strconv.Itoa(e.Position.Start)
		}
		rows = append(rows, cells(e.Quote, s.Title, s.Author, s.url, strings.Join(note, " "), location,
			e.Made.Format("2006-01-02 15:04:05")))
	}
	return writeTable(w, rows)
}

// oneWord is a tag with a hyphen for each stretch of blanks.
func oneWord(tag string) string { return strings.Join(strings.Fields(tag), "-") }

// stamp writes a time as RFC 3339 does.
func stamp(t time.Time) string { return t.Format(time.RFC3339) }

// cells are the cells of a row, none of which is a formula.
func cells(all ...string) []string {
	for i, s := range all {
		s = shown(s)
		if formula(s) {
			s = "'" + s
		}
		all[i] = s
	}
	return all
}

// formula reports whether a spreadsheet might take a cell for a formula, or would if it
// took away an apostrophe or blanks.
func formula(cell string) bool {
	for _, r := range cell {
		switch r {
		case '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n':
			return true
		}
		if r != '\'' && !unicode.IsSpace(r) {
			return false
		}
	}
	return false
}

// Uncell returns what a cell of [Sheet.CSV] and [Sheet.Readwise] says, without the
// apostrophe that keeps it from being a formula.
func Uncell(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && formula(rest) {
		return rest
	}
	return cell
}

func writeTable(w io.Writer, rows [][]string) error {
	t := csv.NewWriter(w)
	t.UseCRLF = true
	if err := t.WriteAll(rows); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

// Anki writes the notes as a text file for the import of Anki, with tabs between the
// columns: the id, by which a second import makes no doubles; the words; what the reader
// wrote, with the source below it; and the tags. The lines before say so to Anki.
func (s *Sheet) Anki(w io.Writer) error {
	var b strings.Builder
	b.WriteString("#separator:tab\n#html:false\n#guid column:1\n#tags column:4\n#columns:ID\tFront\tBack\tTags\n")
	for i := range s.Entries {
		e := &s.Entries[i]
		source := s.Title
		if e.Paragraph > 0 {
			source += fmt.Sprintf(", ¶%d", e.Paragraph)
		}
		back := source
		if e.Note != "" {
			back = e.Note + "\n\n" + source
		}
		tags := make([]string, len(e.Tags))
		for k, tag := range e.Tags {
			tags[k] = strings.ReplaceAll(oneWord(tag), "/", "::") // a tag within a tag
		}
		for k, field := range []string{e.ID, e.Quote, back, strings.Join(tags, " ")} {
			if k > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(ankiField(field))
		}
		b.WriteByte('\n')
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write for Anki: %w", err)
	}
	return nil
}

// ankiField is a field in quotes where it holds what ends a field or a line, or would
// begin a line that is none of the table.
func ankiField(s string) string {
	s = shown(s)
	if strings.ContainsAny(s, "\t\n\"") || strings.HasPrefix(s, "#") {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}
