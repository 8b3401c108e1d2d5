package atlas

import (
	"math"

	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// Camera is what the reader looks at. The zero Camera is the whole world with its inset.
type Camera struct {
	// Lon and Lat are the middle of what is seen, in degrees. While the whole world is
	// seen, Lat does not count.
	Lon, Lat float64
	// Zoom is how many times as large as the whole world the map is; 1 and less is the
	// whole world.
	Zoom float64
}

// Whole reports whether the camera sees the whole world.
func (c Camera) Whole() bool { return !(c.Zoom > 1) }

// Window is a rectangle of a drawing in which a part of the globe is seen.
type Window struct {
	At     figure.Rect
	radius float64 // of its corners, pixels
	lon    float64 // the central meridian, degrees
	mid    float64 // y of the projection in the middle of At, radii of the globe
	scale  float64 // pixels for a radius of the globe
}

// Scale is the scale of the window in pixels for a degree of the equator.
func (w *Window) Scale() float64 { return w.scale * stretch(0) * rad }

// Point is where a location lies in the drawing, maybe outside of the window.
func (w *Window) Point(l annotations.Location) figure.Point {
	x, y := forward(l.Lat, wrapped(l.Lon-w.lon))
	return w.pixel(x, y)
}

func (w *Window) pixel(x, y float64) figure.Point {
	c := w.At.Centre()
	return figure.Point{X: px(float64(c.X) + float64(x*w.scale)), Y: px(float64(c.Y) - float64((y-w.mid)*w.scale))}
}

// Location is what of the globe lies at a point of the drawing. It reports false beside
// the globe.
func (w *Window) Location(p figure.Point) (annotations.Location, bool) {
	c := w.At.Centre()
	lat, lon, ok := inverse(float64(p.X-c.X)/w.scale, w.mid-float64(p.Y-c.Y)/w.scale)
	return annotations.Location{Lat: lat, Lon: wrapped(lon + w.lon)}, ok
}

// full reports whether there is globe in every corner of the window.
func (w *Window) full() bool {
	r := w.At
	for _, p := range []figure.Point{{X: r.X, Y: r.Y}, {X: r.Right(), Y: r.Y}, {X: r.X, Y: r.Bottom()}, {X: r.Right(), Y: r.Bottom()}} {
		if _, ok := w.Location(p); !ok {
			return false
		}
	}
	return true
}

// camera is what shows the middle of the window at its scale, where unit is the scale of
// the whole world.
func (w *Window) camera(unit float64) Camera {
	lat, _, _ := inverse(0, min(northPole, max(-northPole, w.mid)))
	return Camera{Lon: tidy(w.lon), Lat: tidy(lat), Zoom: w.scale / unit}
}

// tidy rounds degrees to what is kept of them.
func tidy(deg float64) float64 { return math.Round(deg*1e4) / 1e4 }

// Window is the window in which the drawing would show what a camera sees.
func (d *Drawing) Window(c Camera) *Window {
	if c.Whole() {
		w := d.world
		w.lon = tidy(wrapped(c.Lon))
		return &w
	}
	_, y := forward(c.Lat, 0)
	return &Window{At: d.Frame, radius: insetRadius, lon: tidy(wrapped(c.Lon)), mid: y, scale: d.unit * c.Zoom}
}

// Panned is what a camera sees after what lies under the pointer has been moved by some
// pixels in a window.
func (d *Drawing) Panned(w *Window, by figure.Point) Camera {
	v := *w
	v.mid += float64(by.Y) / v.scale
	lat, _, _ := inverse(0, min(northPole, max(-northPole, v.mid)))
	v.lon = wrapped(v.lon - float64(by.X)/(v.scale*stretch(parametric(lat))*rad))
	return d.held(v.camera(d.unit))
}

// Zoomed is what a camera sees after it has come nearer by a factor, or
// gone away by one below 1, with what lies at a point of a window staying there if the
// globe is there. Who goes away comes to the whole world as soon as all of it has room.
func (d *Drawing) Zoomed(w *Window, at figure.Point, factor float64) Camera {
	zoom := min(w.scale*factor/d.unit, d.MaxZoom)
	if !(zoom > 1.001) || factor < 1 && d.fits(zoom) {
		return Camera{}
	}
	l, ok := w.Location(at)
	if !ok {
		at, l = w.At.Centre(), annotations.Location{Lon: w.lon}
		l.Lat, _, _ = inverse(0, w.mid)
	}
	v := Window{At: d.Frame, scale: d.unit * zoom}
	_, y := forward(l.Lat, 0)
	c := v.At.Centre()
	v.mid = y + float64(at.Y-c.Y)/v.scale
	v.lon = wrapped(l.Lon - float64(at.X-c.X)/(v.scale*stretch(parametric(l.Lat))*rad))
	return d.held(v.camera(d.unit))
}

// fits reports whether the frame has room for all of the globe.
func (d *Drawing) fits(zoom float64) bool {
	x, _ := forward(0, 180)
	return 2*x*d.unit*zoom <= float64(d.Frame.W) && 2*northPole*d.unit*zoom <= float64(d.Frame.H)
}

// held is a camera that does not look over the poles.
func (d *Drawing) held(c Camera) Camera {
	if c.Whole() {
		return Camera{Lon: c.Lon}
	}
	_, y := forward(c.Lat, 0)
	room := max(0, northPole-float64(d.Frame.H)/2/(d.unit*c.Zoom))
	if lat, _, ok := inverse(0, min(room, max(-room, y))); ok {
		c.Lat = tidy(lat)
	}
	return c
}
