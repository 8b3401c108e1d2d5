// Package atlas is the view of the places of an article on a map of the world. A map is
// laid out by [sidelight/annotations/atlas]; the view says what is looked at.
package atlas

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	layout "sidelight/annotations/atlas"
	"sidelight/annotations/figure"
	"sidelight/assets"
	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/drawing"
	"sidelight/ui/float"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/view"
)

// View shows the places of an article on a map, under a head that says what the map does
// not claim.
type View struct {
	widget.BaseWidget

	// OnMenu is called with what the reader wants a menu about, and with the place of the
	// right click in the window.
	OnMenu func(command.Target, fyne.Position)
	// OnList is called with a menu of the places on a spot that the reader chose; nil opens
	// the first of them.
	OnList func(float.Menu)
	// OnScrolled is called when the reader has scrolled.
	OnScrolled func()

	asks    view.Asks
	measure figure.Measure
	head    *head
	board   *drawing.Board

	now    session.Snapshot
	plan   *layout.Plan
	camera layout.Camera // that the reader wants
	shown  *layout.Drawing
	sight  layout.Sight // of what is shown
	laying async.Latest[laid]
	more   bool     // what is asked for has changed while it was laid out
	past   *float32 // how far the map is to be scrolled when it is shown; nil for as it is
	mind   func()
}

// laid is what comes back from the layout.
type laid struct {
	plan    *layout.Plan
	drawing *layout.Drawing
	sight   layout.Sight
}

var (
	_ view.View     = (*View)(nil)
	_ view.Drawn    = (*View)(nil)
	_ view.Scroller = (*View)(nil)
	_ view.Targeted = (*View)(nil)
	_ view.Minding  = (*View)(nil)
)

// New makes a view that shows nothing until it follows a session. The roles are those of
// the theme in use. do runs a function on the UI goroutine, and may be nil for the
// toolkit's own way.
func New(roles look.Roles, asks view.Asks, do func(func())) *View {
	v := &View{asks: asks, measure: drawing.Measure(roles), board: drawing.New(roles)}
	v.laying.Do = do
	v.head = newHead(roles, v)
	b := v.board
	b.OnTapped, b.OnMenu, b.OnHovered = v.tapped, v.menu, v.hovered
	b.OnDragged, b.OnWheel = v.dragged, v.wheel
	b.OnKey, b.OnRune = v.key, v.rune
	b.OnScrolled = func() {
		if f := v.OnScrolled; f != nil {
			f()
		}
	}
	v.ExtendBaseWidget(v)
	return v
}

// coast is read once, when a map is first shown.
var coast = sync.OnceValue(func() *layout.Coast {
	c, err := layout.ReadCoast(assets.Coast)
	if err != nil {
		panic("assets: " + err.Error()) // it comes with the program, and a test reads it
	}
	return c
})

// Follow shows the places of the document, and lights what is selected.
func (v *View) Follow(_, now session.Snapshot) {
	was := v.now
	v.now = now
	if was.Edition == nil || now.Edition == nil || was.Edition.Article() != now.Edition.Article() {
		v.camera = layout.Camera{}
	}
	if was.Edition != now.Edition {
		v.plan = nil
		v.head.follow(now)
	}
	if was.Selected != now.Selected {
		v.lead(now.Selected)
	}
	if was.Edition != now.Edition || was.Selected != now.Selected {
		v.lay()
	}
}

// lead brings a place that has been selected into a map that is nearer than the whole
// world.
func (v *View) lead(id annotations.EntityID) {
	d := v.shown
	if d == nil || v.camera.Whole() {
		return
	}
	for _, p := range layout.Gather(v.now.Edition) {
		if p.ID == id && p.Located() && !d.Window(v.camera).At.Grown(-24).Has(d.Window(v.camera).Point(*p.Location)) {
			v.look(layout.Camera{Lon: p.Location.Lon, Lat: p.Location.Lat, Zoom: v.camera.Zoom})
		}
	}
}

// look makes the camera another one.
func (v *View) look(c layout.Camera) {
	if c == v.camera {
		return
	}
	v.camera = c
	v.lay()
	if f := v.mind; f != nil {
		f()
	}
}

// wanted is what is to be shown now.
func (v *View) wanted() layout.Sight {
	size, e := v.board.Size(), v.now.Edition
	s := layout.Sight{
		Camera: v.camera, Width: size.Width, Height: size.Height,
		Selected: v.now.Selected, Tied: layout.Tied(e, v.now.Selected),
	}
	if e != nil {
		if x, ok := e.Entity(s.Selected); ok {
			s.With = locale.Name(x)
		}
	}
	return s
}

// lay lays out what is wanted, behind the window. What is laid out already ends first: a
// map that is moved shows each step that it has time for, and the last one.
func (v *View) lay() {
	if v.laying.Running() {
		v.more = true
		return
	}
	if size := v.board.Size(); v.now.Edition == nil || size.Width <= 0 || size.Height <= 0 {
		return
	}
	want, plan, e, words := v.wanted(), v.plan, v.now.Edition, words()
	if v.Settled() {
		return
	}
	v.laying.Run(func(j *async.Job) (laid, error) {
		if plan == nil {
			plan = layout.New(coast(), e, words, v.measure)
		}
		d := plan.Draw(j, want)
		return laid{plan, d, want}, j.Err()
	}, func(l laid, err error) {
		if err == nil && e == v.now.Edition {
			v.plan = l.plan
			v.show(l)
		}
		if v.more {
			v.more = false
			v.lay()
		}
	})
}

// show puts a drawing on the board.
func (v *View) show(l laid) {
	first, led := v.shown == nil, v.sight.Selected != l.sight.Selected
	v.shown, v.sight = l.drawing, l.sight
	if v.camera == l.sight.Camera { // it may not come as near as was asked for
		v.camera, v.sight.Camera = l.drawing.Camera, l.drawing.Camera
	}
	v.board.SetFigure(l.drawing.Figure)
	v.head.counts(l.drawing)
	if v.past != nil {
		v.board.ScrollTo(figure.Point{Y: *v.past})
		v.past = nil
	} else if at, ok := v.stop(v.keyOf(l.sight.Selected)); ok && led && !first {
		v.board.Reveal(at.rect)
	}
}

// Settled reports whether the map that is asked for is shown.
func (v *View) Settled() bool {
	w := v.wanted()
	return !v.laying.Running() && v.shown != nil && v.plan != nil && v.sight.Camera == w.Camera &&
		v.sight.Width == w.Width && v.sight.Height == w.Height && v.sight.Selected == w.Selected
}

// Figure returns the map that is shown, or nil.
func (v *View) Figure() *figure.Figure {
	if v.shown == nil {
		return nil
	}
	return v.shown.Figure
}

// Nothing says why there is no map.
func (v *View) Nothing() string {
	places, found := layout.Gather(v.now.Edition), false
	if len(places) == 0 {
		return locale.X("map.nothing", "Map: no places are known in this file")
	}
	for _, m := range v.now.Edition.Mentions() {
		found = found || m.Origin != annotations.Edited
	}
	on := 0
	for _, p := range places {
		if p.Located() {
			on++
		}
	}
	switch {
	case on == 0:
		return locale.X("map.nowhere", "Map: of no place in this file is the location known")
	case on == 1 && found:
		return locale.X("map.one", "Map: of one place alone in this file is the location known")
	}
	return ""
}

// Place is where the view stands.
func (v *View) Place() session.Place {
	return session.Place{View: session.Map, Offset: -1, Past: v.board.Offset().Y}
}

// Restore brings the view back to a place.
func (v *View) Restore(p session.Place) {
	v.board.ScrollTo(figure.Point{Y: p.Past})
	if !v.Settled() {
		v.past = &p.Past
	}
}

// Reveal reports false: a map shows no text.
func (v *View) Reveal(annotations.Span) bool { return false }

// Focus is the board.
func (v *View) Focus() fyne.Focusable { return v.board }

// MinSize returns nothing: a view has the size that it is given.
func (v *View) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer shows the head above the board.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(v, func() {}, func(size fyne.Size) {
		control.Place(v.head, 0, 0, size.Width, headHeight)
		control.Place(v.board, 0, headHeight, size.Width, size.Height-headHeight)
		v.lay()
	}, v.board, v.head)
}

// ScrollBy scrolls down by pixels; up if they are less than 0.
func (v *View) ScrollBy(pixels float32) { v.board.ScrollBy(pixels) }

// ScrollToTop scrolls to the beginning.
func (v *View) ScrollToTop() { v.board.ScrollToTop() }

// ScrollToEnd scrolls to the end.
func (v *View) ScrollToEnd() { v.board.ScrollToEnd() }

// ViewHeight returns the height in pixels of what is seen at once.
func (v *View) ViewHeight() float32 { return v.board.ViewHeight() }
