package prefs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sidelight/annotations/disk/disktest"
)

// Whatever bit of a file flips, no value changes unnoticed: the file still holds
// what was saved, or its last good copy takes its place.
func TestEveryFlippedBitIsNoticed(t *testing.T) {
	path := savedTwice(t)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path + backupEnding); err != nil {
		t.Fatal(err)
	}
	noticed := 0
	for bit := range 8 * len(data) {
		flipped := append([]byte{}, data...)
		flipped[bit/8] ^= 1 << (bit % 8)
		values, err := decode(flipped)
		if err != nil {
			noticed++
		} else if values["a"] != "old" || values["b"] != "kept" {
			t.Errorf("bit %d makes %q, unnoticed", bit, flipped)
		}
	}
	if noticed < 4*len(data) {
		t.Errorf("only %d of %d bits are noticed", noticed, 8*len(data))
	}
}

// flip changes a letter of a value in a file, so that the file stays valid.
func flip(t *testing.T, path, from, to string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), from) {
		t.Fatalf("%v, the file holds %s", err, data)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(data), from, to, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A program finds the file damaged that it has written: what it knows and what
// other programs have saved before is written anew.
func TestDamageIsMendedWhileRunning(t *testing.T) {
	path := savedTwice(t)
	s, log := logged(t, disktest.NoSync{}, path)
	other, _ := logged(t, disktest.NoSync{}, path)
	other.set("c", "of another")
	s.set("d", "mine")
	for _, store := range []*Store{other, s} {
		if err := store.Save(); err != nil {
			t.Fatal(err)
		}
	}
	flip(t, path, "mine", "mime")
	s.set("e", "next")
	if err := s.Save(); err != nil || !strings.Contains(log.String(), "the last good copy") {
		t.Errorf("%v, logged %s", err, log)
	}
	holding(t, "mended", path, map[string][]string{
		"a": {"old"}, "b": {"kept"}, "c": {"of another"}, "d": {"mine"}, "e": {"next"},
	})
}

// Each damaged file is kept, the first as well, and each time the good copy holds.
func TestASecondDamageKeepsTheFirst(t *testing.T) {
	path := savedTwice(t)
	for n, ending := range []string{".broken", ".broken-2"} {
		flip(t, path, "kept", "kep"+string(rune('0'+n)))
		s, log := logged(t, disktest.NoSync{}, path)
		if s.values["b"] != "kept" || !strings.Contains(log.String(), ending) {
			t.Errorf("came back with %v, logged %s", s.values, log)
		}
		s.set("a", "after "+ending)
		if err := s.Save(); err != nil {
			t.Error(err)
		}
		kept, err := os.ReadFile(path + ending)
		if err != nil || !strings.Contains(string(kept), "kep"+string(rune('0'+n))) {
			t.Errorf("%s holds %q (%v)", ending, kept, err)
		}
	}
}

// Hundreds of megabytes in place of preferences are set aside without being read.
func TestAHugeFileIsSetAside(t *testing.T) {
	path := savedTwice(t)
	if err := os.Truncate(path, 400<<20); err != nil {
		t.Skip("this system has no sparse files:", err)
	}
	began := time.Now()
	s, log := logged(t, disktest.NoSync{}, path)
	if took := time.Since(began); s.values["b"] != "kept" || took > time.Second {
		t.Errorf("came back with %v after %v, logged %s", s.values, took, log)
	}
	if info, err := os.Stat(path + ".broken"); err != nil || info.Size() != 400<<20 {
		t.Errorf("it is not set aside: %v", err)
	}
}

// What stands there and is no file stays as it is, and costs what would be kept.
func TestWhatIsNoFileStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "preferences.json")
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	s, log := logged(t, disktest.NoSync{}, path)
	s.set("a", "b")
	if err := s.Save(); err == nil || !strings.Contains(log.String(), "not a regular file") {
		t.Errorf("%v, logged %s", err, log)
	}
	if info, err := os.Lstat(path); err != nil || !info.IsDir() {
		t.Errorf("the folder has gone (%v)", err)
	}
}

// A link is written through, also where it leads to a damaged file.
func TestALinkStays(t *testing.T) {
	target := savedTwice(t)
	link := filepath.Join(t.TempDir(), "preferences.json")
	if err := os.Symlink(target, link); err != nil {
		t.Skip("this system makes no links:", err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode().IsRegular() {
		t.Skip("this system does not show what is a link:", err) // Wine
	}
	flip(t, target, "old", "olt")
	s, _ := logged(t, disktest.NoSync{}, link)
	s.set("c", "new")
	if err := s.Save(); err != nil {
		t.Error(err)
	}
	holding(t, "through a link", target, map[string][]string{"b": {"kept"}, "c": {"new"}})
	if to, err := os.Readlink(link); err != nil || to != target {
		t.Errorf("the link leads to %q (%v)", to, err)
	}
}

// A hand that edits the file takes the checksum away, or its changes do not count.
func TestAFileWithoutChecksumHolds(t *testing.T) {
	for content, want := range map[string]bool{
		`{"a": "by hand"}`: true,
		`{"a": "by hand", "checksum": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}`: false,
		`{"checksum": 7, "a": "by hand"}`: false,
	} {
		values, err := decode([]byte(content))
		if (err == nil) != want || want && values["a"] != "by hand" {
			t.Errorf("%s: %v, %v", content, values, err)
		}
	}
}

// Of two programs, each adds what it opened to the recent files.
func TestRecentFilesOfBothAreKept(t *testing.T) {
	path := savedTwice(t)
	first, log := logged(t, disktest.NoSync{}, path)
	second, _ := logged(t, disktest.NoSync{}, path)
	New(first, first.log).AddRecent("/gone.txt")
	New(first, first.log).AddRecent("/first.txt")
	New(second, second.log).AddRecent("/second.txt")
	for _, s := range []*Store{first, second, first} {
		if err := s.Save(); err != nil {
			t.Error(err)
		}
		New(first, first.log).DropRecent("/gone.txt")
	}
	again, _ := logged(t, disktest.NoSync{}, path)
	if got := strings.Join(New(again, again.log).Recent(), " "); got != "/second.txt /first.txt" {
		t.Errorf("recent are %s, logged %s", got, log)
	}
}

// A place is several values, and those of one program stay together.
func TestValuesThatBelongTogetherStayTogether(t *testing.T) {
	path := savedTwice(t)
	first, _ := logged(t, disktest.NoSync{}, path)
	second, _ := logged(t, disktest.NoSync{}, path)
	second.setAll(map[string]any{"a": "two", "b": "two"})
	first.setAll(map[string]any{"a": "old", "b": "one"})
	for _, s := range []*Store{second, first} {
		if err := s.Save(); err != nil {
			t.Error(err)
		}
	}
	holding(t, "both", path, map[string][]string{"a": {"old"}, "b": {"one"}})
}
