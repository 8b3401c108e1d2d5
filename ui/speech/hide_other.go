//go:build !windows

package speech

import "os/exec"

// hide does nothing: a command has no window of its own here.
func hide(*exec.Cmd) {}
