package ui_test

import (
	"log/slog"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/ui"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
)

// sampleWindow opens the sample in a test window.
func sampleWindow(t *testing.T, size fyne.Size) (*ui.Workspace, fyne.Window) {
	t.Helper()
	app, _ := uitest.App(t, look.Light)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	d := ui.NewWorkspace(w, prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler)), app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	d.Do = uitest.NewQueue().Do
	d.Start(prefs.Sample)
	d.Reader().Page().SetStill(true)
	w.Resize(size)
	w.Canvas().Capture()
	return d, w
}

// explained is a control that may have a tip.
type explained interface {
	fyne.CanvasObject
	fyne.Accessible
	desktop.Hoverable
	Tip() control.Tip
}

// Every control that shows no words has a name and a tip, and so has every name that
// is cut.
func TestEveryControlIsExplained(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1280, Height: 820}, {Width: 1000, Height: 700}, {Width: 800, Height: 480}} {
		d, w := sampleWindow(t, size)
		r := d.Reader()
		icons := 0
		check := func(where string) {
			t.Helper()
			roots := append([]fyne.CanvasObject{w.Content()}, w.Canvas().Overlays().List()...)
			for _, root := range roots {
				for _, o := range test.LaidOutObjects(root) {
					if c, ok := o.(explained); ok && c.Visible() && !c.Size().IsZero() {
						icons += explain(t, where, c)
					}
				}
			}
		}
		check("at the start")
		r.Session().Update(func(s *session.State) {
			s.Panel.Open = true
			s.Select(uitest.Edition(t).Mentions()[0].Entity, "")
		})
		check("with a card")
		r.Page().Select(uitest.Edition(t).Mentions()[0].Span)
		if r.RunCommand(command.Collect); !trayShown(w) {
			t.Error("the button of what was collected does not show")
		}
		check("with something collected")
		for _, id := range []command.ID{command.ShowSources, command.ShowLayers, command.Settings, command.Find, command.TheMenu, command.Search} {
			r.RunCommand(id)
			check(string(id))
		}
		if icons < 60 {
			t.Errorf("in %v there are %d icons", size, icons)
		}
	}
}

// trayShown reports whether the button that counts what was collected is in the window.
func trayShown(w fyne.Window) (shown bool) {
	for _, o := range test.LaidOutObjects(w.Content()) {
		x, ok := o.(*control.Text)
		shown = shown || ok && x.Visible() && x.AccessibilityLabel() == "What you collected"
	}
	return shown
}

// explain checks the tip of a control, and returns how many icons the control has to
// explain.
func explain(t *testing.T, where string, c explained) (icons int) {
	t.Helper()
	words, signs, ends := "", 0, ""
	uitest.Each(c, func(o fyne.CanvasObject) {
		switch x := o.(type) {
		case *canvas.Text:
			words += x.Text
			if strings.HasSuffix(x.Text, "…") && x.Text != "Open…" && x.Text != "Save as page…" {
				ends = x.Text
			}
		case *canvas.Image, *canvas.Raster:
			signs++
		case *shape.Box:
			if x.CornerRadius > 100 { // of the discs
				signs++
			}
		}
	})
	tip, name := c.Tip(), c.AccessibilityLabel()
	// A count says nothing, nor does the letter on a disc.
	if strings.Trim(words, "0123456789a") == "" && signs > 0 {
		icons = 1
		if name == "" || tip.Words == "" {
			t.Errorf("%s: the icon %T %q has the tip %q", where, c, name, tip.Words)
		}
	}
	if ends != "" && len(tip.Words) < len(ends) {
		t.Errorf("%s: %T %q is cut and has the tip %q", where, c, ends, tip.Words)
	}
	return icons
}

// A tip names the key on which the command of a button hangs.
func TestTipsNameTheKey(t *testing.T) {
	d, w := sampleWindow(t, fyne.NewSize(1280, 820))
	keys := map[string]string{}
	for _, c := range d.Reader().Commands() {
		keys[c.Label()] = c.Key()
	}
	n := 0
	for _, o := range test.LaidOutObjects(w.Content()) {
		i, ok := o.(*control.Icon)
		if !ok || keys[i.AccessibilityLabel()] == "" {
			continue
		}
		if n++; i.Tip().Key != keys[i.AccessibilityLabel()] {
			t.Errorf("%s has the key %q in its tip", i.AccessibilityLabel(), i.Tip().Key)
		}
	}
	if n < 9 {
		t.Errorf("%d buttons are of commands", n)
	}
}
