package prefs

import (
	"strings"
	"unicode/utf8"

	"sidelight/annotations/notes"
	"sidelight/annotations/text"
)

// The keys of the reader's highlights.
const (
	keyNoteStyle  = "notes.style"
	keyStyleNames = "notes.name." // and the name of the style in files
)

// MaxStyleName is the most characters that the reader's name of a style has.
const MaxStyleName = 24

// NoteStyle returns the style in which the reader highlighted last.
func (p *Prefs) NoteStyle() notes.Style {
	name := p.text(keyNoteStyle, notes.Marker.String())
	s, err := notes.ParseStyle(name)
	if err != nil {
		p.reject(keyNoteStyle, name, notes.Marker)
	}
	return s
}

// SetNoteStyle keeps the style in which the reader highlighted last.
func (p *Prefs) SetNoteStyle(s notes.Style) { p.store.set(keyNoteStyle, s.String()) }

// StyleName returns the name that the reader gave a style, or "" for none.
func (p *Prefs) StyleName(s notes.Style) string {
	return styleName(p.text(keyStyleNames+s.String(), ""))
}

// SetStyleName keeps the reader's name of a style; an empty one gives the style its own
// name back.
func (p *Prefs) SetStyleName(s notes.Style, name string) {
	p.store.set(keyStyleNames+s.String(), styleName(name))
}

// styleName is a name on one line, as far as it is kept.
func styleName(name string) string {
	name = strings.Join(strings.Fields(text.Visible(name)), " ")
	for n := range name {
		if utf8.RuneCountInString(name[:n]) == MaxStyleName {
			return strings.TrimSpace(name[:n])
		}
	}
	return name
}
