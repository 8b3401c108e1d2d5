package pattern_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
)

func use(t *testing.T, s look.Scheme) {
	t.Helper()
	th, err := look.New(s)
	if err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(th)
}

func samples() *fyne.Container {
	box := container.NewVBox()
	for _, k := range annotations.Kinds() {
		box.Add(container.NewHBox(pattern.NewSample(k, 22), pattern.NewSample(k, 16)))
	}
	for _, v := range annotations.Voices() {
		box.Add(container.NewHBox(pattern.NewVoice(v)))
	}
	return box
}

func draw(o fyne.CanvasObject) image.Image {
	c := software.NewCanvas()
	c.SetContent(o)
	return c.Capture()
}

// Every kind must be told from every other by its line alone.
func TestNewSample_KindsDifferInGrey(t *testing.T) {
	test.NewTempApp(t)
	use(t, look.Light)
	seen := map[string]annotations.Kind{}
	for _, k := range annotations.Kinds() {
		o := pattern.NewSample(k, 22)
		if got := o.MinSize(); got != fyne.NewSize(22, pattern.Height) {
			t.Errorf("%s: size %v", k, got)
		}
		shape := marked(draw(o))
		if other, ok := seen[shape]; ok {
			t.Errorf("%s and %s have the same shape", k, other)
		}
		seen[shape] = k
	}
}

func TestNewVoice_VoicesDiffer(t *testing.T) {
	test.NewTempApp(t)
	use(t, look.Light)
	seen := map[string]annotations.Voice{}
	for _, v := range annotations.Voices() {
		shape := marked(draw(pattern.NewVoice(v)))
		if other, ok := seen[shape]; ok {
			t.Errorf("%s and %s have the same shape", v, other)
		}
		seen[shape] = v
	}
}

func TestSamples_FollowTheTheme(t *testing.T) {
	test.NewTempApp(t)
	use(t, look.Light)
	old := samples()
	before := draw(old)
	use(t, look.Dark)
	old.Refresh()
	after, fresh := draw(old), draw(samples())
	if same(before, after) {
		t.Error("the theme changed and the samples did not")
	}
	if !same(after, fresh) {
		t.Error("samples that saw the change differ from new ones")
	}
}

// marked is one letter for each pixel: drawn on or not.
func marked(img image.Image) string {
	b := img.Bounds()
	ground := img.At(b.Min.X, b.Min.Y)
	var out []byte
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := byte('.')
			if img.At(x, y) != ground {
				c = '#'
			}
			out = append(out, c)
		}
	}
	return string(out)
}

func same(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

// No width gives a shape a negative size, which the painter cannot draw.
func TestLines_SmallSizes(t *testing.T) {
	test.NewTempApp(t)
	use(t, look.Light)
	for _, k := range annotations.Kinds() {
		for _, width := range []float32{0, 0.5, 1, 2, 5, 22} {
			objects := test.WidgetRenderer(pattern.NewSample(k, width).(fyne.Widget)).Objects()
			for _, active := range []bool{false, true} {
				objects = append(objects, pattern.Line{Kind: k, Active: active, Opens: true, Closes: true}.Draw(3, 3, width)...)
			}
			for _, o := range objects {
				if s := o.Size(); s.Width < 0 || s.Height < 0 {
					t.Errorf("%s, %v wide: %T of %v", k, width, o, s)
				}
			}
		}
	}
}
