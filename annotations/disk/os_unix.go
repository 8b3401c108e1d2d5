//go:build unix

package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// noWait has an open return at once where the file is a pipe.
const noWait = syscall.O_NONBLOCK

// OpenFile opens a file and never waits for the other end of a pipe.
func (OS) OpenFile(name string, flag int, mode fs.FileMode) (File, error) {
	f, err := os.OpenFile(name, flag|noWait, mode)
	if err != nil {
		return nil, err // and no File that holds a nil *os.File
	}
	return f, nil
}

// Rename renames a file and replaces what has the new name.
func (OS) Rename(from, to string) error { return os.Rename(from, to) }

// SyncFolder makes the names in a folder durable. A file system that cannot sync
// a folder is no fault, nor is a folder that only lets files be made.
func (OS) SyncFolder(name string) error {
	folder, err := os.Open(name)
	if errors.Is(err, fs.ErrPermission) {
		return nil
	}
	if err != nil {
		return err
	}
	err = folder.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		err = nil
	}
	return errors.Join(err, folder.Close())
}

// TryLock locks a file by flock, which ends with the process however it ends.
func (OS) TryLock(name string) (io.Closer, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|noWait, 0o600)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err != syscall.EINTR {
			break
		}
	}
	switch {
	case err == nil:
		return f, nil
	case err == syscall.EWOULDBLOCK:
		err = ErrLocked
	case err == syscall.ENOLCK:
		err = errors.ErrUnsupported
	}
	return nil, errors.Join(fmt.Errorf("lock %s: %w", name, err), f.Close())
}
