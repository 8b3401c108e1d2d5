package drawing

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations/figure"
	"sidelight/ui/control"
	"sidelight/ui/look"
)

// sheet is as large as a figure and holds the objects for what of it lies in a window.
// Objects that are not needed any more are used for other shapes.
type sheet struct {
	widget.BaseWidget
	pointer

	items   []item
	writing writing
	size    figure.Point
	window  figure.Rect
	scale   float32 // pixels of the screen for one of the figure

	objects []fyne.CanvasObject
	plates  map[place]*plate
	spare   []*plate
	raster  raster
	solids  pool[*canvas.Rectangle]
	beams   pool[*canvas.LinearGradient]
	texts   pool[*canvas.Text]
	icons   map[sign]*pool[*canvas.Raster]

	ring *canvas.Rectangle // around what the keyboard is at
	spot *canvas.Rectangle // invisible, where what the pointer is at lies: a tip is about it
}

// sign is an icon as it is drawn.
type sign struct {
	name string
	ink  color.NRGBA
	side figure.Point
}

// pool is objects of one kind, of which the first n are in use.
type pool[T any] struct {
	all []T
	n   int
}

// take returns an object that is not in use, a new one if there is none.
func (p *pool[T]) take(made func() T) T {
	if p.n == len(p.all) {
		p.all = append(p.all, made())
	}
	p.n++
	return p.all[p.n-1]
}

func newSheet(fonts *fonts) *sheet {
	s := &sheet{
		writing: writing{fonts: fonts}, scale: 1, icons: make(map[sign]*pool[*canvas.Raster]),
		ring: canvas.NewRectangle(color.Transparent), spot: canvas.NewRectangle(color.Transparent),
	}
	s.ring.StrokeWidth, s.ring.CornerRadius, s.ring.Hidden = ringWidth, ringRadius, true
	s.ExtendBaseWidget(s)
	return s
}

// take makes a figure that of the sheet, whose window is still to be drawn.
func (s *sheet) take(f *figure.Figure) {
	s.items = items(f, s.items)
	s.size = figure.Point{X: wide(f.Width), Y: wide(f.Height)}
	s.writing.turn()
}

// wide returns a side of a figure in whole pixels, none if it is no number.
func wide(x float32) float32 {
	if !(x > 0) {
		return 0
	}
	return -floor(-min(x, farthest))
}

// draw gives the shapes that lie in a window their objects. Anew says that colours have
// changed.
func (s *sheet) draw(window figure.Rect, anew bool) {
	s.window = window
	s.solids.n, s.beams.n, s.texts.n = 0, 0, 0
	for k, p := range s.icons {
		if p.n == 0 && len(s.icons) > mostSpare { // not needed the last time either
			delete(s.icons, k)
		}
		p.n = 0
	}
	clear(s.objects)
	s.objects = s.objects[:0]
	old := s.plates
	s.plates = make(map[place]*plate, len(old))
	if !window.Empty() {
		tiles := newNet(outwards(window, tile), tile)
		for layer, all := range layered(s.items, tiles.part) {
			if layer%2 == 0 {
				s.plate(layer, all, &tiles, old, anew)
				continue
			}
			for _, it := range all {
				if it.bounds.Grown(1).Overlaps(window) {
					s.place(it)
				}
			}
		}
	}
	for _, p := range old {
		s.spare = append(s.spare, p)
	}
	s.spare = s.spare[:min(len(s.spare), mostSpare)]
	s.ring.StrokeColor = look.Of(look.ColorFocusRing)
	s.add(s.ring)
	s.add(s.spot)
	canvas.Refresh(s.spot) // what has no texture of its own is drawn anew with it
}

// place is where a plate goes: its layer, and its tile in tiles from the figure's corner.
type place struct{ layer, x, y int }

// mostSpare is how many plates are kept for other tiles, and how many icons for later.
const mostSpare = 16

// plate draws the items of a layer in the plates of its tiles. A plate that was there stays
// as it is if nothing in it has changed; of the old ones it takes those that it needs.
func (s *sheet) plate(layer int, all []*item, tiles *net, old map[place]*plate, anew bool) {
	in := make([][]*item, tiles.across*tiles.down)
	for _, it := range all {
		tiles.touched(it, func(i int) {
			if n := len(in[i]); n == 0 || in[i][n-1] != it { // of a line several pieces may
				in[i] = append(in[i], it)
			}
		})
	}
	for i, all := range in {
		if len(all) == 0 {
			continue
		}
		part := figure.Rect{X: tiles.part.X + float32(i%tiles.across)*tile, Y: tiles.part.Y + float32(i/tiles.across)*tile, W: tile, H: tile}
		at := place{layer, int(part.X) / tile, int(part.Y) / tile}
		p := old[at]
		switch n := len(s.spare) - 1; {
		case p != nil:
			delete(old, at)
		case n >= 0:
			p, s.spare = s.spare[n], s.spare[:n]
		default:
			p = newPlate(&s.raster)
		}
		if p.show(all, part, anew) {
			s.plates[at] = p
			s.add(p.Raster)
		} else {
			s.spare = append(s.spare, p)
		}
	}
}

func (s *sheet) add(o fyne.CanvasObject) { s.objects = append(s.objects, o) }

func (s *sheet) place(it *item) {
	switch x := it.shape.(type) {
	case figure.Line:
		s.rule(x)
	case figure.Box:
		if it.kind == beam {
			s.beam(x)
		} else {
			s.box(x)
		}
	case figure.Words:
		s.words(x)
	case figure.Icon:
		s.icon(x)
	}
}

// rule draws a line that runs straight across or straight down.
func (s *sheet) rule(l figure.Line) {
	a, b := l.Points[0], l.Points[1]
	at := figure.Rect{X: min(a.X, b.X), Y: min(a.Y, b.Y), W: max(a.X-b.X, b.X-a.X), H: max(a.Y-b.Y, b.Y-a.Y)}
	if a.Y == b.Y {
		at.Y, at.H = at.Y-l.Width/2, l.Width
	} else {
		at.X, at.W = at.X-l.Width/2, l.Width
	}
	s.solid(at, 0, l.Ink)
}

// box draws a filled box. Its border is a second rectangle behind it: Fyne's renderers
// disagree on which side of a rectangle's edge its stroke lies.
func (s *sheet) box(b figure.Box) {
	if b.Stroke == "" || !(b.Width > 0) {
		s.solid(b.At, b.Radius, b.Fill)
		return
	}
	outer, inner := b.Radius, b.Radius
	if b.Radius > 0 {
		outer, inner = b.Radius+b.Width/2, max(b.Radius-b.Width/2, 0)
	}
	s.solid(b.At.Grown(b.Width/2), outer, b.Stroke)
	s.solid(b.At.Grown(-b.Width/2), inner, b.Fill)
}

// snap returns the edge of a pixel of the screen that is nearest.
func (s *sheet) snap(x float32) float32 { return floor(x*s.scale+0.5) / s.scale }

// beyond is how many pixels beside the window may be drawn of what is larger.
const beyond = 64

// solid draws a rectangle, of one that is far larger than the window no more than can be
// seen: a painter may make a picture of it.
func (s *sheet) solid(at figure.Rect, radius float32, ink figure.Ink) {
	if !(radius > 0) {
		radius = 0
	}
	if at.Empty() {
		return
	}
	if at = meet(at, s.window.Grown(min(radius, 64)+beyond)); at.Empty() {
		return
	}
	o := s.solids.take(func() *canvas.Rectangle { return canvas.NewRectangle(nil) })
	o.FillColor, o.CornerRadius = colour(ink), radius
	x, y := s.snap(at.X), s.snap(at.Y)
	control.Place(o, x, y, max(s.snap(at.Right())-x, 1/s.scale), max(s.snap(at.Bottom())-y, 1/s.scale))
	s.add(o)
}

// beam draws a box that fades in from the left. In high contrast it is a line below, as on
// the page.
func (s *sheet) beam(b figure.Box) {
	if look.Contrast() {
		s.solid(figure.Rect{X: b.At.X, Y: b.At.Bottom() - beamLine, W: b.At.W, H: beamLine}, 0, b.Fill)
		return
	}
	at := meet(b.At, s.window.Grown(beyond))
	if at.Empty() {
		return
	}
	// The colours are those where the part that can be seen begins and ends.
	full := look.BeamAlpha()
	from, to := full*(at.X-b.At.X)/b.At.W, full*(at.Right()-b.At.X)/b.At.W
	o := s.beams.take(func() *canvas.LinearGradient {
		return canvas.NewHorizontalGradient(color.Transparent, color.Transparent)
	})
	start, end := look.Faded(themed(b.Fill), from), look.Faded(themed(b.Fill), to)
	if o.StartColor != start || o.EndColor != end {
		o.StartColor, o.EndColor = start, end
		canvas.Refresh(o)
	}
	x, y := s.snap(at.X), s.snap(at.Y)
	control.Place(o, x, y, s.snap(at.Right())-x, s.snap(at.Bottom())-y)
	s.add(o)
}

// words draws a line of text, on whole pixels as all text is.
func (s *sheet) words(w figure.Words) {
	x := s.writing.of(w.Font, w.Text)
	ink := colour(w.Ink)
	for _, p := range x.pieces {
		o := s.texts.take(func() *canvas.Text { return canvas.NewText("", nil) })
		o.Color = ink
		x.draw(o, p, s.snap(w.At.X+p.X)-p.X, s.snap(w.At.Y))
		s.add(o)
	}
}

// largest is the side in pixels up to which icons are drawn: a larger one comes of bad data.
const largest = 512

func (s *sheet) icon(i figure.Icon) {
	if i.At.W > largest || i.At.H > largest {
		return
	}
	key := sign{i.Name, colour(i.Ink), figure.Point{X: i.At.W, Y: i.At.H}}
	p := s.icons[key]
	if p == nil {
		p = &pool[*canvas.Raster]{}
		s.icons[key] = p
	}
	o := p.take(func() *canvas.Raster {
		o := look.NewSign()
		look.DrawIcon(o, key.name, key.ink)
		return o
	})
	control.Place(o, s.snap(i.At.X), s.snap(i.At.Y), i.At.W, i.At.H)
	s.add(o)
}

// MinSize returns the size of the figure.
func (s *sheet) MinSize() fyne.Size { return fyne.NewSize(s.size.X, s.size.Y) }

// CreateRenderer shows the objects, which the sheet places.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return sheetRenderer{s} }

type sheetRenderer struct{ s *sheet }

func (r sheetRenderer) Destroy()                     {}
func (r sheetRenderer) Layout(fyne.Size)             {}
func (r sheetRenderer) MinSize() fyne.Size           { return r.s.MinSize() }
func (r sheetRenderer) Objects() []fyne.CanvasObject { return r.s.objects }

func (r sheetRenderer) Refresh() {
	r.s.draw(r.s.window, true)
	canvas.Refresh(r.s)
}
