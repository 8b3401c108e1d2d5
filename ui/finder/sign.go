package finder

import (
	"strconv"

	"fyne.io/fyne/v2"

	"sidelight/annotations/search"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
)

const iconSize = 16 // the side of a sign that is an icon, pixels

// manyParagraphs is the first paragraph number that is too long for a sign. It
// stands in the line below the title.
const manyParagraphs = 100

// sign is a mark before a result's title that shows its sort at a glance.
type sign struct {
	object fyne.CanvasObject
	size   fyne.Size
}

// sign makes the sign of a result: the line of an entity's kind, the number of a
// passage's paragraph if it is short, else an icon.
func (l rowLook) sign(r search.Result) sign {
	switch r.Type {
	case search.Entity, search.Quotation:
		return sign{pattern.NewSample(r.Kind, l.sample), fyne.NewSize(l.sample, pattern.Height)}
	case search.Passage:
		words := "¶"
		if n := r.Detail.Paragraph; n < manyParagraphs {
			words += strconv.Itoa(n)
		}
		t := prose.NewText(l.roles.Meta, look.ColorTextMuted, words)
		return sign{t, fyne.NewSize(l.text-l.left, l.roles.Meta.Leading)}
	}
	icon := prose.NewIcon(l.icon(r), look.ColorTextMuted, iconSize, iconSize)
	return sign{icon, fyne.NewSquareSize(iconSize)}
}

// icon returns the name of the icon of a note, a command, a source or a fact.
func (l rowLook) icon(r search.Result) string {
	switch r.Type {
	case search.Note:
		return "note-pencil"
	case search.Command:
		if c := l.commandOf(r); c != nil {
			return c.Icon
		}
	case search.Source:
		return "book-open"
	case search.Fact:
		if r.Span.Empty() { // the article does not say it
			return "book-open"
		}
	}
	return pattern.VoiceIcon(r.Voice)
}
