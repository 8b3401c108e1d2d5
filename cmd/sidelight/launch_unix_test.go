//go:build !windows

package main

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestUnansweredIsTold(t *testing.T) {
	queue := make(chan func(), 4)
	var log strings.Builder
	d := &desktop{log: slog.New(slog.NewTextHandler(&log, nil)), do: func(f func()) { queue <- f }}
	told := make(chan bool, 1)
	opened := make(chan string, 1)
	d.open = func(address string) error {
		opened <- address
		return errors.New("there is no browser")
	}
	d.hand("https://agency.example/it%27s", func() { told <- true })
	if got := <-opened; got != "https://agency.example/it%27s" {
		t.Errorf("%q is handed over", got)
	}
	(<-queue)()
	if !<-told || !strings.Contains(log.String(), "there is no browser") || strings.Contains(log.String(), "agency.example") {
		t.Errorf("logged %q", &log)
	}
	d.open = func(string) error { return nil }
	d.hand("https://agency.example", func() { t.Error("it is told that nothing answers") })
	select {
	case f := <-queue:
		f()
	case <-time.After(50 * time.Millisecond):
	}
}

func TestOnlyTheWebIsALink(t *testing.T) {
	for _, a := range []string{"http://agency.example", "https://agency.example:80/a%20b?c=d#e"} {
		if err := isLink(a); err != nil {
			t.Errorf("%q: %v", a, err)
		}
	}
	for _, a := range []string{
		"", "-x", "file:///etc/passwd", "javascript:alert(1)", "https:", "https://a@b", "https://a/\u202e", "https://a/ b", "https://a/\n",
	} {
		if isLink(a) == nil {
			t.Errorf("%q is handed to the browser", a)
		}
	}
}

// The command that opens addresses gets an address as it stands and is waited for;
// if it is missing or ends with an error, that is an error.
func TestOpenOnSystem(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("PATH", folder)
	const address = "https://agency.example/a?b=$HOME&c='d'"
	if err := openOnSystem(address); err == nil {
		t.Error("a missing command is no error")
	}
	got := filepath.Join(folder, "got")
	for status, fails := range map[string]bool{"0": false, "3": true} {
		script := "#!/bin/sh\nprintf %s \"$*\" >" + got + "\nexit " + status + "\n"
		if err := os.WriteFile(filepath.Join(folder, opener()), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := openOnSystem(address); (err != nil) != fails {
			t.Errorf("with the status %s: %v", status, err)
		}
		if data, err := os.ReadFile(got); err != nil || string(data) != address {
			t.Errorf("%q is opened: %v", data, err)
		}
	}
}
