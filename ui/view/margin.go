package view

import (
	"sidelight/annotations"
	"sidelight/annotations/notes"
)

// Margin is what a view may ask to be done with the reader's notes. Each call is one
// gesture and one step of undo. What has been done is seen in the next snapshot, which
// comes when it is on the disk; what could not be done is told to the reader, and
// nothing that was typed is lost.
type Margin interface {
	// Highlight marks a span in a style. It extends a note without words of the same
	// style that it overlaps or touches.
	Highlight(annotations.Span, notes.Style)
	// HighlightAgain marks a span in the style that was used last. A span that is a
	// note's own takes the next style.
	HighlightAgain(annotations.Span)
	// Restyle gives a note another style.
	Restyle(notes.ID, notes.Style)
	// Stretch puts a note on another span.
	Stretch(notes.ID, annotations.Span)
	// Remove takes a note away.
	Remove(notes.ID)
	// Merge joins the notes that overlap or touch a note with it, their texts and tags too.
	Merge(notes.ID)

	// Write begins a note on a span, and Edit goes on with a note. Both make it the draft
	// of the document and turn the panel to it.
	Write(annotations.Span)
	Edit(notes.ID)
	// Draft keeps what has been written so far.
	Draft(notes.Note)
	// Save makes the draft a note, as it was given last, and Discard forgets it.
	Save()
	Discard()

	// Agree accepts the place that was found for a note, MoveTo puts a note on another
	// one, and SetAside leaves it without a place until MoveTo gives it one.
	Agree(notes.ID)
	MoveTo(notes.ID, annotations.Span)
	SetAside(notes.ID)
	// StyleName returns what the reader calls a style.
	StyleName(notes.Style) string
}
