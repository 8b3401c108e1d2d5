package ui

import "fyne.io/fyne/v2"

// Reader is the article that was read last, or nil.
func (w *Workspace) Reader() *Reader { return w.reader }

// The designs of the menus.
var (
	TheMenu     = theMenu
	ContextMenu = contextMenu
	TheBar      = theBar
)

// Drop drops files on the window.
func (w *Workspace) Drop(files []fyne.URI) { w.drop(files) }
