package command

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/locale"
)

// ID names a command.
type ID string

// The commands.
const (
	NextMark          ID = "next-mark"
	PreviousMark      ID = "previous-mark"
	OuterMark         ID = "outer-mark"
	Open              ID = "open"
	Leave             ID = "leave"
	NextMention       ID = "next-mention"
	PreviousMention   ID = "previous-mention"
	NextParagraph     ID = "next-paragraph"
	PreviousParagraph ID = "previous-paragraph"
	NextPage          ID = "next-page"
	PreviousPage      ID = "previous-page"
	Top               ID = "top"
	End               ID = "end"
	Search            ID = "search"
	Find              ID = "find"
	FindNext          ID = "find-next"
	FindPrevious      ID = "find-previous"
	SelectAll         ID = "select-all"
	Copy              ID = "copy"
	CopyWithSource    ID = "copy-with-source"
	SelectNext        ID = "select-next"
	SelectPrevious    ID = "select-previous"
	SelectNextWord    ID = "select-next-word"
	SelectPrevWord    ID = "select-previous-word"
	SelectNextLine    ID = "select-next-line"
	SelectPrevLine    ID = "select-previous-line"
	SelectLineEnd     ID = "select-line-end"
	SelectLineStart   ID = "select-line-start"
	TogglePanel       ID = "toggle-panel"
	ToggleIndex       ID = "toggle-index"
	ShowLayers        ID = "show-layers"
	PlainText         ID = "plain-text"
	NextPane          ID = "next-pane"
	NextTheme         ID = "next-theme"
	Settings          ID = "settings"
	Larger            ID = "larger"
	Smaller           ID = "smaller"
	DesignSize        ID = "design-size"
	Keys              ID = "keys"
	Fade              ID = "fade"
	Peek              ID = "peek"
	ShowSources       ID = "show-sources"
	ShowAbout         ID = "show-about"
	Back              ID = "back"
	Forward           ID = "forward"
	OpenFile          ID = "open-file"
	StartPage         ID = "start-page"
	Quit              ID = "quit"
)

// Group is a menu.
type Group uint8

// The groups in the order of the menu bar.
const (
	Program Group = iota
	View
	Go
	Marks
	Words
)

// Label is the name of the group in the reader's language.
func (g Group) Label() string {
	switch g {
	case Program:
		return locale.X("menu.program", "Sidelight")
	case View:
		return locale.X("menu.view", "View")
	case Go:
		return locale.X("menu.go", "Go")
	}
	if g == Words {
		return locale.X("menu.words", "Words")
	}
	return locale.X("menu.marks", "Marks")
}

// spec is what is fixed about a command.
type spec struct {
	id    ID
	group Group
	keys  []Key
	label func() string
}

// specs are all commands, group by group, in the order of the menus.
func specs() []spec {
	const main = fyne.KeyModifierShortcutDefault
	name := func(n fyne.KeyName, mod fyne.KeyModifier) Key { return Key{Name: n, Mod: mod} }
	typed := func(r rune) Key { return Key{Rune: r} }
	return []spec{
		{Search, View, []Key{name(fyne.KeyK, main), typed('/')},
			func() string { return locale.X("command.search", "Search") }},
		{Find, View, []Key{name(fyne.KeyF, main)},
			func() string { return locale.X("command.find", "Find in the text") }},
		{FindNext, View, []Key{name(fyne.KeyF3, 0), name(fyne.KeyG, main)},
			func() string { return locale.X("command.find-next", "Next place found") }},
		{FindPrevious, View, []Key{name(fyne.KeyF3, fyne.KeyModifierShift), name(fyne.KeyG, main|fyne.KeyModifierShift)},
			func() string { return locale.X("command.find-previous", "Previous place found") }},
		{TogglePanel, View, []Key{typed('p')},
			func() string { return locale.X("command.toggle-panel", "Show or hide the side panel") }},
		{ToggleIndex, View, []Key{typed('i')},
			func() string { return locale.X("command.toggle-index", "Show or hide the index") }},
		{ShowLayers, View, []Key{typed('l')},
			func() string { return locale.X("command.show-layers", "Layers") }},
		{PlainText, View, []Key{typed('x')},
			func() string { return locale.X("command.plain-text", "Plain text, or marks again") }},
		{NextPane, View, []Key{name(fyne.KeyF6, 0)},
			func() string { return locale.X("command.next-pane", "Next part of the window") }},
		{NextTheme, View, []Key{typed('t')},
			func() string { return locale.X("command.next-theme", "Next theme") }},
		{Settings, View, []Key{name(fyne.KeyComma, main)},
			func() string { return locale.X("command.settings", "Reading settings") }},
		{Larger, View, []Key{name(fyne.KeyPlus, main), name(fyne.KeyPlus, main|fyne.KeyModifierShift),
			name(fyne.KeyEqual, main), name(fyne.KeyEqual, main|fyne.KeyModifierShift)},
			func() string { return locale.X("command.larger", "Larger text") }},
		{Smaller, View, []Key{name(fyne.KeyMinus, main)},
			func() string { return locale.X("command.smaller", "Smaller text") }},
		{DesignSize, View, []Key{name(fyne.Key0, main)},
			func() string { return locale.X("command.design-size", "Normal text size") }},

		{Fade, View, []Key{typed('d')},
			func() string { return locale.X("command.fade", "Fade all but one") }},

		{ShowSources, View, []Key{typed('s')},
			func() string { return locale.X("command.show-sources", "Sources") }},
		{ShowAbout, View, []Key{typed('a')},
			func() string { return locale.X("command.show-about", "About this edition") }},

		{Back, Go, []Key{name(fyne.KeyLeft, fyne.KeyModifierAlt)},
			func() string { return locale.X("command.back", "Back to where you were") }},
		{Forward, Go, []Key{name(fyne.KeyRight, fyne.KeyModifierAlt)},
			func() string { return locale.X("command.forward", "Forward again") }},
		{NextParagraph, Go, []Key{typed('j')},
			func() string { return locale.X("command.next-paragraph", "Next paragraph") }},
		{PreviousParagraph, Go, []Key{typed('k')},
			func() string { return locale.X("command.previous-paragraph", "Previous paragraph") }},
		{NextPage, Go, []Key{name(fyne.KeyPageDown, 0)},
			func() string { return locale.X("command.next-page", "One page on") }},
		{PreviousPage, Go, []Key{name(fyne.KeySpace, fyne.KeyModifierShift), name(fyne.KeyPageUp, 0)},
			func() string { return locale.X("command.previous-page", "One page back") }},
		{Top, Go, []Key{name(fyne.KeyHome, 0)},
			func() string { return locale.X("command.top", "To the beginning") }},
		{End, Go, []Key{name(fyne.KeyEnd, 0)},
			func() string { return locale.X("command.end", "To the end") }},

		{NextMark, Marks, []Key{name(fyne.KeyTab, 0)},
			func() string { return locale.X("command.next-mark", "Next mark") }},
		{PreviousMark, Marks, []Key{name(fyne.KeyTab, fyne.KeyModifierShift)},
			func() string { return locale.X("command.previous-mark", "Previous mark") }},
		{Peek, Marks, []Key{name(fyne.KeySpace, 0)},
			func() string { return locale.X("command.peek", "A glance at the mark, or one page on") }},
		{OuterMark, Marks, []Key{name(fyne.KeyUp, 0)},
			func() string { return locale.X("command.outer-mark", "The mark around it") }},
		{Open, Marks, []Key{name(fyne.KeyReturn, 0)},
			func() string { return locale.X("command.open", "Open its card") }},
		{Leave, Marks, []Key{name(fyne.KeyEscape, 0)},
			func() string { return locale.X("command.leave", "Back one level") }},
		{NextMention, Marks, []Key{typed(']')},
			func() string { return locale.X("command.next-mention", "Next mention") }},
		{PreviousMention, Marks, []Key{typed('[')},
			func() string { return locale.X("command.previous-mention", "Previous mention") }},

		{OpenFile, Program, []Key{name(fyne.KeyO, main)},
			func() string { return locale.X("command.open-file", "Open a file") }},
		{StartPage, Program, []Key{name(fyne.KeyHome, fyne.KeyModifierAlt)},
			func() string { return locale.X("command.start-page", "Start page") }},
		{SelectAll, Words, []Key{name(fyne.KeyA, main)},
			func() string { return locale.X("command.select-all", "Select everything") }},
		{Copy, Words, []Key{name(fyne.KeyC, main)},
			func() string { return locale.X("command.copy", "Copy") }},
		{CopyWithSource, Words, []Key{name(fyne.KeyC, main|fyne.KeyModifierShift)},
			func() string { return locale.X("command.copy-with-source", "Copy with source") }},
		{SelectNext, Words, []Key{name(fyne.KeyRight, fyne.KeyModifierShift)},
			func() string { return locale.X("command.select-next", "Select one character on") }},
		{SelectPrevious, Words, []Key{name(fyne.KeyLeft, fyne.KeyModifierShift)},
			func() string { return locale.X("command.select-previous", "Select one character back") }},
		{SelectNextWord, Words, []Key{name(fyne.KeyRight, main|fyne.KeyModifierShift)},
			func() string { return locale.X("command.select-next-word", "Select one word on") }},
		{SelectPrevWord, Words, []Key{name(fyne.KeyLeft, main|fyne.KeyModifierShift)},
			func() string { return locale.X("command.select-previous-word", "Select one word back") }},
		{SelectNextLine, Words, []Key{name(fyne.KeyDown, fyne.KeyModifierShift)},
			func() string { return locale.X("command.select-next-line", "Select one line on") }},
		{SelectPrevLine, Words, []Key{name(fyne.KeyUp, fyne.KeyModifierShift)},
			func() string { return locale.X("command.select-previous-line", "Select one line back") }},
		{SelectLineEnd, Words, []Key{name(fyne.KeyEnd, fyne.KeyModifierShift)},
			func() string { return locale.X("command.select-line-end", "Select to the end of the line") }},
		{SelectLineStart, Words, []Key{name(fyne.KeyHome, fyne.KeyModifierShift)},
			func() string { return locale.X("command.select-line-start", "Select to the beginning of the line") }},

		{Keys, Program, []Key{typed('?'), name(fyne.KeyF1, 0)},
			func() string { return locale.X("command.keys", "All keys") }},
		{Quit, Program, []Key{name(fyne.KeyQ, main)},
			func() string { return locale.X("command.quit", "Quit") }},
	}
}
