package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"sidelight/annotations/disk"
	"sidelight/annotations/disk/disktest"
	"sidelight/annotations/document"
)

// A file that cannot be completed leaves the old one and nothing else behind.
func TestWriteFileLeavesNoHalf(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	full := errors.New("no room")
	err := writeFile(path, func(w io.Writer) error {
		if _, err := io.WriteString(w, strings.Repeat("half", 5000)); err != nil {
			return err
		}
		return full
	})
	if !errors.Is(err, full) || !strings.Contains(err.Error(), path+" cannot be written") {
		t.Errorf("got %v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "old" {
		t.Errorf("the file holds %q (%v)", b, err)
	}
	onlyIn(t, dir, "out")
}

// Whatever call of an export fails, and however, the file is the old one or the new
// one, the sentence names the file and the reason, nothing else stays unless the
// program is killed, and the next export works.
func TestWriteFileMayFailAnywhere(t *testing.T) {
	for kind, fault := range disktest.Kinds() {
		t.Run(kind, func(t *testing.T) {
			for fault.At = 1; failExport(t, fault); fault.At++ {
			}
			if fault.At < 9 {
				t.Errorf("an export makes only %d calls", fault.At-1)
			}
		})
	}
}

// failExport has one call of an export fail and reports whether there was that call.
func failExport(t *testing.T, fault disktest.Fault) bool {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "out")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	picture := strings.Repeat("new", 5000)
	write := func(w io.Writer) error { _, err := io.WriteString(w, picture); return err }
	calls := &disktest.Faults{Calls: disktest.NoSync{}, Fault: fault}
	err := writeFileBy(calls, path, write)
	failed := calls.Failed()
	switch b, _ := os.ReadFile(path); {
	case string(b) != picture && (string(b) != "old" || err == nil):
		t.Errorf("%s: the file holds %d bytes, the error is %v", failed, len(b), err)
	case err != nil && !strings.HasPrefix(err.Error(), path+" cannot be written: "):
		t.Errorf("%s: %v", failed, err)
	case fault.Err != nil && err != nil && !strings.HasSuffix(err.Error(), fault.Err.Error()):
		t.Errorf("%s: %v", failed, err)
	}
	if fault.Killed {
		if err := disk.Tidy(disk.OS{}, path, true); err != nil {
			t.Error(err)
		}
	}
	onlyIn(t, dir, "out")
	if err := writeFileBy(disktest.NoSync{}, path, write); err != nil {
		t.Errorf("%s: the next export: %v", failed, err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != picture {
		t.Errorf("%s: the next export holds %d bytes (%v)", failed, len(b), err)
	}
	return failed != ""
}

// Where path is a link, what it leads to is replaced and not the link.
func TestWriteFileFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := os.WriteFile(target, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip("this system makes no links:", err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode().IsRegular() {
		t.Skip("this system does not show what is a link:", err) // Wine
	}
	if err := writeFile(link, func(w io.Writer) error { _, err := io.WriteString(w, "new"); return err }); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(target); err != nil || string(b) != "new" {
		t.Errorf("the target holds %q (%v)", b, err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode().IsRegular() {
		t.Errorf("the link was replaced (%v)", err)
	}
}

func TestCommitOf(t *testing.T) {
	revision := debug.BuildSetting{Key: "vcs.revision", Value: "abc"}
	changed := debug.BuildSetting{Key: "vcs.modified", Value: "true"}
	for _, c := range []struct {
		settings  []debug.BuildSetting
		builtFrom string
		want      string
	}{
		{nil, "", "unknown"},
		{[]debug.BuildSetting{revision}, "", "abc"},
		{[]debug.BuildSetting{revision, changed}, "", "abc with changes"},
		{[]debug.BuildSetting{revision}, "def+changes", "abc"},
		{nil, "def", "def"},
		{nil, "def+changes", "def with changes"},
	} {
		if got := commitOf(c.settings, c.builtFrom); got != c.want {
			t.Errorf("%v and %q are the commit %q, want %q", c.settings, c.builtFrom, got, c.want)
		}
	}
}

func TestTagOf(t *testing.T) {
	for module, want := range map[string]string{
		"v0.1.0": "0.1.0", "v1.2.3-rc.1": "1.2.3-rc.1", "v0.1.0+dirty": "0.1.0",
		"v0.0.0-20261125181105-7b0d550abcde":              "",
		"v0.1.1-0.20261125181105-7b0d550abcde":            "",
		"v0.2.0-rc.1.0.20261125181105-7b0d550abcde+dirty": "",
		"(devel)": "", "": "",
	} {
		got, ok := tagOf(module)
		if !ok {
			got = ""
		}
		if got != want || ok != (want != "") {
			t.Errorf("%q: got %q, %t; want %q", module, got, ok, want)
		}
	}
}

// The packaging tool reads FyneApp.toml, the program reads metadata.
func TestMetadataIsThatOfFyneApp(t *testing.T) {
	b, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	details := section(string(b), "Details")
	m := metadata()
	for key, want := range map[string]string{
		"ID": m.ID, "Name": m.Name, "Version": m.Version, "Build": strconv.Itoa(m.Build),
	} {
		if details[key] != want {
			t.Errorf("%s is %q in FyneApp.toml and %q in the program", key, details[key], want)
		}
	}
	if m.Icon == nil || len(m.Icon.Content()) == 0 {
		t.Error("the program has no icon")
	}
}

// The packages have a desktop entry of their own and an installer, which repeat
// what FyneApp.toml and the readers of files say.
func TestPackagesSayWhatTheProgramIs(t *testing.T) {
	read := func(name string) string {
		b, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	toml := read("FyneApp.toml")
	id := section(toml, "Details")["ID"]
	entry := read(".ci/package/" + id + ".desktop")
	fields := section(entry, "Desktop Entry")
	for key, want := range section(toml, "LinuxAndBSD") {
		if strings.HasPrefix(want, "[") {
			for _, word := range strings.Split(strings.Trim(want, `[]"`), `", "`) {
				if !strings.Contains(fields[key], word+";") {
					t.Errorf("%s in the desktop entry lacks %q", key, word)
				}
			}
		} else if fields[key] != want {
			t.Errorf("%s is %q in the desktop entry and %q in FyneApp.toml", key, fields[key], want)
		}
	}
	if fields["Icon"] != id || fields["Name"] != section(toml, "Details")["Name"] {
		t.Errorf("the desktop entry has icon %q and name %q", fields["Icon"], fields["Name"])
	}
	installer := read(".ci/package/sidelight.nsi")
	for _, ending := range document.Endings() {
		if !strings.Contains(installer, `SupportedTypes" "`+ending+`"`) {
			t.Errorf("the installer does not offer to open %s", ending)
		}
	}
}

// section are the plain keys of one table of a TOML file, without quotes.
func section(toml, name string) map[string]string {
	out := make(map[string]string)
	in := false
	for line := range strings.Lines(toml) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			in = line == "["+name+"]"
		} else if key, value, ok := strings.Cut(line, "="); ok && in {
			out[strings.TrimSpace(key)] = strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	return out
}
