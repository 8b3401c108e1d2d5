package ui

import (
	"path/filepath"
	"testing"

	"sidelight/ui/prefs"
)

// What a start leaves as garbage is given back a while after anything is shown, be it
// opened from a path or not.
func TestMemoryIsGivenBackAfterEachRoom(t *testing.T) {
	for _, c := range []struct {
		name string
		show func(*Workspace)
	}{
		{"start page", func(w *Workspace) { w.Start("") }},
		{"start page after a fault", func(w *Workspace) { w.StartAgain("") }},
		{"sample", func(w *Workspace) { w.Start(prefs.Sample) }},
		{"file", func(w *Workspace) { w.Start(file(t, "a.txt", "Some words.\n")) }},
		{"missing file", func(w *Workspace) { w.Start(filepath.Join(t.TempDir(), "missing.txt")) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, given := newNoted(t), 0
			x.OnOpening = nil // nobody has to know what is opened
			x.settled.giveBack = func() { given++ }
			c.show(x.Workspace)
			x.queue.RunUntil(t, func() bool { return given > 0 })
		})
	}
}
