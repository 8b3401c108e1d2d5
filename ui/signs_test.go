package ui_test

import (
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/typeset"
	"sidelight/ui/uitest"
)

// hostile turns whatever follows it, and clears a terminal.
const hostile = "\u202egnp.exe\u2066\x1b[2J"

// hostileEdition is the edition that comes with the program, with names and titles
// that turn their direction.
func hostileEdition(t *testing.T) *annotations.Edition {
	t.Helper()
	c := uitest.Edition(t).Content()
	c.Title += hostile
	c.Standfirst += hostile
	c.Entities = append([]annotations.Entity(nil), c.Entities...)
	for i := range c.Entities {
		c.Entities[i].Name += hostile
		c.Entities[i].Identity += hostile
	}
	c.Sources = append([]annotations.Source(nil), c.Sources...)
	for i := range c.Sources {
		c.Sources[i].Title += hostile
		c.Sources[i].Publisher += hostile
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Skipf("an edition with such names cannot be made: %v", err)
	}
	return e
}

// Names, titles and files' names are drawn with signs for what is obeyed rather than
// seen, wherever they stand in the window.
func TestForeignNamesAreNotObeyed(t *testing.T) {
	app, _ := uitest.App(t, look.Light)
	e := hostileEdition(t)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	w.Resize(fyne.NewSize(1280, 820))
	d := ui.NewWorkspace(w, prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler)), app.Settings().Theme().(*look.Theme), e)
	queue := uitest.NewQueue()
	d.Do = queue.Do
	d.Start(prefs.Sample)
	signs := 0
	check := func(where string) {
		t.Helper()
		w.Canvas().Capture()
		before := signs
		uitest.Each(w.Content(), func(o fyne.CanvasObject) {
			if x, ok := o.(*canvas.Text); ok {
				if typeset.Visible(x.Text) != x.Text {
					t.Errorf("%s: %q is drawn", where, x.Text)
				}
				signs += strings.Count(x.Text, string(typeset.Sign))
			}
		})
		if signs == before {
			t.Errorf("%s: no sign is drawn", where)
		}
	}
	check("page and index")
	id := e.Mentions()[0].Entity
	uitest.Select(d.Reader().Session(), id, 0)
	check("card")
	for key, where := range map[rune]string{'s': "sources", 'a': "about"} {
		w.Canvas().OnTypedRune()(key)
		check(where)
	}
	d.Open(filepath.Join(t.TempDir(), "invoice"+hostile+".txt"))
	shown := func() fyne.CanvasObject { return w.Content().(*fyne.Container).Objects[0] }
	before := shown()
	queue.RunUntil(t, func() bool { return shown() != before })
	check("trouble")
}
