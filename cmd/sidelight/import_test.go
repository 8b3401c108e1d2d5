package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// noteSome notes something in each style, with words, tags and entities, on the edition
// built in.
func noteSome(t *testing.T, on ...string) {
	t.Helper()
	for _, args := range [][]string{
		{"--quote", "final warning", "--note", "The post says “last”. #lesson\n\n<b>&</b> \u202e [[Adam Boehler]]", "--tag", "to check", "--style", "wave"},
		{"--quote", "no progress was made", "--style", "half-band", "--tag", "to check"},
		{"--quote", "ongoing talks and discussions"},
		{"--quote", "Israel had been informed of the matter", "--note", "=1+1", "--style", "brackets"},
		{"--quote", "final warning", "--style", "side-line"},
	} {
		done(t, append(append([]string{"notes", "add"}, on...), args...)...)
	}
}

// Exported, wiped, imported and exported, the notes are the same bytes in every format,
// and a second import makes no doubles.
func TestExportWipeImportExport(t *testing.T) {
	dir := home(t)
	noteSome(t)
	formats := [][]string{
		{"--notes", "--format", "w3c"}, {"--both", "--format", "w3c"}, {"--notes", "--format", "json"}, {"--both", "--format", "json"},
		{"--notes", "--format", "html"}, {"--both", "--format", "html"}, {"--format", "markdown"}, {"--format", "csv"},
		{"--format", "readwise"}, {"--format", "anki"}, {"--notes", "--format", "w3c", "--tag", "to check"},
	}
	written := map[string]string{}
	for _, f := range formats {
		written[strings.Join(f, " ")] = done(t, append([]string{"export"}, f...)...)
	}
	out := filepath.Join(dir, "notes.jsonld")
	done(t, "export", "--notes", "--format", "w3c", "--out", out)
	if err := os.RemoveAll(os.Getenv(homeVariable)); err != nil {
		t.Fatal(err)
	}
	if said := done(t, "import", out); !strings.HasSuffix(said, "officials”, the edition built in: 5 notes came in\n") {
		t.Errorf("import says %q", said)
	}
	if said := done(t, "import", out); !strings.HasSuffix(said, ": 0 notes came in, 5 were there already\n") {
		t.Errorf("the second import says %q", said)
	}
	for _, f := range formats {
		name := strings.Join(f, " ")
		if again := done(t, append([]string{"export"}, f...)...); again != written[name] {
			t.Errorf("%s: written again it is\n%s, want\n%s", name, again, written[name])
		}
	}
	both := textFile(t, filepath.Join(dir, "both.jsonld"), written["--both --format w3c"])
	if said := done(t, "import", both); !strings.Contains(said, "5 were there already") || !strings.Contains(said, "marks of an edition are no notes") {
		t.Errorf("with the marks, import says %q", said)
	}
	if said := done(t, "notes", "undo"); !strings.HasSuffix(said, ": import\n") || len(wires(t, "notes", "list", "--json")) != 0 {
		t.Errorf("undone was %q", said)
	}
}

// A note goes to the article that it names: by its text, which is known here, or by its
// file, which lies beside the file of notes. A named file is where all go.
func TestImportFindsTheArticle(t *testing.T) {
	dir := home(t)
	file := textFile(t, filepath.Join(dir, "a text.txt"), aText)
	done(t, "notes", "add", file, "--quote", "five six", "--note", "so")
	out := filepath.Join(dir, "out.jsonld")
	done(t, "export", "--notes", "--format", "w3c", "--out", out, file)
	same := filepath.Join(dir, "same", "out.jsonld")
	if err := os.Mkdir(filepath.Dir(same), 0o700); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	textFile(t, same, string(data))
	if said := done(t, "import", same); said != "“a text”: 0 notes came in, 1 was there already\n" {
		t.Errorf("by its text it goes to %q", said)
	}
	if err := os.RemoveAll(os.Getenv(homeVariable)); err != nil {
		t.Fatal(err)
	}
	if said := done(t, "import", out); said != "“a text”: 1 note came in\n" {
		t.Errorf("by its file it goes to %q", said)
	}
	if all := wires(t, "notes", "list", "--json", file); len(all) != 1 || all[0].Quote != "five six" || all[0].Status != "" {
		t.Errorf("listed are %+v", all)
	}
	other := textFile(t, filepath.Join(dir, "other.txt"), "Zero.\n\n"+aText)
	if code, said, hint := call("import", out, other); code != exitOK || said != "“other”: 1 note came in\n" ||
		hint != "sidelight: 1 note was made on “a text”, which may be an earlier text of this; open it in the window to bring them here\n" {
		t.Errorf("to a named file: exit code %d, %q, %q", code, said, hint)
	}
	if all := wires(t, "notes", "list", "--json", other); len(all) != 1 || all[0].Quote != "five six" {
		t.Errorf("listed are %+v", all)
	}
	if err := os.RemoveAll(os.Getenv(homeVariable)); err != nil {
		t.Fatal(err)
	}
	if said := done(t, "import", same); !strings.HasSuffix(said, "the edition built in: 1 note came in, 1 has no certain place in its text\n") {
		t.Errorf("of an article that is nowhere: %q", said)
	}
}

// What Hypothesis exports comes in with its ids and times; what cannot be read is named.
func TestImportOfHypothesis(t *testing.T) {
	home(t)
	const file = "../../annotations/export/margin/testdata/hypothesis.json"
	for i, want := range []string{"2 notes came in", "0 notes came in, 2 were there already"} {
		code, stdout, stderr := call("import", file)
		if code != exitOK || !strings.HasSuffix(stdout, ": "+want+"\n") {
			t.Errorf("import %d: exit code %d, stdout %q", i, code, stdout)
		}
		if lines := strings.Split(strings.TrimSpace(stderr), "\n"); len(lines) != 2 || !strings.HasPrefix(lines[0], "sidelight import: "+file+": annotation 3 (PageNote1): ") {
			t.Errorf("import %d: stderr %q", i, stderr)
		}
	}
	all := wires(t, "notes", "list", "--json")
	if len(all) != 2 || all[0].ID != "Ab-C1_xYzEeuW6Nd0" || all[0].Quote != "ongoing talks" || !slices.Equal(all[0].Tags, []string{"to check", "talks"}) {
		t.Errorf("listed are %+v", all)
	}
	if md := done(t, "export", "--format", "markdown"); !strings.Contains(md, "^Ab-C1-xYzEeuW6Nd0\n") || !strings.Contains(md, "updated: 2025-03-06T09:15:30Z\n") {
		t.Errorf("exported it is\n%s", md)
	}
}

// The edition alone is exported as before, whatever is noted.
func TestExportOfTheEditionIsAsBefore(t *testing.T) {
	home(t)
	for _, format := range []string{"json", "w3c", "html"} {
		before := done(t, "export", "--format", format)
		if format == "json" {
			noteSome(t)
		}
		if after := done(t, "export", "--format", format); after != before {
			t.Errorf("%s is written otherwise when something is noted", format)
		}
		if explicit := done(t, "export", "--edition", "--format", format); explicit != before {
			t.Errorf("%s is written otherwise with --edition", format)
		}
	}
}

func TestExportOfAReadersTemplate(t *testing.T) {
	dir := home(t)
	noteSome(t)
	template := textFile(t, filepath.Join(dir, "mine.tmpl"), "{{range .Entries}}{{.Style}}: {{words .Quote}}\n{{end}}")
	want := "Marker: ongoing talks and discussions\nSide line: final warning\nWave: final warning\n"
	got := done(t, "export", "--notes", "--format", "markdown", "--template", template, "--style", "marker", "--style", "Side Line", "--style", "wave")
	lines := strings.SplitAfter(got, "\n")
	if slices.Sort(lines[1:3]); strings.Join(lines, "") != want {
		t.Errorf("it is\n%s, want\n%s", got, want)
	}
	if got := done(t, "export", "--notes", "--format", "csv", "--tag", "#LESSON"); strings.Count(got, "final warning") != 1 || strings.Contains(got, "no progress") {
		t.Errorf("with the tag it is\n%s", got)
	}
}
