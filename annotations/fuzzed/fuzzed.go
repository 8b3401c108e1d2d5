// Package fuzzed is what tests share that hold inputs to a bound of time: the bound
// of every input of a fuzz target, and a clock.
package fuzzed

import (
	"testing"
	"time"
)

const (
	// most is how long any input may take.
	most = time.Second
	// tries is how often an input that took longer is tried again: a busy machine
	// is no fault of the program.
	tries = 3
)

// Within runs f, which must do the same each time, and fails the test if f takes
// more than a second however often it is tried.
func Within(t testing.TB, f func()) {
	t.Helper()
	within(t, most, f)
}

func within(t testing.TB, most time.Duration, f func()) {
	t.Helper()
	least := time.Duration(1<<63 - 1)
	for range tries {
		began := time.Now()
		f()
		if least = min(least, time.Since(began)); least <= most || t.Failed() {
			return
		}
	}
	t.Fatalf("this took %v at least", least)
}
