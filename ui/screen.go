package ui

import (
	"sidelight/annotations/text"
	"sidelight/ui/locale"
	"sidelight/ui/reading"
)

// programName returns the end of a window's title.
func programName() string { return locale.X("menu.program", "Sidelight") }

// titleRunes is how much of a headline the title of a window holds.
const titleRunes = 120

// windowTitle returns what the desktop calls the window while it shows a room: the
// headline of the article, without characters that could turn the words around.
func windowTitle(in room) string {
	r, ok := in.(*reading.Reader)
	if !ok {
		return programName()
	}
	title := []rune(text.Visible(r.Session().Edition().Title()))
	if len(title) > titleRunes {
		title = append(title[:titleRunes-1], '…')
	}
	return string(title) + " - " + programName()
}

// size gives the window the size that it was left in, or the whole screen, once.
func (w *Workspace) size() {
	if w.sized {
		return
	}
	w.sized = true
	w.w.Resize(w.prefs.Window())
	if w.prefs.FullScreen() {
		w.w.SetFullScreen(true)
	}
}

// toggleFullScreen has the window fill the screen, or not any more.
func (w *Workspace) toggleFullScreen() {
	full := !w.w.FullScreen()
	if full {
		w.keepSize() // to come back to
	}
	w.w.SetFullScreen(full)
	w.prefs.SetFullScreen(full)
}

func (w *Workspace) keepSize() { w.prefs.KeepWindow(w.w) }
