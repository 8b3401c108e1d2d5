package atlas

import (
	"math"

	"sidelight/annotations/figure"
)

// Pin is a place in a drawing, or several that lie on one spot.
type Pin struct {
	Key string // of its group in the figure
	At  figure.Point
	// Places are on one spot, the one first that the article mentions most often.
	Places []Place
	// Labelled says that the name of the first place stands beside the pin, and below it
	// those of the others if there are few and there is room.
	Labelled bool

	label  figure.Rect  // where Labelled
	names  int          // how many places are named on it, one on a line
	leader figure.Point // of a label that does not stand at its pin: where the line to it ends
	led    bool
}

// sameSpot is how near two places are that share a pin, in pixels: the reader could not
// tell their pins apart.
const sameSpot = 6

// stacked puts places of a window on pins. They are given in order; each joins the
// nearest pin that is near enough, or makes one.
func stacked(places []Place, w *Window) []*Pin {
	var pins []*Pin
	cells := map[[2]int32][]*Pin{}
	for _, p := range places {
		at := w.Point(*p.Location)
		c := [2]int32{int32(math.Floor(float64(at.X) / sameSpot)), int32(math.Floor(float64(at.Y) / sameSpot))}
		if near := nearest(cells, c, at); near != nil {
			near.Places = append(near.Places, p)
			continue
		}
		pin := &Pin{Key: pinKey(p.ID), At: at, Places: []Place{p}}
		pins, cells[c] = append(pins, pin), append(cells[c], pin)
	}
	return pins
}

// nearest is the pin nearest to a point of the cell c, if one is near enough.
func nearest(cells map[[2]int32][]*Pin, c [2]int32, at figure.Point) *Pin {
	var best *Pin
	least := float64(sameSpot * sameSpot)
	for dx := int32(-1); dx <= 1; dx++ {
		for dy := int32(-1); dy <= 1; dy++ {
			for _, p := range cells[[2]int32{c[0] + dx, c[1] + dy}] {
				if d := square(p.At, at); d < least {
					best, least = p, d
				}
			}
		}
	}
	return best
}

// square is the square of the distance of two points.
func square(a, b figure.Point) float64 {
	dx, dy := float64(a.X-b.X), float64(a.Y-b.Y)
	return float64(dx*dx) + float64(dy*dy)
}
