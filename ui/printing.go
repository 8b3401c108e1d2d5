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

// print writes a page and hands it to the browser, which prints.
func (p *printing) print(page reading.Paper) {
	p.write(page, p.file, 0o600, func(path string) {
		p.onPage(path)
		p.say("printer", locale.X("notice.printed", "The page opens in the browser, which prints it"))
	})
}

// save writes a page into a file that the reader chooses.
func (p *printing) save(page reading.Paper) {
	p.ask(fileName(page.Edition, "", ".html"), func(path string) {
		p.write(page, path, 0o666, p.saved)
	})
}

// portray writes what a view shows into a file that the reader chooses.
func (p *printing) portray(x reading.Portrait) {
	p.ask(fileName(x.Edition, x.View, x.Ending), func(path string) {
		p.put(path, 0o666, x.Paint(), p.saved)
	})
}

// saved says that a file was written.
func (p *printing) saved(path string) {
	p.say("check", locale.X("notice.saved", "Saved as {{.Name}}", map[string]any{"Name": filepath.Base(path)}))
}

// write replaces the file at path by a page, behind the window. Then is called if that
// came about, and otherwise the reader is told.
func (p *printing) write(page reading.Paper, path string, mode os.FileMode, then func(path string)) {
	words := locale.Page()
	parts := export.Parts{Marks: true, Margin: page.Margin, Pictures: page.Pictures}
	p.put(path, mode, func(w io.Writer) error { return export.HTML(w, page.Edition, parts, words, time.Now()) }, then)
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

// fileName is a name for a file of an edition, or of one of its views: the title, without
// what a file's name may not hold on some system. Its ending begins with a dot.
func fileName(e *annotations.Edition, view, ending string) string {
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
	if view != "" {
		name += ", " + view
	}
	return name + ending
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
	r.OnSavePage, r.OnPortrait = p.save, p.portray
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
