package reading

import (
	"sidelight/annotations"
	"sidelight/annotations/search"
)

// The designs of the menus.
var (
	TheMenu     = theMenu
	ContextMenu = contextMenu
	TheBar      = theBar
)

// Aloud returns the sentence that is read aloud.
func (r *Reader) Aloud() annotations.Span { return r.aloud.reading.Sentence() }

// SetDo has what comes from other goroutines run by do, and SetSay has notices go to say.
func (r *Reader) SetDo(do func(func()))               { r.parts.do = do }
func (r *Reader) SetSay(say func(icon, words string)) { r.parts.say = say }
func (r *Reader) Records() []search.Record            { return r.commands.Records() }

// SetPrimary sets the selection that the desktop's programs share.
func (r *Reader) SetPrimary(p Primary) { r.primary = p }

// WriteNote begins a note.
func (r *Reader) WriteNote(on annotations.Span) { r.margin.keeper.Write(on) }

// CloseNotes ends what is kept.
func (r *Reader) CloseNotes() { r.margin.close() }
