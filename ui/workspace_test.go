package ui_test

import (
	"log/slog"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/uitest"
)

func TestDesk_OpensFilesAndRemembersThem(t *testing.T) {
	app, _ := uitest.App(t, look.Light)
	p := prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler))
	w := test.NewWindow(canvas.NewRectangle(nil))
	defer w.Close()
	d := ui.NewWorkspace(w, p, app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	queue := uitest.NewQueue()
	d.Do = queue.Do
	d.Start("")
	if p.Last() != "" {
		t.Errorf("the first start opens %q", p.Last())
	}
	d.ReadSample()
	if p.Last() != prefs.Sample {
		t.Errorf("after the sample the last is %q", p.Last())
	}
	path := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(path, []byte("# Title\n\nSome words.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Open(path)
	queue.RunUntil(t, func() bool { return p.Last() == path })
	if got := p.Recent(); p.Last() != path || len(got) != 1 || got[0] != path {
		t.Errorf("the last is %q, recent are %q", p.Last(), got)
	}
	missing := path + ".none"
	p.AddRecent(missing)
	d.Open(missing)
	queue.RunUntil(t, func() bool { return len(p.Recent()) == 1 })
	if got := p.Recent(); len(got) != 1 || p.Last() != path {
		t.Errorf("a missing file stays: last %q, recent %q", p.Last(), got)
	}
}
