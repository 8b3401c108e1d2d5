package ui

// Reader is the article that was read last, or nil.
func (w *Workspace) Reader() *Reader { return w.reader }

// The designs of the menus.
var (
	TheMenu     = theMenu
	ContextMenu = contextMenu
	TheBar      = theBar
)
