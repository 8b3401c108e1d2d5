package main

import (
	"errors"
	"fmt"
	"io/fs"
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
// While the program runs it holds only its head; what the Go runtime has to say
// of a fatal fault, on whatever goroutine, it writes below that. A program that
// ends well takes its file away; what is left was left by a crash.
const (
	runningPrefix = "running-" // and the number of the process
	crashPrefix   = "crash-"   // and the time of the start
	crashSuffix   = ".txt"
	keptReports   = 5
)

// crashRule parts a report's head from what the runtime has to say.
const crashRule = "----------------------------------------"

// crashHead is the beginning of a report.
func crashHead() string {
	b := thisBuild()
	what := fmt.Sprintf("%s %s\ncommit %s\n%s %s\n%s\n", metadata().Name, b.version, b.commit, b.golang, b.system, time.Now().Format(time.RFC3339))
	return what + "\n" + locale.X("crash.head", "The program ended because of a fault in itself. What you had set and the place where you were reading are kept. The lines below tell a programmer where the fault lies; they hold no words of what you read. If you want to help, send this file to the people who gave you the program. Nothing was sent by itself.") + "\n\n" + crashRule + "\n"
}

// crashReport is where a crash of this process would be told.
type crashReport struct {
	file *os.File // nil where none can be written
	log  *slog.Logger
}

// openCrashReport begins a report in folder. Where none can be written the
// program goes without, which goes into the log.
func openCrashReport(folder string, log *slog.Logger) *crashReport {
	r := &crashReport{log: log}
	if folder == "" {
		return r
	}
	err := os.MkdirAll(folder, 0o700)
	if err == nil {
		r.file, err = os.Create(filepath.Join(folder, runningPrefix+strconv.Itoa(os.Getpid())+crashSuffix))
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

// crashFolder is where reports lie, "" where nothing of the reader's can be kept.
func crashFolder(dataDir string) string {
	if dataDir == "" {
		return ""
	}
	return filepath.Join(dataDir, "crashes")
}

// lastCrash is the report of the last crash that the reader has not heard of
// yet, or "". Reports of processes that were killed tell nothing and are taken
// away, and of the others the last few are kept.
func lastCrash(folder string, alive func(pid int) bool) (report string) {
	if folder == "" {
		return ""
	}
	entries, _ := os.ReadDir(folder) // by name; without a folder there are none
	var old []string
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		if strings.HasPrefix(e.Name(), crashPrefix) {
			old = append(old, path)
		}
		number, ok := strings.CutPrefix(strings.TrimSuffix(e.Name(), crashSuffix), runningPrefix)
		if !ok {
			continue
		}
		data, err := os.ReadFile(path)
		pid, _ := strconv.Atoi(number)
		switch {
		case err != nil:
		case tells(data):
			to := filepath.Join(folder, crashPrefix+crashTime(path)+"-"+number+crashSuffix)
			if os.Rename(path, to) == nil {
				old, report = append(old, to), max(report, to)
			}
		case !alive(pid):
			_ = os.Remove(path)
		}
	}
	slices.Sort(old)
	for ; len(old) > keptReports; old = old[1:] {
		_ = os.Remove(old[0])
	}
	return report
}

// tells reports whether anything stands below a report's head.
func tells(data []byte) bool {
	_, below, found := strings.Cut(string(data), crashRule+"\n")
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
