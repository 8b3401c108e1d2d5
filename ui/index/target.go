package index

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/command"
)

// target returns what a row is about.
func (r row) target() command.Target {
	switch r.part {
	case head:
		return command.Target{On: command.OnKind, Kind: r.kind}
	case entry:
		return command.Target{On: command.OnEntity, Entity: r.id, Kind: r.kind}
	case speaker:
		return command.Target{On: command.OnVoice, Voice: r.voice}
	}
	return command.Target{}
}

// Target returns what the row is about at which the keyboard is.
func (r *Rail) Target() (t command.Target, at fyne.Position, size fyne.Size) {
	i := r.list.Current()
	if i < 0 || i >= len(r.model.rows) {
		return t, at, size
	}
	r.reveal(i)
	if o := r.list.At(i); o != nil {
		at, size = fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	}
	return r.model.rows[i].target(), at, size
}

// openMenu asks for a menu about a row.
func (l *railRow) openMenu(at fyne.Position) {
	if t := l.shown.target(); t.On != command.OnNothing && l.rail.OnMenu != nil {
		l.rail.OnMenu(t, at)
	}
}
