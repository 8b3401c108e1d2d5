package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Read returns the content of the file at path, or of the file that a link at
// path leads to. It refuses at once what is not a regular file (ErrNotRegular)
// and what is larger than limit bytes (ErrTooLarge), and never waits for a pipe.
func Read(calls Calls, path string, limit int64) ([]byte, error) {
	real, err := Resolve(calls, path)
	if err != nil {
		return nil, err
	}
	// To open a device may already do something, so its kind is asked for before.
	info, err := calls.Lstat(real)
	if err == nil {
		err = readable(info, path, limit)
	}
	if err != nil {
		return nil, err
	}
	f, err := calls.OpenFile(real, os.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	data, err := readOpen(f, path, limit)
	return data, errors.Join(err, f.Close())
}

// readOpen reads an open file, which may be another than the one that was there
// before it was opened.
func readOpen(f File, path string, limit int64) ([]byte, error) {
	info, err := f.Stat()
	if err == nil {
		err = readable(info, path, limit)
	}
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = tooLarge(path, limit)
	}
	return data, err
}

func readable(info fs.FileInfo, path string, limit int64) error {
	switch {
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s: %w", path, ErrNotRegular)
	case info.Size() > limit:
		return tooLarge(path, limit)
	}
	return nil
}

func tooLarge(path string, limit int64) error {
	return fmt.Errorf("%s: %w: more than %d bytes", path, ErrTooLarge, limit)
}

// maxLinks bounds the links that lead from one to the next.
const maxLinks = 40

// Resolve returns the path of the file that a link at path leads to, which need
// not exist, and path itself where there is no link.
func Resolve(calls Calls, path string) (string, error) {
	at := path
	for range maxLinks {
		info, err := calls.Lstat(at)
		if errors.Is(err, fs.ErrNotExist) {
			return at, nil
		}
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			return at, err
		}
		to, err := calls.Readlink(at)
		if err != nil {
			return "", err
		}
		if !filepath.IsAbs(to) {
			folder, _ := filepath.Split(at) // nothing that cleans: ".." may follow a link
			to = folder + to
		}
		at = to
	}
	return "", fmt.Errorf("%s: links lead round in a circle", path)
}
