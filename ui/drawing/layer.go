package drawing

import (
	"sidelight/annotations/figure"
)

// cell is the side in pixels of the squares in which it is asked whether one shape lies
// over another.
const cell = 32

// layers puts the items in a window into layers, so that each lies over those before it
// that it has to do with: the even layers are plates, which are drawn at once, the odd ones
// are objects of the toolkit. A shape that lies over none goes as deep as it can, so that
// few plates are needed.
type layers struct {
	net
	squares []square
	all     [][]*item
}

// square is what lies in a square so far.
type square struct {
	ink     int // the layer of the uppermost plate
	objects []laid
}

// laid is an object of a layer.
type laid struct {
	at    figure.Rect
	layer int
}

// layered returns the items that lie in a window by their layers.
func layered(all []item, window figure.Rect) [][]*item {
	l := layers{net: newNet(window, cell)}
	l.squares = make([]square, l.across*l.down)
	for i := range all {
		if all[i].bounds.Grown(1).Overlaps(window) {
			l.add(&all[i])
		}
	}
	return l.all
}

func (l *layers) add(it *item) {
	layer := 0
	if it.kind != inked {
		layer = 1
	}
	l.touched(it, func(i int) { layer = max(layer, l.over(&l.squares[i], it)) })
	l.touched(it, func(i int) {
		if s := &l.squares[i]; it.kind == inked {
			s.ink = max(s.ink, layer)
		} else {
			s.objects = append(s.objects, laid{it.bounds, layer})
		}
	})
	for len(l.all) <= layer {
		l.all = append(l.all, nil)
	}
	l.all[layer] = append(l.all[layer], it)
}

// over returns how deep an item may lie at the deepest for what it lies over in a square.
func (l *layers) over(s *square, it *item) int {
	layer, above := s.ink, 0
	if it.kind == inked {
		above = 1
	} else {
		layer++
	}
	for _, o := range s.objects {
		if o.layer+above > layer && o.at.Overlaps(it.bounds) {
			layer = o.layer + above
		}
	}
	return layer
}

// net is a part of a figure in squares, which are counted in rows.
type net struct {
	part         figure.Rect
	side         float32
	across, down int
}

func newNet(part figure.Rect, side float32) net {
	return net{part, side, int(part.W/side) + 1, int(part.H/side) + 1}
}

// touched calls f for the squares in which an item may draw something.
func (n *net) touched(it *item, f func(int)) {
	l, ok := it.shape.(figure.Line)
	if !ok || it.kind != inked {
		n.within(it.bounds, f)
		return
	}
	for i := 1; i < len(l.Points); i++ {
		n.along(l.Points[i-1], l.Points[i], l.Width/2+1, f)
	}
}

// within calls f for the squares that a rectangle touches.
func (n *net) within(r figure.Rect, f func(int)) {
	y0, y1 := n.reached(r.Y-n.part.Y, r.Bottom()-n.part.Y, n.down)
	x0, x1 := n.reached(r.X-n.part.X, r.Right()-n.part.X, n.across)
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			f(y*n.across + x)
		}
	}
}

// along calls f for the squares that a straight piece of a line touches, to which reach
// pixels on all sides belong. It may call it for more at the ends of a row.
func (n *net) along(a, b figure.Point, reach float32, f func(int)) {
	if a.Y > b.Y {
		a, b = b, a
	}
	y0, y1 := n.reached(a.Y-reach-n.part.Y, b.Y+reach-n.part.Y, n.down)
	for y := y0; y < y1; y++ {
		x0, x1 := a.X, b.X
		if a.Y != b.Y {
			top := n.part.Y + float32(y)*n.side
			share := func(y float32) float32 { return min(max((y-a.Y)/(b.Y-a.Y), 0), 1) }
			from, to := share(top-reach), share(top+n.side+reach)
			x0, x1 = a.X+(b.X-a.X)*from, a.X+(b.X-a.X)*to
		}
		first, end := n.reached(min(x0, x1)-reach-n.part.X, max(x0, x1)+reach-n.part.X, n.across)
		for x := first; x < end; x++ {
			f(y*n.across + x)
		}
	}
}

// reached returns the first of n squares in a row that a range of pixels touches, and the one
// after the last.
func (n *net) reached(from, to float32, count int) (first, end int) {
	if to < 0 || from >= float32(count)*n.side || from > to {
		return 0, 0
	}
	return int(max(from, 0) / n.side), min(int(min(to/n.side, float32(count))), count-1) + 1
}
