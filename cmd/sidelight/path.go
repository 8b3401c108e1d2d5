package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// readable returns what is wrong with a path that can hold nothing to read, before
// any window is opened. What is in a file is not looked at.
func readable(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no file and no folder of that name", path)
	case err != nil:
		return nil // the window tells more
	case info.IsDir():
		if _, err := os.Stat(filepath.Join(path, "edition.yaml")); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s is a folder and no edition: there is no edition.yaml in it", path)
		}
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is no file of text but a %s", path, special(info.Mode()))
	}
	return nil
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
