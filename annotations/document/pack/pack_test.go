package pack_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"testing"

	"sidelight/annotations/document/pack"
	"sidelight/annotations/document/raw"
)

// zipped makes a package of parts, each a name and its words.
func zipped(t testing.TB, parts ...[2]string) *raw.File {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range parts {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = io.WriteString(w, part[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return &raw.File{Path: "a.zip", Name: "a.zip", Data: out.Bytes()}
}

// problem is what an error says is wrong with the file.
func problem(t *testing.T, err error) raw.Problem {
	t.Helper()
	var e *raw.Error
	if !errors.As(err, &e) {
		t.Fatalf("the error is %v, not one about the file", err)
	}
	return e.Problem
}

func TestPartsAreReadByTheirNames(t *testing.T) {
	p, err := pack.Open(zipped(t, [2]string{"a/b.xml", "one"}, [2]string{"a/b.xml", "two"}, [2]string{"c", "three"}))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(p.Names(), []string{"a/b.xml", "c"}) || !p.Has("c") || p.Has("d") {
		t.Errorf("the parts are %v", p.Names())
	}
	if data, err := p.Read(t.Context(), "a/b.xml"); err != nil || string(data) != "one" {
		t.Errorf("the first part is %q, %v", data, err)
	}
	if _, err := p.Read(t.Context(), "d"); problem(t, err) != raw.Damaged {
		t.Errorf("a part that is missing gives %v", err)
	}
	load := p.Loader("c")
	for range 2 {
		if data, err := load(); err != nil || string(data) != "three" {
			t.Errorf("the picture is %q, %v", data, err)
		}
	}
	if p.Loader("d") != nil {
		t.Error("a part that is missing can be loaded")
	}
}

func TestNamesThatLeadOutOfThePackageAreLeftOut(t *testing.T) {
	bad := []string{"../../x", "/etc/x", "a/../../x", `..\x`, "./x", "a//x", "..", "a/", "x\x00"}
	var parts [][2]string
	for _, name := range bad {
		parts = append(parts, [2]string{name, ""})
	}
	p, err := pack.Open(zipped(t, append(parts, [2]string{"good", "x"})...))
	if err != nil || !slices.Equal(p.Names(), []string{"good"}) {
		t.Errorf("the parts are %q, %v", p.Names(), err)
	}
}

func TestAPackageOfTooManyEntriesIsRefused(t *testing.T) {
	var parts [][2]string
	for i := range pack.MaxEntries + 1 {
		parts = append(parts, [2]string{fmt.Sprint(i), ""})
	}
	if _, err := pack.Open(zipped(t, parts...)); problem(t, err) != raw.TooMuch {
		t.Errorf("%d entries give %v", len(parts), err)
	}
	if _, err := pack.Open(zipped(t, parts[1:]...)); err != nil {
		t.Errorf("%d entries give %v", len(parts)-1, err)
	}
}

// zeros is a package with entries that unpack to size zeros each and say that they
// unpack to said.
func zeros(t testing.TB, entries int, size int64, said uint64) *raw.File {
	t.Helper()
	var packed, out bytes.Buffer
	z := zip.NewWriter(&packed)
	w, err := z.Create("x")
	if err == nil {
		_, err = io.CopyN(w, endless{}, size)
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		t.Fatal(err)
	}
	z = zip.NewWriter(&out)
	for i := range entries {
		head := r.File[0].FileHeader
		head.Name, head.UncompressedSize64 = fmt.Sprint(i), said
		from, err := r.File[0].OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		if w, err = z.CreateRaw(&head); err == nil {
			_, err = io.Copy(w, from)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return &raw.File{Path: "a.zip", Data: out.Bytes()}
}

// endless is zeros without end.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

func TestWhatUnpacksWithoutEndIsRefused(t *testing.T) {
	const most = pack.MaxPart
	for _, c := range []struct {
		name    string
		entries int
		size    int64
		said    uint64
		problem raw.Problem
	}{
		{"says that it is large", 1, 1, 10 << 30, raw.TooMuch},
		{"is large and says so", 1, most + 1, most + 1, raw.TooMuch},
		{"is large and says that it is not", 1, most + 1, 10, raw.Damaged},
		{"is large in all", pack.MaxUnpacked/most + 1, most, most, raw.TooMuch},
	} {
		p, err := pack.Open(zeros(t, c.entries, c.size, c.said))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range p.Names() {
			var r io.Reader
			if r, err = p.Open(t.Context(), name); err == nil {
				_, err = io.Copy(io.Discard, r)
			}
		}
		if problem(t, err) != c.problem {
			t.Errorf("a package that %s gives %v", c.name, err)
		}
	}
}

func TestAProtectedPartIsRefused(t *testing.T) {
	f := zipped(t, [2]string{"a", "words"})
	i := bytes.Index(f.Data, []byte("PK\x01\x02"))
	f.Data[i+8] |= 1
	p, err := pack.Open(f)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Read(t.Context(), "a"); problem(t, err) != raw.Protected {
		t.Errorf("it gives %v", err)
	}
}

func TestAPackageThatIsCutIsRefused(t *testing.T) {
	f := zipped(t, [2]string{"a", "words and words"}, [2]string{"b", "more words"})
	for i := range len(f.Data) {
		cut := *f
		cut.Data = f.Data[:i]
		if _, err := pack.Open(&cut); problem(t, err) != raw.Damaged {
			t.Errorf("cut at %d it gives %v", i, err)
		}
	}
	broken := *f
	broken.Data = bytes.Clone(f.Data)
	broken.Data[35]++ // in the first part's deflated bytes
	p, err := pack.Open(&broken)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Read(t.Context(), "a"); problem(t, err) != raw.Damaged {
		t.Errorf("a damaged part gives %v", err)
	}
}

func TestReadingStopsWhenTheContextEnds(t *testing.T) {
	p, err := pack.Open(zipped(t, [2]string{"a", "words"}))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	r, err := p.Open(ctx, "a")
	if err != nil {
		t.Fatal(err)
	}
	stop()
	if _, err := io.ReadAll(r); !errors.Is(err, context.Canceled) {
		t.Errorf("it gives %v", err)
	}
}
