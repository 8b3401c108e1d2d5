// Package disktest makes calls to the operating system fail, for tests.
package disktest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"sync"
	"syscall"

	"sidelight/annotations/disk"
)

var (
	// ErrFault is the error of the call that is made to fail, unless the test names
	// another.
	ErrFault = errors.New("a fault that a test has injected")
	// ErrKilled is the error of every call after a process was killed.
	ErrKilled = errors.New("the process was killed")
)

// Fault says which call fails and how. By itself a write that fails writes the
// first half of its bytes, a close and an unlock do their work, and everything
// else does nothing.
type Fault struct {
	At  int   // the number of the call, counted from 1; 0 for none
	Err error // what the call returns; nil for ErrFault
	// Short has a write that fails return no error, but the number of bytes that
	// it wrote.
	Short bool
	// Killed has every later call fail as well, as if the process ended at the
	// failing call. What is closed and unlocked then, the system would free.
	Killed bool
}

// Kinds returns, by name, the ways in which a call may fail: with an error, for want
// of room, after half of a write without an error, and because the process is killed.
func Kinds() map[string]Fault {
	return map[string]Fault{
		"error":       {},
		"full disk":   {Err: syscall.ENOSPC},
		"short write": {Short: true},
		"killed":      {Killed: true},
	}
}

// Faults makes the calls of another [disk.Calls], counts them and has one of them
// fail. It may be used from several goroutines.
type Faults struct {
	disk.Calls
	Fault

	mu   sync.Mutex
	made []string
}

// Made are the calls that were made, in order.
func (f *Faults) Made() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.made
}

// Failed returns the call that failed, or "" if there were fewer calls.
func (f *Faults) Failed() string {
	if made := f.Made(); f.At > 0 && f.At <= len(made) {
		return made[f.At-1]
	}
	return ""
}

// call counts a call and returns its error if it is to fail.
func (f *Faults) call(what, name string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.made = append(f.made, fmt.Sprintf("%s %s", what, filepath.Base(name)))
	switch n := len(f.made); {
	case f.At == 0 || n < f.At || n > f.At && !f.Killed:
		return nil
	case n > f.At:
		return ErrKilled
	case f.Err != nil:
		return f.Err
	}
	return ErrFault
}

// Lstat is one call.
func (f *Faults) Lstat(name string) (fs.FileInfo, error) {
	if err := f.call("lstat", name); err != nil {
		return nil, err
	}
	return f.Calls.Lstat(name)
}

// Readlink is one call.
func (f *Faults) Readlink(name string) (string, error) {
	if err := f.call("readlink", name); err != nil {
		return "", err
	}
	return f.Calls.Readlink(name)
}

// ReadDir is one call.
func (f *Faults) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := f.call("readdir", name); err != nil {
		return nil, err
	}
	return f.Calls.ReadDir(name)
}

// MkdirAll is one call.
func (f *Faults) MkdirAll(path string, mode fs.FileMode) error {
	if err := f.call("mkdir", path); err != nil {
		return err
	}
	return f.Calls.MkdirAll(path, mode)
}

// OpenFile is one call, and each call of the file one more.
func (f *Faults) OpenFile(name string, flag int, mode fs.FileMode) (disk.File, error) {
	if err := f.call("open", name); err != nil {
		return nil, err
	}
	opened, err := f.Calls.OpenFile(name, flag, mode)
	if err != nil {
		return nil, err
	}
	return &file{opened, f, name}, nil
}

// Link is one call.
func (f *Faults) Link(old, name string) error {
	if err := f.call("link", name); err != nil {
		return err
	}
	return f.Calls.Link(old, name)
}

// Rename is one call.
func (f *Faults) Rename(from, to string) error {
	if err := f.call("rename to", to); err != nil {
		return err
	}
	return f.Calls.Rename(from, to)
}

// Remove is one call.
func (f *Faults) Remove(name string) error {
	if err := f.call("remove", name); err != nil {
		return err
	}
	return f.Calls.Remove(name)
}

// SyncFolder is one call.
func (f *Faults) SyncFolder(name string) error {
	if err := f.call("sync folder", name); err != nil {
		return err
	}
	return f.Calls.SyncFolder(name)
}

// TryLock is one call, and unlocking one more.
func (f *Faults) TryLock(name string) (io.Closer, error) {
	if err := f.call("lock", name); err != nil {
		return nil, err
	}
	held, err := f.Calls.TryLock(name)
	if err != nil {
		return nil, err
	}
	return closer(func() error { return errors.Join(held.Close(), f.call("unlock", name)) }), nil
}

type closer func() error

func (c closer) Close() error { return c() }

// file is an open file whose calls are counted.
type file struct {
	disk.File
	faults *Faults
	name   string
}

func (f *file) Read(b []byte) (int, error) {
	if err := f.faults.call("read", f.name); err != nil {
		return 0, err
	}
	return f.File.Read(b)
}

func (f *file) Write(b []byte) (int, error) {
	err := f.faults.call("write", f.name)
	if err == nil {
		return f.File.Write(b)
	}
	if errors.Is(err, ErrKilled) {
		return 0, err
	}
	n, _ := f.File.Write(b[:len(b)/2])
	if f.faults.Short {
		err = nil
	}
	return n, err
}

func (f *file) Seek(offset int64, whence int) (int64, error) {
	if err := f.faults.call("seek", f.name); err != nil {
		return 0, err
	}
	return f.File.Seek(offset, whence)
}

func (f *file) Truncate(size int64) error {
	if err := f.faults.call("truncate", f.name); err != nil {
		return err
	}
	return f.File.Truncate(size)
}

func (f *file) Stat() (fs.FileInfo, error) {
	if err := f.faults.call("stat", f.name); err != nil {
		return nil, err
	}
	return f.File.Stat()
}

func (f *file) Sync() error {
	if err := f.faults.call("sync", f.name); err != nil {
		return err
	}
	return f.File.Sync()
}

func (f *file) Close() error {
	return errors.Join(f.File.Close(), f.faults.call("close", f.name))
}
