package main

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A crash report is a text file in the folder "crashes" beside the preferences.
// While the program runs it holds only its head; what the Go runtime has to say
// of a fatal fault, on whatever goroutine, it writes below that. A program that
// ends well takes its file away; what is left was left by a crash.
const (
	runningPrefix = "running-" // and the number of the process
	crashPrefix   = "crash-"   // and the time of the start
	crashSuffix   = ".txt"
	keptReports   = 5
)

// crashHead is the beginning of a report; %s are version, system and time.
const crashHead = `Sidelight %s on %s/%s, started %s.

The program ended because of a fault in itself. What you had set and the place
where you were reading are kept. The lines below tell a programmer where the
fault lies; they hold no words of what you read. If you want to help, send this
file to the people who gave you the program. Nothing was sent by itself.

`

// crashReport is where a crash of this process would be told.
type crashReport struct {
	file *os.File // nil where none can be written
	log  *slog.Logger
}

// openCrashReport begins a report in folder. Where none can be written the
// program goes without, which goes into the log.
func openCrashReport(folder string, log *slog.Logger) *crashReport {
	r := &crashReport{log: log}
	err := os.MkdirAll(folder, 0o700)
	if err == nil {
		r.file, err = os.Create(filepath.Join(folder, runningPrefix+strconv.Itoa(os.Getpid())+crashSuffix))
	}
	if err == nil {
		_, err = fmt.Fprintf(r.file, crashHead, metadata().Version, runtime.GOOS, runtime.GOARCH, time.Now().Format(time.RFC3339))
	}
	if err == nil {
		err = debug.SetCrashOutput(r.file, debug.CrashOptions{})
	}
	if err != nil {
		log.Warn("no crash would be reported", "error", err)
	}
	return r
}

// panicked writes down a fault that was caught.
func (r *crashReport) panicked(fault any, stack []byte) {
	if r.file != nil {
		if _, err := fmt.Fprintf(r.file, "panic: %v\n\n%s", fault, stack); err != nil {
			r.log.Warn("the crash was not reported", "error", err)
		}
		_ = r.file.Close()
	}
}

// ended takes the report away: there was no crash.
func (r *crashReport) ended() {
	if r.file == nil {
		return
	}
	_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
	_ = r.file.Close()
	if err := os.Remove(r.file.Name()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		r.log.Warn("the empty crash report stays", "error", err)
	}
}

// guarded does something and keeps afterwards what is to be kept, also if it
// ends in a fault, which is reported and comes back as an error.
func guarded(r *crashReport, do, keep func()) (err error) {
	defer func() {
		fault := recover()
		stack := debug.Stack()
		func() {
			// What is to be kept may be what the fault has damaged.
			defer func() { _ = recover() }()
			keep()
		}()
		if fault == nil {
			r.ended()
			return
		}
		r.panicked(fault, stack)
		err = errors.New("a fault in the program itself ended it; where you were is kept, and the next start shows a report")
	}()
	do()
	return nil
}

// lastCrash is the report of the last crash that the reader has not heard of
// yet, or "". Reports of processes that were killed tell nothing and are taken
// away, and of the others the last few are kept.
func lastCrash(folder string, alive func(pid int) bool) (report string) {
	running, _ := filepath.Glob(filepath.Join(folder, runningPrefix+"*"+crashSuffix))
	for _, path := range running {
		pid, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(filepath.Base(path), runningPrefix), crashSuffix))
		data, err := os.ReadFile(path)
		switch {
		case err != nil || alive(pid):
		case !tells(data):
			_ = os.Remove(path)
		default:
			to := filepath.Join(folder, crashPrefix+crashTime(path)+crashSuffix)
			if os.Rename(path, to) == nil && to > report {
				report = to
			}
		}
	}
	old, _ := filepath.Glob(filepath.Join(folder, crashPrefix+"*"+crashSuffix))
	slices.Sort(old)
	for len(old) > keptReports {
		_ = os.Remove(old[0])
		old = old[1:]
	}
	return report
}

// tells reports whether anything stands below a report's head.
func tells(data []byte) bool {
	_, below, found := strings.Cut(string(data), "Nothing was sent by itself.")
	return found && strings.TrimSpace(below) != ""
}

// crashTime is when a report was last written to, as it stands in its name.
func crashTime(path string) string {
	at := time.Now()
	if info, err := os.Stat(path); err == nil {
		at = info.ModTime()
	}
	return at.Format("2006-01-02-150405")
}
