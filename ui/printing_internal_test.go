package ui

import (
	"context"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/prose"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// printer is a workspace whose pages go into a folder.
type printer struct {
	*Workspace
	t     *testing.T
	queue uitest.Queue
	shown []string
}

func newPrinter(t *testing.T, file string) *printer {
	t.Helper()
	app, _ := uitest.App(t, look.Light)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	w.Resize(fyne.NewSize(1280, 820))
	p := &printer{t: t, queue: uitest.NewQueue()}
	p.Workspace = NewWorkspace(w, prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler)), app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	p.Do = p.queue.Do
	p.PrintTo(file, func(path string) { p.shown = append(p.shown, path) })
	return p
}

// told waits until the reader is told something, and fails if it is something else.
func (p *printer) told(words string) {
	p.t.Helper()
	p.queue.RunUntil(p.t, func() bool {
		found := false
		if p.notice != nil {
			uitest.Each(p.notice, func(o fyne.CanvasObject) {
				x, ok := o.(*prose.Text)
				found = found || ok && strings.Contains(x.Content(), words)
			})
		}
		return found
	})
}

// Print hands one page to the browser, which nobody else may read and which takes
// the place of the one before. It works for a file without marks too.
func TestPrint(t *testing.T) {
	file := filepath.Join(t.TempDir(), "new", "print.html")
	p := newPrinter(t, file)
	p.Start(prefs.Sample)
	give := func(want string) {
		t.Helper()
		n := len(p.shown)
		p.notice = nil
		if !p.Reader().RunCommand(command.Print) {
			t.Fatal("nothing is printed")
		}
		p.told("opens in the browser")
		data, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(data), want) {
			t.Errorf("the page does not hold %q: %v", want, err)
		}
		if len(p.shown) != n+1 || p.shown[n] != file {
			t.Errorf("%q is shown", p.shown)
		}
	}
	give("Adam Boehler")
	if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the mode is %v (%v)", info.Mode(), err)
	}
	plain := filepath.Join(t.TempDir(), "plain.txt")
	if err := os.WriteFile(plain, []byte("Only these words.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	before := p.reader
	p.Open(plain)
	p.queue.RunUntil(t, func() bool { return p.reader != before })
	give("Only these words.")
	if all, _ := os.ReadDir(filepath.Dir(file)); len(all) != 1 {
		t.Errorf("%d files are left", len(all))
	}
}

// What cannot be written is told, and nothing is shown.
func TestPrintFails(t *testing.T) {
	folder := t.TempDir()
	p := newPrinter(t, folder) // where a file should be
	p.Start(prefs.Sample)
	p.Reader().RunCommand(command.Print)
	p.told("could not be written")
	if len(p.shown) > 0 {
		t.Errorf("%q is shown", p.shown)
	}
}

// A page is saved where the reader says, under a name that is offered.
func TestSavePage(t *testing.T) {
	p := newPrinter(t, "")
	p.Start(prefs.Sample)
	path := filepath.Join(t.TempDir(), "page.html")
	p.printing.ask = func(name string, then func(string)) {
		if name != "White House confirms talks with Hamas officials.html" {
			t.Errorf("the name %q is offered", name)
		}
		then(path)
	}
	p.Reader().RunCommand(command.SavePage)
	p.told("Saved as page.html")
	if data, err := os.ReadFile(path); err != nil || !strings.Contains(string(data), "Adam Boehler") {
		t.Errorf("the page holds %d bytes: %v", len(data), err)
	}
}

// What a view shows is saved under the name of the article and the view, and what cannot be
// written is told.
func TestSavePortrait(t *testing.T) {
	p := newPrinter(t, "")
	p.Start(prefs.Sample)
	path := filepath.Join(t.TempDir(), "view.svg")
	p.printing.ask = func(name string, then func(string)) {
		if name != "White House confirms talks with Hamas officials, Timeline.svg" {
			t.Errorf("the name %q is offered", name)
		}
		then(path)
	}
	portrait := reading.Portrait{Edition: uitest.Edition(t), View: "Timeline", Ending: ".svg", Paint: func() func(io.Writer) error {
		return func(w io.Writer) error {
			_, err := io.WriteString(w, "<svg/>")
			return err
		}
	}}
	p.Reader().OnPortrait(portrait)
	p.told("Saved as view.svg")
	if data, err := os.ReadFile(path); err != nil || string(data) != "<svg/>" {
		t.Errorf("the file holds %q: %v", data, err)
	}
	path = t.TempDir() // where a file should be
	p.Reader().OnPortrait(portrait)
	p.told(filepath.Base(path) + " could not be written")
}

// Esc closes the toolkit's dialog to save, from the name that has the keyboard's focus,
// and leaves the panel behind it as it is. What the dialog asks goes before it.
func TestEscClosesTheDialogToSave(t *testing.T) {
	p := newPrinter(t, "")
	p.Start(prefs.Sample)
	p.Reader().Session().Update(func(s *session.State) { s.Panel.Open, s.Panel.Face = true, session.Sources })
	before := p.Reader().Session().State().Panel
	c := p.w.Canvas()
	for _, unfocused := range []bool{false, true} {
		p.Reader().RunCommand(command.SavePage)
		save := c.Overlays().Top()
		if unfocused {
			c.Unfocus()
			c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyDown}) // reaches nothing
			dialog.ShowInformation("", "", p.w)                // as the dialog does where a folder has the name
			c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if c.Overlays().Top() != save {
				t.Error("Esc does not close what the dialog asks alone")
			}
			c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
		} else {
			c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
		if save == nil || c.Overlays().Top() != nil || held(p) {
			t.Errorf("Esc leaves the dialog where it is; without focus: %v", unfocused)
		}
		if now := p.Reader().Session().State().Panel; now != before {
			t.Errorf("the panel was %+v and is %+v", before, now)
		}
	}
}

// The toolkit's dialogs stand in the middle of the window, in full.
func TestDialogsStandInTheMiddle(t *testing.T) {
	p := newPrinter(t, "")
	p.Start(prefs.Sample)
	c := p.w.Canvas()
	for name, show := range map[string]func(){"open": p.browseHere, "save": func() { p.askSaveHere("a.html", func(string) {}) }} {
		show()
		for _, o := range test.WidgetRenderer(c.Overlays().Top().(fyne.Widget)).Objects() {
			pop, ok := o.(*widget.PopUp)
			if !ok {
				continue
			}
			at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(pop.Content), pop.Content.Size()
			if left, right := at.X, c.Size().Width-at.X-size.Width; left < 0 || left-right > 1 || right-left > 1 {
				t.Errorf("%s: the dialog has %v to its left and %v to its right", name, left, right)
			}
			if above, below := at.Y, c.Size().Height-at.Y-size.Height; above < 0 || below < 0 {
				t.Errorf("%s: the dialog has %v above and %v below", name, above, below)
			}
		}
		c.Overlays().Remove(c.Overlays().Top())
	}
}

// The toolkit's dialog saves under the name that is typed into it.
func TestSaveInTheToolkitsDialog(t *testing.T) {
	p := newPrinter(t, "")
	t.Setenv("HOME", t.TempDir())
	t.Setenv("USERPROFILE", os.Getenv("HOME"))
	saved := ""
	p.askSaveHere("a.html", func(path string) { saved = path })
	e := p.w.Canvas().Focused().(*nameEntry)
	if e.Text != "a.html" {
		t.Errorf("the name %q is offered", e.Text)
	}
	e.SetText("b.html")
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if filepath.Base(saved) != "b.html" || p.w.Canvas().Overlays().Top() != nil || held(p) {
		t.Errorf("saved is %q", saved)
	}
}

// The system's dialog comes first. Where there is none the toolkit's takes its place.
func TestSaveAsksTheSystem(t *testing.T) {
	p := newPrinter(t, "")
	p.Start(prefs.Sample)
	path := filepath.Join(t.TempDir(), "page.html")
	offered := ""
	p.SaveFile = func(_ context.Context, name string) (string, error) {
		offered = name
		return path, nil
	}
	p.Reader().RunCommand(command.SavePage)
	p.told("Saved as page.html")
	if offered != "White House confirms talks with Hamas officials.html" {
		t.Errorf("the name %q is offered", offered)
	}
	p.SaveFile = func(context.Context, string) (string, error) { return "", ErrNoDialog }
	p.Reader().RunCommand(command.SavePage)
	p.queue.RunUntil(t, func() bool { return p.w.Canvas().Overlays().Top() != nil })
}

// Without a place for pages nothing can be printed.
func TestPrintNeedsAPlace(t *testing.T) {
	p := newPrinter(t, "")
	p.printing.onPage = nil
	p.Start(prefs.Sample)
	if p.Reader().RunCommand(command.Print) {
		t.Error("something is printed")
	}
}

func TestFileName(t *testing.T) {
	a, err := annotations.NewArticle("notes.of.may.md", "Words.")
	if err != nil {
		t.Fatal(err)
	}
	for title, want := range map[string]string{
		"A title": "A title.html", "": "notes.of.may.html", "a/b\\c: d?": "a-b-c- d.html", "../..": "article.html",
		"\u202ex": "u202ex.html", strings.Repeat("ä", 200): strings.Repeat("ä", 80) + ".html",
	} {
		e, err := annotations.New(annotations.Content{Title: title, Article: a})
		if err != nil {
			t.Fatal(err)
		}
		if got := fileName(e, "", ".html"); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

// held reports whether a dialog keeps all keys to itself, also one that no command has.
func held(p *printer) bool {
	return p.keys.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyF12, Modifier: fyne.KeyModifierAlt})
}
