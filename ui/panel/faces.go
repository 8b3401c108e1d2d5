package panel

import (
	"strconv"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/prose"
)

// face is what the panel shows.
type face int

const (
	cardFace face = iota // an entity, or the article at a glance
	sourcesFace
	aboutFace
)

// target is what can have the focus in the panel.
type target interface {
	fyne.CanvasObject
	fyne.Focusable
}

// kept is a face as the reader left it.
type kept struct {
	items  []prose.Item
	offset float32
	last   target
}

// listed is a row and its place among the items of the body.
type listed struct {
	item int
	row  *control.Row
}

// RevealNote marks the editor's note of that id on the card that is shown and
// brings it into view. It does nothing if the note is not there.
func (p *Panel) RevealNote(id string) {
	n, ok := p.notes[id]
	if !ok || p.face != cardFace {
		return
	}
	if old, ok := p.notes[p.note]; ok {
		old.row.SetMarked(false)
	}
	p.note = id
	n.row.SetMarked(true)
	p.bring = n.item
	p.arrange()
}

// ShowSources turns to the list of all sources. The one of that id, if there is
// any, is marked and brought into view.
func (p *Panel) ShowSources(id annotations.SourceID) {
	if p.face != sourcesFace {
		p.leave(sourcesFace)
		p.header.name(locale.X("panel.sources", "Sources"), strconv.Itoa(len(p.edition.Sources())))
		c := p.card()
		p.sources, p.source, p.bring = c.sourceList(), "", -1
		p.mark(id)
		p.show(kept{items: c.done()})
		return
	}
	if id != p.source {
		p.mark(id)
		p.arrange()
	}
}

// mark makes the source of that id the marked one.
func (p *Panel) mark(id annotations.SourceID) {
	if r := p.sources[p.source]; r != nil {
		r.row.SetMarked(false)
	}
	p.source = id
	if r := p.sources[id]; r != nil {
		r.row.SetMarked(true)
		if r.below.Empty() {
			r.toggle()
		}
		p.bring = r.item
	}
}

// ShowAbout turns to what the edition says of itself.
func (p *Panel) ShowAbout() {
	if p.face == aboutFace {
		return
	}
	p.leave(aboutFace)
	p.header.name(locale.X("panel.about", "About this edition"), "")
	c := p.card()
	c.about()
	p.show(kept{items: c.done()})
}

// leave turns to another face and remembers the card.
func (p *Panel) leave(to face) {
	if p.face == cardFace {
		p.kept = kept{p.items, p.scroll.Offset.Y, p.last}
	}
	p.face = to
}
