package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// home gives a test a folder of its own for what is kept.
func home(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv(homeVariable, filepath.Join(dir, "home"))
	return dir
}

// done calls a command that must succeed, and returns what it prints.
func done(t *testing.T, args ...string) string {
	t.Helper()
	code, stdout, stderr := call(args...)
	if code != exitOK || stderr != "" {
		t.Fatalf("%q: exit code %d, stderr %q, stdout %q", args, code, stderr, stdout)
	}
	return stdout
}

func textFile(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// wire is a note as list and check print it.
type wire struct {
	ID, Quote, Note, Style, Status string
	Tags                           []string
	Start, End                     *int
}

func wires(t *testing.T, args ...string) []wire {
	t.Helper()
	var out []wire
	d := json.NewDecoder(strings.NewReader(done(t, args...)))
	d.DisallowUnknownFields()
	if err := d.Decode(&out); err != nil {
		t.Fatalf("%q: %v", args, err)
	}
	return out
}

const aText = "🙂 One two three.\n\nFour five six seven, and eight.\n\nNine is said twice: nine.\n"

var anID = regexp.MustCompile(`^[0-9A-Z]{26}\n$`)

func TestNotesAreAddedListedAndRemoved(t *testing.T) {
	file := textFile(t, filepath.Join(home(t), "a text.txt"), aText)
	second := done(t, "notes", "add", file, "--quote", "five six", "--note", "so? #why\n[[Ada]]", "--tag", "#to check", "--tag", "b", "--style", "wave")
	first := done(t, "notes", "add", "--quote", "two", file)
	if !anID.MatchString(first) || !anID.MatchString(second) || first == second {
		t.Fatalf("the ids are %q and %q", first, second)
	}
	all := wires(t, "notes", "list", file, "--json")
	if len(all) != 2 || all[0].ID+"\n" != first || all[1].ID+"\n" != second {
		t.Fatalf("listed are %+v", all)
	}
	n := all[1]
	if n.Quote != "five six" || n.Note != "so? #why\n[[Ada]]" || n.Style != "wave" || !slices.Equal(n.Tags, []string{"to check", "b", "why"}) || n.Status != "" {
		t.Errorf("listed is %+v", n)
	}
	for _, n := range all {
		if got := string([]rune(aText)[*n.Start:*n.End]); got != n.Quote {
			t.Errorf("at %d to %d stands %q, want %q", *n.Start, *n.End, got, n.Quote)
		}
	}
	rows := done(t, "notes", "list", file)
	for _, want := range []string{"¶1    marker    " + all[0].ID, "“five six”\n      so? #why\n      [[Ada]]\n      #to check #b\n"} {
		if !strings.Contains(rows, want) {
			t.Errorf("the rows are\n%s, want %q", rows, want)
		}
	}
	if said := done(t, "notes", "rm", all[0].ID, all[1].ID); said != "" {
		t.Errorf("rm says %q", said)
	}
	if left := done(t, "notes", "list", file, "--json"); left != "[]\n" {
		t.Errorf("left is %s", left)
	}
	for i, want := range []string{"remove", "highlight", "write"} {
		if said := done(t, "notes", "undo"); said != "undone on “a text”: "+want+"\n" {
			t.Errorf("undone %d: %q, want %s", i, said, want)
		}
		if n := len(wires(t, "notes", "list", file, "--json")); n != 2-i {
			t.Errorf("after %s was undone there are %d notes", want, n)
		}
	}
}

// Without a file the edition built in is meant, and what is undone is what was done last,
// whatever it was done to.
func TestNotesOnTheEditionBuiltIn(t *testing.T) {
	file := textFile(t, filepath.Join(home(t), "a.txt"), aText)
	id := strings.TrimSpace(done(t, "notes", "add", "--quote", "final warning"))
	done(t, "notes", "add", file, "--quote", "two")
	done(t, "notes", "rm", id)
	if said := done(t, "notes", "undo"); !strings.HasPrefix(said, "undone on “White House") || !strings.HasSuffix(said, ": remove\n") {
		t.Errorf("undone was %q", said)
	}
	if all := wires(t, "notes", "list", "--json"); len(all) != 1 || all[0].ID != id || all[0].Quote != "final warning" {
		t.Errorf("listed are %+v", all)
	}
	if said := done(t, "notes", "undo"); said != "undone on “a”: highlight\n" {
		t.Errorf("undone was %q", said)
	}
}

// A file that has changed is known by its path, and what became of its notes is said.
func TestNotesCheck(t *testing.T) {
	dir := home(t)
	file := textFile(t, filepath.Join(dir, "a.txt"), aText)
	ids := map[string]string{}
	for _, quote := range []string{"two three", "five six seven", "Nine is said twice"} {
		ids[quote] = strings.TrimSpace(done(t, "notes", "add", file, "--quote", quote))
	}
	if said := done(t, "notes", "check", file); said != "“a”: 3 notes: 3 kept, 0 moved, 0 approximate, 0 unanchored\n" {
		t.Errorf("before the change: %q", said)
	}
	changed := "A new paragraph comes first.\n\n" + strings.Replace(strings.Replace(aText, "six ", "", 1), "Nine is said twice: nine.", "Altogether different words.", 1)
	textFile(t, file, changed)
	want := map[string]string{"two three": "kept", "five six seven": "approximate", "Nine is said twice": "unanchored"}
	for _, c := range wires(t, "notes", "check", "--json", file) {
		for quote, id := range ids {
			if id != c.ID {
				continue
			}
			if c.Status != want[quote] || (c.Start == nil) != (c.Status == "unanchored") || (c.End == nil) != (c.Start == nil) {
				t.Errorf("%q: %+v, want %s", quote, c, want[quote])
			}
			if c.Start != nil {
				if got := string([]rune(changed)[*c.Start:*c.End]); got != quote && got != "five seven" {
					t.Errorf("%q is found at %q", quote, got)
				}
			}
		}
	}
	report := done(t, "notes", "check", file)
	for _, line := range []string{
		"“a”: 3 notes: 1 kept, 0 moved, 1 approximate, 1 unanchored\n",
		"approximate " + ids["five six seven"] + "  “five six seven” may be in ¶3 “five seven”\n",
		"unanchored  " + ids["Nine is said twice"] + "  “Nine is said twice”\n",
	} {
		if !strings.Contains(report, line) {
			t.Errorf("the report is\n%s, want %q", report, line)
		}
	}
	for _, n := range wires(t, "notes", "list", "--json", file) {
		if n.Status == "" != (n.ID == ids["two three"]) {
			t.Errorf("listed is %+v", n)
		}
	}
	if rows := done(t, "notes", "list", file); !strings.Contains(rows, "(unanchored)") || !strings.Contains(rows, "—     marker") {
		t.Errorf("the rows are\n%s", rows)
	}
}

// A mistake ends with its exit code and one sentence, and nothing is kept.
func TestNotesMistakes(t *testing.T) {
	dir := home(t)
	file := textFile(t, filepath.Join(dir, "a.txt"), aText)
	missing := filepath.Join(dir, "missing.txt")
	for _, c := range []struct {
		args   []string
		code   int
		stderr string
	}{
		{[]string{"notes"}, exitUsage, "what to do is missing"},
		{[]string{"notes", "frob"}, exitUsage, `there is no "frob"`},
		{[]string{"notes", "--frob"}, exitUsage, "-frob"},
		{[]string{"notes", "add", file}, exitUsage, "the words are missing"},
		{[]string{"notes", "add", file, "--quote", "two", "--style", "pink"}, exitUsage, `no style "pink"`},
		{[]string{"notes", "add", file, "--quote", "two", "--tag", " "}, exitUsage, "the tag after --tag is empty"},
		{[]string{"notes", "add", file, file, "--quote", "two"}, exitUsage, "one edition at a time"},
		{[]string{"notes", "add", file, "--quote", "zebra"}, exitFailed, "“zebra”: the quote does not occur"},
		{[]string{"notes", "add", file, "--quote", "ine"}, exitFailed, "“ine”: the quote occurs 2 times: add prefix or suffix"},
		{[]string{"notes", "add", file, "--quote", "ine", "--prefix", "x"}, exitFailed, "not between this prefix and this suffix"},
		{[]string{"notes", "add", missing, "--quote", "x"}, exitFailed, "there is no file and no folder " + missing},
		{[]string{"notes", "list", missing}, exitFailed, "there is no file and no folder " + missing},
		{[]string{"notes", "list", dir}, exitFailed, "edition.yaml"},
		{[]string{"notes", "check", "--frob"}, exitUsage, "-frob"},
		{[]string{"notes", "rm"}, exitUsage, "the id of the note is missing"},
		{[]string{"notes", "rm", "nobody"}, exitFailed, "there is no note nobody"},
		{[]string{"notes", "undo", "now"}, exitUsage, "undo takes no words"},
		{[]string{"notes", "undo"}, exitFailed, "there is nothing to undo"},
		{[]string{"import"}, exitUsage, "the name of the file is missing"},
		{[]string{"import", "a", "b", "c"}, exitUsage, "one edition at a time"},
		{[]string{"import", missing}, exitFailed, "there is no file " + missing},
		{[]string{"import", dir}, exitFailed, dir + " is no file"},
		{[]string{"import", file}, exitFailed, file + ": line 1: it is no JSON"},
		{[]string{"export", "--notes", "--both", "--format", "json"}, exitUsage, "one at a time"},
		{[]string{"export", "--both", "--format", "csv"}, exitUsage, "the format csv holds notes alone"},
		{[]string{"export", "--edition", "--format", "anki"}, exitUsage, "the format anki holds notes alone"},
		{[]string{"export", "--format", "json", "--tag", "a"}, exitUsage, "add --notes or --both"},
		{[]string{"export", "--notes", "--format", "csv", "--template", "t"}, exitUsage, "--template is for --format markdown"},
		{[]string{"export", "--notes", "--format", "csv", "--style", "pink"}, exitFailed, `no style "pink"`},
		{[]string{"export", "--format", "markdown", "--template", missing}, exitFailed, "there is no file " + missing},
		{[]string{"export", "--format", "markdown", "--template", textFile(t, filepath.Join(dir, "t"), "a\n{{frob}}")}, exitFailed, filepath.Join(dir, "t") + `:2: function "frob" not defined`},
	} {
		code, stdout, stderr := call(c.args...)
		if code != c.code || stdout != "" || !strings.Contains(stderr, c.stderr) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%q: exit code %d, stdout %q, stderr %q; want %d and %q", c.args, code, stdout, stderr, c.code, c.stderr)
		}
	}
	if _, err := os.Stat(os.Getenv(homeVariable)); err == nil {
		t.Error("something is kept")
	}
}

// All that is kept lies in the folder that the environment names.
func TestHomeIsWhereDataLives(t *testing.T) {
	dir := home(t)
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		t.Setenv(name, filepath.Join(dir, "elsewhere"))
	}
	done(t, "notes", "add", "--quote", "final warning", "--note", "a note")
	done(t, "export", "--notes", "--format", "markdown")
	if _, err := os.Stat(filepath.Join(dir, "elsewhere")); err == nil {
		t.Error("something is kept elsewhere")
	}
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) < 3 || slices.ContainsFunc(files, func(f string) bool { return !strings.HasPrefix(f, filepath.Join(dir, "home", "notes")) }) {
		t.Errorf("there are %q (%v)", files, err)
	}
}

// Where nothing can be written, reading works, and noting says why not.
func TestNotesInAFolderThatCannotBeWritten(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("permissions do not hold here")
	}
	dir := home(t)
	if err := os.Mkdir(os.Getenv(homeVariable), 0o500); err != nil {
		t.Fatal(err)
	}
	code, stdout, stderr := call("notes", "add", "--quote", "final warning")
	if want := "nothing can be noted, because the folder " + filepath.Join(dir, "home", notesFolder) + " cannot be written to\n"; code != exitFailed || stdout != "" || !strings.HasSuffix(stderr, want) {
		t.Errorf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
	if done(t, "notes", "list", "--json") != "[]\n" {
		t.Error("there are notes")
	}
}

// What is foreign in notes is shown and never obeyed.
func TestNotesAreShown(t *testing.T) {
	file := textFile(t, filepath.Join(home(t), "a.txt"), aText)
	done(t, "notes", "add", file, "--quote", "two", "--note", "\x1b[31mred\u202e", "--tag", "\u202etag")
	for _, args := range [][]string{
		{"notes", "list", file}, {"notes", "list", "--json", file}, {"export", "--notes", "--format", "csv", file},
		{"export", "--format", "markdown", file}, {"export", "--format", "anki", file}, {"export", "--notes", "--format", "html", file},
	} {
		said := done(t, args...)
		if strings.ContainsAny(said, "\x1b\u202e") || !utf8.ValidString(said) || !strings.Contains(said, "[31mred") {
			t.Errorf("%q prints %q", args, said)
		}
	}
}
