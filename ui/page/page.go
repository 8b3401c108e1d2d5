// Package page is the article as a widget: virtualised lines of text with the
// marks of entities beneath them.
//
// A page shows the snapshots that it is told of and asks for what the reader
// wants; it decides nothing. What it is made of knows no page: the column
// ([sidelight/ui/page/flow]) says where text stands, overlays
// ([sidelight/ui/page/overlay]) draw on it, the sheet holds the lines in view,
// reading moves the view, the pointer takes the mouse, and cards, tips and bars
// float on a stage.
package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/page/overlay"
	"sidelight/ui/session"
	"sidelight/ui/view"
)

var (
	_ view.View     = (*Page)(nil)
	_ view.Targeted = (*Page)(nil)
	_ fyne.Tabbable = (*Page)(nil)
)

// Page shows an article. It owns its scrolling.
type Page struct {
	widget.BaseWidget

	// OnBlank is called when a place without a mention was clicked.
	OnBlank func()
	// OnScrolled is called when other lines have come into view.
	OnScrolled func()
	// OnLeave is called before a click on the scroll rail takes the reader
	// somewhere else.
	OnLeave func()
	// OnBack is called when the reader wants to go back to the place before a
	// jump.
	OnBack func()
	// OnMenu is called with what the reader wants a menu about, and with the place of
	// the right click in the window.
	OnMenu func(command.Target, fyne.Position)
	// OnSelected is called when the reader has selected words.
	OnSelected func()
	// OnWheel is called with a turn of the wheel and reports whether it means something
	// else than to scroll. Nil means that it never does.
	OnWheel func(*fyne.ScrollEvent) bool
	// OnLink is called with an address that the reader wants to see in the browser.
	OnLink func(address string)
	// OnKey and OnRune are called with the keys typed while the page has focus.
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune)
	// Margin does what the reader wants with notes. Nil means that none can be made.
	Margin view.Margin
	// Line is where the rest of a long article that begins waits until it is set. Nil means
	// that it does not wait.
	Line *async.Line
	// Do runs a function on the UI goroutine and may be called on any other. Nil
	// means [fyne.Do], which the toolkit's test driver runs on the goroutine it is
	// called on: a test brings its own.
	Do func(func())

	asks   view.Asks
	format Format
	alone  bool // the text alone, see [NewFragment]
	now    session.Snapshot

	column  *flow.Column
	setter  async.Latest[flow.Whole] // sets the whole of a long article
	turn    *async.Turn              // for which it waits, or nil
	tidying async.Latest[struct{}]   // waits until the text has stood for a while
	on      *overlay.Sheet
	stage   *stage

	head      *header
	running   *runningHead
	sheet     *sheet
	reading   *reading
	pointer   *pointer
	selection *selection
	lights    *lights
	hits      *overlay.Hits
	remarks   *overlay.Remarks
	own       *overlay.Own
	ends      *stretch
	aloud     *overlay.Aloud
	under     *overlay.Links
	pictures  *overlay.Pictures
	gallery   *gallery

	rail    *rail
	tip     *tip
	card    *hoverCard
	links   *linkCard
	chip    *chip
	actions *actionBar
}

// New makes a page without an article: [Page.Follow] brings it. What the reader
// wants goes to asks.
func New(roles look.Roles, asks view.Asks) *Page { return newPage(roles, asks, false) }

// NewFragment makes a page that shows the article's text and no more: no running
// head, no scroll rail, no signs of notes, nothing that floats over it, and Tab
// leaves it. The column is width pixels wide.
func NewFragment(roles look.Roles, asks view.Asks, width float32) *Page {
	p := newPage(roles, asks, true)
	f, _ := designed(roles, 1000)
	f.Column, f.Left, f.Numbers = width, 42, true
	p.SetFormat(f)
	return p
}

func newPage(roles look.Roles, asks view.Asks, alone bool) *Page {
	p := &Page{
		asks: asks, alone: alone, column: flow.New(),
		stage: &stage{repaint: canvas.NewRectangle(nil)},
	}
	p.ExtendBaseWidget(p)
	p.on = &overlay.Sheet{Column: p.column, Roles: roles, Rail: railWidth}
	p.chip = newChip(p.stage, roles, func() { call(p.OnBack) })
	p.head, p.running = newHeader(roles), newRunningHead(roles, p.chip)
	m := &motion{}
	p.makeSheet(m)
	p.makeReading(m)
	p.makeFloats(roles)
	p.SetFormat(FormatFor(roles, look.Setting{}, 1280, 904))
	return p
}

// makeSheet makes what scrolls: the lines with all that is drawn on them, in the
// order of the design (section 7).
func (p *Page) makeSheet(m *motion) {
	p.hits = &overlay.Hits{Sheet: p.on, Current: -1}
	p.under = &overlay.Links{Sheet: p.on}
	p.gallery = &gallery{width: func() int { return int(2 * p.format.Column) }, redraw: func() { p.sheet.redraw(p.pictures) }}
	p.pictures = &overlay.Pictures{Sheet: p.on, Image: p.gallery.Image}
	p.own = &overlay.Own{Sheet: p.on}
	p.remarks, p.aloud = &overlay.Remarks{Sheet: p.on}, &overlay.Aloud{}
	p.selection = &selection{Selection: &overlay.Selection{}, column: p.column, changed: p.selected}
	p.lights = &lights{motion: m, beam: overlay.NewBeam(p.on), flash: &overlay.Flash{}}
	overlays := []overlay.Overlay{
		overlay.Grounds{Sheet: p.on}, p.pictures, p.lights.beam, p.aloud, p.lights.flash, overlay.Spoken{Sheet: p.on},
		overlay.Tints{Sheet: p.on}, overlay.OwnGrounds{Own: p.own}, p.under, overlay.Tints{Sheet: p.on, Lit: true},
		p.hits, p.selection.Selection, overlay.OwnLines{Own: p.own}, overlay.Underlines{Sheet: p.on}, &overlay.Words{Sheet: p.on},
		overlay.Signs{Sheet: p.on},
		overlay.Numbers{Sheet: p.on}, overlay.Voices{Sheet: p.on}, &overlay.Captions{Sheet: p.on},
	}
	if !p.alone {
		overlays = append(overlays, p.remarks, overlay.Dots{Own: p.own}, overlay.Margin{Sheet: p.on})
	}
	p.sheet = newSheet(p.column, p.stage, p.head, m, overlays...)
	p.lights.redraw = func(o overlay.Overlay) { p.sheet.redraw(o) }
}

// makeReading makes the view onto the sheet and what moves it.
func (p *Page) makeReading(m *motion) {
	r := &reading{column: p.column, stage: p.stage, motion: m, anchor: flow.Place{Offset: -1}}
	r.pane = newPane(p.sheet, r.wheel)
	r.leaves, r.moved, r.turned = p.clear, p.scrolled, func() { p.chip.follow(r.pane.y, r.height()) }
	r.far = func(y float32) { p.chip.offer(y) }
	r.line = func() float32 { return p.format.Reading.Leading }
	r.taken = func(e *fyne.ScrollEvent) bool { return p.OnWheel != nil && p.OnWheel(e) }
	p.reading, p.sheet.seen = r, r.now
	p.pointer = newPointer(r, p.selection)
	p.ends = &stretch{page: p, lines: overlay.OwnLines{Own: p.own}}
	p.pointer.ends = p.ends
	p.pointer.hit, p.pointer.over, p.pointer.tap = p.sheet.hit, p.pointed, p.tapped
	p.pointer.drags = func() { p.card.dismiss(); p.links.dismiss() }
	p.pointer.drops = func(a overlay.Ask) { p.card.pass(a.Mention) }
	p.pointer.focus, p.pointer.menu = p.takeFocus, p.openMenu
}

// makeFloats makes what stands and floats over the sheet.
func (p *Page) makeFloats(roles look.Roles) {
	p.tip = newTip(p.stage, roles)
	p.chip.shown = p.showRunning
	p.rail = newRail(p.reading, p.tip)
	p.rail.jump, p.rail.open, p.rail.leave = p.asks.OpenMention, p.asks.OpenNote, func() { call(p.OnLeave) }
	p.card = newHoverCard(p.stage, roles)
	p.card.rects, p.card.open = p.SpanRects, p.asks.SelectMention
	p.links = newLinkCard(p.stage, roles)
	p.actions = newActionBar(p.stage, roles)
	p.actions.marking, p.actions.margin = &marking{page: p}, func() view.Margin { return p.Margin }
}

// call calls a function unless it is nil.
func call(f func()) {
	if f != nil {
		f()
	}
}

// SetFormat sets how the text is set and where it stands. The line to which the
// reader went last stays at the top of the view, however often the format changes.
func (p *Page) SetFormat(f Format) {
	if f == p.format {
		return
	}
	was := p.format
	p.format = f
	if f.sameLines(was) {
		p.move()
	} else {
		p.set()
	}
}

// move stands the lines, as they are set, where the present format has them.
func (p *Page) move() {
	if p.now.Edition == nil {
		return
	}
	p.clear()
	p.head.move(p.format)
	p.stand()
	p.sheet.reset()
	p.show()
}

// stand tells what draws on the sheet where the present format has the lines.
func (p *Page) stand() {
	f := p.format
	p.on.Reading, p.on.Numbers, p.on.Names, p.on.Wide, p.on.Gutter = f.Reading, f.Numbers, f.Names, f.Wide, f.Right
	p.column.Left, p.column.Top = f.Left, p.head.height
}

// Format returns the present format.
func (p *Page) Format() Format { return p.format }

// set sets the article in the present format, or begins to.
func (p *Page) set() {
	if p.now.Edition == nil {
		return
	}
	f := p.format
	p.head.set(f)
	p.stand()
	p.setter.Stop()
	p.tidying.Stop()
	set := f.flow(&p.on.Roles)
	set.Title = p.head.titleStyle()
	p.column.Set(set, p.reading.anchor.Offset)
	p.complete()
	p.show()
}

// Stop ends what moves on the page and what runs behind it. A page that is drawn
// after that sets the rest of its article again.
func (p *Page) Stop() {
	p.reading.stop()
	p.lights.stop()
	p.sheet.fader.settle()
	p.card.rest()
	p.links.rest()
	p.ends.stop()
	p.pointer.stop()
	p.setter.Stop()
	p.endTurn()
	p.tidying.Stop()
	p.gallery.stop()
}

// show brings the text as it is set now to the reader.
func (p *Page) show() {
	p.reading.pane.Refresh()
	p.rail.Refresh()
	p.chip.place(p.format)
	p.reading.keep()
}

// CreateRenderer lays the running head over the scrolled sheet.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	p.complete()
	return &pageRenderer{p: p}
}

// pageRenderer draws no ground: the canvas is cleared with the colour of the page.
type pageRenderer struct{ p *Page }

// Destroy ends what moves and what runs behind the page.
func (r *pageRenderer) Destroy() { r.p.Stop() }

func (r *pageRenderer) MinSize() fyne.Size { return fyne.NewSize(280, 200) }

func (r *pageRenderer) Objects() []fyne.CanvasObject {
	p := r.p
	out := []fyne.CanvasObject{p.reading.pane, p.pointer}
	if p.alone {
		return append(out, p.tip)
	}
	return append(out, p.running, p.rail, p.chip, p.tip, p.actions, p.card, p.links)
}

// Layout does little in a size that the page has already: the toolkit asks for that before
// it first draws a widget, and what is drawn anew then is drawn twice.
func (r *pageRenderer) Layout(size fyne.Size) {
	p := r.p
	if size == p.stage.size {
		p.chip.place(p.format)
		return
	}
	p.stage.size = size
	p.reading.pane.Resize(size)
	p.pointer.Resize(size)
	p.running.Resize(fyne.NewSize(size.Width, runningHeight))
	p.arrange()
	p.reading.keep()
	p.sheet.window(true)
}

func (r *pageRenderer) Refresh() {
	r.p.head.Refresh()
	r.p.sheet.reset()
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// arrange places what stands at the right edge of what is seen of the page.
func (p *Page) arrange() {
	p.on.Width = p.stage.width()
	p.rail.place()
	p.chip.place(p.format)
	p.sheet.redraw(p.lights.beam, p.remarks, overlay.Dots{Own: p.own}, overlay.Margin{Sheet: p.on})
}

// SetCovered sets how many pixels of the page's right side lie under a drawer.
func (p *Page) SetCovered(width float32) {
	if p.stage.covered != width {
		p.stage.covered = width
		p.arrange()
	}
}
