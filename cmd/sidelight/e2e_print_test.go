//go:build e2e

package main

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestEndToEndPrint prints: one key, and the browser gets a page that holds the
// article with its cards and that nobody else may read. The next one takes its place.
func TestEndToEndPrint(t *testing.T) {
	bin := t.TempDir()
	got := filepath.Join(bin, "got")
	script := "#!/bin/sh\nprintf '%s\\n' \"$*\" >>" + got + "\n"
	if err := os.WriteFile(filepath.Join(bin, opener()), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
	x := newExpected(t)
	w := open(t)
	w.waitFor(x, page, "the article")
	var file string
	for n := range 2 {
		w.key("ctrl+p")
		w.until("the page is opened", func() error {
			data, _ := os.ReadFile(got)
			lines := strings.Fields(string(data))
			if len(lines) != n+1 {
				return errors.New("opened are " + string(data))
			}
			address, ok := strings.CutPrefix(lines[n], "file://")
			if file = address; !ok || filepath.Base(address) != "print.html" {
				return errors.New("opened is " + lines[n])
			}
			return nil
		})
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"<!DOCTYPE html>", x.edition.Title(), "Adam Boehler", "</html>"} {
		if !strings.Contains(string(data), words) {
			t.Errorf("the page does not hold %q", words)
		}
	}
	if info, err := os.Stat(file); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the mode is %v (%v)", info.Mode(), err)
	}
	w.until("nothing stays behind", func() error { return noZombies(w.cmd.Process.Pid) })
	w.quit()
}
