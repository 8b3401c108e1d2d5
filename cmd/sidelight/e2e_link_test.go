//go:build e2e

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/uitest"
)

// TestEndToEndLink opens the address of a source: the browser gets what the window
// shows, nothing stays behind of what was started, and the reader is told when
// nothing answers.
func TestEndToEndLink(t *testing.T) {
	bin := t.TempDir()
	got := filepath.Join(bin, "got")
	answer := func(status string) {
		script := "#!/bin/sh\nprintf '%s\\n' \"$*\" >>" + got + "\nexit " + status + "\n"
		if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
	answer("0")
	x := newExpected(t)
	w := open(t)
	w.waitFor(x, page, "the article")
	x.reader.AttachCanvas(x.window.Canvas())
	w.key("s")
	x.window.Canvas().OnTypedRune()('s')
	w.waitFor(x, panel, "the sources")
	source := x.edition.Sources()[0]
	for _, s := range x.edition.Sources() { // the first that is shown
		if s.Grade == "A" {
			source = s
			break
		}
	}
	row := x.labelled(source.Publisher + ": " + source.Title)
	w.click(row)
	test.TapCanvas(x.window.Canvas(), row)
	w.move(nowhere)
	w.waitFor(x, panel, "the address")
	button := x.labelled("Open in browser")
	const clicks = 5
	for n := range clicks {
		w.click(button)
		w.until("the address is opened", func() error {
			data, _ := os.ReadFile(got)
			if want := strings.Repeat(source.URL+"\n", n+1); string(data) != want {
				return fmt.Errorf("%q is opened, not %q", data, want)
			}
			return nil
		})
	}
	w.until("nothing stays behind", func() error { return noZombies(w.cmd.Process.Pid) })
	before := w.picture()
	answer("3")
	w.click(button)
	w.waitChange(before, noticed, "that nothing answers")
	w.quit()
}

// labelled returns the middle of what screen readers call by a name.
func (x *expected) labelled(name string) fyne.Position {
	x.t.Helper()
	x.picture() // to be laid out
	var at *fyne.Position
	uitest.Each(x.window.Content(), func(o fyne.CanvasObject) {
		if a, ok := o.(fyne.Accessible); ok && at == nil && a.AccessibilityLabel() == name {
			p := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
			at = &p
		}
	})
	if at == nil {
		x.t.Fatalf("nothing is called %q", name)
	}
	return *at
}

// noZombies reports the processes that a process has started and not waited for.
func noZombies(parent int) error {
	all, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, stat := range all {
		data, _ := os.ReadFile(stat)
		_, rest, _ := strings.Cut(string(data), ") ")
		var state string
		var ppid int
		if _, err := fmt.Sscan(rest, &state, &ppid); err == nil && ppid == parent && state == "Z" {
			return errors.New(stat + " is left")
		}
	}
	return nil
}

// TestEndToEndCaretRests: with the palette open the program is at rest once the
// caret has stopped to blink.
func TestEndToEndCaretRests(t *testing.T) {
	x := newExpected(t)
	w := open(t)
	w.waitFor(x, page, "the article")
	before := w.picture()
	w.key("ctrl+k")
	w.waitChange(before, paletteRows, "the palette")
	time.Sleep(12 * time.Second)
	const span = 4 * time.Second
	used := w.processor()
	time.Sleep(span)
	if used = w.processor() - used; used > span/10 {
		t.Errorf("in %v the program at rest uses the processor for %v", span, used)
	}
	w.quit()
}

// processor is for how long the program has used a processor.
func (w *window) processor() time.Duration {
	w.t.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", w.cmd.Process.Pid))
	if err != nil {
		w.t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), ") ")
	fields := strings.Fields(rest)
	var user, system time.Duration
	if _, err := fmt.Sscan(fields[11]+" "+fields[12], &user, &system); err != nil {
		w.t.Fatal(err)
	}
	return (user + system) * 10 * time.Millisecond // in hundredths of a second
}

// TestEndToEndVersion: the program names the commit that it was built from, however
// the go command was told to build.
func TestEndToEndVersion(t *testing.T) {
	out, err := exec.Command("git", "rev-parse", "HEAD").Output()
	if err != nil {
		t.Skip("this is no clone:", err)
	}
	said, err := exec.Command(os.Getenv("SIDELIGHT_BINARY"), "version").Output()
	if commit := strings.TrimSpace(string(out)); err != nil || !strings.Contains(string(said), "\ncommit "+commit) {
		t.Errorf("%v, it says %q, not %s", err, said, commit)
	}
}
