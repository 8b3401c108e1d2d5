//go:build !linux

package fuzzed

import "time"

var origin = time.Now()

// Clock returns the time since the program began.
func Clock() time.Duration { return time.Since(origin) }

// processors returns the time since the program began.
func processors() time.Duration { return time.Since(origin) }
