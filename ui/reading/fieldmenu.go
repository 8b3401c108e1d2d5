package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/field"
	"sidelight/ui/float"
	"sidelight/ui/locale"
)

// offer gives fields a menu of what is done with the words in them.
func (r *menus) offer(fields ...fyne.Focusable) {
	for _, f := range fields {
		switch e := f.(type) {
		case *field.Entry:
			e.OnMiddle = r.primarySelection
			e.OnMenu = func(at fyne.Position) {
				r.show(float.Menu{Groups: fieldRows(e, e.SelectedText() != "", e.Text != ""), Width: contextWidth, At: at})
			}
		case *field.Area:
			e.OnMiddle = r.primarySelection
			e.OnMenu = func(at fyne.Position) {
				r.show(float.Menu{Groups: fieldRows(e, e.Selected() != "", e.Text() != ""), Width: contextWidth, At: at})
			}
		}
	}
}

// fieldRows are the rows of the menu of a field, in which words are selected and there
// are words, or not. A field takes their keys itself: they are
// no commands of the window.
func fieldRows(e fyne.Shortcutable, selected, filled bool) []float.Group {
	clipboard := fyne.CurrentApp().Clipboard()
	row := func(label string, key fyne.KeyName, on bool, s fyne.Shortcut) float.Item {
		return float.Item{
			Label: label, Key: command.Named(key, command.Primary).String(), Off: !on, Run: func() { e.TypedShortcut(s) },
		}
	}
	return []float.Group{{Items: []float.Item{
		row(locale.X("menu.cut", "Cut"), fyne.KeyX, selected, &fyne.ShortcutCut{Clipboard: clipboard}),
		row(locale.X("menu.copy", "Copy"), fyne.KeyC, selected, &fyne.ShortcutCopy{Clipboard: clipboard}),
		row(locale.X("menu.paste", "Paste"), fyne.KeyV, clipboard.Content() != "", &fyne.ShortcutPaste{Clipboard: clipboard}),
	}}, {Items: []float.Item{
		row(locale.X("menu.select-all", "Select all"), fyne.KeyA, filled, &fyne.ShortcutSelectAll{}),
	}}}
}
