package document_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sidelight/annotations/document"
	"sidelight/annotations/document/documenttest"
	exporting "sidelight/annotations/export"
)

// A document that is cut anywhere is read as far as it goes, or refused with a reason.
func TestCorpusCutShort(t *testing.T) {
	const cuts = 50
	for _, folder := range []string{"text", "markdown"} {
		paths, err := filepath.Glob(filepath.Join("testdata", "corpus", folder, "*.[tm]*"))
		if err != nil || len(paths) < 6 {
			t.Fatalf("there are %d documents, %v", len(paths), err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			short := filepath.Join(t.TempDir(), filepath.Base(path))
			for i := range cuts {
				if err := os.WriteFile(short, data[:len(data)*i/cuts], 0o600); err != nil {
					t.Fatal(err)
				}
				readOrRefuse(t, short)
			}
		}
	}
}

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
