//go:build e2e

package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// The window of the test, in pixels at scale 1.
const (
	windowWidth, windowHeight = 1280, 820
	panelLeft                 = 904
	toolbar                   = 48
)

// Parts of the window.
var (
	// page is the article, without the running head and without its foot, where
	// the chip that leads back and notices stand.
	page    = image.Rect(236, toolbar+40, panelLeft-40, windowHeight-64)
	panel   = image.Rect(panelLeft+8, toolbar+8, windowWidth-8, windowHeight-8)
	nowhere = fyne.NewPos(600, 24) // in the toolbar: a mark under the pointer would show its card
)

// patience bounds how long a test waits for the program. It is long, because a
// busy machine is no fault of the program, and a test that passes never waits for
// it.
const patience = 60 * time.Second

// pause is how long a test waits between two looks at the program.
const pause = 50 * time.Millisecond

// window is the real program on an X display, driven as a reader would.
type window struct {
	t      *testing.T
	id     string
	others []string // windows that were there before
	cmd    *exec.Cmd
	stderr output
	done   chan struct{} // closed when the program has ended
	ended  error         // how it ended
}

// output keeps what a program says while it runs.
type output struct {
	mu   sync.Mutex
	said bytes.Buffer
}

// Write takes what the program says, on the goroutine that listens to it.
func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.said.Write(p)
}

// String is everything that the program has said so far.
func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.said.String()
}

// open starts the program that SIDELIGHT_BINARY names, with an empty home, and
// waits for its window. The words of wrap, if any, stand before the program on the
// command line.
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
	acquaint(t, home)
	run := t.TempDir()
	if err := os.Chmod(run, 0o700); err != nil {
		t.Fatal(err)
	}
	args := append(append(wrap, binary), given...)
	w := &window{t: t, cmd: exec.Command(args[0], args[1:]...), done: make(chan struct{}), others: visible()}
	w.cmd.Env = append(os.Environ(),
		"HOME="+home, "SIDELIGHT_HOME=", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=", "XDG_RUNTIME_DIR="+run, "WAYLAND_DISPLAY=",
		"DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent", "FYNE_SCALE=1", "FYNE_THEME=light",
		"FYNE_CACHE="+os.Getenv("SIDELIGHT_CACHE"))
	w.cmd.Stderr = &w.stderr
	w.cmd.WaitDelay = 5 * time.Second                       // a process left behind may hold stderr
	w.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // to end what wraps it as well
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		w.ended = w.cmd.Wait()
		close(w.done)
	}()
	t.Cleanup(w.kill)
	w.find()
	w.do("windowfocus", "--sync", w.id)
	w.move(nowhere)
	w.drawn()
	return w
}

// drawn waits until something is drawn in the window, which opens before there is.
func (w *window) drawn() {
	w.t.Helper()
	w.until("the first picture", func() error {
		p := w.picture()
		b := p.Bounds()
		for y := b.Min.Y; y < b.Max.Y; y++ {
			for x := b.Min.X; x < b.Max.X; x++ {
				if p.At(x, y) != p.At(b.Min.X, b.Min.Y) {
					return nil
				}
			}
		}
		return errors.New("the window is empty")
	})
}

// acquaint keeps in a home without preferences that its reader has had the hints, which
// would lie over what a test looks at.
func acquaint(t *testing.T, home string) {
	t.Helper()
	file := filepath.Join(home, ".config", "sidelight", "preferences.json")
	if _, err := os.Stat(file); err == nil {
		return
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return // a home that cannot be written to keeps nothing
	}
	if err := os.WriteFile(file, []byte("{\"help.hinted\": true}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// visible returns the ids of the windows of this program that are shown.
func visible() []string {
	out, _ := exec.Command("xdotool", "search", "--onlyvisible", "--name", "(^| - )Sidelight$").Output() // none is an error
	return strings.Fields(string(out))
}

// find waits for the window of the program.
func (w *window) find() {
	w.t.Helper()
	w.until("the window", func() error {
		for _, id := range visible() {
			if !slices.Contains(w.others, id) {
				w.id = id
				return nil
			}
		}
		return errors.New("there is none")
	})
}

// until calls holds until it returns no error. It fails the test if the program
// ends or patience runs out before that.
func (w *window) until(what string, holds func() error) {
	w.t.Helper()
	for began := time.Now(); ; time.Sleep(pause) {
		err := holds()
		if err == nil {
			return
		}
		select {
		case <-w.done:
			w.t.Fatalf("%s: the program ended: %v\n%s", what, w.ended, w.stderr.String())
		default:
		}
		if time.Since(began) > patience {
			w.t.Fatalf("%s: after %v %v\n%s", what, patience, err, w.stderr.String())
		}
	}
}

// kill ends the program and what wraps it, and waits for its end.
func (w *window) kill() {
	_ = syscall.Kill(-w.cmd.Process.Pid, syscall.SIGKILL)
	<-w.done
}

// do gives one command to xdotool.
func (w *window) do(args ...string) {
	w.t.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		w.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// move moves the pointer to a place in the window.
func (w *window) move(at fyne.Position) {
	w.t.Helper()
	w.do("mousemove", "--window", w.id, fmt.Sprint(int(at.X)), fmt.Sprint(int(at.Y)))
}

// click clicks on a place in the window. The display keeps the order of both acts,
// so that nothing has to be waited for between them.
func (w *window) click(at fyne.Position) {
	w.t.Helper()
	w.do("mousemove", "--window", w.id, fmt.Sprint(int(at.X)), fmt.Sprint(int(at.Y)), "click", "1")
}

// key presses keys one after the other.
func (w *window) key(keys ...string) {
	w.t.Helper()
	w.do(append([]string{"key", "--delay", "80"}, keys...)...)
}

// write types words.
func (w *window) write(words string) {
	w.t.Helper()
	w.do("type", "--delay", "60", words)
}

// picture returns what the window shows now.
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

// waitFor waits until a part of the window shows what is expected of it.
func (w *window) waitFor(x *expected, part image.Rectangle, what string) {
	w.t.Helper()
	w.waitBack(x.picture(), part, what)
}

// waitBack waits until a part of the window looks as in a picture.
func (w *window) waitBack(to image.Image, part image.Rectangle, what string) {
	w.t.Helper()
	w.waitUntil(to, part, what, difference.same)
}

// waitChange waits until a part of the window shows something else than in a
// picture.
func (w *window) waitChange(from image.Image, part image.Rectangle, what string) {
	w.t.Helper()
	w.waitUntil(from, part, what, difference.other)
}

// waitUntil waits until a part of the window differs from a picture as ok demands.
// If it never does, both pictures are left in testdata/failed.
func (w *window) waitUntil(from image.Image, part image.Rectangle, what string, ok func(difference) bool) {
	w.t.Helper()
	var shown image.Image
	defer func() {
		if w.t.Failed() {
			saveFailed(w.t.Name(), shown, from)
		}
	}()
	w.until(what, func() error {
		shown = w.picture()
		d := compare(shown, from, part)
		if ok(d) {
			return nil
		}
		return fmt.Errorf("the window differs by %v (see cmd/sidelight/testdata/failed)", d)
	})
}

// saveFailed keeps what the window showed and what it was compared with.
func saveFailed(test string, shown, with image.Image) {
	if shown == nil {
		return
	}
	dir := filepath.Join("testdata", "failed")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return
	}
	for name, img := range map[string]image.Image{"window": shown, "expected": with} {
		if f, err := os.Create(filepath.Join(dir, test+"-"+name+".png")); err == nil {
			_ = png.Encode(f, img)
			_ = f.Close()
		}
	}
}

// quit leaves by the keyboard and checks that the program ended well and that
// the toolkit reported no error.
func (w *window) quit() {
	w.t.Helper()
	w.key("ctrl+q")
	if err := w.waitEnd(); err != nil {
		w.t.Errorf("the program ended with %v", err)
	}
	said := expectedFaults.ReplaceAllString(w.stderr.String(), "")
	for _, bad := range []string{"Fyne error", "Error in Fyne call thread", "window creation error", "panic"} {
		if strings.Contains(said, bad) {
			w.t.Errorf("stderr has %q:\n%s", bad, w.stderr.String())
			return
		}
	}
}

// waitEnd waits for the end of the program and returns how it ended.
func (w *window) waitEnd() error {
	w.t.Helper()
	select {
	case <-w.done:
	case <-time.After(patience):
		w.t.Fatalf("the program does not end within %v", patience)
	}
	return w.ended
}

// expectedFaults matches what is no fault of the program. Without a session bus
// the desktop's theme cannot be watched. And Fyne keeps a file of preferences of
// its own, which stays empty: Fyne writes the file when the program ends and may
// read it half-written, because it watches it
// (github.com/fyne-io/fyne/issues/2936), and the end of the program may cut off what
// it says of that.
var expectedFaults = regexp.MustCompile(`(?m)^.*failed to watch theme settings.*$|^.*Preferences load error:.*$(\n.*\sCause:.*$)?`)
