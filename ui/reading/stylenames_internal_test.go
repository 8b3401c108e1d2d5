package reading

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// The keyboard is in a field of the card, which is left with Esc and with Enter.
func TestNamesOfStylesAreLeftByKey(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	left := 0
	names := map[notes.Style]string{}
	c := newStyleNames(roles, func(notes.Style) string { return "" },
		func(s notes.Style, name string) { names[s] = name }, func() { left++ })
	c.fields[1].SetText("Argument")
	for i, k := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter} {
		if c.fields[i].Entry.TypedKey(&fyne.KeyEvent{Name: k}); left != i+1 {
			t.Errorf("after %s the card is left %d times, want %d", k, left, i+1)
		}
	}
	if names[notes.Band] != "Argument" || len(names) != 1 {
		t.Errorf("the names are %v", names)
	}
}
