package pdf

import (
	"syscall"
	"time"
)

// work returns the time for which this program has had processors, or 0 if that cannot
// be told.
func work() time.Duration {
	process, err := syscall.GetCurrentProcess()
	if err != nil {
		return 0
	}
	var created, exited, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(process, &created, &exited, &kernel, &user); err != nil {
		return 0
	}
	return length(kernel) + length(user)
}

// length returns a time that Windows gives in steps of 100 nanoseconds.
func length(t syscall.Filetime) time.Duration {
	return time.Duration(int64(t.HighDateTime)<<32+int64(t.LowDateTime)) * 100
}
