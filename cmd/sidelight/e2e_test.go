//go:build e2e

package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// TestEndToEnd reads the article in the real window: by mouse, by keyboard and
// by search.
func TestEndToEnd(t *testing.T) {
	x := newExpected(t)
	w := open(t)
	w.waitFor(x, page, "the article")
	w.waitFor(x, panel, "the panel at first")
	x.says(page, "White House confirms talks with Hamas officials",
		"The White House has confirmed that", "are taking place between the United States and Hamas officials")
	readThrough(t, w, x)
	w.quit()
}

// readThrough drives the window and what is expected of it side by side.
func readThrough(t *testing.T, w *window, x *expected) {
	t.Helper()
	e, s := x.edition, x.reader.Session()

	w.click(x.mark(x.mention("karoline-leavitt", 1)))
	uitest.Select(s, "karoline-leavitt", 1)
	w.waitFor(x, panel, "the card after a click")
	x.says(panel, "Person", "1 of 4", "Karoline Leavitt", "In this article",
		"President Trump had authorized his envoys to “talk to anyone”, Leavitt said.")
	test.AssertImageMatches(t, "card.png", crop(x.picture(), panel))
	w.move(nowhere) // the text is about to move under the pointer
	w.key("bracketright")
	next, _ := e.StepOf("karoline-leavitt", s.State().Mention, 1)
	uitest.Select(s, "karoline-leavitt", e.Ordinal(next.ID()))
	x.reader.Page().ScrollToSpan(next.Span)
	w.waitFor(x, page, "the next mention")
	w.key("alt+Left")
	x.reader.Page().ScrollToY(0)
	uitest.Select(s, "karoline-leavitt", 1)
	w.waitFor(x, page, "the way back")

	w.key("slash")
	w.write("netnyahu")
	w.key("Return")
	x.open("benjamin-netanyahu")
	w.waitFor(x, panel, "the card that was searched for")
	w.waitFor(x, page, "its first mention")

	w.key("Escape")
	uitest.Select(s, "", 0)
	w.waitFor(x, panel, "the panel after Esc")
	w.key("t") // from light to dark
	x.reader.OnTheme(look.Dark)
	w.waitFor(x, page, "the page in the dark")
	w.waitFor(x, panel, "the panel in the dark")
}

// TestEndToEndOffline reads through again without a network, tracing every
// socket: none may be of the internet.
func TestEndToEndOffline(t *testing.T) {
	trace := filepath.Join(t.TempDir(), "trace")
	wrap := []string{"strace", "-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", trace}
	if exec.Command("unshare", "-n", "true").Run() == nil {
		wrap = append([]string{"unshare", "-n"}, wrap...)
	} else {
		t.Log("this system lets no program leave the network; the trace alone must do")
	}
	x := newExpected(t)
	w := open(t, wrap...)
	w.waitFor(x, page, "the article")
	readThrough(t, w, x)
	w.quit()
	calls, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(calls, []byte("AF_UNIX")) {
		t.Error("the trace does not even show the connection to the display")
	}
	for line := range strings.Lines(string(calls)) {
		if strings.Contains(line, "AF_INET") {
			t.Errorf("an internet socket: %s", line)
		}
	}
}

// TestEndToEndShot: the program draws what its window shows, without a display.
func TestEndToEndShot(t *testing.T) {
	x := newExpected(t)
	out := filepath.Join(t.TempDir(), "shot.png")
	for _, c := range []struct {
		args []string
		tell func()
	}{
		{[]string{"--select", "adam-boehler"}, func() {
			uitest.Select(x.reader.Session(), "adam-boehler", 0)
			x.reader.Page().ScrollToSpan(x.edition.MentionsOf("adam-boehler")[0].Span)
		}},
		{[]string{"--theme", "dark", "--scroll", "500"}, func() {
			uitest.Select(x.reader.Session(), "", 0)
			x.reader.OnTheme(look.Dark)
			x.reader.Page().ScrollToY(500)
		}},
	} {
		cmd := exec.Command(os.Getenv("SIDELIGHT_BINARY"), append([]string{"shot", "--out", out}, c.args...)...)
		cmd.Env = append(os.Environ(), "DISPLAY=", "WAYLAND_DISPLAY=", "HOME="+t.TempDir())
		if said, err := cmd.CombinedOutput(); err != nil || len(said) > 0 {
			t.Fatalf("shot %v: %v\n%s", c.args, err, said)
		}
		f, err := os.Open(out)
		if err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(f)
		if err != nil {
			t.Fatal(err)
		}
		_ = f.Close()
		c.tell()
		// The toolbar differs, as there is no way back yet, and the edges of
		// icons do by a shade or two.
		whole := image.Rect(0, toolbar, windowWidth, windowHeight)
		if d := compare(got, x.picture(), whole); d.mean > 0.03 || d.tile > 1 {
			t.Errorf("shot %v differs from the window's content by %v", c.args, d)
		}
	}
}
