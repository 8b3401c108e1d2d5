package opener

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"sidelight/annotations/document/raw"
)

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		name, fragment string
		rank           rank
		marks          []mark
	}{
		{"harbour.md", "", begins, nil},
		{"Harbour.md", "har", begins, []mark{{0, 3}}},
		{"the-harbour.md", "HAR", contains, []mark{{4, 7}}},
		{"harbour.md", "hr.", spread, []mark{{0, 1}, {2, 3}, {7, 8}}},
		{"Ärger.txt", "äR", begins, []mark{{0, 3}}},
		{"a\xffb", "b", contains, []mark{{2, 3}}},
		{"a\xff\xffb", "ab", spread, []mark{{0, 1}, {3, 4}}},
		{"harbour.md", "rah", none, nil},
		{"", "a", none, nil},
	} {
		if marks, r := match(c.name, c.fragment); r != c.rank || !slices.Equal(marks, c.marks) {
			t.Errorf("%q in %q: %v, %v", c.fragment, c.name, r, marks)
		}
	}
}

func TestSplit(t *testing.T) {
	p := paths{home: filepath.FromSlash("/home/me"), base: filepath.FromSlash("/texts")}
	for typed, want := range map[string][2]string{
		"":               {"/texts", ""},
		"har":            {"/texts", "har"},
		"old/har":        {"/texts/old", "har"},
		"~":              {"/home/me", ""},
		"~/":             {"/home/me", ""},
		"~/Documents/ha": {"/home/me/Documents", "ha"},
		"/etc/":          {"/etc", ""},
		"/":              {"/", ""},
		"../x":           {"/", "x"},
	} {
		dir, fragment, remote := p.split(typed)
		if filepath.ToSlash(dir) != want[0] || fragment != want[1] || remote {
			t.Errorf("%q: %q in %q, remote: %v", typed, fragment, dir, remote)
		}
	}
	for path, want := range map[string]bool{`\\server\share`: true, `//server/share`: true, `C:\texts`: false, `\texts`: false, "": false} {
		if isRemote(path, "windows") != want || isRemote(path, "linux") {
			t.Errorf("%q is on another computer: %v", path, !want)
		}
	}
	for path, want := range map[string]string{"/home/me": "~", "/home/me/a": "~/a", "/home/men": "/home/men"} {
		if got := Short(path, "/home/me"); got != want {
			t.Errorf("%s is %s", path, got)
		}
	}
}

// folderOf makes a folder of files.
func folderOf(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(data), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestListFolder(t *testing.T) {
	dir := folderOf(t, map[string]string{
		"b.txt": "Words", "a.rtf": "{\\rtf1", "zz.md": "# Words", "empty.txt": "", ".hidden.txt": "Words",
		"my-edition/edition.yaml": "", "pictures/a.png": "", "LICENCE": "Words",
	})
	l, err := listFolder(context.Background(), listing{}, dir, "")
	if err != nil || l.err != nil {
		t.Fatal(err, l.err)
	}
	var got []string
	for _, f := range l.files {
		got = append(got, fmt.Sprintf("%s:%s:%v", f.found.name, kindOf(f.sort), f.problem != nil))
	}
	want := []string{"b.txt:Text:false", "zz.md:Markdown:false", "my-edition:Edition:false", "pictures:Folder:false",
		"LICENCE:Text:false", "empty.txt:Text:true", "a.rtf:Text:true"}
	if !slices.Equal(got, want) {
		t.Errorf("listed are\n%q, want\n%q", got, want)
	}
	if l, _ := listFolder(context.Background(), listing{}, dir, ".h"); len(l.files) != 1 || l.files[0].found.name != ".hidden.txt" {
		t.Errorf("a dot finds %v", l.files)
	}
	for _, f := range l.files {
		if f.found.name == "a.rtf" && (f.problem.Problem != raw.Binary || reason(f.problem) != "RTF, not text") {
			t.Errorf("the reason is %q", reason(f.problem))
		}
	}
	if l, err := listFolder(context.Background(), listing{}, filepath.Join(dir, "none"), ""); err != nil || !errors.Is(l.err, fs.ErrNotExist) {
		t.Errorf("no folder: %v, %v", l.err, err)
	}
	if l, err := listFolder(context.Background(), listing{}, filepath.Join(dir, "b.txt"), ""); err != nil || l.err == nil {
		t.Errorf("a file: %v, %v", l.err, err)
	}
}

// However many names there are, few are looked at, and nobody waits for what was
// given up.
func TestListFolderIsBounded(t *testing.T) {
	known := listing{folder: t.TempDir()}
	for i := range 100_000 {
		known.names = append(known.names, entry{name: fmt.Sprintf("text-%06d.md", i)})
	}
	l, err := listFolder(context.Background(), known, known.folder, "text-0999")
	if err != nil || l.total != 100 || len(l.files) != mostFiles || l.files[0].found.name != "text-099900.md" {
		t.Errorf("%d of %d are listed, %v", len(l.files), l.total, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := listFolder(ctx, known, known.folder, "text"); !errors.Is(err, context.Canceled) {
		t.Errorf("what is cancelled ends with %v", err)
	}
	if _, err := listFolder(ctx, listing{}, known.folder, ""); !errors.Is(err, context.Canceled) {
		t.Errorf("what is cancelled before it is read ends with %v", err)
	}
}
