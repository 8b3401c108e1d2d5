// Package fuzzed is what tests share that hold inputs to a bound of time: the bound
// of every input of a fuzz target, and a clock.
package fuzzed

import (
	"testing"
	"time"
)

const (
	// most is how long any input may take, of the time of processors.
	most = time.Second
	// patience is how often that may pass before an input that waits is given up.
	patience = 20
	// tries is how often an input that took longer is tried again: a busy machine
	// is no fault of the program.
	tries = 3
)

// Within runs f, which must do the same each time, and fails the test if f takes
// more than a second of the time of processors, or waits for twenty, however often it
// is tried. Where the system does not tell the time of processors, time that passes
// counts in its place.
func Within(t testing.TB, f func()) {
	t.Helper()
	within(t, most, f)
}

func within(t testing.TB, most time.Duration, f func()) {
	t.Helper()
	const long = time.Duration(1<<63 - 1)
	worked, passed := long, long
	for range tries {
		began, used := time.Now(), processors()
		f()
		worked, passed = min(worked, processors()-used), min(passed, time.Since(began))
		if worked <= most && passed <= patience*most || t.Failed() {
			return
		}
	}
	t.Fatalf("this took %v of work at least, and %v passed", worked, passed)
}
