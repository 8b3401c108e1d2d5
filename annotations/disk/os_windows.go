package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// Bounds of how often a call is tried again while another program has the file.
const (
	busyFor   = 500 * time.Millisecond
	busyPause = 5 * time.Millisecond
)

// patiently makes a call again for a moment while Windows refuses it because
// another program reads or replaces the file.
func patiently(call func() error) error {
	for began := time.Now(); ; time.Sleep(busyPause) {
		err := call()
		busy := errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION)
		if !busy || time.Since(began) > busyFor {
			return err
		}
	}
}

// Rename renames a file and replaces what has the new name.
func (OS) Rename(from, to string) error {
	return patiently(func() error { return os.Rename(from, to) })
}

// OpenFile opens a file.
func (OS) OpenFile(name string, flag int, mode fs.FileMode) (f File, err error) {
	err = patiently(func() error {
		opened, err := os.OpenFile(name, flag, mode)
		if err == nil {
			f = opened
		}
		return err
	})
	return f, err
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
