// Package panel is the side panel. It is the host of faces, of which one is shown
// at a time: the card of an entity, the article at a glance while no card is open,
// the list of sources, and what the edition says of itself.
//
// A face is a table of sections, and a [Section] is a function that sets blocks
// one below the other. To add a section to a face, write it in a file of its own
// and put it into the face's table; to add a face, declare it in a file of its own
// and put it into the table of faces.
package panel

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/annotations/voices"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/list"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/view"
)

// Panel shows one face. It is made for a width of 376 pixels and keeps its order
// at any width from 280 pixels on.
type Panel struct {
	widget.BaseWidget

	OnClose func()           // called when the reader closes the panel
	OnLink  func(url string) // called with a web address that the reader has seen and opens

	// OnMenu is called with what the reader wants a menu about, and with the place of
	// the right click in the window.
	OnMenu     func(command.Target, fyne.Position)
	OnSelected func() // called when the reader has selected words of the face

	// Program is the build that the face about the edition names; the zero Program
	// is not named.
	Program Program

	// Margin does what the reader asks for with notes; while it is nil nothing is shown
	// that writes.
	Margin view.Margin
	// OnExportNotes is called when the reader wants the notes in a file; nil leaves the
	// button for that out.
	OnExportNotes func()
	// OnWritten is called when the note that had the keyboard is no longer written: it has
	// been saved, forgotten or left. Nil leaves the keyboard in the panel.
	OnWritten func()
	// OnCopy is called with what the reader wants to copy with where it is from; nil leaves
	// the button for that out.
	OnCopy func(command.Target)
	// OnShortcut is called with a shortcut before a field of the panel takes it, and
	// reports whether the shortcut is dealt with.
	OnShortcut func(fyne.Shortcut) bool
	// Outside tells what is known beside the article; while it is nil nothing is.
	Outside view.Outside
	// Chosen returns the words of the article that are selected, an empty span for
	// none; nil where none can be.
	Chosen func() annotations.Span

	roles look.Roles
	asks  view.Asks
	now   session.Snapshot

	shown    *body
	card     *sheet                           // the card that was left for another face, nil for none
	left     map[annotations.EntityID]float32 // how far each card was scrolled when the reader left it, pixels
	marked   [6]string                        // the keys of the rows with a bar: those of the current mention, editor's note, source, passage, note and place
	parked   target                           // the control of the header that got the focus from one that is gone, or nil
	header   *header
	jumps    *jumps
	jumped   string             // the section that the reader jumped to last
	jumpedAt float32            // how far the face was scrolled then, pixels
	list     *list.List[string] // of the items of the sheet

	own     own
	outside outsideOf
	cast    *voices.Model // of the edition that it was made of; nil before it is asked for
	heights noteHeights
	tools   *noteTools

	composer   *composer
	noteKeyCap string   // the key that begins a note, as it is printed
	copyKeyCap string   // the key that copies with source, as it is printed
	noted      int      // counts what is known of the notes
	unmoved    notes.ID // the note that the reader wanted to move to words that were not selected

	clicked   command.Target // the row that was clicked last, of the sheet that is shown
	selection prose.Selection
	dragging  bool // words are being selected

	ground *control.Ground
	rule   *shape.Box
	edge   *shape.Box // under the header, while the face is scrolled
}

var (
	_ fyne.Widget   = (*Panel)(nil)
	_ view.Follower = (*Panel)(nil)
	_ view.Targeted = (*Panel)(nil)
)

// body is the model of the list: the items of the sheet that is shown.
type body struct{ *sheet }

// New makes a panel, which shows nothing until the first call of [Panel.Follow]. The
// roles are those of the theme in use. The panel calls asks for what the reader wants
// to see.
func New(roles look.Roles, asks view.Asks) *Panel {
	p := &Panel{
		roles: roles, asks: asks,
		shown: &body{newSheet(nil, "", nil)}, left: map[annotations.EntityID]float32{},
		ground: control.NewGround(look.ColorPanel), rule: shape.NewBox(nil), edge: shape.NewBox(nil),
	}
	p.header = newHeader(roles, p.step, func() {
		if f := p.OnClose; f != nil {
			f()
		}
	}, func() { p.OnExportNotes() })
	p.tools, p.composer = newNoteTools(p), newComposer(p)
	p.heights.changed = func() { p.list.Changed() }
	p.jumps = newJumps(roles, p.jump)
	p.list = list.New[string](p.shown)
	p.list.Tabs, p.list.Margin = true, 12
	p.list.OnScrolled = p.scrolled
	p.ExtendBaseWidget(p)
	return p
}

// Follow shows the face that a snapshot asks for. A card that is open already, or
// that the reader left for another face, stays as the reader left it, scrolled,
// unfolded and focused, even if the document is another one.
func (p *Panel) Follow(_, now session.Snapshot) {
	was := p.now
	p.now = now
	p.followNotes(was)
	f, id := faceOf(now), annotations.EntityID("")
	if isEntity(f) {
		id = now.Selected
	}
	before, focused := p.shown.sheet, p.focused()
	fresh := false
	switch s := p.shown.sheet; {
	case s.face != f || s.entity != id || s.voice != now.Panel.Voice:
		fresh = p.turn(f, id)
	case was.Document != now.Document:
		p.show(p.current(s))
	case s.face.follows(was, now):
		p.rebuild()
	}
	p.head()
	p.mark()
	if note := now.Panel.Remark; fresh || note != was.Panel.Remark {
		p.bring(noteKey(note))
	}
	p.bringNote(was.Note, fresh)
	askOutside(p)
	if source := now.Panel.Source; fresh || source != was.Panel.Source {
		p.unfold(sourceKey(source))
		p.bring(sourceKey(source))
	}
	if said := now.Panel.Said; fresh || said != was.Panel.Said {
		p.reveal(saidKey(said))
	}
	if focused != nil && p.shown.sheet != before {
		p.leadOn(before.face)
	}
	p.keepJump()
	p.focusWriting()
}

// subject returns the entity of the card that is shown, or nil for another face.
func (p *Panel) subject() *annotations.Entity {
	x, _ := p.now.Edition.Entity(p.shown.entity)
	return x
}

// turn shows another face, or the card of another entity. It reports whether the
// sheet is new; it is not if the reader returns to the card from another face.
func (p *Panel) turn(f *face, id annotations.EntityID) bool {
	from, to := p.shown.sheet, p.card
	from.offset = p.list.Offset()
	if isCard(from.face) {
		p.card, p.left[from.entity] = from, from.offset
	}
	fresh := true
	if isCard(f) {
		fresh = to == nil || to.face != f || to.entity != id
		p.card = nil
	}
	if fresh {
		to = p.build(f, id, nil)
	}
	if !fresh {
		to = p.current(to)
	}
	p.show(to)
	p.list.ScrollTo(to.offset)
	p.scrolled()
	return fresh
}

// current returns a sheet of the present document: the sheet s itself or, if it shows
// something that has changed, a new one in its place.
func (p *Panel) current(s *sheet) *sheet {
	if s.same(p.now.Edition) && reflect.DeepEqual(s.noted, p.notedOn(s)) {
		s.edition = p.now.Edition
		return s
	}
	return p.build(s.face, s.entity, s)
}

// show puts another sheet on the panel.
func (p *Panel) show(s *sheet) {
	if s != p.shown.sheet {
		p.Unselect()
		p.clicked = command.Target{}
		p.shown.sheet, p.marked = s, [6]string{}
		p.jumped = ""
		p.jumps.show(s.jumps)
		p.list.After = s.after
		p.list.Changed()
		p.arrange(p.Size()) // with the jumps or without
	}
}

// mark moves the bars to the rows of the current mention, editor's note, source and
// passage.
func (p *Panel) mark() {
	mention := p.now.Mention
	if of, ok := p.now.Edition.Repeats(mention); ok {
		mention = of.ID()
	}
	now := [...]string{
		mentionKey(mention), noteKey(p.now.Panel.Remark), sourceKey(p.now.Panel.Source), saidKey(p.now.Panel.Said), ownKey(p.now.Note),
		placeKey(p.now.Selected),
	}
	for i, key := range now {
		if old := p.marked[i]; old != key {
			p.setMarked(old, false)
			p.setMarked(key, true)
		}
	}
	p.marked = now
}

func (p *Panel) setMarked(key string, on bool) {
	if r, ok := p.shown.targets[key].(marker); ok {
		r.SetMarked(on)
	}
}

// bring scrolls to a row, so that some of what stands above the row is in view too.
func (p *Panel) bring(key string) {
	if i := p.shown.index(key); i >= 0 {
		p.list.Bring(i, p.list.Size().Height/4-p.shown.items[i].Top)
		p.scrolled()
	}
}

// unfold shows the details of a row.
func (p *Panel) unfold(key string) {
	if s := p.shown; s.details[key] != nil && !s.unfolded[key] {
		p.toggle(key)
	}
}

// toggle unfolds the details of a row, or folds them up.
func (p *Panel) toggle(key string) {
	s := p.shown.sheet
	if s.unfolded[key] = !s.fold(key); s.unfolded[key] {
		s.items = slices.Insert(s.items, s.index(key)+1, p.builder(s).inside(key)...)
	}
	p.list.Changed()
}

// focused returns the control of the sheet that has the focus, or the control of the
// header that got it from the sheet, or nil.
func (p *Panel) focused() target {
	c := fyne.CurrentApp().Driver().CanvasForObject(p)
	for _, t := range []target{p.shown.targets[p.shown.focus], p.parked} {
		if t != nil && c != nil && c.Focused() == fyne.Focusable(t) {
			return t
		}
	}
	return nil
}

// keepFocus moves the focus from a control that is gone to the control that had it
// when the reader left the sheet, else to the source that was asked for, else to the
// header. No key may act on a control that is not shown.
func (p *Panel) keepFocus() {
	var to target
	for _, key := range []string{p.shown.focus, sourceKey(p.now.Panel.Source)} {
		if to == nil && p.shown.holding(key) != "" {
			p.reveal(key)
			to, p.parked = p.shown.targets[key], nil
		}
	}
	if to == nil {
		p.parked = p.header.shut
		if p.header.next.Visible() {
			p.parked = p.header.next
		}
		to = p.parked
	}
	fyne.CurrentApp().Driver().CanvasForObject(p).Focus(to)
}

// focusedOn notes that the control of a key has got the focus, and shows it.
func (p *Panel) focusedOn(s *sheet, key string) {
	s.focus = key
	p.reveal(key)
}

// reveal scrolls as little as is needed to show the item that holds the control of a
// key.
func (p *Panel) reveal(key string) {
	if i := p.shown.index(p.shown.holding(key)); i >= 0 {
		p.list.Reveal(i, i)
		p.scrolled()
	}
}

// step asks for the mention before or after the current one, or for the passage of a
// voice, round the ends.
func (p *Panel) step(delta int) {
	if v := p.now.Panel.Voice; v != 0 {
		if x, ok := p.now.Edition.StepSaid(v, p.now.Panel.Said, delta); ok {
			p.asks.OpenVoice(v, x.Span)
		}
		return
	}
	if m, ok := p.now.Edition.StepOf(p.now.Selected, p.now.Mention, delta); ok {
		p.asks.OpenMention(m.ID())
	}
}

// Resume scrolls the card to where it was when the reader left it.
func (p *Panel) Resume() {
	if y := p.left[p.shown.entity]; y > 0 && p.now.Panel.Face == session.Card {
		p.list.ScrollTo(y)
	}
}

// scrolled shows the rule under the header while a part of the face is out of view
// above it.
func (p *Panel) scrolled() {
	p.jumps.mark(p.reading())
	p.composer.offers.place()
	if hidden := p.list.Offset() <= 0; p.edge.Hidden != hidden {
		p.edge.Hidden = hidden
		canvas.Refresh(p.edge)
	}
}

// MinSize returns the least size at which the panel keeps its order.
func (p *Panel) MinSize() fyne.Size { return fyne.NewSize(280, 2*headerHeight) }

// CreateRenderer draws ground, header, face and rules.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(p, p.paint, p.arrange, p.ground, p.header, p.jumps, p.tools, p.list, p.edge, p.rule, p.composer.offers)
}

func (p *Panel) paint() {
	p.rule.FillColor, p.edge.FillColor = look.Of(look.ColorRule), look.Of(look.ColorRule)
}

func (p *Panel) arrange(size fyne.Size) {
	if size.IsZero() {
		return // it is not in a window yet
	}
	control.Place(p.ground, 0, 0, size.Width, size.Height)
	control.Place(p.rule, 0, 0, 1, size.Height)
	control.Place(p.header, 0, 0, size.Width, headerHeight)
	top := headerHeight + p.jumping(size)
	control.Place(p.jumps, 0, headerHeight, size.Width, top-headerHeight)
	if p.tools.Hidden = !p.listsNotes(); !p.tools.Hidden {
		h := p.tools.heightFor(size.Width)
		control.Place(p.tools, 0, top, size.Width, h)
		top += h
	}
	control.Place(p.list, 0, top, size.Width, size.Height-top)
	control.Place(p.edge, 0, top-1, size.Width, 1)
	p.scrolled()
	p.composer.offers.place()
	p.focusWriting()
}
