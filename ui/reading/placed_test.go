package reading

import (
	"log/slog"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/carry"
	"sidelight/ui/float"
	"sidelight/ui/keyboard"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// Placed is a reader in a window of its own.
type Placed struct {
	reader *Reader
	prefs  *prefs.Prefs
	tips   *float.Tips
	window fyne.Window
}

// Reader returns the reader, and Window its window.
func (d *Placed) Reader() *Reader     { return d.reader }
func (d *Placed) Window() fyne.Window { return d.window }

// Place opens the sample in a test window, as it was left. What comes from other
// goroutines is run by do.
func Place(t testing.TB, p *prefs.Prefs, do func(func())) *Placed {
	t.Helper()
	return placeWith(t, p, do, slots())
}

// placeWith is Place with other views.
func placeWith(t testing.TB, p *prefs.Prefs, do func(func()), views []slot) *Placed {
	t.Helper()
	app, _ := uitest.App(t, look.Light)
	r, err := newReader(app.Settings().Theme().(*look.Theme), nil, views)
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewWindow(canvas.NewRectangle(nil))
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(p.Window())
	d := &Placed{reader: r, prefs: p, tips: float.NewTips(), window: w}
	keys := &keyboard.Router{OnKey: d.tips.Clear}
	keys.Listen(w.Canvas())
	r.Join(Surroundings{
		Do: do, Keys: keys, Prefs: p, Say: func(string, string) {}, Tray: &carry.Tray{}, Path: prefs.Sample,
	})
	r.OnTheme, r.OnQuit = look.Current().Turn, d.leave
	r.Show(session.Document{Edition: uitest.Edition(t)})
	keys.Show(r.Table(), r.Takers()...)
	w.SetContent(container.NewStack(append(r.Objects(), d.tips)...))
	r.Entered(w)
	return d
}

// leave closes the window and keeps where the reader was.
func (d *Placed) leave() {
	d.reader.Left()
	d.prefs.KeepWindow(d.window)
}

// NewPrefs returns preferences of somebody who has kept nothing.
func NewPrefs() *prefs.Prefs { return prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler)) }

// atSample opens the sample in a test window of 1280 by 820 pixels. Nothing is kept
// behind the window.
func atSample(t *testing.T) (*Placed, fyne.Window) {
	t.Helper()
	d := Place(t, NewPrefs(), uitest.NewQueue().Do)
	d.window.Resize(fyne.NewSize(1280, 820))
	return d, d.window
}
