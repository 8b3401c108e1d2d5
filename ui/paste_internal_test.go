package ui

import (
	"path/filepath"
	"strings"
	"testing"
)

// A path on the clipboard is told from words, however it was copied.
func TestPathIn(t *testing.T) {
	root, home := t.TempDir(), t.TempDir() // absolute on every system
	file := filepath.Join(root, "a b.md")
	slashed := filepath.ToSlash(file)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/… has one in an address
	}
	for words, want := range map[string]string{
		file:                file,
		" " + file + "\r\n": file,
		`"` + file + `"`:    file,
		"file://" + strings.ReplaceAll(slashed, " ", "%20"): file,
		"~/notes.md":                            filepath.Join(home, "notes.md"),
		filepath.Join(root, ".", "x"):           filepath.Join(root, "x"),
		"notes.md":                              "",
		"~":                                     "",
		"~notes":                                "",
		"file://host/a.md":                      "",
		"https://example.org/a.md":              "",
		"//server/share/a.md":                   "",
		`\\server\share\a.md`:                   "",
		file + "\n" + file:                      "",
		file + "\x00":                           "",
		"":                                      "",
		"Two words":                             "",
		root + strings.Repeat("a", longestPath): "",
	} {
		if got := pathIn(words, home); got != want {
			t.Errorf("%.80q is the path %q, want %q", words, got, want)
		}
	}
	_ = pathIn("/", "") // as short as a path can be
}
