package reading

import (
	"path/filepath"

	"sidelight/annotations"
	"sidelight/annotations/export"
	margins "sidelight/annotations/export/margin"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/float"
	"sidelight/ui/locale"
	"sidelight/ui/noting"
	"sidelight/ui/page"
	"sidelight/ui/panel"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
)

// Notebook is where the notes of the article are kept, and what tells the reader of them.
type Notebook struct {
	Store *notes.Store
	// OnTrouble is called with a sentence on what could not be kept or read.
	OnTrouble func(sentence string)
	// OnQuestion is called with a question about notes on an earlier text of the article.
	OnQuestion func(question string, answer func(bring bool))
	// OnFolder is called with the folder of the notes when the reader wants to see it; nil
	// where nothing can show it.
	OnFolder func(folder string)
	// OnExport is called when the reader wants notes in a file of a format; nil where
	// nothing can be written.
	OnExport func(e *annotations.Edition, all *margins.Sheet, f export.Format)
	// OnImport is called when the reader wants notes out of a file, and calls then with
	// them. Nil where nothing can be read.
	OnImport func(then func([]notes.Note))
}

// margin is what the reader adds to the article: highlights and notes.
type margin struct {
	*parts
	keeper *noting.Keeper // nil where nothing is kept
	side   *panel.Panel
	index  *indexing
	menu   func(float.Menu)
	book   Notebook
	prefs  *prefs.Prefs
}

// open shows the notes of the article that the session has, and keeps what is added.
func (r *margin) open(book Notebook, p *prefs.Prefs, path string) {
	if r.prefs, r.book = p, book; book.Store == nil {
		return
	}
	k := &noting.Keeper{
		Session: r.session, Do: r.onUI, Style: p.NoteStyle(), OnStyle: p.SetNoteStyle, Name: r.styleName,
		OnDone:    r.done,
		OnTrouble: func(err error) { book.OnTrouble(r.troubled(err)) },
		OnDamage:  func(lines int, file string) { book.OnTrouble(damaged(lines, file)) },
		OnQuestion: func(count int, answer func(bool)) {
			book.OnQuestion(bringing(count), answer)
		},
	}
	r.keeper = k
	r.page.Margin, r.side.Margin = k, k
	r.side.OnExportNotes = func() { r.commands.Run(command.ExportNotes) }
	r.side.Chosen = r.selection
	r.page.SetNoteKey(r.commands.Command(command.WriteNote).Key())
	r.side.SetNoteKey(r.commands.Command(command.WriteNote).Key())
	r.index.listNotes()
	k.Open(book.Store, path)
}

// damaged says that lines of a file of notes could not be read.
func damaged(lines int, file string) string {
	data := map[string]any{"N": locale.Count(lines), "File": filepath.Base(file)}
	if lines == 1 {
		return locale.X("notes.damaged.one", "A line of {{.File}} is damaged and was set aside. All other notes are here; the file stays as it is.", data)
	}
	return locale.X("notes.damaged", "{{.N}} lines of {{.File}} are damaged and were set aside. All other notes are here; the file stays as it is.", data)
}

// bringing asks whether notes on an earlier text of the article belong to this one.
func bringing(count int) string {
	if count == 1 {
		return locale.X("notes.bring.one", "A note was made on an earlier text of this. Bring it here?")
	}
	return locale.X("notes.bring", "{{.Count}} notes were made on an earlier text of this. Bring them here?",
		map[string]any{"Count": locale.Count(count)})
}

// close ends what still works for the notes, after all that was typed is on the disk.
func (r *margin) close() {
	if r.keeper != nil {
		r.keeper.Close()
		r.keeper = nil
	}
}

// keep has what was typed so far written.
func (r *margin) keep() {
	if r.keeper != nil {
		r.keeper.Flush()
	}
}

// styleName returns what the reader calls a style.
func (r *margin) styleName(s notes.Style) string {
	if name := r.prefs.StyleName(s); name != "" {
		return name
	}
	return locale.Style(s)
}

// sheet lays out the notes to be written out, or returns nil if there are none.
func (r *margin) sheet() *margins.Sheet {
	now := r.session.Snapshot()
	if r.keeper == nil || now.Notes.Len() == 0 {
		return nil
	}
	return margins.New(now.Edition, now.Notes, margins.Options{Called: r.styleName, Lost: locale.NotesLost()})
}

// troubled says what failed: a note, or all notes at the start.
func (r *margin) troubled(err error) string {
	if r.keeper.Locked() {
		return locale.NotesUnread()
	}
	return locale.NoteTrouble(err)
}

// ready reports whether something can be noted.
func (r *margin) ready() bool { return r.keeper != nil && r.keeper.Ready() }

// words returns the words that are to be highlighted or noted: those that are selected,
// those of a note, those of a mark.
func (r *margin) words() annotations.Span {
	if p, ok := r.note(); ok {
		return p.Span
	}
	t := r.target()
	switch t.On {
	case command.OnSelection, command.OnPassage, command.OnLine:
		return t.Passage
	case command.OnMark:
		if m, ok := r.edition().Mention(t.Mention); ok {
			return m.Span
		}
	case command.OnEntity:
		if m, ok := r.edition().Mention(r.session.State().Mention); ok && m.Entity == t.Entity {
			return m.Span
		}
		if m, ok := r.edition().FirstNamed(t.Entity); ok {
			return m.Span
		}
	}
	return annotations.Span{}
}

// highlights reports whether there are words to highlight, where they are seen to be.
func (r *margin) highlights() bool {
	_, noted := r.note()
	return r.ready() && (r.reads() || noted) && !r.words().Empty()
}

// note returns the note that a command is given for: what its menu is about, that whose
// words have the keyboard, or the current one of the list while the list is shown.
func (r *margin) note() (*notes.Placed, bool) {
	if r.page == nil { // a label is asked for before anything is shown
		return nil, false
	}
	now := r.session.Snapshot()
	if r.about.On == command.OnNote {
		return now.Notes.Get(r.about.Note)
	}
	if r.about.On != command.OnNothing || !r.selection().Empty() {
		return nil, false
	}
	if t, _, _ := r.focused(); t.On == command.OnNote {
		return now.Notes.Get(t.Note)
	}
	if !r.reads() { // its words are not to be seen
		return nil, false
	}
	if now.FocusedNote != "" {
		return now.Notes.Get(now.FocusedNote)
	}
	if now.Panel.Open && now.Panel.Face == session.Notes && r.canvas != nil && r.canvas.Focused() == r.page.Focus() && now.Focused == "" {
		return now.Notes.Get(now.Note)
	}
	return nil, false
}

// done tells what has been done, and brings the keyboard to what was made.
func (r *margin) done(d noting.Done) {
	r.commands.Sync()
	switch {
	case d.Undone:
		r.say("arrow-elbow-up-left", locale.X("notes.undone", "Undone: {{.What}}", map[string]any{"What": locale.NoteAct(d.What)}))
	case d.Redone:
		r.say("check", locale.X("notes.redone", "Done again: {{.What}}", map[string]any{"What": locale.NoteAct(d.What)}))
	case d.What == notes.Remove:
		r.say("trash", locale.X("notes.removed", "Deleted. {{.Key}} brings it back.", map[string]any{"Key": r.commands.Command(command.Undo).Key()}))
	case d.What == notes.Merge:
		r.say("check", locale.X("notes.merged", "Merged. {{.Key}} parts them again.", map[string]any{"Key": r.commands.Command(command.Undo).Key()}))
	}
	switch d.What {
	case notes.Highlight, notes.Write, notes.MoveTo:
		r.page.Select(annotations.Span{})
	}
	if d.Note != "" && !d.Undone {
		r.session.Update(func(s *session.State) {
			s.FocusedNote, s.Focused, s.Link = d.Note, "", annotations.Span{}
		})
	}
}

// highlight marks words in the style used last, and a note in the next one.
func (r *margin) highlight() {
	if p, ok := r.note(); ok {
		r.keeper.NextStyle(p.ID)
		return
	}
	r.keeper.HighlightAgain(r.words())
}

// write opens the composer on words, or on the note on them.
func (r *margin) write() {
	if p, ok := r.note(); ok {
		r.keeper.Edit(p.ID)
		return
	}
	r.keeper.Write(r.words())
}

// give marks the words in a style, or gives a note that style.
func (r *margin) give(style notes.Style) {
	if p, ok := r.note(); ok {
		r.keeper.Restyle(p.ID, style)
		return
	}
	r.keeper.Highlight(r.words(), style)
}

// adrift returns the note of the list that waits for a place, if one is the current one.
func (r *margin) adrift() (notes.ID, bool) {
	now := r.session.Snapshot()
	p, ok := now.Notes.Get(now.Note)
	return now.Note, ok && !p.Stands()
}

// stretch moves an end of the note that has the keyboard by a unit, and reports whether
// there is one.
func (r *margin) stretch(u page.Unit, delta int, start bool) bool {
	if r.session.State().FocusedNote == "" || !r.reads() || !r.page.Selection().Empty() || !r.ready() {
		return false
	}
	if id, to, ok := r.page.GrowNote(u, delta, start); ok {
		r.keeper.Stretch(id, to)
	}
	return true
}
