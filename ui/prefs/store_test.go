package prefs_test

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
)

// open reads preferences from a file, as a program that starts does.
func open(t *testing.T, path string) (*prefs.Prefs, *prefs.Store, *bytes.Buffer) {
	t.Helper()
	var buf bytes.Buffer
	log := slog.New(slog.NewTextHandler(&buf, nil))
	store := prefs.OpenStore(path, log)
	prefs.AtEnd(t, store)
	return prefs.New(store, log), store, &buf
}

func save(t *testing.T, store *prefs.Store) {
	t.Helper()
	if err := store.Save(); err != nil {
		t.Error(err)
	}
}

func TestStoreKeepsWhatWasSet(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "preferences.json")
	p, store, log := open(t, path)
	p.SetScheme(look.Sepia)
	p.SetStill(true)
	p.AddRecent("/a.txt")
	p.AddRecent("/b.txt")
	e := short(t)
	here := prefs.Left{Place: session.Place{Selected: "ann", Mention: e.Mentions()[0].ID(), Offset: 9, Past: 7.5}}
	p.SetLeft(e, here)
	save(t, store)

	again, _, _ := open(t, path)
	if again.Scheme() != look.Sepia || !again.Still() ||
		again.Left(e).Place != here.Place {
		t.Errorf("came back with %v, %v, %+v", again.Scheme(), again.Still(), again.Left(e))
	}
	if got := again.Recent(); len(got) != 2 || got[0] != "/b.txt" {
		t.Errorf("recent files %q", got)
	}
	if log.Len() > 0 {
		t.Errorf("logged %s", log)
	}
	only(t, path, "", ".lock")
}

// only fails the test unless the folder of a file holds the file with these endings
// and nothing else.
func only(t *testing.T, path string, endings ...string) {
	t.Helper()
	var want []string
	for _, ending := range endings {
		want = append(want, path+ending)
	}
	got, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
	slices.Sort(want)
	if slices.Sort(got); err != nil || !slices.Equal(got, want) {
		t.Errorf("the folder holds %q (%v), not %q", got, err, want)
	}
}

// Two programs that are open at once write the keys that each of them set.
func TestStoresShareAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "preferences.json")
	p, first, _ := open(t, path)
	q, second, _ := open(t, path)
	p.SetScheme(look.Dark)
	save(t, first)
	q.SetStill(true)
	save(t, second)
	again, _, _ := open(t, path)
	if again.Scheme() != look.Dark || !again.Still() {
		t.Errorf("came back with %v, %v", again.Scheme(), again.Still())
	}
}

func TestBrokenPreferencesAreSetAside(t *testing.T) {
	for content, broken := range map[string]bool{
		`garbage{{{`:    true,
		``:              true,
		`null`:          true,
		`[1,2]`:         true,
		`{"text.size":`: true,
		`{}`:            false,
		`{"window.width":[true,1],"b":["x"],"c":[],"d":7}`: false,
	} {
		path := filepath.Join(t.TempDir(), "preferences.json")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		p, store, log := open(t, path)
		if strings.Contains(log.String(), "cannot be read") != broken {
			t.Errorf("%s: logged %s", content, log)
		}
		kept, _ := os.ReadFile(path + ".broken")
		if broken && string(kept) != content {
			t.Errorf("%s: kept %q", content, kept)
		}
		p.SetScheme(look.Dark)
		save(t, store)
		if again, _, _ := open(t, path); again.Scheme() != look.Dark {
			t.Errorf("%s: nothing can be kept after it", content)
		}
	}
}

// A home that cannot be written to costs nothing but the memory, and one line.
func TestNothingCanBeKept(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p, store, log := open(t, filepath.Join(file, "preferences.json"))
	log.Reset()
	for _, s := range []look.Scheme{look.Dark, look.Sepia, look.Light} {
		p.SetScheme(s)
		if store.Save() == nil {
			t.Error("nothing could be kept, and nobody was told")
		}
	}
	if p.Scheme() != look.Light || strings.Count(log.String(), "not kept") != 1 {
		t.Errorf("scheme %v, logged %s", p.Scheme(), log)
	}
}
