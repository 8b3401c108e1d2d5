package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
)

// showMenu opens the menus under their button, one below the other: a bar of
// them would stand over the page.
func (r *Reader) showMenu() {
	if r.canvas == nil {
		return
	}
	r.commands.Sync()
	all := fyne.NewMenu("")
	for i, m := range r.commands.MainMenu().Items {
		if i > 0 {
			all.Items = append(all.Items, fyne.NewMenuItemSeparator())
		}
		all.Items = append(all.Items, m.Items...)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.tools.menu)
	widget.ShowPopUpMenuAtPosition(all, r.canvas, at.AddXY(0, control.Size+4))
}
