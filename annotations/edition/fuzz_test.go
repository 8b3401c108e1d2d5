package edition_test

import (
	"errors"
	"maps"
	"os"
	"testing"
	"testing/fstest"

	"sidelight/annotations/edition"
	"sidelight/annotations/fuzzed"
)

// fuzzedFiles are the files of the sample that a fuzz target may replace. The last
// is named by no other file unless another is replaced by one that includes it.
var fuzzedFiles = []string{
	"edition.yaml", "entities.yaml", "more/things.yaml", "mentions.yaml", "facts.yaml", "relations.yaml",
	"voices.yaml", "quotations.yaml", "sources.json", "notes.yaml", "about.yaml", "article.txt", "more/new.yaml",
}

// Whatever two of its files hold, and whichever of them includes the other, an
// edition loads or says what is wrong; and what does not load is refused by a check.
func FuzzLoad(f *testing.F) {
	sample := copyOf(f, os.DirFS("testdata/sample"))
	last := uint8(len(fuzzedFiles) - 1)
	for i, file := range fuzzedFiles[:last] {
		f.Add(uint8(i), sample[file].Data, last, []byte(""))
		f.Add(uint8(i), []byte("include: [more/new.yaml]\n"), last, sample[file].Data)
		f.Add(uint8(i), []byte("include: [more/new.yaml]\n"), last, []byte("include: [new.yaml, ../entities.yaml]\n"))
	}
	for _, s := range []string{
		"a: &a [*a]", "- - - - x", "? ? ? x", "a: !!binary x", "{[", "'", "a: |2\n x", "%TAG ! x\n---\na: b",
		"<<: *x", "a:\n b: c\n d", "entities: [{id: [}]", "\x00", "---\n...\n---", "a: \"\\x", "{a: {a: {a: 1}}}",
		"? [a]\n: b", "- a\n-", "*", "&", "!", ">", "|\n", "a: >+\n\n\n", "entities: [{name: , id: x}]",
		"notes: [{id: a, since: [{text: }]}]", "sections: [{title: a, text: [b]}]", "include: more/new.yaml", "include: [\"\"]", "include: [..]",
	} {
		f.Add(uint8(0), []byte(s), last, []byte(s))
		f.Add(uint8(1), []byte(s), uint8(9), []byte(s))
	}
	f.Fuzz(func(t *testing.T, which uint8, data []byte, other uint8, more []byte) {
		m := maps.Clone(sample)
		m[fuzzedFiles[int(which)%len(fuzzedFiles)]] = &fstest.MapFile{Data: data}
		m[fuzzedFiles[int(other)%len(fuzzedFiles)]] = &fstest.MapFile{Data: more}
		fuzzed.Within(t, func() { loadOrRefuse(t, m) })
	})
}

// loadOrRefuse fails the test unless an edition loads, or is refused in sentences
// and by the check as well.
func loadOrRefuse(t *testing.T, m fstest.MapFS) {
	e, err := edition.Load(t.Context(), m)
	checked, strict := edition.Check(t.Context(), m)
	if (e == nil) != (err != nil) || (checked == nil) != (strict != nil) {
		t.Fatal("both or neither of an edition and an error")
	}
	if err != nil {
		_ = faultsOf(t, m)
	}
	if err != nil && strict == nil {
		t.Fatalf("the check accepts what does not load: %v", err)
	}
}

// Whatever a packed edition holds, it is unpacked or refused.
func FuzzUnpack(f *testing.F) {
	packed, err := edition.Pack(f.Context(), os.DirFS("testdata/sample"))
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{
		string(packed), "", "null", "[]", `{"Article":"article.txt"}`, `{"Article":"..","Content":{}}`, `{"Article":"/article.txt"}`,
		`{"Article":"article.txt","Content":{"Mentions":[{"Start":-1,"End":9}]}}`, `{"Article":"article.txt","Content":{"Facts":[{"About":["a"]}]}}`,
	} {
		f.Add([]byte(s))
	}
	text := os.DirFS("testdata/sample")
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed.Within(t, func() {
			if e, err := edition.Unpack(data, text); (e == nil) != (err != nil) {
				t.Fatal("both or neither of an edition and an error")
			} else if err != nil && errors.Unwrap(err) == nil && err.Error() == "" {
				t.Fatal("refused without a word")
			}
		})
	})
}
