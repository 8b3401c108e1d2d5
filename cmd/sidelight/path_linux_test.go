package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// nobody calls f on a thread that may read no more of the disk than anybody may, even
// if root runs the test. The thread ends with f.
func nobody(t *testing.T, f func()) {
	t.Helper()
	done := make(chan error)
	go func() {
		runtime.LockOSThread() // and never unlock it
		var err error
		if os.Geteuid() == 0 {
			err = syscall.Setfsuid(65534)
		}
		if err == nil {
			f()
		}
		done <- err
	}()
	if err := <-done; err != nil {
		t.Skip("this test needs a thread without rights:", err)
	}
}

// What may not be read is said so in one sentence, before a window is opened.
func TestForbiddenPaths(t *testing.T) {
	dir := t.TempDir()
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
		t.Fatal(err)
	}
	file, closed := filepath.Join(dir, "diary.txt"), filepath.Join(dir, "closed")
	if err := os.WriteFile(file, []byte("words"), 0o000); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(closed, os.DirFS("../../annotations/edition/testdata/sample")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(closed, 0o000); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(closed, 0o700) }() // or it could not be removed
	for _, c := range []struct{ args, want string }{
		{file, "sidelight: " + file + " cannot be read: permission denied\n"},
		{"run " + file, "sidelight: " + file + " cannot be read: permission denied\n"},
		{"run " + closed, "sidelight: " + closed + " cannot be read: permission denied\n"},
		{"check " + closed, "sidelight: the folder " + closed + " cannot be read: permission denied\n"},
		{"run " + filepath.Join(closed, "edition.yaml"), "sidelight: " + filepath.Join(closed, "edition.yaml") + " cannot be read: permission denied\n"},
	} {
		var code int
		var stdout, stderr string
		nobody(t, func() { code, stdout, stderr = call(strings.Fields(c.args)...) })
		if code != exitFailed || stdout != "" || stderr != c.want {
			t.Errorf("%s: exit code %d, stdout %q, stderr %q", c.args, code, stdout, stderr)
		}
	}
}
