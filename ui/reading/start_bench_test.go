package reading_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// BenchmarkNew makes a reader of the edition that comes with the program and
// draws its first frame, as each start does.
func BenchmarkNew(b *testing.B) {
	app, _ := uitest.App(b, look.Light)
	e := uitest.Edition(b)
	for b.Loop() {
		r, err := reading.New(app.Settings().Theme().(*look.Theme))
		if err != nil {
			b.Fatal(err)
		}
		r.Show(session.Document{Edition: e})
		w := test.NewWindow(r.Content())
		w.SetPadded(false)
		w.Resize(fyne.NewSize(1280, 820))
		w.Close()
	}
}
