package ui

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"sidelight/annotations"
	"sidelight/annotations/textfile"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/panel"
	"sidelight/ui/prefs"
	"sidelight/ui/start"
)

// Workspace owns the window and what lies in it: a [Reader] of one article, the
// start page, or what went wrong with a file.
type Workspace struct {
	// OnLink is called with an address to be shown in the browser.
	OnLink func(address string)
	// Program is what the page about the edition says of the program.
	Program panel.Program
	// LoadEdition reads the edition in a folder, on any goroutine.
	LoadEdition func(folder string) (*annotations.Edition, error)

	// Do calls a function on the window's goroutine, from any other: fyne.Do.
	// The toolkit's test driver calls it where it is, so a test brings its own.
	Do func(func())

	w      fyne.Window
	prefs  *prefs.Prefs
	theme  *look.Theme
	sample *annotations.Edition

	keys   *router
	reader *Reader // what was read last, or nil
	lobby  *lobby  // what is shown instead, or nil
	bar    *progress
	notice *notice // what the reader is told, or nil
	turn   int     // the generation of what is being opened
	stop   context.CancelFunc
}

// patience is how long a file may take before the window says that it is read.
const patience = 150 * time.Millisecond

// NewWorkspace makes the workspace of a window. The sample is the edition that comes with
// the program.
func NewWorkspace(w fyne.Window, p *prefs.Prefs, theme *look.Theme, sample *annotations.Edition) *Workspace {
	d := &Workspace{w: w, prefs: p, theme: theme, sample: sample, Do: fyne.Do, keys: &router{}, bar: newProgress(), stop: func() {}}
	d.keys.listen(w.Canvas())
	w.SetPadded(false)
	w.SetOnDropped(func(_ fyne.Position, dropped []fyne.URI) {
		if len(dropped) > 0 {
			d.Open(dropped[0].Path())
		}
	})
	return d
}

// Start shows what the path names, an edition's folder or a file; without a
// path what was read last, and the first time the start page.
func (d *Workspace) Start(path string) {
	d.w.Resize(d.prefs.Window())
	if path == "" {
		path = d.prefs.Last()
	}
	switch path {
	case "":
		d.ShowStart()
	case prefs.Sample:
		d.ReadSample()
	default:
		d.show(newLobby(start.NewReading(d.theme.Roles(), filepath.Base(path)), d))
		d.Open(path)
	}
}

// ReadSample shows the edition that comes with the program.
func (d *Workspace) ReadSample() {
	d.begin()
	d.read(d.sample, prefs.Sample)
}

// ShowStart shows the start page.
func (d *Workspace) ShowStart() {
	d.begin()
	d.show(newLobby(d.welcome(), d))
}

// begin makes what is still being read too late.
func (d *Workspace) begin() context.Context {
	d.stop()
	var ctx context.Context
	ctx, d.stop = context.WithCancel(context.Background())
	d.turn++
	d.bar.hide()
	return ctx
}

// Open reads a file or an edition's folder and shows it, or what went wrong.
func (d *Workspace) Open(path string) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	ctx := d.begin()
	turn := d.turn
	mine := func(do func()) {
		d.Do(func() {
			if d.turn == turn {
				do()
			}
		})
	}
	began := time.Now()
	go func() {
		e, err := d.load(ctx, path, func(share float64) {
			if time.Since(began) > patience {
				mine(func() { d.bar.set(float32(share)) })
			}
		})
		mine(func() {
			d.turn++
			d.bar.hide()
			if err != nil {
				d.prefs.DropRecent(path)
				d.show(newLobby(d.trouble(path, err), d))
				return
			}
			d.prefs.AddRecent(path)
			d.read(e, path)
		})
	}()
}

// load makes an edition of a folder that is one, and of a file one without
// marks.
func (d *Workspace) load(ctx context.Context, path string, progress func(float64)) (*annotations.Edition, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return d.LoadEdition(path)
	}
	t, err := textfile.Read(ctx, path, progress)
	if err != nil {
		return nil, err
	}
	return annotations.New(annotations.Content{
		Title: t.Title, Article: t.Article,
		Notice: locale.X("page.no-marks", "This file has no marks."),
	})
}

// read shows a reader of the edition, where it was left.
func (d *Workspace) read(e *annotations.Edition, path string) {
	d.Keep()
	r, err := New(e, d.theme)
	if err != nil {
		d.show(newLobby(d.trouble(path, err), d))
		return
	}
	r.keys = d.keys
	r.OnTheme, r.OnLink = d.setTheme, d.OnLink
	r.panel.Program = d.Program
	r.OnOpenFile, r.OnStartPage = d.AskFile, d.ShowStart
	d.prefs.SetLast(path)
	d.reader = r
	d.attach()
}

// attach puts the reader into the window.
func (d *Workspace) attach() {
	d.lobby = nil
	d.reader.Attach(d.w, d.prefs)
	d.fill()
	d.reader.focusPage()
}

// fill puts what there is to show into the window, and over it what floats.
func (d *Workspace) fill() {
	var all []fyne.CanvasObject
	switch {
	case d.lobby != nil:
		all = []fyne.CanvasObject{d.lobby, d.bar}
	case d.reader != nil:
		all = []fyne.CanvasObject{newStatus(d.reader), d.reader.Content(), d.bar}
	}
	if d.notice != nil {
		all = append(all, d.notice)
	}
	d.w.SetContent(container.NewStack(all...))
}

// show puts a page without an article into the window.
func (d *Workspace) show(l *lobby) {
	if d.lobby == nil {
		d.Keep()
	}
	d.lobby = l
	d.keys.show(l.commands)
	setMenuBar(d.w, l.commands)
	d.w.SetCloseIntercept(d.Leave)
	d.fill()
}

// Keep writes down where the article in view is left.
func (d *Workspace) Keep() {
	if d.reader != nil && d.lobby == nil {
		d.reader.dismiss() // a card of hers would stay over what comes
		d.reader.keep(d.prefs, d.w.Canvas().Size())
	}
}

// Leave closes the window and keeps where the reader was.
func (d *Workspace) Leave() {
	d.Keep()
	d.prefs.SetWindow(d.w.Canvas().Size())
	d.w.Close()
}

// goBack shows the article that was read before, or else the sample.
func (d *Workspace) goBack() {
	d.begin()
	if d.reader == nil {
		d.ReadSample()
		return
	}
	d.attach()
}

func (d *Workspace) setTheme(s look.Scheme) {
	d.prefs.SetScheme(s)
	d.theme.Turn(s)
}

// AskFile lets the reader choose a file.
func (d *Workspace) AskFile() {
	open := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if f == nil && err == nil {
			return // she thought better of it
		}
		if err != nil {
			d.show(newLobby(d.trouble("", err), d))
			return
		}
		path := f.URI().Path()
		_ = f.Close() // only its path is wanted
		d.Open(path)
	}, d.w)
	open.SetFilter(storage.NewExtensionFileFilter(textfile.Endings()))
	size := d.w.Canvas().Size()
	d.lendKeys(open)
	open.Show() // before it there is nothing to give a size to
	open.Resize(fyne.NewSize(min(900, size.Width-80), min(640, size.Height-80)))
}

// lendKeys has Esc close a dialog, and keeps the other keys from what is behind
// it until it is closed.
func (d *Workspace) lendKeys(x interface {
	Hide()
	SetOnClosed(func())
}) {
	x.SetOnClosed(d.keys.push(&dialogKeys{x.Hide}))
}
