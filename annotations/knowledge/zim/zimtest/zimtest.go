// Package zimtest writes small archives in the ZIM format, for tests.
package zimtest

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/klauspost/compress/zstd"
	"github.com/ulikunitz/xz"
)

// Page is an entry of an archive.
type Page struct {
	Namespace   byte // 'C' (in old archives 'A') for pages, 'M' for metadata
	Path, Title string
	Content     string
	MIME        string // text/html if empty
	// Redirect leads to another entry, named by its namespace and path: "C/Cairo".
	Redirect string
}

// Packing says how clusters are packed.
type Packing byte

// The ways to pack a cluster.
const (
	Plain Packing = 1
	XZ    Packing = 4
	Zstd  Packing = 5
)

// Layout says how an archive is written.
type Layout struct {
	Packing  Packing // Plain if 0
	Extended bool    // places of 8 bytes in clusters
	Old      bool    // version 5: pages in namespace A
	Listing  bool    // the list by title is a page of its own, and the head names none
	Together int     // pages in one cluster; 2 if 0
}

const listingPath = "listing/titleOrdered/v1"

// Write returns the bytes of an archive.
func Write(pages []Page, l Layout) []byte {
	pages = slices.Clone(pages)
	if l.Listing {
		pages = append(pages, Page{Namespace: 'X', Path: listingPath, MIME: "application/octet-stream+zimlisting"})
	}
	slices.SortFunc(pages, func(a, b Page) int {
		return cmp.Or(cmp.Compare(a.Namespace, b.Namespace), strings.Compare(a.Path, b.Path))
	})
	w := &writer{layout: l, pages: pages}
	return w.write()
}

type writer struct {
	layout  Layout
	pages   []Page
	mime    []string
	buf     bytes.Buffer
	cluster []int // of each page
	blob    []int
}

func (w *writer) put(values ...any) {
	for _, v := range values {
		_ = binary.Write(&w.buf, binary.LittleEndian, v) // a buffer takes everything
	}
}

func (w *writer) index(name string) uint32 {
	for i, p := range w.pages {
		if string(p.Namespace)+"/"+p.Path == name {
			return uint32(i)
		}
	}
	return 0xffff_fff0
}

// byTitle are the indices of pages by namespace and title.
func (w *writer) byTitle(only byte) []uint32 {
	var all []uint32
	for i, p := range w.pages {
		if only == 0 || p.Namespace == only {
			all = append(all, uint32(i))
		}
	}
	slices.SortStableFunc(all, func(a, b uint32) int {
		p, q := &w.pages[a], &w.pages[b]
		return cmp.Or(cmp.Compare(p.Namespace, q.Namespace), strings.Compare(cmp.Or(p.Title, p.Path), cmp.Or(q.Title, q.Path)))
	})
	return all
}

func (w *writer) mimeOf(p *Page) uint16 {
	m := cmp.Or(p.MIME, "text/html")
	i := slices.Index(w.mime, m)
	if i < 0 {
		w.mime, i = append(w.mime, m), len(w.mime)
	}
	return uint16(i)
}

const headerSize = 80

func (w *writer) write() []byte {
	kinds := make([]uint16, len(w.pages))
	for i := range w.pages {
		kinds[i] = w.mimeOf(&w.pages[i])
	}
	clusters := w.pack()
	w.buf.Write(make([]byte, headerSize))
	mimeAt := uint64(w.buf.Len())
	for _, m := range w.mime {
		w.buf.WriteString(m + "\x00")
	}
	w.buf.WriteByte(0)
	places := make([]uint64, len(w.pages))
	for i, p := range w.pages {
		places[i] = uint64(w.buf.Len())
		if p.Redirect != "" {
			w.put(uint16(0xffff), byte(0), p.Namespace, uint32(0), w.index(p.Redirect))
		} else {
			w.put(kinds[i], byte(0), p.Namespace, uint32(0), uint32(w.cluster[i]), uint32(w.blob[i]))
		}
		w.buf.WriteString(p.Path + "\x00" + p.Title + "\x00")
	}
	pathsAt := uint64(w.buf.Len())
	w.put(places)
	titlesAt := uint64(w.buf.Len())
	if w.layout.Listing {
		titlesAt = 1<<64 - 1
	} else {
		w.put(w.byTitle(0))
	}
	starts := make([]uint64, len(clusters))
	for i, c := range clusters {
		starts[i] = uint64(w.buf.Len())
		w.buf.Write(c)
	}
	clustersAt := uint64(w.buf.Len())
	w.put(starts)
	end := uint64(w.buf.Len())
	w.buf.Write(make([]byte, 16)) // the checksum, which the reader does not ask for
	b := w.buf.Bytes()
	le := binary.LittleEndian
	le.PutUint32(b, 72173914)
	le.PutUint16(b[4:], 6)
	le.PutUint16(b[6:], 1)
	if w.layout.Old {
		le.PutUint16(b[4:], 5)
		le.PutUint16(b[6:], 0)
	}
	le.PutUint32(b[24:], uint32(len(w.pages)))
	le.PutUint32(b[28:], uint32(len(clusters)))
	le.PutUint64(b[32:], pathsAt)
	le.PutUint64(b[40:], titlesAt)
	le.PutUint64(b[48:], clustersAt)
	le.PutUint64(b[56:], mimeAt)
	le.PutUint32(b[64:], 0xffff_ffff)
	le.PutUint32(b[68:], 0xffff_ffff)
	le.PutUint64(b[72:], end)
	return b
}

// pack divides the pages into clusters. The list by title has one of its own, which is
// never packed.
func (w *writer) pack() [][]byte {
	w.cluster, w.blob = make([]int, len(w.pages)), make([]int, len(w.pages))
	var all [][]byte
	var open []string
	together := cmp.Or(w.layout.Together, 2)
	flush := func() {
		if len(open) > 0 {
			all, open = append(all, Cluster(open, cmp.Or(w.layout.Packing, Plain), w.layout.Extended)), nil
		}
	}
	listing := -1
	for i, p := range w.pages {
		switch {
		case p.Redirect != "":
			continue
		case p.Namespace == 'X':
			listing = i
			continue
		}
		w.cluster[i], w.blob[i] = len(all), len(open)
		if open = append(open, p.Content); len(open) == together {
			flush()
		}
	}
	flush()
	if listing >= 0 {
		var b bytes.Buffer
		_ = binary.Write(&b, binary.LittleEndian, w.byTitle('C'))
		w.cluster[listing] = len(all)
		all = append(all, Cluster([]string{b.String()}, Plain, false))
	}
	return all
}

// Cluster returns the bytes of a cluster with some blobs.
func Cluster(blobs []string, packing Packing, extended bool) []byte {
	var data bytes.Buffer
	width := 4
	if extended {
		width = 8
	}
	place := width * (len(blobs) + 1)
	put := func(n int) {
		b := binary.LittleEndian.AppendUint64(nil, uint64(n))
		data.Write(b[:width])
	}
	put(place)
	for _, b := range blobs {
		place += len(b)
		put(place)
	}
	for _, b := range blobs {
		data.WriteString(b)
	}
	info := byte(packing)
	if extended {
		info |= 0x10
	}
	return append([]byte{info}, Pack(data.Bytes(), packing)...)
}

// Pack packs bytes.
func Pack(data []byte, packing Packing) []byte {
	var b bytes.Buffer
	switch packing {
	case XZ:
		w, err := xz.NewWriter(&b)
		if err == nil {
			_, _ = w.Write(data)
			err = w.Close()
		}
		if err != nil {
			panic(err) // of a buffer there is none
		}
	case Zstd:
		w, err := zstd.NewWriter(&b)
		if err == nil {
			_, _ = w.Write(data)
			err = w.Close()
		}
		if err != nil {
			panic(err)
		}
		return lookFar(b.Bytes())
	default:
		return data
	}
	return b.Bytes()
}

// lookFar has the head of a zstd frame say that its data look back 128 MB, as the heads
// in archives do.
func lookFar(frame []byte) []byte {
	const descriptor, window, single = 4, 5, 0x20
	if frame[descriptor]&single == 0 {
		frame[window] = 17 << 3
	}
	return frame
}
