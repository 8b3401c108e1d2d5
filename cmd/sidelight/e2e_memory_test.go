//go:build e2e

package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// memoryWatch is what a program held of the machine's memory at times of a run.
type memoryWatch struct {
	began time.Time
	last  time.Duration // how long the run lasts
	seen  []memorySeen
}

// memorySeen is what a program holds at one time, in KB: of the machine, and what
// the garbage collector found to be in use.
type memorySeen struct {
	after          time.Duration
	resident, heap int
}

// looks is how many times a whole run is looked at.
const looks = 100

// look notes what the program holds, if it is time to.
func (m *memoryWatch) look(w *window) {
	after := time.Since(m.began)
	if after < m.last*time.Duration(len(m.seen)+1)/looks {
		return
	}
	m.seen = append(m.seen, memorySeen{after, residentOf(w.t, w.cmd.Process.Pid), w.heap()})
	if n := len(m.seen); os.Getenv("SIDELIGHT_PROFILE") != "" && (n == looks/2 || n == looks-1) {
		_ = w.cmd.Process.Signal(syscall.SIGUSR1) // see profile.go
	}
}

// profiled matches what a program built with the tag profile says of its memory.
var profiled = regexp.MustCompile(`(?m)^profile \d+: .*$`)

// tenth is the median of what was seen in a tenth of the run, counted from 0.
func (m *memoryWatch) tenth(n int) memorySeen {
	var resident, heap []int
	for _, s := range m.seen {
		if from := m.last * time.Duration(n) / 10; s.after >= from && s.after < from+m.last/10 {
			resident, heap = append(resident, s.resident), append(heap, s.heap)
		}
	}
	if len(resident) == 0 {
		return memorySeen{}
	}
	slices.Sort(resident)
	slices.Sort(heap)
	return memorySeen{m.last * time.Duration(n) / 10, resident[len(resident)/2], heap[len(heap)/2]}
}

// check fails the test if the last tenth of the run holds more than the tenth after
// the first half, by more than a twentieth.
func (m *memoryWatch) check(t *testing.T) {
	half, end := m.tenth(5), m.tenth(9)
	if end.resident > half.resident+half.resident/20 {
		t.Errorf("the program has grown from %d to %d KB", half.resident, end.resident)
	}
	if end.heap > half.heap+half.heap/20+1<<10 { // it is told in whole MB
		t.Errorf("its heap has grown from %d to %d KB", half.heap, end.heap)
	}
}

// table shows a row for each tenth of the run.
func (m *memoryWatch) table() string {
	var b strings.Builder
	for n := range 10 {
		s := m.tenth(n)
		fmt.Fprintf(&b, "from %v: %d MB resident, %d MB heap\n", s.after, s.resident>>10, s.heap>>10)
	}
	return b.String()
}

// collected matches a line of GODEBUG=gctrace=1: its last size is what lives after
// a collection, in MB.
var collected = regexp.MustCompile(`(?m)^gc \d+ @.*->\d+->(\d+) MB,.*\n?`)

// heap is what lived after the last collection of garbage, in KB, 0 before the
// first.
func (w *window) heap() int {
	all := collected.FindAllStringSubmatch(w.stderr.String(), -1)
	if len(all) == 0 {
		return 0
	}
	mb, err := strconv.Atoi(all[len(all)-1][1])
	if err != nil {
		w.t.Fatal(err)
	}
	return mb << 10
}

// said is what the program has said on stderr, but for what the garbage collector
// tells.
func (w *window) said() string { return collected.ReplaceAllString(w.stderr.String(), "") }
