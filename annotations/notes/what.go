package notes

// What says what the reader did in one gesture, which is one step of undo.
type What uint8

// The gestures.
const (
	Nothing   What = iota // there is no step
	Highlight             // a highlight was made, or one was extended by another
	Write                 // a note was written for words that had none
	Edit                  // the words or tags of a note were changed
	Restyle               // a highlight was given another style
	Stretch               // an end of a highlight was moved
	Remove                // notes were deleted
	Merge                 // notes were joined to one
	MoveTo                // a note was given another place
	Agree                 // a note stays where it was found after a change
	SetAside              // a note was set aside
	Import                // notes came from a file
	Other                 // a gesture that only a later version knows
)

var whatNames = [...]string{
	Nothing: "", Highlight: "highlight", Write: "write", Edit: "edit", Restyle: "restyle", Stretch: "stretch",
	Remove: "remove", Merge: "merge", MoveTo: "move", Agree: "agree", SetAside: "set aside", Import: "import", Other: "other",
}

// String returns the name of the gesture in the journal.
func (w What) String() string {
	if int(w) < len(whatNames) {
		return whatNames[w]
	}
	return whatNames[Other]
}

// whatOf returns the gesture of a name, and Other for a name that is not known.
func whatOf(name string) What {
	for w, n := range whatNames {
		if n == name {
			return What(w)
		}
	}
	return Other
}
