// Package zim reads an offline encyclopaedia in the ZIM format
// (https://wiki.openzim.org/wiki/ZIM_file_format) that the reader has named: what the
// file says of itself, and the first paragraph of the page of a title.
//
// No list of the file is loaded: a title is found by reading a few dozen entries, so
// that an archive of 100 GB opens at once and takes no memory. Files are taken to be
// hostile: each size, number and place is held against limits and against the file's
// end, and what does not fit is an error that names the file and the place.
package zim

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"sidelight/annotations"
)

// The limits.
const (
	maxMIMETypes  = 1024      // of the list of MIME types
	maxMIMEBytes  = 64 << 10  // that it takes
	maxEntryBytes = 16 << 10  // an entry of the directory with path and title
	maxRedirects  = 8         // from an entry to the next
	maxUnpacked   = 32 << 20  // of a cluster; those of archives have 1 to 4 MB
	maxPacked     = 32 << 20  // the same, as it is in the file
	maxPage       = 2 << 20   // of a page: its first paragraph stands before that
	maxMetadata   = 4 << 10   // a text of the file about itself
	maxWindow     = 128 << 20 // that a cluster says it looks back; no memory is taken for it
	maxDictionary = 16 << 20  // that unpacking xz may look back
	maxName       = 1000      // of a title that is looked for
	maxEntries    = 1<<31 - 1 // of the directory
)

// Info is what an archive says of itself. What it does not say is empty.
type Info struct {
	Title, Language, Creator, Publisher string
	License                             string
	Date                                annotations.Date // of its content
	Entries                             int              // pages, pictures and everything else
}

// Archive is an open file. It may be used from several goroutines.
type Archive struct {
	name string // of the file, for errors
	r    io.ReaderAt
	size int64
	file io.Closer // nil if the caller keeps it
	head header
	mime []string
	info Info
	text byte // the namespace in which the pages are: 'C', in older files 'A'
	last last

	titles listing // entries by title; of none if the file has no such list
}

// header is the beginning of a file.
type header struct {
	major, minor                      uint16
	entries, clusters                 uint32
	paths, titles, clusterPlace, mime uint64
	checksum                          uint64
}

const (
	magic      = 72173914
	headerSize = 80
	none       = 1<<64 - 1
)

// Open opens the archive at a path.
func Open(ctx context.Context, path string) (*Archive, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a file", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	a, err := New(ctx, filepath.Base(path), f, info.Size())
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	a.file = f
	return a, nil
}

// New reads the head of an archive of that name and size.
func New(ctx context.Context, name string, r io.ReaderAt, size int64) (*Archive, error) {
	a := &Archive{name: name, r: r, size: size}
	if err := a.readHeader(); err != nil {
		return nil, err
	}
	if err := a.readMIMETypes(); err != nil {
		return nil, err
	}
	// Since version 6.1 all content is in one namespace. Before, pages were in A.
	a.text = 'A'
	if a.head.major == 6 && a.head.minor >= 1 {
		a.text = 'C'
	}
	if err := a.readInfo(ctx); err != nil {
		return nil, err
	}
	return a, a.findTitles(ctx)
}

// Close closes the file.
func (a *Archive) Close() error {
	if a.file == nil {
		return nil
	}
	return a.file.Close()
}

// Info returns what the archive says of itself.
func (a *Archive) Info() Info { return a.info }

// fault is an error of the file, in a sentence.
func (a *Archive) fault(format string, args ...any) error {
	return fmt.Errorf("%s cannot be read: %s", a.name, fmt.Sprintf(format, args...))
}

// read reads n bytes from a place of the file.
func (a *Archive) read(what string, at uint64, n int) ([]byte, error) {
	if n < 0 || at > uint64(a.size) || uint64(n) > uint64(a.size)-at {
		return nil, a.fault("%s should be at byte %d, but the file ends at byte %d", what, at, a.size)
	}
	b := make([]byte, n)
	if _, err := a.r.ReadAt(b, int64(at)); err != nil && !(errors.Is(err, io.EOF) && n == 0) {
		return nil, a.fault("%s at byte %d: %v", what, at, err)
	}
	return b, nil
}

// number reads one integer of 4 or 8 bytes.
func (a *Archive) number(what string, at uint64, size int) (uint64, error) {
	b, err := a.read(what, at, size)
	if err != nil {
		return 0, err
	}
	if size == 4 {
		return uint64(binary.LittleEndian.Uint32(b)), nil
	}
	return binary.LittleEndian.Uint64(b), nil
}

func (a *Archive) readHeader() error {
	if a.size < headerSize {
		return a.fault("it has %d bytes, fewer than the head of a ZIM file", a.size)
	}
	b, err := a.read("the head", 0, headerSize)
	if err != nil {
		return err
	}
	le := binary.LittleEndian
	if le.Uint32(b) != magic {
		return a.fault("it is no ZIM file (its first four bytes are % x)", b[:4])
	}
	h := &a.head
	h.major, h.minor = le.Uint16(b[4:]), le.Uint16(b[6:])
	h.entries, h.clusters = le.Uint32(b[24:]), le.Uint32(b[28:])
	h.paths, h.titles = le.Uint64(b[32:]), le.Uint64(b[40:])
	h.clusterPlace, h.mime, h.checksum = le.Uint64(b[48:]), le.Uint64(b[56:]), le.Uint64(b[72:])
	if h.major != 5 && h.major != 6 {
		return a.fault("version %d of the format is not known, only 5 and 6", h.major)
	}
	if h.checksum > uint64(a.size) || uint64(a.size)-h.checksum < 16 {
		return a.fault("it ends at byte %d, but should go on to byte %d: the copy is not complete, or it is one part of an archive in several files", a.size, h.checksum+16)
	}
	if h.entries > maxEntries {
		return a.fault("it says that it has %d entries, which cannot be", h.entries)
	}
	if err := a.fits("the list of entries", h.paths, uint64(h.entries), 8); err != nil {
		return err
	}
	return a.fits("the list of clusters", h.clusterPlace, uint64(h.clusters), 8)
}

// fits refuses a list that goes beyond the end of the file.
func (a *Archive) fits(what string, at, n, size uint64) error {
	if at > uint64(a.size) || n*size > uint64(a.size)-at {
		return a.fault("%s (%d, from byte %d) goes beyond the end of the file at byte %d", what, n, at, a.size)
	}
	return nil
}

func (a *Archive) readMIMETypes() error {
	at := a.head.mime
	if at > uint64(a.size) {
		return a.fault("the list of MIME types should be at byte %d, but the file ends at byte %d", at, a.size)
	}
	b, err := a.read("the list of MIME types", at, int(min(maxMIMEBytes, uint64(a.size)-at)))
	if err != nil {
		return err
	}
	for s := string(b); len(a.mime) <= maxMIMETypes; {
		one, rest, ok := strings.Cut(s, "\x00")
		if !ok {
			break
		}
		if one == "" {
			return nil
		}
		a.mime, s = append(a.mime, one), rest
	}
	return a.fault("the list of MIME types at byte %d has no end", at)
}

// readInfo reads what the archive says of itself.
func (a *Archive) readInfo(ctx context.Context) error {
	a.info.Entries = int(a.head.entries)
	var date string
	for _, m := range []struct {
		name string
		to   *string
	}{
		{"Title", &a.info.Title}, {"Language", &a.info.Language}, {"Creator", &a.info.Creator},
		{"Publisher", &a.info.Publisher}, {"License", &a.info.License}, {"Date", &date},
	} {
		e, ok, err := a.byPath(ctx, 'M', m.name)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		b, err := a.content(ctx, e, maxMetadata)
		if err != nil {
			return err
		}
		*m.to = line(string(b))
	}
	if d, err := annotations.ParseDate(date); err == nil {
		a.info.Date = d
	}
	return nil
}

// line is a text on one line, without what is not a character.
func line(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == 0xfffd {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, " "))), " ")
}
