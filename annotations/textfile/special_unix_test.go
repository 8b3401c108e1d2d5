//go:build unix

package textfile_test

import (
	"context"
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"sidelight/annotations/document/raw"
	"sidelight/annotations/textfile"
)

// A pipe is not opened: that would wait for its writer.
func TestRead_RefusesAPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip("this system makes no pipes:", err)
	}
	_, err := textfile.Read(context.Background(), path, nil)
	if e := (*raw.Error)(nil); !errors.As(err, &e) || e.Problem != raw.Special {
		t.Errorf("it is refused by %v", err)
	}
}
