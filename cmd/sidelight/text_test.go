package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fileOf writes a file of a name and returns its path.
func fileOf(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// The JSON of a text has every key, with offsets in code points.
func TestTextAsJSON(t *testing.T) {
	path := fileOf(t, "a.md", "---\ntitle: Übersicht\n---\n\nÄ *sea*.\n\n1. [one](b)\n")
	code, stdout, stderr := call("text", "--json", path)
	var got any
	if err := json.Unmarshal([]byte(stdout), &got); err != nil || code != exitOK || stderr != "" {
		t.Fatalf("exit code %d, %v, stderr %q", code, err, stderr)
	}
	want := `{"title":"Übersicht","byline":"","published":"","language":"","site":"","url":"",
	"source":{"name":"a.md","mediaType":"text/markdown","sha256":"717888a44ad89a0487b47df791f6bdc92eea4a8a9bf52083756e8057ea8e55c0","size":50,"deriver":"markdown/1"},
	"text":"Ä sea.\n\none",
	"blocks":[{"kind":"paragraph","start":0,"end":6,"level":0,"depth":0,"marker":"","row":0,"col":0},
	{"kind":"item","start":8,"end":11,"level":0,"depth":1,"marker":"1.","row":0,"col":0}],
	"runs":[{"start":2,"end":5,"style":"emphasis"}],"links":[{"start":8,"end":11,"target":"b"}]}`
	var compact bytes.Buffer
	if err := json.Compact(&compact, []byte(stdout)); err != nil {
		t.Fatal(err)
	}
	if w := strings.NewReplacer("\n\t", "").Replace(want); compact.String() != w {
		t.Errorf("it is\n%s, want\n%s", compact.String(), w)
	}
}

// A text is printed as it is, and obeyed by no terminal.
func TestTextAsItIs(t *testing.T) {
	path := fileOf(t, "a.md", "| a | b |\n|---|---|\n| c | d\u009b |\n")
	if code, stdout, stderr := call("text", path); code != exitOK || stdout != "a\tb\nc\td\\u009b\n" || stderr != "" {
		t.Errorf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
	path = fileOf(t, "b.txt", "\x81\x82 \x8a")
	if code, stdout, _ := call("text", "--encoding", "ibm437", path); code != exitOK || stdout != "üé è\n" {
		t.Errorf("exit code %d, stdout %q", code, stdout)
	}
	if code, _, stderr := call("text", path); code != exitFailed || !strings.Contains(stderr, "in one of several encodings") {
		t.Errorf("exit code %d, stderr %q", code, stderr)
	}
}

// The commands for editions take a document.
func TestCommandsTakeADocument(t *testing.T) {
	path := fileOf(t, "harbour.md", "# The harbour\n\nShips came in before noon.\n")
	code, stdout, stderr := call("search", "--json", "--in", path, "ships")
	var found []struct{ Type, Title string }
	if err := json.Unmarshal([]byte(stdout), &found); err != nil || code != exitOK || stderr != "" ||
		len(found) == 0 || found[0].Type != "passage" {
		t.Errorf("search: exit code %d, %v, stderr %q, %+v", code, err, stderr, found)
	}
	code, stdout, stderr = call("export", "--format", "json", path)
	if code != exitOK || stderr != "" || !strings.Contains(stdout, `"title": "The harbour"`) {
		t.Errorf("export: exit code %d, stderr %q, stdout %.200q", code, stderr, stdout)
	}
}
