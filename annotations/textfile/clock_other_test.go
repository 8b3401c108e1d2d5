//go:build !linux

package textfile

import "time"

var origin = time.Now()

// clock is the time.
func clock() time.Duration { return time.Since(origin) }
