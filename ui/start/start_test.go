package start_test

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/assets"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/start"
	"sidelight/ui/uitest"
)

// told is what a page has asked for, in order.
type told []string

func (x *told) add(s string) func() { return func() { *x = append(*x, s) } }

// welcome makes the start page with two files that have been open before.
func welcome(roles look.Roles, x *told) *start.Page {
	text := canvas.NewRectangle(color.Transparent)
	return start.NewWelcome(roles, start.Welcome{
		Mark: fyne.NewStaticResource("icon.png", assets.AppIcon), OpenKey: "Ctrl O", PasteKey: "Ctrl V",
		Recent: []string{"/home/reader/texts/second.md", "/home/reader/first.txt"},
		OnOpen: x.add("open"), OnRead: x.add("sample"), OnPath: func(p string) { x.add(p)() },
		Sample: start.Fragment{
			Text:    text,
			Card:    prose.NewStack(prose.Item{Block: prose.NewText(roles.UI, look.ColorText, "A card about a name.")}),
			Line:    func() float32 { return 120 },
			OnMoved: func(func()) {},
		},
	})
}

// again is the start page after the program has ended by a fault.
func again(roles look.Roles, x *told) *start.Page {
	return start.NewWelcome(roles, start.Welcome{
		Mark: fyne.NewStaticResource("icon.png", assets.AppIcon), OpenKey: "Ctrl O", PasteKey: "Ctrl V",
		OnOpen: x.add("open"), OnRead: x.add("sample"),
		Again: "a rather long name of a file, as they come from the web.txt", OnAgain: x.add("again"),
		Sample: start.Fragment{
			Text: canvas.NewRectangle(color.Transparent), Card: prose.NewStack(),
			Line: func() float32 { return 0 }, OnMoved: func(func()) {},
		},
	})
}

// After a fault the first way is back to what was open.
func TestAgainComesFirst(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	var x told
	p := again(roles, &x)
	w := shown(t, p, 800, 600)
	w.Canvas().FocusNext()
	if got := name(w); got != "Open it again" {
		t.Errorf("the first button is %q", got)
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := (told{"again"}); !slices.Equal(x, want) {
		t.Errorf("it asked for %q", x)
	}
	if want := "“a rather long name of a file, as they come from the web.txt” was open when Sidelight ended."; !slices.Contains(words(p), want) {
		t.Errorf("it says %q", words(p))
	}
}

func trouble(roles look.Roles, x *told) *start.Page {
	return start.NewTrouble(roles, start.Trouble{
		Name: "photo.jpeg", Happened: "is not a text.", Path: "/home/reader/a/long/way/down/to/photo.jpeg, 3 MB",
		Faults: []string{"entities.toml:3:1: no name\n", "facts.toml:9:7: no source"}, Way: "Read the sample",
	}, x.add("choose"), x.add("back"))
}

func shown(t *testing.T, p fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	w.Canvas().Capture()
	return w
}

// name is what screen readers call what has the keyboard.
func name(w fyne.Window) string {
	x, ok := w.Canvas().Focused().(fyne.Accessible)
	if !ok {
		return fmt.Sprintf("%T", w.Canvas().Focused())
	}
	return x.AccessibilityLabel()
}

func TestWelcomeByKeyboard(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	var x told
	w := shown(t, welcome(roles, &x), 800, 600)
	var names []string
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyEnter, fyne.KeyReturn} {
		w.Canvas().FocusNext()
		names = append(names, name(w))
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
	want := told{"open", "sample", "/home/reader/texts/second.md", "/home/reader/first.txt"}
	if !slices.Equal(x, want) {
		t.Errorf("the keys asked for %q, want %q", x, want)
	}
	if want := []string{"Open file", "Read the sample", "second.md   /home/reader/texts", "first.txt   /home/reader"}; !slices.Equal(names, want) {
		t.Errorf("Tab leads through %q, want %q", names, want)
	}
	if w.Canvas().FocusNext(); name(w) != "Open file" {
		t.Errorf("after the last file Tab leads to %q", name(w))
	}
}

func TestWelcomeByPointer(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	var x told
	p := welcome(roles, &x)
	w := shown(t, p, 800, 600)
	for _, o := range tappable(p) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		test.TapCanvas(w.Canvas(), at.AddXY(10, 10))
	}
	want := told{"open", "sample", "/home/reader/texts/second.md", "/home/reader/first.txt"}
	if !slices.Equal(x, want) {
		t.Errorf("the clicks asked for %q, want %q", x, want)
	}
}

func tappable(p fyne.CanvasObject) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	uitest.Each(p, func(o fyne.CanvasObject) {
		switch o.(type) {
		case *control.Text, *control.Row:
			out = append(out, o)
		}
	})
	return out
}

// words are the texts of a page that are to be seen, in order.
func words(p fyne.CanvasObject) []string {
	var out []string
	uitest.Each(p, func(o fyne.CanvasObject) {
		if x, ok := o.(*prose.Text); ok {
			out = append(out, x.Content())
		}
	})
	return out
}

func TestNothingOpenedYet(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	p := start.NewWelcome(roles, start.Welcome{Mark: fyne.NewStaticResource("icon.png", assets.AppIcon), Sample: start.Fragment{
		Text: canvas.NewRectangle(color.Transparent), Card: prose.NewStack(), Line: func() float32 { return 0 }, OnMoved: func(func()) {},
	}})
	shown(t, p, 800, 600)
	if !slices.Contains(words(p), "Articles you open will be listed here.") {
		t.Errorf("it says %q", words(p))
	}
}

func TestTrouble(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	var x told
	p := trouble(roles, &x)
	shown(t, p, 800, 600)
	for _, want := range []string{
		"This file could not be opened",
		"photo.jpeg is not a text. Sidelight reads web pages, EPUB, Word, OpenDocument and PDF files, Markdown and plain text, up to 64 MB. Nothing was changed.",
		"entities.toml:3:1: no name", "facts.toml:9:7: no source", "/home/reader/a/long/way/down/to/photo.jpeg, 3 MB",
	} {
		if !slices.Contains(words(p), want) {
			t.Errorf("it does not say %q but %q", want, words(p))
		}
	}
	for _, o := range tappable(p) {
		test.Tap(o.(fyne.Tappable))
	}
	if want := (told{"choose", "back"}); !slices.Equal(x, want) {
		t.Errorf("the buttons asked for %q, want %q", x, want)
	}
}

func TestReadingNamesTheFile(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	p := start.NewReading(roles, "long.txt", func() {})
	shown(t, p, 800, 600)
	if got := words(p); !slices.Equal(got, []string{"Reading long.txt", "Cancel"}) {
		t.Errorf("it says %q", got)
	}
}

// The piece of the sample is to be seen where there is room for two columns.
func TestColumns(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	var x told
	p := welcome(roles, &x)
	w := shown(t, p, 800, 600)
	for _, c := range []struct {
		width float32
		both  bool
	}{{999, false}, {1000, true}, {1920, true}, {480, false}} {
		w.Resize(fyne.NewSize(c.width, 700))
		both := slices.Contains(words(p), "Eight kinds of mark, each with its own line")
		if both != c.both {
			t.Errorf("%v px wide: two columns are %v", c.width, both)
		}
	}
}

// No size makes a shape that cannot be drawn, cuts a word, or lays the foot over
// the column above it.
func TestSizes(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	for name, page := range map[string]func(look.Roles, *told) *start.Page{"welcome": welcome, "again": again, "trouble": trouble} {
		t.Run(name, func(t *testing.T) {
			var x told
			p := page(roles, &x)
			w := shown(t, p, 800, 600)
			for _, size := range []fyne.Size{
				{Width: 320, Height: 200}, {Width: 480, Height: 320}, {Width: 800, Height: 480}, {Width: 1000, Height: 480},
				{Width: 1366, Height: 700}, {Width: 1920, Height: 1080},
			} {
				w.Resize(size)
				uitest.Fits(t, p)
				uitest.Each(p, func(o fyne.CanvasObject) {
					if b, ok := o.(*control.Text); ok && b.Size().Width < b.NaturalWidth() {
						t.Errorf("in %v a button is %v wide and needs %v", size, b.Size().Width, b.NaturalWidth())
					}
				})
			}
			w.SetContent(canvas.NewRectangle(color.Transparent))
			for _, size := range []fyne.Size{{}, {Width: 1, Height: 1}, {Width: 60, Height: 20}} { // on the way to a window
				p.Resize(size)
				p.Refresh()
				uitest.NoNegativeSizes(t, p)
			}
		})
	}
}

func TestPictures(t *testing.T) {
	for _, c := range []struct {
		scheme look.Scheme
		page   func(look.Roles, *told) *start.Page
		file   string
		size   fyne.Size
	}{
		{look.Light, welcome, "welcome_light.png", fyne.NewSize(1100, 700)},
		{look.Light, again, "again_light.png", fyne.NewSize(560, 620)},
		{look.Dark, trouble, "trouble_dark.png", fyne.NewSize(560, 420)},
	} {
		_, roles := uitest.App(t, c.scheme)
		var x told
		w := shown(t, c.page(roles, &x), c.size.Width, c.size.Height)
		w.Canvas().FocusNext()
		test.AssertImageMatches(t, c.file, w.Canvas().Capture())
	}
}

// A window that is too low for all of the page still shows the whole area for files,
// and nothing lies over anything else.
func TestALowWindowShowsTheWholePage(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	for _, size := range []fyne.Size{{Width: 640, Height: 352}, {Width: 800, Height: 432}, {Width: 800, Height: 700}, {Width: 640, Height: 352}} {
		var x told
		p := welcome(roles, &x)
		w := shown(t, p, size.Width, size.Height)
		w.Canvas().Capture()
		drop, foot := float32(0), float32(0)
		d := fyne.CurrentApp().Driver()
		for _, o := range test.LaidOutObjects(w.Content()) {
			switch o := o.(type) {
			case *canvas.Raster:
				if o.Size().Height == 92 { // of the area
					drop = d.AbsolutePositionForObject(o).Y + o.Size().Height
				}
			case *prose.Text:
				if strings.HasPrefix(o.Content(), "Works offline") {
					foot = d.AbsolutePositionForObject(o).Y
				}
			}
		}
		if drop == 0 || drop > size.Height {
			t.Errorf("%v: the area for files ends at %v", size, drop)
		}
		if foot < drop+8 {
			t.Errorf("%v: the foot at %v touches the area that ends at %v", size, foot, drop)
		}
	}
}

// Of a long path the name of the file and the last folder stay in view, and no more
// than fits.
func TestLongPathsOfRecent(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	path := "/" + strings.Repeat("annotations/", 9) + "seven/harbour.html"
	page := start.NewWelcome(roles, start.Welcome{
		Mark: fyne.NewStaticResource("icon.png", assets.AppIcon), Recent: []string{path}, OnPath: func(string) {},
		Sample: start.Fragment{
			Text: canvas.NewRectangle(color.Transparent), Card: prose.NewStack(),
			Line: func() float32 { return 0 }, OnMoved: func(func()) {},
		},
	})
	w := test.NewTempWindow(t, page)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 820))
	var shown []string
	for _, o := range test.LaidOutObjects(page) {
		x, ok := o.(*prose.Text)
		if !ok || !strings.HasPrefix(x.Content(), "harbour.html") {
			continue
		}
		shown = append(shown, x.Content())
		if wide := x.NaturalWidth(); wide > x.Size().Width {
			t.Errorf("%q is %v wide, with room for %v", x.Content(), wide, x.Size().Width)
		}
	}
	if len(shown) != 1 || !strings.Contains(shown[0], "…") || !strings.HasSuffix(shown[0], "/seven") {
		t.Errorf("%q is shown of %s", shown, path)
	}
}

// The toolkit lays out all of a window once more before it first draws it, and looks after
// its own images then: what asked to be drawn anew would have the window drawn twice.
func TestToLayOutAgainDrawsNothing(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	for _, size := range []fyne.Size{{Width: 1280, Height: 772}, {Width: 800, Height: 600}, {Width: 1280, Height: 400}} {
		var x told
		w := shown(t, welcome(roles, &x), size.Width, size.Height)
		for _, drawn := range uitest.LayOutAgain(t, w.Content()) {
			t.Errorf("%v: a %s is drawn", size, drawn)
		}
		uitest.Each(w.Content(), func(o fyne.CanvasObject) {
			if _, ok := o.(*canvas.Image); ok {
				t.Errorf("%v: there is an image of the toolkit", size)
			}
		})
	}
}
