// Package page is the article as a widget: virtualised lines of text with the
// marks of entities beneath them.
//
// It shows what it is told and says what the reader does; it decides nothing.
// Mentions go by their index in Edition.Mentions.
package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/typeset"
)

var (
	_ fyne.Focusable = (*Page)(nil)
	_ fyne.Tabbable  = (*Page)(nil)
)

// Page shows an article. It owns its scrolling.
type Page struct {
	widget.BaseWidget

	// OnMention is called with a mention that was clicked.
	OnMention func(index int)
	// OnHover is called with the mention under the pointer, or -1.
	OnHover func(index int)
	// OnNote is called with an editor's note whose sign was clicked, by its
	// index in Edition.Notes.
	OnNote func(index int)
	// OnAbout is called when the line on what the file lacks was clicked.
	OnAbout func()
	// OnBlank is called when a place without a mention was clicked.
	OnBlank func()
	// OnScrolled is called when other lines have come into view.
	OnScrolled func()
	// OnJump is called with a mention whose mark on the scroll rail was clicked.
	OnJump func(index int)
	// OnLeave is called before a click on the scroll rail takes the reader
	// somewhere else.
	OnLeave func()
	// OnBack is called when the reader wants to go back to where she was before a
	// jump.
	OnBack func()
	// OnKey and OnRune are called with the keys typed while the page has focus.
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune)

	edition *annotations.Edition
	roles   look.Roles
	format  Format

	column *flow.Column
	setter setter

	layers layer.Set
	marked []bool             // by mention: its layer is on
	first  []bool             // by mention: it is the first of its entity
	names  []caption          // of the speakers, in the margin of a wide page
	levels []int              // how far below the baseline each mention's line lies
	fade   bool               // sentences without the selected entity are faint
	kept   []annotations.Span // the sentences that are not; none: all keep their ink

	selected annotations.EntityID
	current  int // the selected mention, -1 none
	hovered  int
	ring     int // the mention with the keyboard's focus, -1 none
	note     int // the note whose sign was clicked last, -1 none
	focused  bool

	selection selection
	actions   *actionBar

	hits  hits
	inset float32 // px below the running head that something floats over

	fragment bool // the text alone, see [NewFragment]

	anchor  Place   // where the reader went last; changes of size keep to it
	beam    bool    // the beam is shown
	covered float32 // px of the page's right side that lie under a drawer

	head    *header
	running *runningHead
	sheet   *sheet
	scroll  *view
	rail    *rail
	tip     *tip
	card    *hoverCard
	chip    *chip
	motion  motion
}

// New makes a page of the edition's article.
func New(e *annotations.Edition, roles look.Roles) *Page {
	p := &Page{
		edition: e, roles: roles, column: flow.New(e.Article()), current: -1, hovered: -1, ring: -1, note: -1,
		beam: true, anchor: Place{Offset: -1}, setter: setter{do: fyne.Do},
	}
	p.ExtendBaseWidget(p)
	p.mark()
	p.hits.current = -1
	p.head = newHeader(e, roles)
	p.running = newRunningHead(e, roles)
	p.sheet = newSheet(p)
	p.scroll = newView(p.sheet)
	p.scroll.OnScrolled = p.turned
	p.rail = newRail(p)
	p.tip = newTip(p)
	p.card = newHoverCard(p)
	p.chip = newChip(p)
	p.actions = newActionBar(p)
	p.SetFormat(FormatFor(roles, look.Setting{}, 1280, 904))
	return p
}

// NewFragment makes a page that shows the article's text and no more: no running
// head, no scroll rail, nothing that floats over it, and Tab leaves it. The
// column is width pixels wide.
func NewFragment(e *annotations.Edition, roles look.Roles, width float32) *Page {
	p := New(e, roles)
	p.fragment = true
	f, _ := designed(roles, 1000)
	f.Column, f.Left, f.Numbers = width, 42, true
	p.SetFormat(f)
	return p
}

// SetFormat changes how and where the text is set. The line to which the reader
// went last stays at the top of the view, however often the format changes.
func (p *Page) SetFormat(f Format) {
	if f == p.format && p.column.Len() > 0 {
		return
	}
	p.format = f
	p.head.set(f)
	p.column.Left, p.column.Top = f.Left, p.head.height
	p.set()
	p.show()
}

// show brings the text as it is set now to the reader.
func (p *Page) show() {
	p.names = p.captions()
	p.sheet.reset()
	p.scroll.Refresh()
	p.rail.Refresh()
	p.keepPlace()
}

// Format is the present format.
func (p *Page) Format() Format { return p.format }

// CreateRenderer lays the running head over the scrolled sheet.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	p.complete()
	return &pageRenderer{p: p, ground: canvas.NewRectangle(look.Of(look.ColorPage))}
}

type pageRenderer struct {
	p      *Page
	ground *canvas.Rectangle
}

// Destroy ends what moves and what runs behind the page.
func (r *pageRenderer) Destroy() {
	r.p.motion.stop()
	r.p.setter.end()
}

func (r *pageRenderer) MinSize() fyne.Size { return fyne.NewSize(280, 200) }
func (r *pageRenderer) Objects() []fyne.CanvasObject {
	if r.p.fragment {
		return []fyne.CanvasObject{r.ground, r.p.scroll, r.p.tip}
	}
	return []fyne.CanvasObject{r.ground, r.p.scroll, r.p.running, r.p.rail, r.p.chip, r.p.tip, r.p.actions, r.p.card}
}

func (r *pageRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.p.scroll.Resize(size)
	r.p.rail.place()
	r.p.chip.place()
	r.p.keepPlace()
	r.p.running.Resize(fyne.NewSize(size.Width, runningHeight))
	r.p.sheet.window(true)
}

func (r *pageRenderer) Refresh() {
	r.ground.FillColor = look.Of(look.ColorPage)
	r.ground.Refresh()
	r.p.head.Refresh()
	r.p.running.Refresh()
	r.p.rail.Refresh()
	r.p.tip.Refresh()
	r.p.card.Refresh()
	r.p.chip.Refresh()
	r.p.actions.Refresh()
	r.p.sheet.reset()
	r.p.scroll.Refresh()
	r.p.sheet.window(true)
}

// SetSelected shows which entity is selected, "" for none, and which of its
// mentions is the current one, -1 for none.
func (p *Page) SetSelected(id annotations.EntityID, mention int) {
	if p.selected == id && p.current == mention {
		return
	}
	p.card.dismiss() // it would lie over what was selected
	moved := p.current != mention
	p.selected, p.current = id, mention
	p.sheet.restyle(tintTime)
	p.ink()
	p.rail.Refresh()
	if moved {
		p.motion.fadeBeam(p)
	}
}

// SetBeam says whether the beam leads to an open card.
func (p *Page) SetBeam(on bool) {
	if p.beam != on {
		p.beam = on
		p.sheet.list()
	}
}

// SetCovered says how many pixels of the page's right side lie under a drawer.
func (p *Page) SetCovered(width float32) {
	if p.covered != width {
		p.covered = width
		p.sheet.list()
		p.rail.place()
	}
}

// SetHovered shows the mention that is lit by the pointer, -1 for none.
func (p *Page) SetHovered(mention int) {
	if p.hovered != mention {
		p.hovered = mention
		p.sheet.restyle(hoverTime)
	}
}

// SetFocused shows the mention that has the keyboard's focus, -1 for none.
func (p *Page) SetFocused(mention int) {
	if p.ring != mention {
		p.ring = mention
		p.card.dismiss() // it is about another mark
		p.sheet.restyle(tintTime)
	}
}

// FocusGained shows the focus ring.
func (p *Page) FocusGained() {
	p.focused = true
	p.sheet.restyle(tintTime)
}

// FocusLost hides the focus ring.
func (p *Page) FocusLost() {
	p.focused = false
	p.sheet.restyle(tintTime)
}

// AcceptsTab reports that Tab steps through the marks.
func (p *Page) AcceptsTab() bool { return !p.fragment }

// TypedKey hands the key on.
func (p *Page) TypedKey(e *fyne.KeyEvent) {
	p.motion.endOutline(p)
	if f := p.OnKey; f != nil {
		f(e)
	}
}

// TypedRune hands the character on.
func (p *Page) TypedRune(r rune) {
	if f := p.OnRune; f != nil {
		f(r)
	}
}

// turned follows the reader's own scrolling.
func (p *Page) turned() {
	halt(p.motion.jumping)
	p.anchor = p.Place()
	p.chip.follow()
	p.scrolled()
}

func (p *Page) scrolled() {
	p.sheet.window(false)
	p.rail.follow()
	p.actions.place()
	p.sheet.hoverAgain()
	if f := p.OnScrolled; f != nil {
		f()
	}
}

// textTop is the distance of the first line from the top of the sheet.
func (p *Page) textTop() float32 { return p.head.height }

// headInView reports whether some of the header is in view.
func (p *Page) headInView() bool { return p.scroll.Offset.Y < p.textTop() }

// MentionRects are the rectangles of a mention, one for each line it touches,
// in pixels from the top left of the page as it is scrolled now.
func (p *Page) MentionRects(index int) []typeset.Rect {
	return p.SpanRects(p.edition.Mentions()[index].Span)
}

// SpanRects are the same for any stretch of the article.
func (p *Page) SpanRects(s annotations.Span) []typeset.Rect {
	rects := p.column.Rects(s)
	for i := range rects {
		rects[i].Y -= p.scroll.Offset.Y
	}
	return rects
}

// mentionAt is the innermost mention at a point of the sheet, or -1. A mark
// reaches 2 px beyond its words at both sides.
func (p *Page) mentionAt(pos fyne.Position) int {
	for _, dx := range []float32{0, -2, 2} {
		if offset, inside := p.column.Hit(pos.X+dx, pos.Y); inside {
			if i := p.markedFrom(innermostAt(p.edition, offset)); i >= 0 {
				return i
			}
		}
	}
	return -1
}
