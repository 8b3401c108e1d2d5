package ui

import (
	"path/filepath"

	"sidelight/ui/prefs"
)

// StartAgain shows the start page after the program has ended by a fault, with an
// offer to open again what was open then: a document whose opening is the fault
// would end every start. The path is that of a document that was just being opened;
// without one, of what was read last.
func (w *Workspace) StartAgain(path string) {
	w.size()
	if w.again = path; path == "" {
		w.again = w.prefs.Last()
	}
	w.ShowStart()
}

// openAgain opens what was open when the program ended by a fault.
func (w *Workspace) openAgain() {
	path := w.again
	if path == prefs.Sample {
		w.ReadSample()
		return
	}
	w.Open(path)
}

// againName names what the start page offers to open again, or is empty.
func (w *Workspace) againName() string {
	switch w.again {
	case "":
		return ""
	case prefs.Sample:
		return w.sample.Title()
	}
	return filepath.Base(w.again)
}
