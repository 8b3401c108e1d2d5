package finder

import (
	"strconv"

	"fyne.io/fyne/v2"

	"sidelight/annotations/search"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
)

const iconSize = 16 // of a sign that is an icon, pixels

// manyParagraphs is from which number on a paragraph's number has no room before
// a title, and stands in the line below it.
const manyParagraphs = 100

// sign is what stands before a result to tell its sort at a glance.
type sign struct {
	object fyne.CanvasObject
	size   fyne.Size
}

// sign is the line of an entity's kind, the sign of the voice behind a fact, or
// the number of a passage's paragraph if it is short.
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
	icon := prose.NewIcon(l.words.icon(r), look.ColorTextMuted, iconSize, iconSize)
	return sign{icon, fyne.NewSquareSize(iconSize)}
}

// icon is the name of the icon of a result that has no line and no number.
func (w words) icon(r search.Result) string {
	switch r.Type {
	case search.Note:
		return "note-pencil"
	case search.Command:
		if c := w.commands(r.ID); c != nil {
			return c.Icon
		}
	case search.Source:
		return "book-open"
	case search.Fact:
		if r.Span.Empty() { // not said in the article
			return "book-open"
		}
	}
	return pattern.VoiceIcon(r.Voice)
}
