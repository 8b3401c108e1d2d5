package ui

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"sidelight/annotations"
	"sidelight/annotations/disk"
	"sidelight/annotations/export"
	"sidelight/annotations/export/margin"
	"sidelight/annotations/text"
	"sidelight/ui/async"
	"sidelight/ui/locale"
	"sidelight/ui/reading"
)

// printing puts the article with its cards on one page, to be printed by the browser
// or kept as a file.
type printing struct {
	// onPage is called with the path of a page that a browser is to show. Nil means
	// that nothing is printed.
	onPage func(path string)
	file   string // where the page that is printed is written; each takes the place of the one before
	say    func(icon, words string)
	ask    func(name string, then func(path string)) // lets the reader choose a file

	writing async.Latest[string]
	asking  async.Latest[string] // for a file, in the system's dialog
}

// print writes the page of an edition and hands it to the browser, which prints.
func (p *printing) print(e *annotations.Edition, own *margin.Sheet) {
	p.write(e, own, p.file, 0o600, func(path string) {
		p.onPage(path)
		p.say("printer", locale.X("notice.printed", "The page opens in the browser, which prints it"))
	})
}

// save writes the page of an edition into a file that the reader chooses.
func (p *printing) save(e *annotations.Edition, own *margin.Sheet) {
	p.ask(pageName(e), func(path string) {
		p.write(e, own, path, 0o666, p.saved)
	})
}

// saved says that a file was written.
func (p *printing) saved(path string) {
	p.say("check", locale.X("notice.saved", "Saved as {{.Name}}", map[string]any{"Name": filepath.Base(path)}))
}

// write replaces the file at path by the page of an edition with the reader's notes, of
// which there may be none, behind the window. Then is called if that came about, and
// otherwise the reader is told.
func (p *printing) write(e *annotations.Edition, own *margin.Sheet, path string, mode os.FileMode, then func(path string)) {
	words := locale.Page()
	page := func(w io.Writer) error {
		return export.HTML(w, e, export.Parts{Marks: true, Margin: own}, words, time.Now())
	}
	p.put(path, mode, page, then)
}

// put replaces the file at path, behind the window, and makes its folder if there is
// none. Then is called if that came about, and otherwise the reader is told.
func (p *printing) put(path string, mode os.FileMode, content func(io.Writer) error, then func(path string)) {
	p.writing.Run(func(*async.Job) (string, error) { return path, put(path, mode, content) },
		func(path string, err error) {
			if err != nil {
				p.say("warning-circle", locale.X("notice.unsaved", "{{.Name}} could not be written", map[string]any{"Name": filepath.Base(path)}))
				return
			}
			then(path)
		})
}

func put(path string, mode os.FileMode, content func(io.Writer) error) error {
	calls := disk.OS{}
	if err := calls.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	_ = disk.Tidy(calls, path, false) // what cannot be removed hinders nobody
	return disk.Write(calls, path, mode, content)
}

// pageName is a name for the file of an edition's page: its title, without what a
// file's name may not hold on some system.
func pageName(e *annotations.Edition) string {
	const longest = 80 // characters
	name := e.Title()
	if name == "" {
		name = strings.TrimSuffix(e.Article().File.Name, filepath.Ext(e.Article().File.Name))
	}
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, text.Visible(name))
	if runes := []rune(name); len(runes) > longest {
		name = string(runes[:longest])
	}
	if name = strings.Trim(name, " .-"); name == "" {
		name = "article"
	}
	return name + ".html"
}

// PrintTo says where the page that is printed is written, and what shows it to the
// reader. Without it nothing can be printed.
func (w *Workspace) PrintTo(file string, show func(path string)) {
	w.printing.file, w.printing.onPage = file, show
}

// joinPrinting connects what the reader of an article asks to be put on a page.
func (w *Workspace) joinPrinting(r *reading.Reader) {
	p := &w.printing
	p.writing.Do, p.say, p.ask = w.Do, w.Say, w.askSave
	r.OnSavePage = p.save
	if p.onPage != nil {
		r.OnPrint = p.print
	}
}

// askSave lets the reader choose a file to be written, in the system's dialog or, where
// there is none, in the toolkit's. Then is not called if the reader thinks better of it.
func (w *Workspace) askSave(name string, then func(path string)) {
	choose := w.SaveFile
	if choose == nil {
		w.askSaveHere(name, then)
		return
	}
	w.printing.asking.Do = w.Do
	w.printing.asking.Run(
		func(j *async.Job) (string, error) { return choose(j, name) },
		func(path string, err error) {
			switch {
			case err != nil && !errors.Is(err, context.Canceled):
				w.askSaveHere(name, then)
			case path != "": // else the reader thought better of it
				then(path)
			}
		})
}

// askSaveHere lets the reader choose a file to be written in the toolkit's dialog.
func (w *Workspace) askSaveHere(name string, then func(path string)) {
	save := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		switch {
		case err != nil:
			w.Say("warning-circle", locale.X("notice.unsaved", "{{.Name}} could not be written", map[string]any{"Name": name}))
		case f != nil:
			path := f.URI().Path()
			_ = f.Close() // only its path is wanted
			then(path)
		}
	}, w.w)
	save.SetFileName(name)
	w.showDialog(save)
}
