package carry

import (
	"slices"
	"strings"
)

// mostCollected is how many pieces a tray takes.
const mostCollected = 500

// Tray collects what the reader wants to take along, in the order in which it was
// collected. The zero Tray is empty.
type Tray struct {
	// OnChange is called after each change; nil means that nobody wants to know.
	OnChange func()

	pieces []string
}

// Pieces returns what was collected, the oldest first. It belongs to the tray.
func (t *Tray) Pieces() []string { return t.pieces }

// Len returns the number of pieces.
func (t *Tray) Len() int { return len(t.pieces) }

// Add collects a piece of text and reports whether it has room: what is there already
// is not collected twice, but has room.
func (t *Tray) Add(text string) bool {
	switch {
	case slices.Contains(t.pieces, text):
		return true
	case len(t.pieces) >= mostCollected:
		return false
	}
	t.pieces = append(t.pieces, text)
	t.changed()
	return true
}

// Remove takes away piece i.
func (t *Tray) Remove(i int) {
	t.pieces = slices.Delete(t.pieces, i, i+1)
	t.changed()
}

// Empty takes away all pieces.
func (t *Tray) Empty() {
	t.pieces = nil
	t.changed()
}

// Text returns all pieces as a list, with a blank line between them.
func (t *Tray) Text() string { return strings.Join(t.pieces, "\n\n") }

func (t *Tray) changed() {
	if f := t.OnChange; f != nil {
		f()
	}
}
