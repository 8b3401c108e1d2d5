package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/page"
)

// declare are the commands that add to the article and change what was added.
func (r *margin) declare() []command.Command {
	all := r.marking()
	all = append(all, r.correcting()...)
	all = append(all, r.styling()...)
	all = append(all, r.listing()...)
	return append(all, r.filing()...)
}

func (r *margin) marking() []command.Command {
	return []command.Command{{
		ID: command.Highlight, Group: command.Notes, Here: true, Icon: "highlighter",
		Keys:    []command.Key{command.Typed('h')},
		Enabled: r.highlights,
		Label:   func() string { return locale.X("command.highlight", "Highlight, or the next style") },
		Run:     r.highlight,
	}, {
		ID: command.WriteNote, Group: command.Notes, Here: true, Icon: "note-pencil",
		Keys:    []command.Key{command.Typed('n')},
		Enabled: func() bool { _, ok := r.note(); return r.ready() && (ok || !r.words().Empty()) },
		Label:   func() string { return locale.X("command.write-note", "Write a note") },
		Run:     r.write,
	}, {
		ID: command.Undo, Group: command.Notes,
		Keys:    []command.Key{command.Named(fyne.KeyZ, command.Primary)},
		Enabled: func() bool { return r.ready() && r.keeper.Undoes() != notes.Nothing },
		Label: func() string {
			return r.naming(locale.X("command.undo", "Undo"), func(act string) string {
				return locale.X("command.undo-act", "Undo: {{.What}}", map[string]any{"What": act})
			}, func() notes.What { return r.keeper.Undoes() })
		},
		Run: func() { r.keeper.Undo() },
	}, {
		ID: command.Redo, Group: command.Notes,
		Keys:    []command.Key{command.Named(fyne.KeyZ, command.Primary, fyne.KeyModifierShift), command.Named(fyne.KeyY, command.Primary)},
		Enabled: func() bool { return r.ready() && r.keeper.Redoes() != notes.Nothing },
		Label: func() string {
			return r.naming(locale.X("command.redo", "Redo"), func(act string) string {
				return locale.X("command.redo-act", "Redo: {{.What}}", map[string]any{"What": act})
			}, func() notes.What { return r.keeper.Redoes() })
		},
		Run: func() { r.keeper.Redo() },
	}}
}

// naming names an act in a command that is about it, or gives the words that name none.
func (r *margin) naming(none string, words func(act string) string, what func() notes.What) string {
	if !r.ready() || what() == notes.Nothing {
		return none
	}
	return words(locale.NoteAct(what()))
}

// correcting are the commands that change a note.
func (r *margin) correcting() []command.Command {
	onNote := func() bool { _, ok := r.note(); return ok && r.ready() }
	return []command.Command{{
		ID: command.RemoveNote, Group: command.Notes, Here: true, Icon: "trash", Enabled: onNote,
		Keys:  []command.Key{command.Named(fyne.KeyDelete), command.Named(fyne.KeyBackspace)},
		Label: func() string { return locale.X("command.remove-note", "Delete highlight or note") },
		Run: func() {
			if p, ok := r.note(); ok {
				r.keeper.Remove(p.ID)
			}
		},
	}, {
		ID: command.MergeNotes, Group: command.Notes, Here: true,
		Enabled: func() bool { p, ok := r.note(); return ok && r.ready() && r.touches(p) },
		Label:   func() string { return locale.X("command.merge-notes", "Merge with those it touches") },
		Run: func() {
			if p, ok := r.note(); ok {
				r.keeper.Merge(p.ID)
			}
		},
	}, {
		ID: command.MoveNote, Group: command.Notes, Here: true,
		Keys: []command.Key{command.Typed('u')},
		Enabled: func() bool {
			_, ok := r.adrift()
			return ok && r.ready() && !r.selection().Empty()
		},
		Label: func() string { return locale.X("command.move-note", "Put the note on the selected words") },
		Run: func() {
			if id, ok := r.adrift(); ok {
				r.keeper.MoveTo(id, r.selection())
			}
		},
	},
		r.lengthening(command.NoteStartNext, 1, func() string {
			return locale.X("command.note-start-next", "Beginning of the highlight one character on")
		}, fyne.KeyRight),
		r.lengthening(command.NoteStartPrev, -1, func() string {
			return locale.X("command.note-start-previous", "Beginning of the highlight one character back")
		}, fyne.KeyLeft),
	}
}

// lengthening is a command that moves the beginning of the highlight that has the
// keyboard. The keys that select move its end.
func (r *margin) lengthening(id command.ID, delta int, label func() string, key fyne.KeyName) command.Command {
	return command.Command{
		ID: id, Group: command.Notes, Here: true, Label: label,
		Keys:    []command.Key{command.Named(key, fyne.KeyModifierAlt, fyne.KeyModifierShift)},
		Enabled: func() bool { return r.ready() && r.reads() && r.session.State().FocusedNote != "" },
		Run:     func() { r.stretch(page.Character, delta, true) },
	}
}

// touches reports whether a note overlaps or touches another.
func (r *margin) touches(p *notes.Placed) bool {
	if !p.Stands() {
		return false
	}
	for o := range r.session.Snapshot().Notes.In(annotations.Span{Start: max(0, p.Span.Start-1), End: p.Span.End + 1}) {
		if o.ID != p.ID && o.Span.Start <= p.Span.End && o.Span.End >= p.Span.Start {
			return true
		}
	}
	return false
}

// styleIDs are the commands that give a style.
var styleIDs = [...]command.ID{
	notes.Marker: "style-marker", notes.Band: "style-half-band", notes.Wave: "style-wave", notes.Brackets: "style-brackets", notes.Side: "style-side-line",
}

func (r *margin) styling() []command.Command {
	var out []command.Command
	for _, style := range notes.Styles() {
		out = append(out, command.Command{
			ID: styleIDs[style], Group: command.Notes, Here: true,
			Enabled: r.highlights,
			Checked: func() bool { p, ok := r.note(); return ok && p.Style == style },
			Label: func() string {
				if r.prefs == nil {
					return locale.Style(style)
				}
				return r.styleName(style)
			},
			Run: func() { r.give(style) },
		})
	}
	return out
}

// listing are the commands that lead to notes.
func (r *margin) listing() []command.Command {
	some := func() bool { return r.ready() && len(r.session.Snapshot().Notes.Standing()) > 0 }
	return []command.Command{{
		ID: command.ShowNotes, Group: command.Notes, Icon: "note-pencil",
		Keys:    []command.Key{command.Typed('m')},
		Enabled: r.ready,
		Label:   func() string { return locale.X("command.show-notes", "Highlights and notes") },
		Words:   func() string { return locale.X("command.words.notes", "my notes margin annotations tags") },
		Run:     func() { r.nav.OpenNotes() },
	}, {
		ID: command.NextNote, Group: command.Notes, Keys: []command.Key{command.Typed('.')}, Enabled: some,
		Label: func() string { return locale.X("command.next-note", "Next highlight") },
		Run:   func() { r.page.StepNote(1) },
	}, {
		ID: command.PreviousNote, Group: command.Notes, Keys: []command.Key{command.Typed(',')}, Enabled: some,
		Label: func() string { return locale.X("command.previous-note", "Previous highlight") },
		Run:   func() { r.page.StepNote(-1) },
	}}
}
