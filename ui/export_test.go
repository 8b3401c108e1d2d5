package ui

// Reader is the article that was read last, or nil.
func (w *Workspace) Reader() *Reader { return w.reader }
