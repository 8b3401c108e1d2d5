package document_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"sidelight/annotations/document"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

// Whatever is in a file, it is read as text that can be shown, or refused with a
// reason.
func FuzzOpen(f *testing.F) {
	for _, s := range []string{"", "Words.\n", "# A title\n\n- one\n- two\n\n```\ncode\n```\n", "a\x00b", "\xff\xfea\x00", "\xef\xbb\xbfWords", "%PDF-1.4"} {
		f.Add([]byte(s), true)
		f.Add([]byte(s), false)
	}
	path := filepath.Join(f.TempDir(), "a")
	f.Fuzz(func(t *testing.T, data []byte, markdown bool) {
		name := path + ".txt"
		if markdown {
			name = path + ".md"
		}
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		fuzzed.Within(t, func() { readOrRefuse(t, name) })
	})
}

// readOrRefuse fails the test unless a file is read as text that can be shown, or
// refused with a reason.
func readOrRefuse(t *testing.T, name string) {
	t.Helper()
	text, err := document.Open(context.Background(), name, func(float64) {})
	var refused *raw.Error
	switch {
	case err != nil && !errors.As(err, &refused):
		t.Errorf("refused without a reason: %v", err)
	case err == nil && (!utf8.ValidString(text.Article.Text) || text.Article.Len() == 0):
		t.Errorf("read as %q", text.Article.Text)
	}
}
