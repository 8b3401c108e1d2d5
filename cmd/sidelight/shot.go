package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"io"
	"log/slog"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"sidelight/annotations"
	"sidelight/ui/carry"
	"sidelight/ui/keyboard"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/reading"
	"sidelight/ui/session"
)

const shotDetails = `
  --out F.png      the file to write
  --size WxH       of the window, in pixels at scale 1 (default 1280x820)
  --theme T        light, sepia, dark or contrast (default light)
  --select ID      open the card of that entity and go to its first mention
  --scroll N       scroll the page down by N pixels instead

  sidelight shot --out page.png --theme dark --select adam-boehler
`

// shotOptions holds what is to be in a picture of the window.
type shotOptions struct {
	path   string // of the article; empty for the edition built in
	out    string
	size   fyne.Size
	scheme look.Scheme
	entity annotations.EntityID // selected; empty for none
	scroll float32              // pixels from the top of the page; below 0 for where the entity is
}

// shoot draws a picture of the window's content.
func shoot(args []string, stdout, stderr io.Writer) int {
	var flags flag.FlagSet
	out := flags.String("out", "", "")
	size := flags.String("size", "1280x820", "")
	theme := flags.String("theme", "light", "")
	entity := flags.String("select", "", "")
	scroll := flags.Uint("scroll", 0, "")
	p := parse("shot", &flags, args, stdout, stderr)
	if p.done {
		return p.code
	}
	o := shotOptions{out: *out, entity: annotations.EntityID(*entity), scroll: -1}
	flags.Visit(func(f *flag.Flag) {
		if f.Name == "scroll" {
			o.scroll = float32(*scroll)
		}
	})
	folder, problem := folderOf(p.words)
	var ok bool
	switch {
	case problem != "":
		return usage(stderr, "shot", problem)
	case o.out == "":
		return usage(stderr, "shot", "--out names the file to write, and it is missing")
	}
	if o.size, ok = parseSize(*size); !ok {
		return usage(stderr, "shot", fmt.Sprintf("--size is WxH with both from 320 to 8192, not %q", *size))
	}
	if o.scheme, ok = schemes[*theme]; !ok {
		return usage(stderr, "shot", fmt.Sprintf("--theme is light, sepia, dark or contrast, not %q", *theme))
	}
	e, err := loadEdition(context.Background(), folder)
	if err != nil {
		return fail(stderr, err)
	}
	if _, ok := e.Entity(o.entity); o.entity != "" && !ok {
		return usage(stderr, "shot", fmt.Sprintf("there is no entity %q in the edition", *entity))
	}
	o.path = folder
	if err := drawPicture(e, o); err != nil {
		return fail(stderr, fmt.Errorf("sidelight shot: %w", err))
	}
	return exitOK
}

// schemes holds the colour schemes by the words of --theme.
var schemes = map[string]look.Scheme{
	"light": look.Light, "sepia": look.Sepia, "dark": look.Dark, "contrast": look.HighContrast,
}

// parseSize returns the size that a text like "1280x820" means.
func parseSize(s string) (fyne.Size, bool) {
	ws, hs, found := strings.Cut(s, "x")
	w, err1 := strconv.Atoi(ws)
	h, err2 := strconv.Atoi(hs)
	ok := found && err1 == nil && err2 == nil && min(w, h) >= 320 && max(w, h) <= 8192
	return fyne.NewSize(float32(w), float32(h)), ok
}

// drawPicture is draw. A test that gives any command puts another in its place: the
// driver that tests are built with draws nothing without a window.
var drawPicture = draw

// draw paints the content of the window by Fyne's software driver, without a
// display, and writes the picture.
func draw(e *annotations.Edition, o shotOptions) error {
	a := newApp()
	theme, err := look.New(o.scheme)
	if err != nil {
		return err
	}
	theme.UseSystemFonts()
	a.Settings().SetTheme(theme)
	r, err := reading.New(theme)
	if err != nil {
		return err
	}
	ui := make(chan func(), 100) // what is to run on this goroutine
	r.Join(reading.Surroundings{
		Do: func(f func()) { ui <- f }, Keys: &keyboard.Router{}, Say: func(string, string) {}, Tray: &carry.Tray{}, Path: o.path,
	})
	r.OnOpenFile = func() {}      // as in the window, so that its button looks as it does there
	r.Page().Do = func(func()) {} // nothing comes later than the picture
	r.Show(session.Document{Edition: e})
	r.Page().SetStill(true)
	stop, err := withNotes(r, ui)
	if err != nil {
		return err
	}
	defer stop()
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(r.Content())
	c.Resize(o.size)
	r.Page().Finish()
	if o.entity != "" {
		m, ok := e.Nth(o.entity, 0)
		if !ok {
			m = &annotations.Mention{}
		}
		r.Session().Update(func(s *session.State) { s.Select(o.entity, m.ID) })
		if all := e.MentionsOf(o.entity); len(all) > 0 && o.scroll < 0 {
			r.Page().ScrollToSpan(all[0].Span)
		}
	}
	if o.scroll >= 0 {
		r.Page().ScrollToY(o.scroll)
	}
	r.Page().Finish() // what has come into view
	return writeFile(o.out, func(w io.Writer) error { return png.Encode(w, c.Capture()) })
}

// withNotes brings the reader's notes on the article into a picture. They are only read.
func withNotes(r *reading.Reader, ui <-chan func()) (stop func(), err error) {
	store, err := openNotes(io.Discard)
	if errors.Is(err, errNoHome) {
		return func() {}, nil
	}
	if err != nil {
		return nil, err
	}
	told := ""
	r.OpenNotes(reading.Notebook{
		Store: store, OnTrouble: func(sentence string) { told = sentence }, OnQuestion: func(question string, _ func(bool)) { told = question },
	}, prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler)))
	for r.Session().Snapshot().Notes == nil && told == "" {
		(<-ui)()
	}
	return func() { _ = store.Close() }, nil // what was told is for a window
}
