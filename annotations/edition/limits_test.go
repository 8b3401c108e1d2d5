package edition_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"sidelight/annotations/edition"
)

// Of very many faults a hundred are kept, and the rest are counted.
func TestFaultsBeyondAHundredAreCounted(t *testing.T) {
	m := copyOf(t, os.DirFS("testdata/sample"))
	found := func(entries int) (kept edition.Errors, all int) {
		m["facts.yaml"] = &fstest.MapFile{Data: []byte("facts:\n" + strings.Repeat("  - {x: 1}\n", entries))}
		kept = faultsOf(t, m)
		all = len(kept)
		last := kept[len(kept)-1]
		if last.File == "" {
			var more int
			if _, err := fmt.Sscanf(last.Message, "%d more faults were found", &more); err != nil {
				t.Fatalf("%q: %v", last.Message, err)
			}
			all += more - 1
		}
		return kept, all
	}
	_, one := found(1)
	_, two := found(2)
	kept, all := found(3000)
	if len(kept) != 101 || all != 3000*(two-one)+2*one-two {
		t.Errorf("of %d faults %d are kept; one entry has %d, two have %d", all, len(kept), one, two)
	}
}

// A sentence stays one that can be read, however long the value is that it names.
func TestLongValuesAreCut(t *testing.T) {
	m := copyOf(t, os.DirFS("testdata/sample"))
	replace(t, m, "facts.yaml", "id: quill-chair", "id: Q"+strings.Repeat("u", 100_000))
	replace(t, m, "facts.yaml", "as-of: 2021-05", "as-of: "+strings.Repeat("2", 100_000))
	for _, e := range faultsOf(t, m) {
		if len(e.Message) > 1000 {
			t.Errorf("the sentence has %d bytes: %.80s", len(e.Message), e.Message)
		}
	}
}

// stuck is a file system in which one file takes until free is closed to open.
type stuck struct {
	fs.FS
	name string
	free chan struct{}
}

func (s stuck) Open(name string) (fs.File, error) {
	if name == s.name {
		<-s.free
	}
	return s.FS.Open(name)
}

func (s stuck) Stat(name string) (fs.FileInfo, error) { return fs.Stat(s.FS, name) }

// Whoever does not want an edition any more does not wait for it.
func TestCancelled(t *testing.T) {
	s := stuck{os.DirFS("testdata/sample"), "voices.yaml", make(chan struct{})}
	defer close(s.free)
	for _, read := range []func(context.Context, fs.FS) error{
		func(ctx context.Context, fsys fs.FS) error { _, err := edition.Load(ctx, fsys); return err },
		func(ctx context.Context, fsys fs.FS) error { _, err := edition.Check(ctx, fsys); return err },
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		if err := read(ctx, s); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v, want the context's error", err)
		}
		cancel()
	}
}
