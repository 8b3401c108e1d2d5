package page

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/locale"
)

var _ fyne.Accessible = (*Page)(nil)

// AccessibilityLabel is the mark that the keyboard is at, else the selected
// one, else the title of the article.
func (p *Page) AccessibilityLabel() string {
	all := p.edition.Mentions()
	switch {
	case p.focused && p.ring >= 0:
		return p.NameOf(all[p.ring].Entity)
	case p.selected != "":
		return p.NameOf(p.selected)
	}
	return p.edition.Title()
}

// AccessibilityRole is text.
func (p *Page) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// NameOf is what screen readers say for an entity: "Adam Boehler, Person, 2
// mentions"; empty for none.
func (p *Page) NameOf(id annotations.EntityID) string {
	x, ok := p.edition.Entity(id)
	if !ok {
		return ""
	}
	return locale.Name(x) + ", " + locale.Kind(x.Kind) + ", " + locale.Mentions(len(p.edition.MentionsOf(id)))
}
