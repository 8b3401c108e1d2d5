package document_test

import (
	"path/filepath"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/document"
)

// One text reads the same whatever the format of its file: the words, where its blocks
// end, and what leads elsewhere.
func TestOneTextInSevenFormats(t *testing.T) {
	const folder = "testdata/corpus/seven"
	first := open(t, filepath.Join(folder, "harbour.txt"))
	for _, ending := range []string{".md", ".html", ".epub", ".docx", ".odt", ".pdf"} {
		d := open(t, filepath.Join(folder, "harbour"+ending))
		if d.Article.Text != first.Article.Text {
			t.Errorf("%s reads\n%s\nnot\n%s", ending, d.Article.Text, first.Article.Text)
			continue
		}
		if d.Article.Len() != first.Article.Len() || d.Title != "The Harbour in Winter" {
			t.Errorf("%s has %d blocks and the title %q, not %d", ending, d.Article.Len(), d.Title, first.Article.Len())
		}
		if n := len(d.Article.Headings()); n != 3 {
			t.Errorf("%s has %d headings", ending, n)
		}
		all := annotations.Span{Start: 0, End: len(d.Article.Text)}
		for l := range d.Article.Links(all) {
			if d.Article.Slice(l.Span) != "report" || l.Target != "https://example.org/report" {
				t.Errorf("%s: %q leads to %s", ending, d.Article.Slice(l.Span), l.Target)
			}
		}
		for r := range d.Article.Runs(all) {
			want := map[string]annotations.Style{"never": annotations.Emphasis, "well-known": annotations.Strong}
			if words := d.Article.Slice(r.Span); want[words] != r.Style {
				t.Errorf("%s: %q is %s", ending, words, r.Style)
			}
		}
	}
}

func open(t *testing.T, path string) *document.Document {
	t.Helper()
	d, err := document.Open(t.Context(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
