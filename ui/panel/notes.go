package panel

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// noteList is the face that lists the reader's highlights and notes.
var noteList = face{
	heading: func(now session.Snapshot, _ *annotations.Entity) heading {
		return heading{
			title: locale.X("panel.own", "Notes"), ink: look.ColorText, icon: "note-pencil",
			beside: locale.Count(now.Notes.Len()),
		}
	},
	sections: []Section{noteReport, unfinished, tray, noteRows},
	notes:    true,
	noted:    func(p *Panel, _ *annotations.Entity) any { return p.noted },
}

// ownKey returns the key of the row of a note of the reader's.
func ownKey(id notes.ID) string { return "own:" + string(id) }

// noteReport says how surely the places of the notes are known, unless all are.
func noteReport(b *Builder, now session.Snapshot, _ *annotations.Entity) {
	if words := reportOf(now.Notes); words != "" && b.p.own.filter.all() {
		b.at("report")
		b.add(4, b.iconLine("info", words))
	}
}

// reportOf counts the notes by how surely their places are known: "5 notes: 3 kept, 1
// moved, 1 approximate". It returns nothing while all are kept.
func reportOf(set *notes.Set) string {
	var n [anchor.Unanchored + 1]int
	all := set.All()
	for i := range all {
		n[min(all[i].Status, anchor.Unanchored)]++
	}
	if n[anchor.Kept] == len(all) {
		return ""
	}
	var parts []string
	for status, words := range [...]string{
		anchor.Kept: locale.X("panel.own.kept-n", "{{.Count}} kept"), anchor.Moved: locale.X("panel.own.moved-n", "{{.Count}} moved"),
		anchor.Approximate: locale.X("panel.own.approximate-n", "{{.Count}} approximate"),
		anchor.Unanchored:  locale.X("panel.own.unanchored-n", "{{.Count}} unanchored"),
	} {
		if n[status] > 0 {
			parts = append(parts, strings.ReplaceAll(words, "{{.Count}}", locale.Count(n[status])))
		}
	}
	return locale.X("panel.own.report", "{{.Count}} notes: {{.Parts}}",
		map[string]any{"Count": locale.Count(len(all)), "Parts": strings.Join(parts, ", ")})
}

// unfinished offers the note that is being written.
func unfinished(b *Builder, now session.Snapshot, _ *annotations.Entity) {
	if now.Draft == nil || b.p.Margin == nil || !b.p.own.filter.all() {
		return
	}
	words := locale.X("panel.own.unfinished", "Go on with the note that is not saved yet")
	id := now.Draft.ID
	b.at("unfinished")
	b.row(4, 6, words, prose.NewColumns(
		prose.Cell{Block: prose.NewIcon("note-pencil", look.ColorAccentText, iconSize, b.roles.UI.Leading), Width: iconSize},
		prose.Cell{Block: prose.NewText(b.roles.Tab, look.ColorAccentText, words), Gap: 8},
	), func() { b.p.Margin.Edit(id) })
}

// noteRows lists the notes that the filter shows. Those that wait in the tray stand
// there alone.
func noteRows(b *Builder, now session.Snapshot, _ *annotations.Entity) {
	f := b.p.own.filter
	all := b.p.own.listed(f)
	if f.all() {
		all = slices.DeleteFunc(all, waits)
	}
	switch {
	case now.Notes.Len() == 0:
		b.at("empty")
		b.add(4, prose.NewText(b.roles.Body, look.ColorTextMuted, locale.X("panel.own.empty",
			"Select words in the text and press H to highlight them, or N to write a note.")))
		return
	case len(all) == 0 && !f.all():
		b.at("nothing")
		b.add(4, prose.NewText(b.roles.Body, look.ColorTextMuted, locale.X("panel.own.nothing", "No note is like that.")))
		return
	}
	b.p.heights.begin(&b.p.roles, len(all))
	for _, p := range all {
		b.noteRow(p, false)
		b.takenUp(p)
	}
	b.slack = notePad
}

// takenUp sets under the row of a note that was set aside what gives it a place again.
func (b *Builder) takenUp(p *notes.Placed) {
	if !p.Target.Aside || p.Stands() || b.p.Margin == nil || b.p.Chosen == nil {
		return
	}
	b.at("aside:" + string(p.ID))
	move := b.moveToSelection(p.ID)
	b.put(prose.Item{Block: prose.NewFlow(8, move), Left: padding + noteLeft, Right: padding, Bottom: 10})
	b.hint(p.ID)
}

// noteRow sets the row of a note, which is made when it comes into view. A bare row has
// no rule above.
func (b *Builder) noteRow(p *notes.Placed, bare bool) {
	key, form, panel, s := ownKey(p.ID), b.p.own.form(p), b.p, b.sheet
	b.at(key)
	b.held = append(b.held, key)
	panel.heights.add(form)
	t := command.Target{On: command.OnNote, Note: p.ID, Passage: p.Span}
	top := float32(0)
	if n := len(b.items); n > 0 && !ofRows(b.items[n-1].key) {
		if top = 12 - b.slack; bare {
			top = 0
		}
	}
	i := len(b.items)
	b.put(prose.Item{Top: top, Block: &lazy{
		heightFor: func(width float32) float32 { return panel.heights.of(form, i, width-2*padding) + 2*notePad },
		make: func() prose.Block {
			r := newNoteRow(p.Style, form, &panel.roles, panel.own.knows, func() { panel.asks.OpenNote(p.ID) })
			r.rule.Hidden = bare
			r.SetMarked(slices.Contains(panel.marked[:], key))
			r.onLink, r.onKey = panel.openName, func(k fyne.KeyName) bool { return panel.noteTyped(p.ID, k) }
			s.targets[key] = r
			b.bind(&r.Tap, key, t)
			r.OnFocus = func() { panel.focusedOn(s, key) }
			return r
		},
	}})
	b.slack = 0
}

// openName opens the card of what the name in a link means, and reports whether the
// name is known.
func (p *Panel) openName(name string) bool {
	id, ok := p.own.named(name)
	if ok {
		p.asks.OpenEntity(id)
	}
	return ok
}

// noteTyped takes a key for the row of a note, and reports whether it is dealt with.
// Enter on the row of the current note goes on with the note: the first Enter has led
// to its words.
func (p *Panel) noteTyped(id notes.ID, k fyne.KeyName) bool {
	switch k {
	case fyne.KeyUp, fyne.KeyDown:
		p.stepNote(ownKey(id), map[fyne.KeyName]int{fyne.KeyUp: -1, fyne.KeyDown: 1}[k])
		return true
	}
	if p.Margin == nil {
		return false
	}
	switch k {
	case fyne.KeyDelete, fyne.KeyBackspace:
		if !p.stepNote(ownKey(id), 1) { // the focus stays in the list
			p.stepNote(ownKey(id), -1)
		}
		p.Margin.Remove(id)
	case fyne.KeyN:
		p.Margin.Edit(id)
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.now.Note != id {
			return false
		}
		p.Margin.Edit(id)
	default:
		return false
	}
	return true
}

// stepNote moves the keyboard from the row of a key to the next row of a note, or to
// the one before if step is -1. It reports whether there is one.
func (p *Panel) stepNote(key string, step int) bool { return p.stepNoteFrom(p.shown.index(key), step) }

func (p *Panel) stepNoteFrom(i, step int) bool {
	for i += step; i >= 0 && i < len(p.shown.items); i += step {
		to := p.shown.items[i].key
		if !strings.HasPrefix(to, ownKey("")) {
			continue
		}
		p.list.Reveal(i, i) // a row that is out of view has no object yet
		if t := p.shown.targets[to]; t != nil {
			fyne.CurrentApp().Driver().CanvasForObject(p).Focus(t)
		}
		return true
	}
	return false
}

// ofRows reports whether an item of a key is one of the rows of notes.
func ofRows(key string) bool {
	return strings.HasPrefix(key, ownKey("")) || strings.HasPrefix(key, "aside:")
}

var _ marker = (*noteRow)(nil)
var _ marker = (*control.Row)(nil)

// marker is a row that can have a bar.
type marker interface{ SetMarked(on bool) }
