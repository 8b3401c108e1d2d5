package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strconv"
	"strings"
	"time"

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

// staging is how an article is to be shown where there is no window.
type staging struct {
	path   string // of the article; empty for the edition built in
	size   fyne.Size
	scheme look.Scheme
	entity annotations.EntityID // selected; empty for none
}

// stage is the content of a window without a window.
type stage struct {
	reader *reading.Reader
	theme  *look.Theme
	canvas software.WindowlessCanvas
	ui     chan func() // what is to run on the goroutine of the stage
	store  io.Closer   // of the notes; nil without any
}

// atStage is called with the app of a stage. The driver that tests are built with finds the
// canvas of an object only while there is a window, which a test makes here.
var atStage = func(fyne.App) {}

// newStage shows an article with the reader's notes on it, which are only read.
func newStage(e *annotations.Edition, o staging) (*stage, error) {
	a := newApp()
	atStage(a)
	theme, err := look.New(o.scheme)
	if err != nil {
		return nil, err
	}
	theme.UseSystemFonts()
	a.Settings().SetTheme(theme)
	r, err := reading.New(theme)
	if err != nil {
		return nil, err
	}
	s := &stage{reader: r, theme: theme, ui: make(chan func(), 100)}
	r.Join(reading.Surroundings{
		Do: func(f func()) { s.ui <- f }, Keys: &keyboard.Router{}, Say: func(string, string) {}, Tray: &carry.Tray{}, Path: o.path,
	})
	r.OnOpenFile = func() {}      // as in the window, so that its button looks as it does there
	r.Page().Do = func(func()) {} // nothing of the page comes later than the picture
	r.Show(session.Document{Edition: e})
	r.Page().SetStill(true)
	if err := s.withNotes(); err != nil {
		return nil, err
	}
	s.canvas = software.NewCanvas()
	s.canvas.SetPadded(false)
	s.canvas.SetContent(r.Content())
	s.canvas.Resize(o.size)
	r.Page().Finish()
	if o.entity != "" {
		m, ok := e.Nth(o.entity, 0)
		if !ok {
			m = &annotations.Mention{}
		}
		r.Session().Update(func(s *session.State) { s.Select(o.entity, m.ID()) })
	}
	return s, nil
}

// close ends what the stage has begun.
func (s *stage) close() {
	if s.store != nil {
		_ = s.store.Close() // nothing was written
	}
}

// withNotes brings the reader's notes on the article onto the stage.
func (s *stage) withNotes() error {
	store, err := openNotes(io.Discard)
	if errors.Is(err, errNoHome) {
		return nil
	}
	if err != nil {
		return err
	}
	told := "" // what is for a window
	s.reader.OpenNotes(reading.Notebook{
		Store: store, OnTrouble: func(sentence string) { told = sentence }, OnQuestion: func(question string, _ func(bool)) { told = question },
	}, prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler)))
	for s.reader.Session().Snapshot().Notes == nil && told == "" {
		(<-s.ui)()
	}
	s.store = store
	return nil
}

// errNothing is the sentence of a view that has nothing to show.
type errNothing string

func (e errNothing) Error() string { return string(e) }

// turn shows another view, all of it laid out. The error of a view without anything to
// show is an errNothing, and comes with the view.
func (s *stage) turn(id session.ViewID) (*reading.Sight, error) {
	s.reader.Session().Update(func(x *session.State) { x.View = id })
	sight, ok := s.reader.Sight()
	if !ok {
		return nil, fmt.Errorf("there is no view %q", id)
	}
	if why := sight.Nothing(); why != "" {
		return &sight, errNothing(why)
	}
	const patience = time.Minute // a layout takes milliseconds
	late := time.After(patience)
	for !sight.Settled() || sight.Figure() == nil {
		select {
		case f := <-s.ui:
			f()
		case <-late:
			return nil, fmt.Errorf("%s: it was not laid out within a minute", sight.Label)
		}
	}
	return &sight, nil
}

// stagingWords are the flags that say how an article is to be shown.
type stagingWords struct{ size, theme, entity *string }

func stagingFlags(flags *flag.FlagSet) stagingWords {
	return stagingWords{
		size: flags.String("size", "1280x820", ""), theme: flags.String("theme", "light", ""), entity: flags.String("select", "", ""),
	}
}

// schemes holds the colour schemes by the words of --theme.
var schemes = map[string]look.Scheme{
	"light": look.Light, "sepia": look.Sepia, "dark": look.Dark, "contrast": look.HighContrast,
}

// problem says in a sentence what is wrong with the flags, as far as that does not depend
// on the article; it is empty if nothing is.
func (w stagingWords) problem() string {
	if _, ok := parseSize(*w.size); !ok {
		return fmt.Sprintf("--size is WxH with both from 320 to 8192, not %q", *w.size)
	}
	if _, ok := schemes[*w.theme]; !ok {
		return fmt.Sprintf("--theme is light, sepia, dark or contrast, not %q", *w.theme)
	}
	return ""
}

// of is what the flags say of an edition at a path, or a sentence that says what is wrong
// with them.
func (w stagingWords) of(e *annotations.Edition, path string) (o staging, problem string) {
	if problem = w.problem(); problem != "" {
		return o, problem
	}
	o = staging{path: path, scheme: schemes[*w.theme], entity: annotations.EntityID(*w.entity)}
	o.size, _ = parseSize(*w.size)
	if _, ok := e.Entity(o.entity); o.entity != "" && !ok {
		return o, fmt.Sprintf("there is no entity %q in the edition", *w.entity)
	}
	return o, ""
}

// parseSize returns the size that a text like "1280x820" means.
func parseSize(s string) (fyne.Size, bool) {
	ws, hs, found := strings.Cut(s, "x")
	w, err1 := strconv.Atoi(ws)
	h, err2 := strconv.Atoi(hs)
	ok := found && err1 == nil && err2 == nil && min(w, h) >= 320 && max(w, h) <= 8192
	return fyne.NewSize(float32(w), float32(h)), ok
}

// viewOf returns the view that a word of a flag means, or a sentence that says which there
// are.
func viewOf(word, flag string) (id session.ViewID, problem string) {
	all := reading.Views()
	if slices.Contains(all, session.ViewID(word)) {
		return session.ViewID(word), ""
	}
	var names []string
	for _, v := range all {
		names = append(names, string(v))
	}
	return "", fmt.Sprintf("%s is %s, not %q", flag, either(names), word)
}

// either joins names as a sentence offers them: "a, b or c".
func either(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
