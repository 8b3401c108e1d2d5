package library_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/annotations/knowledge/library"
)

// Whatever becomes of the index, it is made again and nothing is lost.
func TestDamage(t *testing.T) {
	damage := map[string]func(t *testing.T, dir string){
		"gone": func(t *testing.T, dir string) { must(t, os.Remove(filepath.Join(dir, "library.db"))) },
		"no database": func(t *testing.T, dir string) {
			must(t, os.WriteFile(filepath.Join(dir, "library.db"), []byte(strings.Repeat("no database at all ", 1000)), 0o600))
		},
		"empty":      func(t *testing.T, dir string) { must(t, os.Truncate(filepath.Join(dir, "library.db"), 0)) },
		"cut off":    func(t *testing.T, dir string) { cutFile(t, filepath.Join(dir, "library.db"), 2) },
		"one page":   func(t *testing.T, dir string) { must(t, os.Truncate(filepath.Join(dir, "library.db"), 4096)) },
		"overwrites": func(t *testing.T, dir string) { overwrite(t, filepath.Join(dir, "library.db")) },
		"a wal that is none": func(t *testing.T, dir string) {
			must(t, os.WriteFile(filepath.Join(dir, "library.db-wal"), []byte(strings.Repeat("x", 10_000)), 0o600))
		},
	}
	for name, do := range damage {
		t.Run(name, func(t *testing.T) {
			l, dir, _ := shelf(t)
			must(t, l.Close())
			do(t, dir)
			all, err := l.All(t.Context())
			if got := titlesOf(all); err != nil || got != "Another Boehler; Without marks; A second story; Talks in Doha" {
				t.Fatalf("%s, %v", got, err)
			}
			if found, err := l.Search(t.Context(), "hills"); err != nil || len(found) != 1 {
				t.Errorf("%v, %v", found, err)
			}
			if found, err := l.Mentions(t.Context(), knowledge.Subject{Kind: annotations.Place, Name: "Doha"}); err != nil || len(found) != 3 {
				t.Errorf("%v, %v", found, err)
			}
			must(t, l.Add(t.Context(), article(9, "After all", "After all that it goes on.")))
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func cutFile(t *testing.T, name string, by int64) {
	t.Helper()
	info, err := os.Stat(name)
	must(t, err)
	must(t, os.Truncate(name, info.Size()/by))
}

func overwrite(t *testing.T, name string) {
	t.Helper()
	data, err := os.ReadFile(name)
	must(t, err)
	for i := 4096; i < len(data); i += 7 {
		data[i] ^= 0x5a
	}
	must(t, os.WriteFile(name, data, 0o600))
}

// A file of the library that is damaged or foreign is left out and left alone; what is
// new in the folder, from another computer perhaps, is found at the next start.
func TestFolder(t *testing.T) {
	l, dir, all := shelf(t)
	must(t, l.Close())
	files := filepath.Join(dir, "library")
	must(t, os.WriteFile(filepath.Join(files, "note.txt"), []byte("mine"), 0o600))
	must(t, os.WriteFile(filepath.Join(files, annotations.Fingerprint{7}.String()+".json.gz"), []byte("no archive"), 0o600))
	broken := filepath.Join(files, all[3].Fingerprint.String()+".json.gz")
	cutFile(t, broken, 2)
	must(t, os.Remove(filepath.Join(files, all[2].Fingerprint.String()+".json.gz")))

	other := t.TempDir()
	far := library.Open(other)
	must(t, far.Add(t.Context(), article(5, "From elsewhere", "A text from another computer.")))
	must(t, far.Close())
	must(t, os.CopyFS(files, os.DirFS(filepath.Join(other, "library"))))

	must(t, l.Rebuild(t.Context()))
	left, err := l.All(t.Context())
	if got := titlesOf(left); err != nil || got != "From elsewhere; A second story; Talks in Doha" {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := os.Stat(broken); err != nil {
		t.Error(err)
	}
}
