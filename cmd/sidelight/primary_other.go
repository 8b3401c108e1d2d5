//go:build !linux || !cgo || ci || wayland

package main

import "sidelight/ui/reading"

// newPrimary returns nil: programs share no selection here.
func newPrimary() reading.Primary { return nil }
