package ui

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"

	"sidelight/annotations"
	"sidelight/annotations/carry"
	"sidelight/annotations/document"
	"sidelight/annotations/document/raw"
	"sidelight/ui/async"
	"sidelight/ui/prefs"
)

// load reads what is at a path in the way that the reader chose, and calls progress with
// the share that has been read. It may run on any goroutine.
func load(ctx context.Context, path string, way document.Options, edition func(context.Context, string) (*annotations.Edition, error), progress func(float64)) (got read, err error) {
	got.path, got.state, got.way = path, stateOf(path), way
	if info, failed := os.Stat(path); failed == nil && info.IsDir() {
		if _, err := os.Stat(filepath.Join(path, manifest)); errors.Is(err, fs.ErrNotExist) {
			return got, &raw.Error{Problem: raw.Folder, Path: path}
		}
		got.edition, err = edition(ctx, path)
		return got, err
	}
	d, err := document.OpenAs(ctx, path, way, progress)
	if err != nil {
		return got, err
	}
	got.plain = true
	got.edition, err = d.Edition("")
	return got, err
}

// Ahead reads what is to be shown first while there is no window yet: the system takes
// about as long to open one as a book takes to be read.
type Ahead struct {
	path     string
	cancel   context.CancelFunc
	progress atomic.Pointer[func(float64)] // nil before anybody waits
	done     chan struct{}                 // closed when what follows is there
	got      read
	err      error
	fault    *carry.Panic
}

// ReadAhead begins to read what [Workspace.Start] will be asked to show, or returns nil if
// that lies in no file. Edition and onOpening are what [Workspace.LoadEdition] and
// [Workspace.OnOpening] will be.
func ReadAhead(p *prefs.Prefs, path string, edition func(context.Context, string) (*annotations.Edition, error), onOpening func(string)) *Ahead {
	if path == "" {
		path = p.Last()
	}
	if path == "" || path == prefs.Sample || isArchive(path) {
		return nil
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	ctx, cancel := context.WithCancel(context.Background())
	a := &Ahead{path: path, cancel: cancel, done: make(chan struct{})}
	onOpening(path)
	way := wayOf(p, path)
	go func() {
		defer close(a.done)
		a.fault = carry.Do(func() {
			a.got, a.err = load(ctx, path, way, edition, func(share float64) {
				if tell := a.progress.Load(); tell != nil {
					(*tell)(share)
				}
			})
		})
	}()
	return a
}

// read reports whether it is read. A panic in reading arises here.
func (a *Ahead) read() bool {
	select {
	case <-a.done:
		a.fault.Raise()
		return true
	default:
		return false
	}
}

// wait returns what was read, and stops the reading if the job ends before.
func (a *Ahead) wait(j *async.Job, progress func(float64)) (read, error) {
	a.progress.Store(&progress)
	select {
	case <-a.done:
		a.fault.Raise()
		return a.got, a.err
	case <-j.Done():
		a.cancel()
		return read{}, j.Err()
	}
}

// takeAhead returns what reads a path already, or nil. Whatever is opened first, nothing
// else is read ahead any more.
func (w *Workspace) takeAhead(path string) *Ahead {
	a := w.Ahead
	if w.Ahead = nil; a != nil && a.path != path {
		a.cancel()
		return nil
	}
	return a
}
