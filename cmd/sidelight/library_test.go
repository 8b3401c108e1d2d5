package main

import (
	"path/filepath"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/ui/uitest"
)

// The reader's library keeps what is opened, finds words in it and names in what of it a
// name stands, and makes no file before something is added.
func TestKnownIn(t *testing.T) {
	dir := t.TempDir()
	known, done := knownIn(dir)
	defer done()
	if all, err := known.Library.All(t.Context()); len(all) != 0 || err != nil {
		t.Fatalf("an empty library has %v, %v", all, err)
	}
	if made, _ := filepath.Glob(filepath.Join(dir, "*")); len(made) != 0 {
		t.Errorf("made %q before anything was added", made)
	}
	c := uitest.MarkedContent(t)
	c.Article.File.Fingerprint[0] = 1
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	if err := known.Library.Add(t.Context(), e, "/texts/harbour-inquiry.md", time.Unix(1790000000, 0)); err != nil {
		t.Fatal(err)
	}
	all, err := known.Library.All(t.Context())
	if err != nil || len(all) != 1 || all[0].Path != "/texts/harbour-inquiry.md" || all[0].Edition {
		t.Fatalf("the library has %+v, %v", all, err)
	}
	found, err := known.Library.Search(t.Context(), "schedule writing")
	if err != nil || len(found) != 1 || len(found[0].Marks) == 0 {
		t.Errorf("found %+v, %v", found, err)
	}
	lines, err := known.Library.Ask(t.Context(), knowledge.Subject{Kind: 1, Name: "Liv Sander"})
	if err != nil || len(lines) != 1 || len(lines[0].Articles) != 1 {
		t.Errorf("known is %+v, %v", lines, err)
	}
	if err := known.Library.Forget(t.Context(), e.Article().File.Fingerprint); err != nil {
		t.Error(err)
	}
	if all, err := known.Library.All(t.Context()); len(all) != 0 || err != nil {
		t.Errorf("after it was forgotten the library has %v, %v", all, err)
	}
	if none, done := knownIn(""); none.Library != nil {
		t.Error("there is a library without a folder")
	} else {
		done()
	}
}
