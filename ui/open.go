package ui

import (
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"sidelight/annotations"
	"sidelight/annotations/textfile"
	"sidelight/ui/async"
	"sidelight/ui/locale"
)

// patience is how long a file may take before the window says that it is read.
const patience = 150 * time.Millisecond

// Open reads a file or an edition's folder and shows it, or what went wrong. It
// takes the place of what is still being opened.
func (w *Workspace) Open(path string) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	w.stopOpening()
	w.begin(path)
	w.opening.Do = w.Do
	w.opening.Run(
		func(j *async.Job) (*annotations.Edition, error) { return w.load(j, path) },
		func(e *annotations.Edition, err error) { w.opened(path, e, err) },
	)
}

// stopOpening makes what is still being opened too late.
func (w *Workspace) stopOpening() {
	w.opening.Stop()
	w.giveUp()
	w.bar.hide()
}

// opened shows what came of opening a path.
func (w *Workspace) opened(path string, e *annotations.Edition, err error) {
	w.bar.hide()
	if err != nil {
		w.giveUp()
		w.prefs.DropRecent(path)
		w.enter(newLobby(w, w.trouble(path, err)))
		return
	}
	w.prefs.AddRecent(path)
	w.read(e, path)
}

// load makes an edition of a folder that is one, and of a file an edition without
// marks. It runs on the job's goroutine.
func (w *Workspace) load(j *async.Job, path string) (*annotations.Edition, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return w.LoadEdition(j, path)
	}
	began := time.Now()
	t, err := textfile.Read(j, path, func(share float64) {
		if time.Since(began) > patience {
			j.Tell(func() { w.bar.set(float32(share)) })
		}
	})
	if err != nil {
		return nil, err
	}
	return annotations.New(annotations.Content{
		Title: t.Title, Article: t.Article,
		Notice: locale.X("page.no-marks", "This file has no marks."),
	})
}

// AskFile lets the reader choose a file. Esc closes the dialog, and the other
// keys do not reach what is behind it.
func (w *Workspace) AskFile() {
	open := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			w.enter(newLobby(w, w.trouble("", err)))
		case f != nil: // else the reader thought better of it
			path := f.URI().Path()
			_ = f.Close() // only its path is wanted
			w.Open(path)
		}
	}, w.w)
	open.SetFilter(storage.NewExtensionFileFilter(textfile.Endings()))
	size := w.w.Canvas().Size()
	open.SetOnClosed(w.keys.push(&dialogKeys{open.Hide}))
	open.Show() // before it there is nothing to give a size to
	open.Resize(fyne.NewSize(min(900, size.Width-80), min(640, size.Height-80)))
}
