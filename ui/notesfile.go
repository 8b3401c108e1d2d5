package ui

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"sidelight/annotations"
	"sidelight/annotations/export"
	"sidelight/annotations/export/margin"
	"sidelight/annotations/notes"
	"sidelight/ui/async"
	"sidelight/ui/locale"
)

// exportNotes writes notes into a file that the reader chooses, in a format. A page of
// them has the article around them.
func (w *Workspace) exportNotes(e *annotations.Edition, all *margin.Sheet, f export.Format) {
	words, parts := locale.Page(), notesIn(f, all)
	w.askSave(margin.FileName(e.Title(), f.Ending), func(path string) {
		w.printing.put(path, 0o666, func(out io.Writer) error { return f.Write(out, e, parts, words, all.Updated) }, w.printing.saved)
	})
}

// notesIn is what of a document is written where the reader wants notes in a format.
func notesIn(f export.Format, all *margin.Sheet) export.Parts {
	return export.Parts{Marks: f.Name == "html", Margin: all}
}

// importNotes lets the reader choose a file with notes, and calls then with those that
// can be read.
func (w *Workspace) importNotes(then func([]notes.Note)) {
	w.askOpen(func(path string) {
		w.importing.Do = w.Do
		w.importing.Run(
			func(*async.Job) (*margin.Import, error) { return readNotes(path) },
			func(got *margin.Import, err error) {
				name := filepath.Base(path)
				switch {
				case err != nil:
					w.tellOfArticle(newTelling(w.theme.Roles(), locale.X("notes.unread", "{{.Name}} holds no notes that can be read", map[string]any{"Name": name})))
				case len(got.Problems) > 0:
					w.tellOfArticle(newTelling(w.theme.Roles(), locale.X("notes.partly", "{{.N}} notes of {{.Name}} were read, {{.Bad}} were not; the first of these is number {{.First}}",
						map[string]any{"N": locale.Count(len(got.Notes)), "Name": name, "Bad": locale.Count(len(got.Problems)), "First": locale.Count(got.Problems[0].Number)})))
					then(bare(got))
				default:
					w.Say("check", locale.X("notes.read", "Notes read from {{.Name}}: {{.N}}", map[string]any{"N": locale.Count(len(got.Notes)), "Name": name}))
					then(bare(got))
				}
			})
	})
}

func readNotes(path string) (*margin.Import, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	return margin.Read(f)
}

// bare returns the notes of a file without where they were made.
func bare(got *margin.Import) []notes.Note {
	out := make([]notes.Note, len(got.Notes))
	for i, n := range got.Notes {
		out[i] = n.Note
	}
	return out
}

// askOpen lets the reader choose a file in the system's dialog or, where there is none,
// in the toolkit's. Then is not called if the reader thinks better of it.
func (w *Workspace) askOpen(then func(path string)) {
	if w.ChooseFile == nil {
		w.askOpenHere(then)
		return
	}
	w.files.asking.Do = w.Do
	w.files.asking.Run(
		func(j *async.Job) (string, error) { return w.ChooseFile(j, w.folderOfFiles()) },
		func(path string, err error) {
			switch {
			case err != nil && !errors.Is(err, context.Canceled):
				w.askOpenHere(then)
			case path != "":
				then(path)
			}
		})
}

// askOpenHere lets the reader choose a file in the toolkit's dialog.
func (w *Workspace) askOpenHere(then func(path string)) {
	open := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil || f == nil {
			return // the reader thought better of it
		}
		path := f.URI().Path()
		_ = f.Close() // only its path is wanted
		then(path)
	}, w.w)
	w.showDialog(open)
}
