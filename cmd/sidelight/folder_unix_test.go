//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// Whatever stands in the place of a file, an edition's folder is all that is
// read, and nothing is waited for.
func TestFolderIsAllThatIsRead(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret.yaml")
	if err := os.WriteFile(outside, []byte("notes: [secret]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	link := func(target string) func(string) error {
		return func(path string) error { return os.Symlink(target, path) }
	}
	for _, tt := range []struct {
		name string
		make func(path string) error
		want string // in the one line on stderr; empty if the edition is sound
	}{
		{"a link out of the folder", link(outside), "notes.yaml is a link that leads out of the edition's folder"},
		{"a link upwards", link("../../etc/passwd"), "notes.yaml is a link that leads out of the edition's folder"},
		{"a device", link("/dev/zero"), "notes.yaml is a link that leads out of the edition's folder"},
		{"a FIFO", func(path string) error { return syscall.Mkfifo(path, 0o600) }, "notes.yaml is not a plain file"},
		{"a folder", func(path string) error { return os.Mkdir(path, 0o700) }, "notes.yaml is not a plain file"},
		{"a link to nothing", link("nowhere.yaml"), "there is no file notes.yaml"},
		{"a link inside the folder", link("kept.yaml"), ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := brokenEdition(t, "edition.yaml", "title: White House", "title: A White House")
			notes := filepath.Join(dir, "notes.yaml")
			if err := os.Rename(notes, filepath.Join(dir, "kept.yaml")); err != nil {
				t.Fatal(err)
			}
			if err := tt.make(notes); err != nil {
				t.Fatal(err)
			}
			code, _, stderr := call("check", dir)
			switch {
			case tt.want == "" && code != exitOK:
				t.Errorf("exit code %d, stderr %q", code, stderr)
			case tt.want != "" && (code != exitFailed || !strings.Contains(stderr, tt.want) || strings.Count(stderr, "\n") != 1):
				t.Errorf("exit code %d, stderr %q; want %q", code, stderr, tt.want)
			}
		})
	}
}
