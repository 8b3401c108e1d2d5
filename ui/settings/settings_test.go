package settings_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/settings"
	"sidelight/ui/uitest"
)

// told are the values and the steps that a view has asked for, in order.
type told struct {
	values []settings.Values
	steps  []int
}

// shown puts a view into a window in the colours of a scheme. The view shows the
// zero values: those of the design.
func shown(t *testing.T, scheme look.Scheme) (*settings.View, *told, fyne.Window) {
	t.Helper()
	app, _ := uitest.App(t, scheme)
	v, x := settings.New(app.Settings().Theme().(*look.Theme), false), &told{}
	v.SetValues(settings.Values{Scheme: scheme}, 19)
	v.OnChange = func(v settings.Values) { x.values = append(x.values, v) }
	v.OnStep = func(delta int) { x.steps = append(x.steps, delta) }
	w := test.NewTempWindow(t, container.NewCenter(v))
	w.Resize(fyne.NewSize(400, 400))
	w.Canvas().Capture()
	return v, x, w
}

// labels are what screen readers say of the controls, in the order of Tab.
func labels(w fyne.Window) []string {
	var out []string
	w.Canvas().Unfocus()
	for range 6 {
		w.Canvas().FocusNext()
		out = append(out, w.Canvas().Focused().(fyne.Accessible).AccessibilityLabel())
	}
	return out
}

func press(w fyne.Window, names ...fyne.KeyName) {
	for _, n := range names {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestShowsTheValues(t *testing.T) {
	v, x, w := shown(t, look.Light)
	want := []string{"Text size: 19", "Line width: 66", "Leading: Open", "Marks: Lines", "Theme: Light", "Motion: Full"}
	if got := labels(w); !slices.Equal(got, want) {
		t.Errorf("by default it shows %q, want %q", got, want)
	}
	v.SetValues(settings.Values{
		Text:    look.Setting{Size: 24, Measure: look.Measures()[0], Leading: look.Leadings()[2]},
		Density: layer.Tints, Scheme: look.Sepia, Still: true,
	}, 24)
	want = []string{"Text size: 24", "Line width: 62", "Leading: Airy", "Marks: Tints", "Theme: Sepia", "Motion: Reduced"}
	if got := labels(w); !slices.Equal(got, want) {
		t.Errorf("it shows %q, want %q", got, want)
	}
	if len(x.values)+len(x.steps) > 0 {
		t.Errorf("what it is told it tells: %+v", x)
	}
}

// Each choice is told once, with all other values as they were.
func TestKeysChoose(t *testing.T) {
	v, x, w := shown(t, look.Light)
	start := settings.Values{
		Text:    look.Setting{Size: 20, Measure: look.Measures()[1], Leading: look.Leadings()[1]},
		Density: layer.Lines, Scheme: look.Light,
	}
	for at, want := range []func(*settings.Values){
		1: func(v *settings.Values) { v.Text.Measure = look.Measures()[2] },
		2: func(v *settings.Values) { v.Text.Leading = look.Leadings()[2] },
		3: func(v *settings.Values) { v.Density = layer.Tints },
		4: func(v *settings.Values) { v.Scheme = look.Sepia },
		5: func(v *settings.Values) { v.Still = true },
		6: func(v *settings.Values) { v.Found = layer.More },
	} {
		if want == nil {
			continue
		}
		v.SetValues(start, 20)
		x.values = nil
		w.Canvas().Focus(v.Focus())
		for range at {
			w.Canvas().FocusNext()
		}
		press(w, fyne.KeyRight)
		end := start
		want(&end)
		if !slices.Equal(x.values, []settings.Values{end}) {
			t.Errorf("control %d: Right told %+v, want %+v", at, x.values, end)
		}
		if press(w, fyne.KeyLeft); len(x.values) != 2 || x.values[1] != start {
			t.Errorf("control %d: Left told %+v, want what was before", at, x.values[1:])
		}
	}
}

func TestEndsOfAChoice(t *testing.T) {
	v, x, w := shown(t, look.Light)
	w.Canvas().Focus(v.Focus())
	for range 4 { // the themes
		w.Canvas().FocusNext()
	}
	press(w, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	if len(x.values) != 1 || x.values[0].Scheme != look.System {
		t.Errorf("left of the first theme: told %+v", x.values)
	}
	for range 9 {
		press(w, fyne.KeyRight)
	}
	if n := len(x.values); n != 5 || x.values[4].Scheme != look.HighContrast {
		t.Errorf("right of the last theme: told %d times, at last %+v", n, x.values[n-1])
	}
}

func TestClicksChooseAThemeOnce(t *testing.T) {
	v, x, w := shown(t, look.Light)
	themes := control(t, v, "Theme: Light")
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(themes)
	click := func(i float32) { test.TapCanvas(w.Canvas(), at.AddXY(17+i*34, 16)) }
	click(1) // chosen already
	click(3)
	click(3)
	if len(x.values) != 1 || x.values[0].Scheme != look.Dark {
		t.Errorf("told %+v, want the dark theme once", x.values)
	}
	if control(t, v, "Theme: Dark") == nil {
		t.Error("the dark theme is not shown as the chosen one")
	}
}

// control is the control of which screen readers say label.
func control(t *testing.T, v fyne.CanvasObject, label string) fyne.CanvasObject {
	t.Helper()
	var out fyne.CanvasObject
	uitest.Each(v, func(o fyne.CanvasObject) {
		if x, ok := o.(fyne.Accessible); ok && x.AccessibilityLabel() == label {
			out = o
		}
	})
	if out == nil {
		t.Fatalf("no control is called %q", label)
	}
	return out
}

func TestTextSizeSteps(t *testing.T) {
	v, x, w := shown(t, look.Light)
	w.Canvas().Focus(v.Focus())
	press(w, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft)
	if !slices.Equal(x.steps, []int{1, -1, -1}) {
		t.Errorf("told %v", x.steps)
	}
	x.steps = nil
	v.SetValues(settings.Values{}, look.MaxSize)
	press(w, fyne.KeyRight, fyne.KeyLeft)
	v.SetValues(settings.Values{}, look.MinSize)
	press(w, fyne.KeyLeft, fyne.KeyRight)
	if !slices.Equal(x.steps, []int{-1, 1}) {
		t.Errorf("at the ends told %v, want only what leads back", x.steps)
	}
	if len(x.values) > 0 {
		t.Errorf("a step told values too: %+v", x.values)
	}
}

// A key that no control uses is a key of the window.
func TestOtherKeysAreHandedOn(t *testing.T) {
	v, _, w := shown(t, look.Light)
	var got []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { got = append(got, e.Name) })
	w.Canvas().Focus(v.Focus())
	for range 6 {
		press(w, fyne.KeyEscape)
		w.Canvas().FocusNext()
	}
	if len(got) != 6 {
		t.Errorf("the window heard %v, want Esc from each of six controls", got)
	}
}

func TestSizes(t *testing.T) {
	v, _, w := shown(t, look.Light)
	for _, width := range []float32{settings.Width - 2*settings.Padding, 600} {
		v.Resize(fyne.NewSize(width, v.MinSize().Height))
		uitest.Fits(t, v)
	}
	w.SetContent(container.NewWithoutLayout())
	for _, size := range []fyne.Size{{}, {Width: 1, Height: 1}, {Width: 40, Height: 300}} {
		v.Resize(size)
		v.Refresh()
		uitest.NoNegativeSizes(t, v)
	}
}

func TestPictures(t *testing.T) {
	for _, c := range []struct {
		scheme look.Scheme
		file   string
	}{{look.Light, "light.png"}, {look.HighContrast, "contrast.png"}} {
		v, _, w := shown(t, c.scheme)
		w.SetContent(container.NewWithoutLayout(v))
		v.Move(fyne.NewPos(16, 16))
		v.Resize(v.MinSize())
		w.SetPadded(false)
		w.Resize(v.MinSize().AddWidthHeight(32, 32))
		w.Canvas().Focus(v.Focus())
		for range 4 {
			w.Canvas().FocusNext() // to the themes
		}
		test.AssertImageMatches(t, c.file, w.Canvas().Capture())
	}
}
