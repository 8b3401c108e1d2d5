package main

import (
	"math"
	"runtime/debug"
)

// frugal has the collector of memory come often once a command holds much: a document of
// one line of 60 MB is decoded, parsed and written, and without it several copies would
// wait to be collected. A limit that the environment sets, by GOMEMLIMIT, stays. The
// window keeps the usual pace, where speed counts more.
func frugal() {
	const much = 256 << 20
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(much)
	}
}
