package ui

import (
	"sidelight/ui/locale"
	"sidelight/ui/reading"
)

// notebook is where the notes of the article in view are kept, and how the reader is told
// of them.
func (w *Workspace) notebook() reading.Notebook {
	return reading.Notebook{
		Store: w.Notes, OnFolder: w.OnFolder, OnExport: w.exportNotes, OnImport: w.importNotes,
		OnTrouble: func(sentence string) { w.tellOfArticle(newTelling(w.theme.Roles(), sentence)) },
		OnQuestion: func(question string, answer func(bool)) {
			w.tellOfArticle(newQuestion(w.theme.Roles(), question,
				locale.X("notes.bring.yes", "Bring here"), locale.X("notes.bring.no", "No"), answer))
		},
	}
}
