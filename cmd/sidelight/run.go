package main

import (
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"sidelight/annotations"
	"sidelight/ui"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
)

const runDetails = `
  sidelight
  sidelight run my-edition
`

// runReader opens the window of an edition and returns when it is closed.
func runReader(args []string, stdout, stderr io.Writer) int {
	var flags flag.FlagSet
	p := parse("run", &flags, args, stdout, stderr)
	if p.done {
		return p.code
	}
	folder, problem := folderOf(p.words)
	if problem != "" {
		return usage(stderr, "run", problem)
	}
	e, err := loadEdition(folder)
	if err != nil {
		return fail(stderr, err)
	}
	if err := openWindow(e, stderr); err != nil {
		return fail(stderr, fmt.Errorf("sidelight: %w", err))
	}
	return exitOK
}

// newApp starts Fyne's app under our id, with its network access refused.
func newApp() fyne.App {
	if dir, err := os.UserCacheDir(); err == nil {
		// Fyne makes its own folder in there but not the one above it.
		if err := os.MkdirAll(dir, 0o700); err != nil {
			slog.Warn("there is no folder for the cache", "error", err)
		}
	}
	app.SetMetadata(metadata()) // before New, which would invent an id
	a := app.NewWithID(metadata().ID)
	ui.RefuseNetwork()
	a.SetIcon(metadata().Icon)
	return a
}

// openAddress hands an address of the web to the desktop's browser. The reader
// itself opens no connection.
func openAddress(a fyne.App, address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("%q is no address of the web", address)
	}
	return a.OpenURL(u)
}

// openWindow shows the edition in a window and returns when it is closed.
func openWindow(e *annotations.Edition, stderr io.Writer) error {
	a := newApp()
	p := prefs.New(a.Preferences(), slog.New(slog.NewTextHandler(stderr, nil)))
	theme, err := look.New(p.Scheme())
	if err != nil {
		return err
	}
	a.Settings().SetTheme(theme)
	r, err := ui.New(e, theme)
	if err != nil {
		return err
	}
	r.OnTheme = func(s look.Scheme) {
		p.SetScheme(s)
		a.Settings().SetTheme(theme.With(s))
	}
	r.OnLink = func(address string) {
		if err := openAddress(a, address); err != nil {
			slog.Warn("the browser was not opened", "error", err)
		}
	}
	w := a.NewWindow(metadata().Name)
	w.SetMaster()
	r.Attach(w, p)
	w.ShowAndRun()
	return nil
}
