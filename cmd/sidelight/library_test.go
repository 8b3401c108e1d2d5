package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/annotations/knowledge/zim/zimtest"
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

// smallZIM writes an encyclopaedia of a few pages and returns its path.
func smallZIM(t *testing.T, dir string) string {
	t.Helper()
	page := func(title, words string) zimtest.Page {
		return zimtest.Page{Namespace: 'C', Path: strings.ReplaceAll(title, " ", "_"), Title: title, Content: "<html><body><p>" + words + "</p></body></html>"}
	}
	pages := []zimtest.Page{
		page("Karoline Leavitt", "Karoline Claire Leavitt is an American spokeswoman who has served as the 36th White House press secretary since January 2025."),
		page("Adam Bohler", "Adam Bohler was a German painter of landscapes."),
		page("Hamas", "Hamas is a Palestinian nationalist Sunni Islamist political organisation."),
	}
	for name, value := range map[string]string{"Title": "A small encyclopaedia", "Date": "2025-08-12", "License": "CC BY-SA 4.0"} {
		pages = append(pages, zimtest.Page{Namespace: 'M', Path: name, Title: name, MIME: "text/plain", Content: value})
	}
	path := filepath.Join(dir, "small.zim")
	if err := os.WriteFile(path, zimtest.Write(pages, zimtest.Layout{Packing: zimtest.Zstd}), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// An encyclopaedia says what it is and who somebody is, and a file that is none is
// refused in a sentence.
func TestOpenArchive(t *testing.T) {
	dir := t.TempDir()
	known, done := knownIn(dir)
	defer done()
	a, err := known.OpenArchive(t.Context(), smallZIM(t, dir))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = a.Close() }()
	if a.Title() != "A small encyclopaedia" || !strings.Contains(a.Detail(), "2025 · CC BY-SA 4.0") {
		t.Errorf("it calls itself %q, %q", a.Title(), a.Detail())
	}
	lines, err := a.Ask(t.Context(), knowledge.Subject{Kind: annotations.Person, Name: "Karoline Leavitt", Called: []string{"White House Press Secretary"}})
	if err != nil || len(lines) != 1 || !strings.HasPrefix(lines[0].Text, "Karoline Claire Leavitt is an American") {
		t.Errorf("it says %+v, %v", lines, err)
	}
	none := filepath.Join(dir, "none.zim")
	if err := os.WriteFile(none, []byte("words"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := known.OpenArchive(t.Context(), none); err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("a file that is no archive: %v", err)
	}
}
