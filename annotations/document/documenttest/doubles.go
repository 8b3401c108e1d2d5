package documenttest

import (
	"runtime"
	"testing"
	"time"

	"sidelight/annotations/document/raw"
	"sidelight/annotations/fuzzed"
)

// Doubles fails the test if a file takes more than the share of time and memory that
// its size is of another's, and three tenths more. A machine that is busy may be slow at
// one measurement but not at all of them.
func Doubles(t *testing.T, read Read, small, large *raw.File, times float64) {
	t.Helper()
	const (
		idle  = 4 * time.Millisecond // less is not measured well
		least = 1 << 20              // bytes that are allocated however small a file is
		tries = 12
	)
	most := 1.3 * times
	var a, b cost
	for try := range tries {
		x, y := costOf(t, read, small), costOf(t, read, large)
		if try == 0 || x.time < a.time {
			a.time = x.time
		}
		if try == 0 || y.time < b.time {
			b.time = y.time
		}
		if float64(y.bytes) > most*float64(x.bytes+least) {
			t.Fatalf("it takes %d bytes and, %.0f times as large, %d", x.bytes, times, y.bytes)
		}
		if float64(b.time) <= most*float64(max(a.time, idle)) {
			return
		}
	}
	t.Errorf("it takes %v and, %.0f times as large, %v", a.time, times, b.time)
}

// cost is what reading a file takes.
type cost struct {
	time  time.Duration
	bytes int
}

func costOf(t *testing.T, read Read, f *raw.File) cost {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	runtime.GC()
	var before, behind runtime.MemStats
	runtime.ReadMemStats(&before)
	began := fuzzed.Clock()
	if _, err := read(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	took := fuzzed.Clock() - began
	runtime.ReadMemStats(&behind)
	return cost{took, int(behind.TotalAlloc - before.TotalAlloc)} //nolint:gosec // far less than the largest
}
