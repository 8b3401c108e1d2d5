//go:build !linux || !cgo || ci || wayland

package main

import "sidelight/ui"

// newPrimary returns nil: programs share no selection here.
func newPrimary() ui.Primary { return nil }
