package main

import (
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/ui/reading"
	"sidelight/ui/session"
)

// staged lets a test show an article where there is no window.
func staged(t *testing.T) {
	t.Helper()
	t.Setenv(homeVariable, t.TempDir())
	before := atStage
	atStage = func(a fyne.App) { a.NewWindow("") }
	t.Cleanup(func() { atStage = before })
}

// wordsOf are the texts of an SVG file, joined.
func wordsOf(t *testing.T, file string) string {
	t.Helper()
	var out []string
	d := xml.NewDecoder(strings.NewReader(file))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return strings.Join(out, "\n")
		}
		if err != nil {
			t.Fatal(err)
		}
		if x, ok := token.(xml.CharData); ok {
			out = append(out, string(x))
		}
	}
}

// Each view is exported as a drawing, and is shown in a picture of the window.
func TestViewsWithoutAWindow(t *testing.T) {
	staged(t)
	if n := len(reading.Views()); n == 0 {
		t.Fatal("there are no views")
	}
	seen := map[string]bool{}
	for _, id := range reading.Views() {
		code, file, stderr := call("export", "--format", "svg", "--view", string(id), "--select", "us-hamas-talks")
		if code != exitOK || stderr != "" || !strings.HasPrefix(file, "<?xml") || !strings.Contains(file, `role="img"`) {
			t.Errorf("%s: exit code %d, stderr %q, %.80q", id, code, stderr, file)
		}
		if said := wordsOf(t, file); len(said) < 100 || seen[file] {
			t.Errorf("%s says %q", id, said)
		}
		seen[file] = true
		_, dark, _ := call("export", "--format", "svg", "--view", string(id), "--select", "us-hamas-talks", "--theme", "dark")
		if dark == file || wordsOf(t, dark) != wordsOf(t, file) {
			t.Errorf("%s: the dark drawing says something else, or looks the same", id)
		}
		_, again, _ := call("export", "--format", "svg", "--view", string(id), "--select", "us-hamas-talks")
		if again != file {
			t.Errorf("%s is drawn otherwise the second time", id)
		}
		out := filepath.Join(t.TempDir(), "shot.png")
		if code, _, stderr := call("shot", "--view", string(id), "--select", "us-hamas-talks", "--size", "1000x700", "--out", out); code != exitOK || stderr != "" {
			t.Errorf("shot of %s: exit code %d, stderr %q", id, code, stderr)
		}
		f, err := os.Open(out)
		if err != nil {
			t.Fatal(err)
		}
		p, err := png.Decode(f)
		_ = f.Close()
		if err != nil || p.Bounds().Dx() != 1000 || p.Bounds().Dy() != 700 {
			t.Errorf("shot of %s is no picture of that size (%v)", id, err)
		}
	}
}

// A page has the views that are asked for, in that order, and else none.
func TestViewsOnAPage(t *testing.T) {
	staged(t)
	var names []string
	for _, id := range reading.Views() {
		names = append(names, string(id))
	}
	code, page, stderr := call("export", "--format", "html", "--views", strings.Join(names, ","))
	if code != exitOK || stderr != "" || strings.Count(page, `<figure`) != len(names) {
		t.Errorf("exit code %d, stderr %q, %d drawings", code, stderr, strings.Count(page, `<figure`))
	}
	at := 0
	for _, name := range names {
		next := strings.Index(page, `id="f`+name+`-title"`)
		if next <= at {
			t.Errorf("%s stands at byte %d of the page, after %d", name, next, at)
		}
		at = next
	}
	if _, page, _ := call("export", "--format", "html"); strings.Contains(page, "<svg") {
		t.Error("there are drawings that nobody asked for")
	}
}

// A view with nothing to show ends with its own sentence, and stands on a page with it.
func TestViewsWithNothing(t *testing.T) {
	staged(t)
	plain := filepath.Join(t.TempDir(), "plain.txt")
	if err := os.WriteFile(plain, []byte("Only these words.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, id := range reading.Views() {
		if id == session.Voices {
			continue // all that is said, somebody says: the article
		}
		code, file, stderr := call("export", "--format", "svg", "--view", string(id), plain)
		if code != exitFailed || file != "" || strings.Count(stderr, "\n") != 1 || !strings.HasPrefix(stderr, "sidelight export: ") {
			t.Errorf("%s: exit code %d, stderr %q, %.80q", id, code, stderr, file)
		}
		said := strings.TrimSpace(strings.TrimPrefix(stderr, "sidelight export: "))
		if code, _, stderr := call("shot", "--view", string(id), "--out", filepath.Join(t.TempDir(), "a.png"), plain); code != exitFailed || !strings.Contains(stderr, said) {
			t.Errorf("shot of %s: exit code %d, stderr %q", id, code, stderr)
		}
		if code, page, _ := call("export", "--format", "html", "--views", string(id), plain); code != exitOK || !strings.Contains(page, said) || strings.Contains(page, "<svg") {
			t.Errorf("%s: exit code %d, the page does not say %q", id, code, said)
		}
	}
}

func TestViewMistakes(t *testing.T) {
	staged(t)
	for _, c := range []struct{ args, stderr string }{
		{"export --format svg", "--view names the view to be drawn, and it is missing"},
		{"export --format svg --view", "flag needs an argument"},
		{"export --format svg --view article", "--view is "},
		{"export --format svg --view voices --notes", "--notes is not for --format svg"},
		{"export --format svg --view voices --views map", "--views is not for --format svg"},
		{"export --format svg --view voices --size 1x1", "--size is WxH"},
		{"export --format svg --view voices --theme blue", "--theme is light, sepia, dark or contrast"},
		{"export --format svg --view voices --select nobody", `there is no entity "nobody"`},
		{"export --format json --view voices", "--view is for --format svg"},
		{"export --format html --theme dark", "--theme is for --format svg"},
		{"export --format json --views voices", "--views is for --format svg, and for html with --views"},
		{"export --format html --select hamas", "--select is for --format svg, and for html with --views"},
		{"export --format html --views voices,x", "each of --views is "},
		{"export --format html --views voices,voices", "voices stands twice in --views"},
		{"shot --out x.png --view article", "--view is "},
		{"shot --out x.png --view=", "--view is "},
	} {
		code, stdout, stderr := call(strings.Fields(c.args)...)
		if code != exitUsage || stdout != "" || !strings.Contains(stderr, c.stderr) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("%s: exit code %d, stdout %q, stderr %q, want %q", c.args, code, stdout, stderr, c.stderr)
		}
	}
}
