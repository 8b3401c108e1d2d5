package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations/export"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/float"
	"sidelight/ui/locale"
)

// formatLabel returns what a format is called in the menu.
func formatLabel(f export.Format) string {
	switch f.Name {
	case "markdown":
		return locale.X("notes.format.markdown", "Markdown")
	case "html":
		return locale.X("notes.format.html", "Page with the article")
	case "csv":
		return locale.X("notes.format.csv", "Table (CSV)")
	case "w3c":
		return locale.X("notes.format.w3c", "Web Annotations (JSON-LD)")
	case "readwise":
		return locale.X("notes.format.readwise", "Readwise (CSV)")
	case "anki":
		return locale.X("notes.format.anki", "Anki cards (TSV)")
	}
	return locale.X("notes.format.json", "JSON")
}

// filing are the commands that bring notes out of the program and into it.
func (r *margin) filing() []command.Command {
	return []command.Command{{
		ID: command.ExportNotes, Group: command.Notes, Icon: "export",
		Keys:    []command.Key{command.Named(fyne.KeyE, command.Primary)},
		Enabled: func() bool { return r.ready() && r.book.OnExport != nil && r.session.Snapshot().Notes.Len() > 0 },
		Label:   func() string { return locale.X("command.export-notes", "Export highlights and notes") },
		Words: func() string {
			return locale.X("command.words.export-notes", "save markdown csv html readwise anki json")
		},
		Run: r.export,
	}, {
		ID: command.ImportNotes, Group: command.Notes, Icon: "tray-arrow-down",
		Keys:    []command.Key{command.Named(fyne.KeyI, command.Primary)},
		Enabled: func() bool { return r.ready() && r.book.OnImport != nil },
		Label:   func() string { return locale.X("command.import-notes", "Import notes") },
		Words:   func() string { return locale.X("command.words.import-notes", "hypothesis json annotations load") },
		Run:     func() { r.book.OnImport(r.bringIn) },
	}, {
		ID: command.NameStyles, Group: command.Notes, Icon: "highlighter", Floats: true,
		Keys:    []command.Key{command.Named(fyne.KeyH, command.Primary)},
		Enabled: r.ready,
		Label:   func() string { return locale.X("command.name-styles", "Name the styles") },
		Words:   func() string { return locale.X("command.words.name-styles", "rename highlight colours meaning") },
		Run:     r.nameStyles,
	}, {
		ID: command.NotesFolder, Group: command.Notes, Icon: "folder-open",
		Keys:    []command.Key{command.Named(fyne.KeyN, command.Primary, fyne.KeyModifierShift)},
		Enabled: func() bool { return r.ready() && r.book.OnFolder != nil },
		Label:   func() string { return locale.X("command.notes-folder", "Show the folder of the notes") },
		Words:   func() string { return locale.X("command.words.notes-folder", "files where kept backup") },
		Run:     func() { r.book.OnFolder(r.keeper.Folder()) },
	}}
}

// export lets the reader choose a form, in a menu below the menu's button.
func (r *margin) export() {
	g := float.Group{Title: locale.X("notes.export", "Export as")}
	for _, f := range export.Formats() {
		g.Items = append(g.Items, float.Item{Label: formatLabel(f), Run: func() { r.book.OnExport(r.edition(), r.sheet(), f) }})
	}
	button := r.frame.tools.menu
	r.menu(float.Menu{
		Groups: []float.Group{g}, Width: selectionWidth,
		At: fyne.CurrentApp().Driver().AbsolutePositionForObject(button), About: fyne.NewSquareSize(control.Size),
	})
	r.menuLayer.TakeKey(fyne.KeyDown) // the first row is chosen
}

// bringIn adds notes that come from a file, and says how many were new.
func (r *margin) bringIn(all []notes.Note) {
	if r.ready() {
		r.keeper.Import(all)
	}
}

// nameStyles opens the card on which the styles are named, or takes it away.
func (r *margin) nameStyles() {
	roles := r.frame.roles
	card := newStyleNames(roles, r.prefs.StyleName, func(s notes.Style, name string) { r.prefs.SetStyleName(s, name) }, r.cards.dismiss)
	for _, f := range card.fields {
		f.Entry.OnShortcut = r.commands.Shortcut
	}
	r.cards.toggle(float.Popover{
		Content: card, Width: stylesWidth, Padding: stylesPadding, Anchor: r.frame.tools.menu, Focus: card.focus(),
		OnClosed: r.named,
	})
}

// named shows the names of the styles wherever they stand.
func (r *margin) named() { r.side.Refresh() }
