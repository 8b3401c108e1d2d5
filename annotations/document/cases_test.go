package document_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations/document"
	"sidelight/annotations/document/documenttest"
	"sidelight/annotations/document/raw"
)

// longOutline is how many bytes of an outline are looked at.
const longOutline = 1500

// The small files in testdata/cases, each of which a reader of text or Markdown may get
// wrong in its own way, read as testdata/cases.txt says.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "cases", "*.[tm]*"))
	if err != nil || len(paths) < 80 {
		t.Fatalf("there are %d cases, %v", len(paths), err)
	}
	slices.Sort(paths)
	var out strings.Builder
	for _, path := range paths {
		fmt.Fprintf(&out, "== %s\n%s", filepath.Base(path), outlined(t, path))
	}
	documenttest.Golden(t, filepath.Join("testdata", "cases.txt"), out.String())
}

// outlined is the outline of a document, or what it is refused for.
func outlined(t *testing.T, path string) string {
	t.Helper()
	d, err := document.Open(t.Context(), path, nil)
	var e *raw.Error
	if errors.As(err, &e) {
		s := e.Problem.String() + "\n"
		for _, g := range e.Guesses {
			s += g.Name + ": " + g.Words + "\n"
		}
		return s
	}
	if err != nil {
		t.Fatal(err)
	}
	documenttest.Origins(t, d.Article)
	s := documenttest.Outline(d.Article)
	if len(s) > longOutline {
		s = fmt.Sprintf("%s…\n%d blocks, %d bytes\n", strings.ToValidUTF8(s[:longOutline/4], ""), d.Article.Len(), len(d.Article.Text))
	}
	return fmt.Sprintf("“%s”\n%s", d.Title, s)
}

// Where no line is joined, the text of a file in UTF-8 is its own.
func TestCasesOfTextAreTheFilesOwn(t *testing.T) {
	for _, name := range []string{"cjk-zh", "hebrew", "arabic", "bidi-mixed", "emoji", "combining", "zero-width", "nbsp", "spaces", "tabs", "txt-verse", "txt-cr", "txt-nel-ls"} {
		path := filepath.Join("testdata", "cases", name+".txt")
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		d, err := document.Open(t.Context(), path, nil)
		if err != nil || d.Article.Text != string(data) {
			t.Errorf("%s: %v, it reads %.100q", name, err, d.Article.Text)
		}
	}
}
