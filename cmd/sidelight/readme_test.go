package main

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// README.md names every package under "How it is built", and none that is not
// there.
func TestReadmeNamesEveryPackage(t *testing.T) {
	root := filepath.Join("..", "..")
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	named, there := packagesNamed(string(readme)), packagesUnder(t, os.DirFS(root), "cmd", "ui", "annotations", "assets")
	for name := range there {
		if !named[name] {
			t.Errorf("README.md does not name %s", name)
		}
	}
	for name := range named {
		if !there[name] {
			t.Errorf("README.md names %s, which is not there", name)
		}
	}
	if len(there) < 20 {
		t.Errorf("only %q are there", slices.Sorted(maps.Keys(there)))
	}
}

// packagesNamed returns the packages in the list of a README: each line that is
// indented by four blanks begins with names, of which the later ones may lack the
// folder of the first, as in "ui/page, panel". Two blanks or the line's end follow.
func packagesNamed(readme string) map[string]bool {
	_, rest, _ := strings.Cut(readme, "\n## How it is built\n")
	section, _, _ := strings.Cut(rest, "\n## ")
	named := map[string]bool{}
	for line := range strings.Lines(section) {
		names, indented := strings.CutPrefix(strings.TrimRight(line, "\n"), "    ")
		if !indented || strings.HasPrefix(names, " ") {
			continue
		}
		names, _, _ = strings.Cut(names, "  ")
		var folder string
		for i, name := range strings.Split(names, ", ") {
			if i == 0 {
				folder = path.Dir(name)
			} else {
				name = path.Join(folder, name)
			}
			named[name] = true
		}
	}
	return named
}

// packagesUnder returns the folders below some folders that hold Go files.
func packagesUnder(t *testing.T, root fs.FS, folders ...string) map[string]bool {
	t.Helper()
	there := map[string]bool{}
	for _, folder := range folders {
		err := fs.WalkDir(root, folder, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && path.Ext(name) == ".go" {
				there[path.Dir(name)] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return there
}
