package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"sidelight/annotations/document/raw"
)

// readable returns what is wrong with a path that can hold nothing to read, before
// any window is opened. What is in a file is not looked at.
func readable(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no file and no folder of that name", path)
	case err != nil:
	case info.IsDir():
		_, err = os.Stat(filepath.Join(path, "edition.yaml"))
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s is a folder and no edition: there is no edition.yaml in it", path)
		}
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is no file of text but a %s", path, special(info.Mode()))
	case info.Size() > raw.MaxSize:
		return fmt.Errorf("%s has %d MB, and a text of more than %d MB is not opened", path, info.Size()>>20, raw.MaxSize>>20)
	default:
		err = openable(path)
	}
	if err != nil {
		return fmt.Errorf("%s cannot be read: %w", path, cause(err))
	}
	return nil
}

// openable opens a file and closes it. It does not wait for the other end of a pipe
// that has taken the place of the file.
func openable(path string) error {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err == nil {
		_ = f.Close() // nothing was written
	}
	return err
}

// special is what is at a path in place of a file.
func special(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "pipe"
	case mode&fs.ModeSocket != 0:
		return "socket"
	}
	return "device"
}
