package disk_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"sidelight/annotations/disk"
	"sidelight/annotations/disk/disktest"
)

// content is larger than any buffer between it and the disk.
func content(word string) string { return strings.Repeat(word+"\n", 20_000) }

// write replaces a file by a text.
func write(calls disk.Calls, path, text string) error {
	return disk.Write(calls, path, 0o600, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}

// put makes a file without the package under test.
func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o640); err != nil {
		t.Fatal(err)
	}
}

// holds fails the test unless the file at path has that content.
func holds(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("%s holds %.40q… of %d bytes (%v), not %.40q… of %d", path, got, len(got), err, want, len(want))
	}
}

// only fails the test unless a folder holds these names and no others.
func only(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if err != nil || strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("%s holds %q (%v), not %q", folder, got, err, want)
	}
}

// Whatever call of a write fails, the file holds the old content or the new, the
// error is told, nothing else stays, and the next write works.
func TestEveryCallOfAWriteMayFail(t *testing.T) {
	for name, fault := range disktest.Kinds() {
		t.Run(name, func(t *testing.T) {
			for fault.At = 1; everyCall(t, fault); fault.At++ {
			}
			if fault.At < 9 {
				t.Errorf("a write makes only %d calls", fault.At-1)
			}
		})
	}
}

// everyCall has one call of a write fail and reports whether there was that call.
func everyCall(t *testing.T, fault disktest.Fault) bool {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "file")
	put(t, path, content("old"))
	calls := &disktest.Faults{Calls: disktest.NoSync{}, Fault: fault}
	err := write(calls, path, content("new"))
	failed := calls.Failed()
	now, _ := os.ReadFile(path)
	switch string(now) {
	case content("new"):
	case content("old"):
		if err == nil {
			t.Errorf("%s: an error that nobody is told", failed)
		}
	default:
		t.Errorf("%s: the file holds %d bytes that are neither old nor new", failed, len(now))
	}
	if fault.Err != nil && failed != "" && !errors.Is(err, fault.Err) {
		t.Errorf("%s: the error is %v", failed, err)
	}
	if err := disk.Tidy(disk.OS{}, path, true); err != nil {
		t.Error(err)
	}
	only(t, folder, "file")
	if err := write(disktest.NoSync{}, path, content("later")); err != nil {
		t.Errorf("%s: the next write: %v", failed, err)
	}
	holds(t, path, content("later"))
	return failed != ""
}

// The content is on the disk before the name is, and the name before the write is
// acknowledged.
func TestWriteIsOnTheDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	put(t, path, "old")
	calls := &disktest.Faults{Calls: disk.OS{}}
	if err := write(calls, path, "new"); err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, call := range calls.Made() {
		what, _, _ := strings.Cut(call, " ")
		kinds = append(kinds, what)
	}
	if got := strings.Join(kinds, " "); !strings.HasSuffix(got, " open write sync close rename sync") || !strings.HasPrefix(calls.Made()[len(kinds)-1], "sync folder") {
		t.Errorf("the calls are %q", calls.Made())
	}
}

func TestWriteKeepsLinkAndMode(t *testing.T) {
	folder := t.TempDir()
	target, far, link := filepath.Join(folder, "a"), filepath.Join(folder, "far", "c"), filepath.Join(folder, "b")
	put(t, target, "old")
	if err := os.Mkdir(filepath.Dir(far), 0o700); err != nil {
		t.Fatal(err)
	}
	for to, at := range map[string]string{"a": target, "far/c": far} {
		_ = os.Remove(link)
		if err := os.Symlink(filepath.FromSlash(to), link); err != nil {
			t.Skip("this system makes no links:", err)
		}
		if info, err := os.Lstat(link); err != nil || info.Mode().IsRegular() {
			t.Skip("this system does not show what is a link:", err) // Wine
		}
		if err := write(disk.OS{}, link, "new"); err != nil {
			t.Fatal(err)
		}
		holds(t, at, "new")
		if got, err := os.Readlink(link); err != nil || filepath.ToSlash(got) != to {
			t.Errorf("the link leads to %q (%v)", got, err)
		}
	}
	if info, err := os.Stat(target); runtime.GOOS != "windows" && (err != nil || info.Mode().Perm() != 0o640) {
		t.Errorf("the mode is %v (%v)", info.Mode(), err)
	}
	_ = os.Remove(link)
	if err := os.Symlink("b", link); err != nil {
		t.Fatal(err)
	}
	if err := write(disk.OS{}, link, "new"); err == nil || !strings.Contains(err.Error(), "circle") {
		t.Errorf("a link to itself: %v", err)
	}
}

func TestReadRefuses(t *testing.T) {
	folder := t.TempDir()
	large := filepath.Join(folder, "large")
	put(t, large, "")
	if err := os.Truncate(large, 1<<40); err != nil {
		t.Skip("this system has no sparse files:", err)
	}
	for path, want := range map[string]error{
		folder:                        disk.ErrNotRegular,
		large:                         disk.ErrTooLarge,
		filepath.Join(folder, "none"): fs.ErrNotExist,
	} {
		if _, err := disk.Read(disk.OS{}, path, 1000); !errors.Is(err, want) {
			t.Errorf("%s: %v", path, err)
		}
	}
	path := filepath.Join(folder, "file")
	put(t, path, "1234")
	if got, err := disk.Read(disk.OS{}, path, 4); err != nil || string(got) != "1234" {
		t.Errorf("read %q (%v)", got, err)
	}
	if _, err := disk.Read(disk.OS{}, path, 3); !errors.Is(err, disk.ErrTooLarge) {
		t.Errorf("one byte too many: %v", err)
	}
}

// Only what a killed writer of the same file has left is removed: at once if
// nobody else can write, otherwise after an hour.
func TestTidy(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "f")
	old, young := path+".0123456789abcdef.tmp", path+".fedcba9876543210.tmp"
	others := []string{"f", "f.0123456789abcdef", "f.0123456789abcdeg.tmp", "f.123.tmp", "g.0123456789abcdef.tmp"}
	put(t, old, "")
	put(t, young, "")
	for _, name := range others {
		put(t, filepath.Join(folder, name), "")
	}
	before := time.Now().Add(-2 * time.Hour)
	if err := os.Chtimes(old, before, before); err != nil {
		t.Fatal(err)
	}
	for _, locked := range []bool{false, true} {
		if err := disk.Tidy(disk.OS{}, path, locked); err != nil {
			t.Error(err)
		}
		want := append([]string{}, others...)
		if !locked {
			want = append(want[:4], filepath.Base(young), want[4])
		}
		only(t, folder, want...)
	}
}

// noLinks is a file system on which a file has one name.
type noLinks struct{ disk.OS }

func (noLinks) Link(string, string) error { return errors.ErrUnsupported }

func TestSetAsideKeepsTheFirst(t *testing.T) {
	for _, calls := range []disk.Calls{disk.OS{}, noLinks{}} {
		folder := t.TempDir()
		path := filepath.Join(folder, "f")
		for n := range 12 {
			if err := write(calls, path, string(rune('a'+n))); err != nil {
				t.Fatal(err)
			}
			if _, err := disk.SetAside(calls, path); err != nil {
				t.Fatal(err)
			}
		}
		_ = os.Remove(path)
		only(t, folder, "f.broken", "f.broken-2", "f.broken-3", "f.broken-4", "f.broken-5",
			"f.broken-6", "f.broken-7", "f.broken-8", "f.broken-9")
		holds(t, path+".broken", "a")
		holds(t, path+".broken-8", "h")
		holds(t, path+".broken-9", "l")
	}
}

func TestKeepCopy(t *testing.T) {
	for _, calls := range []disk.Calls{disk.OS{}, noLinks{}} {
		path := filepath.Join(t.TempDir(), "f")
		for _, word := range []string{"a", "b"} {
			put(t, path, word)
			if err := disk.KeepCopy(calls, path, path+".copy", []byte(word)); err != nil {
				t.Fatal(err)
			}
			if err := write(calls, path, "new"); err != nil {
				t.Fatal(err)
			}
			holds(t, path+".copy", word)
			holds(t, path, "new")
		}
	}
}

// A damaged file that stays because nothing can take its place is set aside once.
func TestSetAsideTwice(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "f")
	put(t, path, "a")
	for range 2 {
		if to, err := disk.SetAside(disk.OS{}, path); err != nil || to != path+".broken" {
			t.Errorf("set aside as %s (%v)", to, err)
		}
	}
	holds(t, path+".broken", "a")
}

func TestLockIsHeldByOne(t *testing.T) {
	name := filepath.Join(t.TempDir(), "lock")
	held, err := disk.Lock(disk.OS{}, name, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := disk.Lock(disk.OS{}, name, 20*time.Millisecond); !errors.Is(err, disk.ErrLocked) {
		t.Errorf("the second got %v", err)
	}
	got := make(chan error)
	go func() {
		second, err := disk.Lock(disk.OS{}, name, time.Minute)
		if err == nil {
			err = second.Close()
		}
		got <- err
	}()
	if err := held.Close(); err != nil {
		t.Error(err)
	}
	if err := <-got; err != nil {
		t.Errorf("the one that waited got %v", err)
	}
}
