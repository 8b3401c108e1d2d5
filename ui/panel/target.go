package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/prose"
)

// about says what the block that is set next is about. A right click on the block,
// and the menu key while it has the focus, open the menu of that.
func (b *Builder) about(t command.Target) { b.next = t }

// taken returns what the block is about that is set now.
func (b *Builder) taken() command.Target {
	t := b.next
	b.next = command.Target{}
	return t
}

// bind makes a control tell what it is about.
func (b *Builder) bind(c *control.Tap, key string, t command.Target) {
	if t.On != command.OnNothing {
		b.sheet.about[key] = t
		c.OnMenu = b.p.menuOf(t)
		c.OnTapped = func() { b.p.clicked = t }
	}
}

// bindLink makes a link that has just been made tell what it is about.
func (b *Builder) bindLink(l *control.Link, t command.Target) {
	b.bind(&l.Tap, b.held[len(b.held)-1], t)
}

// sourceTarget returns a source as a target, without its address.
func sourceTarget(id annotations.SourceID) command.Target {
	return command.Target{On: command.OnSource, Source: id}
}

// addressed returns a target with its address: that of a source is read when it is asked
// for, and is there if it is safe to open.
func (p *Panel) addressed(t command.Target) command.Target {
	if t.On != command.OnSource {
		return t
	}
	if s, ok := p.now.Edition.Source(t.Source); ok {
		if a, ok := webAddress(s.URL); ok {
			t.Address = a.String()
		}
	}
	return t
}

// menuOf returns what asks for the menu of a target.
func (p *Panel) menuOf(t command.Target) func(fyne.Position) {
	return func(at fyne.Position) {
		if f := p.OnMenu; f != nil {
			f(p.addressed(t), at)
		}
	}
}

// Target returns what the control is about that has the focus or, where nothing has it,
// the row that was clicked last.
func (p *Panel) Target() (t command.Target, at fyne.Position, size fyne.Size) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil && c.Focused() == nil {
		return p.addressed(p.clicked), fyne.CurrentApp().Driver().AbsolutePositionForObject(p), fyne.Size{}
	}
	if o := p.focused(); o != nil {
		t = p.addressed(p.shown.about[p.shown.focus])
		at, size = fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	}
	return t, at, size
}

var (
	_ prose.Block            = (*spot)(nil)
	_ fyne.SecondaryTappable = (*spot)(nil)
)

// spot is a block that is no control and has a menu.
type spot struct {
	widget.BaseWidget
	content prose.Block
	menu    func(fyne.Position)
}

func newSpot(content prose.Block, menu func(fyne.Position)) *spot {
	s := &spot{content: content, menu: menu}
	s.ExtendBaseWidget(s)
	return s
}

// HeightFor returns the height in pixels that the content needs at a width.
func (s *spot) HeightFor(width float32) float32 { return s.content.HeightFor(width) }

// MinSize returns the height that the content needs at its present width, and no
// width.
func (s *spot) MinSize() fyne.Size { return fyne.NewSize(0, s.HeightFor(s.Size().Width)) }

// TappedSecondary asks for the menu.
func (s *spot) TappedSecondary(e *fyne.PointEvent) { s.menu(e.AbsolutePosition) }

// Nested returns the content.
func (s *spot) Nested() []fyne.CanvasObject { return []fyne.CanvasObject{s.content} }

// CreateRenderer draws the content.
func (s *spot) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(s, func() {}, s.content.Resize, s.content)
}
