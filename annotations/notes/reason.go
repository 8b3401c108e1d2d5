package notes

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"
)

// Reason says why a note could not be kept, as far as the reader can do something about
// it.
type Reason uint8

// The reasons.
const (
	Unknown  Reason = iota
	ReadOnly        // the folder cannot be written to
	Full            // the disk is full
	Long            // the note is longer than a note can be
)

// Errors of Windows that package syscall does not name.
const (
	windowsWriteProtect   = syscall.Errno(19)
	windowsHandleDiskFull = syscall.Errno(39)
	windowsDiskFull       = syscall.Errno(112)
)

// ReasonOf returns why a method of a [Book] failed.
func ReasonOf(err error) Reason {
	windows := runtime.GOOS == "windows"
	switch {
	case errors.Is(err, ErrTooLong):
		return Long
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), windows && errors.Is(err, windowsWriteProtect):
		return ReadOnly
	case errors.Is(err, syscall.ENOSPC), windows && (errors.Is(err, windowsDiskFull) || errors.Is(err, windowsHandleDiskFull)):
		return Full
	}
	return Unknown
}
