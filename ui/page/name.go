package page

import (
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/locale"
)

var _ fyne.Accessible = (*Page)(nil)

// AccessibilityLabel returns what screen readers say of the note of the reader that has
// the keyboard's focus, else the name of the entity whose mark has it, else that of the
// selected one, else the title of the article.
func (p *Page) AccessibilityLabel() string {
	e := p.now.Edition
	if e == nil {
		return ""
	}
	if p.now.FocusedNote != "" && p.on.Keyboard {
		return p.NameOfNote(p.now.FocusedNote)
	}
	if m, ok := e.Mention(p.now.Focused); ok && p.on.Keyboard {
		return p.NameOf(m.Entity)
	}
	if p.now.Selected != "" {
		return p.NameOf(p.now.Selected)
	}
	return e.Title()
}

// AccessibilityRole is text.
func (p *Page) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// NameOf returns what screen readers say for an entity: "Adam Boehler, Person, 1
// mention". It is empty for an id that the edition does not have.
func (p *Page) NameOf(id annotations.EntityID) string {
	if p.now.Edition == nil {
		return ""
	}
	x, ok := p.now.Edition.Entity(id)
	if !ok {
		return ""
	}
	return locale.Name(x) + ", " + locale.Kind(x.Kind) + ", " + locale.Mentions(len(p.now.Edition.TimesOf(id)))
}

// mostSaid is the most characters of the words of a note, and of what is said of them,
// that screen readers say.
const mostSaid = 300

// NameOfNote returns what screen readers say for a note of the reader: "Highlight,
// Marker, “no progress was made”, Same source". It is empty for an id that the document
// does not have.
func (p *Page) NameOfNote(id notes.ID) string {
	n, ok := p.now.Notes.Get(id)
	if !ok || p.now.Edition == nil {
		return ""
	}
	style := locale.Style(n.Style)
	if p.Margin != nil {
		style = p.Margin.StyleName(n.Style)
	}
	words := p.now.Edition.Article().Slice(n.Span)
	out := []string{locale.X("note.highlight", "Highlight"), style, "“" + spoken(words) + "”"}
	if n.Text != "" {
		out = append(out, spoken(n.Text))
	}
	return strings.Join(append(out, n.Tags...), ", ")
}

// spoken returns words in one line, cut where they are long.
func spoken(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	if r := []rune(words); len(r) > mostSaid {
		return string(r[:mostSaid]) + "…"
	}
	return words
}
