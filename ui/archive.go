package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"sidelight/annotations/knowledge"
	"sidelight/ui/async"
	"sidelight/ui/locale"
	"sidelight/ui/shelf"
)

// Archive is an offline encyclopaedia that is open.
type Archive interface {
	knowledge.Source
	Title() string  // that the archive gives itself; may be empty
	Detail() string // its date and its licence
	Close() error
}

// archiveEnding is that of the files that can be asked as an encyclopaedia.
const archiveEnding = ".zim"

// isArchive reports whether a path is that of an encyclopaedia.
func isArchive(path string) bool { return strings.EqualFold(filepath.Ext(path), archiveEnding) }

// archives holds the encyclopaedia that is asked, which is opened when it is first
// needed. It may be used on any goroutine.
type archives struct {
	mu   sync.Mutex
	path string
	open Archive // nil before it is needed
	err  error   // why it cannot be opened
}

// get returns the encyclopaedia at a path. Another one that was open is closed. One that
// cannot be opened is tried again with another path only.
func (a *archives) get(ctx context.Context, path string, open func(context.Context, string) (Archive, error)) (Archive, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if path == a.path && (a.open != nil || a.err != nil) {
		return a.open, a.err
	}
	a.drop()
	a.path = path
	a.open, a.err = open(ctx, path)
	if a.err != nil {
		a.open = nil
		if errors.Is(a.err, context.Canceled) {
			err := a.err
			a.err = nil
			return nil, err
		}
	}
	return a.open, a.err
}

// close closes what is open.
func (a *archives) close() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.drop()
}

func (a *archives) drop() {
	if a.open != nil {
		_ = a.open.Close() // nothing was written
	}
	a.path, a.open, a.err = "", nil, nil
}

// ask asks the encyclopaedia at a path.
func (a *archives) ask(ctx context.Context, path string, open func(context.Context, string) (Archive, error), about knowledge.Subject) ([]knowledge.Line, error) {
	x, err := a.get(ctx, path, open)
	if err != nil {
		return nil, err
	}
	a.mu.Lock() // it is not closed while it answers
	defer a.mu.Unlock()
	if a.open != x {
		return nil, context.Canceled
	}
	return x.Ask(ctx, about)
}

// chooseArchive lets the reader choose an encyclopaedia in the system's dialog or, where
// there is none, in the toolkit's.
func (w *Workspace) chooseArchive() {
	choose := w.Known.ChooseArchive
	if choose == nil {
		w.chooseArchiveHere()
		return
	}
	folder := homeFolder()
	if at := w.prefs.Archive(); at != "" {
		folder = filepath.Dir(at)
	}
	w.shelving.choosing.Do = w.Do
	w.shelving.choosing.Run(
		func(j *async.Job) (string, error) { return choose(j, folder) },
		func(path string, err error) {
			switch {
			case err != nil && !errors.Is(err, context.Canceled):
				w.chooseArchiveHere()
			case path != "": // else the reader thought better of it
				w.useArchive(path)
			}
		})
}

// chooseArchiveHere lets the reader choose one in the toolkit's dialog.
func (w *Workspace) chooseArchiveHere() {
	open := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			w.shelfTrouble(err)
		} else if f != nil { // else the reader thought better of it
			path := f.URI().Path()
			_ = f.Close() // only its path is wanted
			w.useArchive(path)
		}
	}, w.w)
	open.SetFilter(storage.NewExtensionFileFilter([]string{archiveEnding}))
	w.showDialog(open)
}

// useArchive asks another encyclopaedia from now on; "" for none. One that cannot be read
// is not kept.
func (w *Workspace) useArchive(path string) {
	s := &w.shelving
	if path == "" {
		s.opening.Stop()
		w.prefs.SetArchive("")
		go s.archives.close() // it may be answering
		w.showArchive()
		return
	}
	s.opening.Do = w.Do
	s.opening.Run(func(j *async.Job) (*shelf.Archive, error) {
		s.archives.close() // what could not be read before may be there now
		return w.describe(j, path)
	}, func(got *shelf.Archive, err error) {
		if err != nil {
			w.shelfTrouble(err)
			w.showArchive()
			return
		}
		w.prefs.SetArchive(path)
		if s.page != nil {
			s.page.SetArchive(got)
		}
		w.Say("book-open", locale.X("notice.archive", "Asked from now on: {{.Title}}", map[string]any{"Title": shorten(got.Title)}))
	})
}

// describe opens an encyclopaedia and says what it is. It runs on a job's goroutine.
func (w *Workspace) describe(ctx context.Context, path string) (*shelf.Archive, error) {
	x, err := w.shelving.archives.get(ctx, path, w.Known.OpenArchive)
	if err != nil {
		return nil, err
	}
	got := &shelf.Archive{Title: x.Title(), Detail: x.Detail()}
	if got.Title == "" {
		got.Title = filepath.Base(path)
	}
	return got, nil
}

// showArchive shows on the page of the library which encyclopaedia is asked.
func (w *Workspace) showArchive() {
	s, path := &w.shelving, w.prefs.Archive()
	if s.page == nil {
		return
	}
	if path == "" || w.Known.OpenArchive == nil {
		s.page.SetArchive(nil)
		return
	}
	s.page.SetArchive(&shelf.Archive{Title: filepath.Base(path)})
	s.opening.Do = w.Do
	s.opening.Run(func(j *async.Job) (*shelf.Archive, error) { return w.describe(j, path) }, func(got *shelf.Archive, err error) {
		if err != nil {
			got = &shelf.Archive{Title: filepath.Base(path), Detail: locale.X("shelf.archive.broken", "It cannot be read: {{.Error}}", map[string]any{"Error": err.Error()})}
		}
		s.page.SetArchive(got)
	})
}
