//go:build e2e

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// titled waits until the window bears a title.
func (w *window) titled(want string) {
	w.t.Helper()
	w.until("the title "+want, func() error {
		out, err := exec.Command("xdotool", "getwindowname", w.id).Output()
		if got := strings.TrimSpace(string(out)); err != nil || got != want {
			return fmt.Errorf("the title is %q, %v", got, err)
		}
		return nil
	})
}

// sized waits until the window has a size for which ok reports true.
func (w *window) sized(what string, ok func(width, height int) bool) {
	w.t.Helper()
	w.until(what, func() error {
		var width, height int
		out, err := exec.Command("xdotool", "getwindowgeometry", "--shell", w.id).Output()
		for line := range strings.Lines(string(out)) {
			_, _ = fmt.Sscanf(line, "WIDTH=%d", &width)
			_, _ = fmt.Sscanf(line, "HEIGHT=%d", &height)
		}
		if err != nil || !ok(width, height) {
			return fmt.Errorf("its size is %d x %d, %v", width, height, err)
		}
		return nil
	})
}

// TestEndToEndFiles opens a file by its typed path, reads it again after it was
// rewritten, and comes back to the sample in two steps; then the window fills the
// screen and comes back.
func TestEndToEndFiles(t *testing.T) {
	home := t.TempDir()
	dir := filepath.Join(home, "texts")
	path := filepath.Join(dir, "harbour.md")
	write := func(title string) {
		text := "# " + title + "\n\n" + strings.Repeat("Words about the harbour.\n\n", 40)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	write("The Harbour")
	w := openIn(t, home, []string{"--sample"})
	const sample = "White House confirms talks with Hamas officials - Sidelight"
	w.titled(sample)
	w.key("ctrl+o")
	w.write("~/texts/harb")
	w.key("Tab", "Return")
	w.titled("The Harbour - Sidelight")

	write("The Harbour, Again")
	w.key("F5")
	w.titled("The Harbour, Again - Sidelight")

	w.key("ctrl+o", "Return")
	w.titled(sample)

	const width, height = 1000, 700 // smaller than any screen
	w.do("windowsize", w.id, strconv.Itoa(width), strconv.Itoa(height))
	w.sized("a smaller window", func(x, y int) bool { return x == width && y == height })
	w.key("F11")
	w.sized("the whole screen", func(x, y int) bool { return x > width && y > height })
	w.key("F11")
	w.sized("the window again", func(x, y int) bool { return x == width && y == height })
	w.quit()
}
