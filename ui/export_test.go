package ui

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/search"
)

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

// Shortcut brings a shortcut to what is on top in the window.
func (w *Workspace) Shortcut(s fyne.Shortcut) bool { return w.keys.Shortcut(s) }

// Aloud returns the sentence that is read aloud.
func (r *Reader) Aloud() annotations.Span { return r.aloud.reading.Sentence() }

// SetDo has what comes from other goroutines run by do, and SetSay has notices go to say.
func (r *Reader) SetDo(do func(func()))               { r.parts.do = do }
func (r *Reader) SetSay(say func(icon, words string)) { r.parts.say = say }
func (r *Reader) Records() []search.Record            { return r.commands.Records() }

// Hints returns where the hints stand.
func (w *Workspace) Hints() (fyne.Position, fyne.Size) { return w.hints.Position(), w.hints.Size() }

// SetPrimary sets the selection that the desktop's programs share.
func (r *Reader) SetPrimary(p Primary) { r.primary = p }

// Notice is what is told in the window.
func Notice(w *Workspace) interface {
	fyne.CanvasObject
	fyne.Accessible
} {
	return w.notice
}

// PanelBeside is the width of the panel beside the article.
func PanelBeside(w *Workspace) float32 { return w.panelBeside() }
