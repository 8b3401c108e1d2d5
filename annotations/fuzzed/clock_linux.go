package fuzzed

import (
	"time"

	"golang.org/x/sys/unix"
)

// Clock returns the time that this thread has had a processor, whatever else runs. A
// goroutine that measures with it is locked to its thread.
func Clock() time.Duration {
	var now unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &now); err != nil {
		panic(err)
	}
	return time.Duration(now.Nano())
}
