//go:build e2e

package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The title's lines on the screen, where the dark pixels of its letters are
// counted; a page without them has none.
const (
	titleLeft, titleTop, titleRight, titleBottom = 280, 110, 820, 190
	titleInk                                     = 1500
)

// BenchmarkStart starts the program until the article stands on the screen, and
// prints the median of the times and of the memory that the program then holds.
// (Run it with -benchtime=10x; make bench-start does.)
func BenchmarkStart(b *testing.B) {
	var times []time.Duration
	var memory []int
	for range b.N {
		d, kb := start(b)
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
func start(b *testing.B) (time.Duration, int) {
	b.Helper()
	cmd := exec.Command(os.Getenv("SIDELIGHT_BINARY"), "--sample")
	cmd.Env = append(os.Environ(), "HOME="+b.TempDir(), "XDG_CONFIG_HOME=", "XDG_CACHE_HOME=", "WAYLAND_DISPLAY=",
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
		screen, err := exec.Command("xwd", "-silent", "-root").Output()
		if err != nil {
			b.Fatalf("the screen cannot be read: %v", err)
		}
		if dark(screen) >= titleInk {
			took := time.Since(began)
			return took, residentOf(b, cmd.Process.Pid)
		}
	}
	b.Fatal("no article within 30 seconds")
	return 0, 0
}

// dark counts the dark pixels where the title stands in a dump of the screen of
// 32 bits a pixel (X11/XWDFile.h: a head of numbers of 32 bits, then the
// colours, 12 bytes each, then the pixels).
func dark(dump []byte) (n int) {
	field := func(i int) int { return int(binary.BigEndian.Uint32(dump[4*i:])) }
	if len(dump) < 100 || field(11) != 32 {
		return 0
	}
	line, pixels := field(12), field(0)+12*field(19)
	for y := titleTop; y < titleBottom; y++ {
		for x := titleLeft; x < titleRight; x++ {
			at := pixels + y*line + 4*x
			if at+4 <= len(dump) && dump[at] < 96 && dump[at+1] < 96 && dump[at+2] < 96 && !bytes.Equal(dump[at:at+3], []byte{0, 0, 0}) {
				n++
			}
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
