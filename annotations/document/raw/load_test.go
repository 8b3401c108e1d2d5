package raw_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"sidelight/annotations/document/raw"
)

// Of the folder beside a file its regular files are opened, and nothing else.
func TestLoad_Beside(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "page")
	if err := os.MkdirAll(filepath.Join(dir, "files"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"page.html", "files/a.png", "../outside"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	f, err := raw.Load(t.Context(), filepath.Join(dir, "page.html"), raw.OpenRegular, func(float64) {})
	if err != nil || f.Name != "page.html" || string(f.Data) != "page.html" {
		t.Fatalf("%+v, %v", f, err)
	}
	if data, err := fs.ReadFile(f.Beside, "files/a.png"); err != nil || string(data) != "files/a.png" {
		t.Errorf("the picture reads %q, %v", data, err)
	}
	for _, name := range []string{"../outside", "files", "/etc/passwd", "none", ""} {
		if _, err := fs.ReadFile(f.Beside, name); err == nil {
			t.Errorf("%q is opened", name)
		}
	}
	var e *raw.Error
	if _, err := f.Beside.Open("files"); !errors.As(err, &e) || e.Problem != raw.Folder {
		t.Errorf("a folder is refused by %v", err)
	}
}
