package edition_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"sidelight/assets"
)

// at is the place of a marker in a file of m, as an error writes it.
func at(t testing.TB, m fstest.MapFS, file, marker string) string {
	t.Helper()
	text := string(m[file].Data)
	i := strings.Index(text, marker)
	if i < 0 {
		t.Fatalf("%q does not occur in %s", marker, file)
	}
	line := strings.LastIndexByte(text[:i], '\n') + 1
	return fmt.Sprintf("%s:%d:%d", file, strings.Count(text[:i], "\n")+1, utf8.RuneCountInString(text[line:i])+1)
}

// TestBrokenCopies breaks the edition that comes with the program in twelve
// ways; each is found, at its place, in a sentence that says what to do.
func TestBrokenCopies(t *testing.T) {
	const (
		people   = "entities/people.yaml"
		ofPeople = "facts/people.yaml"
		said     = "facts/article.yaml"
		mentions = "mentions.yaml"
	)
	tests := []struct {
		name  string
		spoil func(t *testing.T, m fstest.MapFS) (place string)
		words []string
	}{
		{"missing entity", func(t *testing.T, m fstest.MapFS) string {
			replace(t, m, people, "id: adam-boehler", "id: adam-bohler")
			return at(t, m, "relations.yaml", "adam-boehler")
		}, []string{`no entity "adam-boehler"`, "correct the id or add"}},

		{"quote that does not occur", func(t *testing.T, m fstest.MapFS) string {
			replace(t, m, said, "exact: ", "exact: Nobody has denied ")
			return at(t, m, said, "Nobody has denied")
		}, []string{"“Nobody has denied", "does not occur in article.txt", "copy it from there"}},

		{"quote that occurs twice without context", func(t *testing.T, m fstest.MapFS) string {
			replace(t, m, mentions, "exact: the group\n", "exact: agreement between Israel and Hamas remains uncertain\n")
			return at(t, m, mentions, "agreement between Israel and Hamas remains")
		}, []string{"occurs 2 times", "add prefix or suffix"}},

		{"overlapping duplicates", func(t *testing.T, m fstest.MapFS) string {
			replace(t, m, mentions, "mentions:\n", "mentions:\n  - {entity: edan-alexander, form: name, exact: Edan Alexander}\n")
			return at(t, m, mentions, "Edan Alexander}")
		}, []string{"“Edan Alexander” is already marked as edan-alexander", "entities/people.yaml:", "take"}},

		{"marks that cross", func(t *testing.T, m fstest.MapFS) string {
			replace(t, m, mentions, "mentions:\n", "mentions:\n  - {entity: edan-alexander, form: name, exact: \"Alexander, and\"}\n")
			return at(t, m, mentions, `"Alexander, and"`)
		}, []string{"crosses the mark “Edan Alexander”", "lengthen or shorten"}},

		{"bad EDTF", func(t *testing.T, m fstest.MapFS) string {
			replace(t, m, ofPeople, "as-of: ", "as-of: 5 March of ")
			return at(t, m, ofPeople, "5 March of")
		}, []string{`as-of: "5 March of`, "is no EDTF date", "write YYYY"}},

		{"fact without evidence", func(t *testing.T, m fstest.MapFS) string {
			replace(t, m, said, "facts:\n", "facts:\n  - id: bare\n    about: [hamas]\n    state: in-article\n    text: Nothing says so.\n")
			return at(t, m, said, "bare")
		}, []string{"the fact bare has no evidence", "quote the words of the article"}},

		{"fact without source", func(t *testing.T, m fstest.MapFS) string {
			replace(t, m, ofPeople, "facts:\n", "facts:\n  - id: bare\n    about: [hamas]\n    state: background\n    text: Nothing says so.\n    as-of: 2025\n")
			return at(t, m, ofPeople, "bare")
		}, []string{"the fact bare has no sources", "name at least one"}},

		{"unknown kind", func(t *testing.T, m fstest.MapFS) string {
			replace(t, m, people, "kind: person", "kind: human")
			return at(t, m, people, "human")
		}, []string{`the kind "human" is not known`, "person, organisation, place, event, date, number, quotation or term"}},

		{"cyclic include", func(t *testing.T, m fstest.MapFS) string {
			replace(t, m, "relations.yaml", "relations:\n", "include: [more.yaml]\nrelations:\n")
			m["more.yaml"] = &fstest.MapFile{Data: []byte("include:\n  - relations.yaml\n")}
			return "more.yaml:2:5"
		}, []string{"relations.yaml → more.yaml → relations.yaml", "take this include out"}},

		{"tab-indented YAML", func(t *testing.T, m fstest.MapFS) string {
			replace(t, m, "voices.yaml", "    exact:", "\texact:")
			return at(t, m, "voices.yaml", "\texact:")
		}, []string{"a tab indents this line", "with spaces"}},

		{"invalid UTF-8", func(t *testing.T, m fstest.MapFS) string {
			replace(t, m, ofPeople, "text: ", "text: Né\xe9 on ")
			return at(t, m, ofPeople, "\xe9 on")
		}, []string{"the byte 0xe9 is not valid UTF-8", "save the file in UTF-8"}},

		{"empty file", func(t *testing.T, m fstest.MapFS) string {
			m["quotations.yaml"] = &fstest.MapFile{}
			return "quotations.yaml"
		}, []string{"the file is empty", "write it or take its name out"}},

		{"50 MB file", func(t *testing.T, m fstest.MapFS) string {
			m["facts/places.yaml"] = &fstest.MapFile{Data: bytes.Repeat([]byte("# much\n"), 50<<20/7)}
			return "facts/places.yaml"
		}, []string{"the file has 50 MB", "the most that is read is 4 MB"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := copyOf(t, assets.Edition())
			place := tt.spoil(t, m)
			all := faultsOf(t, m)
			for _, e := range all {
				if strings.HasPrefix(e.Error(), place+": ") && containsAll(e.Message, tt.words) {
					return
				}
			}
			t.Errorf("got\n%s\nwant a fault at %s with %q", all, place, tt.words)
		})
	}
}

func containsAll(s string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}

func TestEveryFaultIsNamedInOrder(t *testing.T) {
	m := copyOf(t, assets.Edition())
	replace(t, m, "mentions.yaml", "form: pronoun", "form: noun")
	replace(t, m, "entities/people.yaml", "kind: person", "kind: human")
	replace(t, m, "facts/article.yaml", "state: in-article", "state: inarticle")
	all := faultsOf(t, m)
	var files []string
	for _, e := range all {
		files = append(files, e.File)
	}
	if got := strings.Join(files, " "); got != "entities/people.yaml facts/article.yaml mentions.yaml" {
		t.Errorf("got faults in %s:\n%s", got, all)
	}
}

func TestNoEdition(t *testing.T) {
	all := faultsOf(t, fstest.MapFS{"readme.txt": {Data: []byte("hello")}})
	if got := all.Error(); got != "edition.yaml: there is no file edition.yaml in the edition: add it or correct its name" {
		t.Errorf("got %s", got)
	}
}

func TestSourcesAreAnArray(t *testing.T) {
	m := copyOf(t, assets.Edition())
	m["sources.json"] = &fstest.MapFile{Data: []byte("\n {\"id\": \"S1\"}")}
	if got := faultsOf(t, m).Error(); !strings.HasPrefix(got, "sources.json:2:2: a file of sources is a CSL-JSON array, and this is a mapping") {
		t.Errorf("got %s", got)
	}
}

// liar is a file system in which one file hides its size.
type liar struct {
	fs.FS
	name string
	size int64
	read int64
}

func (l *liar) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(l.FS, name)
	if err == nil && name == l.name {
		return sized{info, l.size}, nil
	}
	return info, err
}

func (l *liar) Open(name string) (fs.File, error) {
	if name != l.name {
		return l.FS.Open(name)
	}
	info, err := l.Stat(name)
	return &endless{info: info, l: l}, err
}

type sized struct {
	fs.FileInfo
	size int64
}

func (s sized) Size() int64 { return s.size }

// endless is a file that never ends.
type endless struct {
	info fs.FileInfo
	l    *liar
}

func (e *endless) Stat() (fs.FileInfo, error) { return e.info, nil }
func (e *endless) Close() error               { return nil }
func (e *endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = '#'
	}
	e.l.read += int64(len(b))
	return len(b), nil
}

func TestLargeFilesAreNotRead(t *testing.T) {
	l := &liar{FS: assets.Edition(), name: "facts/places.yaml", size: 64 << 20}
	if got := faultsOf(t, l).Error(); !strings.HasPrefix(got, "facts/places.yaml: the file has 64 MB") || l.read != 0 {
		t.Errorf("of a file of 64 MB %d bytes were read: %s", l.read, got)
	}
	l = &liar{FS: assets.Edition(), name: "facts/places.yaml", size: 100}
	if got := faultsOf(t, l).Error(); !strings.HasPrefix(got, "facts/places.yaml: the file cannot be read: it grows beyond 4 MB") || l.read > 5<<20 {
		t.Errorf("of a file that hides its size %d bytes were read: %s", l.read, got)
	}
}
