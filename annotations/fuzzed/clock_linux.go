package fuzzed

import (
	"time"

	"golang.org/x/sys/unix"
)

// Clock returns the time that this thread has had a processor, whatever else runs. A
// goroutine that measures with it is locked to its thread.
func Clock() time.Duration { return read(unix.CLOCK_THREAD_CPUTIME_ID) }

// processors returns the time that all threads of this process have had processors.
func processors() time.Duration { return read(unix.CLOCK_PROCESS_CPUTIME_ID) }

func read(clock int32) time.Duration {
	var now unix.Timespec
	if err := unix.ClockGettime(clock, &now); err != nil {
		panic(err)
	}
	return time.Duration(now.Nano())
}
