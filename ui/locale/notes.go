package locale

import (
	"sidelight/annotations/anchor"
	"sidelight/annotations/notes"
)

// NoteStyle returns the name of a style of highlights, as long as the reader has given it
// no other.
func NoteStyle(s notes.Style) string {
	switch s {
	case notes.Band:
		return X("notes.style.half-band", "Half band")
	case notes.Wave:
		return X("notes.style.wave", "Wave")
	case notes.Brackets:
		return X("notes.style.brackets", "Brackets")
	case notes.Side:
		return X("notes.style.side-line", "Side line")
	}
	return X("notes.style.marker", "Marker")
}

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
