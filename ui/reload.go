package ui

import (
	"path/filepath"

	"sidelight/annotations/document"
	"sidelight/ui/async"
	"sidelight/ui/locale"
	"sidelight/ui/prefs"
	"sidelight/ui/reading"
)

// watchOpened hears from now on when the file in view changes, or the edition's
// folder, and no other.
func (w *Workspace) watchOpened() {
	w.watching.Stop()
	if w.reader == nil || w.reader.Path() == "" || w.reader.Path() == prefs.Sample {
		return
	}
	path := w.reader.Path()
	w.watching.Do = w.Do
	known := w.known
	w.watching.Run(
		func(j *async.Job) (state, error) { return awaitChange(j, path, known) },
		func(now state, err error) {
			if err != nil {
				return // nothing can be watched here: F5 still reads it again
			}
			w.known = now
			w.tellOfChange(path, now == state{})
			w.watchOpened()
		})
}

// tellOfChange says that the file in view has changed, or is gone.
func (w *Workspace) tellOfChange(path string, gone bool) {
	if gone {
		w.tellOfArticle(newAsking(w.theme.Roles(),
			locale.X("notice.gone", "{{.Name}} is not there any more. What you read stays.", map[string]any{"Name": filepath.Base(path)}),
			locale.X("notice.open", "Open…"), w.AskFile))
		return
	}
	w.tellOfArticle(newAsking(w.theme.Roles(),
		locale.X("notice.changed", "The file has changed."), locale.X("notice.reload", "Read again  F5"), w.reload))
}

// reload reads again what is in view. The place is found again by its words, and what
// is read stays if the file cannot be read now.
func (w *Workspace) reload() {
	if w.current() == "" || w.reader.Path() == prefs.Sample {
		return
	}
	w.readAgain(w.way)
}

// turnWhole shows all of the saved web page in view, or its main text alone.
func (w *Workspace) turnWhole() {
	if w.current() == "" || w.reader.Path() == prefs.Sample {
		return
	}
	way := w.way
	way.Whole = !way.Whole
	w.readAgain(way)
}

// readAgain reads what is in view in a way that the reader has chosen.
func (w *Workspace) readAgain(way document.Options) {
	before, path := w.reader, w.reader.Path()
	w.stopOpening()
	w.opening.Do = w.Do
	w.opening.Run(
		func(j *async.Job) (read, error) { return w.load(j, path, way) },
		func(got read, err error) {
			w.bar.hide()
			switch {
			case w.reader != before || w.current() == "": // another article came meanwhile
			case err != nil:
				w.tellOfArticle(newAsking(w.theme.Roles(), filepath.Base(path)+" "+happened(err),
					locale.X("notice.again", "Try again"), func() { w.readAgain(way) }))
			default:
				w.showAgain(before, got, path)
			}
		})
}

// showAgain shows another reading of the article in view, at the same words.
func (w *Workspace) showAgain(before *reading.Reader, got read, path string) {
	before.Keep(w.prefs)
	w.known, w.way = got.state, got.way
	left := w.prefs.Left(before.Session().Edition())
	w.prefs.SetLeft(got.edition, prefs.Carried(left, before.Session().Edition(), got.edition))
	w.notice = nil // it has been heard
	w.read(got.edition, path, got.plain)
}
