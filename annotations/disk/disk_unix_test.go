//go:build unix

package disk_test

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"sidelight/annotations/disk"
)

// A pipe and a device are refused at once, for reading and for writing.
func TestRefusesPipesAndDevices(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("this system makes no pipes:", err)
	}
	for _, path := range []string{pipe, "/dev/zero"} {
		if _, err := disk.Read(disk.OS{}, path, 1000); !errors.Is(err, disk.ErrNotRegular) {
			t.Errorf("reading %s: %v", path, err)
		}
		if err := write(disk.OS{}, path, "new"); !errors.Is(err, disk.ErrNotRegular) {
			t.Errorf("writing %s: %v", path, err)
		}
	}
	f, err := disk.OS{}.OpenFile(pipe, syscall.O_RDONLY, 0) // as if it took the place of a file just now
	if err != nil {
		t.Fatal(err)
	}
	if info, err := f.Stat(); err != nil || info.Mode().IsRegular() {
		t.Errorf("an open pipe is %v (%v)", info, err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}
