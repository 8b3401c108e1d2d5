package panel_test

import (
	"fmt"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/panel"
	"sidelight/ui/session"
)

// rig is a panel that follows a session, and what it has asked for.
type rig struct {
	*panel.Panel
	session *session.Session

	entities []annotations.EntityID
	mentions []annotations.MentionID
	passages []annotations.Span
	sources  []annotations.SourceID
	links    []string
	notes    []notes.ID
	closed   int
	asked    []string // of the margin
	drafts   []notes.Note
}

func newRig(e *annotations.Edition, roles look.Roles) *rig {
	r := &rig{session: session.New(session.Document{Edition: e})}
	r.Panel = panel.New(roles, r)
	r.OnClose = func() { r.closed++ }
	r.OnLink = func(url string) { r.links = append(r.links, url) }
	r.Follow(session.Snapshot{}, r.session.Snapshot())
	r.session.OnChange(r.Follow)
	return r
}

func (r *rig) OpenEntity(id annotations.EntityID)     { r.entities = append(r.entities, id) }
func (r *rig) OpenMention(id annotations.MentionID)   { r.mentions = append(r.mentions, id) }
func (r *rig) OpenPassage(s annotations.Span)         { r.passages = append(r.passages, s) }
func (r *rig) OpenSource(id annotations.SourceID)     { r.sources = append(r.sources, id) }
func (r *rig) SelectMention(id annotations.MentionID) { panic("nothing points at the text") }
func (r *rig) Hover(id annotations.MentionID)         { panic("nothing lights a mention") }
func (r *rig) SelectRemark(id string)                 { panic("notes are shown, not opened") }
func (r *rig) SelectNote(notes.ID)                    { panic("nothing points at the text") }
func (r *rig) OpenNote(id notes.ID)                   { r.notes = append(r.notes, id) }
func (r *rig) OpenNotes()                             { r.update(func(s *session.State) { s.Turn(session.Notes, "") }) }
func (r *rig) OpenAbout()                             { panic("nothing leads there") }
func (r *rig) Light(id annotations.EntityID)          { r.update(func(s *session.State) { s.Lit = id }) }
func (r *rig) LightVoice(v annotations.Voice)         { r.update(func(s *session.State) { s.Heard = v }) }
func (r *rig) SelectVoice(said annotations.Span) {
	p, _ := r.session.Edition().PassageAt(said.Start)
	r.update(func(s *session.State) { s.Hear(p.Voice, p.Span) })
}
func (r *rig) OpenVoice(v annotations.Voice, said annotations.Span) {
	r.update(func(s *session.State) { s.Hear(v, said) })
}
func (r *rig) update(change func(*session.State)) { r.session.Update(change) }
func (r *rig) nth(id annotations.EntityID, n int) annotations.MentionID {
	if m, ok := r.session.Edition().Nth(id, n); ok {
		return m.ID()
	}
	return ""
}

// ShowEntity opens a card at the n-th mention, or at none.
func (r *rig) ShowEntity(id annotations.EntityID, n int) {
	r.update(func(s *session.State) { s.Select(id, r.nth(id, n)) })
}

// SetMention makes the n-th mention the current one, or none.
func (r *rig) SetMention(n int) {
	r.update(func(s *session.State) { s.Mention = r.nth(s.Selected, n) })
}

func (r *rig) ShowSources(id annotations.SourceID) {
	r.update(func(s *session.State) { s.Turn(session.Sources, id) })
}

func (r *rig) ShowAbout() { r.update(func(s *session.State) { s.Turn(session.About, "") }) }

func (r *rig) RevealNote(id string) { r.update(func(s *session.State) { s.Panel.Remark = id }) }

// mentioned are the ordinals of the mentions that were asked for.
func (r *rig) mentioned() []int {
	var out []int
	for _, id := range r.mentions {
		out = append(out, r.session.Edition().Ordinal(id))
	}
	return out
}

// showNotes shows the document with other notes.
func (r *rig) showNotes(all []notes.Placed) {
	d := r.session.Snapshot().Document
	d.Revision++
	d.Notes = notes.NewSet(all)
	r.session.Show(d)
}

// The rig is a margin that writes down what it is asked for.

func (r *rig) ask(format string, values ...any) {
	r.asked = append(r.asked, fmt.Sprintf(format, values...))
}

func (r *rig) Highlight(s annotations.Span, x notes.Style) { r.ask("highlight %v %v", s, x) }
func (r *rig) HighlightAgain(s annotations.Span)           { r.ask("again %v", s) }
func (r *rig) Restyle(id notes.ID, x notes.Style)          { r.ask("restyle %s %v", id, x) }
func (r *rig) Stretch(id notes.ID, s annotations.Span)     { r.ask("stretch %s %v", id, s) }
func (r *rig) Remove(id notes.ID)                          { r.ask("remove %s", id) }
func (r *rig) Merge(id notes.ID)                           { r.ask("merge %s", id) }
func (r *rig) Write(s annotations.Span)                    { r.ask("write %v", s) }
func (r *rig) Edit(id notes.ID)                            { r.ask("edit %s", id) }
func (r *rig) Draft(n notes.Note)                          { r.drafts = append(r.drafts, n) }
func (r *rig) Save()                                       { r.ask("save") }
func (r *rig) Discard()                                    { r.ask("discard") }
func (r *rig) Agree(id notes.ID)                           { r.ask("agree %s", id) }
func (r *rig) MoveTo(id notes.ID, s annotations.Span)      { r.ask("move %s %v", id, s) }
func (r *rig) SetAside(id notes.ID)                        { r.ask("aside %s", id) }
func (r *rig) StyleName(s notes.Style) string              { return locale.Style(s) }
