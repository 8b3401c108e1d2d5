package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"sidelight/ui/locale"
)

// A crash report is a text file in the folder "crashes" beside the preferences.
// While the program runs the file holds only its head. A panic on the UI goroutine is
// caught and written below that, without its value and without paths; so is a panic
// on a goroutine that the program itself has started, see package carry. What cannot
// be caught, such as a write to a map by two goroutines at once, and a panic on a
// goroutine of a library, the Go runtime writes there as it is: only the reader can
// read the file. A program that ends well removes its file. A file that is left was
// left by a crash: the next start makes a report of it, in which nothing is left of
// what the reader was reading, see [cleanTrace], and removes the file.
const (
	runningPrefix = "running-" // and the number of the process
	crashPrefix   = "crash-"   // and the time of the crash
	crashSuffix   = ".txt"
	keptReports   = 5
	// reportBytes is how much is read of a file. A crash with a thousand goroutines
	// takes half of it.
	reportBytes = 1 << 20
)

// crashRule is the line between a report's head and what the runtime writes.
const crashRule = "----------------------------------------"

// crashHead returns the head of the file of a running program: which program.
func crashHead() string {
	b := thisBuild()
	return fmt.Sprintf("%s %s\ncommit %s\n%s %s\n%s\n%s\n", metadata().Name, b.version, b.commit, b.golang, b.system, time.Now().Format(time.RFC3339), crashRule)
}

// crashWords tell the reader what a report is.
func crashWords() string {
	return locale.X("crash.head", "The program ended because of a fault in itself. What you had set and the place where you were reading are kept. The lines below tell a programmer where the fault lies; they hold no words of what you read. If you want to help, send this file to the people who gave you the program. Nothing was sent by itself.")
}

// crashReport is the file for a crash of this process.
type crashReport struct {
	file *os.File // nil where no file can be written
	log  *slog.Logger
}

// openCrashReport begins a report in folder. If no file can be written there, the
// log says so and the program runs without a report.
func openCrashReport(folder string, log *slog.Logger) *crashReport {
	r := &crashReport{log: log}
	if folder == "" {
		return r
	}
	err := os.MkdirAll(folder, 0o700)
	if err == nil {
		name := filepath.Join(folder, runningPrefix+strconv.Itoa(os.Getpid())+crashSuffix)
		_ = os.Remove(name) // of an earlier process with the same number, and perhaps for others to read
		r.file, err = os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	}
	if err == nil {
		_, err = r.file.WriteString(crashHead())
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
		if _, err := r.file.WriteString(caught(fault, stack)); err != nil {
			r.log.Warn("the crash was not reported", "error", err)
		}
		_ = r.file.Close()
	}
}

// ended deletes the report, because the program ended without a crash.
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

// guarded runs do and then keep. A panic in do is written into the report and comes
// back as an error; keep is called nevertheless.
func guarded(r *crashReport, do, keep func()) (err error) {
	defer func() {
		fault, stack := recover(), debug.Stack()
		func() {
			// The fault may have damaged what keep writes down.
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

// crashFolder returns the folder of the reports, "" where nothing can be kept.
func crashFolder(dataDir string) string {
	if dataDir == "" {
		return ""
	}
	return filepath.Join(dataDir, "crashes")
}

// lastCrash returns the report of the last crash that the reader has not heard of
// yet, or "". Files of processes that were killed tell nothing and are removed, and
// of the reports the last few are kept.
func lastCrash(folder string, alive func(pid int) bool) (report string) {
	var old []string
	for name := range filesIn(folder) {
		if strings.HasPrefix(name, crashPrefix) {
			old = append(old, filepath.Join(folder, name))
		}
		number, ok := strings.CutPrefix(strings.TrimSuffix(name, crashSuffix), runningPrefix)
		if !ok {
			continue
		}
		pid, _ := strconv.Atoi(number)
		path := filepath.Join(folder, name)
		told, err := readReport(path)
		switch {
		case err != nil || told == "" && alive(pid):
			continue
		case told != "":
			to := filepath.Join(folder, crashPrefix+crashTime(path)+"-"+number+crashSuffix)
			if os.WriteFile(to, []byte(told), 0o600) == nil {
				old, report = append(old, to), max(report, to)
			}
		}
		_ = os.Remove(path)
	}
	slices.Sort(old)
	for ; len(old) > keptReports; old = old[1:] {
		_ = os.Remove(old[0])
	}
	return report
}

// filesIn yields the names of the files in a folder, ascending; none without a
// folder.
func filesIn(folder string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if folder == "" {
			return
		}
		entries, _ := os.ReadDir(folder)
		for _, e := range entries {
			if e.Type().IsRegular() && !yield(e.Name()) {
				return
			}
		}
	}
}

// readReport returns the report of what a program has left in its file, or "" if it
// left its head alone.
func readReport(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, reportBytes))
	if err != nil {
		return "", err
	}
	head, below, found := strings.Cut(string(data), crashRule+"\n")
	if !found || strings.TrimSpace(below) == "" {
		return "", nil
	}
	return head + "\n" + crashWords() + "\n\n" + crashRule + "\n" + cleanTrace(below), nil
}

// crashTime returns the time of the last write to a report, in the form that the
// report's name has.
func crashTime(path string) string {
	at := time.Now()
	if info, err := os.Stat(path); err == nil {
		at = info.ModTime()
	}
	return at.Format("2006-01-02-150405")
}
