package main

import (
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// openingPrefix begins the name of a file beside the crash reports; the number of
// the process follows. The file holds the path of what the process is about to open
// and is gone as soon as that has been in view for a while. A file of a process
// that has ended tells what the process was opening when it ended.
const openingPrefix = "opening-"

// pathBytes is how long a path may be that is left in a file. No system has longer
// ones.
const pathBytes = 1 << 15

// opening is the file of this process.
type opening struct {
	file string // empty where nothing can be kept
	log  *slog.Logger
}

func newOpening(folder string, log *slog.Logger) *opening {
	o := &opening{log: log}
	if folder != "" {
		o.file = filepath.Join(folder, openingPrefix+strconv.Itoa(os.Getpid()))
	}
	return o
}

// note writes down what is about to be opened. An empty path removes the file.
func (o *opening) note(path string) {
	if o.file == "" {
		return
	}
	var err error
	if path == "" {
		err = os.Remove(o.file)
	} else if err = os.MkdirAll(filepath.Dir(o.file), 0o700); err == nil {
		err = os.WriteFile(o.file, []byte(path), 0o600)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		o.log.Warn("what is opened is not noted", "error", err)
	}
}

// lastOpening returns the path that a program was opening when it ended, or "". The
// files of processes that have ended are removed.
func lastOpening(folder string, alive func(pid int) bool) (path string) {
	for name := range filesIn(folder) {
		number, ok := strings.CutPrefix(name, openingPrefix)
		if pid, _ := strconv.Atoi(number); !ok || alive(pid) {
			continue
		}
		file := filepath.Join(folder, name)
		if left, err := readPath(file); err == nil && left != "" {
			path = left
		}
		_ = os.Remove(file)
	}
	return path
}

// readPath returns the path in a file, or "" if there is none.
func readPath(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, pathBytes+1))
	if len(data) > pathBytes || strings.ContainsRune(string(data), 0) {
		return "", err
	}
	return string(data), err
}
