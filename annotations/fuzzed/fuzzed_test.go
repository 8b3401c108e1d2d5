package fuzzed

import (
	"runtime"
	"testing"
	"time"
)

// recorder is a test that notes whether it was failed.
type recorder struct {
	testing.TB
	fatal bool
}

func (r *recorder) Helper()               {}
func (r *recorder) Failed() bool          { return false }
func (r *recorder) Fatalf(string, ...any) { r.fatal = true }

// work has a processor for a while.
func work(d time.Duration) {
	for began := processors(); processors()-began < d; {
	}
}

func TestWithin(t *testing.T) {
	const most = 10 * time.Millisecond
	slow := 2 * most
	for _, c := range []struct {
		name         string
		works, waits []time.Duration // each time it is tried
		fails        bool
	}{
		{"quick", []time.Duration{0}, []time.Duration{0}, false},
		{"slow once, on a busy machine", []time.Duration{slow, 0}, []time.Duration{0, 0}, false},
		{"slow each time", []time.Duration{slow, slow, slow}, []time.Duration{0, 0, 0}, true},
		{"waits each time", []time.Duration{0, 0, 0}, []time.Duration{patience * slow, patience * slow, patience * slow}, true},
	} {
		r, runs := &recorder{TB: t}, 0
		within(r, most, func() {
			work(c.works[runs])
			time.Sleep(c.waits[runs])
			runs++
		})
		if r.fatal != c.fails || runs != len(c.works) {
			t.Errorf("%s: failed %v after %d runs", c.name, r.fatal, runs)
		}
	}
}

// A processor that others have is not counted.
func TestWithinOnABusyMachine(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("this system does not tell the time of processors")
	}
	r, runs := &recorder{TB: t}, 0
	within(r, 20*time.Millisecond, func() {
		time.Sleep(60 * time.Millisecond) // others have the processor
		runs++
	})
	if r.fatal || runs != 1 {
		t.Errorf("failed %v after %d runs", r.fatal, runs)
	}
}
