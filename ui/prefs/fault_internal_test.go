package prefs

import (
	"bytes"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations/disk"
	"sidelight/annotations/disk/disktest"
)

// logged opens a store and returns what it logs as well.
func logged(t *testing.T, calls disk.Calls, path string) (*Store, *bytes.Buffer) {
	t.Helper()
	var log bytes.Buffer
	s := openStore(calls, path, slog.New(slog.NewTextHandler(&log, nil)))
	AtEnd(t, s)
	return s, &log
}

// savedTwice returns the path of a file that holds "a" as "old" and "b" as "kept",
// and has a good copy.
func savedTwice(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "preferences.json")
	s, log := logged(t, disktest.NoSync{}, path)
	for _, key := range []string{"b", "a"} {
		s.set(key, map[string]string{"a": "old", "b": "kept"}[key])
		if err := s.Save(); err != nil || log.Len() > 0 {
			t.Fatalf("%v, logged %s", err, log)
		}
	}
	return path
}

// holding fails the test unless the file at path is whole and holds one of the
// values for each key.
func holding(t *testing.T, when, path string, want map[string][]string) {
	t.Helper()
	s, log := logged(t, disktest.NoSync{}, path)
	for key, values := range want {
		if got, _ := s.values[key].(string); !slices.Contains(values, got) {
			t.Errorf("%s: %s is %q, not one of %q", when, key, got, values)
		}
	}
	if log.Len() > 0 {
		t.Errorf("%s: logged %s", when, log)
	}
}

// Whatever call of a save fails, the file is whole, the error is told, and what was
// set is there after the next save.
func TestEveryCallOfASaveMayFail(t *testing.T) {
	for name, fault := range disktest.Kinds() {
		t.Run(name, func(t *testing.T) {
			for fault.At = 1; failSave(t, fault); fault.At++ {
			}
			if fault.At < 20 {
				t.Errorf("a save makes only %d calls", fault.At-1)
			}
		})
	}
}

// failSave has one call of a save fail and reports whether there was that call.
func failSave(t *testing.T, fault disktest.Fault) bool {
	t.Helper()
	path := savedTwice(t)
	s, log := logged(t, disktest.NoSync{}, path)
	calls := &disktest.Faults{Calls: disktest.NoSync{}, Fault: fault}
	s.file.calls = calls
	s.set("a", "new")
	err := s.Save()
	failed := calls.Failed()
	other := fault.Short || strings.HasPrefix(failed, "link ") // there is another way
	if failed != "" && !other && err == nil && log.Len() == 0 {
		t.Errorf("%s: an error that nobody is told", failed)
	}
	expect := map[string][]string{"a": {"old", "new"}, "b": {"kept"}}
	if err == nil {
		expect["a"] = []string{"new"}
	}
	holding(t, failed, path, expect)
	if fault.Killed {
		s, _ = logged(t, disktest.NoSync{}, path)
	} else {
		s.file.calls, expect["a"] = disktest.NoSync{}, []string{"new"}
	}
	s.set("c", "later")
	expect["c"] = []string{"later"}
	if err := s.Save(); err != nil {
		t.Errorf("%s: the next save: %v", failed, err)
	}
	holding(t, failed+" and saved again", path, expect)
	if fault.Killed {
		if left, _ := filepath.Glob(path + ".*.tmp"); len(left) > 0 {
			t.Errorf("%s: %q stay", failed, left)
		}
	}
	return failed != ""
}

// Whatever call fails while a damaged file is opened, the last good copy is there
// when all calls work again, and the damaged file is kept once.
func TestEveryCallOfARecoveryMayFail(t *testing.T) {
	for name, fault := range disktest.Kinds() {
		t.Run(name, func(t *testing.T) {
			for fault.At = 1; failRecovery(t, fault); fault.At++ {
			}
			if fault.At < 20 {
				t.Errorf("a recovery makes only %d calls", fault.At-1)
			}
		})
	}
}

func failRecovery(t *testing.T, fault disktest.Fault) bool {
	t.Helper()
	path := savedTwice(t)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.Replace(data, []byte("old"), []byte("olt"), 1)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	calls := &disktest.Faults{Calls: disktest.NoSync{}, Fault: fault}
	_, log := logged(t, calls, path)
	failed := calls.Failed()
	if log.Len() == 0 {
		t.Errorf("%s: nobody is told of the damage", failed)
	}
	s, _ := logged(t, disktest.NoSync{}, path) // a second start
	if s.values["a"] == "olt" || s.values["b"] != "kept" {
		t.Errorf("%s: %v came back", failed, s.values)
	}
	holding(t, failed, path, map[string][]string{"b": {"kept"}})
	if kept, err := filepath.Glob(path + ".broken*"); err != nil || len(kept) != 1 {
		t.Errorf("%s: the damaged file is kept as %q (%v)", failed, kept, err)
	} else if got, _ := os.ReadFile(kept[0]); !bytes.Equal(got, data) {
		t.Errorf("%s: what is kept is %q", failed, got)
	}
	return failed != ""
}

// unlockable is a file system on which files cannot be locked.
type unlockable struct{ disktest.NoSync }

func (unlockable) TryLock(string) (io.Closer, error) {
	return nil, errors.ErrUnsupported
}

func TestGoesWithoutALock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "preferences.json")
	s, log := logged(t, unlockable{}, path)
	for _, value := range []string{"one", "two"} {
		s.set("a", value)
		if err := s.Save(); err != nil {
			t.Error(err)
		}
	}
	holding(t, "without a lock", path, map[string][]string{"a": {"two"}})
	if strings.Count(log.String(), "cannot be locked") != 1 {
		t.Errorf("logged %s", log)
	}
}
