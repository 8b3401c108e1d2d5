package drawing_test

import (
	"encoding/binary"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations/figure"
	"sidelight/annotations/fuzzed"
	"sidelight/ui/drawing"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// anything reads shapes from bytes; every number may come.
type anything []byte

func (a *anything) byte() byte {
	if len(*a) == 0 {
		return 0
	}
	b := (*a)[0]
	*a = (*a)[1:]
	return b
}

// number is mostly one in view, and any float32 else.
func (a *anything) number() float32 {
	switch kind := a.byte(); {
	case kind < 200:
		return float32(int(kind)-20) * 3.7
	case kind < 210:
		return float32(kind-205) * 1e5
	default:
		return math.Float32frombits(binary.LittleEndian.Uint32([]byte{a.byte(), a.byte(), a.byte(), a.byte()}))
	}
}

func (a *anything) numbers() (all []float32) {
	for range a.byte() % 6 {
		all = append(all, a.number())
	}
	return all
}

func (a *anything) points() (all []figure.Point) {
	for range a.byte() % 8 {
		all = append(all, figure.Point{X: a.number(), Y: a.number()})
	}
	return all
}

func (a *anything) rect() figure.Rect {
	return figure.Rect{X: a.number(), Y: a.number(), W: a.number(), H: a.number()}
}

func (a *anything) ink() figure.Ink {
	return []figure.Ink{"", figure.Text, figure.Lamp, "no such ink", figure.Page}[a.byte()%5]
}

func (a *anything) shape() figure.Shape {
	switch a.byte() % 7 {
	case 0:
		return figure.Line{Points: a.points(), Width: a.number(), Ink: a.ink(), Dash: a.numbers()}
	case 1:
		x := figure.Area{Fill: a.ink(), Stroke: a.ink(), Width: a.number()}
		for range a.byte() % 4 {
			x.Rings = append(x.Rings, a.points())
		}
		return x
	case 2:
		return figure.Disc{Centre: figure.Point{X: a.number(), Y: a.number()}, Radius: a.number(), Fill: a.ink(), Stroke: a.ink(), Width: a.number()}
	case 3:
		return figure.Box{At: a.rect(), Radius: a.number(), Fill: a.ink(), Stroke: a.ink(), Width: a.number(), Beam: a.byte()%4 == 0}
	case 4:
		return figure.Words{At: a.rect(), Font: figure.Font(a.byte()), Ink: a.ink(), Text: []string{"", "Words", "\t\n", "אדם 12 (x)"}[a.byte()%4]}
	case 5:
		return figure.Icon{At: a.rect(), Ink: a.ink(), Name: []string{"", "quotes", "no such icon"}[a.byte()%3]}
	}
	return nil
}

// FuzzBoard shows any figure and does with it what a reader may do: no object has a
// negative size or lies nowhere, and no input takes long.
func FuzzBoard(f *testing.F) {
	_, roles := uitest.App(f, look.Light)
	w := test.NewTempWindow(f, nil)
	w.SetPadded(false)
	f.Add([]byte("\x00\x00\x02\x20\x30\x40\x90\x22\x01\x03\x21\x21\x20"), float32(300), float32(400), float32(20))
	f.Add([]byte("\x03\x20\x20\x80\x80\x21\x01\x01\x16\x04\x02\x28\x28\x26\x01\x02\x15"), float32(90), float32(9000), float32(7000))
	f.Add([]byte("\x00\x02\xff\x00\x00\x80\x7f\x20\xff\x00\x00\xc0\x7f\x30\x20\x01\x02\xcd\xff"), float32(math.Inf(1)), float32(math.NaN()), float32(-3))
	f.Add([]byte("\x01\x01\x01\x15\x02\x05\xcd\xcd\x90\x20\x22\x80\xc8\xc9\x15\x15\x02\x15\x15\x80\x80"), float32(1e9), float32(1e9), float32(1e9))
	f.Fuzz(func(t *testing.T, data []byte, width, height, to float32) {
		if len(data) > 600 {
			return
		}
		fuzzed.Within(t, func() {
			from := anything(data)
			fig := &figure.Figure{Width: width, Height: height, Ground: from.ink()}
			for len(from) > 0 {
				g := figure.Group{Key: string(from.byte()), Tip: "tip", Name: "name", Hit: from.rect(), Along: from.number()}
				for range from.byte() % 8 {
					g.Shapes = append(g.Shapes, from.shape())
				}
				fig.Groups = append(fig.Groups, g)
			}
			b := drawing.New(roles)
			b.SetFigure(fig)
			w.SetContent(b)
			w.Resize(fyne.NewSize(240, 200))
			w.Canvas().Focus(b)
			for _, g := range fig.Groups {
				b.SetFocused(g.Key)
				b.Reveal(g.Hit)
			}
			test.MoveMouse(w.Canvas(), fyne.NewPos(90, 60))
			b.ScrollTo(figure.Point{X: to, Y: to})
			w.Canvas().Capture()
			b.Refresh()
			sane(t, b)
		})
	})
}

func sane(t *testing.T, b *drawing.Board) {
	t.Helper()
	off := b.Offset()
	if !(off.X >= 0 && off.Y >= 0) {
		t.Errorf("scrolled to %v", off)
	}
	ring, _ := b.Ring()
	for _, r := range append(b.Plates(), ring) {
		if !(r.W >= 0 && r.H >= 0) {
			t.Errorf("%v", r)
		}
	}
	for _, o := range b.Objects() {
		p, s := o.Position(), o.Size()
		if !(s.Width >= 0 && s.Height >= 0) || p.X != p.X || p.Y != p.Y {
			t.Errorf("%T lies at %v, %v large", o, p, s)
		}
		if _, text := o.(*canvas.Text); !text && (s.Width > 2000 || s.Height > 2000) {
			t.Errorf("%T is %v large in a view of 240 x 200", o, s)
		}
	}
}
