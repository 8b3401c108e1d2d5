package main

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBrokenPreferencesAreSetAside(t *testing.T) {
	for content, broken := range map[string]bool{
		`garbage{{{`:                         true,
		``:                                   true,
		`[1,2]`:                              true,
		`{"text.size":`:                      true,
		`{"window.width":[true,1]}`:          true,
		`{}`:                                 false,
		`{"a":[1,2],"b":["x"],"c":[],"d":7}`: false,
	} {
		path := filepath.Join(t.TempDir(), "preferences.json")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		var log bytes.Buffer
		setAside(path, slog.New(slog.NewTextHandler(&log, nil)))
		_, gone := os.Stat(path)
		kept, _ := os.ReadFile(path + ".broken")
		if (gone != nil) != broken || strings.Contains(log.String(), "cannot be read") != broken {
			t.Errorf("%s: set aside %v, want %v; logged %s", content, gone != nil, broken, &log)
		}
		if broken && string(kept) != content {
			t.Errorf("%s: kept %q", content, kept)
		}
	}
}

func TestNoPreferencesAreNoFault(t *testing.T) {
	var log bytes.Buffer
	setAside(filepath.Join(t.TempDir(), "none", "preferences.json"), slog.New(slog.NewTextHandler(&log, nil)))
	if log.Len() > 0 {
		t.Errorf("logged %s", &log)
	}
}
