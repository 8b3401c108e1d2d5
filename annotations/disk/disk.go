// Package disk reads and replaces whole files so that nothing that was
// acknowledged is lost: a file that is written holds its old content or its new
// content and never a part of either, whatever call fails and whenever the
// process is killed.
//
// Every call to the operating system goes through [Calls], which a test can make
// fail one call at a time.
package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

var (
	// ErrNotRegular says that a folder, a device, a pipe or a socket stands where
	// a file is expected.
	ErrNotRegular = errors.New("this is not a regular file")
	// ErrTooLarge says that a file is larger than the caller's limit.
	ErrTooLarge = errors.New("the file is too large")
	// ErrLocked says that another process, or another holder in this process,
	// holds a lock.
	ErrLocked = errors.New("another program holds the lock")
)

// Calls are the calls to the operating system that this package makes. The
// methods do what the functions of the same name in package os do, unless their
// comments say otherwise.
type Calls interface {
	Lstat(name string) (fs.FileInfo, error)
	Readlink(name string) (string, error)
	ReadDir(name string) ([]fs.DirEntry, error)
	MkdirAll(path string, mode fs.FileMode) error
	OpenFile(name string, flag int, mode fs.FileMode) (File, error)
	Link(old, name string) error
	Rename(from, to string) error
	Remove(name string) error
	// SyncFolder makes the names in a folder durable, where the system can.
	SyncFolder(name string) error
	// TryLock makes the file if there is none, and locks it until the result is
	// closed or the process ends. It returns ErrLocked if the file is locked, and
	// an error that is errors.ErrUnsupported where files cannot be locked.
	TryLock(name string) (io.Closer, error)
}

// File is an open file.
type File interface {
	io.ReadWriteSeeker
	io.Closer
	Stat() (fs.FileInfo, error)
	Sync() error
	// Truncate cuts the file off after a number of bytes.
	Truncate(size int64) error
}

// OS makes the calls to the operating system itself.
type OS struct{}

// Lstat returns what os.Lstat returns.
func (OS) Lstat(name string) (fs.FileInfo, error) { return os.Lstat(name) }

// Readlink returns what os.Readlink returns.
func (OS) Readlink(name string) (string, error) { return os.Readlink(name) }

// ReadDir returns what os.ReadDir returns.
func (OS) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }

// MkdirAll makes a folder and those above it.
func (OS) MkdirAll(path string, mode fs.FileMode) error { return os.MkdirAll(path, mode) }

// Link gives a file a second name, where the file system can.
func (OS) Link(old, name string) error { return os.Link(old, name) }

// Remove removes a file or an empty folder.
func (OS) Remove(name string) error { return os.Remove(name) }
