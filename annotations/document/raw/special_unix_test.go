//go:build unix

package raw_test

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"sidelight/annotations/document/raw"
)

// A pipe is not opened: that would wait for its writer.
func TestLoad_RefusesAPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip("this system makes no pipes:", err)
	}
	_, err := raw.Load(t.Context(), path, raw.OpenRegular, nil)
	if e := (*raw.Error)(nil); !errors.As(err, &e) || e.Problem != raw.Special {
		t.Errorf("it is refused by %v", err)
	}
}
