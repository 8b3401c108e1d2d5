package atlas

import "math"

// The Equal Earth projection, of B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth
// map projection", International Journal of Geographical Information Science 33 (2019),
// pages 454-465, first published in 2018. It shows equal areas as equal, and the
// continents in shapes that look familiar.
//
// With the parametric latitude θ, for which sin θ = √3/2 sin φ, and the longitude λ,
//
//	x = 2√3 λ cos θ / (3 (9 A4 θ^8 + 7 A3 θ^6 + 3 A2 θ^2 + A1))
//	y = A4 θ^9 + A3 θ^7 + A2 θ^3 + A1 θ
//
// where the denominator holds the derivative of y. Units are radii of the globe.
const (
	a1 = 1.340264
	a2 = -0.081106
	a3 = 0.000893
	a4 = 0.003796

	root3 = 1.7320508075688772935
	rad   = math.Pi / 180
)

// globeWidth is the length of the equator on the map, and northPole how far the poles
// are from it, in radii of the globe.
var (
	globeWidth = 2 * stretch(0) * math.Pi
	northPole  = rise(math.Pi / 3)
)

// Products are rounded by themselves, since some processors fuse them with a sum.

// rise is y for the parametric latitude t, in radians.
func rise(t float64) float64 {
	t2 := t * t
	t6 := t2 * t2 * t2
	return t * (a1 + float64(a2*t2) + float64(t6*(a3+float64(a4*t2))))
}

// slope is the derivative of rise.
func slope(t float64) float64 {
	t2 := t * t
	t6 := t2 * t2 * t2
	return a1 + float64(3*a2*t2) + float64(t6*(7*a3+float64(9*a4*t2)))
}

// stretch is x for one radian of longitude, at the parametric latitude t.
func stretch(t float64) float64 { return 2 * root3 * math.Cos(t) / (3 * slope(t)) }

// parametric is the parametric latitude in radians of a latitude in degrees.
func parametric(lat float64) float64 { return math.Asin(root3 / 2 * math.Sin(lat*rad)) }

// forward projects a point, of which lon counts from the central meridian, both in
// degrees.
func forward(lat, lon float64) (x, y float64) {
	t := parametric(lat)
	return lon * rad * stretch(t), rise(t)
}

// inverse is the point that forward projects to x, y. It reports false for what lies
// beside the globe.
func inverse(x, y float64) (lat, lon float64, ok bool) {
	if !(math.Abs(y) <= northPole) {
		return 0, 0, false
	}
	t := y / a1
	for range 12 { // Newton's method, which here halves the digits that are missing
		d := (rise(t) - y) / slope(t)
		t -= d
		if math.Abs(d) < 1e-12 {
			break
		}
	}
	lat = math.Asin(min(1, max(-1, 2/root3*math.Sin(t)))) / rad
	lon = x / stretch(t) / rad
	return lat, lon, math.Abs(lon) <= 180
}

// wrapped is a longitude in degrees brought to between -180, included, and 180.
func wrapped(lon float64) float64 {
	lon = math.Mod(lon+180, 360)
	if lon < 0 {
		lon += 360
	}
	return lon - 180
}
