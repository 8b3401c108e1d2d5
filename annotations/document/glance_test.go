package document_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sidelight/annotations/document"
	"sidelight/annotations/document/raw"
)

// A glance refuses what reading refuses, and nothing else.
func TestGlance(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		data    string
		refused bool
		problem raw.Problem
		format  string
	}{
		"short.txt": {data: "Words."},
		"long.txt":  {data: strings.Repeat("Words. ", 5000)},
		"utf16.txt": {data: "\xff\xfeW\x00o\x00r\x00d\x00"},
		"empty.txt": {refused: true, problem: raw.Empty},
		"a.rtf":     {data: "{\\rtf1 and so on", refused: true, problem: raw.Binary, format: "RTF"},
		"nul.txt":   {data: "a\x00\x00b", refused: true, problem: raw.Binary},
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(c.data), 0o600); err != nil {
			t.Fatal(err)
		}
		err := document.Glance(path)
		var e *raw.Error
		if refused := errors.As(err, &e); refused != c.refused {
			t.Errorf("%s: %v", name, err)
		} else if refused && (e.Problem != c.problem || e.Format != c.format) {
			t.Errorf("%s: problem %v, format %q", name, e.Problem, e.Format)
		}
		if _, err := document.Open(t.Context(), path, nil); (err != nil) != c.refused {
			t.Errorf("%s: Read says %v", name, err)
		}
	}
	var e *raw.Error
	if err := document.Glance(dir); !errors.As(err, &e) || e.Problem != raw.Folder {
		t.Errorf("a folder: %v", err)
	}
	if err := document.Glance(filepath.Join(dir, "none")); !errors.As(err, &e) || e.Problem != raw.Missing {
		t.Errorf("nothing: %v", err)
	}
}
