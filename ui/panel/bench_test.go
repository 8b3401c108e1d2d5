package panel_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations/edition"
	"sidelight/assets"
	"sidelight/ui/look"
	"sidelight/ui/panel"
)

// BenchmarkShowEntity turns between the longest card and another.
func BenchmarkShowEntity(b *testing.B) {
	th, err := look.New(look.Light)
	if err != nil {
		b.Fatal(err)
	}
	test.NewTempApp(b).Settings().SetTheme(th)
	e, err := edition.Load(assets.Edition())
	if err != nil {
		b.Fatal(err)
	}
	p := panel.New(e, th.Roles())
	win := test.NewTempWindow(b, p)
	win.Resize(fyne.NewSize(376, 772))
	b.ReportAllocs()
	for b.Loop() {
		p.ShowEntity("hamas", 0)
		p.ShowEntity("adam-boehler", 0)
	}
}

// BenchmarkShowSources opens the list of sources, from a card.
func BenchmarkShowSources(b *testing.B) {
	th, err := look.New(look.Light)
	if err != nil {
		b.Fatal(err)
	}
	test.NewTempApp(b).Settings().SetTheme(th)
	e, err := edition.Load(assets.Edition())
	if err != nil {
		b.Fatal(err)
	}
	p := panel.New(e, th.Roles())
	win := test.NewTempWindow(b, p)
	win.Resize(fyne.NewSize(376, 772))
	b.ReportAllocs()
	for b.Loop() {
		p.ShowSources(e.Sources()[60].ID)
		b.StopTimer()
		p.ShowEntity("", -1)
		b.StartTimer()
	}
}
