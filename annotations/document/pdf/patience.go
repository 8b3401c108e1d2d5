package pdf

import "time"

const (
	// patience is how many times as long as a file may take is waited for it where
	// other programs have the processors.
	patience = 10
	// pause is the time at least between two looks at the work that was done.
	pause = 10 * time.Millisecond
)

// limit calls stop when a file takes too long: when that time has passed and this program
// has been at work for as long, or when patience is at its end. So a machine that is busy
// with other things refuses no sound file. The returned function, called once, ends the
// watch.
func limit(most time.Duration, work func() time.Duration, stop func()) (end func()) {
	ended := make(chan struct{})
	began, before := time.Now(), work()
	go func() {
		for {
			passed := time.Since(began)
			left := min(max(most-passed, most-(work()-before)), patience*most-passed)
			if left <= 0 {
				stop()
				return
			}
			select {
			case <-ended:
				return
			case <-time.After(max(left, pause)):
			}
		}
	}()
	return func() { close(ended) }
}
