package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/shape"
)

// The scroll rail's measures in pixels.
const (
	railWidth   = 14
	thumbWidth  = 6
	thumbRight  = 4  // from the thumb to the page's edge
	thumbLeast  = 32 // the height of the thumb of a long text
	tickWidth   = 10 // of a mark
	tickHeight  = 3
	tickReach   = 5 // how near the pointer must be to a mark
	noteDot     = 5 // of a note of the reader
	thumbAlpha  = 0.16
	thumbActive = 0.28
)

var (
	_ desktop.Hoverable  = (*rail)(nil)
	_ desktop.Cursorable = (*rail)(nil)
	_ fyne.Tappable      = (*rail)(nil)
	_ fyne.Draggable     = (*rail)(nil)
	_ fyne.Scrollable    = (*rail)(nil)
)

// rail stands at the page's right edge. A thumb shows where the view is in the
// article, ticks show where the selected entity is mentioned, and dots where the
// reader's highlights and notes stand.
type rail struct {
	widget.BaseWidget
	reading *reading
	tip     *tip
	now     session.Snapshot
	jump    func(annotations.MentionID) // called with a mention whose mark was clicked
	open    func(notes.ID)              // called with a note whose dot was clicked
	leave   func()                      // called before a click leads somewhere else

	laid  fyne.Size // in which it was laid out last
	thumb *shape.Box
	ticks []tick
	shown []fyne.CanvasObject // the ticks' rectangles
	dots  dots

	grip     float32 // from the thumb's top to the pointer that holds it, pixels
	dragging bool
	over     bool // the pointer is on the rail
	hand     bool // it is on a tick
}

// tick stands for one mention, or for several on the same row of pixels, or in the same
// way for a note of the reader.
type tick struct {
	mention annotations.MentionID
	note    notes.ID
	y       float32 // of its top on the rail
}

func newRail(r0 *reading, t *tip) *rail {
	r := &rail{reading: r0, tip: t, thumb: shape.NewBox(nil)}
	r.thumb.CornerRadius = thumbWidth / 2
	r.ExtendBaseWidget(r)
	return r
}

// place stands the rail at the right edge of what is seen of the page.
func (r *rail) place() {
	s := r.reading.stage
	r.Move(fyne.NewPos(s.width()-railWidth, 0))
	r.Resize(fyne.NewSize(railWidth, s.size.Height))
}

// follow moves the thumb to where the view is.
func (r *rail) follow() {
	size, view, sheet := r.Size(), r.viewHeight(), r.reading.column.Height()
	r.thumb.Hidden = sheet <= view || size.Height <= 0
	if r.thumb.Hidden {
		return
	}
	height := r.thumbHeight()
	y := (size.Height - height) * r.reading.pane.y / (sheet - view)
	r.thumb.Move(fyne.NewPos(railWidth-thumbRight-thumbWidth, float32(int(y+0.5))))
	r.thumb.Resize(fyne.NewSize(thumbWidth, height))
	alpha := float32(thumbAlpha)
	if r.over || r.dragging || look.Contrast() {
		alpha = thumbActive
	}
	r.thumb.FillColor = look.Faded(look.ColorText, alpha)
	canvas.Refresh(r.thumb)
}

func (r *rail) thumbHeight() float32 {
	h := r.Size().Height
	return min(h, max(thumbLeast, float32(int(h*r.viewHeight()/r.reading.column.Height()))))
}

func (r *rail) viewHeight() float32 { return r.reading.pane.Size().Height }

// show follows a change of what is selected.
func (r *rail) show(old, now session.Snapshot) {
	r.now = now
	noted := old.Notes != now.Notes && old.Notes.Len()+now.Notes.Len() > 0 // else there are none, before and after
	if old.Selected != now.Selected || old.Mention != now.Mention || old.Edition != now.Edition || noted {
		r.Refresh()
	}
}

// mark makes the ticks of the selected entity: one for each row of pixels with a
// mention.
func (r *rail) mark() {
	r.ticks, r.shown = r.ticks[:0], nil
	if r.now.Selected == "" || r.reading.column.Len() == 0 || r.Size().Height <= 0 {
		return
	}
	for _, m := range r.now.Edition.MentionsOf(r.now.Selected) {
		t := tick{mention: m.ID(), y: r.row(m.Span)}
		last := len(r.ticks) - 1
		switch {
		case last < 0 || r.ticks[last].y != t.y:
			r.ticks = append(r.ticks, t)
		case t.mention == r.now.Mention:
			r.ticks[last] = t
		}
	}
	r.draw()
	canvas.Refresh(r)
}

// row returns the top of the tick for a span in pixels below the rail's top.
func (r *rail) row(s annotations.Span) float32 {
	c := r.reading.column
	y := (c.TopOf(s.Start) + c.Format().Style.Leading/2) / c.Height() * r.Size().Height
	return float32(int(y)) - tickHeight/2
}

// draw makes the rectangles of the ticks. That of the current mention comes last
// and lies over its neighbours.
func (r *rail) draw() {
	e, _ := r.now.Edition.Entity(r.now.Selected)
	var current fyne.CanvasObject
	for _, t := range r.ticks {
		box := shape.NewBox(look.Of(look.Ink(e.Kind)))
		width := float32(tickWidth)
		if t.mention == r.now.Mention {
			width, current = railWidth, box
		}
		box.Move(fyne.NewPos(railWidth-width, t.y))
		box.Resize(fyne.NewSize(width, tickHeight))
		if t.mention != r.now.Mention {
			box.Move(fyne.NewPos((railWidth-width)/2, t.y))
			r.shown = append(r.shown, box)
		}
	}
	if current != nil {
		r.shown = append(r.shown, current)
	}
}

// tickAt returns the tick or the dot at y pixels below the rail's top, or nil. Of two
// that are as near it is the tick.
func (r *rail) tickAt(y float32) *tick {
	var best *tick
	least := float32(tickReach)
	for _, all := range [...][]tick{r.ticks, r.dots.all} {
		for i := range all {
			if d := abs(all[i].y + tickHeight/2 - y); d < least {
				best, least = &all[i], d
			}
		}
	}
	return best
}

// Tapped leads to the mention or note of the tick under the pointer; without one, to the
// part of the article at the pointer's height.
func (r *rail) Tapped(e *fyne.PointEvent) {
	switch t := r.tickAt(e.Position.Y); {
	case t != nil && t.note != "":
		r.open(t.note)
		return
	case t != nil:
		r.jump(t.mention)
		return
	}
	if y := e.Position.Y - r.thumb.Position().Y; y >= 0 && y < r.thumb.Size().Height {
		return
	}
	r.leave()
	r.reading.leap(e.Position.Y/r.Size().Height*r.reading.column.Height() - r.viewHeight()/2)
}

// Dragged scrolls by the thumb. The pointer holds the thumb where it took it, or by
// its middle if the drag began beside it.
func (r *rail) Dragged(e *fyne.DragEvent) {
	if !r.dragging {
		r.dragging = true
		r.grip = e.Position.Y - e.Dragged.DY - r.thumb.Position().Y
		if r.grip < 0 || r.grip > r.thumb.Size().Height {
			r.grip = r.thumb.Size().Height / 2
		}
	}
	room := r.Size().Height - r.thumbHeight()
	if room <= 0 {
		return
	}
	r.reading.turn((e.Position.Y - r.grip) / room * (r.reading.column.Height() - r.viewHeight()))
}

// DragEnd ends the drag of the thumb.
func (r *rail) DragEnd() {
	r.dragging = false
	r.follow()
}

// Scrolled hands the wheel on to the text.
func (r *rail) Scrolled(e *fyne.ScrollEvent) {
	r.reading.wheel(e)
	r.tip.hide() // the wheel moves no mark, but the line may lie over it
}

// MouseIn follows the pointer.
func (r *rail) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved shows the line of the mention whose tick is under the pointer.
func (r *rail) MouseMoved(e *desktop.MouseEvent) {
	if !r.over {
		r.over = true
		r.follow()
	}
	t := r.tickAt(e.Position.Y)
	r.hand = t != nil
	if t == nil {
		r.tip.hide()
		return
	}
	if n, ok := r.now.Notes.Get(t.note); ok {
		r.tip.note(r.now.Edition.Article(), n, r.Position().X, t.y+tickHeight/2)
		return
	}
	r.tip.mention(r.now.Edition, t.mention, r.Position().X, t.y+tickHeight/2)
}

// MouseOut hides that line.
func (r *rail) MouseOut() {
	r.over, r.hand = false, false
	r.follow()
	r.tip.hide()
}

// Cursor is a hand over a tick.
func (r *rail) Cursor() desktop.Cursor {
	if r.hand {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer shows thumb and ticks.
func (r *rail) CreateRenderer() fyne.WidgetRenderer { return railRenderer{r} }

type railRenderer struct{ r *rail }

func (v railRenderer) Destroy()           {}
func (v railRenderer) MinSize() fyne.Size { return fyne.NewSize(railWidth, 0) }

func (v railRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{v.r.thumb}, v.r.dots.shown...), v.r.shown...)
}

// Layout does nothing in a size that the rail has already, which would have the window drawn
// anew.
func (v railRenderer) Layout(size fyne.Size) {
	if size != v.r.laid {
		v.r.laid = size
		v.Refresh()
	}
}

func (v railRenderer) Refresh() {
	v.r.dot()
	v.r.mark()
	v.r.follow()
}
