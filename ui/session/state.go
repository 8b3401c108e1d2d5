package session

import (
	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/layer"
)

// ViewID names what stands in the middle of the window.
type ViewID string

// Article is the view of the text. The zero ViewID means it too.
const Article ViewID = ""

// Face is what the side panel shows.
type Face uint8

// The faces of the panel.
const (
	Card    Face = iota // of what is selected, or the article at a glance
	About               // what the edition says of itself
	Sources             // the list of sources
	Voice               // who speaks in one voice, and what in it
	Notes               // the reader's highlights and notes
	Writing             // the note that is being written
)

// Panel is what the side panel shows, and whether it is open.
type Panel struct {
	Open   bool
	Face   Face
	Source annotations.SourceID // Sources: the source that was asked for, or empty
	Remark string               // Card: the id of the editor's note that was asked for, or empty
	Voice  annotations.Voice    // Voice: the one that is shown, else 0
	Said   annotations.Span     // Voice: the current passage of it, or empty
}

// State is what the interface shows of a document. States can be compared with
// ==. The zero State shows the text alone, with nothing selected.
type State struct {
	Selected    annotations.EntityID  // whose card is open; empty if none is
	Mention     annotations.MentionID // the current mention of Selected, or empty
	Hovered     annotations.MentionID // under the pointer, or empty
	Lit         annotations.EntityID  // whose name outside of the text is under the pointer, or empty
	Heard       annotations.Voice     // whose name outside of the text is under the pointer, or 0
	Focused     annotations.MentionID // has the keyboard, or empty
	Link        annotations.Span      // of the link that has the keyboard, or empty; then Focused is
	Note        notes.ID              // the current note of the reader, or empty
	FocusedNote notes.ID              // the note whose words have the keyboard, or empty; then Focused and Link are
	Fade        bool                  // only sentences that mention Selected keep their ink

	View      ViewID
	Views     Views // how the views beside the article are shown
	Layers    layer.Set
	IndexOpen bool // the index beside the page
	IndexOver bool // the index over the page, where it has no room beside it
	Panel     Panel
	Query     string // what is searched for
}

// Select turns the panel to the card of an entity, with the given mention of it
// as the current one or none, or with an empty id to the article at a glance. It
// does not open the panel.
func (s *State) Select(id annotations.EntityID, m annotations.MentionID) {
	s.Selected, s.Mention = id, m
	s.Panel.Face, s.Panel.Source, s.Panel.Remark = Card, "", ""
	s.Panel.Voice, s.Panel.Said = 0, annotations.Span{}
}

// Hear opens the panel and turns it to a voice, with the given passage of it as the
// current one, or with an empty span at none. No card stays selected: the page shows
// what the voice says.
func (s *State) Hear(v annotations.Voice, said annotations.Span) {
	s.Select("", "")
	s.Panel.Open, s.Panel.Face, s.Panel.Voice, s.Panel.Said = true, Voice, v, said
}

// Turn opens the panel and turns it to a face. The source is the one to show
// among the sources, or empty.
func (s *State) Turn(f Face, source annotations.SourceID) {
	s.Panel.Open, s.Panel.Face, s.Panel.Source = true, f, source
	s.Panel.Voice, s.Panel.Said = 0, annotations.Span{}
}

// focus makes a note the current one, with the keyboard on its words if they stand in
// the text.
func (s *State) focus(p *notes.Placed) {
	s.Note = p.ID
	if p.Stands() {
		s.FocusedNote, s.Focused, s.Link = p.ID, "", annotations.Span{}
	}
}

// valid is the state with all ids taken out that the document does not have.
func valid(s State, d Document) State {
	s = validNotes(s, d)
	e := d.Edition
	if e == nil {
		s.Selected, s.Lit, s.Mention, s.Hovered, s.Focused = "", "", "", "", ""
		s.Panel.Source, s.Panel.Remark = "", ""
		s.Heard, s.Link = 0, annotations.Span{}
		return validVoice(s, e)
	}
	for _, id := range []*annotations.EntityID{&s.Selected, &s.Lit} {
		if _, ok := e.Entity(*id); !ok {
			*id = ""
		}
	}
	if m, ok := e.Mention(s.Mention); !ok || m.Entity != s.Selected {
		s.Mention = ""
	}
	for _, id := range []*annotations.MentionID{&s.Hovered, &s.Focused} {
		if _, ok := e.Mention(*id); !ok {
			*id = ""
		}
	}
	if s.Focused != "" || !hasLink(e.Article(), s.Link) {
		s.Link = annotations.Span{}
	}
	if _, ok := e.Source(s.Panel.Source); !ok || s.Panel.Face != Sources {
		s.Panel.Source = ""
	}
	if _, ok := e.Remark(s.Panel.Remark); !ok {
		s.Panel.Remark = ""
	}
	return validVoice(s, e)
}

// validNotes is the state without notes that are not there.
func validNotes(s State, d Document) State {
	for _, id := range []*notes.ID{&s.Note, &s.FocusedNote} {
		if _, ok := d.Notes.Get(*id); !ok {
			*id = ""
		}
	}
	if p, ok := d.Notes.Get(s.FocusedNote); s.Focused != "" || !s.Link.Empty() || ok && !p.Stands() {
		s.FocusedNote = ""
	}
	if s.Panel.Face == Writing && d.Draft == nil {
		s.Panel.Face = Notes
	}
	return s
}

// hasLink reports whether a span is that of a link.
func hasLink(a *annotations.Article, s annotations.Span) bool {
	for l := range a.Links(s) {
		return l.Span == s
	}
	return false
}

// validVoice is the state without a voice in which no passage of the edition is
// spoken, and without a passage that is not of the voice.
func validVoice(s State, e *annotations.Edition) State {
	p := &s.Panel
	if p.Face == Voice && (e == nil || !e.Speaks(p.Voice)) {
		p.Face = Card
	}
	if p.Face != Voice {
		p.Voice, p.Said = 0, annotations.Span{}
	} else if x, ok := e.PassageAt(p.Said.Start); !ok || x.Span != p.Said || x.Voice != p.Voice {
		p.Said = annotations.Span{}
	}
	return s
}
