package margin_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/export/margin"
	"sidelight/annotations/fuzzed"
	"sidelight/annotations/notes"
	letters "sidelight/annotations/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

const articleText = "🙂 Zoë met Zoë’s <friend> & left *early*.\n\n=1+2 is what Émile said: “no”.\n\nThe end.\n"

func editionOf(t *testing.T, text string) *annotations.Edition {
	t.Helper()
	a, err := annotations.NewArticle("a tiny.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	a.Meta.Byline.Text = `Ada "Q" Quill`
	a.Meta.URL.Text = "https://example.org/a?b=c"
	e, err := annotations.New(annotations.Content{
		Title: "A tiny: text #1", Article: a,
		Entities: []annotations.Entity{{ID: "zoe", Kind: annotations.Person, Name: "Zoë"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// placed is a note on the first place of some words in a text.
func placed(text, id, quote string, n notes.Note) notes.Placed {
	at := strings.Index(text, quote)
	n.ID = notes.ID(id)
	n.Target.Quote.Exact = quote
	day := time.Date(2026, 11, 28, 9, len(id), 0, 0, time.UTC)
	if n.Made.IsZero() {
		n.Made, n.Changed = day, day.Add(time.Hour)
	}
	p := notes.Placed{Note: n, Status: anchor.Unanchored}
	if at >= 0 {
		p.Span, p.Status = annotations.Span{Start: at, End: at + len(quote)}, anchor.Kept
		p.Target.Position = anchor.Position(text, p.Span)
	}
	return p
}

func someNotes() *notes.Set {
	all := []notes.Placed{
		placed(articleText, "01A", "Zoë’s <friend> & left *early*", notes.Note{
			Text: "Who? See [[Adam Boehler]] #to-check.\n\n- is this a list?\n1. no", Tags: []string{"lesson", "two words"}, About: []annotations.EntityID{"zoe", "gone"},
		}),
		placed(articleText, "01B", "=1+2 is", notes.Note{Style: notes.Wave, Text: "=SUM(A1) <b>x</b>", Tags: []string{"a/b"}}),
		placed(articleText, "01C", "🙂 Zoë", notes.Note{Style: notes.Brackets}),
		placed(articleText, "01D", "left *early*.\n\n=1+2", notes.Note{Style: notes.Side, Text: "across"}),
		placed(articleText, "01E", "words that\nare gone", notes.Note{Style: notes.Band, Text: "an orphan\twith \x1b[31m and \u202e"}),
	}
	all[2].Status = anchor.Moved
	return notes.NewSet(all)
}

func sheet(t *testing.T) *margin.Sheet {
	t.Helper()
	return margin.New(editionOf(t, articleText), someNotes(), margin.Options{
		Called: func(s notes.Style) string { return "my " + s.String() },
	})
}

func TestGolden(t *testing.T) {
	s := sheet(t)
	for name, write := range map[string]func(io.Writer) error{
		"notes.md":     func(w io.Writer) error { return s.Markdown(w, nil) },
		"notes.csv":    s.CSV,
		"readwise.csv": s.Readwise,
		"anki.txt":     s.Anki,
	} {
		t.Run(name, func(t *testing.T) {
			var got, again bytes.Buffer
			if err := write(&got); err != nil {
				t.Fatal(err)
			}
			if err := write(&again); err != nil || !bytes.Equal(got.Bytes(), again.Bytes()) {
				t.Errorf("the second time it is written otherwise (%v)", err)
			}
			path := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got.Bytes(), want) {
				t.Errorf("%s differs from what is written:\n%s", path, got.Bytes())
			}
		})
	}
}

func TestOptionsChoose(t *testing.T) {
	for _, c := range []struct {
		name string
		o    margin.Options
		want []string
	}{
		{"all", margin.Options{}, []string{"01C", "01A", "01D", "01B", "01E"}},
		{"a style", margin.Options{Styles: []notes.Style{notes.Wave}}, []string{"01B"}},
		{"a tag beside the text", margin.Options{Tags: []string{"LESSON"}}, []string{"01A"}},
		{"a tag in the text", margin.Options{Tags: []string{"to-check", "a/b"}}, []string{"01A", "01B"}},
		{"none", margin.Options{Tags: []string{"to"}}, nil},
		{"style and tag", margin.Options{Styles: []notes.Style{notes.Band}, Tags: []string{"lesson"}}, nil},
	} {
		s := margin.New(editionOf(t, articleText), someNotes(), c.o)
		var got []string
		for _, e := range s.Entries {
			got = append(got, e.ID)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: notes %q, want %q", c.name, got, c.want)
		}
		if s.Updated.IsZero() != (len(c.want) == 0) {
			t.Errorf("%s: updated at %v", c.name, s.Updated)
		}
	}
}

// What CSV and Readwise write is read back by any reader of RFC 4180, no cell is a
// formula, and without the apostrophe each cell says what the note says.
func TestTablesAreReadBack(t *testing.T) {
	s := sheet(t)
	var b bytes.Buffer
	if err := s.CSV(&b); err != nil {
		t.Fatal(err)
	}
	if strings.Count(b.String(), "\n") != strings.Count(b.String(), "\r\n") {
		t.Error("a line ends without CR")
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != len(s.Entries)+1 {
		t.Fatalf("%d rows (%v)", len(rows), err)
	}
	for i, e := range s.Entries {
		row := rows[i+1]
		if got := margin.Uncell(row[0]); got != e.Quote {
			t.Errorf("the words are %q, want %q", got, e.Quote)
		}
		if row[11] != e.ID || row[2] != strings.Join(e.Tags, ", ") {
			t.Errorf("row %d is %q", i, row)
		}
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") {
				t.Errorf("%q is a formula", cell)
			}
		}
	}
	b.Reset()
	if err := s.Readwise(&b); err != nil {
		t.Fatal(err)
	}
	rows, err = csv.NewReader(&b).ReadAll()
	if want := "Highlight,Title,Author,URL,Note,Location,Date"; err != nil || strings.Join(rows[0], ",") != want {
		t.Errorf("the columns are %q, want %s (%v)", rows[0], want, err)
	}
}

func TestUncell(t *testing.T) {
	for cell, want := range map[string]string{
		"'=1": "=1", "''=1": "'=1", "'a": "'a", "' \n=": " \n=", "plain": "plain", "": "", "'": "'", "'＝1": "＝1",
	} {
		if got := margin.Uncell(cell); got != want {
			t.Errorf("Uncell(%q) = %q, want %q", cell, got, want)
		}
	}
}

// Anki takes lines that begin with # before the table as headers, and reads the rest as
// fields between tabs.
func TestAnkiIsReadBack(t *testing.T) {
	s := sheet(t)
	var b bytes.Buffer
	if err := s.Anki(&b); err != nil {
		t.Fatal(err)
	}
	table := b.String()
	for _, head := range []string{"#separator:tab\n", "#html:false\n", "#guid column:1\n", "#tags column:4\n", "#columns:ID\tFront\tBack\tTags\n"} {
		rest, ok := strings.CutPrefix(table, head)
		if !ok {
			t.Fatalf("%q is no %q", table, head)
		}
		table = rest
	}
	r := csv.NewReader(strings.NewReader(table))
	r.Comma = '\t'
	rows, err := r.ReadAll()
	if err != nil || len(rows) != len(s.Entries) {
		t.Fatalf("%d rows (%v)", len(rows), err)
	}
	for i, e := range s.Entries {
		if row := rows[i]; len(row) != 4 || row[0] != e.ID || row[1] != e.Quote {
			t.Errorf("row %d is %q", i, row)
		}
	}
}

func TestTemplates(t *testing.T) {
	s := sheet(t)
	own, err := margin.ParseTemplate("mine.tmpl", []byte("{{range .Entries}}{{words .Quote}}|{{.Status}}\n{{end}}"))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := s.Markdown(&b, own); err != nil || !strings.HasPrefix(b.String(), "🙂 Zoë|moved\nZoë’s \\<friend\\> \\& left \\*early\\*|kept\n") {
		t.Errorf("the template wrote %q (%v)", b.String(), err)
	}
	for _, c := range []struct{ source, want string }{
		{"a\n{{nothing}}", "my/mine.tmpl:2: function \"nothing\" not defined"},
		{"a\n\n{{if}}", "my/mine.tmpl:3: missing value for if"},
		{"{{.Title", "my/mine.tmpl:1: unclosed action"},
		{"\n{{range .Entries}}\n{{.Colour}}{{end}}", "my/mine.tmpl:3:2: executing"},
	} {
		own, err := margin.ParseTemplate("my/mine.tmpl", []byte(c.source))
		if err == nil {
			err = s.Markdown(io.Discard, own)
		}
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q fails with %v, want %s", c.source, err, c.want)
		}
	}
	if _, err := margin.ParseTemplate("large.tmpl", make([]byte, 2<<20)); err == nil || !strings.HasPrefix(err.Error(), "large.tmpl: ") {
		t.Errorf("a large template: %v", err)
	}
	if again, err := margin.ParseTemplate("default", []byte(margin.DefaultTemplate())); err != nil {
		t.Error(err)
	} else {
		var own, std bytes.Buffer
		if err := s.Markdown(&own, again); err != nil {
			t.Fatal(err)
		}
		if err := s.Markdown(&std, nil); err != nil || !bytes.Equal(own.Bytes(), std.Bytes()) {
			t.Errorf("the default template, given by the reader, writes otherwise (%v)", err)
		}
	}
}

func TestFileName(t *testing.T) {
	for title, want := range map[string]string{
		"White House confirms talks": "white-house-confirms-talks-notes.md",
		"Don’t: “stop” / me!":        "dont-stop-me-notes.md",
		"Ärger über 1.200 €":         "ärger-über-1-200-notes.md",
		"../../etc/passwd":           "etc-passwd-notes.md",
		"":                           "notes.md",
		"  — ":                       "notes.md",
		strings.Repeat("word ", 40):  strings.Repeat("word-", 16) + "notes.md",
	} {
		if got := margin.FileName(title, ".md"); got != want {
			t.Errorf("FileName(%q) = %q, want %q", title, got, want)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWritingMayFail(t *testing.T) {
	s := sheet(t)
	for name, write := range map[string]func(io.Writer) error{
		"Markdown": func(w io.Writer) error { return s.Markdown(w, nil) }, "CSV": s.CSV, "Readwise": s.Readwise, "Anki": s.Anki,
	} {
		if err := write(full{}); err == nil {
			t.Errorf("%s does not say that nothing could be written", name)
		}
	}
}

// Whatever a note says, the tables are read back as it says, and no cell is a formula.
func FuzzTables(f *testing.F) {
	for _, s := range []string{"=1", "\t=1", "a,b\n\"c\"", "'+1", "\r\n@x", "＝1", "\x00", "#x", "\ufeff=1"} {
		f.Add(s, s, s)
	}
	f.Fuzz(func(t *testing.T, quote, note, tag string) {
		fuzzed.Within(t, func() {
			p := placed("", "01A", quote, notes.Note{Text: note, Tags: []string{tag}})
			s := margin.New(editionOf(t, "Some text."), notes.NewSet([]notes.Placed{p}), margin.Options{})
			for name, write := range map[string]func(io.Writer) error{"CSV": s.CSV, "Readwise": s.Readwise} {
				var b bytes.Buffer
				if err := write(&b); err != nil {
					t.Fatal(err)
				}
				rows, err := csv.NewReader(bytes.NewReader(b.Bytes())).ReadAll()
				if err != nil || len(rows) != 2 {
					t.Fatalf("%s is read as %d rows (%v): %q", name, len(rows), err, b.Bytes())
				}
				for _, cell := range rows[1] {
					if at := strings.TrimLeftFunc(cell, unicode.IsSpace); at != "" && strings.ContainsAny(at[:1], "=+-@") {
						t.Fatalf("in %s %q is a formula", name, cell)
					}
				}
				want := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(quote)
				if got := margin.Uncell(rows[1][0]); !strings.ContainsFunc(want, letters.IsHidden) && utf8.ValidString(want) && got != want {
					t.Fatalf("in %s the words are %q, want %q", name, got, want)
				}
			}
		})
	})
}
