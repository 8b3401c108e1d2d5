package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/edition"
)

// A draft is an edition that check accepts, whose marks are still known as the
// program's, with the article byte for byte.
func TestDraft(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "my-edition")
	path := fileOf(t, "talks.txt", talks)
	code, stdout, stderr := call("draft", path, "--published", "2025-03-06", "--out", folder)
	if code != exitOK || stderr != "" || !strings.HasPrefix(stdout, folder+": ") || strings.Contains(stdout, "reading text") {
		t.Fatalf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
	if article, err := os.ReadFile(filepath.Join(folder, "article.txt")); err != nil || string(article) != talks {
		t.Errorf("the article is %q, %v", article, err)
	}
	e, err := edition.Load(t.Context(), os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	direct, err := markedEdition(t.Context(), path, e.Published())
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Mentions()) == 0 || len(e.Mentions()) != len(direct.Mentions()) || e.Published().String() != "2025-03-06" || !e.Marked() {
		t.Fatalf("%d mentions of %s, want %d", len(e.Mentions()), e.Published(), len(direct.Mentions()))
	}
	for i, m := range e.Mentions() {
		if m != direct.Mentions()[i] || m.Origin != annotations.Found || m.Score == 0 {
			t.Errorf("a mention is %+v, want %+v", m, direct.Mentions()[i])
		}
	}
	code, stdout, stderr = call("check", "--coverage", folder)
	for _, words := range []string{": no faults in ", "Left for a person", "has no identity: say in one line", "\n\nMarks ", "\n\nWords "} {
		if !strings.Contains(stdout, words) {
			t.Errorf("check does not say %q", words)
		}
	}
	if code != exitOK || stderr != "" {
		t.Errorf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
}

// Of a document that is no plain text the reading text is written, and that is said.
func TestDraftOfAPage(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "made")
	if err := os.Mkdir(folder, 0o755); err != nil { // an empty folder is as good as none
		t.Fatal(err)
	}
	path := fileOf(t, "talks.md", "# Talks\n\nAnn *Miller* met 20 officials, she said.\n")
	code, stdout, stderr := call("draft", "--out", folder, path)
	if code != exitOK || stderr != "" || !strings.Contains(stdout, "article.txt is the reading text of talks.md") {
		t.Fatalf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
	if article, err := os.ReadFile(filepath.Join(folder, "article.txt")); err != nil || string(article) != "Talks\n\nAnn Miller met 20 officials, she said." {
		t.Errorf("the article is %q, %v", article, err)
	}
	if code, _, stderr := call("check", folder); code != exitOK || stderr != "" {
		t.Errorf("exit code %d, stderr %q", code, stderr)
	}
}

// Nothing is written over.
func TestDraftWritesNothingOver(t *testing.T) {
	path := fileOf(t, "talks.txt", talks)
	folder := filepath.Dir(path)
	for out, want := range map[string]string{
		folder:                       "is not empty",
		path:                         "is no folder",
		filepath.Join(path, "below"): "cannot be made",
	} {
		code, stdout, stderr := call("draft", path, "--out", out)
		if code != exitFailed || stdout != "" || !strings.Contains(stderr, want) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: exit code %d, stdout %q, stderr %q", out, code, stdout, stderr)
		}
	}
	there, err := os.ReadDir(folder)
	if err != nil || len(there) != 1 {
		t.Errorf("there are %v, %v", there, err)
	}
}
