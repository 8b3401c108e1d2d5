// Package panel is the side panel: the card of one entity, what there is to say
// of the whole article when none is selected, the list of sources, and what the
// edition says of itself.
//
// It shows an edition and reports what the reader asks for; it decides nothing.
package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Panel shows the card of an entity. It is made for a width of 376 pixels and
// keeps its order at any width from 280 on.
type Panel struct {
	widget.BaseWidget

	OnClose   func()                                   // the reader closes the panel
	OnEntity  func(annotations.EntityID)               // asks for another card
	OnMention func(id annotations.EntityID, index int) // asks for a mention, by its index in MentionsOf
	OnPassage func(annotations.Span)                   // asks for the words behind a fact
	OnSource  func(annotations.SourceID)               // asks for a source in the list, or with "" for the list
	OnLink    func(url string)                         // asks for an http or https address that has been shown

	// Program is what the page about the edition says of the program; nothing
	// where it is zero.
	Program Program

	edition *annotations.Edition
	roles   look.Roles

	face     face
	entity   annotations.EntityID // of the card, whatever face is shown
	mention  int
	mentions []*control.Row    // the concordance
	notes    map[string]listed // of the card, by id
	note     string            // the marked one
	last     target            // that had the focus last
	kept     kept              // the card, while another face is shown

	left map[annotations.EntityID]float32 // how far cards were scrolled when they were left, pixels

	sources map[annotations.SourceID]*sourceRow // of the list that is shown
	source  annotations.SourceID                // the marked one
	bring   int                                 // the item to be brought into view, -1 for none

	header *header
	items  []prose.Item // of the body
	body   *prose.Stack
	scroll *container.Scroll
	edge   *canvas.Rectangle // under the header, while the card is scrolled
}

var _ fyne.Widget = (*Panel)(nil)

// New makes a panel that shows the article at a glance. The roles are those of
// the theme in use.
func New(e *annotations.Edition, roles look.Roles) *Panel {
	p := &Panel{edition: e, roles: roles, mention: -1, bring: -1}
	p.header = newHeader(roles, p.step, p.close)
	p.body = prose.NewStack()
	p.scroll = container.NewVScroll(p.body)
	p.edge = canvas.NewRectangle(nil)
	p.scroll.OnScrolled = func(fyne.Position) { p.viewed() }
	p.ExtendBaseWidget(p)
	p.buildCard()
	return p
}

// ShowEntity turns to the card of an entity with the given mention as the current one:
// an index into MentionsOf(id), or -1 for none. An empty or unknown id shows the
// article at a glance. A card that is shown already, or that the reader left for
// the sources or the word on the edition, stays as it was.
func (p *Panel) ShowEntity(id annotations.EntityID, mention int) {
	if _, ok := p.edition.Entity(id); !ok {
		id = ""
	}
	switch {
	case id != p.entity:
		p.leaveCard()
		p.face, p.entity, p.mention = cardFace, id, -1
		p.buildCard()
	case p.face != cardFace:
		p.face = cardFace
		p.headCard()
		p.show(p.kept)
		p.body.Refresh() // the theme may have changed since it was shown
	}
	p.SetMention(mention)
}

// SetMention changes the current mention and nothing else; an index outside
// MentionsOf means none.
func (p *Panel) SetMention(index int) {
	n := len(p.edition.MentionsOf(p.entity))
	if index < 0 || index >= n {
		index = -1
	}
	if index == p.mention {
		return
	}
	p.mention = index
	for i, r := range p.mentions {
		r.SetMarked(i == index)
	}
	if p.face == cardFace {
		p.header.setPlace(index, n)
	}
}

func (p *Panel) card() *card { return &card{p: p, e: p.edition, roles: p.roles} }

// buildCard makes the card of the present entity.
func (p *Panel) buildCard() {
	p.mentions, p.notes, p.note = nil, map[string]listed{}, ""
	p.headCard()
	c := p.card()
	if x, ok := p.edition.Entity(p.entity); ok {
		c.entity(x)
	} else {
		c.glance()
	}
	p.show(kept{items: c.done()})
}

func (p *Panel) headCard() {
	x, ok := p.edition.Entity(p.entity)
	p.header.show(x)
	if ok {
		p.header.setPlace(p.mention, len(p.edition.MentionsOf(x.ID)))
	}
}

// show puts the items on the panel, from the place on where the reader left them.
func (p *Panel) show(at kept) {
	p.items = at.items
	if p.face == sourcesFace {
		p.body.SetLazyItems(at.items...)
	} else {
		p.sources, p.source, p.bring = nil, "", -1
		p.body.SetItems(at.items...)
	}
	p.scroll.Offset = fyne.NewPos(0, at.offset)
	p.arrange()
	p.keepFocus(at.last)
}

// keepFocus moves the focus from a control that is gone to that which had it when
// the face was left, to the marked source, or to the header, so that no key acts
// on what is not shown.
func (p *Panel) keepFocus(to target) {
	gone := p.last
	p.last = to
	c := fyne.CurrentApp().Driver().CanvasForObject(p)
	if gone == nil || c == nil || c.Focused() != fyne.Focusable(gone) {
		return
	}
	switch r := p.sources[p.source]; {
	case to != nil:
	case r != nil:
		to = r.row
	case p.header.next.Visible():
		to = p.header.next
	default:
		to = p.header.shut
	}
	p.last = to
	c.Focus(to)
}

func (p *Panel) close() {
	if f := p.OnClose; f != nil {
		f()
	}
}

// step asks for the mention before or after the current one, around the ends.
func (p *Panel) step(by int) {
	n := len(p.edition.MentionsOf(p.entity))
	if n == 0 {
		return
	}
	to := (p.mention + by + n) % n
	if p.mention < 0 && by < 0 {
		to = n - 1
	}
	p.toMention(to)
}

func (p *Panel) toMention(index int) {
	if f := p.OnMention; f != nil {
		f(p.entity, index)
	}
}

func (p *Panel) toEntity(id annotations.EntityID) {
	if f := p.OnEntity; f != nil {
		f(id)
	}
}

func (p *Panel) toPassage(s annotations.Span) {
	if f := p.OnPassage; f != nil {
		f(s)
	}
}

func (p *Panel) toSource(id annotations.SourceID) {
	if f := p.OnSource; f != nil {
		f(id)
	}
}

func (p *Panel) toLink(address string) {
	if f := p.OnLink; f != nil {
		f(address)
	}
}
