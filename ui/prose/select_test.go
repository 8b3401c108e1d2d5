package prose_test

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/uitest"
)

// TestSelection selects words over several texts, down and up, and copies them in the
// order in which they are read.
func TestSelection(t *testing.T) {
	app, _ := uitest.App(t, look.Light)
	roles := app.Settings().Theme().(*look.Theme).Roles()
	text := func(words string) *prose.Text { return prose.NewText(roles.Body, look.ColorText, words) }
	date, said := text("5 March 2025"), text("They were said at a briefing.")
	stack := prose.NewStack(
		prose.Item{Block: text("The first fact.")},
		prose.Item{Block: prose.NewColumns(prose.Cell{Block: date, Width: 100}, prose.Cell{Block: said, Gap: 8}), Top: 10},
		prose.Item{Block: text("The last fact.")},
	)
	w := test.NewTempWindow(t, stack)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))
	w.Canvas().Capture()
	line, origin := roles.Body.Leading, fyne.Position{}
	x := func(words string) float32 { return roles.Body.Face.Width(words, roles.Body.Size) }
	for _, c := range []struct {
		name     string
		from, to fyne.Position
		want     string
	}{
		{"within a line", fyne.NewPos(x("The "), 5), fyne.NewPos(x("The first"), 5), "first"},
		{"backwards", fyne.NewPos(x("The first"), 5), fyne.NewPos(x("The "), 5), "first"},
		{"across blocks", fyne.NewPos(x("The "), 5), fyne.NewPos(x("The last"), 2*line+15),
			"first fact.\n5 March 2025 They were said at a briefing.\nThe last"},
		{"from beside a line to below the last", fyne.NewPos(390, line/2), fyne.NewPos(0, 290), "5 March 2025 They were said at a briefing.\nThe last fact."},
		{"in the second column", fyne.NewPos(108+x("They were "), line+15), fyne.NewPos(108+x("They were said"), line+15), "said"},
		{"nothing", fyne.NewPos(20, 5), fyne.NewPos(20, 5), ""},
	} {
		var s prose.Selection
		s.Begin(stack, origin, c.from)
		s.Extend(c.to)
		if got := s.Words(); got != c.want {
			t.Errorf("%s: %q is selected, want %q", c.name, got, c.want)
		}
		if s.Clear(); s.Words() != "" || date.Selected() != "" {
			t.Errorf("%s: something stays selected", c.name)
		}
	}

	// What is selected is seen.
	before := w.Canvas().Capture()
	var s prose.Selection
	s.Begin(stack, origin, fyne.NewPos(0, 5))
	s.Extend(fyne.NewPos(200, 5))
	if reflect.DeepEqual(before, w.Canvas().Capture()) {
		t.Error("selected words look like any other")
	}
}
