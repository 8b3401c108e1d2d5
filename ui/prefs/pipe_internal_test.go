//go:build unix

package prefs

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"sidelight/annotations/disk/disktest"
)

// A pipe or a device in place of the preferences is refused at once and stays.
func TestAPipeIsRefused(t *testing.T) {
	folder := t.TempDir()
	pipe, device := filepath.Join(folder, "pipe"), filepath.Join(folder, "device")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("this system makes no pipes:", err)
	}
	if err := os.Symlink("/dev/zero", device); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, device} {
		s, log := logged(t, disktest.NoSync{}, path)
		s.set("a", "b")
		if err := s.Save(); err == nil || strings.Count(log.String(), "not a regular file") != 2 {
			t.Errorf("%s: %v, logged %s", path, err, log)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().IsRegular() {
			t.Errorf("%s has gone (%v)", path, err)
		}
	}
}
