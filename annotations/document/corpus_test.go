package document_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"sidelight/annotations/document"
	"sidelight/annotations/document/documenttest"
	exporting "sidelight/annotations/export"
)

// Each document in testdata/corpus reads as the JSON beside it says.
func TestCorpus(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("testdata", "corpus", "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, path := range paths {
		if strings.HasSuffix(path, ".json") || filepath.Base(path) == "failed" {
			continue
		}
		n++
		d, err := document.Open(t.Context(), path, nil)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		var b bytes.Buffer
		if err := exporting.Reading(&b, d.Title, d.Article); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		documenttest.Golden(t, path+".json", b.String())
		documenttest.Origins(t, d.Article)
	}
	if n < 12 {
		t.Errorf("there are %d documents", n)
	}
}
