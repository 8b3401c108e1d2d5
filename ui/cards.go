package ui

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/float"
)

// cardActions are the commands that open cards over the window, and those that
// change how the article looks. They can be given while a card is open.
func (r *Reader) cardActions() map[command.ID]command.Action {
	return map[command.ID]command.Action{
		command.Search:     {Run: r.openPalette},
		command.Settings:   {Run: r.toggleSettings},
		command.Keys:       {Run: r.toggleKeys},
		command.ShowLayers: {Run: r.toggleLayers, Enabled: r.marked},
		command.PlainText:  {Run: r.togglePlain, Enabled: r.marked},
		command.NextTheme:  {Run: r.nextTheme},
		command.Larger:     {Run: func() { r.stepSize(1) }},
		command.Smaller:    {Run: func() { r.stepSize(-1) }},
		command.DesignSize: {Run: r.designSize},
	}
}

// withCards are the actions of all commands. Each of those given takes away the
// card that is open: what it does would happen under the card.
func (r *Reader) withCards(actions map[command.ID]command.Action) map[command.ID]command.Action {
	all := r.cardActions()
	for id, a := range actions {
		run := a.Run
		a.Run = func() {
			r.dismiss()
			run()
		}
		all[id] = a
	}
	return all
}

// toggleCard opens a card over the window in place of another, or takes it away.
func (r *Reader) toggleCard(p float.Popover) {
	if r.layer == nil {
		return
	}
	if r.shows(p.Content) {
		r.dismiss()
		return
	}
	r.layer.Open(p)
}

// shows reports whether the card with this content is open.
func (r *Reader) shows(content fyne.CanvasObject) bool {
	return r.layer != nil && r.layer.Shows(content)
}

// dismiss takes away the card that floats over the window, if there is one.
func (r *Reader) dismiss() {
	if r.layer != nil {
		r.layer.Dismiss()
	}
}

// cardKey gives a key to the card that floats over the window, and reports
// whether there is one.
func (r *Reader) cardKey(e *fyne.KeyEvent) bool {
	if r.layer == nil || !r.layer.Shown() {
		return false
	}
	page := r.canvas.Size().Height - 2*overlap
	switch e.Name {
	case fyne.KeyEscape:
		r.dismiss()
	case fyne.KeyUp:
		r.layer.ScrollBy(-overlap)
	case fyne.KeyDown:
		r.layer.ScrollBy(overlap)
	case fyne.KeyPageUp:
		r.layer.ScrollBy(-page)
	case fyne.KeyPageDown, fyne.KeySpace:
		r.layer.ScrollBy(page)
	}
	return true
}

// cardRune gives a character to the card that floats over the window, and
// reports whether there is one.
func (r *Reader) cardRune(c rune) bool {
	if r.layer == nil || !r.layer.Shown() {
		return false
	}
	if cmd := r.commands.ForRune(c); cmd != nil {
		if _, ok := r.cardActions()[cmd.ID]; ok {
			cmd.Run()
		}
	}
	return true
}
