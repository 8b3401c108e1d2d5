package panel

import (
	"sidelight/annotations/notes"
	"sidelight/ui/session"
)

// followNotes takes over what the snapshot says of the reader's notes.
func (p *Panel) followNotes(was session.Snapshot) {
	if was.Document != p.now.Document || p.noted == 0 {
		p.own.follow(p.now)
		p.noted++
	}
	if _, ok := p.now.Edition.Entity(p.own.filter.about); !ok {
		p.own.filter.about = ""
	}
	if was.Draft != p.now.Draft {
		p.composer.follow(was.Draft, p.now.Draft)
	}
	changed := was.Document != p.now.Document || was.Selected != p.now.Selected || was.Panel.Face != p.now.Panel.Face
	if changed && p.now.Panel.Face == session.Notes {
		p.tools.show()
	}
}

// notedOn returns what a sheet shows of the reader's notes, nil for nothing.
func (p *Panel) notedOn(s *sheet) any {
	if s.face == nil || s.face.noted == nil {
		return nil
	}
	x, _ := p.now.Edition.Entity(s.entity)
	return s.face.noted(p, x)
}

// listsNotes reports whether the face is the list of notes.
func (p *Panel) listsNotes() bool { return p.shown.face != nil && p.shown.face.notes }

// head shows the heading of the face.
func (p *Panel) head() {
	f := p.shown.face
	h := f.heading(p.now, p.subject())
	if f.writes {
		h = p.composer.heading()
	}
	h.exports = f.notes && p.OnExportNotes != nil && p.now.Notes.Len() > 0
	p.header.show(h)
}

// leadOn leads the keyboard on from a control of a face that is no longer shown as it
// was.
func (p *Panel) leadOn(from *face) {
	if from != nil && from.writes && !p.shown.face.writes && p.OnWritten != nil {
		p.OnWritten()
		return
	}
	p.keepFocus()
}

// bringNote shows the row of the current note, if that is another one than was or the
// face is fresh. A filter that hides the row gives way: the reader has pointed at the
// note. A fresh face of a note that is written gets the keyboard.
func (p *Panel) bringNote(was notes.ID, fresh bool) {
	if fresh && p.shown.face.writes {
		p.composer.wanted = true
	}
	id := p.now.Note
	if id == "" || !p.listsNotes() || !fresh && id == was {
		return
	}
	if p.shown.index(ownKey(id)) < 0 && !p.own.filter.all() {
		p.setFilter(noteFilter{byDate: p.own.filter.byDate})
	}
	key := ownKey(id)
	if p.shown.index(key) < 0 {
		key = trayKey(id)
	}
	if fresh {
		p.bring(key)
	} else if i := p.shown.index(key); i >= 0 {
		p.list.Reveal(i, i)
		p.scrolled()
	}
}

// setFilter shows other notes in the list.
func (p *Panel) setFilter(f noteFilter) {
	if f == p.own.filter {
		return
	}
	p.own.filter = f
	p.noted++
	p.tools.show()
	if p.listsNotes() {
		p.rebuild()
		p.list.ScrollTo(0)
	}
}

// rebuild shows the face anew, as the reader left it.
func (p *Panel) rebuild() {
	focused := p.focused()
	p.show(p.build(p.shown.face, p.shown.entity, p.shown.sheet))
	p.mark()
	if focused != nil {
		p.keepFocus()
	}
}
