package notes

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"sidelight/annotations/disk"
)

// writersFolder holds an empty file for each name under which is written. Who holds
// its lock has the name.
const writersFolder = "writers"

const lockEnding = ".lock"

// freshMark stands in the names of writers where files cannot be locked.
const freshMark = "x"

// mostWriters bounds the names that are tried on one machine.
const mostWriters = 1000

// writers are the names under which this program writes, or runs before it wrote.
type writers struct {
	mine  map[string]bool
	held  []io.Closer
	from  string // how names begin on this machine, with the hyphen
	first string // the name that is written under, or "" before the first note

	adopted int // how often names were taken that a run before had
	closed  bool
}

// adopt takes all names of this machine that no running program has. Nothing is made.
func (w *writers) adopt(calls disk.Calls, folder string) {
	if w.mine == nil {
		w.mine, w.from = map[string]bool{}, machine()+"-"
	}
	if w.closed {
		return
	}
	all, err := entries(calls, filepath.Join(folder, writersFolder))
	if err != nil {
		return // then a new name is made for the first note
	}
	for _, e := range all {
		name, is := strings.CutSuffix(e.Name(), lockEnding)
		if !is || !strings.HasPrefix(name, w.from) || !e.Type().IsRegular() {
			continue
		}
		held, err := calls.TryLock(filepath.Join(folder, writersFolder, e.Name()))
		if err != nil {
			continue
		}
		w.held = append(w.held, held)
		w.mine[name] = true
		if w.first == "" {
			w.first = name
			w.adopted++
		}
	}
}

// name returns the name that is written under, and takes a new one if there is none.
func (w *writers) name(calls disk.Calls, folder string) (string, error) {
	switch {
	case w.closed:
		return "", fmt.Errorf("the notes: %w", fs.ErrClosed)
	case w.first != "":
		return w.first, nil
	}
	locks := filepath.Join(folder, writersFolder)
	if err := makeFolder(calls, locks); err != nil {
		return "", fmt.Errorf("make the folder for notes: %w", err)
	}
	all, err := calls.ReadDir(locks)
	if err != nil {
		return "", fmt.Errorf("look who writes notes: %w", err)
	}
	taken := map[string]bool{}
	for _, e := range all {
		taken[e.Name()] = true
	}
	for n := 1; n <= mostWriters; n++ {
		name := w.from + strconv.Itoa(n)
		if taken[name+lockEnding] {
			continue
		}
		held, err := calls.TryLock(filepath.Join(locks, name+lockEnding))
		switch {
		case err == nil:
			w.take(name, held)
			return name, nil
		case errors.Is(err, errors.ErrUnsupported):
			n = mostWriters
		case !errors.Is(err, disk.ErrLocked):
			return "", fmt.Errorf("take a name to write notes under: %w", err)
		}
	}
	// Nobody else has this name, and the next run has another.
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails
	name := w.from + freshMark + hex.EncodeToString(b[:])
	w.take(name, nil)
	return name, nil
}

func (w *writers) take(name string, held io.Closer) {
	w.first = name
	w.mine[name] = true
	if held != nil {
		w.held = append(w.held, held)
	}
}

func (w *writers) close() error {
	var err error
	for _, held := range w.held {
		err = errors.Join(err, held.Close())
	}
	*w = writers{mine: map[string]bool{}, from: w.from, closed: true}
	return err
}

// machine returns eight digits that differ from machine to machine, because copies of
// one folder may be synchronised between several. A folder that is moved keeps its names.
func machine() string {
	host, _ := os.Hostname()
	id, _ := os.ReadFile("/etc/machine-id")
	sum := sha256.Sum256([]byte(host + "\n" + strings.TrimSpace(string(id))))
	return hex.EncodeToString(sum[:4])
}
