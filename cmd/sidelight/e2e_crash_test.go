//go:build e2e

package main

import (
	"bytes"
	"fmt"
	"image"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// above is the part of the panel that a notice at its foot leaves
// free, and noticed is where the notice stands.
var (
	above   = image.Rect(panelLeft+8, toolbar+8, windowWidth-8, windowHeight-150)
	noticed = image.Rect(panelLeft+24, windowHeight-100, windowWidth-24, windowHeight-16)
)

// TestEndToEndCrash: a program that ends in a fault leaves a report and loses
// nothing; the next start says so and offers to go on where the last one was.
func TestEndToEndCrash(t *testing.T) {
	home := t.TempDir()
	x := newExpected(t)
	w := openIn(t, home, []string{"--sample"})
	w.waitFor(x, page, "the article")
	w.key("Tab", "Return", "End")
	first := x.edition.Mentions()[0]
	uitest.Select(x.reader.Session(), first.Entity, x.edition.Ordinal(first.ID()))
	x.reader.Page().ScrollToY(1e6)
	w.waitFor(x, panel, "the card of the first mark")
	w.waitFor(x, page, "the end of the article")
	w.until("the place is kept", func() error {
		kept := placeKept(home, x.edition)
		if kept.Selected != first.Entity || kept.Mention != first.ID() || kept.Offset != x.reader.Page().Place().Offset {
			return fmt.Errorf("the place %+v is kept", kept)
		}
		return nil
	})
	before := w.picture()
	if err := w.cmd.Process.Signal(syscall.SIGQUIT); err != nil { // the runtime ends it as it ends any fault
		t.Fatal(err)
	}
	w.waitEnd()

	w = openIn(t, home, nil)
	reports, _ := filepath.Glob(filepath.Join(home, ".config", "sidelight", "crashes", "crash-*.txt"))
	if len(reports) != 1 {
		t.Fatalf("%d reports", len(reports))
	}
	text, err := os.ReadFile(reports[0])
	if err != nil || !strings.HasPrefix(string(text), "Sidelight ") || !strings.Contains(string(text), "\tcmd/sidelight/run.go:") {
		t.Errorf("%v, the report reads:\n%.600s", err, text)
	}
	if strings.Contains(string(text), home) || bytes.Contains(text, []byte("/src/")) {
		t.Errorf("the report holds a path:\n%s", text)
	}
	w.waitChange(before, page, "the start page")
	w.key("Tab", "Tab", "Tab", "Return") // past the toolbar to the first button
	w.waitBack(before, above, "the card is there again")
	w.waitBack(before, page, "the text is there again")
	w.waitChange(before, noticed, "a notice tells of the crash")
	w.quit()
	w.leavesReports(home)
}

// leavesReports fails the test if anything but reports is left of a program that
// has ended.
func (w *window) leavesReports(home string) {
	w.t.Helper()
	for _, name := range []string{"running-*", "opening-*"} {
		if left, _ := filepath.Glob(filepath.Join(home, ".config", "sidelight", "crashes", name)); len(left) > 0 {
			w.t.Errorf("a good end leaves %q", left)
		}
	}
}

// TestEndToEndKilledWhileOpening: a program that the system ends while it opens a
// file, as for want of memory, does not open the file at the next start. It names
// the file, and opens it if the reader says so.
func TestEndToEndKilledWhileOpening(t *testing.T) {
	home := t.TempDir()
	file := filepath.Join(home, "large.txt")
	if err := os.WriteFile(file, bytes.Repeat([]byte("Some words to read, and no end of them.\n\n"), 1<<19), 0o600); err != nil {
		t.Fatal(err)
	}
	w := openIn(t, home, []string{file})
	noted := filepath.Join(home, ".config", "sidelight", "crashes", "opening-"+strconv.Itoa(w.cmd.Process.Pid))
	if path, err := os.ReadFile(noted); err != nil || string(path) != file {
		t.Fatalf("while the file is read, %q is noted: %v", path, err)
	}
	w.kill()
	w = openIn(t, home, nil)
	start := w.settled(page, "the start page at rest")
	w.key("Tab", "Tab", "Tab", "Return")
	w.waitChange(start, page, "the file")
	w.until("the file is open", func() error {
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(noted), "opening-*")); len(left) > 0 {
			return fmt.Errorf("%q is there", left)
		}
		return nil
	})
	w.quit()
	w.leavesReports(home)
}

// placeKept returns the place in the article that the preferences in a home hold.
func placeKept(home string, e *annotations.Edition) session.Place {
	store := prefs.OpenStore(filepath.Join(home, ".config", "sidelight", "preferences.json"), slog.New(slog.DiscardHandler))
	return prefs.New(store, slog.New(slog.DiscardHandler)).Left(e).Place
}

// TestEndToEndNoHome: a home that cannot be written to costs what would be kept,
// and no more.
func TestEndToEndNoHome(t *testing.T) {
	x := newExpected(t)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w := openIn(t, filepath.Join(file, "home"), []string{"--sample"})
	w.waitFor(x, page, "the article")
	w.key("ctrl+q")
	if err := w.waitEnd(); err != nil {
		t.Errorf("the program ended with %v\n%s", err, w.stderr.String())
	}
}
