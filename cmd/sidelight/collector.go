package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"time"
)

// firstHeap is how large the heap may grow, in MB, before the collector first comes
// while the program starts: it holds all that the first picture of an article takes.
// With the usual pace, which begins at 4 MB, the collector comes seven times before.
const firstHeap = 64

// startTime is when the start counts as over, though nothing has been collected.
const startTime = 2 * time.Second

// pace is by how many percent the heap may grow before the collector comes again. The
// usual 100 would let garbage take as much as all that is in use, which is little work for
// the collector here: a window mostly waits.
const pace = 50

// patient has the collector wait until the heap has grown to [firstHeap], and come at its
// [pace] from then on, or after [startTime]. What the environment sets, by GOGC, stays.
func patient() {
	if os.Getenv("GOGC") != "" {
		return
	}
	const least = 4 // MB of heap at which the collector first comes, at 100 percent
	debug.SetGCPercent(100 * firstHeap / least)
	usual := sync.OnceFunc(func() { debug.SetGCPercent(pace) })
	collected := new([16]byte) // large enough to be an object by itself
	runtime.SetFinalizer(collected, func(*[16]byte) { usual() })
	time.AfterFunc(startTime, usual)
}
