package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/shape"
)

const (
	tipAside  = 18  // px from the left of an edge to its tip, clear of the pointer
	edgeReach = 3   // px at either side of an edge that still count as on it
	leastPage = 480 // px that index and panel leave to the page
)

var (
	_ fyne.Draggable      = (*edge)(nil)
	_ fyne.DoubleTappable = (*edge)(nil)
)

// edge is the line between the page and what stands beside it. The reader drags it
// to make that wider or narrower; a double click brings the design's width back. It
// is disabled where what it belongs to lies over the page or has one width only.
type edge struct {
	control.Tap
	line    *shape.Box
	toRight float32             // 1 if what it belongs to gets wider to the right, else -1
	width   func() float32      // of what it belongs to, pixels
	set     func(width float32) // 0 for the design's width
	done    func()              // after the reader has let go
	drawn   float32             // the width to which the reader has drawn, within bounds or not
	held    bool
	pointed float32 // where the pointer came in, pixels from the top
}

func newEdge(name string, toRight float32, width func() float32, set func(float32)) *edge {
	e := &edge{line: shape.NewBox(nil), toRight: toRight, width: width, set: set}
	e.Init(e, name, nil)
	e.SetTip(e.explain)
	return e
}

// explain says what can be done with the edge, right of the pointer.
func (e *edge) explain() control.Tip {
	if e.Disabled() || e.held {
		return control.Tip{}
	}
	return control.Tip{
		Words: locale.X("edge.tip", "Drag for another width, double-click for the usual one"),
		X:     tipAside, Y: max(e.pointed, 1),
	}
}

// MouseIn lights the edge.
func (e *edge) MouseIn(m *desktop.MouseEvent) {
	e.pointed = m.Position.Y
	e.Tap.MouseIn(m)
}

// put stands the edge at x, a pixel from the left of the window, below the toolbar.
func (e *edge) put(x, height float32, free bool) {
	if free == e.Disabled() {
		e.SetEnabled(free)
	}
	reach := float32(0)
	if free {
		reach = edgeReach
	}
	control.Place(e, x-reach, control.BarHeight, 1+2*reach, height)
}

// Dragged gives what the edge belongs to the width that the reader draws.
func (e *edge) Dragged(d *fyne.DragEvent) {
	if e.Disabled() {
		return
	}
	if !e.held {
		e.held, e.drawn = true, e.width()
		e.Explain()
	}
	e.drawn += e.toRight * d.Dragged.DX
	e.set(max(e.drawn, 1))
}

// DragEnd lets go.
func (e *edge) DragEnd() {
	if e.held {
		e.held = false
		e.Refresh()
		e.done()
	}
}

// DoubleTapped brings the design's width back.
func (e *edge) DoubleTapped(*fyne.PointEvent) {
	if !e.Disabled() {
		e.Act() // which takes the tip away
		e.set(0)
		e.done()
	}
}

// Cursor says that the edge can be dragged.
func (e *edge) Cursor() desktop.Cursor {
	if e.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.HResizeCursor
}

// CreateRenderer draws the line, in more ink under the pointer and while it is
// dragged.
func (e *edge) CreateRenderer() fyne.WidgetRenderer {
	return e.Render(func() {
		e.line.FillColor = look.Of(look.ColorRule)
		if e.Hovered() || e.held {
			e.line.FillColor = look.Of(look.ColorRuleStrong)
		}
	}, func(size fyne.Size) {
		control.Place(e.line, (size.Width-1)/2, 0, 1, size.Height)
	}, e.line)
}

// MinSize is that of the line.
func (e *edge) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

// makeEdges makes the edges of index and panel.
func (f *frame) makeEdges() {
	f.left.edge = newEdge(locale.X("edge.index", "Width of the index"), 1,
		func() float32 { return f.room(f.Size().Width) },
		func(w float32) { f.setSides(prefs.Sides{Index: w, Panel: f.sides.Panel}) })
	f.edge = newEdge(locale.X("edge.panel", "Width of the side panel"), -1,
		func() float32 { return f.panel(f.Size().Width) },
		func(w float32) { f.setSides(prefs.Sides{Index: f.sides.Index, Panel: w}) })
	for _, e := range []*edge{f.left.edge, f.edge} {
		e.done = func() {
			if f.onSides != nil {
				f.onSides()
			}
		}
	}
}

// setSides gives index and panel other widths, as near as may be to those asked for.
// What the one gains the page loses, never the other.
func (f *frame) setSides(s prefs.Sides) {
	window := f.Size().Width
	if s.Index != f.sides.Index && s.Index != 0 {
		s.Index = bounded(s.Index, prefs.MinIndex, min(prefs.MaxIndex, window-leastPage-f.panel(window)))
	}
	if s.Panel != f.sides.Panel && s.Panel != 0 {
		s.Panel = bounded(s.Panel, prefs.MinPanel, min(prefs.MaxPanel, window-leastPage-f.room(window)))
	}
	f.useSides(s)
}

// useSides gives index and panel the widths that were kept.
func (f *frame) useSides(s prefs.Sides) {
	f.sides = s
	f.arrange(f.Size())
	canvas.Refresh(f)
}

// room is the width that the index takes beside the page while it is open. In a
// window too narrow for what the reader has set, it gives way after the panel.
func (f *frame) room(window float32) float32 {
	width := indexRoom(window)
	if window < besideFrom {
		return width
	}
	if f.sides.Index != 0 {
		width = f.sides.Index
	}
	return min(width, window-leastPage-prefs.MinPanel)
}

// panel is the width of the side panel. In a window too narrow for what the reader
// has set, it gives way before the index.
func (f *frame) panel(window float32) float32 {
	width := panelWidth(window)
	if window < drawerBelow {
		return width
	}
	if f.sides.Panel != 0 {
		width = f.sides.Panel
	}
	return max(min(width, window-leastPage-f.room(window)), prefs.MinPanel)
}

// bounded is a width on whole pixels between bounds.
func bounded(width, low, high float32) float32 {
	return float32(int(max(min(width, high), low) + 0.5))
}
