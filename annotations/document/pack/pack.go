package pack

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"sidelight/annotations/document/raw"
)

// The most that a package may hold.
const (
	MaxEntries  = 20_000
	MaxPart     = 64 << 20  // bytes of one part, unpacked
	MaxUnpacked = 256 << 20 // bytes of all parts that are read, unpacked
	maxName     = 1 << 10   // bytes of the name of a part that is read
)

// errFull says that parts of more than MaxPart or MaxUnpacked bytes were read.
var errFull = errors.New("it unpacks to more bytes than are read")

// Package is an open zip package. One goroutine may read it at a time, but what
// [Package.Loader] returns may be called from any.
type Package struct {
	file  *raw.File
	parts map[string]*zip.File
	names []string
	left  int64 // bytes that may still be unpacked
}

// entry is how each entry begins in the directory of a zip package.
var entry = []byte("PK\x01\x02")

// Open reads the directory of a package. Entries whose names lead out of the package
// are left out, as are folders; of two with the same name the first counts.
func Open(f *raw.File) (*Package, error) {
	p := &Package{file: f, parts: make(map[string]*zip.File), left: MaxUnpacked}
	if n := bytes.Count(f.Data, entry); n > MaxEntries {
		return nil, p.Problem(raw.TooMuch, fmt.Errorf("a package of %d entries", n))
	}
	z, err := zip.NewReader(bytes.NewReader(f.Data), int64(len(f.Data)))
	if err != nil {
		return nil, p.Problem(raw.Damaged, err)
	}
	for _, part := range z.File {
		if _, twice := p.parts[part.Name]; twice || !safe(part.Name) {
			continue
		}
		p.parts[part.Name] = part
		p.names = append(p.names, part.Name)
	}
	return p, nil
}

// safe reports whether a name is that of a file within the package.
func safe(name string) bool {
	return name != "" && len(name) <= maxName && !strings.ContainsAny(name, "\\\x00") &&
		path.Clean(name) == name && !path.IsAbs(name) && name != ".." && !strings.HasPrefix(name, "../")
}

// Problem returns an error about the package's file.
func (p *Package) Problem(problem raw.Problem, err error) error {
	return &raw.Error{Problem: problem, Path: p.file.Path, Size: int64(len(p.file.Data)), Err: err}
}

// Names returns the names of all parts in the order of the package.
func (p *Package) Names() []string { return p.names }

// Has reports whether there is a part of a name.
func (p *Package) Has(name string) bool { return p.parts[name] != nil }

// Open opens a part to be read from beginning to end. What it returns fails with an
// [*raw.Error] where the part is damaged, protected or too large, and with the
// context's error soon after the context ends. There is nothing to close.
func (p *Package) Open(ctx context.Context, name string) (io.Reader, error) {
	part, err := p.find(name)
	if err != nil {
		return nil, err
	}
	r, err := part.Open()
	if err != nil {
		return nil, p.Problem(raw.Damaged, err)
	}
	return &reader{ctx: ctx, p: p, from: r, left: MaxPart}, nil
}

// find returns a part that can be read.
func (p *Package) find(name string) (*zip.File, error) {
	part := p.parts[name]
	switch {
	case part == nil:
		return nil, p.Problem(raw.Damaged, fmt.Errorf("there is no %s", name))
	case part.Flags&1 != 0:
		return nil, p.Problem(raw.Protected, nil)
	case part.UncompressedSize64 > MaxPart:
		return nil, p.Problem(raw.TooMuch, fmt.Errorf("%s: %w", name, errFull))
	}
	return part, nil
}

// Read returns a part as a whole.
func (p *Package) Read(ctx context.Context, name string) ([]byte, error) {
	r, err := p.Open(ctx, name)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// Loader returns a function that reads a part as a whole, for a picture that is shown
// later, or nil if there is no such part. What it reads does not count for MaxUnpacked.
func (p *Package) Loader(name string) func() ([]byte, error) {
	if !p.Has(name) {
		return nil
	}
	alone := &Package{file: p.file, parts: map[string]*zip.File{name: p.parts[name]}}
	return func() ([]byte, error) {
		once := *alone
		once.left = MaxPart
		return once.Read(context.Background(), name)
	}
}

// reader reads a part under the limits of its package.
type reader struct {
	ctx  context.Context
	p    *Package
	from io.Reader
	left int64
}

// Read reads on, and tells what is wrong in the words of package raw.
func (r *reader) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.from.Read(b)
	r.left, r.p.left = r.left-int64(n), r.p.left-int64(n)
	switch {
	case r.left < 0 || r.p.left < 0:
		return 0, r.p.Problem(raw.TooMuch, errFull)
	case err != nil && err != io.EOF:
		return n, r.p.Problem(raw.Damaged, err)
	}
	return n, err
}
