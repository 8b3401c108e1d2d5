package ui

import (
	"cmp"
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/prefs"
	"sidelight/ui/shelf"
)

// Library is the reader's own library. Its methods are called off the UI goroutine.
type Library interface {
	shelf.Library
	knowledge.Source
	// Add adds an article, or what is new of it, that was opened from a path.
	Add(ctx context.Context, e *annotations.Edition, path string, opened time.Time) error
}

// Known is where the workspace looks for what is known beside an article. Each part may
// be nil.
type Known struct {
	Library Library
	BuiltIn knowledge.Source // the lists in the program
	// OpenArchive opens an offline encyclopaedia; it is called off the UI goroutine.
	OpenArchive func(ctx context.Context, path string) (Archive, error)
	// ChooseArchive lets the reader choose one in the system's dialog, as
	// [Workspace.ChooseFile] does with an article.
	ChooseArchive func(ctx context.Context, folder string) (path string, err error)
}

// shelving is the page of the library and what is asked beside an article.
type shelving struct {
	page     *shelf.Page // that was shown last, or nil
	asking   async.Latest[[]knowledge.Line]
	choosing async.Latest[string]
	opening  async.Latest[*shelf.Archive]
	archives archives
	troubled string // the last trouble that the reader was told of
}

// shelve adds an article to the library behind the window, if the reader wants that. What
// lies in no file is not added: it is said to go.
func (w *Workspace) shelve(e *annotations.Edition, path string) {
	to := w.Known.Library
	if to == nil || path == "" || !w.prefs.Library() {
		return
	}
	now := time.Now()
	adding := &async.Latest[struct{}]{Do: w.Do} // of its own, so that none keeps another from being added
	adding.RunIn(&w.line, func(j *async.Job) (struct{}, error) { return struct{}{}, to.Add(j, e, path, now) },
		func(_ struct{}, err error) { w.shelfTrouble(err) })
}

// libraryCommands are the commands of a room without an article that lead to the library.
func (w *Workspace) libraryCommands() []command.Command {
	var out []command.Command
	if w.Known.Library != nil {
		out = append(out, command.NewLibrary(w.ShowLibrary))
	}
	if w.Known.OpenArchive != nil && w.Known.Library != nil {
		out = append(out, command.NewEncyclopaedia(w.askArchive))
	}
	return out
}

// libraryWish returns what shows the library, or nil.
func (w *Workspace) libraryWish() func() {
	if w.Known.Library == nil {
		return nil
	}
	return w.ShowLibrary
}

// archiveWish returns what leads to the choice of an encyclopaedia, or nil.
func (w *Workspace) archiveWish() func() {
	if w.Known.Library == nil || w.Known.OpenArchive == nil {
		return nil
	}
	return w.askArchive
}

// askArchive shows the page of the library, and there the dialog that chooses an
// encyclopaedia.
func (w *Workspace) askArchive() {
	w.ShowLibrary()
	w.chooseArchive()
}

// ShowLibrary shows the page of the library. Who leaves it comes back to the article that
// was in view, or to the start page.
func (w *Workspace) ShowLibrary() {
	s := &w.shelving
	if l, ok := w.room.(*lobby); ok && s.page != nil && l.page == fyne.CanvasObject(s.page) {
		return // it is shown already
	}
	back := w.ShowStart
	if w.reader != nil && w.room == room(w.reader) {
		back = w.goBack
	}
	w.stopOpening()
	s.page = shelf.New(shelf.Options{
		Roles: w.theme.Roles(), Library: w.Known.Library, Do: w.Do, Keeps: w.prefs.Library(),
		OnKeep: w.prefs.SetLibrary, OnTrouble: w.shelfTrouble, OnLeave: back,
		OnOpen: w.openKnown,
		OnForget: func(a knowledge.Article) {
			w.Say("trash", locale.X("notice.forgotten", "Forgotten: {{.Title}}", map[string]any{"Title": shorten(cmp.Or(a.Title, a.Path))}))
		},
		OnShortcut: func(x fyne.Shortcut) bool { return w.room.Table().Shortcut(x) },
		OnKey:      func(e *fyne.KeyEvent) { w.room.Table().Key(e.Name, 0) },
		OnChoose:   w.chooseArchive, OnRemove: func() { w.useArchive("") },
	})
	w.showArchive()
	w.enter(newLobbyLeft(w, s.page, command.NewLeave(back)))
}

// shelfTrouble tells the reader what could not be done with the library or the
// encyclopaedia. What keeps failing is told once.
func (w *Workspace) shelfTrouble(err error) {
	if err == nil {
		w.shelving.troubled = ""
		return
	}
	if words := sentenceOf(err); words != w.shelving.troubled {
		w.shelving.troubled = words
		w.tell(newTelling(w.theme.Roles(), words))
	}
}

// sentenceOf makes a sentence of an error that is meant for the reader.
func sentenceOf(err error) string {
	words := []rune(err.Error())
	if len(words) == 0 {
		return ""
	}
	return locale.X("shelf.trouble", "Beside the article: {{.Error}}.", map[string]any{"Error": string(words)})
}

// openKnown opens an article of the library.
func (w *Workspace) openKnown(a knowledge.Article) {
	if a.Path == prefs.Sample {
		w.ReadSample()
		return
	}
	w.Open(filepath.Clean(a.Path))
}
