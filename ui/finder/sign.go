package finder

import (
	"fmt"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
)

// Sizes of signs in pixels.
const (
	sampleWidth = 18
	iconSize    = 16
)

// signOf is what stands before a result to tell its sort at a glance.
type signOf struct {
	object fyne.CanvasObject
	size   fyne.Size
}

// sign is the line of an entity's kind, the sign of the voice behind a fact, or
// the number of a passage's paragraph.
func sign(r search.Result, voice func(annotations.Span) annotations.Voice, roles look.Roles) signOf {
	switch r.Type {
	case search.Entity, search.Quotation:
		return signOf{pattern.NewSample(r.Kind, sampleWidth), fyne.NewSize(sampleWidth, pattern.Height)}
	case search.Passage:
		if n := paragraph(r.ID); n > 0 {
			t := prose.NewText(roles.Meta, look.ColorTextMuted, fmt.Sprintf("¶%d", n))
			return signOf{t, fyne.NewSize(rowText-rowLeft, roles.Meta.Leading)}
		}
	}
	icon := prose.NewIcon(iconName(r, voice), look.ColorTextMuted, iconSize, iconSize)
	return signOf{icon, fyne.NewSquareSize(iconSize)}
}

// paragraph is the number in the id of a passage, "p4s2" for sentence 2 of
// paragraph 4; 0 if there is none.
func paragraph(id string) int {
	var p, s int
	if n, err := fmt.Sscanf(id, "p%ds%d", &p, &s); err != nil || n != 2 {
		return 0
	}
	return p
}

func iconName(r search.Result, voice func(annotations.Span) annotations.Voice) string {
	switch {
	case r.Type == search.Note:
		return "note-pencil"
	case r.Type == search.Command:
		return "keyboard"
	case r.Type == search.Fact && r.Span.Empty(): // not said in the article
		return "book-open"
	case r.Type == search.Fact && voice != nil:
		return pattern.VoiceIcon(voice(r.Span))
	}
	return "article"
}
