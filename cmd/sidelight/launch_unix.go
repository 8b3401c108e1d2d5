//go:build !windows

package main

import (
	"os/exec"
	"runtime"
)

// opener is the command that opens an address.
func opener() string {
	if runtime.GOOS == "darwin" {
		return "open"
	}
	return "xdg-open"
}

// openOnSystem opens an address and waits for the command that does so, which would
// else stay behind as a dead process.
func openOnSystem(address string) error {
	return failed(opener(), exec.Command(opener(), address).Run()) //nolint:gosec // an address of the web or of a file of ours
}
