package index

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// No name of the edition that comes with the program is cut in a rail of the width
// that it has in a window of 1280 pixels, selected or not.
func TestBundledNamesFit(t *testing.T) {
	const width = 216 // pixels
	_, roles := uitest.App(t, look.Light)
	now := session.Snapshot{Document: session.Document{Edition: uitest.Edition(t)}}
	r := New(roles)
	for _, k := range annotations.Kinds() {
		r.model.folded[k] = false
	}
	r.Follow(session.Snapshot{}, now)
	for i, x := range r.model.rows {
		now.Selected = x.id
		r.now = now
		l := newRailRow(r)
		l.show(i)
		size := l.Size()
		size.Width, size.Height = width, entryHeight
		l.words(size)
		if l.name.Text != x.label() {
			t.Errorf("the row %q is cut: %q", x.label(), l.name.Text)
		}
	}
}
