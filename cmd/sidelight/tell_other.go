//go:build !windows

package main

// tell is for systems on which a program with a window has no stderr that
// anybody sees.
func tell(string) {}
