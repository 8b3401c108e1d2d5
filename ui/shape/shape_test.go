package shape

import (
	"image"
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"golang.org/x/image/draw"
)

var (
	red  = color.NRGBA{R: 255, A: 255}
	blue = color.NRGBA{B: 255, A: 255}
)

// shown draws an object at a scale on white.
func shown(t *testing.T, o fyne.CanvasObject, scale float32) image.Image {
	t.Helper()
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetScale(scale)
	c.SetContent(o)
	c.Resize(fyne.NewSize(40, 30))
	return c.Capture()
}

func boxed(fill, stroke color.Color, width, radius float32) *Box {
	b := NewBox(fill)
	b.StrokeColor, b.StrokeWidth, b.CornerRadius = stroke, width, radius
	b.Resize(fyne.NewSize(40, 30))
	return b
}

func TestBox(t *testing.T) {
	test.NewTempApp(t)
	clear := color.NRGBA{}
	for name, c := range map[string]struct {
		box *Box
		at  map[image.Point]color.NRGBA // at twice the size
	}{
		"plain":  {boxed(red, nil, 0, 0), map[image.Point]color.NRGBA{{0, 0}: red, {79, 59}: red}},
		"none":   {boxed(nil, nil, 0, 4), map[image.Point]color.NRGBA{{40, 30}: clear}},
		"framed": {boxed(red, blue, 2, 0), map[image.Point]color.NRGBA{{0, 0}: blue, {3, 30}: blue, {4, 30}: red, {75, 55}: red, {76, 55}: blue}},
		"frame":  {boxed(nil, blue, 1, 0), map[image.Point]color.NRGBA{{1, 30}: blue, {2, 30}: clear}},
		"round":  {boxed(red, nil, 0, 8), map[image.Point]color.NRGBA{{0, 0}: clear, {15, 0}: red, {0, 16}: red, {5, 5}: red}},
		"both":   {boxed(red, blue, 1, 8), map[image.Point]color.NRGBA{{0, 0}: clear, {16, 0}: blue, {16, 1}: blue, {16, 2}: red}},
		"disc":   {boxed(red, nil, 0, 1e6), map[image.Point]color.NRGBA{{0, 0}: clear, {0, 30}: red, {40, 0}: red}},
	} {
		img := c.box.paint(80, 60)
		for p, want := range c.at {
			if b := img.Bounds(); b.Dx() == 1 {
				p = image.Point{}
			}
			if got := color.NRGBAModel.Convert(img.At(p.X, p.Y)); got != want {
				t.Errorf("%s: at %v is %v, want %v", name, p, got, want)
			}
		}
	}
}

// A corner of its own radius leaves the others as they are.
func TestBox_OneCorner(t *testing.T) {
	test.NewTempApp(t)
	for i, corner := range []image.Point{{0, 0}, {39, 0}, {0, 29}, {39, 29}} {
		b := boxed(red, nil, 0, 0)
		*[]*float32{&b.TopLeftCornerRadius, &b.TopRightCornerRadius, &b.BottomLeftCornerRadius, &b.BottomRightCornerRadius}[i] = 6
		img := b.paint(40, 30)
		for _, p := range []image.Point{{0, 0}, {39, 0}, {0, 29}, {39, 29}} {
			_, _, _, a := img.At(p.X, p.Y).RGBA()
			if (a == 0) != (p == corner) {
				t.Errorf("round at %v: alpha %d at %v", corner, a, p)
			}
		}
	}
}

// Of a half disc the corners at one side are as round as it is wide.
func TestBox_HalfDisc(t *testing.T) {
	test.NewTempApp(t)
	b := NewBox(red)
	b.TopRightCornerRadius, b.BottomRightCornerRadius = 10, 10
	b.Resize(fyne.NewSize(10, 20))
	disc := NewDisc(red)
	disc.Resize(fyne.NewSize(20, 20))
	half, whole := b.paint(10, 20), disc.paint(20, 20)
	for y := range 20 {
		for x := range 10 {
			if half.At(x, y) != whole.At(10+x, y) {
				t.Fatalf("differs from a disc at %d, %d", x, y)
			}
		}
	}
}

// What is refreshed is painted with what its fields say then.
func TestBox_Refresh(t *testing.T) {
	test.NewTempApp(t)
	b := boxed(red, nil, 0, 0)
	if got := color.NRGBAModel.Convert(shown(t, b, 1).At(5, 5)); got != red {
		t.Errorf("is %v", got)
	}
	b.FillColor = blue
	b.Refresh()
	if got := color.NRGBAModel.Convert(shown(t, b, 2).At(79, 59)); got != blue {
		t.Errorf("then %v", got)
	}
	if b.Hide(); b.Visible() {
		t.Error("hidden and visible")
	}
	if b.Show(); !b.Visible() {
		t.Error("shown and not visible")
	}
}

// A corner covers of its pixels what a circle does, and a disc is the same from all sides.
func TestDisc(t *testing.T) {
	test.NewTempApp(t)
	for _, d := range []int{1, 2, 3, 4, 5, 9, 16} {
		b := NewDisc(red)
		b.Resize(fyne.NewSquareSize(float32(d)))
		img, all := b.paint(d, d), 0
		for y := range d {
			for x := range d {
				_, _, _, a := img.At(x, y).RGBA()
				_, _, _, flipped := img.At(d-1-x, y).RGBA()
				_, _, _, turned := img.At(y, x).RGBA()
				if a != flipped || a != turned {
					t.Errorf("%d across: not even at %d, %d", d, x, y)
				}
				all += int(a >> 8)
			}
		}
		if area, want := float64(all)/255, 3.1416/4*float64(d*d); area < want*0.95 || area > want*1.05 {
			t.Errorf("%d across: area %.2f, want %.2f", d, area, want)
		}
	}
}

func TestStrokes(t *testing.T) {
	test.NewTempApp(t)
	half := color.NRGBA{B: 255, A: 128}
	r := NewStrokes(func(fyne.Size) []Stroke {
		return []Stroke{{X: 1, Y: 1, W: 4, H: 0.2, Ink: red}, {X: 2, Y: 0, W: 2, H: 4, Ink: half}, {W: -1, H: 3, Ink: red}}
	})
	r.Resize(fyne.NewSize(6, 5))
	img := r.Generator(6, 5)
	for p, want := range map[image.Point]color.RGBA{
		{0, 1}: {}, {1, 1}: {R: 255, A: 255}, {2, 1}: {R: 127, B: 128, A: 255}, {2, 0}: {B: 128, A: 128}, {4, 1}: {R: 255, A: 255}, {5, 1}: {},
	} {
		if got := img.At(p.X, p.Y); got != want {
			t.Errorf("at %v is %v, want %v", p, got, want)
		}
	}
}

// A shadow lies around the box and ends within the picture.
func TestBox_Shadow(t *testing.T) {
	test.NewTempApp(t)
	b := boxed(red, blue, 1, 6)
	plain := b.Size()
	b.Shadow = canvas.Shadow{Color: color.NRGBA{A: 100}, BlurRadius: 12, Offset: fyne.NewPos(0, 4)}
	b.Refresh()
	if b.Size() != plain || b.Position() != (fyne.Position{}) {
		t.Error("the shadow moves the box")
	}
	reach := int(b.reach())
	img := b.paint(40+2*reach, 30+2*reach)
	dark := func(x, y int) uint8 { return img.At(reach+x, reach+y).(color.RGBA).A }
	if above, below := dark(20, -2), dark(20, 31); above >= below || below < 30 || below > 100 {
		t.Errorf("dark by %d above, %d below", above, below)
	}
	if got := img.At(reach+20, reach+15); got != (color.RGBA{R: 255, A: 255}) {
		t.Errorf("inside it is %v", got)
	}
	for x := range 40 + 2*reach {
		if img.At(x, 0).(color.RGBA).A > 0 || img.At(x, 30+2*reach-1).(color.RGBA).A > 0 {
			t.Fatal("the shadow is cut off")
		}
	}
}

// A picture is drawn as it was painted whatever its size is, and never has a side that is a
// power of two.
func TestRaster(t *testing.T) {
	for w := 1; w < 70; w++ {
		h := (w*7)%33 + 1
		img := image.NewRGBA(image.Rect(0, 0, w, h))
		for i := range img.Pix {
			img.Pix[i] = uint8(i * 31)
		}
		r := NewRaster(func(int, int) *image.RGBA { return img })
		got := r.Generator(w, h)
		size := got.Bounds().Size()
		for _, side := range []int{size.X, size.Y} {
			if side&(side-1) == 0 {
				t.Errorf("%d by %d: a side of %d", w, h, side)
			}
		}
		back := image.NewRGBA(img.Rect)
		draw.NearestNeighbor.Scale(back, back.Rect, got, got.Bounds(), draw.Src, nil)
		if !slices.Equal(back.Pix, img.Pix) {
			t.Errorf("%d by %d: another picture is drawn", w, h)
		}
	}
}

// No size and no radius leads out of the picture, and no colour gets brighter than it is.
func FuzzBox(f *testing.F) {
	f.Add(40, 30, float32(3), float32(1), float32(40), float32(30), uint8(200))
	f.Add(1, 1, float32(1e9), float32(9), float32(0), float32(-3), uint8(1))
	f.Add(0, 7, float32(-1), float32(-1), float32(2), float32(7), uint8(0))
	f.Fuzz(func(t *testing.T, w, h int, radius, stroke, width, height float32, alpha uint8) {
		w, h = w%200, h%200
		b := boxed(color.NRGBA{R: 255, A: alpha}, color.NRGBA{R: 255, A: alpha / 2}, stroke, radius)
		b.TopRightCornerRadius = radius / 3
		b.Resize(fyne.NewSize(width, height))
		img := b.paint(w, h)
		for i := 0; i < len(img.Pix); i += 4 {
			if p := img.Pix[i : i+4]; p[0] > p[3] || p[3] > alpha+1 && alpha < 255 {
				t.Fatalf("a pixel of %v, alpha %d", p, alpha)
			}
		}
		if len(img.Pix) == 0 {
			t.Fatal("no picture")
		}
	})
}
