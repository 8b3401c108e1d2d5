//go:build e2e

package main

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// The first line of the title on the screen, where the dark pixels of its letters
// are counted: the page without them has none.
const (
	titleLeft, titleTop, titleWidth, titleHeight = 280, 110, 540, 40
	titleInk                                     = 1000
)

// BenchmarkStart starts the program until the article stands on the screen, and
// prints the median of the times and of the memory that the program then holds.
// (Run it with -benchtime=10x; make bench-start does.)
func BenchmarkStart(b *testing.B) {
	screen, err := xgb.NewConn()
	if err != nil {
		b.Fatal(err)
	}
	defer screen.Close()
	var times []time.Duration
	var memory []int
	for range b.N {
		d, kb := start(b, screen)
		times, memory = append(times, d), append(memory, kb)
	}
	slices.Sort(times)
	slices.Sort(memory)
	b.ReportMetric(0, "ns/op") // the mean tells less than the median
	b.ReportMetric(float64(times[len(times)/2].Milliseconds()), "ms-median")
	b.ReportMetric(float64(times[len(times)-1].Milliseconds()), "ms-slowest")
	b.ReportMetric(float64(memory[len(memory)/2])/1024, "MB-RSS")
}

// start starts the program once.
func start(b *testing.B, screen *xgb.Conn) (time.Duration, int) {
	b.Helper()
	for dark(b, screen) > 0 { // the one before is still there
		time.Sleep(50 * time.Millisecond)
	}
	cmd := exec.Command(os.Getenv("SIDELIGHT_BINARY"), "--sample")
	cmd.Env = append(os.Environ(), "HOME="+b.TempDir(), "SIDELIGHT_HOME=", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=", "WAYLAND_DISPLAY=",
		"DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent", "FYNE_SCALE=1", "FYNE_THEME=light")
	began := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}()
	for time.Since(began) < 30*time.Second {
		if dark(b, screen) >= titleInk {
			took := time.Since(began)
			time.Sleep(time.Second) // it goes on with what the first frame did not need
			return took, residentOf(b, cmd.Process.Pid)
		}
		time.Sleep(10 * time.Millisecond)
	}
	b.Fatal("no article within 30 seconds")
	return 0, 0
}

// dark counts the pixels of ink where the title stands: dark, but not black as a
// screen without a window is.
func dark(b *testing.B, screen *xgb.Conn) (n int) {
	root := xproto.Setup(screen).DefaultScreen(screen).Root
	img, err := xproto.GetImage(screen, xproto.ImageFormatZPixmap, xproto.Drawable(root),
		titleLeft, titleTop, titleWidth, titleHeight, ^uint32(0)).Reply()
	if err != nil {
		b.Fatalf("the screen cannot be read: %v", err)
	}
	for p := img.Data; len(p) >= 4; p = p[4:] {
		if m := max(p[0], p[1], p[2]); m > 0 && m < 96 {
			n++
		}
	}
	return n
}

// residentOf is what a process holds of the machine's memory, in KB.
func residentOf(t testing.TB, pid int) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Fatalf("the program is gone: %v", err)
	}
	for line := range strings.Lines(string(status)) {
		if kb, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(kb), "kB")))
			if err == nil {
				return n
			}
		}
	}
	t.Fatalf("no memory is told of:\n%s", status)
	return 0
}
