package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"

	"sidelight/annotations/document"
	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/field"
	"sidelight/ui/float"
	"sidelight/ui/locale"
	"sidelight/ui/opener"
	"sidelight/ui/prefs"
)

// ErrNoDialog says that the system has no dialog to choose a file in.
var ErrNoDialog = errors.New("the system offers no dialog for files")

// files is the palette of files over the window, and the system's dialog that it
// leads to.
type files struct {
	palette *opener.Opener
	layer   *float.Layer
	asking  async.Latest[string]
}

// AskFile lets the reader choose a file in the palette of files, or marks what is
// typed in it if it is open.
func (w *Workspace) AskFile() {
	f := w.filesPalette()
	if f.layer.Shows(f.palette) {
		f.palette.SelectAll()
		w.w.Canvas().Focus(f.palette.FocusTarget())
		return
	}
	if w.current() != "" {
		w.reader.Keep(w.prefs) // how far the article in view was read is listed too
	}
	f.asking.Stop() // a dialog that is still open has been given up
	pop := w.keys.Push(fileKeys{w})
	f.palette.Begin(w.folderOfFiles(), w.current())
	f.layer.Open(float.Popover{
		Content: f.palette, Width: opener.Width, Top: opener.Top, Focus: f.palette.FocusTarget(),
		OnClosed: func() {
			f.palette.Stop()
			pop()
		},
	})
}

// filesPalette returns the palette, which it makes the first time.
func (w *Workspace) filesPalette() *files {
	f := &w.files
	if f.palette != nil {
		return f
	}
	f.layer = float.NewLayer(w.w.Canvas())
	f.palette = opener.New(opener.Options{Roles: w.theme.Roles(), Recent: w.recent, Do: w.Do})
	f.palette.OnResized = f.layer.Fit
	f.palette.OnCancel = f.layer.Dismiss
	f.palette.OnOpen = func(path string) {
		f.layer.Dismiss()
		w.openRecent(path)
	}
	f.palette.OnBrowse = func(folder string) {
		f.layer.Dismiss()
		w.browse(folder)
	}
	f.palette.OnShortcut = w.fileShortcut
	f.palette.OnKey = func(e *fyne.KeyEvent) { w.fileShortcut(&desktop.CustomShortcut{KeyName: e.Name}) }
	return f
}

// fileShortcut gives a command of the room by its shortcut while the palette is
// open. All but the one that opens the palette close it.
func (w *Workspace) fileShortcut(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return false
	}
	for _, id := range []command.ID{command.OpenFile, command.Search, command.StartPage, command.FullScreen, command.Quit} {
		x := w.room.Table().Command(id)
		if x == nil || !slices.Contains(x.Keys, command.Key{Name: c.KeyName, Mod: c.Modifier}) {
			continue
		}
		if id != command.OpenFile && id != command.FullScreen {
			w.files.layer.Dismiss()
		}
		return w.room.Table().Run(id)
	}
	return false
}

// current returns the path of the article in view, or "".
func (w *Workspace) current() string {
	if w.reader != nil && w.room == room(w.reader) {
		return w.reader.Path()
	}
	return ""
}

// folderOfFiles returns the folder in which names are looked for: that of the file
// that was opened last.
func (w *Workspace) folderOfFiles() string {
	if all := w.prefs.Recent(); len(all) > 0 {
		return filepath.Dir(all[0])
	}
	return homeFolder()
}

// recent returns what was opened before, the last first, and the sample in its place
// among them.
func (w *Workspace) recent() []opener.Recent {
	var out []opener.Recent
	for _, path := range w.prefs.Recent() {
		out = append(out, w.recentFile(path))
	}
	sample := opener.Recent{
		Path: prefs.Sample, Title: w.sample.Title(), Kind: opener.KindEdition(), Icon: "article",
		Where: locale.X("opener.comes-with", "comes with Sidelight"), New: true,
	}
	at := len(out)
	if seen, ok := w.prefs.Seen(prefs.Sample); ok {
		sample.New, sample.Share, sample.When = false, seen.Share, seen.When
		at = slices.IndexFunc(out, func(r opener.Recent) bool { return !r.New && r.When.Before(seen.When) })
		if w.prefs.Last() == prefs.Sample {
			at = 0
		} else if at < 0 {
			at = len(out)
		}
	}
	return slices.Insert(out, at, sample)
}

// recentFile describes a file that was opened, without looking at the disk.
func (w *Workspace) recentFile(path string) opener.Recent {
	r := opener.Recent{Path: path, Title: filepath.Base(path), Where: opener.Short(path, homeFolder()),
		Kind: opener.KindOf(path), Icon: "file-text", New: true}
	if seen, ok := w.prefs.Seen(path); ok {
		r.New, r.Title, r.Share, r.When = false, seen.Title, seen.Share, seen.When
		if seen.Edition {
			r.Kind, r.Icon = opener.KindEdition(), "article"
		}
	}
	return r
}

// openRecent opens a path, or the sample.
func (w *Workspace) openRecent(path string) {
	if path == prefs.Sample {
		w.ReadSample()
		return
	}
	w.Open(path)
}

// browse lets the reader choose a file in the system's dialog or, where there is
// none, in the toolkit's.
func (w *Workspace) browse(folder string) {
	choose := w.ChooseFile
	if choose == nil {
		w.browseHere()
		return
	}
	w.files.asking.Do = w.Do
	w.files.asking.Run(
		func(j *async.Job) (string, error) { return choose(j, folder) },
		func(path string, err error) {
			switch {
			case err != nil && !errors.Is(err, context.Canceled):
				w.browseHere()
			case path != "": // else the reader thought better of it
				w.Open(path)
			}
		})
}

// browseHere lets the reader choose a file in the toolkit's dialog.
func (w *Workspace) browseHere() {
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
	open.SetFilter(storage.NewExtensionFileFilter(document.Endings()))
	w.showDialog(open)
}

// drop opens the first of the files that were dropped on the window. The others
// join what was opened before.
func (w *Workspace) drop(dropped []fyne.URI) {
	if len(dropped) == 0 {
		return
	}
	others := dropped[1:]
	for _, u := range slices.Backward(others) {
		w.prefs.AddRecent(u.Path())
	}
	w.Open(dropped[0].Path())
	if len(others) == 0 {
		return
	}
	words := locale.X("notice.dropped-one", "The other file is listed under Recent.")
	if n := len(others); n > 1 {
		words = locale.X("notice.dropped", "The other {{.N}} files are listed under Recent.", map[string]any{"N": locale.Count(n)})
	}
	w.tell(newAsking(w.theme.Roles(), words, locale.X("notice.open", "Open…"), w.AskFile))
}

// fileKeys takes all keys for the field of the palette of files, which has the focus
// again then: a click beside the field has taken it away.
type fileKeys struct{ w *Workspace }

func (k fileKeys) field() *field.Entry {
	to := k.w.files.palette.FocusTarget()
	k.w.w.Canvas().Focus(to)
	return to
}

func (k fileKeys) TakeKey(e *fyne.KeyEvent) bool {
	k.field().TypedKey(e)
	return true
}

func (k fileKeys) TakeRune(c rune) bool {
	k.field().TypedRune(c)
	return true
}

func (k fileKeys) TakeShortcut(s fyne.Shortcut) bool {
	k.field().TypedShortcut(s)
	return true
}

// homeFolder returns the reader's own folder, or "" where it is not known.
func homeFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return home
}
