package main

import "os"

// alive reports whether there is a process of that number beside this one: a
// process that has ended cannot be opened.
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
