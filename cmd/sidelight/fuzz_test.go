package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/fuzzed"
)

// FuzzCommandLine gives any words as a command. None is a fault in the program: each
// ends with one of three exit codes, and each code but that of success comes with a
// sentence of printable characters.
func FuzzCommandLine(f *testing.F) {
	for _, line := range []string{
		"", "help", "help check", "--help", "-h\nx", "version", "--version\nx", "nothing", "run\n--help", "--sample", "--sample\na", "run\n\n\n",
		"check\n--coverage", "check\n--thin", "check\nmissing", "search", "search\n--limit\n2\nhamas", "search\n--json\n--\n--limit", "search\n--limit\n-1\na",
		"export\n--format\njson", "export\n--format\nw3c\n--out\n", "export\n--format\nx", "shot", "shot\n--out", "shot\n--out\na.png\n--size\n1x",
		"shot\n--size\n99999x99999\n--out\na.png", "check\n\u202e\x1b[2J", "\x00", "--", "-", "search\n--limit\n99999999999999999999\na",
	} {
		f.Add(line)
	}
	window, picture := showWindow, drawPicture
	f.Cleanup(func() { showWindow, drawPicture = window, picture })
	showWindow = func(string, io.Writer) error { return nil }
	drawPicture = func(_ *annotations.Edition, o shotOptions) error {
		return writeFile(o.out, func(io.Writer) error { return nil })
	}
	f.Fuzz(func(t *testing.T, line string) {
		t.Chdir(t.TempDir())
		// A word names no file outside the folder of the test.
		line = strings.NewReplacer("/", "_", `\`, "_", "..", "__").Replace(line)
		args := strings.Split(line, "\n")
		if line == "" {
			args = nil
		}
		fuzzed.Within(t, func() { giveCommand(t, args) })
	})
}

// giveCommand fails the test unless a command ends as it should.
func giveCommand(t *testing.T, args []string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := run(args, &stdout, &stderr)
	said := stderr.String()
	lines := strings.Count(said, "\n")
	switch {
	case strings.Contains(said, "a fault in the program itself"):
		t.Errorf("%q: %s", args, said)
	case code == exitOK && lines > 0, code == exitUsage && lines != 1, code == exitFailed && lines < 1:
		t.Errorf("%q ends with %d and says %q", args, code, said)
	case code != exitOK && code != exitUsage && code != exitFailed:
		t.Errorf("%q ends with %d", args, code)
	}
	if strings.ContainsFunc(said, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }) {
		t.Errorf("%q says %q", args, said)
	}
}
