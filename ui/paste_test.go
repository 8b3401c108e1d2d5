package ui_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/prefs"
	"sidelight/ui/prose"
)

// paste puts words on the clipboard and types the key that opens them.
func (d *filesDesk) paste(words string) {
	fyne.CurrentApp().Clipboard().SetContent(words)
	d.Shortcut(&fyne.ShortcutPaste{})
}

// title waits until the window's title begins with words.
func (d *filesDesk) title(t *testing.T, words string) {
	t.Helper()
	d.queue.RunUntil(t, func() bool { return strings.HasPrefix(d.w.Title(), words) })
	d.w.Canvas().Capture()
}

// Words pasted on the start page open under their first line, are said to be not
// saved, and leave no trace in what was read before.
func TestPasteWords(t *testing.T) {
	d := newFilesDesk(t)
	d.read(t, d.files[0])
	d.ShowStart()
	d.paste("The quay is shut.\n\nIt opens in May.")
	d.title(t, "The quay is shut.")
	e := d.Reader().Session().Edition()
	if got := e.Article().Text; !strings.Contains(got, "It opens in May.") {
		t.Errorf("the text is %q", got)
	}
	if got := e.Notice(); !strings.HasPrefix(got, "Pasted, not saved") {
		t.Errorf("the notice is %q", got)
	}
	d.Keep()
	if got := d.p.Last(); got != d.files[0] {
		t.Errorf("%q was read last, want the file", got)
	}
	if got := d.p.Recent(); len(got) != 1 {
		t.Errorf("%q are listed, want the file alone", got)
	}
	if _, ok := d.p.Seen(""); ok {
		t.Error("the words are listed without a path")
	}
}

// A path pasted on the start page opens the file; one that leads nowhere is a text.
func TestPastePath(t *testing.T) {
	d := newFilesDesk(t)
	d.paste(d.files[1] + "\n")
	d.wait(t, d.files[1])
	d.ShowStart()
	nowhere := filepath.Join(filepath.Dir(d.files[0]), "nowhere.md")
	d.paste(nowhere)
	d.title(t, nowhere[:20])
	if got := d.p.Last(); got != d.files[1] {
		t.Errorf("%q was read last", got)
	}
}

// Nothing on the clipboard leaves the start page as it is, and a file that cannot be
// read is named.
func TestPasteNothing(t *testing.T) {
	d := newFilesDesk(t)
	d.paste(" \n")
	if got := d.p.Last(); got == prefs.Sample || len(d.p.Recent()) > 0 {
		t.Errorf("%q was opened", got)
	}
	empty := filepath.Join(t.TempDir(), "empty.txt")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d.paste(empty)
	d.queue.RunUntil(t, func() bool {
		return slices.ContainsFunc(test.LaidOutObjects(d.w.Content()), func(o fyne.CanvasObject) bool {
			x, ok := o.(*prose.Text)
			return ok && strings.HasPrefix(x.Content(), "empty.txt is empty")
		})
	})
}
