package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"sidelight/annotations"
	"sidelight/annotations/disk"
	"sidelight/annotations/notes"
	"sidelight/assets"
	"sidelight/ui"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/speech"
)

const runDetails = `
  --sample         read the article that comes with the program

  Without a path it goes on with what was read last.

  sidelight
  sidelight run my-edition
  sidelight book.txt
`

// runReader opens the window of an edition and returns when it is closed.
func runReader(args []string, stdout, stderr io.Writer) int {
	var flags flag.FlagSet
	sample := flags.Bool("sample", false, "")
	p := parse("run", &flags, args, stdout, stderr)
	if p.done {
		return p.code
	}
	path, problem := folderOf(p.words)
	if *sample && path != "" {
		problem = "--sample and a path are two articles; one at a time"
	}
	if problem != "" {
		return usage(stderr, "run", problem)
	}
	if *sample {
		path = prefs.Sample
	} else if path != "" {
		var err error
		if path, err = filepath.Abs(path); err != nil {
			return fail(stderr, fmt.Errorf("sidelight: %w", err))
		}
		if err := readable(path); err != nil {
			tell(err.Error())
			return fail(stderr, fmt.Errorf("sidelight: %w", err))
		}
	}
	if err := showWindow(path, stderr); err != nil {
		tell(err.Error())
		return fail(stderr, fmt.Errorf("sidelight: %w", err))
	}
	return exitOK
}

// showWindow is openWindow. A test that gives any command puts another in its place.
var showWindow = openWindow

// newApp starts Fyne's app under the program's id and refuses it the network.
func newApp() fyne.App {
	if dir, err := os.UserCacheDir(); err == nil {
		// Fyne makes its own folder in the cache, but not the cache.
		if err := os.MkdirAll(dir, 0o700); err != nil {
			slog.Warn("there is no folder for the cache", "error", err)
		}
	}
	app.SetMetadata(metadata()) // before New, which would invent an id
	a := app.NewWithID(metadata().ID)
	if err := locale.Load(assets.Translations, assets.TranslationsDir); err != nil {
		slog.Warn("not all words are translated", "error", err)
	}
	ui.RefuseNetwork()
	a.SetIcon(metadata().Icon)
	return a
}

// homeVariable names, in the environment, the folder for the reader's data in place of
// the system's own.
const homeVariable = "SIDELIGHT_HOME"

// dataDir returns the folder in which the program keeps the reader's data, "" on a
// system without a folder for settings.
func dataDir(log *slog.Logger) string {
	if home := os.Getenv(homeVariable); home != "" {
		dir, err := filepath.Abs(home)
		if err == nil {
			return dir
		}
		log.Warn("the folder that the environment names is not used", "name", homeVariable, "error", err)
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		log.Warn("nothing is kept", "error", err)
		return ""
	}
	return filepath.Join(dir, "sidelight")
}

// openStore returns the store of the preferences in dir or, without dir, one in
// memory.
func openStore(dir string, log *slog.Logger) *prefs.Store {
	if dir == "" {
		return prefs.NewStore()
	}
	return prefs.OpenStore(filepath.Join(dir, "preferences.json"), log)
}

// openWindow shows what the path names, or what was read last, in a window and
// returns when it is closed.
func openWindow(path string, stderr io.Writer) error {
	patient()
	edition := beside(func() (*annotations.Edition, error) { return loadEdition(context.Background(), "") })
	log := slog.New(slog.NewTextHandler(stderr, nil))
	dir := dataDir(log)
	crashes := crashFolder(dir)
	store := openStore(dir, log)
	p := prefs.New(store, log)
	crashed, broken := lastCrash(crashes, alive), lastOpening(crashes, alive)
	o := newOpening(crashes, log)
	again := path == "" && (crashed != "" || broken != "")
	var ahead *ui.Ahead
	if !again {
		ahead = ui.ReadAhead(p, path, loadEdition, o.note)
	}
	giveUp := func(err error) error {
		o.note("")
		return err
	}
	scheme := p.Scheme()
	fonts := beside(func() (*look.Theme, error) { return look.New(scheme) })
	a := newApp()
	control.OpenGL = true
	w := a.NewWindow(metadata().Name) // the system's part of it needs neither edition nor fonts
	w.SetMaster()
	theme, err := fonts()
	if err != nil {
		return giveUp(err)
	}
	sample, err := edition()
	if err != nil {
		return giveUp(err)
	}
	theme.UseSystemFonts()
	theme.ClearWindows()
	a.Settings().SetTheme(theme)
	d := ui.NewWorkspace(w, p, theme, sample)
	d.LoadEdition, d.Marker, d.Ahead = loadEdition, marker{}, ahead
	if v := speech.System(log); v != nil {
		d.Voice = v
		defer v.End()
	}
	d.Primary = newPrimary()
	if dir != "" {
		kept, err := notes.Open(disk.OS{}, filepath.Join(dir, "notes"), time.Now)
		if err != nil {
			return giveUp(err)
		}
		defer func() { _ = kept.Close() }()
		d.Notes = kept
	}
	known, forgetKnown := knownIn(dir)
	defer forgetKnown()
	d.Known = known
	b := thisBuild()
	d.Program.Version, d.Program.Commit, d.Program.Go = b.version, b.commit, b.golang+" · "+b.system
	desk := newDesktop(log)
	d.OnFolder = func(folder string) { desk.file(d, folder) }
	d.OnLink = func(address string) { desk.link(d, address) }
	if dir != "" {
		d.PrintTo(filepath.Join(dir, "print.html"), func(path string) { desk.file(d, path) })
	}
	d.ChooseFile, d.SaveFile = chooseFile, saveFile
	d.OnOpening = o.note
	start := func() {
		if again {
			d.StartAgain(broken)
		} else {
			d.Start(path)
		}
		if crashed != "" {
			d.TellOfCrash(func() { desk.file(d, crashed) })
		}
	}
	return guarded(openCrashReport(crashes, log), func() {
		watchOpenGL(stderr)
		d.Appear()
		a.Lifecycle().SetOnStarted(func() { fyne.Do(start) })
		a.Run()
		o.note("")
	}, func() {
		d.Keep()
		_ = store.Save() // the log has the error
	})
}
