package locale

import "sidelight/annotations/notes"

// Style returns what a style of highlight is called while the reader has given it no
// name of its own: its form.
func Style(s notes.Style) string {
	switch s {
	case notes.Band:
		return X("style.band", "Half band")
	case notes.Wave:
		return X("style.wave", "Wave")
	case notes.Brackets:
		return X("style.brackets", "Brackets")
	case notes.Side:
		return X("style.side", "Side line")
	}
	return X("style.marker", "Marker")
}
