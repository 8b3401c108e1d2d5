// Package view is the contract between the shell and what it shows. A view is
// told of every change by one method, [Follower.Follow], and asks for what the
// reader wants through [Asks]; it knows no other view.
package view

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/session"
)

// Follower shows something of the session.
type Follower interface {
	// Follow brings what is shown from one snapshot to the next. The first call
	// has the zero Snapshot as old, without an edition. The edition may be another
	// one than before: a later revision, which has the same article. Then all that
	// the reader has selected, scrolled or unfolded stays, by its id.
	Follow(old, now session.Snapshot)
}

// View is what can stand in the middle of the window.
type View interface {
	fyne.CanvasObject
	Follower
	session.Stage
	// Focus is what takes the keyboard when the reader turns to the view.
	Focus() fyne.Focusable
	// Nothing says in a sentence why there is nothing to show of the document that the
	// view follows; it is empty where there is something.
	Nothing() string
}

// Asks is what a view may ask for. The session's Navigator answers.
type Asks interface {
	OpenEntity(annotations.EntityID)
	// OpenMention makes a mention the current one and leads to it.
	OpenMention(annotations.MentionID)
	// SelectMention opens the card of a mention to which the reader points in the
	// text: nothing scrolls.
	SelectMention(annotations.MentionID)
	// Hover lights a mention everywhere; an empty id lights none.
	Hover(annotations.MentionID)
	// Light lights the mentions of an entity to whose name the reader points outside
	// of the text; an empty id lights none.
	Light(annotations.EntityID)
	// LightVoice lights the passages of a voice in the same way; 0 lights none.
	LightVoice(annotations.Voice)
	OpenPassage(annotations.Span)
	// OpenVoice opens a voice at a passage of it and leads there; with an empty span
	// to the next one.
	OpenVoice(v annotations.Voice, said annotations.Span)
	// SelectVoice opens the voice of a passage to whose bar the reader points beside
	// the text: nothing scrolls.
	SelectVoice(said annotations.Span)
	// SelectRemark opens the card at an editor's note, by its id, to whose sign the
	// reader points in the text: nothing scrolls.
	SelectRemark(id string)
	// SelectNote turns the panel to a note of the reader, to whose words or sign the
	// reader points in the text: nothing scrolls.
	SelectNote(notes.ID)
	// OpenNote makes a note of the reader the current one and leads to its words. The
	// panel stays as it is.
	OpenNote(notes.ID)
	// OpenNotes turns the panel to the reader's highlights and notes.
	OpenNotes()
	// OpenSource opens a source in the list, or with an empty id the list.
	OpenSource(annotations.SourceID)
	// OpenAbout opens what the edition says of itself.
	OpenAbout()
}

// Ways is what a view may ask for of how the views beside the article are shown. The
// session's Navigator answers.
type Ways interface {
	// SetViews changes how they are shown. It leaves no stop on the way back.
	SetViews(change func(*session.Views))
}

var (
	_ Asks = (*session.Navigator)(nil)
	_ Ways = (*session.Navigator)(nil)
)

// What follows are capabilities that a view, or what has the keyboard, may have.
// The shell's commands ask for them and rest where there are none.

// Scroller can be scrolled over.
type Scroller interface {
	ScrollBy(pixels float32)
	ScrollToTop()
	ScrollToEnd()
	// ViewHeight is the height in pixels of what is seen at once.
	ViewHeight() float32
}

// SelectAller can select everything that it shows.
type SelectAller interface{ SelectAll() }

// Copier has words of the article that the reader has selected. Its span is empty
// while nothing is.
type Copier interface{ Selection() annotations.Span }

// Targeted has something that commands can be given for: what has the keyboard's focus
// tells by it what a context menu that is opened by key is about, and where.
type Targeted interface {
	// Target returns what that is, and the rectangle of the window in which it is
	// shown, in pixels; the zero Target if there is nothing.
	Target() (t command.Target, at fyne.Position, size fyne.Size)
}

// Drawn can give what it shows as a drawing: all of it, also what is out of view. It is
// nil while there is none.
type Drawn interface {
	Figure() *figure.Figure
	// Settled reports whether what is shown is what the document, the state of the
	// session and the size of the view ask for: nothing of it is still being laid out.
	Settled() bool
}

// Proving is at something that rests on words of the article, or on a source.
type Proving interface {
	// Proof is that: on a passage or on a source, and on nothing where there is none.
	Proof() command.Target
}

// Minding has something that is kept for an article between two runs beside the state
// of the session, such as where the reader has moved things to.
type Minding interface {
	// Memory returns it as text, of 64 KiB at most, and empty for nothing.
	Memory() string
	// Recall takes what Memory returned in an earlier run. Text that is damaged or of
	// another article does no harm.
	Recall(string)
	// OnMind hears when what Memory returns has changed.
	OnMind(func())
}

// Coverable may lie under a drawer with its right side.
type Coverable interface{ SetCovered(pixels float32) }
