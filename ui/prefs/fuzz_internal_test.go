package prefs

import (
	"crypto/sha256"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

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
	a.Fingerprint = sha256.Sum256([]byte("test"))
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

// Twice as many articles, or a value twice as large, take twice the memory and time
// and hardly more.
func TestFileGrowsWithItsValues(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of a short run: the race detector makes some work dearer than other work")
	}
	for name, values := range map[string]func(n int) map[string]any{
		"articles": articles,
		"a text":   func(n int) map[string]any { return map[string]any{"a": strings.Repeat("ä\n", 20*n)} },
		"a list":   func(n int) map[string]any { return map[string]any{"a": make([]any, 20*n)} },
		"nested": func(n int) map[string]any {
			all := make([]any, n)
			for i := range all {
				for range 20 {
					all[i] = []any{all[i]}
				}
			}
			return map[string]any{"a": all}
		},
	} {
		t.Run(name, func(t *testing.T) {
			single, double := newCost(t, values, 1000, 1300, 1700), newCost(t, values, 2000, 2600, 3400)
			for range 100 { // a busy machine is no fault of the program
				bytes1, time1 := single.least(t)
				bytes2, time2 := double.least(t)
				if float64(bytes2) <= 2.3*float64(bytes1) && float64(time2) <= 2.3*float64(time1) {
					return
				}
			}
			t.Errorf("%v bytes and %v, then %v bytes and %v", single.bytes, single.time, double.bytes, double.time)
		})
	}
}

// cost is what it takes at least to read and tidy files, summed over files of
// several sizes because memory grows in steps.
type cost struct {
	files [][]byte
	bytes []uint64 // allocated for each
	time  []time.Duration
}

func newCost(t *testing.T, values func(n int) map[string]any, sizes ...int) *cost {
	t.Helper()
	c := &cost{}
	for _, n := range sizes {
		data, err := encode(values(n))
		if err != nil {
			t.Fatal(err)
		}
		c.files, c.bytes, c.time = append(c.files, data), append(c.bytes, 1<<62), append(c.time, time.Hour)
	}
	return c
}

// least measures once more, and returns the least that each file has taken.
func (c *cost) least(t *testing.T) (allocated uint64, took time.Duration) {
	t.Helper()
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // it would come at one size and not at another
	for i, data := range c.files {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		began := time.Now()
		read, err := decode(data)
		if err == nil {
			forget(read, 20_000)
		}
		c.time[i] = min(c.time[i], time.Since(began))
		runtime.ReadMemStats(&after)
		c.bytes[i] = min(c.bytes[i], after.TotalAlloc-before.TotalAlloc)
		if err != nil {
			t.Fatal(err)
		}
		allocated, took = allocated+c.bytes[i], took+c.time[i]
	}
	return allocated, took
}
