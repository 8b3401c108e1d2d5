package fuzzed

import (
	"syscall"
	"time"
)

// Clock returns the time that this thread has had a processor, whatever else runs. A
// goroutine that measures with it is locked to its thread.
func Clock() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_THREAD, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
