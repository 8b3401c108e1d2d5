package locale

import (
	"errors"

	"sidelight/annotations/notes"
)

// NoteAct says in a word or two what the reader did with notes, for the line that says
// what was undone.
func NoteAct(w notes.What) string {
	switch w {
	case notes.Highlight:
		return X("notes.act.highlight", "highlight")
	case notes.Write:
		return X("notes.act.write", "new note")
	case notes.Edit:
		return X("notes.act.edit", "change of a note")
	case notes.Restyle:
		return X("notes.act.restyle", "change of style")
	case notes.Stretch:
		return X("notes.act.stretch", "moved end of a highlight")
	case notes.Remove:
		return X("notes.act.remove", "deletion")
	case notes.Merge:
		return X("notes.act.merge", "merge")
	case notes.MoveTo:
		return X("notes.act.move", "new place of a note")
	case notes.Agree:
		return X("notes.act.agree", "confirmed place")
	case notes.SetAside:
		return X("notes.act.aside", "note set aside")
	case notes.Import:
		return X("notes.act.import", "import")
	}
	return X("notes.act.other", "last step")
}

// NotesUnread says that notes cannot be read, and what that means for the reader.
func NotesUnread() string {
	return X("notes.trouble.unread", "The folder of the notes cannot be read, so nothing can be noted now. You can read on.")
}

// NoteTrouble says why a note could not be kept, in a sentence that ends with what has
// become of it.
func NoteTrouble(err error) string {
	switch {
	case errors.Is(err, notes.ErrTooLong):
		return X("notes.trouble.long", "This note is longer than a note can be. Nothing of it is lost: shorten it.")
	case notes.ReasonOf(err) == notes.ReadOnly:
		return X("notes.trouble.read-only", "The folder of the notes cannot be written to. Nothing was kept; you can read on.")
	case notes.ReasonOf(err) == notes.Full:
		return X("notes.trouble.full", "The disk is full. This was not kept; what you wrote stays in the window.")
	}
	return X("notes.trouble.other", "This could not be kept. What you wrote stays in the window.")
}
