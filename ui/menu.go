package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/command"
	"sidelight/ui/control"
)

// showMenu opens all menus in one pop-up under the menu's button. A menu bar would
// take room from the page.
func (r *Reader) showMenu() {
	if r.canvas == nil {
		return
	}
	all := fyne.NewMenu("")
	for i, m := range r.commands.Menus() {
		if i > 0 {
			all.Items = append(all.Items, fyne.NewMenuItemSeparator())
		}
		all.Items = append(all.Items, m.Items...)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.frame.tools.menu)
	widget.ShowPopUpMenuAtPosition(all, r.canvas, at.AddXY(0, control.Size+4))
}

// setMenuBar shows the menus of a table in the menu bar of macOS. Other systems have
// the bar in the window, so it does nothing there.
func setMenuBar(w fyne.Window, t *command.Table) {
	if runtime.GOOS == "darwin" {
		w.SetMainMenu(t.MainMenu())
	}
}
