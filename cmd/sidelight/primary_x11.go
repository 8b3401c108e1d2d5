//go:build linux && cgo && !ci && !wayland

package main

import (
	"github.com/go-gl/glfw/v3.4/glfw"

	"sidelight/ui/reading"
)

// primary is the selection that programs on X11 share, by the library through which the
// toolkit speaks to the display. Its calls belong to the UI goroutine, in a window.
type primary struct{}

// newPrimary returns the selection that this desktop's programs share.
func newPrimary() reading.Primary { return primary{} }

// Selection returns what was selected last; nothing on Wayland, which the library has no
// such selection for.
func (primary) Selection() string {
	if glfw.GetPlatform() != glfw.PlatformX11 {
		return ""
	}
	words := glfw.GetX11SelectionString()
	_, _ = glfw.GetError() // that nothing is selected, over which the next call would panic
	return words
}

// Select makes words the selection. It does nothing on Wayland.
func (primary) Select(words string) {
	if glfw.GetPlatform() == glfw.PlatformX11 {
		glfw.SetX11SelectionString(words)
		_, _ = glfw.GetError()
	}
}
