// Package panel is the side panel: the card of one entity, or what there is to
// say of the whole article when none is selected.
//
// It shows an edition and reports what the reader asks for; it decides nothing.
package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
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
	OnKey     func(*fyne.KeyEvent)                     // a key that the focused row has no use for
	OnRune    func(rune)                               // a character that it has no use for

	edition *annotations.Edition
	roles   look.Roles

	entity   annotations.EntityID
	mention  int
	mentions []*row // the concordance
	last     *row   // that had the focus last

	header *header
	body   *prose.Stack
	scroll *container.Scroll
}

var _ fyne.Widget = (*Panel)(nil)

// New makes a panel that shows the article at a glance. The roles are those of
// the theme in use.
func New(e *annotations.Edition, roles look.Roles) *Panel {
	p := &Panel{edition: e, roles: roles, mention: -1}
	p.header = newHeader(roles, p.step, p.close, p.keys())
	p.body = prose.NewStack()
	p.scroll = container.NewVScroll(p.body)
	p.ExtendBaseWidget(p)
	p.build()
	return p
}

// ShowEntity turns to the card of an entity with the given mention as the current one:
// an index into MentionsOf(id), or -1 for none. An empty or unknown id shows the
// article at a glance. A card that is shown already stays as the reader left it.
func (p *Panel) ShowEntity(id annotations.EntityID, mention int) {
	if _, ok := p.edition.Entity(id); !ok {
		id = ""
	}
	if id != p.entity {
		p.entity, p.mention = id, -1
		p.build()
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
		r.setMarked(i == index)
	}
	p.header.setPlace(index, n)
}

// build makes the card of the present entity and begins at its top.
func (p *Panel) build() {
	x, _ := p.edition.Entity(p.entity)
	p.mentions = nil
	p.header.show(x)
	c := &card{p: p, e: p.edition, roles: p.roles}
	if x == nil {
		p.header.count.SetContent("")
		p.header.previous.Hide()
		p.header.next.Hide()
		c.glance()
	} else {
		p.header.setPlace(-1, len(p.edition.MentionsOf(x.ID)))
		c.entity(x)
	}
	p.body.SetItems(c.done()...)
	p.scroll.Offset = fyne.Position{}
	p.arrange()
	p.keepFocus()
}

// keepFocus moves the focus from a row that is gone to the header, so that no
// key acts on a card that is not shown.
func (p *Panel) keepFocus() {
	gone := p.last
	p.last = nil
	c := fyne.CurrentApp().Driver().CanvasForObject(p)
	if gone == nil || c == nil || c.Focused() != fyne.Focusable(gone) {
		return
	}
	if p.header.next.Visible() {
		c.Focus(p.header.next)
	} else {
		c.Focus(p.header.shut)
	}
}

// arrange gives the body the height that it needs at the panel's width.
func (p *Panel) arrange() {
	w := p.scroll.Size().Width
	if w == 0 {
		return
	}
	p.body.Resize(fyne.NewSize(w, p.body.HeightFor(w)))
	p.body.Arrange()
	p.scroll.Refresh()
}

// reveal scrolls so that the row that has the focus can be seen, with a little
// room around it.
func (p *Panel) reveal(r *row) {
	p.last = r
	const room = 12
	top, height := p.scroll.Offset.Y, p.scroll.Size().Height
	y, h := r.Position().Y-room, r.Size().Height+2*room
	switch {
	case y < top || h > height:
		top = y
	case y+h > top+height:
		top = y + h - height
	default:
		return
	}
	p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top)))
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

// keys hands keys on to whatever the callbacks are when they come.
func (p *Panel) keys() *keys {
	return &keys{
		key: func(e *fyne.KeyEvent) {
			if f := p.OnKey; f != nil {
				f(e)
			}
		},
		char: func(r rune) {
			if f := p.OnRune; f != nil {
				f(r)
			}
		},
	}
}

// MinSize is small: the panel has the width it is given.
func (p *Panel) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	return fyne.NewSize(280, 2*headerHeight)
}

// CreateRenderer shows ground, rule, header and card.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{p: p, ground: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil)}
	r.paint()
	return r
}

type renderer struct {
	p            *Panel
	ground, rule *canvas.Rectangle
}

func (r *renderer) Destroy()           {}
func (r *renderer) MinSize() fyne.Size { return r.p.MinSize() }

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.p.header, r.p.scroll, r.rule}
}

func (r *renderer) Layout(size fyne.Size) {
	p := r.p
	r.ground.Resize(size)
	r.rule.Resize(fyne.NewSize(1, size.Height))
	p.header.Resize(fyne.NewSize(size.Width, headerHeight))
	p.scroll.Move(fyne.NewPos(0, headerHeight))
	// The width first: the height of the card follows from it.
	w := size.Width
	p.body.Resize(fyne.NewSize(w, p.body.HeightFor(w)))
	p.scroll.Resize(fyne.NewSize(w, max(0, size.Height-headerHeight)))
	p.arrange()
}

func (r *renderer) paint() {
	r.ground.FillColor, r.rule.FillColor = look.Of(look.ColorPanel), look.Of(look.ColorRule)
}

func (r *renderer) Refresh() {
	r.paint()
	r.p.header.Refresh()
	r.p.body.Refresh()
	r.p.scroll.Refresh()
	canvas.Refresh(r.p)
}
