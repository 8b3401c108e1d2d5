package ui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/document"
	"sidelight/annotations/document/raw"
	"sidelight/ui/async"
	"sidelight/ui/locale"
	"sidelight/ui/start"
)

// manifest is the file that makes a folder an edition.
const manifest = "edition.yaml"

// patience is how long a file may take before the window says that it is read.
const patience = 150 * time.Millisecond

// Open reads a file or an edition's folder and shows it, or what went wrong. It
// takes the place of what is still being opened.
func (w *Workspace) Open(path string) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	seen, _ := w.prefs.Seen(path)
	w.openAs(path, document.Options{Encoding: seen.Encoding, Whole: seen.Whole})
}

// openAs opens a path in the way that the reader has chosen.
func (w *Workspace) openAs(path string, way document.Options) {
	w.stopOpening()
	w.begin(path)
	w.opening.Do = w.Do
	w.opening.Run(
		func(j *async.Job) (read, error) { return w.load(j, path, way) },
		func(got read, err error) { w.opened(path, got, err) },
	)
	w.waiting.Do = w.Do
	w.waiting.Run(
		func(j *async.Job) (struct{}, error) { return struct{}{}, j.Wait(patience) },
		func(struct{}, error) { w.showReading(path) },
	)
}

// showReading says that a path is being opened, in place of what is in the window.
// Whoever cancels comes back to the article that was in view, or to the start page.
func (w *Workspace) showReading(path string) {
	back := w.ShowStart
	if w.reader != nil && w.room == room(w.reader) {
		back = w.goBack
	} else if l, ok := w.room.(*lobby); ok && l.cancel != nil {
		back = l.cancel // another file is opened instead
	}
	l := newLobbyLeft(w, start.NewReading(w.theme.Roles(), filepath.Base(path), back), leaveCommand(back))
	l.cancel = back
	w.enter(l)
}

// stopOpening makes what is still being opened too late.
func (w *Workspace) stopOpening() {
	w.opening.Stop()
	w.waiting.Stop()
	w.giveUp()
	w.bar.hide()
}

// opened shows what came of opening a path.
func (w *Workspace) opened(path string, got read, err error) {
	w.waiting.Stop()
	w.bar.hide()
	if err != nil {
		w.giveUp()
		w.prefs.DropRecent(path)
		w.enter(newLobby(w, w.trouble(path, err)))
		return
	}
	w.prefs.AddRecent(path)
	w.known, w.way = got.state, got.way
	w.read(got.edition, path)
}

// read is what was read of a path, and the state of the file before that.
type read struct {
	edition *annotations.Edition
	state   state
	way     document.Options // in which the reader chose to read it
}

// load reads what is at a path. It runs on the job's goroutine.
func (w *Workspace) load(j *async.Job, path string, way document.Options) (got read, err error) {
	got.state, got.way = stateOf(path), way
	got.edition, err = w.loadEdition(j, path, way)
	return got, err
}

// loadEdition makes an edition of a folder that is one, and of a file an edition without
// marks. It runs on the job's goroutine.
func (w *Workspace) loadEdition(j *async.Job, path string, way document.Options) (*annotations.Edition, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		if _, err := os.Stat(filepath.Join(path, manifest)); errors.Is(err, fs.ErrNotExist) {
			return nil, &raw.Error{Problem: raw.Folder, Path: path}
		}
		return w.LoadEdition(j, path)
	}
	began := time.Now()
	t, err := document.OpenAs(j, path, way, func(share float64) {
		if time.Since(began) > patience {
			j.Tell(func() { w.bar.set(float32(share)) })
		}
	})
	if err != nil {
		return nil, err
	}
	return t.Edition(locale.X("page.no-marks", "This file has no marks."))
}
