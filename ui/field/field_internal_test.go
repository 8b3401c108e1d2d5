package field

import (
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// In a narrow field the words come before the key.
func TestKeyGivesWayToTheWords(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	f := New("Search names, facts, passages", "Ctrl K", Small(roles))
	w := test.NewTempWindow(t, container.NewWithoutLayout(f))
	for _, width := range []float32{343, 240, 343} {
		f.Resize(fyne.NewSize(width, Height))
		w.Canvas().Capture()
		if shown := !f.hint.Hidden; shown != (width == 343) {
			t.Errorf("at %v px the key is shown: %v", width, shown)
		}
	}
}

// Every reader has fields of its own, and the toolkit forgets no font: a field must not
// bring fonts of its own.
func TestFieldsShareTheirFonts(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	draw := func(n int) {
		for range n {
			f := New("Search", "", Large(roles))
			w := test.NewWindow(container.NewWithoutLayout(f))
			f.Resize(fyne.NewSize(300, Height))
			w.Canvas().Capture()
			f.Entry.SetText("words")
			w.Canvas().Capture()
			w.Close()
		}
	}
	inUse := func() int {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	draw(2) // the fonts of all
	before := inUse()
	const fields = 10
	draw(fields)
	if grown := (inUse() - before) / fields; grown > 256<<10 {
		t.Errorf("each field takes %d KB for good", grown>>10)
	}
}

// What is selected is drawn behind the words, where they stand, in the size of the field.
func TestSelectionIsDrawnBehindItsWords(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	for name, l := range map[string]Look{"small": Small(roles), "large": Large(roles)} {
		f := New("Search", "", l)
		w := test.NewTempWindow(t, container.NewWithoutLayout(f))
		f.Resize(fyne.NewSize(400, Height))
		w.Canvas().Capture()
		w.Canvas().Focus(f.Entry)
		test.Type(f.Entry, "white house")
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject
		marked := func() (x, width float32) {
			uitest.Walk(f, func(o fyne.CanvasObject) {
				if r, ok := o.(*canvas.Rectangle); ok && r.FillColor == f.Entry.Theme().Color(theme.ColorNameSelection, 0) {
					x, width = at(r).X, r.Size().Width
				}
			})
			return x, width
		}
		if _, width := marked(); width != 0 {
			t.Errorf("%s: %v pixels are marked before anything is selected", name, width)
		}
		house := fyne.MeasureText("house", l.text, fyne.TextStyle{}).Width
		start := fyne.MeasureText("white ", l.text, fyne.TextStyle{}).Width
		on := fyne.NewPos(entryInset+start+house/2, entryInset+4)
		f.Entry.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: on}, Button: desktop.MouseButtonPrimary})
		f.Entry.DoubleTapped(&fyne.PointEvent{Position: on})
		x, width := marked()
		words := at(f.Entry).X + entryInset
		if f.Entry.SelectedText() != "house" || abs(x-words-start) > 2 || abs(width-house) > 2 {
			t.Errorf("%s: %q is selected and %v pixels at %v are marked; the word is %v wide at %v",
				name, f.Entry.SelectedText(), width, x-words, house, start)
		}
	}
}

func abs(x float32) float32 { return max(x, -x) }

// A field that nobody has touched draws words in the font of the design alone: its entry
// would have the toolkit load fonts of its own. What a click, a key or a command needs is
// there when it comes.
func TestAnUntouchedFieldLeavesTheToolkitsFontsAlone(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	show := func() *Field {
		f := New("Search", "Ctrl K", Small(roles))
		w := test.NewTempWindow(t, container.NewWithoutLayout(f))
		f.Resize(fyne.NewSize(400, Height))
		w.Canvas().Capture()
		return f
	}
	f := show()
	f.Refresh()
	if f.Entry.awake {
		t.Error("the entry of an untouched field was made whole")
	}
	uitest.Walk(f, func(o fyne.CanvasObject) {
		if words, ok := o.(*canvas.Text); ok && words.Visible() && words.FontSource == nil {
			t.Errorf("%q is drawn in a font of the toolkit", words.Text)
		}
	})
	for name, touch := range map[string]func(*Field){
		"a click":        func(f *Field) { f.Entry.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary}) },
		"the focus":      func(f *Field) { f.Focus() },
		"a text":         func(f *Field) { f.SetText("words") },
		"a shortcut":     func(f *Field) { f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) },
		"a key":          func(f *Field) { f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) },
		"a letter":       func(f *Field) { f.Entry.TypedRune('w') },
		"a double click": func(f *Field) { f.Entry.DoubleTapped(&fyne.PointEvent{}) },
	} {
		f := show()
		touch(f)
		f.Focus()
		test.Type(f.Entry, "x")
		f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		if got := f.Entry.SelectedText(); got != f.Entry.Text || got == "" {
			t.Errorf("after %s %q of %q is selected", name, got, f.Entry.Text)
		}
	}
}
