package ui_test

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/prose"
	"sidelight/ui/uitest"
)

// desk is a window whose editions are read when the test lets them.
type desk struct {
	*ui.Workspace
	w      fyne.Window
	queue  uitest.Queue
	folder string
	let    chan struct{}
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	app, _ := uitest.App(t, look.Light)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	p := prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler))
	d := &desk{w: w, queue: uitest.NewQueue(), folder: t.TempDir(), let: make(chan struct{})}
	if err := os.WriteFile(filepath.Join(d.folder, "edition.yaml"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d.Workspace = ui.NewWorkspace(w, p, app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	d.Do = d.queue.Do
	slow := uitest.Edition(t)
	d.LoadEdition = func(ctx context.Context, _ string) (*annotations.Edition, error) {
		select {
		case <-d.let:
			return slow, nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	return d
}

// says reports whether the window shows a text that begins with words.
func (d *desk) says(words string) bool {
	found := false
	uitest.Each(d.w.Content(), func(o fyne.CanvasObject) {
		if x, ok := o.(*prose.Text); ok {
			found = found || strings.HasPrefix(x.Content(), words)
		}
	})
	return found
}

// tap taps the button of a name.
func (d *desk) tap(name string) {
	uitest.Each(d.w.Content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*control.Text); ok && b.AccessibilityLabel() == name {
			test.Tap(b)
		}
	})
}

// What takes a while to open can be cancelled by a button and by Esc, and the reader
// is at once back in the place before.
func TestReadingCanBeCancelled(t *testing.T) {
	esc := func(d *desk) { d.w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	button := func(d *desk) { d.tap("Cancel") }
	for name, cancel := range map[string]func(*desk){"Esc": esc, "the button": button} {
		d := newDesk(t)
		d.Start("")
		if !d.says("Open an article") {
			t.Fatal("there is no start page")
		}
		d.Open(d.folder)
		d.queue.RunUntil(t, func() bool { return d.says("Reading " + filepath.Base(d.folder)) })
		began := time.Now()
		cancel(d)
		if !d.says("Open an article") || time.Since(began) > 200*time.Millisecond {
			t.Errorf("%s does not lead back to the start page, or not at once: %v", name, time.Since(began))
		}
		d.ReadSample()
		read := d.Reader()
		d.Open(d.folder)
		d.queue.RunUntil(t, func() bool { return d.says("Reading ") })
		d.Open(d.folder) // in place of the other
		d.queue.RunUntil(t, func() bool { return d.says("Reading ") })
		cancel(d)
		if d.says("Reading ") || d.says("Open an article") || d.Reader() != read {
			t.Errorf("%s does not lead back to the article", name)
		}
		close(d.let)
		time.Sleep(20 * time.Millisecond)
		d.queue.Run()
		if d.Reader() != read {
			t.Errorf("after %s, what was cancelled is shown", name)
		}
	}
}

// What opens within a moment does not say first that it is read.
func TestReadingIsNotSaidOfWhatOpensAtOnce(t *testing.T) {
	d := newDesk(t)
	d.Start("")
	close(d.let)
	d.Open(d.folder)
	said := false
	d.queue.RunUntil(t, func() bool {
		said = said || d.says("Reading ")
		return d.Reader() != nil
	})
	time.Sleep(200 * time.Millisecond)
	d.queue.Run()
	if said || d.says("Reading ") {
		t.Error("it says so")
	}
}

// A folder that is no edition and a text beyond the limits are called what they are.
func TestTroubleSaysWhatItIs(t *testing.T) {
	dir := t.TempDir()
	wide := filepath.Join(dir, "wide.md")
	table := strings.Repeat("|a", 2000) + "\n" + strings.Repeat("|-", 2000) + "\n" + strings.Repeat("a\n", 2000)
	if err := os.WriteFile(wide, []byte("Words.\n\n"+table), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		dir:                            filepath.Base(dir) + " is a folder and no edition",
		wide:                           "wide.md has a table in line 3 ",
		filepath.Join(dir, "none.txt"): "none.txt is not there.",
	} {
		d := newDesk(t)
		d.Start("")
		d.Open(path)
		d.queue.RunUntil(t, func() bool { return d.says("This file could not be opened") })
		if !d.says(want) {
			t.Errorf("%s: it does not say %q", path, want)
		}
	}
}

// A text that may be in several encodings is opened in the one that is chosen, and so
// again.
func TestAQuestionWhichEncoding(t *testing.T) {
	path := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(path, []byte("Der K\x81chenbulle a\xe1 \x8epfel."), 0o600); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t)
	d.Start("")
	d.Open(path)
	d.queue.RunUntil(t, func() bool { return d.says("Which words are right?") })
	if !d.says("Der Küchenbulle aß Äpfel.") {
		t.Error("the right words are not offered")
	}
	d.tap("ibm437")
	d.queue.RunUntil(t, func() bool { return d.Reader() != nil })
	read := func() string { return d.Reader().Session().Edition().Article().Text }
	if got := read(); got != "Der Küchenbulle aß Äpfel." {
		t.Errorf("it reads %q", got)
	}
	d.ShowStart()
	d.Open(path)
	d.queue.RunUntil(t, func() bool { return !d.says("Which words are right?") && d.Reader() != nil })
	if got := read(); got != "Der Küchenbulle aß Äpfel." {
		t.Errorf("again it reads %q", got)
	}
}

// Of an export with several articles the one that is chosen is opened.
func TestAnExportAsksForAnArticle(t *testing.T) {
	path := filepath.Join(t.TempDir(), "all.json")
	const all = `[{"is_archived":0,"title":"A walk","content":"<p>To the sea.</p>","domain_name":"h.example","published_at":"2025-03-14"},{"is_archived":0,"title":"A swim","content":"<p>In the sea.</p>"}]`
	if err := os.WriteFile(path, []byte(all), 0o600); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t)
	d.Start("")
	d.Open(path)
	d.queue.RunUntil(t, func() bool { return d.says("Which article?") })
	if !d.says("A walk") || !d.says("h.example · 14 Mar 2025") {
		t.Error("the first article is not offered")
	}
	d.tap("A swim")
	d.queue.RunUntil(t, func() bool { return d.Reader() != nil })
	if got := d.Reader().Session().Edition().Article().Text; got != "In the sea." {
		t.Errorf("it reads %q", got)
	}
}

// All of a saved web page is shown on demand, and then each time that it is opened.
func TestTheWholePage(t *testing.T) {
	source, err := os.ReadFile("../annotations/document/html/testdata/pages/gov-moths.html")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "moths.html")
	if err := os.WriteFile(path, source, 0o600); err != nil {
		t.Fatal(err)
	}
	d := newDesk(t)
	d.Start("")
	d.Open(path)
	d.queue.RunUntil(t, func() bool { return d.Reader() != nil })
	words := func() int { return len(strings.Fields(d.Reader().Session().Edition().Article().Text)) }
	few := words()
	if !d.Reader().RunCommand(command.WholePage) {
		t.Fatal("the command cannot be given")
	}
	d.queue.RunUntil(t, func() bool { return words() > few })
	before := d.Reader()
	d.ShowStart()
	d.Open(path)
	d.queue.RunUntil(t, func() bool { return d.Reader() != before && words() > few })
	d.Reader().RunCommand(command.WholePage)
	d.queue.RunUntil(t, func() bool { return words() == few })
}
