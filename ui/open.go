package ui

import (
	"path/filepath"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/document"
	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/prefs"
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
	if isArchive(path) && w.archiveWish() != nil {
		w.ShowLibrary()
		w.useArchive(path)
		return
	}
	name := filepath.Base(path)
	switch a := w.takeAhead(path); {
	case a == nil:
		w.openAs(path, wayOf(w.prefs, path))
	case a.read():
		w.stopOpening()
		w.begin(path)
		w.opened(name, a.got, a.err)
	default:
		w.take(path, name, func(j *async.Job) (read, error) { return a.wait(j, w.progress(j)) })
	}
}

// wayOf returns the way in which the reader chose to read a path before.
func wayOf(p *prefs.Prefs, path string) document.Options {
	seen, _ := p.Seen(path)
	return document.Options{Encoding: seen.Encoding, Whole: seen.Whole}
}

// openAs opens a path in the way that the reader has chosen.
func (w *Workspace) openAs(path string, way document.Options) {
	w.take(path, filepath.Base(path), func(j *async.Job) (read, error) { return w.load(j, path, way) })
}

// take shows what load reads on a job's goroutine, or what went wrong. What may end
// the program while it is opened is noted by its path, if it has one. The name is
// shown while it is read.
func (w *Workspace) take(path, name string, load func(*async.Job) (read, error)) {
	w.stopOpening()
	w.begin(path)
	w.opening.Do = w.Do
	w.opening.Run(load, func(got read, err error) { w.opened(name, got, err) })
	w.waiting.Do = w.Do
	w.waiting.Run(
		func(j *async.Job) (struct{}, error) { return struct{}{}, j.Wait(patience) },
		func(struct{}, error) { w.showReading(name) },
	)
}

// showReading says that something is being opened, by its name, in place of what is in
// the window. Whoever cancels comes back to the article that was in view, or to the
// start page.
func (w *Workspace) showReading(name string) {
	back := w.ShowStart
	if w.reader != nil && w.room == room(w.reader) {
		back = w.goBack
	} else if l, ok := w.room.(*lobby); ok && l.cancel != nil {
		back = l.cancel // another file is opened instead
	}
	l := newLobbyLeft(w, start.NewReading(w.theme.Roles(), name, back), command.NewLeave(back))
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

// opened shows what came of opening a path, or words that have only a name.
func (w *Workspace) opened(name string, got read, err error) {
	w.waiting.Stop()
	w.bar.hide()
	if err != nil {
		w.giveUp()
		if got.path != "" {
			w.prefs.DropRecent(got.path)
			name = got.path
		}
		w.enter(newLobby(w, w.trouble(name, err)))
		w.typedEarly()
		w.settle()
		return
	}
	if got.path != "" {
		w.prefs.AddRecent(got.path)
	}
	w.known, w.way = got.state, got.way
	w.read(got.edition, got.path, got.plain)
}

// read is what was read of a path, and the state of the file before that.
type read struct {
	path    string // or "" for words that lie in no file
	edition *annotations.Edition
	state   state
	way     document.Options // in which the reader chose to read it
	plain   bool             // nobody has marked it
}

// load reads what is at a path. It runs on the job's goroutine.
func (w *Workspace) load(j *async.Job, path string, way document.Options) (read, error) {
	return load(j, path, way, w.LoadEdition, w.progress(j))
}

// progress shows how much a job has read, once that takes a while.
func (w *Workspace) progress(j *async.Job) func(float64) {
	began := time.Now()
	return func(share float64) {
		if time.Since(began) > patience {
			j.Tell(func() { w.bar.set(float32(share)) })
		}
	}
}
