package ui_test

import (
	"log/slog"
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/prose"
	"sidelight/ui/uitest"
)

// A notice tells that nothing opened an address, lets the reader copy the address,
// and leaves the keyboard where it is.
func TestNothingOpenedAnAddress(t *testing.T) {
	app, _ := uitest.App(t, look.Light)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	w.Resize(fyne.NewSize(1280, 820))
	d := ui.NewWorkspace(w, prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler)), app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	d.Do = uitest.NewQueue().Do // nothing is kept but by the test
	d.Start(prefs.Sample)
	w.Canvas().Capture()
	w.Canvas().Focus(d.Reader().Page())
	const address = "https://agency.example/it%27s"
	d.TellUnopened(address)
	w.Canvas().Capture()
	if w.Canvas().Focused() != d.Reader().Page() {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
	told := func() (told bool) {
		uitest.Each(w.Content(), func(o fyne.CanvasObject) {
			x, ok := o.(*prose.Text)
			told = told || ok && strings.Contains(x.Content(), "Nothing on this computer opened "+address)
		})
		return told
	}
	if !told() {
		t.Fatal("nothing is told")
	}
	uitest.Each(w.Content(), func(o fyne.CanvasObject) {
		if x, ok := o.(*control.Text); ok && x.AccessibilityLabel() == "Copy the address" {
			test.Tap(x)
		}
	})
	if got := app.Clipboard().Content(); got != address || told() {
		t.Errorf("%q is copied; it is still told: %v", got, told())
	}
}

// In no window does a notice lie on the text beside the panel, whatever it says; what
// it says stays within it, and a long path keeps both its ends.
func TestNoticesStayWithinThePanel(t *testing.T) {
	long := "/home/reader/" + strings.Repeat("a folder of many words/", 12) + "White House.html"
	address := "https://agency.example/" + strings.Repeat("abcdefghij/", 30) + "end.html"
	for _, size := range []fyne.Size{{Width: 1280, Height: 820}, {Width: 1000, Height: 700}, {Width: 800, Height: 480}} {
		d, w := sampleWindow(t, size)
		for _, open := range []bool{true, false} {
			uitest.OpenPanel(d.Reader().Session(), open)
			for said, tell := range map[string]func(){
				"Saved as a.html":  func() { d.Say("check", "Saved as a.html") },
				"Saved as " + long: func() { d.Say("check", "Saved as "+long) },
				"Nothing on this computer opened " + address:             func() { d.TellUnopened(address) },
				"Nothing on this computer opened https://agency.example": func() { d.TellUnopened("https://agency.example") },
			} {
				tell()
				w.Canvas().Capture()
				n := ui.Notice(d)
				if n.AccessibilityLabel() != said {
					t.Errorf("it is called %q, want %q", n.AccessibilityLabel(), said)
				}
				left, right := float32(16), size.Width-16
				if open {
					panel := ui.PanelBeside(d)
					left, right = size.Width-panel+24, size.Width-24
					if panel < 300 {
						t.Fatalf("in %v the panel is %v px wide", size, panel)
					}
				}
				within(t, n, left, right, size.Height-16)
				words := noticeWords(n)
				if strings.Contains(said, "…") || len(words) == 0 || len(words) > 3 {
					t.Errorf("in %v it has the lines %q", size, words)
				}
				shown := strings.Join(words, " ")
				if len(said) > 300 && (!strings.Contains(shown, "…") || shown[:8] != said[:8] || !strings.HasSuffix(shown, ".html")) {
					t.Errorf("in %v a long path is shown as %q", size, shown)
				}
				if len(said) < 60 && strings.Contains(shown, "…") {
					t.Errorf("in %v there is room for %q, and it is cut to %q", size, said, shown)
				}
			}
		}
	}
}

// within checks that a notice and all that it shows keep within bounds, and that its
// words and buttons stand clear of each other.
func within(t *testing.T, n fyne.CanvasObject, left, right, foot float32) {
	t.Helper()
	type box struct{ x0, y0, x1, y1 float32 }
	var all []box
	uitest.Each(n, func(o fyne.CanvasObject) {
		at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
		switch o := o.(type) {
		case *canvas.Text:
			size.Width = o.MinSize().Width
		case *control.Text, *control.Icon:
			all = append(all, box{at.X, at.Y, at.X + size.Width, at.Y + size.Height})
		case *prose.Text:
			if strings.TrimSpace(o.Content()) != "Copy the address" {
				all = append(all, box{at.X, at.Y, at.X + size.Width, at.Y + size.Height})
			}
		default:
			if o != n {
				return
			}
		}
		if at.X < left-0.5 || at.X+size.Width > right+0.5 || at.Y+size.Height > foot+0.5 {
			t.Errorf("%T lies at %v, %v, not within %v and %v above %v", o, at, size, left, right, foot)
		}
	})
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1 {
				t.Errorf("%v lies over %v", a, b)
			}
		}
	}
}

// noticeWords are the lines of what a notice says, from top to bottom.
func noticeWords(n fyne.CanvasObject) []string {
	lines := map[float32]string{}
	uitest.Each(n, func(o fyne.CanvasObject) {
		x, ok := o.(*prose.Text)
		if !ok || x.Content() == "Copy the address" {
			return
		}
		uitest.Each(x, func(o fyne.CanvasObject) {
			if words, ok := o.(*canvas.Text); ok {
				lines[words.Position().Y] += words.Text
			}
		})
	})
	var out []string
	for _, y := range slices.Sorted(maps.Keys(lines)) {
		out = append(out, lines[y])
	}
	return out
}

// tells reports whether a notice, or anything else that is named, says some words, on
// however many lines.
func tells(w fyne.Window, words string) (told bool) {
	uitest.Each(w.Content(), func(o fyne.CanvasObject) {
		a, ok := o.(fyne.Accessible)
		told = told || ok && o.Visible() && strings.Contains(a.AccessibilityLabel(), words)
	})
	return told
}
