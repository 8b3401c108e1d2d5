package edition_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/edition"
	"sidelight/assets"
)

// The checksum of the article as it was given.
const articleSum = "423358aa6408e46e4bbd302b36382451db2beb5a2f236d850091dd2480dabe6d"

func TestBundledArticleIsUnaltered(t *testing.T) {
	b, err := fs.ReadFile(assets.Edition(), "article.txt")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b)
	if got := hex.EncodeToString(sum[:]); got != articleSum {
		t.Errorf("the article's sha256 is %s, want %s", got, articleSum)
	}
}

func TestBundledEdition(t *testing.T) {
	e := load(t, assets.Edition())
	t.Logf("%d entities, %d mentions, %d facts, %d relations, %d passages, %d sources",
		len(e.Entities()), len(e.Mentions()), len(e.Facts()), len(e.Relations()), len(e.Passages()), len(e.Sources()))
	for _, x := range e.Entities() {
		t.Logf("%3d× %s", len(e.MentionsOf(x.ID)), x.ID)
	}
}

func TestSample(t *testing.T) {
	e := load(t, os.DirFS("testdata/sample"))
	for _, m := range e.Mentions() {
		t.Logf("%-12s %-14s %q", m.Form, m.Entity, e.Article().Slice(m.Span))
	}
}

// load fails the test with each fault on a line of its own.
func load(t *testing.T, fsys fs.FS) *annotations.Edition {
	t.Helper()
	e, err := edition.Load(t.Context(), fsys)
	if err != nil {
		t.Fatalf("the edition has faults:\n%s", err)
	}
	return e
}
