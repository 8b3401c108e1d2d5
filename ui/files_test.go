package ui_test

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"sidelight/ui"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/field"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/uitest"
)

// filesDesk is a workspace in a window of a size that it has in use, with its
// preferences and some files.
type filesDesk struct {
	*ui.Workspace
	w     fyne.Window
	p     *prefs.Prefs
	queue uitest.Queue
	files []string
}

func newFilesDesk(t *testing.T) *filesDesk {
	t.Helper()
	app, _ := uitest.App(t, look.Light)
	d := &filesDesk{w: test.NewTempWindow(t, &fyne.Container{}), queue: uitest.NewQueue(),
		p: prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler))}
	dir := t.TempDir()
	for _, name := range []string{"a.md", "b.md", "c.md"} {
		path := filepath.Join(dir, name)
		text := "# Title of " + name + "\n\n" + strings.Repeat("Words and words.\n\n", 60)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		d.files = append(d.files, path)
	}
	d.Workspace = ui.NewWorkspace(d.w, d.p, app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	d.Do = d.queue.Do
	d.Start("")
	d.w.Resize(fyne.NewSize(1280, 820))
	d.w.Canvas().Capture()
	return d
}

// read opens a file and waits until it is in view.
func (d *filesDesk) read(t *testing.T, path string) {
	t.Helper()
	d.Open(path)
	d.wait(t, path)
}

// wait waits until a path is in view.
func (d *filesDesk) wait(t *testing.T, path string) {
	t.Helper()
	d.queue.RunUntil(t, func() bool { return d.p.Last() == path })
	d.w.Canvas().Capture()
}

// key types a key into what has the keyboard's focus.
func (d *filesDesk) key(name fyne.KeyName) {
	d.w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

func (d *filesDesk) open() bool { return d.w.Canvas().Overlays().Top() != nil }

// Two steps lead to what was read before, from an article and from the start page.
func TestTwoStepsToTheArticleBefore(t *testing.T) {
	d := newFilesDesk(t)
	d.read(t, d.files[0])
	d.read(t, d.files[1])
	d.Reader().RunCommand(command.End)
	d.Reader().RunCommand(command.OpenFile)
	d.w.Canvas().Capture()
	if seen, ok := d.p.Seen(d.files[1]); !ok || seen.Title != "Title of b.md" || seen.Share == 0 {
		t.Errorf("of what is read now is known %+v", seen)
	}
	d.key(fyne.KeyReturn)
	d.wait(t, d.files[0])
	d.ReadSample()
	d.ShowStart()
	d.AskFile()
	d.w.Canvas().Capture()
	d.key(fyne.KeyReturn) // nothing is in view: the last is first
	if d.p.Last() != prefs.Sample || d.open() {
		t.Errorf("Enter on the start page opens %q; the palette is open: %v", d.p.Last(), d.open())
	}
}

// A letter typed before the palette is drawn is not lost, and the shortcuts of the
// window work in the palette.
func TestKeysInThePaletteOfFiles(t *testing.T) {
	d := newFilesDesk(t)
	d.ReadSample()
	d.w.Canvas().Capture()
	d.AskFile()
	d.w.Canvas().Unfocus()          // as before the field is drawn
	d.w.Canvas().OnTypedRune()('t') // no theme turns
	entry := d.w.Canvas().Focused().(*field.Entry)
	if entry.Text != "t" {
		t.Errorf("the field holds %q", entry.Text)
	}
	entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyO, Modifier: fyne.KeyModifierShortcutDefault})
	entry.TypedRune('u') // in place of what was typed
	if entry.Text != "u" || !d.open() {
		t.Errorf("after Ctrl O and a letter the field holds %q; it is open: %v", entry.Text, d.open())
	}
	entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierAlt})
	if d.open() || !uitest.Shows(d.w, "Open an article") {
		t.Error("Alt Home does not lead to the start page")
	}
}

// The window is named after what it shows, and fills the screen until it is told
// otherwise.
func TestTitleAndFullScreen(t *testing.T) {
	d := newFilesDesk(t)
	titled := filepath.Join(t.TempDir(), "t.md")
	if err := os.WriteFile(titled, []byte("# About \u202eevil\n\nWords.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := d.w.Title(); got != "Sidelight" {
		t.Errorf("the start page's title is %q", got)
	}
	d.read(t, d.files[0])
	if got := d.w.Title(); got != "Title of a.md - Sidelight" {
		t.Errorf("the article's title is %q", got)
	}
	d.read(t, titled)
	if got := d.w.Title(); strings.ContainsRune(got, '\u202e') || !strings.HasPrefix(got, "About ") {
		t.Errorf("the title %q turns around", got)
	}
	d.Keep()
	size := d.p.Window()
	d.Reader().RunCommand(command.FullScreen)
	d.w.Resize(fyne.NewSize(1920, 1080))
	d.Keep()
	if !d.w.FullScreen() || !d.p.FullScreen() || d.p.Window() != size {
		t.Errorf("full screen: %v, kept: %v, size %v", d.w.FullScreen(), d.p.FullScreen(), d.p.Window())
	}
	d.ShowStart()
	d.w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF11})
	if d.w.FullScreen() || d.p.FullScreen() {
		t.Error("F11 on the start page does not lead back")
	}
}

func TestBrowseAsksTheSystem(t *testing.T) {
	browse := func(d *filesDesk) {
		d.AskFile()
		d.w.Canvas().Capture()
		uitest.Each(d.w.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
			if b, ok := o.(*control.Text); ok && b.AccessibilityLabel() == "Browse…" {
				test.Tap(b)
			}
		})
	}
	d := newFilesDesk(t)
	d.read(t, d.files[0])
	asked := ""
	d.ChooseFile = func(_ context.Context, folder string) (string, error) {
		asked = folder
		return d.files[2], nil
	}
	browse(d)
	d.wait(t, d.files[2])
	if asked != filepath.Dir(d.files[0]) {
		t.Errorf("the dialog begins in %q", asked)
	}
	// Without one, the toolkit's takes its place.
	d.ChooseFile = func(context.Context, string) (string, error) { return "", ui.ErrNoDialog }
	browse(d)
	d.queue.RunUntil(t, d.open)
	d.w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	// Another choice gives up a dialog that is open.
	gone := make(chan error, 1)
	d.ChooseFile = func(ctx context.Context, _ string) (string, error) {
		<-ctx.Done()
		gone <- ctx.Err()
		return "", ctx.Err()
	}
	browse(d)
	d.AskFile()
	if err := <-gone; !errors.Is(err, context.Canceled) {
		t.Errorf("the dialog ends with %v", err)
	}
	d.queue.Run()
	if d.p.Last() != d.files[2] {
		t.Errorf("what was given up opens %q", d.p.Last())
	}
}

// Of several files that are dropped the first is opened, and the others are kept.
func TestSeveralFilesAreDropped(t *testing.T) {
	d := newFilesDesk(t)
	var dropped []fyne.URI
	for _, path := range d.files {
		dropped = append(dropped, storage.NewFileURI(path))
	}
	d.Drop(dropped)
	d.wait(t, d.files[0])
	if got := d.p.Recent(); !slices.Equal(got, d.files) {
		t.Errorf("recent are %q", got)
	}
	if !tells(d.w, "The other 2 files are listed under Recent.") {
		t.Error("nothing is said of the others")
	}
}
