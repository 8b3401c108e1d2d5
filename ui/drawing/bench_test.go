package drawing_test

import (
	"fmt"
	"math"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/fuzzed"
	"sidelight/ui/drawing"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// frames runs the frames of a benchmark, and reports how long one has the processor: on a
// busy machine the time that passes says little.
func frames(b *testing.B, frame func(i int)) {
	b.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	b.ReportAllocs()
	began := fuzzed.Clock()
	for i := 0; b.Loop(); i++ {
		frame(i)
	}
	b.ReportMetric(float64((fuzzed.Clock()-began).Microseconds())/1000/float64(b.N), "cpu-ms/frame")
}

// BenchmarkScrollRows scrolls 2,000 rows of eight shapes by a step of the wheel, and
// compares with all of their objects in a scrolled container.
func BenchmarkScrollRows(b *testing.B) {
	b.Run("board", func(b *testing.B) {
		board, w := show(b, look.Light, 1000, 760, rows(2000))
		frames(b, func(i int) {
			board.ScrollTo(figure.Point{Y: float32(i%1000) * 63})
			plates(board, w)
		})
	})
	b.Run("all objects", func(b *testing.B) {
		_, roles := uitest.App(b, look.Light)
		scroll := container.NewVScroll(container.NewWithoutLayout(naive(rows(2000)(drawing.Measure(roles)))...))
		w := test.NewTempWindow(b, scroll)
		w.Resize(fyne.NewSize(1000, 760))
		frames(b, func(i int) {
			scroll.ScrollToOffset(fyne.NewPos(0, float32(i%1000)*63))
			minSizes(scroll.Content)
		})
	})
}

// BenchmarkShowRows shows another figure of 2,000 rows, as a choice of an order does.
func BenchmarkShowRows(b *testing.B) {
	board, w := show(b, look.Light, 1000, 760, nil)
	m := drawing.Measure(rolesOf(b))
	two := []*figure.Figure{rows(2000)(m), rows(1999)(m)}
	frames(b, func(i int) {
		board.SetFigure(two[i%2])
		plates(board, w)
	})
}

// BenchmarkMoveDiscs shows 500 discs with labels and lines over a coast of 40 rings, all of
// them moved a little in each frame, and compares with new objects for each.
func BenchmarkMoveDiscs(b *testing.B) {
	for _, scale := range []float32{1, 2} {
		b.Run(fmt.Sprint("board, scale ", scale), func(b *testing.B) {
			moveDiscs(b, scale, func(i int, m figure.Measure) *figure.Figure { return discs(500, float32(i), all)(m) })
		})
		b.Run(fmt.Sprint("one disc, scale ", scale), func(b *testing.B) {
			moveDiscs(b, scale, func(i int, m figure.Measure) *figure.Figure { return discs(500, float32(i), one)(m) })
		})
	}
	b.Run("in a heap", func(b *testing.B) { // labels over discs over labels: many layers
		moveDiscs(b, 1, func(i int, m figure.Measure) *figure.Figure { return discs(500, float32(i), heap)(m) })
	})
	b.Run("new objects", func(b *testing.B) {
		_, roles := uitest.App(b, look.Light)
		m := drawing.Measure(roles)
		box := container.NewWithoutLayout()
		w := test.NewTempWindow(b, box)
		w.Resize(fyne.NewSize(900, 720))
		frames(b, func(i int) {
			box.Objects = naive(discs(500, float32(i%16), all)(m))
			box.Refresh()
			minSizes(box)
			for _, o := range box.Objects {
				if r, ok := o.(*canvas.Raster); ok {
					r.Generator(int(r.Size().Width), int(r.Size().Height))
				}
			}
		})
	})
}

func moveDiscs(b *testing.B, scale float32, at func(i int, m figure.Measure) *figure.Figure) {
	board, w := show(b, look.Light, 900, 720, nil)
	w.Canvas().(software.WindowlessCanvas).SetScale(scale)
	m := drawing.Measure(rolesOf(b))
	all := make([]*figure.Figure, 16)
	for i := range all {
		all[i] = at(i, m)
	}
	frames(b, func(i int) {
		board.SetFigure(all[i%16])
		plates(board, w)
	})
	b.ReportMetric(float64(len(board.Plates())), "plates")
}

// How discs move.
const (
	one  = iota // one of them
	all         // all, side by side
	heap        // all, one over another
)

// discs is a figure of n discs with labels, joined by lines, over a coast; by is how far
// they have moved.
func discs(n int, by float32, how int) func(figure.Measure) *figure.Figure {
	return func(m figure.Measure) *figure.Figure {
		f := &figure.Figure{Width: 900, Height: 720, Ground: figure.Sea}
		coast := figure.Area{Fill: figure.Land, Stroke: figure.Coast, Width: 1}
		for r := range 40 {
			var ring []figure.Point
			for k := range 19 {
				sin, cos := math.Sincos(2 * math.Pi * float64(k) / 19)
				long := 20 + 40*math.Abs(math.Sin(float64(k*r)))
				ring = append(ring, figure.Point{X: float32(60 + 110*float64(r%8) + long*cos), Y: float32(70 + 140*float64(r/8) + long*sin)})
			}
			coast.Rings = append(coast.Rings, ring)
		}
		at := func(i int) figure.Point {
			by := by
			if how == one && i != n/2 {
				by = 0
			}
			if how == heap {
				return figure.Point{X: 30 + float32(i*37%840) + by/4, Y: 20 + float32(i*101%680) + by/3}
			}
			return figure.Point{X: 10 + float32(i%14*64) + by/4, Y: 5 + float32(i/14*20%720) + by/3}
		}
		lines := figure.Group{Shapes: []figure.Shape{coast}}
		for i := 1; i < n; i++ {
			a, c := at(i), at(i/2)
			lines.Shapes = append(lines.Shapes, figure.Line{Points: []figure.Point{a, {X: (a.X+c.X)/2 + 9, Y: (a.Y + c.Y) / 2}, c}, Width: 1, Ink: figure.Muted})
		}
		f.Groups = append(f.Groups, lines)
		for i := range n {
			p, text := at(i), fmt.Sprint("No ", i)
			f.Groups = append(f.Groups, figure.Group{
				Key: text, Name: text, Hit: figure.Rect{X: p.X - 16, Y: p.Y - 16, W: 32, H: 32},
				Shapes: []figure.Shape{
					figure.Disc{Centre: p, Radius: 6, Fill: figure.StrongOf(annotations.Person), Stroke: figure.InkOf(annotations.Person), Width: 1.5},
					figure.Words{At: figure.Rect{X: p.X + 10, Y: p.Y - 9, W: m(figure.Meta, text), H: 18}, Font: figure.Meta, Ink: figure.Text, Text: text},
				},
			})
		}
		return f
	}
}

// plates makes the pictures that a painter would, and asks for the sizes that the toolkit
// asks for in a frame.
func plates(b *drawing.Board, w fyne.Window) {
	for _, o := range b.Objects() {
		o.MinSize()
		if r, ok := o.(*canvas.Raster); ok {
			r.Generator(w.Canvas().PixelCoordinateForPosition(fyne.NewPos(r.Size().Width, r.Size().Height)))
		}
	}
}

func minSizes(o fyne.CanvasObject) {
	o.MinSize()
	if c, ok := o.(*fyne.Container); ok {
		for _, o := range c.Objects {
			minSizes(o)
		}
	}
}

// naive makes an object for each shape of a figure, as the toolkit has them; what it has
// none for is a picture of its own.
func naive(f *figure.Figure) (all []fyne.CanvasObject) {
	for _, g := range f.Groups {
		for _, s := range g.Shapes {
			at := s.Bounds()
			var o fyne.CanvasObject
			switch s := s.(type) {
			case figure.Words:
				x := canvas.NewText(s.Text, look.Of(fyne.ThemeColorName(s.Ink)))
				o = x
			case figure.Disc:
				x := canvas.NewCircle(look.Of(fyne.ThemeColorName(s.Fill)))
				x.StrokeColor, x.StrokeWidth = look.Of(fyne.ThemeColorName(s.Stroke)), s.Width
				o = x
			case figure.Box:
				o = canvas.NewRectangle(look.Of(fyne.ThemeColorName(s.Fill)))
			default:
				o = drawing.Plate(s)
			}
			o.Move(fyne.NewPos(at.X, at.Y))
			o.Resize(fyne.NewSize(at.W, at.H))
			all = append(all, o)
		}
	}
	return all
}

// BenchmarkMeasure measures a line of words as a layout does that sets them.
func BenchmarkMeasure(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	m := drawing.Measure(roles)
	for i := 0; b.Loop(); i++ {
		m(figure.Font(i%12), "The State Department designated Hamas as a terrorist group")
	}
}
