package page

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/locale"
)

var _ fyne.Accessible = (*Page)(nil)

// AccessibilityLabel returns the name of the entity whose mark has the keyboard's
// focus, else that of the selected one, else the title of the article.
func (p *Page) AccessibilityLabel() string {
	e := p.now.Edition
	if e == nil {
		return ""
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
