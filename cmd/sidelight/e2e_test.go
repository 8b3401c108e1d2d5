//go:build e2e

package main

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// The window of the test, in pixels at scale 1.
const (
	windowWidth, windowHeight = 1280, 820
	panelLeft                 = 904
	toolbar                   = 48
)

// window is the real program on an X display, driven as a reader would.
type window struct {
	t      *testing.T
	id     string
	cmd    *exec.Cmd
	stderr bytes.Buffer
	done   chan error
}

// open starts the program that SIDELIGHT_BINARY names, with an empty home, cut
// off from the network, and waits for its window.
func open(t *testing.T, wrap ...string) *window {
	t.Helper()
	return openIn(t, t.TempDir(), []string{"--sample"}, wrap...)
}

// openIn is open with a home and with arguments for the program.
func openIn(t *testing.T, home string, given []string, wrap ...string) *window {
	t.Helper()
	binary := os.Getenv("SIDELIGHT_BINARY")
	if binary == "" || os.Getenv("DISPLAY") == "" {
		t.Fatal("SIDELIGHT_BINARY must name the program and DISPLAY a screen; make test sets both")
	}
	run := t.TempDir()
	if err := os.Chmod(run, 0o700); err != nil {
		t.Fatal(err)
	}
	args := append(append(wrap, binary), given...)
	w := &window{t: t, cmd: exec.Command(args[0], args[1:]...), done: make(chan error, 1)}
	w.cmd.Env = append(os.Environ(),
		"HOME="+home, "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=", "XDG_RUNTIME_DIR="+run, "WAYLAND_DISPLAY=",
		"DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent", "FYNE_SCALE=1", "FYNE_THEME=light")
	w.cmd.Stderr = &w.stderr
	w.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // to end what wraps it as well
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { w.done <- w.cmd.Wait() }()
	t.Cleanup(w.kill)
	w.find()
	w.do("windowfocus", "--sync", w.id)
	w.move(fyne.NewPos(600, 24)) // off the text: a mark under the pointer shows its card
	return w
}

func (w *window) find() {
	w.t.Helper()
	for range 120 {
		out, err := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Sidelight$").Output()
		if ids := strings.Fields(string(out)); err == nil && len(ids) > 0 {
			w.id = ids[0]
			return
		}
		select {
		case err := <-w.done:
			w.t.Fatalf("the program ended before its window came: %v\n%s", err, w.stderr.String())
		case <-time.After(250 * time.Millisecond):
		}
	}
	w.t.Fatalf("no window came within 30 seconds\n%s", w.stderr.String())
}

// kill ends the program and what wraps it.
func (w *window) kill() { _ = syscall.Kill(-w.cmd.Process.Pid, syscall.SIGKILL) }

// do gives one command to xdotool.
func (w *window) do(args ...string) {
	w.t.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		w.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

func (w *window) move(at fyne.Position) {
	w.do("mousemove", "--window", w.id, fmt.Sprint(int(at.X)), fmt.Sprint(int(at.Y)))
}

func (w *window) click(at fyne.Position) {
	w.move(at)
	time.Sleep(100 * time.Millisecond)
	w.do("click", "1")
}

func (w *window) key(keys ...string) { w.do(append([]string{"key", "--delay", "80"}, keys...)...) }

// picture is what the window shows now.
func (w *window) picture() image.Image {
	w.t.Helper()
	out, err := exec.Command("import", "-window", w.id, "png:-").Output()
	if err != nil {
		w.t.Fatalf("the window cannot be seen: %v\n%s", err, w.stderr.String())
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		w.t.Fatal(err)
	}
	return img
}

// quit leaves by the keyboard and checks that the program ended well and that
// the toolkit reported no error.
func (w *window) quit() {
	w.t.Helper()
	w.key("ctrl+q")
	select {
	case err := <-w.done:
		if err != nil {
			w.t.Errorf("the program ended with %v", err)
		}
	case <-time.After(15 * time.Second):
		w.t.Error("the program does not end on Ctrl Q")
		w.kill()
	}
	said := expectedFaults.ReplaceAllString(w.stderr.String(), "")
	for _, bad := range []string{"Fyne error", "Error in Fyne call thread", "window creation error", "panic"} {
		if strings.Contains(said, bad) {
			w.t.Errorf("stderr has %q:\n%s", bad, w.stderr.String())
			return
		}
	}
}

// expectedFaults match what is no fault of ours. Without a session bus the
// desktop's theme cannot be watched. And Fyne keeps a file of preferences of its
// own, which we leave empty: it writes it when the program ends and may read it
// half-written, because it watches it (github.com/fyne-io/fyne/issues/2936).
var expectedFaults = regexp.MustCompile(`(?m)^.*failed to watch theme settings.*$|^.*Preferences load error:.*\n.*\sCause:.*$`)

// expected is the same reader drawn by the software driver in this process: it
// knows where marks lie and what the window ought to show.
type expected struct {
	reader  *ui.Reader
	edition *annotations.Edition
	window  fyne.Window
}

func newExpected(t *testing.T) *expected {
	app, _ := uitest.App(t, look.Light)
	e := uitest.Edition(t)
	theme := app.Settings().Theme().(*look.Theme)
	r, err := ui.New(e, theme)
	if err != nil {
		t.Fatal(err)
	}
	r.Page().SetStill(true)
	r.OnTheme = theme.Turn
	w := test.NewTempWindow(t, r.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(windowWidth, windowHeight))
	w.Canvas().Capture()
	return &expected{r, e, w}
}

// mark is the middle of a mention's first line, in the window.
func (x *expected) mark(mention annotations.MentionID) fyne.Position {
	box := x.reader.Page().MentionRects(mention)[0]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(x.reader.Page())
	return at.AddXY(box.X+box.W/2, box.Y+box.H/2)
}

// panel is the part of the window at the right of the page.
var panel = image.Rect(panelLeft+8, toolbar+8, windowWidth-8, windowHeight-8)

// page is the part with the article, without the running head.
var page = image.Rect(236, toolbar+40, panelLeft-40, windowHeight-8)

// distance is the mean difference of two pictures in a part of them, 0 to 255.
func distance(a, b image.Image, part image.Rectangle) float64 {
	sum := 0.0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			sum += math.Abs(float64(r1)-float64(r2)) + math.Abs(float64(g1)-float64(g2)) + math.Abs(float64(b1)-float64(b2))
		}
	}
	return sum / float64(part.Dx()*part.Dy()) / 3 / 257
}

// same is how far two drivers' pictures of one thing may lie apart; two
// different cards lie further apart than twice that.
const same = 4.0

// waitFor waits until a part of the window shows what is expected.
func (w *window) waitFor(x *expected, part image.Rectangle, what string) {
	w.t.Helper()
	want := x.window.Canvas().Capture()
	var d float64
	for range 60 {
		if d = distance(w.picture(), want, part); d <= same {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	dir := filepath.Join("testdata", "failed")
	if err := os.MkdirAll(dir, 0o755); err == nil {
		save(filepath.Join(dir, "window.png"), w.picture())
		save(filepath.Join(dir, "expected.png"), want)
	}
	w.t.Fatalf("%s: the window differs from what is expected by %.1f of 255 (see cmd/sidelight/testdata/failed)", what, d)
}

func save(name string, img image.Image) {
	if f, err := os.Create(name); err == nil {
		_ = png.Encode(f, img)
		_ = f.Close()
	}
}

// TestEndToEnd reads the article in the real window: by mouse, by keyboard and
// by search.
func TestEndToEnd(t *testing.T) {
	x := newExpected(t)
	w := open(t)
	w.waitFor(x, page, "the article")
	w.waitFor(x, panel, "the panel at first")
	readThrough(t, w, x)
	w.quit()
}

// readThrough drives the window and what is expected of it side by side.
func readThrough(t *testing.T, w *window, x *expected) {
	t.Helper()
	e, s := x.edition, x.reader.Session()
	before := w.picture()

	leavitt := nth(e, "karoline-leavitt", 1)
	w.click(x.mark(leavitt))
	uitest.Select(s, "karoline-leavitt", 1)
	w.waitFor(x, panel, "the card after a click")
	w.move(fyne.NewPos(600, 24)) // off the text, which is about to move under it
	if d := distance(before, w.picture(), panel); d < 2*same {
		t.Errorf("a click changes the panel by no more than %.1f of 255", d)
	}
	w.key("bracketright")
	next, _ := e.StepOf("karoline-leavitt", s.State().Mention, 1)
	uitest.Select(s, "karoline-leavitt", e.Ordinal(next.ID))
	x.reader.Page().ScrollToSpan(next.Span)
	w.waitFor(x, page, "the next mention")
	w.key("alt+Left")
	x.reader.Page().ScrollToY(0)
	uitest.Select(s, "karoline-leavitt", 1)
	w.waitFor(x, page, "the way back")

	w.key("slash")
	w.do("type", "--delay", "60", "netnyahu")
	w.key("Return")
	named, _ := e.FirstNamed("benjamin-netanyahu")
	uitest.Select(s, "benjamin-netanyahu", e.Ordinal(named.ID))
	x.reader.Page().ScrollToSpan(named.Span)
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
		if d := distance(got, x.window.Canvas().Capture(), whole); d > 0.03 {
			t.Errorf("shot %v differs from the window's content by %.2f of 255", c.args, d)
		}
	}
}
