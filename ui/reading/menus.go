package reading

import (
	"slices"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
)

// What follows are the designs of the menus: which commands stand in them, and in
// which order. Everything else about a row comes from the record of its command, and
// a command that a room does not have has no row in it.

// theMenu is the design of the menu behind the one button.
func theMenu() command.Menu {
	return command.Menu{{
		Title: func() string { return locale.X("menu.article", "This article") },
		Rows: append([]command.Row{{
			ID: command.OpenFile, Icon: true, Label: func() string { return locale.X("menu.open", "Open…") },
		}}, command.Iconed(command.SavePage, command.Print, command.ShowSources, command.ShowAbout)...),
	}, {
		Title: func() string { return locale.X("menu.views", "Views and marks") },
		Rows: []command.Row{
			{Label: command.View.Label, Sub: viewMenu()},
			{Label: command.Marks.Label, Sub: marksMenu()},
			{Label: command.Notes.Label, Sub: notesMenu()},
			{Label: command.Go.Label, Sub: goMenu()},
			{Label: findLabel, Sub: findMenu()},
			{Label: aloudLabel, Sub: aloudMenu()},
			{Label: portraitLabel, Sub: portraitMenu()},
		},
	}, {
		Rows: append(command.Iconed(command.Settings, command.Keys), command.Rows(command.Quit)...),
	}}
}

func findLabel() string { return locale.X("menu.find", "Find") }

func portraitLabel() string { return locale.X("menu.portrait", "Picture of this view") }

// portraitMenu writes what a view shows into a file; it has no rows where there is one
// view.
func portraitMenu() command.Menu { return command.Menu{{Rows: command.Iconed(portraitIDs()...)}} }

func viewMenu() command.Menu {
	return command.Menu{{Rows: command.Rows(viewIDs()...)}, {Rows: []command.Row{
		{ID: command.ToggleIndex, Label: func() string { return locale.X("menu.index", "Index") }},
		{ID: command.TogglePanel, Label: func() string { return locale.X("menu.panel", "Side panel") }},
		{ID: command.ShowLayers},
		{ID: command.PlainText, Label: func() string { return locale.X("menu.plain", "Plain text") }},
		{ID: command.FullScreen},
	}}, {
		Rows: command.Rows(command.Larger, command.Smaller, command.DesignSize, command.NextTheme),
	}}
}

func marksMenu() command.Menu {
	return command.Menu{
		{Rows: command.Rows(command.NextMark, command.PreviousMark, command.OuterMark)},
		{Rows: command.Rows(command.Open, command.Peek, command.ShowMenu, command.Leave)},
		{Rows: command.Rows(command.NextMention, command.PreviousMention, command.Fade)},
	}
}

// notesMenu is what can be done with highlights and notes.
func notesMenu() command.Menu {
	return command.Menu{
		{Rows: command.Rows(command.Highlight, command.WriteNote, command.RemoveNote, command.MergeNotes)},
		{Rows: command.Rows(command.Undo, command.Redo)},
		{Rows: command.Rows(command.ShowNotes, command.NextNote, command.PreviousNote, command.MoveNote)},
		{Rows: command.Rows(command.ExportNotes, command.ImportNotes, command.NameStyles, command.NotesFolder)},
	}
}

// stylesMenu are the styles in which words can be highlighted.
func stylesMenu() command.Menu {
	return command.Menu{{Rows: command.Rows(styleIDs[:]...)}}
}

func goMenu() command.Menu {
	return command.Menu{
		{Rows: command.Rows(command.Back, command.Forward)},
		{Rows: command.Rows(command.NextParagraph, command.PreviousParagraph, command.NextPage, command.PreviousPage, command.Top, command.End)},
		{Rows: command.Rows(command.NextPane, command.ShowProof)},
		{Rows: command.Rows(command.Reload, command.WholePage, command.StartPage, command.Library, command.Encyclopaedia)},
	}
}

func aloudLabel() string { return locale.X("menu.aloud", "Reading aloud") }

// aloudMenu has rows only where there is a voice.
func aloudMenu() command.Menu {
	return command.Menu{{Rows: command.Rows(command.ReadAloud, command.PreviousSentence, command.NextSentence, command.StopReading)}}
}

func findMenu() command.Menu {
	return command.Menu{
		{Rows: command.Rows(command.Search, command.Find, command.FindNext, command.FindPrevious)},
		{Rows: command.Rows(command.SelectAll, command.ShowTray)},
	}
}

// theBar is the design of the menu bar of macOS. It has nothing to undo and to redo: its
// keys come before those of a field in which something is typed, which has them itself.
func theBar() []command.Titled {
	return []command.Titled{
		{Title: func() string { return locale.X("menu.file", "File") }, Menu: command.Menu{
			{Rows: command.Rows(command.OpenFile, command.StartPage)},
			{Rows: command.Rows(slices.Concat([]command.ID{command.SavePage}, portraitIDs(), []command.ID{command.Print})...)},
			{Rows: command.Rows(command.ShowSources, command.ShowAbout)},
			{Rows: command.Rows(command.Quit)},
		}},
		{Title: command.View.Label, Menu: append(viewMenu(), command.Section{Rows: command.Rows(command.Settings)})},
		{Title: command.Go.Label, Menu: slices.Concat(goMenu(), aloudMenu(), findMenu())},
		{Title: command.Marks.Label, Menu: marksMenu()},
		{Title: command.Notes.Label, Menu: slices.Concat(notesMenu()[:1], notesMenu()[2:])},
		{Title: func() string { return locale.X("menu.help", "Help") }, Menu: command.Menu{
			{Rows: command.Rows(command.Keys)},
		}},
	}
}

// contextMenu returns the design of the menu about a target. A command in it is
// given for the target, and has no row where it cannot be given.
func contextMenu(t command.Target) command.Menu {
	open := command.Row{ID: command.Open, Icon: true, Label: func() string { return locale.X("menu.open-card", "Open card") }}
	only := command.Row{ID: command.Fade, Label: func() string { return locale.X("menu.only-this", "Show only this") }}
	next := command.Row{ID: command.NextMention}
	copyAs := func(label func() string) command.Row { return command.Row{ID: command.Copy, Icon: true, Label: label} }
	cite := command.Row{ID: command.CopyWithSource, Icon: true}
	aloud := command.Row{ID: command.ReadAloud, Label: func() string { return locale.X("menu.aloud-here", "Read aloud from here") }}
	plain, collect := command.Row{ID: command.Copy}, command.Row{ID: command.Collect}
	note := command.Row{ID: command.WriteNote, Icon: true, Label: func() string { return locale.X("menu.note", "Note") }}
	highlight := command.Row{ID: command.Highlight, Icon: true, Label: func() string { return locale.X("menu.highlight", "Highlight") }}
	styles := command.Row{Label: func() string { return locale.X("menu.styles", "Highlight as") }, Sub: stylesMenu()}
	asFile := command.Section{Rows: command.Rows(command.CopyBibTeX, command.CopyCSL)}
	kind := command.Section{Rows: command.Rows(command.OnlyKind, command.ToggleKind)}
	name := copyAs(func() string { return locale.X("menu.copy-name", "Copy name") })
	switch t.On {
	case command.OnMark:
		return command.Menu{{Rows: []command.Row{open, next, only}}, {Rows: []command.Row{highlight, note}}, {Rows: []command.Row{name, copySaid(t), collect}}, asFile}
	case command.OnSelection:
		return command.Menu{{Rows: []command.Row{highlight, styles, note}}, {Rows: []command.Row{cite, plain, collect}}, {Rows: []command.Row{{
			ID: command.Search, Icon: true, Label: func() string { return locale.X("menu.search-this", "Search for this") },
		}, aloud}}, {Rows: []command.Row{{ID: command.SelectAll}, {
			Label: func() string { return locale.X("menu.grow", "Select more or less") }, Sub: growMenu(),
		}}}}
	case command.OnLine:
		return command.Menu{{Rows: []command.Row{
			{ID: command.CopyWithSource, Icon: true, Label: func() string { return locale.X("menu.cite-paragraph", "Copy paragraph with source") }},
			{ID: command.Copy, Label: func() string { return locale.X("menu.copy-paragraph", "Copy paragraph") }},
			collect,
		}}, {Rows: []command.Row{note}}, {Rows: []command.Row{aloud, {ID: command.SelectAll}}}}
	case command.OnEntity:
		return command.Menu{{Rows: []command.Row{open, next, only}}, {Rows: []command.Row{note}}, {Rows: []command.Row{name, cite, collect}}, kind, asFile}
	case command.OnFact:
		return command.Menu{{Rows: []command.Row{cite, plain, collect}}, {Rows: command.Rows(command.ShowEvidence, command.ShowItsSource)}, asFile}
	case command.OnRemark:
		return command.Menu{{Rows: command.Rows(command.ShowEvidence)}, {Rows: []command.Row{cite, plain, collect}}, asFile}
	case command.OnNote:
		edit := command.Row{ID: command.WriteNote, Icon: true, Label: func() string { return locale.X("menu.edit-note", "Edit note") }}
		remove := command.Row{ID: command.RemoveNote, Icon: true, Label: func() string { return locale.X("menu.remove", "Delete") }}
		return command.Menu{{Rows: []command.Row{edit, styles, {ID: command.MergeNotes}, {
			Label: func() string { return locale.X("menu.lengthen", "Longer or shorter") }, Sub: lengthenMenu(),
		}}},
			{Rows: []command.Row{{ID: command.ShowEvidence}}}, {Rows: []command.Row{cite, plain, collect}}, {Rows: []command.Row{remove}}}
	case command.OnSource:
		return command.Menu{{Rows: command.Rows(command.ShowItsSource)}, {Rows: []command.Row{
			copyAs(func() string { return locale.X("menu.copy-citation", "Copy citation") }), {ID: command.CopyAddress}, collect,
		}}, asFile}
	case command.OnWords:
		return command.Menu{{Rows: []command.Row{cite, plain, collect}}}
	case command.OnLink:
		return command.Menu{{Rows: command.Rows(command.OpenAddress)}, {Rows: command.Iconed(command.CopyAddress)}}
	case command.OnKind:
		return command.Menu{kind}
	case command.OnVoice:
		return command.Menu{{Rows: []command.Row{open}}, kind}
	case command.OnView:
		return portraitMenu()
	case command.OnPassage:
		return command.Menu{{Rows: []command.Row{cite, plain, collect}}, {Rows: command.Rows(command.ShowEvidence)}}
	}
	return nil
}

// copySaid copies what the article says at a mark.
func copySaid(t command.Target) command.Row {
	return command.Row{ID: command.CopyWithSource, Label: func() string {
		if t.Kind == annotations.Quote {
			return locale.X("menu.copy-quotation", "Copy quotation with source")
		}
		return locale.X("menu.copy-sentence", "Copy sentence with source")
	}}
}

// lengthenMenu moves the ends of a highlight.
func lengthenMenu() command.Menu {
	return command.Menu{
		{Rows: command.Rows(command.SelectNext, command.SelectPrevious, command.SelectNextWord, command.SelectPrevWord)},
		{Rows: command.Rows(command.NoteStartNext, command.NoteStartPrev)},
	}
}

func growMenu() command.Menu {
	return command.Menu{
		{Rows: command.Rows(command.SelectNext, command.SelectPrevious)},
		{Rows: command.Rows(command.SelectNextWord, command.SelectPrevWord)},
		{Rows: command.Rows(command.SelectNextLine, command.SelectPrevLine, command.SelectLineEnd, command.SelectLineStart)},
	}
}
