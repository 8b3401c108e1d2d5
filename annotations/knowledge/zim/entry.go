package zim

import (
	"bytes"
	"context"
	"encoding/binary"
	"sort"
	"strings"
)

// entry is an entry of the directory: a page, or a redirect to one.
type entry struct {
	place         uint64 // in the file
	mime          uint16
	namespace     byte
	redirect      bool
	target        uint32 // of a redirect: an index in the list by path
	cluster, blob uint32
	path, title   string
}

// What stands for the MIME type where an entry is no page.
const (
	isRedirect = 0xffff
	isLink     = 0xfffe
	isDeleted  = 0xfffd
)

// entry reads the entry of an index in the list by path.
func (a *Archive) entry(i uint32) (*entry, error) {
	if i >= a.head.entries {
		return nil, a.fault("entry %d is asked for, but there are %d", i, a.head.entries)
	}
	at, err := a.number("the list of entries", a.head.paths+8*uint64(i), 8)
	if err != nil {
		return nil, err
	}
	const fixed, redirectFixed = 16, 12
	b, err := a.upTo("an entry", at, 512)
	if err != nil {
		return nil, err
	}
	if len(b) < fixed {
		return nil, a.fault("entry %d at byte %d is cut off", i, at)
	}
	le := binary.LittleEndian
	e := &entry{place: at, mime: le.Uint16(b), namespace: b[3]}
	head := fixed
	switch e.mime {
	case isRedirect:
		e.redirect, e.target, head = true, le.Uint32(b[8:]), redirectFixed
	case isLink, isDeleted:
		head = redirectFixed
	default:
		e.cluster, e.blob = le.Uint32(b[8:]), le.Uint32(b[12:])
	}
	for {
		path, rest, ok := bytes.Cut(b[head:], []byte{0})
		title, _, ended := bytes.Cut(rest, []byte{0})
		if ok && ended {
			e.path, e.title = string(path), string(title)
			if e.title == "" {
				e.title = e.path
			}
			return e, nil
		}
		if len(b) >= maxEntryBytes {
			return nil, a.fault("the title of entry %d at byte %d has no end", i, at)
		}
		n := len(b)
		if b, err = a.upTo("an entry", at, maxEntryBytes); err != nil {
			return nil, err
		}
		if len(b) == n {
			return nil, a.fault("entry %d at byte %d is cut off", i, at)
		}
	}
}

// upTo reads n bytes from a place, or fewer at the end of the file.
func (a *Archive) upTo(what string, at uint64, n int) ([]byte, error) {
	if at > uint64(a.size) {
		return a.read(what, at, n)
	}
	return a.read(what, at, int(min(uint64(n), uint64(a.size)-at)))
}

// before reports whether one place of the directory comes before another.
func before(namespace byte, name string, otherNamespace byte, otherName string) bool {
	if namespace != otherNamespace {
		return namespace < otherNamespace
	}
	return name < otherName
}

// search is a binary search among n entries for the first that does not come before
// namespace and name.
func (a *Archive) search(ctx context.Context, n uint32, at func(uint32) (*entry, error), by func(*entry) string, namespace byte, name string) (uint32, error) {
	var failed error
	i := sort.Search(int(n), func(i int) bool {
		if failed != nil {
			return true
		}
		if failed = ctx.Err(); failed != nil {
			return true
		}
		var e *entry
		if e, failed = at(uint32(i)); failed != nil {
			return true
		}
		return !before(e.namespace, by(e), namespace, name)
	})
	return uint32(i), failed
}

// byPath looks for the entry of a path.
func (a *Archive) byPath(ctx context.Context, namespace byte, path string) (*entry, bool, error) {
	i, err := a.search(ctx, a.head.entries, a.entry, func(e *entry) string { return e.path }, namespace, path)
	if err != nil || i >= a.head.entries {
		return nil, false, err
	}
	e, err := a.entry(i)
	if err != nil || e.namespace != namespace || e.path != path {
		return nil, false, err
	}
	return e, true, nil
}

// listing is a list of entries by title: indices of 4 bytes in the list by path.
type listing struct {
	at uint64
	n  uint32
}

// findTitles finds the list of entries by title: in newer files a page of its own, in
// older ones where the head says.
func (a *Archive) findTitles(ctx context.Context) error {
	for _, path := range []string{"listing/titleOrdered/v1", "listing/titleOrdered/v0"} {
		e, ok, err := a.byPath(ctx, 'X', path)
		if err != nil {
			return err
		}
		if !ok || e.mime >= isDeleted {
			continue
		}
		at, length, plain, err := a.place(e)
		if err != nil {
			return err
		}
		if plain && length%4 == 0 {
			a.titles = listing{at, uint32(min(length/4, uint64(a.head.entries)))}
			return nil
		}
	}
	if a.head.titles == none || a.head.titles == 0 {
		return nil
	}
	a.titles = listing{a.head.titles, a.head.entries}
	return a.fits("the list of titles", a.head.titles, uint64(a.head.entries), 4)
}

// titled reads the entry of an index in the list by title.
func (a *Archive) titled(i uint32) (*entry, error) {
	n, err := a.number("the list of titles", a.titles.at+4*uint64(i), 4)
	if err != nil {
		return nil, err
	}
	return a.entry(uint32(n))
}

// find looks for the page of exactly that title. It may be a redirect.
func (a *Archive) find(ctx context.Context, title string) (*entry, bool, error) {
	// A path is most often the title with other blanks; that spares the list by title.
	path := strings.ReplaceAll(title, " ", "_")
	for _, p := range []string{path, path + ".html", title} {
		e, ok, err := a.byPath(ctx, a.text, p)
		if err != nil {
			return nil, false, err
		}
		if ok && (e.title == title || e.title == e.path) {
			return e, true, nil
		}
	}
	if a.titles.n == 0 {
		return nil, false, nil
	}
	i, err := a.search(ctx, a.titles.n, a.titled, func(e *entry) string { return e.title }, a.text, title)
	if err != nil || i >= a.titles.n {
		return nil, false, err
	}
	e, err := a.titled(i)
	if err != nil || e.namespace != a.text || e.title != title {
		return nil, false, err
	}
	return e, true, nil
}

// follow goes from an entry to the page that it leads to.
func (a *Archive) follow(ctx context.Context, e *entry) (*entry, error) {
	for range maxRedirects {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if !e.redirect {
			return e, nil
		}
		var err error
		if e, err = a.entry(e.target); err != nil {
			return nil, err
		}
	}
	return nil, a.fault("the entry at byte %d is led on more than %d times", e.place, maxRedirects)
}
