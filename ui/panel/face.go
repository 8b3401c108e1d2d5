package panel

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/session"
)

// Section sets the blocks of one part of a face, and none where there is nothing
// to say. x is the entity of a card, nil on every other face. A section is called
// when its face is turned to, and again when the document or the view has changed. Of the
// state it may use what is selected, the view and how the views are shown; bars beside the current rows come and go by
// themselves, by the keys of the rows.
type Section func(b *Builder, now session.Snapshot, x *annotations.Entity)

// face is something that the panel can show.
type face struct {
	heading  func(now session.Snapshot, x *annotations.Entity) heading
	sections []Section
	// reads returns what the sections show of an edition. A later edition in which
	// that is deeply equal leaves the face as it is. Without reads, every edition
	// is shown anew.
	reads func(e *annotations.Edition, x *annotations.Entity) any
	// noted returns what the sections show of the reader's notes, as reads does of the
	// edition. Without noted, they show nothing of them.
	noted  func(p *Panel, x *annotations.Entity) any
	writes bool // the face is the note that is being written
	found  bool // the face is the card of what the program found
	notes  bool // the face lists the reader's notes, under the tools for that
}

// follows reports whether sections of the face may show something else after a change of
// the view, or of how the views are shown.
func (f *face) follows(was, now session.Snapshot) bool {
	return (isEntity(f) || f == glances[now.View]) && (was.View != now.View || was.Views != now.Views)
}

// heading is what stands above a face and does not scroll with it.
type heading struct {
	title string
	count string            // of what the face holds; empty for none
	kind  *annotations.Kind // whose line and colour the title has; nil for none
	voice annotations.Voice // whose line the title has; 0 for none
	steps bool              // there are mentions or passages to step through

	icon    string              // before the title; empty for none
	ink     fyne.ThemeColorName // of the title and the icon; empty for that of other titles
	beside  string              // stands behind the title
	exports bool                // there is a button to put the notes into a file
}

// faces are the faces that a reader can ask for.
var faces = map[session.Face]*face{
	session.Card:    &card,
	session.About:   &about,
	session.Sources: &sources,
	session.Voice:   &speaker,
	session.Notes:   &noteList,
	session.Writing: &writing,
}

// glances are what stands in the place of a card while nothing is selected: the text
// form of the view in the middle of the window, or where it has none the article at a
// glance.
var glances = map[session.ViewID]*face{
	session.Article:  &glance,
	session.Timeline: &moments,
	session.Voices:   &speakers,
	session.Network:  &network,
	session.Map:      &places,
}

// faceOf returns the face that a snapshot asks for.
func faceOf(now session.Snapshot) *face {
	f := faces[now.Panel.Face]
	if _, ok := now.Edition.Entity(now.Selected); f != &card || ok {
		if f == &card && isFound(now.Edition, now.Selected) {
			return &foundCard
		}
		return f
	}
	if f, ok := glances[now.View]; ok {
		return f
	}
	return &glance
}

// isCard reports whether a face is the card of what is selected, or stands in its
// place.
func isCard(f *face) bool {
	for _, g := range glances {
		if f == g {
			return true
		}
	}
	return isEntity(f)
}

// isEntity reports whether a face is the card of an entity.
func isEntity(f *face) bool { return f == &card || f == &foundCard }
