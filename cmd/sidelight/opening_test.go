package main

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWhatWasOpenedIsToldOnce(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "crashes")
	o := newOpening(folder, slog.New(slog.DiscardHandler))
	o.note("/home/ada/first.txt")
	o.note("/home/ada/second.txt")
	if path := lastOpening(folder, func(pid int) bool { return pid == os.Getpid() }); path != "" {
		t.Errorf("a running program is said to have ended while it opened %q", path)
	}
	if path := lastOpening(folder, none); path != "/home/ada/second.txt" {
		t.Errorf("%q was being opened", path)
	}
	if path := lastOpening(folder, none); path != "" {
		t.Errorf("%q is told a second time", path)
	}
}

func TestWhatWasShownIsNotTold(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "crashes")
	var log bytes.Buffer
	o := newOpening(folder, slog.New(slog.NewTextHandler(&log, nil)))
	o.note("") // nothing was opened yet
	o.note("/home/ada/first.txt")
	o.note("")
	if path := lastOpening(folder, none); path != "" || log.Len() > 0 {
		t.Errorf("%q is told, and logged is %q", path, &log)
	}
}

func TestDamagedNotesAreRemoved(t *testing.T) {
	folder := t.TempDir()
	for name, content := range map[string]string{"1": "", "2": "a\x00b", "3": strings.Repeat("a", pathBytes+1), "x": ""} {
		if err := os.WriteFile(filepath.Join(folder, openingPrefix+name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if path := lastOpening(folder, none); path != "" {
		t.Errorf("%.40q is told", path)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

func TestNoPlaceForNotes(t *testing.T) {
	newOpening("", nil).note("/home/ada/first.txt")
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	newOpening(filepath.Join(file, "crashes"), slog.New(slog.NewTextHandler(&log, nil))).note("/home/ada/first.txt")
	if !strings.Contains(log.String(), "what is opened is not noted") {
		t.Errorf("logged %q", &log)
	}
}
