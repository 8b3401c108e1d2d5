package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/page"
)

// offerActions says what can be done with selected words.
func (r *Reader) offerActions() {
	key := func(id command.ID) string { return r.commands.Command(id).Keys[0].String() }
	r.page.SetActions([]page.Action{
		{Icon: "copy", Label: locale.X("selection.copy", "Copy"), Key: key(command.Copy), Do: r.copyWords},
		{Icon: "quotes", Label: locale.X("selection.copy-with-source", "Copy with source"), Key: key(command.CopyWithSource), Do: r.copyWithSource},
	})
}

// grow moves the end of the selection by a unit. Without one it begins where
// the keyboard is: at the mark that has the focus or is selected, or at the
// first line in view.
func (r *Reader) grow(u page.Unit, delta int) func() {
	return func() {
		from := r.page.FirstInView()
		s := r.session.State()
		if i := s.Focused; i >= 0 {
			from = r.edition.Mentions()[i].Start
		} else if i := r.edition.Nth(s.Selected, s.Mention); i >= 0 {
			from = r.edition.Mentions()[i].Start
		}
		r.page.GrowSelection(u, delta, from)
	}
}

// copyWords copies the file's own words.
func (r *Reader) copyWords() {
	fyne.CurrentApp().Clipboard().SetContent(r.edition.Article().Slice(r.page.Selection()))
	r.focusPage()
}

// copyWithSource copies the words in quotation marks, and where they stand.
func (r *Reader) copyWithSource() {
	fyne.CurrentApp().Clipboard().SetContent(withSource(r.edition, r.page.Selection()))
	r.focusPage()
}

// withSource is a quotation with the title and the paragraphs that it is from.
func withSource(e *annotations.Edition, s annotations.Span) string {
	a := e.Article()
	first, last := a.Paragraphs[a.ParagraphAt(s.Start)].Number, a.Paragraphs[a.ParagraphAt(max(s.Start, s.End-1))].Number
	paragraphs := fmt.Sprintf("¶%d", first)
	if last != first {
		paragraphs = fmt.Sprintf("¶%d–%d", first, last)
	}
	return locale.X("selection.quoted", "“{{.Words}}”\n{{.Title}}, {{.Paragraphs}}", map[string]any{
		"Words": strings.TrimSpace(a.Slice(s)), "Title": e.Title(), "Paragraphs": paragraphs,
	})
}

// selectAll selects the words of the article, or those that the index is
// filtered by where they are typed.
func (r *Reader) selectAll() {
	if r.canvas != nil && r.canvas.Focused() == fyne.Focusable(r.index) {
		r.index.SelectFilter()
		return
	}
	r.page.SelectAll()
}
