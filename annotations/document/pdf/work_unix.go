//go:build unix

package pdf

import (
	"syscall"
	"time"
)

// work returns the time for which this program has had processors, or 0 if that cannot
// be told.
func work() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
