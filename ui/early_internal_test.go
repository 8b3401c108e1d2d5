package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/field"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
)

// What is typed while the window has no room yet is given to the room that comes, in
// order, and not to the page that names what is being opened.
func TestKeysWaitForTheFirstRoom(t *testing.T) {
	searched := func(x *noted) bool {
		e, ok := x.w.Canvas().Focused().(*field.Entry)
		return ok && e.Text == "ome"
	}
	turned := func(x *noted) bool { return x.prefs.Scheme() == look.Dark }
	for _, c := range []struct {
		name, path string
		shortcut   fyne.KeyName // typed first, with the key of shortcuts
		runes      string
		want       func(*noted) bool
	}{
		{"start page", "", "", "t", turned},
		{"sample", prefs.Sample, "", "/some", searched},
		{"sample by a shortcut", prefs.Sample, fyne.KeyK, "some", searched},
		{"file", file(t, "a.txt", "Some words.\n"), "", "/some", searched},
		{"missing file", "missing.txt", "", "t", turned},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := newNoted(t)
			x.Appear()
			to := x.w.Canvas().Focused()
			if c.shortcut != "" {
				to.(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: c.shortcut, Modifier: fyne.KeyModifierShortcutDefault})
			}
			for _, r := range c.runes {
				to.TypedRune(r)
				if r == 's' { // a named key between two characters
					to.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
				}
			}
			x.Start(c.path)
			x.queue.RunUntil(t, func() bool { return c.want(x) })
			if x.w.Canvas().Focused() == fyne.Focusable(x.early) {
				t.Error("what has had the keyboard keeps it")
			}
		})
	}
}
