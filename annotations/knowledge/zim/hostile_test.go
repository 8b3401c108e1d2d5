package zim_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/fuzzed"
	"sidelight/annotations/knowledge"
	"sidelight/annotations/knowledge/zim"
	"sidelight/annotations/knowledge/zim/zimtest"
)

// try opens what may be an archive, and asks it for some pages.
func try(t testing.TB, b []byte) error {
	t.Helper()
	a, err := zim.New(t.Context(), "hostile.zim", bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return err
	}
	for _, title := range []string{"Cairo", "Ada Example", "Round", "By title only", "bomb", "none"} {
		p, ok, one := a.Page(t.Context(), title)
		if err == nil {
			err = one
		}
		if ok && p.Text == "" {
			t.Errorf("%s has no text", title)
		}
	}
	_, asked := a.Ask(t.Context(), knowledge.Subject{Kind: annotations.Place, Name: "Cairo", Aliases: []string{"Round"}})
	if err == nil {
		err = asked
	}
	return err
}

// put32 and put64 change a number of an archive.
func put32(at int, v uint32) func([]byte) {
	return func(b []byte) { binary.LittleEndian.PutUint32(b[at:], v) }
}

func put64(at int, v uint64) func([]byte) {
	return func(b []byte) { binary.LittleEndian.PutUint64(b[at:], v) }
}

// at64 reads a place from the head, and changes the number there.
func at64(head, further int, v uint64) func([]byte) {
	return func(b []byte) {
		place := binary.LittleEndian.Uint64(b[head:])
		binary.LittleEndian.PutUint64(b[int(place)+further:], v)
	}
}

// firstCluster changes bytes of the first cluster.
func firstCluster(further int, v ...byte) func([]byte) {
	return func(b []byte) {
		list := binary.LittleEndian.Uint64(b[48:])
		copy(b[int(binary.LittleEndian.Uint64(b[list:]))+further:], v)
	}
}

func TestHostile(t *testing.T) {
	const entries, clusters, paths, titles, clusterList, mime, checksum = 24, 28, 32, 40, 48, 56, 72
	for name, tc := range map[string]struct {
		change func([]byte)
		says   string
	}{
		"magic":                      {put32(0, 0x04034b50), "it is no ZIM file (its first four bytes are 50 4b 03 04)"},
		"version":                    {put32(4, 4), "version 4 of the format is not known, only 5 and 6"},
		"checksum beyond the end":    {put64(checksum, 1<<40), "the copy is not complete"},
		"checksum at the last place": {put64(checksum, 1<<64-1), "the copy is not complete"},
		"entries":                    {put32(entries, 1<<30), "the list of entries (1073741824, from byte "},
		"more entries":               {put32(entries, 1<<32-1), "4294967295 entries, which cannot be"},
		"clusters":                   {put32(clusters, 1<<32-1), "the list of clusters (4294967295, from byte "},
		"paths":                      {put64(paths, 1<<63), "the list of entries"},
		"titles":                     {put64(titles, 1<<62), "the list of titles"},
		"list of clusters":           {put64(clusterList, 1<<64-8), "the list of clusters"},
		"MIME types beyond the end":  {put64(mime, 1<<50), "the list of MIME types should be at byte 1125899906842624"},
		"MIME types in the clusters": {put64(mime, 0), ""},
		"no MIME type":               {func(b []byte) { copy(b[80:], bytes.Repeat([]byte{'x'}, len(b)-80)) }, ""},
		"an entry beyond the end":    {at64(paths, 8*9, 1<<40), "an entry should be at byte 1099511627776, but the file ends at byte "},
		"an entry at the end":        {func(b []byte) { at64(paths, 8*9, uint64(len(b)-3))(b) }, "is cut off"},
		"all entries are one":        {func(b []byte) { at64(paths, 8*9, 80)(b) }, ""},
		"a cluster beyond the end":   {at64(clusterList, 0, 1<<40), "cluster 0 should be at byte 1099511627776"},
		"a way to pack":              {firstCluster(0, 2), "is packed in a way that is not known (2)"},
		"blobs":                      {firstCluster(1, 0xff, 0xff, 0xff, 0x7f), "has no blob"},
		"a blob backwards":           {firstCluster(5, 1, 0, 0, 0), "goes from"},
		"a blob beyond the end":      {firstCluster(5, 0xff, 0xff, 0xff, 0x7f), "ends at byte"},
		"8 bytes that are 4":         {firstCluster(0, 0x11), "has no blob"},
		"zstd that is none":          {firstCluster(0, 5), "cannot be unpacked|cluster 0"},
		"xz that is none":            {firstCluster(0, 4), "it is no xz data"},
	} {
		t.Run(name, func(t *testing.T) {
			b := zimtest.Write(pages('C'), zimtest.Layout{Together: 3})
			tc.change(b)
			var err error
			fuzzed.Within(t, func() { err = try(t, b) })
			if tc.says == "" {
				return
			}
			if err == nil || !strings.HasPrefix(err.Error(), "hostile.zim cannot be read: ") {
				t.Fatalf("%v", err)
			}
			for _, one := range strings.Split(tc.says, "|") {
				if strings.Contains(err.Error(), one) {
					return
				}
			}
			t.Errorf("%v\nwant %s", err, tc.says)
		})
	}
}

// However short the file is, and whatever one byte of it is, nothing panics.
func TestCutAndChanged(t *testing.T) {
	for _, tc := range []struct {
		layout zimtest.Layout
		step   int
	}{{zimtest.Layout{}, 1}, {zimtest.Layout{Packing: zimtest.Zstd, Listing: true}, 7}, {zimtest.Layout{Packing: zimtest.XZ, Extended: true}, 41}} {
		l, b := tc.layout, zimtest.Write(pages('C'), tc.layout)
		for n := 0; n < len(b); n += tc.step {
			if err := try(t, b[:n]); err == nil {
				t.Fatalf("%+v: the first %d of %d bytes are an archive", l, n, len(b))
			}
		}
		for i := 0; i < len(b); i += tc.step {
			old := b[i]
			b[i] ^= 0xff
			_ = try(t, b)
			b[i] = old
		}
	}
}

// memory returns how many bytes are allocated while f runs.
func memory(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// bomb is the pages of an archive with n bytes of nothing before the last page.
func bomb(packing zimtest.Packing, n int) []zimtest.Page {
	return append(pages('C')[:6], zimtest.Page{Namespace: 'C', Path: "a", Content: strings.Repeat("\x00", n)},
		zimtest.Page{Namespace: 'C', Path: "bomb", Title: "bomb", Content: html("<p>A page behind a bomb is a city.</p>")})
}

func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("it packs and unpacks on one goroutine, and the race detector takes memory of its own")
	}
	for _, p := range []zimtest.Packing{zimtest.Zstd, zimtest.XZ} {
		for _, megabytes := range []int{30, 40} {
			t.Run(fmt.Sprint(p, megabytes), func(t *testing.T) {
				a := open(t, zimtest.Write(bomb(p, megabytes<<20), zimtest.Layout{Packing: p, Together: 1000}))
				var err error
				var found bool
				used := memory(func() { _, found, err = a.Page(t.Context(), "bomb") })
				if found != (megabytes == 30) || !found && (err == nil || !strings.Contains(err.Error(), "unpacks to more than 33554432 bytes")) {
					t.Error(found, err)
				}
				if used > 120<<20 {
					t.Errorf("%d MB were allocated", used>>20)
				}
			})
		}
	}
}

// A block that asks for a dictionary of 4 GB gets none.
func TestDictionary(t *testing.T) {
	b := zimtest.Write(pages('C'), zimtest.Layout{Packing: zimtest.XZ, Together: 1000})
	for i := 0; ; {
		n := bytes.Index(b[i:], []byte("\xfd7zXZ\x00"))
		if n < 0 {
			break
		}
		block := b[i+n+12:]
		size := 4 * (int(block[0]) + 1)
		filter := bytes.Index(block[:size], []byte{0x21, 1})
		block[filter+2] = 40
		binary.LittleEndian.PutUint32(block[size-4:], crc32.ChecksumIEEE(block[:size-4]))
		i += n + 12
	}
	var err error
	used := memory(func() { err = try(t, b) })
	if err != nil && !strings.Contains(err.Error(), "more than 8 times") {
		t.Error(err)
	}
	if used > 1<<30 {
		t.Errorf("%d MB were allocated", used>>20)
	}
}

func TestDeepPage(t *testing.T) {
	deep := html(strings.Repeat("<div><p>", 100_000) + "A paragraph is a city deep in the page.")
	b := zimtest.Write([]zimtest.Page{{Namespace: 'C', Path: "Cairo", Content: deep}}, zimtest.Layout{})
	fuzzed.Within(t, func() {
		if _, _, err := open(t, b).Page(t.Context(), "Cairo"); err != nil {
			t.Error(err)
		}
	})
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	if _, err := zim.Open(t.Context(), dir); err == nil || !strings.Contains(err.Error(), "is not a file") {
		t.Error(err)
	}
	empty := filepath.Join(dir, "empty.zim")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := zim.Open(t.Context(), empty); err == nil || !strings.Contains(err.Error(), "empty.zim cannot be read: it has 0 bytes") {
		t.Error(err)
	}
}

// vast is an archive of 100 GB with 20 million entries, each made when it is read.
type vast struct{ entries, size int64 }

const (
	vastPaths  = 1 << 20
	vastEntry  = 64
	vastPlaces = 1 << 32
)

func (v vast) ReadAt(p []byte, at int64) (int, error) {
	for i := range p {
		p[i] = v.at(at + int64(i))
	}
	if at+int64(len(p)) > v.size {
		return 0, io.EOF
	}
	return len(p), nil
}

func (v vast) at(i int64) byte {
	le := binary.LittleEndian
	switch {
	case i < 80:
		var h [80]byte
		le.PutUint32(h[:], 72173914)
		le.PutUint16(h[4:], 6)
		le.PutUint16(h[6:], 1)
		le.PutUint32(h[24:], uint32(v.entries))
		le.PutUint32(h[28:], 1)
		le.PutUint64(h[32:], vastPaths)
		le.PutUint64(h[40:], 1<<64-1)
		le.PutUint64(h[48:], 96)
		le.PutUint64(h[56:], 80)
		le.PutUint64(h[72:], uint64(v.size-16))
		return h[i]
	case i < 96:
		return "text/html\x00\x00\x00\x00\x00\x00\x00"[i-80]
	case i < 104: // the one cluster is at 200
		return le.AppendUint64(nil, 200)[i-96]
	case i >= 200 && i < 201+8+40:
		c := zimtest.Cluster([]string{"<p>Entry is a city in an archive.</p>"}, zimtest.Plain, false)
		if k := int(i - 200); k < len(c) {
			return c[k]
		}
		return 0
	case i >= vastPaths && i < vastPaths+8*v.entries:
		n := (i - vastPaths) / 8
		return le.AppendUint64(nil, uint64(vastPlaces+n*vastEntry))[(i-vastPaths)%8]
	case i >= vastPlaces && i < vastPlaces+vastEntry*v.entries:
		n, k := (i-vastPlaces)/vastEntry, (i-vastPlaces)%vastEntry
		e := append([]byte{0, 0, 0, 'C'}, make([]byte, 12)...)
		e = fmt.Appendf(e, "Entry_%09d\x00Entry %09d\x00", n, n)
		if int(k) < len(e) {
			return e[k]
		}
	}
	return 0
}

func TestVast(t *testing.T) {
	v := vast{20_000_000, 100 << 30}
	var p zim.Page
	used := memory(func() {
		a, err := zim.New(t.Context(), "vast.zim", v, v.size)
		if err != nil {
			t.Fatal(err)
		}
		if p, _, err = a.Page(t.Context(), "Entry 012345678"); err != nil {
			t.Fatal(err)
		}
	})
	if p.Title != "Entry 012345678" || p.Text != "Entry is a city in an archive." {
		t.Errorf("%+v", p)
	}
	if used > 20<<20 {
		t.Errorf("%d kB were allocated", used>>10)
	}
}

func FuzzArchive(f *testing.F) {
	for _, l := range []zimtest.Layout{{}, {Packing: zimtest.Zstd, Listing: true}, {Packing: zimtest.XZ, Old: true}} {
		f.Add(zimtest.Write(pages('C')[:4], l))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		fuzzed.Within(t, func() { _ = try(t, b) })
	})
}

func FuzzPage(f *testing.F) {
	f.Add("<p>Cairo (<span class=IPA>x</span>; ) is a city.</p>")
	f.Add("<p>" + strings.Repeat("A long sentence is here. ", 100))
	f.Fuzz(func(t *testing.T, body string) {
		fuzzed.Within(t, func() {
			a := open(t, zimtest.Write([]zimtest.Page{{Namespace: 'C', Path: "Cairo", Content: body}}, zimtest.Layout{}))
			p, ok, err := a.Page(t.Context(), "Cairo")
			if err != nil || ok && strings.TrimSpace(p.Text) == "" || strings.ContainsAny(p.Text, "\n\x00") || len(p.Text) > 1300 {
				t.Errorf("%+v, %t, %v", p, ok, err)
			}
		})
	})
}

func BenchmarkPage(b *testing.B) {
	a := open(b, zimtest.Write(pages('C'), zimtest.Layout{Packing: zimtest.Zstd, Together: 1000}))
	b.ReportAllocs()
	for b.Loop() {
		if _, ok, err := a.Page(b.Context(), "Cairo"); !ok || err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpenVast(b *testing.B) {
	v := vast{20_000_000, 100 << 30}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := zim.New(b.Context(), "vast.zim", v, v.size); err != nil {
			b.Fatal(err)
		}
	}
}
