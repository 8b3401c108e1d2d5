package locale

import "sidelight/annotations/anchor"

// NoteStatus says in a few words how surely the place of a note is known.
func NoteStatus(s anchor.Status) string {
	switch s {
	case anchor.Moved:
		return X("notes.status.moved", "moved")
	case anchor.Approximate:
		return X("notes.status.approximate", "place not certain")
	case anchor.Unanchored:
		return X("notes.status.unanchored", "no place")
	}
	return X("notes.status.kept", "unchanged")
}

// NotesLost is the heading over notes that have no place in the text.
func NotesLost() string { return X("notes.lost", "Not found in this text") }
