// Package documenttest is what the tests of the readers of documents share: packages
// made of words, an outline of an article to compare, and what every article must hold.
package documenttest

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"sidelight/annotations"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

// Read is a reader of a format.
type Read func(context.Context, *raw.File) (*annotations.Article, error)

// Part is a file in a package.
type Part struct{ Name, Data string }

// Zip makes a package of parts.
func Zip(t testing.TB, parts ...Part) *raw.File {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range parts {
		method := zip.Store // to pack takes longer than to read, where there is little
		if len(part.Data) > 1<<16 {
			method = zip.Deflate
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.Name, Method: method})
		if err == nil {
			_, err = io.WriteString(w, part.Data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return &raw.File{Path: "folder/a.zip", Name: "a.zip", Data: out.Bytes()}
}

// Golden compares words with those of a file. If they differ they are left in the
// folder failed beside it; if they are right, they are moved over the old ones.
func Golden(t testing.TB, path, got string) {
	t.Helper()
	want, err := os.ReadFile(path) //nolint:gosec // a test's own file
	if err == nil && string(want) == got {
		return
	}
	failed := filepath.Join(filepath.Dir(path), "failed", filepath.Base(path))
	if err := os.MkdirAll(filepath.Dir(failed), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(failed, []byte(got), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Errorf("%s differs from %s", failed, path)
}

// Outline writes an article block by block, with the runs and links of each.
func Outline(a *annotations.Article) string {
	var out strings.Builder
	for _, m := range []struct {
		name string
		annotations.Given
	}{
		{"title", a.Meta.Title}, {"byline", a.Meta.Byline}, {"published", a.Meta.Published},
		{"site", a.Meta.Site}, {"url", a.Meta.URL}, {"language", a.Meta.Language},
	} {
		if m.Text != "" {
			fmt.Fprintf(&out, "%s: %s (%s)\n", m.name, m.Text, m.From)
		}
	}
	for i := range a.Len() {
		b := a.Block(i)
		fmt.Fprintf(&out, "%s%s: %s\n", b.Kind, particulars(b), strings.ReplaceAll(a.Slice(b.Span), "\n", "⏎"))
		if b.Empty() {
			continue
		}
		for r := range a.Runs(b.Span) {
			fmt.Fprintf(&out, "\t%s: %s\n", r.Style, a.Slice(r.Span))
		}
		for l := range a.Links(b.Span) {
			to := ""
			if l.Inner {
				to = fmt.Sprintf(" (byte %d)", l.To)
			}
			fmt.Fprintf(&out, "\tlink to %s%s: %s\n", l.Target, to, a.Slice(l.Span))
		}
	}
	return out.String()
}

// particulars is what a block has beside its kind and its words.
func particulars(b annotations.Block) string {
	var out strings.Builder
	if b.Level > 0 {
		fmt.Fprintf(&out, " level %d", b.Level)
	}
	if b.Depth > 0 {
		fmt.Fprintf(&out, " depth %d", b.Depth)
	}
	if b.Marker != "" {
		fmt.Fprintf(&out, " %q", b.Marker)
	}
	if b.Kind == annotations.BlockCell {
		fmt.Fprintf(&out, " %d,%d", b.Row, b.Col)
	}
	if p := b.Picture; p != nil {
		fmt.Fprintf(&out, " %s %dx%d %q", p.Target, p.Width, p.Height, p.Alt)
		if p.Load != nil {
			data, err := p.Load()
			fmt.Fprintf(&out, " of %d bytes", len(data))
			if err != nil {
				fmt.Fprintf(&out, ", %v", err)
			}
		}
	}
	return out.String()
}

// Origins fails the test unless each character of an article that is no blank leads to
// a place in its file, and that place back to the character.
func Origins(t testing.TB, a *annotations.Article) {
	t.Helper()
	for i, r := range a.Text {
		if unicode.IsSpace(r) {
			continue
		}
		l, ok := a.Origin(i)
		if back, found := a.At(l); !ok || !found || back != i {
			t.Fatalf("byte %d, before %.20q, comes from %+v, and that leads to byte %d", i, a.Text[i:], l, back)
		}
	}
}

// Problem returns what an error says is wrong with a file. It fails the test for an
// error that says nothing of the kind.
func Problem(t testing.TB, err error) raw.Problem {
	t.Helper()
	var e *raw.Error
	if !errors.As(err, &e) {
		t.Fatalf("the error is %v, not one about the file", err)
	}
	return e.Problem
}

// Cut cuts a file at fifty places. Each part must be read or refused with a sentence
// in time.
func Cut(t *testing.T, f *raw.File, read Read) {
	t.Helper()
	const places = 50
	for i := range places {
		part := *f
		part.Data = f.Data[:len(f.Data)*i/places]
		fuzzed.Within(t, func() {
			if _, err := read(t.Context(), &part); err != nil {
				Problem(t, err)
			}
		})
	}
}

// Cancelled fails the test unless a reader gives the context's error when it has ended.
func Cancelled(t *testing.T, f *raw.File, read Read) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := read(ctx, f); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}
