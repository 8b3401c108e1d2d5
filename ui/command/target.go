package command

import (
	"sidelight/annotations"
	"sidelight/annotations/notes"
)

// On says what sort of thing a [Target] is.
type On uint8

// The sorts of targets. For each there is a context menu.
const (
	OnNothing   On = iota
	OnMark         // Mention and its Entity, in the text or in a list
	OnSelection    // the selected words of the article: Passage
	OnLine         // a paragraph of the article: Passage
	OnEntity       // Entity, where it is named beside the text
	OnFact         // Fact, and the Entity whose card it stands on
	OnRemark       // Remark, an editor's note, and its Passage
	OnNote         // Note, one of the reader's, and its Passage, empty where it has no place
	OnSource       // Source
	OnKind         // Kind: the head of a group in the index
	OnVoice        // Voice, and its Passage where one was pointed at
	OnPassage      // Passage: words of the article that are listed beside it
	OnLink         // Address: a page of the web
	OnWords        // Words: what the reader has selected on a card
	OnView         // the view itself, beside what it shows
)

// Target is something in the window that commands can be given for: what a right
// click, the menu key or Shift F10 opens a menu about, and what Copy means while it
// has the keyboard's focus.
//
// A view makes the Target of what it shows, by its id, and hands it to the shell with
// the place of the menu (OnMenu of the view); what has the keyboard's focus tells its
// own by [sidelight/ui/view.Targeted]. The shell knows which menu belongs to it. A
// command learns from the shell which target it is given for, and needs no record of
// its own for each sort of target.
//
// The zero Target is nothing.
type Target struct {
	On      On
	Mention annotations.MentionID
	Entity  annotations.EntityID
	Fact    annotations.FactID
	Remark  string
	Note    notes.ID
	Source  annotations.SourceID
	Passage annotations.Span
	Kind    annotations.Kind
	Voice   annotations.Voice
	Address string
	Words   string
}
