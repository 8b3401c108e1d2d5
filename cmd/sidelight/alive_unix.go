//go:build !windows

package main

import (
	"errors"
	"os"
	"syscall"
)

// alive reports whether another process than this one has the id pid.
func alive(pid int) bool {
	if pid <= 0 || pid == os.Getpid() {
		return false
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, os.ErrPermission)
}
