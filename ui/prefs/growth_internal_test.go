package prefs

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"sidelight/annotations/fuzzed"
)

// files are preferences whose size grows with n in one way each.
var files = map[string]func(n int) map[string]any{
	"articles": articles,
	"a text":   func(n int) map[string]any { return map[string]any{"a": strings.Repeat("ä\n", 20*n)} },
	"a list":   func(n int) map[string]any { return map[string]any{"a": make([]any, 20*n)} },
	"nested": func(n int) map[string]any {
		all := make([]any, n)
		for i := range all {
			for range 20 {
				all[i] = []any{all[i]}
			}
		}
		return map[string]any{"a": all}
	},
}

// Twice as many articles, or a value twice as large, take at most 2.3 times the
// memory and time, be it to read, to tidy or to write. Sixteen times as much is
// measured, which is four times twice as much: of what grows with the square it takes
// 256 times as much. A machine that is busy may be slow at one measurement but not at
// all of them. The race detector, whose runs are short ones, makes some work dearer
// than other work: it is not measured.
func TestFileGrowsWithItsValues(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of a short run")
	}
	const (
		size  = keptArticles + 100 // more than that are looked through for old ones
		times = 16
		most  = 2.3 * 2.3 * 2.3 * 2.3
	)
	for name, values := range files {
		t.Run(name, func(t *testing.T) {
			once, often := newWork(t, values(size)), newWork(t, values(times*size))
			for range 60 {
				once.measure(t)
				often.measure(t)
				if often.within(most, once) {
					return
				}
			}
			t.Errorf("it costs %+v and, %d times as large, %+v", once.least, times, often.least)
		})
	}
}

// cost is the least that a step has taken.
type cost struct {
	step  string
	bytes uint64 // allocated
	time  time.Duration
}

// work is what is done with a file, and what each step costs.
type work struct {
	values map[string]any
	data   []byte
	least  [3]cost
}

func newWork(t *testing.T, values map[string]any) *work {
	t.Helper()
	data, err := encode(values)
	if err != nil {
		t.Fatal(err)
	}
	const much = 1 << 62
	return &work{values, data, [3]cost{{"read", much, much}, {"tidy", much, much}, {"write", much, much}}}
}

// measure takes each step once more.
func (w *work) measure(t *testing.T) {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // it would come at one size and not at another
	var read map[string]any
	var err [2]error
	for i, step := range [3]func(){
		func() { read, err[0] = decode(w.data) },
		func() { forget(read, 20_000) },
		func() { _, err[1] = encode(w.values) },
	} {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		began := fuzzed.Clock()
		step()
		took := fuzzed.Clock() - began
		runtime.ReadMemStats(&after)
		c := &w.least[i]
		c.bytes, c.time = min(c.bytes, after.TotalAlloc-before.TotalAlloc), min(c.time, took)
	}
	if err[0] != nil || err[1] != nil {
		t.Fatal(err)
	}
}

// within reports whether no step costs more than most times what it costs for
// another file. Less than small counts as small: it is not measured well, and fits
// into the processor's caches.
func (w *work) within(most float64, other *work) bool {
	small := cost{bytes: 4 << 10, time: 2 * time.Millisecond}
	for i, c := range w.least {
		o := other.least[i]
		if float64(c.bytes) > most*float64(max(o.bytes, small.bytes)) || float64(c.time) > most*float64(max(o.time, small.time)) {
			return false
		}
	}
	return true
}
