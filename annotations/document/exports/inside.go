package exports

import (
	"bytes"
	"io/fs"
	"path"
	"time"

	"sidelight/annotations/document/pack"
)

// inside is a folder in a package.
type inside struct {
	pack   *pack.Package
	folder string
}

// Open opens a file in the folder.
func (d inside) Open(name string) (fs.File, error) {
	load := d.pack.Loader(path.Join(d.folder, name))
	if load == nil || !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	data, err := load()
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return part{bytes.NewReader(data), info{path.Base(name), int64(len(data))}}, nil
}

// part is an open file in a package.
type part struct {
	*bytes.Reader
	info info
}

// Stat returns what is known of the file.
func (p part) Stat() (fs.FileInfo, error) { return p.info, nil }

// Close does nothing: there is nothing to close.
func (p part) Close() error { return nil }

// info is what is known of a file in a package.
type info struct {
	name string
	size int64
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return 0o444 }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return false }
func (i info) Sys() any           { return nil }
