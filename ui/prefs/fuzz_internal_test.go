package prefs

import (
	"crypto/sha256"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/disk/disktest"
	"sidelight/annotations/fuzzed"
)

// seeds are files of preferences, good and bad.
func seeds(t testing.TB) []string {
	t.Helper()
	good, err := encode(map[string]any{"look.still": true, "\xff": "<\u2028>"})
	if err != nil {
		t.Fatal(err)
	}
	return []string{
		string(good),
		`{"look.scheme": "dark", "window.width": 900, "text.size": 18, "files.recent": ["/a.txt", 3, ""]}`,
		`{"look.scheme": 3, "index.folded": "person nobody", "layers": "lines -person", "look.still": true}`,
		`{"place.offset.9f86d081884c7d65": 1e300, "place.opened.9f86d081884c7d65": [{"entity": "a"}, {"offset": -1}, 3]}`,
		`{"place.offset.9f86d081884c7d65": 1, "place.words.9f86d081884c7d65": "st", "place.past.9f86d081884c7d65": 0.1}`,
		`{"place.view.9f86d081884c7d65": "map", "place.ways.9f86d081884c7d65": {"told": true, "kinds": "term", "reach": 2}, "place.minded.9f86d081884c7d65": {"map": "x", "": 1}}`,
		`{"article.offset.9f86d081884c7d65": 5, "article.opened.9f86d081884c7d65": ["passage p1s1", "entity x"]}`,
		`{"a": 1, "a": 2, "": null, "checksum": "0"}`, `{"a": "` + "\xff" + `"}`, `{"a": null}`,
		`null`, `[]`, ``, `{`, strings.Repeat(`{"a":`, 2000) + `1` + strings.Repeat(`}`, 2000),
	}
}

// Whatever bytes a file holds, its values are all read or it is damaged, and they
// come back as they were read.
func FuzzPreferences(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed.Within(t, func() { readAndWrite(t, data) })
	})
}

// readAndWrite fails the test unless a file's values are all read and come back as
// they were, or the file is damaged.
func readAndWrite(t *testing.T, data []byte) {
	t.Helper()
	values, err := decode(data)
	if err != nil {
		if values != nil || !damaged(err) {
			t.Fatalf("%v and %v", values, err)
		}
		return
	}
	readAll(t, values)
	forget(values, 20_000)
	written, err := encode(values)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := decode(written); err != nil || !reflect.DeepEqual(again, values) {
		t.Fatalf("came back as %v (%v), not %v", again, err, values)
	}
}

// A program starts with any file, keeps what it holds or sets it aside, and saves.
func TestAnyFileIsOpened(t *testing.T) {
	for _, seed := range seeds(t) {
		path := filepath.Join(t.TempDir(), "preferences.json")
		if err := os.WriteFile(path, []byte(seed), 0o600); err != nil {
			t.Fatal(err)
		}
		want, fault := decode([]byte(seed))
		if fault != nil {
			want = map[string]any{}
		}
		s, _ := logged(t, disktest.NoSync{}, path)
		if !reflect.DeepEqual(s.values, want) {
			t.Errorf("%.80s: opened as %v", seed, s.values)
		}
		s.set("new", "yes")
		want["new"] = "yes"
		if err := s.Save(); err != nil {
			t.Error(err)
		}
		again, log := logged(t, disktest.NoSync{}, path)
		if !reflect.DeepEqual(again.values, want) || log.Len() > 0 {
			t.Errorf("%.80s: came back as %v; logged %s", seed, again.values, log)
		}
		if kept, _ := os.ReadFile(path + ".broken"); fault != nil && string(kept) != seed {
			t.Errorf("%.80s: kept as %q", seed, kept)
		}
	}
}

// readAll reads all that is kept of the program and of an article, whatever the
// values are. What is kept in an older form is carried over in a store of its own.
func readAll(t *testing.T, values map[string]any) {
	t.Helper()
	s := NewStore()
	s.values = maps.Clone(values)
	p := New(s, s.log)
	p.Scheme()
	p.Window()
	p.Text()
	p.Layers()
	p.Folded(annotations.Person)
	p.Recent()
	p.Last()
	_ = p.PanelOpen() && p.IndexOpen() && p.Still()
	a, err := annotations.NewArticle("test", "test") // its keys are in the seeds
	if err != nil {
		t.Fatal(err)
	}
	a.File.Fingerprint = sha256.Sum256([]byte("test"))
	e, err := annotations.New(annotations.Content{Title: "Test", Article: a})
	if err != nil {
		t.Fatal(err)
	}
	left := p.Left(e)
	p.SetLeft(e, left)
	if again := p.Left(e); !reflect.DeepEqual(again, left) {
		t.Fatalf("left as %v, and kept as %v", left, again)
	}
}
