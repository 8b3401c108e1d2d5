package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/keyboard"
)

// showDialog shows the toolkit's dialog for files. Esc closes it, or what it has itself
// opened over it, and no key reaches what is behind it.
func (w *Workspace) showDialog(d *dialog.FileDialog) {
	c := w.w.Canvas()
	d.Show() // before it there is nothing to give a size to
	var shown fyne.CanvasObject
	hide := func() {
		if top := c.Overlays().Top(); top != nil && top != shown {
			c.Overlays().Remove(top)
			return
		}
		d.Hide()
	}
	d.SetOnClosed(w.keys.Push(&keyboard.Dialog{Hide: hide}))
	size := c.Size()
	d.Resize(fyne.NewSize(min(900, size.Width-80), min(640, size.Height-80)))
	letEscape(c, hide)
	shown = c.Overlays().Top()
}

// nameEntry is an entry that gives the key Esc away, which the toolkit's keeps.
type nameEntry struct {
	widget.Entry
	onEscape func()
}

// newNameEntry returns an entry in place of a dialog's own, which goes on to hold the
// name, unseen.
func newNameEntry(held *widget.Entry, escape func()) *nameEntry {
	e := &nameEntry{onEscape: escape}
	e.ExtendBaseWidget(e)
	e.PlaceHolder = held.PlaceHolder
	e.SetText(held.Text)
	e.OnChanged, e.OnSubmitted = held.SetText, held.OnSubmitted
	changed := held.OnChanged
	held.OnChanged = func(name string) {
		changed(name)
		if e.Text != name {
			e.SetText(name)
		}
	}
	return e
}

// TypedKey edits the text, or gives Esc away.
func (e *nameEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.onEscape()
		return
	}
	e.Entry.TypedKey(k)
}

// letEscape puts in place of the entry for a name, if the dialog on top has one, another
// that gives Esc away.
func letEscape(c fyne.Canvas, escape func()) {
	overlay, ok := c.Overlays().Top().(fyne.Widget)
	if !ok {
		return
	}
	for _, o := range overlay.CreateRenderer().Objects() { // there is no other way to the dialog
		p, ok := o.(*widget.PopUp)
		if !ok {
			continue
		}
		place, held := heldEntry(p.Content)
		if held == nil {
			recentre(p)
			continue
		}
		e := newNameEntry(held, escape)
		place.Content = e
		recentre(p)
		c.Focus(e)
	}
}

// recentre puts a dialog in the middle, where the overlay of a second renderer no longer
// keeps it.
func recentre(p *widget.PopUp) {
	p.Hide()
	p.Show()
}

// heldEntry returns the entry for a name below an object, and what holds it.
func heldEntry(o fyne.CanvasObject) (*container.Scroll, *widget.Entry) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, x := range o.Objects {
			if place, e := heldEntry(x); e != nil {
				return place, e
			}
		}
	case *container.Scroll:
		e, _ := o.Content.(*widget.Entry)
		return o, e
	}
	return nil, nil
}
