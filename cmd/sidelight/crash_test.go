package main

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func none(int) bool { return false }

func TestCrashIsReportedOnce(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "crashes")
	log := slog.New(slog.DiscardHandler)
	r := openCrashReport(folder, log)
	r.panicked("index out of range", []byte("goroutine 1 [running]:\nmain.run()\n\t/home/x/main.go:9\n"))
	report := lastCrash(folder, none)
	data, err := os.ReadFile(report)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Sidelight " + metadata().Version, "ended because of a fault", caughtPrefix + "string", "goroutine 1", "main.run(...)", "\tcmd/sidelight/main.go:9"} {
		if !strings.Contains(string(data), want) {
			t.Errorf("the report lacks %q:\n%s", want, data)
		}
	}
	if again := lastCrash(folder, none); again != "" {
		t.Errorf("it is told a second time: %s", again)
	}
}

func TestNoCrashLeavesNothing(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "crashes")
	openCrashReport(folder, slog.New(slog.DiscardHandler)).ended()
	// Another that was killed leaves its head alone.
	killed := openCrashReport(folder, slog.New(slog.DiscardHandler))
	_ = killed.file.Close()
	if report := lastCrash(folder, none); report != "" {
		t.Errorf("a crash is told of: %s", report)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

func TestAnotherProgramsReportStays(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "crashes")
	r := openCrashReport(folder, slog.New(slog.DiscardHandler))
	defer r.ended()
	if report := lastCrash(folder, func(pid int) bool { return pid == os.Getpid() }); report != "" {
		t.Errorf("a running program is said to have crashed: %s", report)
	}
	if _, err := os.Stat(r.file.Name()); err != nil {
		t.Error(err)
	}
}

func TestFewReportsAreKept(t *testing.T) {
	folder := t.TempDir()
	for i := range 2 * keptReports {
		name := crashPrefix + time.Date(2025, 3, 1+i, 0, 0, 0, 0, time.UTC).Format("2006-01-02-150405") + crashSuffix
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lastCrash(folder, none)
	left, _ := os.ReadDir(folder)
	if len(left) != keptReports || !strings.Contains(left[0].Name(), "2025-03-06") {
		t.Errorf("left are %v", left)
	}
}

func TestNoPlaceForReports(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	r := openCrashReport(filepath.Join(file, "crashes"), slog.New(slog.NewTextHandler(&log, nil)))
	r.panicked("fault", nil)
	r.ended()
	if !strings.Contains(log.String(), "no crash would be reported") {
		t.Errorf("logged %q", &log)
	}
}

func TestFaultIsCaughtAndTold(t *testing.T) {
	folder := t.TempDir()
	r := openCrashReport(folder, slog.New(slog.DiscardHandler))
	kept := false
	err := guarded(r, func() { panic("a fault") }, func() {
		kept = true
		panic("another")
	})
	if err == nil || !kept || lastCrash(folder, none) == "" {
		t.Errorf("error %v, kept %v, no report", err, kept)
	}
	r = openCrashReport(folder, slog.New(slog.DiscardHandler))
	if err := guarded(r, func() {}, func() {}); err != nil || lastCrash(folder, none) != "" {
		t.Errorf("a good end is a crash: %v", err)
	}
}
