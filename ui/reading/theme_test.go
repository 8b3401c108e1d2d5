package reading_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/reading"
	"sidelight/ui/uitest"
)

// What is shown after the scheme was changed is what a reader shows that had it
// from the beginning: every widget takes all its colours anew.
func TestSchemeTurnsEverything(t *testing.T) {
	uitest.Sweep(t)
	states := map[string]func(w fyne.Window, run func(command.ID)){
		"a card and a glance": func(_ fyne.Window, run func(command.ID)) {
			run(command.NextMark)
			run(command.Open)
			run(command.Peek)
		},
		"a search":         func(w fyne.Window, run func(command.ID)) { run(command.Search); uitest.TypeIn(w, "talks") },
		"sources and keys": func(_ fyne.Window, run func(command.ID)) { run(command.ShowSources); run(command.Keys) },
		"finding":          func(w fyne.Window, run func(command.ID)) { run(command.Find); uitest.TypeIn(w, "talks") },
		"about and layers": func(_ fyne.Window, run func(command.ID)) { run(command.ShowAbout); run(command.ShowLayers) },
	}
	show := func(t *testing.T, s look.Scheme, state string) fyne.Canvas {
		r, _, w := reader(t, s)
		states[state](w, func(id command.ID) { r.RunCommand(id) })
		w.Canvas().Unfocus() // no scheme changes under a caret: T would be typed
		return w.Canvas()
	}
	for state := range states {
		t.Run(state, func(t *testing.T) {
			want := show(t, look.Dark, state).Capture()
			c := show(t, look.Light, state)
			c.Capture()
			look.Current().Turn(look.Dark)
			if n, at := differing(want, c.Capture()); n > 0 {
				t.Errorf("%d pixels are not as they are in the dark, such as that at %v", n, at)
			}
		})
	}
}

// What is not in the window while the scheme changes has the colours of the new one
// when it comes.
func TestSchemeTurnsWhatComesLater(t *testing.T) {
	uitest.Sweep(t)
	states := map[string]func(r *reading.Reader, w fyne.Window, turn func()){
		"the index of a wide window": func(_ *reading.Reader, w fyne.Window, turn func()) {
			w.Resize(fyne.NewSize(1000, 820))
			turn()
			w.Resize(fyne.NewSize(1280, 820))
		},
		"the settings": func(r *reading.Reader, _ fyne.Window, turn func()) {
			r.RunCommand(command.Settings)
			turn()
		},
	}
	for state, bring := range states {
		t.Run(state, func(t *testing.T) {
			show := func(late bool) image.Image {
				d := reading.Place(t, reading.NewPrefs(), uitest.NewQueue().Do)
				r, w := d.Reader(), d.Window()
				w.Resize(fyne.NewSize(1280, 820))
				w.Canvas().Capture()
				turn := func() { r.RunCommand(command.NextTheme) }
				if !late {
					turn()
					turn = func() {}
				}
				bring(r, w, turn)
				w.Canvas().Unfocus()
				return w.Canvas().Capture()
			}
			if n, at := differing(show(false), show(true)); n > 0 {
				t.Errorf("%d pixels are not as they are in the dark, such as that at %v", n, at)
			}
		})
	}
}

// differing counts the pixels in which two pictures differ, and says where one
// of them is.
func differing(a, b image.Image) (n int, at image.Point) {
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				n, at = n+1, image.Pt(x, y)
			}
		}
	}
	return n, at
}
