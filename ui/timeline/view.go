package timeline

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/timeline"
	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/drawing"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/view"
)

// Asks is what the timeline asks for.
type Asks interface {
	view.Asks
	view.Ways
}

// View shows what happened in rows, under a bar that says how many there are and in which
// order.
type View struct {
	widget.BaseWidget

	// OnMenu is called with what the reader wants a menu about, and with the place of
	// the right click in the window.
	OnMenu func(command.Target, fyne.Position)
	// OnScrolled is called when other rows have come into view.
	OnScrolled func()

	asks    Asks
	measure figure.Measure
	latest  async.Latest[*laid]

	now     session.Snapshot
	moments int      // of the article
	want    request  // what is shown or being laid out
	shown   *laid    // nil before the first
	past    *float32 // where to scroll to once the rows are laid out, or nil
	bring   bool     // the row with the beam into view, once the rows are laid out
	chosen  string   // the key of the row that the reader opened last
	hover   string   // the key of the row under the pointer

	head  *head
	board *drawing.Board
}

var (
	_ view.View     = (*View)(nil)
	_ view.Scroller = (*View)(nil)
	_ view.Drawn    = (*View)(nil)
	_ view.Targeted = (*View)(nil)
)

// New makes a timeline that shows nothing until it follows a session. do runs a function
// on the UI goroutine.
func New(roles look.Roles, asks Asks, do func(func())) *View {
	v := &View{asks: asks, measure: drawing.Measure(roles), board: drawing.New(roles)}
	v.latest.Do = do
	v.head = newHead(roles, v.setWay)
	v.board.OnTapped = func(g *figure.Group, _ figure.Point) { v.act(g) }
	v.board.OnMenu = v.menu
	v.board.OnHovered = v.hovered
	v.board.OnKey = v.key
	v.board.OnFocus = v.focus
	v.board.OnScrolled = func() {
		if f := v.OnScrolled; f != nil {
			f()
		}
	}
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer shows the bar above the rows.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(v, func() {}, v.arrange, v.board, v.head)
}

// MinSize returns nothing: the view has the size that it is given.
func (v *View) MinSize() fyne.Size { return fyne.Size{} }

func (v *View) arrange(size fyne.Size) {
	v.head.left, v.head.column = columns(size.Width)
	h := v.head.height()
	control.Place(v.head, 0, 0, size.Width, h)
	control.Place(v.board, 0, h, size.Width, size.Height-h)
	v.lay()
}

// columns are where the rows begin and how wide they are in a view of a width, in pixels,
// as the text of the article is set.
func columns(width float32) (left, column float32) {
	switch {
	case width >= 1100:
		left, column = 64, 640
		return left + float32(int((width-left-column-68)/2)), column
	case width >= 640:
		left, column = 64, min(580, width-64-44)
		return left + float32(int((width-left-column-44)/2)), column
	case width >= 560:
		left, column = 40, min(528, width-40-28)
		return left + float32(int((width-left-column-28)/2)), column
	}
	return 28, max(width-28-24, 80)
}

// Follow shows the moments of the snapshot's edition in the order that its state asks
// for, and lights those of the selected entity.
func (v *View) Follow(old, now session.Snapshot) {
	v.now = now
	if old.Edition != now.Edition {
		v.moments = 0
		if now.Edition != nil {
			v.moments = len(timeline.Moments(now.Edition, timeline.Way{}))
		}
	}
	v.head.follow(now)
	if v.head.Size().Height != v.head.height() {
		v.Refresh()
	}
	v.lay()
	v.bring = v.bring || old.Selected != now.Selected || old.Views.Timeline != now.Views.Timeline
	if old.Selected != now.Selected && v.settledSheet() {
		v.draw()
		v.bringChosen()
	}
}

// setWay asks for another way to show the timeline.
func (v *View) setWay(change func(*session.TimelineWay)) {
	v.asks.SetViews(func(s *session.Views) { change(&s.Timeline) })
}

// Nothing says why there is nothing to show.
func (v *View) Nothing() string {
	if v.now.Edition == nil || v.moments > 0 {
		return ""
	}
	return locale.X("timeline.nothing", "Timeline: no dates and events are known in this file")
}

// Focus is the drawing, which takes the keys.
func (v *View) Focus() fyne.Focusable { return v.board }

// Figure is the drawing of all rows.
func (v *View) Figure() *figure.Figure {
	if v.shown == nil {
		return nil
	}
	return v.board.Figure()
}

// Settled reports whether the rows are those that the document, the state and the size
// ask for.
func (v *View) Settled() bool {
	return !v.latest.Running() && (v.moments == 0 || v.Size().Width <= 0 || v.settledSheet())
}

// Place is how far the rows are scrolled.
func (v *View) Place() session.Place {
	past := v.board.Offset().Y
	if v.past != nil {
		past = *v.past
	}
	return session.Place{View: session.Timeline, Past: past, Offset: -1}
}

// Restore scrolls to a place, as soon as there are rows.
func (v *View) Restore(p session.Place) {
	past := p.Past
	v.past = &past
	v.scrollToPast()
}

func (v *View) scrollToPast() {
	if v.past != nil && v.settledSheet() {
		v.board.ScrollTo(figure.Point{Y: *v.past})
		v.past = nil
	}
}

// Reveal reports that the timeline shows no text of the article.
func (v *View) Reveal(annotations.Span) bool { return false }

// ScrollBy scrolls the rows by pixels.
func (v *View) ScrollBy(pixels float32) { v.board.ScrollBy(pixels) }

// ScrollToTop scrolls to the first row.
func (v *View) ScrollToTop() { v.board.ScrollToTop() }

// ScrollToEnd scrolls to the last row.
func (v *View) ScrollToEnd() { v.board.ScrollToEnd() }

// ViewHeight is the height in pixels of what is seen at once of the rows.
func (v *View) ViewHeight() float32 { return v.board.ViewHeight() }
