package raw

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Source opens a file and tells its size in bytes. The error is an [*Error].
type Source func(path string) (io.ReadCloser, int64, error)

// OpenRegular is the source of regular files that are not too large. It asks what is
// there before it opens it, since to open a pipe would wait for its writer and to open
// a device may do something, and again afterwards, since it may be another by then.
func OpenRegular(path string) (io.ReadCloser, int64, error) {
	f, info, err := openRegular(path)
	if err != nil {
		return nil, 0, err
	}
	return f, info.Size(), nil
}

func openRegular(path string) (*os.File, fs.FileInfo, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, wrap(path, err)
	}
	if err := regular(path, info); err != nil {
		return nil, nil, err
	}
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, nil, wrap(path, err)
	}
	if info, err = f.Stat(); err != nil {
		err = wrap(path, err)
	} else {
		err = regular(path, info)
	}
	if err != nil {
		_ = f.Close() // the file is not wanted
		return nil, nil, err
	}
	return f, info, nil
}

// regular returns an [*Error] for what is no regular file or too large.
func regular(path string, info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return &Error{Problem: Folder, Path: path}
	case !info.Mode().IsRegular():
		return &Error{Problem: Special, Path: path}
	case info.Size() > MaxSize:
		return &Error{Problem: TooLarge, Path: path, Size: info.Size()}
	}
	return nil
}

// Load reads a file that is not too large, however much it grows. It calls progress with
// the share that has been read, from 0 to 1. The error is an [*Error] or that of ctx.
func Load(ctx context.Context, path string, open Source, progress func(float64)) (*File, error) {
	data, err := load(ctx, path, open, progress)
	if err != nil {
		return nil, err
	}
	return &File{Path: path, Name: filepath.Base(path), Data: data, Beside: beside(filepath.Dir(path))}, nil
}

func load(ctx context.Context, path string, open Source, progress func(float64)) ([]byte, error) {
	f, size, err := open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	data := make([]byte, 0, size+1)
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		const step = 1 << 20
		if cap(data)-len(data) == 0 {
			data = append(data, 0)[:len(data)] // it has grown since
		}
		n, err := f.Read(data[len(data):min(cap(data), len(data)+step)])
		data = data[:len(data)+n]
		if len(data) > MaxSize {
			return nil, &Error{Problem: TooLarge, Path: path, Size: int64(len(data))}
		}
		if size > 0 {
			progress(min(float64(len(data))/float64(size), 1))
		}
		if errors.Is(err, io.EOF) {
			return data, nil
		}
		if err != nil {
			return nil, wrap(path, err)
		}
	}
}

// Head returns the first bytes of a file, at most n, and its size.
func Head(path string, n int) ([]byte, int64, error) {
	f, size, err := OpenRegular(path)
	if err != nil {
		return nil, 0, err
	}
	defer func() { _ = f.Close() }() // opened for reading only
	head := make([]byte, n)
	n, err = io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, size, wrap(path, err)
	}
	return head[:n], size, nil
}

func wrap(path string, err error) error {
	e := &Error{Problem: Unreadable, Path: path, Err: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Problem = Missing
	case errors.Is(err, fs.ErrPermission):
		e.Problem = Forbidden
	}
	return e
}

// beside is a folder of which regular files alone are opened, none too large.
type beside string

// Open opens the file of a name.
func (b beside) Open(name string) (fs.File, error) {
	local, err := filepath.Localize(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	f, _, err := openRegular(filepath.Join(string(b), local))
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return f, nil
}
