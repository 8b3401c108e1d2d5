package edition_test

import (
	"maps"
	"os"
	"testing"
	"testing/fstest"

	"sidelight/annotations/edition"
)

// Whatever one of its files holds, an edition loads or says what is wrong.
func FuzzLoad(f *testing.F) {
	sample := copyOf(f, os.DirFS("testdata/sample"))
	files := []string{
		"edition.yaml", "entities.yaml", "more/things.yaml", "mentions.yaml", "facts.yaml",
		"relations.yaml", "voices.yaml", "quotations.yaml", "sources.json",
	}
	for i, file := range files {
		f.Add(uint8(i), sample[file].Data)
	}
	for _, s := range []string{
		"a: &a [*a]", "- - - - x", "? ? ? x", "a: !!binary x", "{[", "'", "a: |2\n x", "%TAG ! x\n---\na: b",
		"<<: *x", "a:\n b: c\n d", "entities: [{id: [}]", "\x00", "---\n...\n---", "a: \"\\x", "{a: {a: {a: 1}}}",
		"? [a]\n: b", "- a\n-", "*", "&", "!", ">", "|\n", "a: >+\n\n\n", "entities: [{name: , id: x}]",
	} {
		f.Add(uint8(0), []byte(s))
		f.Add(uint8(1), []byte(s))
	}
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		m := maps.Clone(sample)
		m[files[int(which)%len(files)]] = &fstest.MapFile{Data: data}
		if e, err := edition.Load(t.Context(), m); err == nil {
			if e == nil {
				t.Fatal("neither an edition nor an error")
			}
			return
		}
		_ = faultsOf(t, m)
	})
}
