package atlas

import (
	"context"
	"sync"

	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// Plan is what does not change while the reader moves the map: the places, and how wide
// their names are. It is safe for use by several goroutines if its measure is.
type Plan struct {
	coast   *Coast
	words   Words
	measure figure.Measure
	all     []Place
	on, off []Place // with a location, and without
	labels  map[annotations.EntityID]label
	signs   map[string]float32 // the widths of signs by their keys

	mu    sync.Mutex
	size  figure.Point // for which laid is
	laid  frame
	known bool
}

// label is a name with its count, and how wide both are in pixels.
type label struct {
	name, count string
	font        figure.Font
	ink         figure.Ink
	nameWidth   float32
	width       float32 // of all
}

// New makes the plan of an edition. The words are called from any goroutine that draws.
func New(c *Coast, e *annotations.Edition, words Words, measure figure.Measure) *Plan {
	p := &Plan{
		coast: c, words: words, measure: measure, all: Gather(e),
		labels: map[annotations.EntityID]label{}, signs: map[string]float32{},
	}
	p.on, p.off = located(p.all)
	for _, x := range p.all {
		l := label{name: words.Name(x.Entity), font: figure.Tab, ink: figure.Text}
		if x.Times == 0 {
			l.font, l.ink = figure.UI, figure.Muted
		} else {
			l.count = words.Count(x.Times)
		}
		l.nameWidth = whole(measure(l.font, l.name))
		l.width = l.nameWidth
		if l.count != "" {
			l.width += countGap + whole(measure(figure.UI, l.count))
		}
		p.labels[x.ID] = l
	}
	for _, s := range allSigns() {
		p.signs[s.key] = whole(measure(figure.Sign, words.Sign(s.key)))
	}
	return p
}

// whole rounds a width in pixels up, so that nothing hangs on a part of one.
func whole(w float32) float32 { return float32(int(w + 0.999)) }

// Places returns the places of the plan in the order of [Gather]. It is shared: read it,
// never write to it.
func (p *Plan) Places() []Place { return p.all }

// Sight is what a drawing is to show.
type Sight struct {
	Camera        Camera
	Width, Height float32              // of the room for it, pixels; a drawing may be higher
	Selected      annotations.EntityID // whose pin is lit
	// Tied are the places that are ringed, since they are connected with what is selected,
	// whose name is With.
	Tied map[annotations.EntityID]bool
	With string
}

// Drawing is a map as it is seen.
type Drawing struct {
	Figure *figure.Figure
	Camera Camera
	Pins   []*Pin // all that are seen, in the order of importance
	Rows   []Row  // of the places that cannot be put on the map, from top to bottom
	Counts Counts
	// Windows are the rectangles in which the globe is seen: the world and then the inset
	// if there is one, or one alone.
	Windows []*Window
	// Frame is where a map is that is larger than the whole world.
	Frame figure.Rect
	// MaxZoom is the largest zoom of a camera: there the median side of the coast is
	// [Coarsest] pixels long, and a larger map would show corners that no coast has.
	MaxZoom float64

	unit  float64 // the scale of the whole world
	world Window  // in which the whole world would be seen
}

// Coarsest is how long the median side of the coast may become, in pixels.
const Coarsest = 96

// Row is a place under the map.
type Row struct {
	Key   string
	At    figure.Rect
	Place Place
}

func pinKey(id annotations.EntityID) string { return "place:" + string(id) }

// Measures of a drawing in pixels.
const (
	edge      = 24 // left and right of the map, and above it
	between   = 20 // between the world and the inset
	design    = 640
	leastWide = 160
	insetTall = 0.494 // the height of an inset for its width
	leastTall = 200   // the height of the least inset
	south     = -58.0
	north     = 84.0 // what is seen of the whole world unless a place lies beyond, degrees
)

// Draw draws what a sight sees. It returns nil if the context ends before.
func (p *Plan) Draw(ctx context.Context, s Sight) *Drawing {
	d := &Drawing{Camera: s.Camera}
	f := p.frame(figure.Point{X: s.Width, Y: s.Height})
	d.unit, d.Frame = f.unit, f.one
	d.world = Window{At: f.world, mid: (f.north + f.south) / 2, scale: f.unit}
	d.MaxZoom = max(1, Coarsest/p.coast.grain/f.unit)
	d.Camera.Zoom = min(d.Camera.Zoom, d.MaxZoom)
	d.Camera = d.held(d.Camera)
	d.Counts = Counts{Places: len(p.all), Below: len(p.off), With: s.With}
	canvas := &canvas{Plan: p, Drawing: d, sight: s, frame: f}
	if d.Camera.Whole() {
		canvas.world()
	} else {
		canvas.near()
	}
	if ctx.Err() != nil {
		return nil
	}
	canvas.finish()
	return d
}

// frame is the arrangement of a drawing.
type frame struct {
	unit       float64
	world, one figure.Rect
	south      float64 // y of the lower edge of the world, radii of the globe
	north      float64
	inset      *Window // or nil
}

// frame is the arrangement for a size, which is remembered: a moving camera does not
// change it.
func (p *Plan) frame(size figure.Point) frame {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.known || p.size != size {
		p.laid, p.size, p.known = p.arrange(size.X, size.Y), size, true
	}
	return p.laid
}

// arrange arranges the map in a room. The world is 640 pixels wide, or wider if there is
// room for it and the inset.
func (p *Plan) arrange(width, height float32) frame {
	var f frame
	_, f.south = forward(south, 0)
	_, f.north = forward(north, 0)
	wide := max(width-2*edge, leastWide)
	under := p.under(width)
	tall := float64(height - edge - under)
	share := (f.north - f.south) / globeWidth
	fit := func(inset float64) float32 {
		return min(wide, max(design, whole(float32((tall-between)/(share+inset)))))
	}
	try := func(w float32) {
		f.unit = even(float64(w) / globeWidth)
		for _, x := range p.on { // a pin near a pole is not cut
			_, y := forward(x.Location.Lat, 0)
			f.south, f.north = min(f.south, y-pinReach/f.unit), max(f.north, y+pinReach/f.unit)
		}
		f.world = figure.Rect{X: px(float64(width-w) / 2), Y: edge, W: w, H: px((f.north - f.south) * f.unit)}
		room := max(leastTall, min(w*insetTall, height-under-f.world.Bottom()-between))
		at := figure.Rect{X: f.world.X, Y: f.world.Bottom() + between, W: w, H: px(float64(room))}
		f.inset = p.crowd(at, f.unit)
	}
	if try(fit(insetTall)); f.inset == nil {
		try(fit(0))
	}
	f.one = figure.Rect{X: px(float64(width-wide) / 2), Y: edge, W: wide, H: px(max(leastTall, tall))}
	return f
}

// crowd is the inset, or nil where none helps.
func (p *Plan) crowd(at figure.Rect, unit float64) *Window {
	if w, ok := inset(p.on, at, unit, Coarsest/p.coast.grain); ok {
		return w
	}
	return nil
}

const (
	rowHeight  = 26
	mostRows   = 3  // of places without a location that the map makes room for
	footGap    = 12 // between the map and the text under it
	footBottom = 16
)

// under is the room in pixels that is kept under the map.
func (p *Plan) under(width float32) float32 {
	h := float32(footGap + footBottom)
	h += figure.Meta.Leading() * float32(len(p.footLines(Counts{Pale: 1, Named: 1}, width)))
	if n := min(len(p.off), mostRows); n > 0 {
		h += 8 + figure.Label.Leading() + float32(n*rowHeight)
	}
	return h
}

// footLines are the lines of the text under the map.
func (p *Plan) footLines(c Counts, width float32) []string {
	return figure.Wrap(p.measure, figure.Meta, p.words.Foot(c), max(width-2*edge, leastWide))
}
