package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"sidelight/assets"
)

func call(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, &out, &err)
	return code, out.String(), err.String()
}

// brokenEdition is a folder with a copy of the bundled edition in which words of
// one file were replaced.
func brokenEdition(t *testing.T, file, old, new string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "broken")
	if err := os.CopyFS(dir, assets.Edition()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, file)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(b, []byte(old)) {
		t.Fatalf("%s does not hold %q", file, old)
	}
	if err := os.WriteFile(path, bytes.ReplaceAll(b, []byte(old), []byte(new)), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Every mistake ends with its exit code, nothing on stdout and one sentence on
// stderr.
func TestMistakes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	missing, large := filepath.Join(t.TempDir(), "missing"), filepath.Join(t.TempDir(), "large")
	if err := errors.Join(os.WriteFile(large, nil, 0o644), os.Truncate(large, 300<<20)); err != nil {
		t.Skip("this system has no sparse files:", err)
	}
	inFile, inPath := "cannot be read", "cannot be read: not a directory"
	if runtime.GOOS == "windows" { // to which a path through a file leads nowhere
		inFile, inPath = "there is no folder", "there is no file and no folder of that name"
	}
	tests := []struct { // of run and shot only what they share with the others
		args   string
		code   int
		stderr string
	}{
		{"frobnicate", exitUsage, `no command, no file and no folder "frobnicate"`},
		{"frobnicate.txt", exitFailed, "there is no file and no folder"},
		{missing, exitFailed, missing + ": there is no file and no folder of that name"},
		{"run " + missing, exitFailed, missing + ": there is no file and no folder of that name"},
		{filepath.Dir(file), exitFailed, filepath.Dir(file) + " is a folder and no edition: there is no edition.yaml in it"},
		{large, exitFailed, large + " has 300 MB, and a text of more than 64 MB is not opened"},
		{"run " + large, exitFailed, large + " has 300 MB, and a text of more than 64 MB is not opened"},
		{"run " + file + "/inside", exitFailed, inPath},
		{"run " + os.DevNull, exitFailed, "is no file of text but a device"},
		{"help frobnicate", exitUsage, `no command "frobnicate"`},
		{"--frobnicate", exitUsage, "-frobnicate"},
		{"run a b", exitUsage, "one edition at a time"},
		{"shot", exitUsage, "--out"},
		{"check --frobnicate", exitUsage, "sidelight check: flag provided but not defined: -frobnicate"},
		{"check a b", exitUsage, "one edition at a time"},
		{"check " + missing, exitFailed, "there is no folder " + missing},
		{"check " + file, exitFailed, file + ": empty"},
		{"check " + filepath.Dir(file), exitFailed, "edition.yaml"},
		{"check " + file + "/inside", exitFailed, inFile},
		{"search", exitUsage, "the query is empty"},
		{"search --json", exitUsage, "the query is empty"},
		{"search --limit", exitUsage, "flag needs an argument"},
		{"search --limit x hamas", exitUsage, `invalid value "x"`},
		{"search hamas --limit -1", exitUsage, "less than 0"},
		{"search --frobnicate hamas", exitUsage, "-frobnicate"},
		{"export", exitUsage, "--format is missing"},
		{"export --format", exitUsage, "flag needs an argument"},
		{"export --format pdf", exitUsage, `no format "pdf"`},
		{"export --format json a b", exitUsage, "one edition at a time"},
		{"export --format json --out=", exitUsage, "after --out is empty"},
		{"export --format json " + missing, exitFailed, "there is no file and no folder " + missing},
		{"export --format json " + file, exitFailed, file + ": empty"},
		{"search --in " + missing + " word", exitFailed, "there is no file and no folder " + missing},
		{"search word --in=", exitUsage, "after --in is empty"},
		{"text", exitUsage, "the name of the file is missing"},
		{"text a b", exitUsage, "one file at a time"},
		{"text --encoding frob " + file, exitUsage, `no encoding "frob"`},
		{"text " + file, exitFailed, file + ": empty"},
		{"text " + missing, exitFailed, missing + ": there is no such file"},
		{"export --format json --out " + missing + "/x.json", exitFailed, "cannot be written"},
		{"export --format json --out " + filepath.Dir(file), exitFailed, "no file that can be replaced"},
		{"annotate", exitUsage, "the name of the file is missing"},
		{"annotate a b", exitUsage, "one file at a time"},
		{"annotate --format frob a", exitUsage, `no format "frob"`},
		{"annotate --published May a", exitUsage, "EDTF"},
		{"annotate --format jsonl --published 2025 a", exitUsage, "each line says"},
		{"annotate --format jsonl a b", exitUsage, "one file at a time"},
		{"annotate --format jsonl " + missing, exitFailed, missing + " cannot be read"},
		{"annotate --format jsonl " + filepath.Dir(file), exitFailed, "cannot be read"},
		{"annotate " + file, exitFailed, file + ": empty"},
		{"annotate " + missing, exitFailed, "there is no file " + missing},
		{"annotate " + filepath.Dir(file), exitFailed, "is a folder"},
		{"draft", exitUsage, "the name of the file is missing"},
		{"draft a", exitUsage, "--out is missing"},
		{"draft a b --out c", exitUsage, "one file at a time"},
		{"draft a --published May --out c", exitUsage, "EDTF"},
		{"draft " + missing + " --out " + missing, exitFailed, "there is no file " + missing},
		{"version now", exitUsage, "takes no words"},
		{"version --frobnicate", exitUsage, "-frobnicate"},
	}
	for _, tt := range tests {
		code, stdout, stderr := call(strings.Fields(tt.args)...)
		if code != tt.code || stdout != "" || !strings.Contains(stderr, tt.stderr) {
			t.Errorf("%s: exit code %d, want %d\nstdout %q\nstderr %q, want %q", tt.args, code, tt.code, stdout, stderr, tt.stderr)
		}
		if strings.Count(stderr, "\n") != 1 || !strings.HasSuffix(stderr, "\n") {
			t.Errorf("%s: stderr %q is not one line", tt.args, stderr)
		}
	}
	for _, args := range [][]string{{"search", ""}, {"search", "  ", "\t"}, {"check", ""}} {
		if code, _, stderr := call(args...); code != exitUsage || !strings.Contains(stderr, "empty") {
			t.Errorf("%q: exit code %d, stderr %q", args, code, stderr)
		}
	}
}

func TestHelp(t *testing.T) {
	_, want, _ := call("--help")
	for _, c := range commands() {
		if !strings.Contains(want, "sidelight "+c.name) {
			t.Errorf("the usage does not name %s", c.name)
		}
	}
	for _, word := range []string{"help", "-h", "-help"} {
		if code, got, stderr := call(word); code != exitOK || got != want || stderr != "" {
			t.Errorf("%s: exit code %d, stdout %q, stderr %q", word, code, got, stderr)
		}
	}
	for _, c := range commands() {
		name := c.name
		_, want, _ := call("help", name)
		for _, flag := range []string{"--help", "-h"} {
			code, got, stderr := call(name, flag)
			if code != exitOK || got != want || stderr != "" {
				t.Errorf("%s %s: exit code %d, stdout %q, stderr %q", name, flag, code, got, stderr)
			}
			if !strings.HasPrefix(got, "Usage: sidelight "+name) {
				t.Errorf("%s %s prints %q", name, flag, got)
			}
		}
	}
	for _, c := range commands() {
		if lines := strings.Count(c.help(), "\n"); lines > 24 {
			t.Errorf("the help of %s has %d lines", c.name, lines)
		}
		for line := range strings.Lines(c.help() + overview()) {
			if len([]rune(line)) > 81 {
				t.Errorf("%s: more than 80 columns in %q", c.name, line)
			}
		}
	}
}

func TestVersion(t *testing.T) {
	for _, word := range []string{"version", "--version"} {
		code, stdout, stderr := call(word)
		if code != exitOK || !strings.HasPrefix(stdout, "Sidelight 0.1.0\ncommit ") || !strings.Contains(stdout, "\ngo1.") || stderr != "" {
			t.Errorf("%s: exit code %d, stdout %q, stderr %q", word, code, stdout, stderr)
		}
	}
}

func TestCheck(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "whole")
	if err := os.CopyFS(whole, assets.Edition()); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"check"}, {"check", whole}, {"check", "--", whole}} {
		code, stdout, stderr := call(args...)
		if code != exitOK || !strings.Contains(stdout, "no faults") || stderr != "" {
			t.Errorf("%v: exit code %d, stdout %q, stderr %q", args, code, stdout, stderr)
		}
	}
}

// Each fault of a broken edition is one line that begins with its place.
func TestCheckBroken(t *testing.T) {
	dir := brokenEdition(t, "entities/people.yaml", "kind: person", "kind: robot\x1b[31m")
	for _, args := range [][]string{{"check", dir}, {"export", "--format", "json", dir}} {
		code, stdout, stderr := call(args...)
		if code != exitFailed || stdout != "" || stderr == "" {
			t.Errorf("%v: exit code %d, stdout %q, stderr %q", args, code, stdout, stderr)
		}
		for line := range strings.Lines(stderr) {
			if !strings.HasPrefix(line, filepath.Join(dir, "entities", "people.yaml")+":") {
				t.Errorf("%v: %q does not begin with the file", args, line)
			}
		}
		if strings.Contains(stderr, "\x1b") {
			t.Errorf("%v: the terminal would obey %q", args, stderr)
		}
	}
}

func TestSearch(t *testing.T) {
	type result struct {
		Type, ID, Title, Detail, Why string
		Group                        string
		Close                        bool
		Score                        int
		Matches                      [][2]int
		Dropped                      []string
	}
	tests := []struct {
		args  string
		first string
		most  int
	}{
		{"search --json netnyahu", "benjamin-netanyahu", resultLimit},
		{"search netnyahu --json --limit 2", "benjamin-netanyahu", 2},
		{"search --limit=1 white --json house", "white-house", 1},
		{"search --json --limit 0 hamas", "hamas", 1000},
		{"search --json -- final warning", "q-final-warning", resultLimit},
		{"search --json >quit", "quit", 1},
		{"search --json is:source axios", "S8", resultLimit},
	}
	for _, tt := range tests {
		code, stdout, stderr := call(strings.Fields(tt.args)...)
		var got []result
		if err := json.Unmarshal([]byte(stdout), &got); err != nil || code != exitOK || stderr != "" {
			t.Errorf("%s: exit code %d, stderr %q, %v", tt.args, code, stderr, err)
			continue
		}
		if len(got) == 0 || got[0].ID != tt.first || len(got) > tt.most {
			t.Errorf("%s finds %d, first %+v", tt.args, len(got), got[:min(1, len(got))])
		}
	}
	code, stdout, _ := call("search", "--json", "isreal")
	var guesses []result
	if err := json.Unmarshal([]byte(stdout), &guesses); err != nil || code != exitOK ||
		guesses[0].ID != "israel" || !guesses[0].Close || guesses[0].Group != "names" {
		t.Errorf("isreal: exit code %d, %v, %+v", code, err, guesses)
	}
	code, stdout, _ = call("search", "--json", "anonymous", "official")
	var part []result
	if err := json.Unmarshal([]byte(stdout), &part); err != nil || code != exitOK || len(part) == 0 ||
		part[0].ID != "hamas-official" || !part[0].Close || !slices.Equal(part[0].Dropped, []string{"anonymous"}) {
		t.Errorf("anonymous official: exit code %d, %v, %+v", code, err, part)
	}
	if code, stdout, _ := call("search", "--json", "qwertyuiop"); code != exitOK || stdout != "[]\n" {
		t.Errorf("nothing found: exit code %d, stdout %q", code, stdout)
	}
	if code, stdout, _ := call("search", "qwertyuiop"); code != exitOK || stdout != "Nothing found for “qwertyuiop”.\n" {
		t.Errorf("nothing found: exit code %d, stdout %q", code, stdout)
	}
	code, stdout, _ = call("search", "--limit", "1", "netnyahu")
	if want := "Names\n  entity     Benjamin Netanyahu\n"; code != exitOK || !strings.HasPrefix(stdout, want) {
		t.Errorf("rows: exit code %d, stdout %q", code, stdout)
	}
}

// Results are said in the reader's language, as the window says them.
func TestSearchSpeaksTheReadersLanguage(t *testing.T) {
	speak := func(language string) {
		for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"} {
			t.Setenv(name, language)
		}
	}
	speak("de_DE.UTF-8")
	code, stdout, _ := call("search", "--limit", "1", "netnyahu")
	if want := "Namen\n  entity     Benjamin Netanyahu\n             Person · einmal erwähnt, in Absatz 4 · Buchstaben der Reihe nach\n"; code != exitOK || stdout != want {
		t.Errorf("exit code %d, stdout %q, want %q", code, stdout, want)
	}
	speak("en_GB.UTF-8")
	code, stdout, _ = call("search", "--limit", "1", "netnyahu")
	if want := "Names\n  entity     Benjamin Netanyahu\n             Person · mentioned once, in paragraph 4 · letters in order\n"; code != exitOK || stdout != want {
		t.Errorf("exit code %d, stdout %q, want %q", code, stdout, want)
	}
}

func TestExport(t *testing.T) {
	dir := t.TempDir()
	valid := map[string]func([]byte) bool{"json": json.Valid, "w3c": json.Valid, "html": func(page []byte) bool {
		return bytes.HasPrefix(page, []byte("<!DOCTYPE html>")) && bytes.HasSuffix(page, []byte("</html>\n"))
	}}
	for format, valid := range valid {
		code, want, stderr := call("export", "--format", format)
		if code != exitOK || stderr != "" || !valid([]byte(want)) {
			t.Fatalf("%s: exit code %d, stderr %q, valid %v", format, code, stderr, valid([]byte(want)))
		}
		path := filepath.Join(dir, format)
		if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		before, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if code, stdout, stderr := call("export", "--out", path, "--format", format); code != exitOK || stdout+stderr != "" {
			t.Fatalf("%s: exit code %d, stdout %q, stderr %q", format, code, stdout, stderr)
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != want {
			t.Errorf("%s: the file differs from the output (%v)", format, err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode() != before.Mode() {
			t.Errorf("%s: the mode of the file changed (%v)", format, err)
		}
	}
	onlyIn(t, dir, "html", "json", "w3c")
}

// An output that cannot be written is a failure, not a success without words.
func TestOutputFails(t *testing.T) {
	for _, args := range []string{"help", "check", "search hamas", "search --json hamas", "export --format json", "export --format w3c", "export --format html", "version"} {
		var stderr bytes.Buffer
		if code := run(strings.Fields(args), full{}, &stderr); code != exitFailed || !strings.Contains(stderr.String(), "no room") {
			t.Errorf("%s: exit code %d, stderr %q", args, code, stderr.String())
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestRunRecovers(t *testing.T) {
	var stderr bytes.Buffer
	if code := run([]string{"version"}, panicking{}, &stderr); code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	if s := stderr.String(); strings.Contains(s, "goroutine") || strings.Count(s, "\n") != 1 {
		t.Errorf("stderr %q is not one sentence", s)
	}
}

type panicking struct{}

func (panicking) Write([]byte) (int, error) { panic("no ink") }

// onlyIn fails the test if the folder holds anything but these files.
func onlyIn(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := fs.ReadDir(os.DirFS(dir), ".")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if strings.Join(got, " ") != strings.Join(names, " ") {
		t.Errorf("the folder holds %v, want %v", got, names)
	}
}
