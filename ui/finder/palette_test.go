package finder_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations/search"
	"sidelight/ui/finder"
	"sidelight/ui/float"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// newPalette opens a palette over an empty window. It finds what is in the
// edition that comes with the program.
func newPalette(t *testing.T, scheme look.Scheme, size fyne.Size) (*finder.Palette, fyne.Window, *log) {
	t.Helper()
	_, roles := uitest.App(t, scheme)
	e, l := uitest.Edition(t), &log{}
	boehler, _ := e.Entity("adam-boehler")
	p := finder.NewPalette(finder.Options{
		Edition: e, Roles: roles, Commands: command,
		Find: search.New(e, search.Record{Type: search.Command, ID: "sources", Title: "Sources"},
			search.Record{Type: search.Command, ID: "resting", Title: "Resting sources"}).Find,
		Offers: func() []finder.Offer {
			return []finder.Offer{
				{Heading: "Recent", Results: []search.Result{{Type: search.Entity, ID: "adam-boehler", Title: boehler.Name, Kind: boehler.Kind}}},
				{Heading: "Go to", Results: []search.Result{
					{Type: search.Command, ID: "sources", Title: "Sources"}, {Type: search.Command, ID: "about", Title: "About this edition"},
				}},
				{Heading: "Never"},
			}
		},
	})
	l.hear(p.Finder)
	w := test.NewTempWindow(t, &fyne.Container{})
	w.SetPadded(false)
	w.Resize(size)
	layer := float.NewLayer(w.Canvas())
	p.OnResized = layer.Fit
	layer.Open(float.Popover{Content: p, Width: finder.PaletteWidth, Top: finder.PaletteTop, Focus: p.FocusTarget()})
	p.Begin("")
	w.Canvas().Capture()
	if w.Canvas().Focused() != p.FocusTarget() {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
	return p, w, l
}

func command(id string) finder.Command {
	return finder.Command{Icon: "info", Detail: "What it does", Key: strings.ToUpper(id[:1]), Enabled: id != "resting"}
}

var _ = context.Background

func TestPalettePictures(t *testing.T) {
	for _, c := range []struct {
		name   string
		scheme look.Scheme
		size   fyne.Size
		query  string
	}{
		{"palette_results_light", look.Light, fyne.NewSize(720, 640), "netnyahu"},
		{"palette_close_dark", look.Dark, fyne.NewSize(720, 640), "netanyhau"},
		{"palette_none_light", look.Light, fyne.NewSize(720, 400), "zebra"},
		{"palette_empty_light", look.Light, fyne.NewSize(720, 560), ""},
		{"palette_small_dark", look.Dark, fyne.NewSize(640, 400), "hamas"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, w, _ := newPalette(t, c.scheme, c.size)
			test.Type(p.FocusTarget(), c.query)
			test.AssertRendersToImage(t, c.name+".png", w.Canvas())
		})
	}
}
