package drawing_test

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/ui/drawing"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// sample is a figure that has every shape.
func sample(m figure.Measure) *figure.Figure {
	words := func(x, y float32, f figure.Font, i figure.Ink, text string) figure.Words {
		return figure.Words{At: figure.Rect{X: x, Y: y, W: m(f, text), H: f.Leading()}, Font: f, Ink: i, Text: text}
	}
	pts := func(xy ...float32) (all []figure.Point) {
		for i := 0; i < len(xy); i += 2 {
			all = append(all, figure.Point{X: xy[i], Y: xy[i+1]})
		}
		return all
	}
	place, person := figure.InkOf(annotations.Place), figure.InkOf(annotations.Person)
	var curve []figure.Point
	for t := range 33 {
		x := float64(t) / 32
		curve = append(curve, figure.Point{X: float32(40 + 200*x), Y: float32(290 - 70*math.Sin(math.Pi*x))})
	}
	f := &figure.Figure{Width: 480, Height: 360, Title: "A sample", Ground: figure.Page}
	f.Groups = []figure.Group{{Shapes: []figure.Shape{
		figure.Box{At: figure.Rect{X: 270, Y: 180, W: 190, H: 150}, Fill: figure.Sea},
		figure.Area{Rings: [][]figure.Point{
			pts(280, 200, 350, 190, 440, 210, 450, 280, 400, 270, 380, 300, 330, 320, 300, 290, 320, 250),
			pts(360, 220, 410, 230, 390, 255, 350, 250),
			pts(372, 230, 392, 234, 384, 246),
		}, Fill: figure.Land, Stroke: figure.Coast, Width: 1},
		figure.Line{Points: pts(20.5, 20, 20.5, 160), Width: 1, Ink: figure.RuleStrong},
		figure.Line{Points: pts(30.5, 20, 30.5, 160), Width: 1, Ink: figure.Muted, Dash: []float32{5, 3}},
		figure.Line{Points: pts(40, 20, 40, 160), Width: 2, Ink: figure.Muted, Dash: []float32{0, 5}},
		figure.Line{Points: pts(50.5, 20, 60, 40, 50.5, 60, 60, 80, 50.5, 100), Width: 1, Ink: figure.Text},
		figure.Line{Points: pts(20, 170.5, 460, 170.5), Width: 1, Ink: figure.Rule},
		figure.Line{Points: curve, Width: 2, Ink: person},
		figure.Line{Points: pts(40, 290, 240, 220), Width: 1.5, Ink: place, Dash: []float32{9, 3, 2, 3}},
	}}, {Key: "disc", Name: "A disc", Tip: "A disc with a border", Hit: figure.Rect{X: 24, Y: 274, W: 32, H: 32}, Shapes: []figure.Shape{
		figure.Disc{Centre: figure.Point{X: 40, Y: 290}, Radius: 9.5, Fill: figure.StrongOf(annotations.Person), Stroke: person, Width: 1.5},
	}}, {Key: "ring", Name: "A ring", Hit: figure.Rect{X: 224, Y: 274, W: 32, H: 32}, Shapes: []figure.Shape{
		figure.Disc{Centre: figure.Point{X: 240, Y: 290}, Radius: 6, Stroke: place, Width: 2},
	}}, {Key: "verb", Name: "met", Hit: figure.Rect{X: 110, Y: 205, W: 60, H: 32}, Shapes: []figure.Shape{
		figure.Box{At: figure.Rect{X: 122, Y: 211, W: 36, H: 18}, Fill: figure.Page},
		words(128, 211, figure.Meta, figure.Muted, "met"),
	}}, {Key: "row", Name: "A row", Hit: figure.Rect{X: 80, Y: 16, W: 380, H: 72}, Shapes: []figure.Shape{
		figure.Box{At: figure.Rect{X: 80, Y: 16, W: 380, H: 72}, Fill: figure.Lamp, Beam: true},
		figure.Box{At: figure.Rect{X: 457, Y: 16, W: 3, H: 72}, Fill: figure.Lamp},
		words(84, 18, figure.When, figure.Text, "May 2025"),
		words(84, 42, figure.Reading, figure.Text, "Said “no progress” — then the \"final\" offer"),
		words(84, 64, figure.Meta, figure.Muted, "year not stated · אדם בוהלר"),
		figure.Icon{At: figure.Rect{X: 432, Y: 20, W: 16, H: 16}, Ink: figure.Muted, Name: "quotes"},
	}}, {Key: "card", Name: "A card", Hit: figure.Rect{X: 80, Y: 100, W: 120, H: 40}, Shapes: []figure.Shape{
		figure.Box{At: figure.Rect{X: 80.5, Y: 100.5, W: 119, H: 39}, Radius: 6, Fill: figure.Raised, Stroke: figure.RuleStrong, Width: 1},
		words(92, 110, figure.Strong, figure.Text, "Doha"),
		figure.Box{At: figure.Rect{X: 220, Y: 104, W: 60, H: 32}, Radius: 6, Stroke: figure.Focus, Width: 2},
		figure.Box{At: figure.Rect{X: 300.5, Y: 104.5, W: 59, H: 9}, Stroke: figure.Voice, Width: 1},
		words(300, 120, figure.Small, figure.Faint, "SMALL 12"),
		words(380, 102, figure.Sign, figure.Muted, "Red Sea"),
		words(380, 124, figure.Name, figure.AccentText, "Name"),
	}}}
	return f
}

// show puts a board into a window.
func show(t testing.TB, scheme look.Scheme, w, h float32, f func(figure.Measure) *figure.Figure) (*drawing.Board, fyne.Window) {
	t.Helper()
	_, roles := uitest.App(t, scheme)
	b := drawing.New(roles)
	if f != nil {
		b.SetFigure(f(drawing.Measure(roles)))
	}
	win := test.NewTempWindow(t, b)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	win.Canvas().Capture()
	return b, win
}

func TestSample(t *testing.T) {
	for _, s := range []look.Scheme{look.Light, look.Dark} {
		_, w := show(t, s, 480, 360, sample)
		test.AssertImageMatches(t, "sample-"+string(s)+".png", w.Canvas().Capture())
	}
}
