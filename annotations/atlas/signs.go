package atlas

import (
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// sign is the name of a sea or a landform. It stands at the first of its spots where
// there is room for it. Only names that the parties of no dispute contest are here.
type sign struct {
	key   string
	spots []room
}

// room is where a sign may stand: its middle, and how many degrees of longitude it may
// take.
type room struct{ lat, lon, wide float64 }

// oceans are the only names on the map of the whole world.
var oceans = []sign{
	{"pacific", []room{{-22, -125, 72}, {22, 168, 50}, {30, -150, 50}}},
	{"atlantic", []room{{33, -43, 52}, {-22, -15, 44}, {12, -43, 34}}},
	{"indian", []room{{-24, 78, 62}, {-12, 82, 40}}},
}

var signs = []sign{
	{"mediterranean", []room{{34.4, 18.5, 12}, {33.6, 30.4, 8}, {32.4, 30, 8}, {39.6, 5.3, 8}}},
	{"red-sea", []room{{20.2, 38.4, 4.5}, {24.4, 36.35, 2.6}, {17, 40.2, 4}}},
	{"gulf", []room{{27.4, 51.1, 3}, {26.2, 52.6, 3}}},
	{"arabian-peninsula", []room{{23.2, 45.6, 10}, {27.6, 44.2, 9}, {19.5, 47.5, 9}}},
	{"black-sea", []room{{43.2, 34, 11}}},
	{"caspian", []room{{41.9, 51.1, 3.6}}},
	{"baltic", []room{{57.8, 19.8, 6}, {55.4, 16.5, 7}}},
	{"north-sea", []room{{56.3, 3.2, 7}}},
	{"sahara", []room{{22.5, 9, 30}, {23, 25, 14}}},
	{"arabian-sea", []room{{15.5, 63.5, 14}}},
	{"bay-of-bengal", []room{{14, 88, 12}}},
	{"caribbean", []room{{15, -75, 16}}},
	{"sinai", []room{{29.6, 33.85, 1.7}}},
	{"gulf-of-aden", []room{{12.4, 47.6, 7}}},
	{"gulf-of-guinea", []room{{1, 2, 16}}},
	{"siberia", []room{{63, 100, 60}}},
	{"himalaya", []room{{29, 84, 14}}},
	{"amazonia", []room{{-5, -62, 18}}},
	{"coral-sea", []room{{-17, 154, 12}}},
	{"tasman-sea", []room{{-39, 160.5, 14}}},
	{"bering-sea", []room{{58, -177, 18}}},
	{"norwegian-sea", []room{{67.5, 3, 16}}},
	{"hudson-bay", []room{{59.5, -86, 10}}},
}

// allSigns are the oceans and all other signs.
func allSigns() []sign { return slices.Concat(signs, oceans) }

// named puts the names of some seas and landforms where there is room between pins and
// labels.
func (p *Plan) named(some []sign, w *Window, free *grid, inside figure.Rect) []figure.Shape {
	var out []figure.Shape
	for i := range some {
		s := &some[i]
		width := p.signs[s.key]
		for _, at := range s.spots {
			c := w.Point(annotations.Location{Lat: at.lat, Lon: at.lon})
			r := figure.Rect{X: px(float64(c.X - width/2)), Y: c.Y - 10, W: width, H: figure.Sign.Leading()}
			if most := at.wide * rad * w.scale * stretch(parametric(at.lat)); float64(width) > most {
				continue
			}
			if inside.Holds(r) && free.freeBox(r.Grown(6)) {
				free.addBox(r)
				out = append(out, figure.Words{At: r, Font: figure.Sign, Ink: figure.Muted, Text: p.words.Sign(s.key)})
				break
			}
		}
	}
	return out
}
