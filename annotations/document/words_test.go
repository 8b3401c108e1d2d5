package document_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"sidelight/annotations/document"
	"sidelight/annotations/document/raw"
)

// Words of the clipboard are a text with its first line as the title, or a page.
func TestOfWords(t *testing.T) {
	long := strings.Repeat("word ", 40)
	for _, c := range []struct{ name, words, title, text, mediaType string }{
		{"a line", "  The quay is shut.\r\n", "The quay is shut.", "The quay is shut.", "text/plain"},
		{"two paragraphs", "\n\nThe quay\n\nIt is shut until May.", "The quay", "The quay\n\nIt is shut until May.", "text/plain"},
		{"a long line", long, strings.TrimSpace(long[:75]) + "…", strings.TrimSpace(long), "text/plain"},
		{"no blanks", strings.Repeat("船", 100), strings.Repeat("船", 79) + "…", strings.Repeat("船", 100), "text/plain"},
		{"a page", "<html><head><title>Quay</title></head><body><p>It is <b>shut</b>.</p></body></html>", "Quay", "It is shut.", "text/html"},
	} {
		d, err := document.OfWords(t.Context(), "Pasted text", c.words)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := strings.TrimSpace(d.Article.Text); d.Title != c.title || got != c.text {
			t.Errorf("%s: title %q, text %q, want %q and %q", c.name, d.Title, got, c.title, c.text)
		}
		if f := d.Article.File; f.MediaType != c.mediaType || f.Name != "Pasted text" || f.Size != int64(len(c.words)) {
			t.Errorf("%s: the file is %+v, want a %s of %d bytes", c.name, f, c.mediaType, len(c.words))
		}
	}
}

// Words that cannot be read end with a sentence, and reading them can be cancelled.
func TestOfWordsRefuses(t *testing.T) {
	var e *raw.Error
	if _, err := document.OfWords(t.Context(), "x", strings.Repeat("a", raw.MaxSize+1)); !errors.As(err, &e) || e.Problem != raw.TooLarge {
		t.Errorf("more than fits: %v", err)
	}
	if _, err := document.OfWords(t.Context(), "x", " \n\t "); !errors.As(err, &e) || e.Problem != raw.Empty {
		t.Errorf("blanks: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := document.OfWords(ctx, "x", "words"); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
