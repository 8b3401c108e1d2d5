package ui

import (
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/prose"
	"sidelight/ui/uitest"
)

// noted is a workspace and what it has said that it opens.
type noted struct {
	*Workspace
	queue uitest.Queue
	told  []string
}

func newNoted(t *testing.T) *noted {
	app, _ := uitest.App(t, look.Light)
	p := prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler))
	x := &noted{queue: uitest.NewQueue()}
	x.Workspace = NewWorkspace(test.NewTempWindow(t, canvas.NewRectangle(nil)), p, app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	x.Do = x.queue.Do
	x.settled.time = time.Millisecond
	x.OnOpening = func(path string) { x.told = append(x.told, path) }
	return x
}

// wants waits until the workspace has said all that is wanted, and fails if it says
// anything else.
func (x *noted) wants(t *testing.T, want ...string) {
	t.Helper()
	x.queue.RunUntil(t, func() bool { return len(x.told) >= len(want) })
	time.Sleep(20 * x.settled.time)
	if x.queue.Run(); !slices.Equal(x.told, want) {
		t.Errorf("it says %q, want %q", x.told, want)
	}
	x.told = nil
}

func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// What is opened is told before it is read, and that it is open only after it was
// in view for a while.
func TestOpeningIsTold(t *testing.T) {
	x := newNoted(t)
	x.Start("")
	x.wants(t)
	x.settled.time = 50 * time.Millisecond
	path := file(t, "a.txt", "Some words.\n")
	x.Open(path)
	if !slices.Equal(x.told, []string{path}) {
		t.Fatalf("before anything is read it says %q", x.told)
	}
	x.queue.RunUntil(t, func() bool { return x.reader != nil })
	if len(x.told) != 1 {
		t.Errorf("as soon as it is shown it says %q", x.told)
	}
	x.settled.time = time.Millisecond
	x.wants(t, path, "")
	x.ReadSample()
	x.wants(t, prefs.Sample, "")
}

func TestOpeningThatFailsIsGivenUp(t *testing.T) {
	x := newNoted(t)
	x.Start("")
	missing := filepath.Join(t.TempDir(), "missing.txt")
	x.Open(missing)
	x.wants(t, missing, "")
	path := file(t, "a.txt", "Some words.\n")
	x.Open(path)
	x.ShowStart() // before anything is read
	x.wants(t, path, "")
	x.Open(path)
	x.Open(missing) // the newer one alone counts
	x.wants(t, path, "", missing, "")
}

// After a fault the start page comes first and offers what was open.
func TestStartAgain(t *testing.T) {
	path := file(t, "a.txt", "Some words.\n")
	for _, c := range []struct{ broken, last, name, opened string }{
		{path, prefs.Sample, "a.txt", path},
		{"", path, "a.txt", path},
		{"", prefs.Sample, uitest.Edition(t).Title(), prefs.Sample},
	} {
		x := newNoted(t)
		x.prefs.SetLast(c.last)
		x.StartAgain(c.broken)
		x.wants(t)
		if x.reader != nil {
			t.Fatal("an article is open")
		}
		want := "“" + c.name + "” was open when Sidelight ended."
		if !slices.ContainsFunc(textsIn(x.w.Content()), func(s string) bool { return s == want }) {
			t.Errorf("it says %q, not %q", textsIn(x.w.Content()), want)
		}
		test.Tap(button(t, x.w.Content(), "Open it again"))
		x.wants(t, c.opened, "")
		if x.reader == nil || x.prefs.Last() != c.opened {
			t.Errorf("%q is open", x.prefs.Last())
		}
		x.ShowStart()
		if slices.Contains(textsIn(x.w.Content()), want) {
			t.Error("it is offered after it was opened")
		}
	}
	x := newNoted(t) // nothing was ever opened
	x.StartAgain("")
	if x.again != "" || x.reader != nil {
		t.Errorf("%q is offered", x.again)
	}
}

// textsIn are the texts that are to be seen, in order.
func textsIn(o fyne.CanvasObject) []string {
	var out []string
	uitest.Each(o, func(o fyne.CanvasObject) {
		if x, ok := o.(*prose.Text); ok {
			out = append(out, x.Content())
		}
	})
	return out
}

// button is the button with these words.
func button(t *testing.T, o fyne.CanvasObject, words string) *control.Text {
	t.Helper()
	var found *control.Text
	uitest.Each(o, func(o fyne.CanvasObject) {
		if x, ok := o.(*control.Text); ok && x.AccessibilityLabel() == words {
			found = x
		}
	})
	if found == nil {
		t.Fatalf("there is no button %q", words)
	}
	return found
}
