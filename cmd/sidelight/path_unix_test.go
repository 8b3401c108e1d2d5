//go:build unix

package main

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A pipe without a writer and a socket are refused at once.
func TestSpecialFiles(t *testing.T) {
	dir := t.TempDir()
	pipe, socket := filepath.Join(dir, "pipe"), filepath.Join(dir, "socket")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("this system makes no pipes:", err)
	}
	fd, err := syscall.Socket(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err == nil {
		defer func() { _ = syscall.Close(fd) }()
		err = syscall.Bind(fd, &syscall.SockaddrUnix{Name: socket})
	}
	if err != nil {
		t.Skip("this system makes no sockets:", err)
	}
	for path, want := range map[string]string{pipe: "a pipe", socket: "a socket"} {
		if code, _, stderr := call("run", path); code != exitFailed || !strings.Contains(stderr, path+" is no file of text but "+want) {
			t.Errorf("exit code %d, stderr %q", code, stderr)
		}
	}
}
