package disk

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// noWait is nothing here: to open a pipe needs a name of another form.
const noWait = 0

// Bounds of how often a rename is tried again while another program reads the
// file.
const (
	renameFor   = 500 * time.Millisecond
	renamePause = 5 * time.Millisecond
)

// Rename renames a file and replaces what has the new name. Windows refuses it
// while another program has one of the files open, so it is tried again for a
// moment.
func (OS) Rename(from, to string) error {
	for began := time.Now(); ; time.Sleep(renamePause) {
		err := os.Rename(from, to)
		busy := errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION)
		if !busy || time.Since(began) > renameFor {
			return err
		}
	}
}

// SyncFolder does nothing: Windows writes down names by itself.
func (OS) SyncFolder(string) error { return nil }

// TryLock locks the first byte of a file by LockFileEx, which ends with the
// process however it ends.
func (OS) TryLock(name string) (io.Closer, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	const how = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err = windows.LockFileEx(windows.Handle(f.Fd()), how, 0, 1, 0, new(windows.Overlapped))
	switch {
	case err == nil:
		return f, nil
	case errors.Is(err, windows.ERROR_LOCK_VIOLATION), errors.Is(err, windows.ERROR_IO_PENDING):
		err = ErrLocked
	case errors.Is(err, windows.ERROR_INVALID_FUNCTION), errors.Is(err, windows.ERROR_NOT_SUPPORTED):
		err = errors.ErrUnsupported
	}
	return nil, errors.Join(fmt.Errorf("lock %s: %w", name, err), f.Close())
}
