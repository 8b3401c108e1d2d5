package finder_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations/search"
	"sidelight/ui/command"
	"sidelight/ui/finder"
	"sidelight/ui/float"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// newPalette opens a palette over an empty window.
func newPalette(t *testing.T, scheme look.Scheme, size fyne.Size) (*finder.Palette, fyne.Window, *log) {
	t.Helper()
	_, roles := uitest.App(t, scheme)
	e, l := uitest.Edition(t), &log{}
	boehler, _ := e.Entity("adam-boehler")
	p := finder.NewPalette(finder.Options{
		Roles: roles, Commands: commandOf, Find: found,
		Offers: func() []finder.Offer {
			return []finder.Offer{
				{Heading: "Recent", Results: []search.Result{
					search.Describe(e, search.Result{Type: search.Entity, ID: "adam-boehler", Title: boehler.Name, Kind: boehler.Kind}),
				}},
				{Heading: "Go to", Results: []search.Result{
					{Type: search.Command, ID: "sources", Title: "Sources"}, {Type: search.Command, ID: "about", Title: "About this edition"},
				}},
				{Heading: "Never"},
			}
		},
	})
	p.Follow(session.Snapshot{}, snapshot(e))
	l.hear(p.Finder)
	w := test.NewTempWindow(t, &fyne.Container{})
	w.SetPadded(false)
	w.Resize(size)
	layer := float.NewLayer(w.Canvas())
	p.OnResized = layer.Fit
	p.Window = func() float32 { return w.Canvas().Size().Height }
	layer.Open(float.Popover{Content: p, Width: finder.PaletteWidth, Top: finder.PaletteTop, Focus: p.FocusTarget()})
	p.Begin("")
	w.Canvas().Capture()
	if w.Canvas().Focused() != p.FocusTarget() {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
	return p, w, l
}

func commandOf(id string) *command.Command {
	return &command.Command{
		ID: command.ID(id), Icon: "info", Keys: []command.Key{command.Typed(rune(id[0]))},
		Detail: func() string { return "What it does" }, Enabled: func() bool { return id != "resting" },
	}
}

func TestPalettePictures(t *testing.T) {
	uitest.Sweep(t)
	for _, c := range []struct {
		name   string
		scheme look.Scheme
		size   fyne.Size
		query  string
	}{
		{"palette_results_light", look.Light, fyne.NewSize(720, 640), "netnyahu"},
		{"palette_close_dark", look.Dark, fyne.NewSize(720, 640), "netanyhau"},
		{"palette_partly_light", look.Light, fyne.NewSize(720, 400), "netanyhau spokesman"},
		{"palette_none_light", look.Light, fyne.NewSize(720, 400), "zebra"},
		{"palette_empty_light", look.Light, fyne.NewSize(720, 560), ""},
		{"palette_small_dark", look.Dark, fyne.NewSize(640, 400), "aaaaaaa"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, w, _ := newPalette(t, c.scheme, c.size)
			test.Type(p.FocusTarget(), c.query)
			test.AssertRendersToImage(t, c.name+".png", w.Canvas())
		})
	}
}

func TestTabGoesFromGroupToGroup(t *testing.T) {
	p, w, l := newPalette(t, look.Light, fyne.NewSize(720, 640))
	test.Type(p.FocusTarget(), "netnyahu")
	press(p.Finder, fyne.KeyTab, fyne.KeyReturn) // names
	press(p.Finder, fyne.KeyTab, fyne.KeyReturn) // facts
	press(p.Finder, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn)
	if len(l.chosen) != 2 || l.chosen[0] != "netanyahu" || l.chosen[1] == l.chosen[0] {
		t.Errorf("opened %q, want a name, a fact and no command", l.chosen)
	}
	if w.Canvas().Focused() != p.FocusTarget() {
		t.Errorf("Tab leaves the field for %T", w.Canvas().Focused())
	}
	press(p.Finder, fyne.KeyTab, fyne.KeyReturn) // everything again
	if l.chosen[len(l.chosen)-1] != "netanyahu" || p.Query() != "netnyahu" {
		t.Errorf("opened %q for %q", l.chosen, p.Query())
	}
}

func TestClicksInThePalette(t *testing.T) {
	p, w, l := newPalette(t, look.Light, fyne.NewSize(720, 640))
	test.Type(p.FocusTarget(), "netnyahu")
	click := func(x, y float32) {
		w.Canvas().Unfocus() // as Fyne does for a click beside what has the focus
		test.TapCanvas(w.Canvas(), fyne.NewPos(20+x, 64+y))
		if w.Canvas().Focused() != p.FocusTarget() {
			t.Errorf("after a click at %v, %v the focus is on %T", x, y, w.Canvas().Focused())
		}
	}
	click(205, 86)  // facts
	click(400, 222) // the footer
	press(p.Finder, fyne.KeyReturn)
	if len(l.chosen) != 1 || l.chosen[0] == "netanyahu" {
		t.Errorf("opened %q, want a fact", l.chosen)
	}
}

func TestPaletteOfNothing(t *testing.T) {
	p, w, l := newPalette(t, look.Light, fyne.NewSize(720, 640))
	press(p.Finder, fyne.KeyDown, fyne.KeyReturn)
	if len(l.chosen) != 1 || l.chosen[0] != "sources" {
		t.Errorf("opened %q, want the second of what is offered", l.chosen)
	}
	press(p.Finder, fyne.KeyTab)
	test.Type(p.FocusTarget(), "zebra")
	tap := func(x, y float32) {
		w.Canvas().Unfocus()
		test.TapCanvas(w.Canvas(), fyne.NewPos(20+x, 64+y))
	}
	tap(80, 212) // search everything
	if w.Canvas().Focused() != p.FocusTarget() || p.Query() != "zebra" {
		t.Errorf("the focus is on %T, the query is %q", w.Canvas().Focused(), p.Query())
	}
	tap(80, 232) // clear search
	if w.Canvas().Focused() != p.FocusTarget() || p.Query() != "" {
		t.Errorf("the focus is on %T, the query is %q", w.Canvas().Focused(), p.Query())
	}
	press(p.Finder, fyne.KeyEscape)
	if l.cancelled != 1 {
		t.Errorf("Esc was told of %d times", l.cancelled)
	}
}

// What Enter would open is told, and nothing while nothing is typed.
func TestPointsAtWhatIsChosen(t *testing.T) {
	p, _, l := newPalette(t, look.Light, fyne.NewSize(720, 640))
	press(p.Finder, fyne.KeyDown)
	if strings.Trim(strings.Join(l.pointed, ""), "nothig") != "" {
		t.Errorf("before a word is typed the palette points at %q", l.pointed)
	}
	test.Type(p.FocusTarget(), "netnyahu")
	press(p.Finder, fyne.KeyDown)
	n := len(l.pointed)
	if n < 2 || l.pointed[n-2] != "netanyahu" || l.pointed[n-1] == l.pointed[n-2] {
		t.Errorf("the palette points at %q", l.pointed)
	}
	p.SetQuery("zebra")
	if l.pointed[len(l.pointed)-1] != "nothing" {
		t.Errorf("where nothing is found the palette points at %q", l.pointed)
	}
}

func TestUnusableCommandsAreLeftOut(t *testing.T) {
	p, _, l := newPalette(t, look.Light, fyne.NewSize(720, 640))
	press(p.Finder, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab) // commands
	test.Type(p.FocusTarget(), "sources")
	press(p.Finder, fyne.KeyReturn)
	if len(l.chosen) != 1 || l.chosen[0] != "sources" {
		t.Errorf("opened %q", l.chosen)
	}
}

func TestEveryRowHasAName(t *testing.T) {
	p, w, _ := newPalette(t, look.Light, fyne.NewSize(720, 640))
	test.Type(p.FocusTarget(), "netnyahu")
	names := map[string]bool{}
	for _, o := range test.LaidOutObjects(w.Canvas().Overlays().Top()) {
		if a, ok := o.(fyne.Accessible); ok {
			names[a.AccessibilityLabel()] = true
		}
	}
	if names[""] || !names["Everything, chosen"] || !names["Names"] {
		t.Errorf("the names are %v", names)
	}
	for name := range names {
		if strings.HasPrefix(name, "Benjamin Netanyahu, Person · mentioned") {
			return
		}
	}
	t.Errorf("no row is named as it reads: %v", names)
}
