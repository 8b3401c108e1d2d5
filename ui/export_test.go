package ui

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/reading"
	"sidelight/ui/view"
)

// Reader is the article that was read last, or nil.
func (w *Workspace) Reader() *reading.Reader { return w.reader }

// Drop drops files on the window.
func (w *Workspace) Drop(files []fyne.URI) { w.drop(files) }

// Shortcut brings a shortcut to what is on top in the window.
func (w *Workspace) Shortcut(s fyne.Shortcut) bool { return w.keys.Shortcut(s) }

// Hints returns where the hints stand.
func (w *Workspace) Hints() (fyne.Position, fyne.Size) { return w.hints.Position(), w.hints.Size() }

// Notice is what is told in the window.
func Notice(w *Workspace) interface {
	fyne.CanvasObject
	fyne.Accessible
} {
	return w.notice
}

// PanelBeside is the width of the panel beside the article.
func PanelBeside(w *Workspace) float32 { return w.panelBeside() }

// Outside is what tells the views what is known beside the article.
func Outside(w *Workspace) view.Outside { return w.outside() }

// Progress is how much the line at the top of the window says is done, or -1 without it.
func Progress(w *Workspace) float64 {
	if !w.bar.Visible() {
		return -1
	}
	return float64(w.bar.share)
}
