package help_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/help"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/uitest"
)

// commands are seven in three groups, one of them without a key.
func commands(t *testing.T) []*command.Command {
	t.Helper()
	does := func(id command.ID, g command.Group, label string, keys ...command.Key) command.Command {
		return command.Command{ID: id, Group: g, Keys: keys, Label: func() string { return label }, Run: func() {}}
	}
	table, err := command.New(
		does("keys", command.Program, "All keys", command.Typed('?'), command.Named(fyne.KeyF1)),
		does("top", command.Go, "Beginning", command.Named(fyne.KeyHome, fyne.KeyModifierControl)),
		does("start", command.Go, "Start page"),
		does("larger", command.View, "Larger text", command.Named(fyne.KeyPlus, fyne.KeyModifierControl)),
		does("smaller", command.View, "Smaller text", command.Named(fyne.KeyMinus, fyne.KeyModifierControl)),
		does("normal", command.View, "Normal text size", command.Named(fyne.Key0, fyne.KeyModifierControl)),
		does("theme", command.View, "Next theme, the one after the one that is shown now", command.Typed('t')),
	)
	if err != nil {
		t.Fatal(err)
	}
	return table.Commands()
}

func shown(t *testing.T, width float32) (*help.Sheet, fyne.Window) {
	t.Helper()
	_, roles := uitest.App(t, look.Light)
	s := help.New(commands(t), roles)
	w := test.NewTempWindow(t, container.NewWithoutLayout(s))
	s.Resize(fyne.NewSize(width, s.HeightFor(width)))
	w.Resize(fyne.NewSize(width+10, s.Size().Height+10))
	w.Canvas().Capture()
	return s, w
}

func TestEveryCommandAndItsKeys(t *testing.T) {
	s, _ := shown(t, 712)
	want := []string{
		"Larger text | Ctrl +", "Smaller text | Ctrl −", "Normal text size | Ctrl 0",
		"Next theme, the one after the one that is shown now | T",
		"Beginning | Ctrl Home", "Start page",
		"All keys | ? | F1",
	}
	if got := s.Lines(); !slices.Equal(got, want) {
		t.Errorf("it says %q, want %q", got, want)
	}
}

// lefts are where texts begin, in pixels from the left, each once, ascending.
func lefts(s *help.Sheet) []float32 {
	var out []float32
	uitest.Each(s, func(o fyne.CanvasObject) {
		if x, ok := o.(*prose.Text); ok && x.Content() != "" {
			out = append(out, fyne.CurrentApp().Driver().AbsolutePositionForObject(x).X-fyne.CurrentApp().Driver().AbsolutePositionForObject(s).X)
		}
	})
	slices.Sort(out)
	return slices.Compact(out)
}

func TestTwoColumnsWhereThereIsRoom(t *testing.T) {
	wide, _ := shown(t, 712)
	starts := func(s *help.Sheet, at float32) bool { return slices.Contains(lefts(s), at) }
	if !starts(wide, 0) || !starts(wide, (712-40)/2+40) {
		t.Errorf("at 712 px texts begin at %v, want two columns", lefts(wide))
	}
	tall, low := wide.HeightFor(500), wide.HeightFor(712)
	if tall <= low {
		t.Errorf("one column is %v high, two are %v", tall, low)
	}
	narrow, _ := shown(t, 500)
	if starts(narrow, (712-40)/2+40) {
		t.Errorf("at 500 px texts begin at %v, want one column", lefts(narrow))
	}
}

// The height that the sheet asks for is the height that it uses.
func TestHeightFitsTheRows(t *testing.T) {
	for _, width := range []float32{300, 500, 639, 640, 712, 1000} {
		s, _ := shown(t, width)
		bottom := float32(0)
		d := fyne.CurrentApp().Driver()
		uitest.Each(s, func(o fyne.CanvasObject) {
			if x, ok := o.(*prose.Text); ok {
				bottom = max(bottom, d.AbsolutePositionForObject(x).Y-d.AbsolutePositionForObject(s).Y+x.Size().Height)
			}
		})
		if h := s.HeightFor(width); bottom > h || h-bottom > 8 {
			t.Errorf("%v px wide: the last row ends at %v of %v", width, bottom, h)
		}
	}
}

// A label gives way to its keys, which are whole at any width.
func TestSizes(t *testing.T) {
	for _, width := range []float32{240, 320, 480, 640, 712, 1200} {
		s, _ := shown(t, width)
		uitest.Fits(t, s)
		uitest.Each(s, func(o fyne.CanvasObject) {
			if k, ok := o.(*control.Key); ok && k.Size() != k.MinSize() {
				t.Errorf("%v px wide: the cap %q has the size %v", width, k.Name(), k.Size())
			}
		})
	}
	s, _ := shown(t, 300)
	for _, size := range []fyne.Size{{}, {Width: 1, Height: 1}, {Width: 30, Height: 30}} {
		s.Resize(size)
		s.Refresh()
		uitest.NoNegativeSizes(t, s)
	}
}

func TestPicture(t *testing.T) {
	_, w := shown(t, 712)
	test.AssertImageMatches(t, "sheet_light.png", w.Canvas().Capture())
}
