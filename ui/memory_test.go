package ui_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/document"
	"sidelight/annotations/document/raw"
	"sidelight/annotations/search"
	"sidelight/assets"
	"sidelight/ui/page/flow"
	"sidelight/ui/typeset"
)

// What an open document takes, its text, its index for search and its typesetting
// together, grows by at most 12 bytes for each byte of text, whatever its shape.
// Two sizes are compared, so that what comes once is left out.
func TestOpenDocumentIsSmall(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of a short run: the race detector keeps memory of its own")
	}
	const small, most = 200 << 10, 12
	large := 3 * small
	for name, text := range shapes() {
		for _, ending := range []string{".txt", ".md"} {
			less, more := weigh(t, text(small), ending), weigh(t, text(large), ending)
			if more == 0 && ending == ".md" {
				continue // it is refused: a Markdown file may not have that many parts
			}
			if grown := float64(more-less) / float64(large-small); grown > most {
				t.Errorf("%s as %s: %.1f bytes for each byte of text", name, ending, grown)
			}
		}
	}
}

// shapes returns texts of about a size in bytes, each of which has many of something.
func shapes() map[string]func(size int) string {
	all := make(map[string]func(int) string)
	for _, part := range []string{
		"a\n", "a\n\n", "a.\n\n", "A. ", "A.\n", "word and word. ", "a", "a b ", "/a", "W ", "word ", "\n", "船舶。", "船", "e\u0301", "\ta",
		"Words and words and more of these words.\n", strings.Repeat(strings.Repeat("words and ", 7)+"\n", 5) + "\n",
	} {
		all[fmt.Sprintf("many %.20q", part)] = func(size int) string { return "a" + strings.Repeat(part, size/len(part)) }
	}
	numbered := func(line func(i int) string) func(int) string {
		return func(size int) string {
			var b strings.Builder
			for i := 0; b.Len() < size; i++ {
				b.WriteString(line(i))
			}
			return b.String()
		}
	}
	all["a log"] = numbered(func(i int) string {
		return fmt.Sprintf("2025-03-05 10:%02d:%02d INFO request %08x took %d ms\n", i/60%60, i%60, uint32(i)*2654435761, i*31%977)
	})
	all["words that are all different"] = numbered(func(i int) string { return fmt.Sprintf("%07x ", i*7919) })
	return all
}

// weigh returns the bytes that a document takes when all of it is indexed and
// typeset, or 0 if it is refused.
func weigh(t *testing.T, content, ending string) int {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a"+ending)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	face, err := typeset.NewFace("Serif", assets.SerifRegular)
	if err != nil {
		t.Fatal(err)
	}
	before := inUse()
	text, err := document.Open(t.Context(), path, func(float64) {})
	if errors.As(err, new(*raw.Error)) {
		return 0
	}
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Title: text.Title, Article: text.Article})
	if err != nil {
		t.Fatal(err)
	}
	index := search.New(e)
	c := flow.New()
	c.Open(e.Article())
	c.Set(flow.Format{Style: typeset.Style{Face: face, Size: 19, Leading: 30}, Width: 600, Gap: 18}, 0)
	whole, err := c.Whole()(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c.Settle(whole)
	took := inUse() - before
	runtime.KeepAlive(index)
	runtime.KeepAlive(c)
	return took
}

// inUse returns the bytes of the heap that are in use.
func inUse() int {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}
