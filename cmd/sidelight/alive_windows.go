package main

import "os"

// alive reports whether another process than this one has the id pid. A process
// that has ended cannot be opened.
func alive(pid int) bool {
	if pid <= 0 || pid == os.Getpid() {
		return false
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	_ = p.Release()
	return true
}
