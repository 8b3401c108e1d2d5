package control_test

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// A ground is a picture until something scrolls in a window that OpenGL draws, and a
// shader of the same size and colour from then on. There is always one of them.
func TestGround(t *testing.T) {
	uitest.App(t, look.Light)
	t.Cleanup(func() { control.OpenGL = false })
	g := control.NewGround(look.ColorSurface)
	r := test.TempWidgetRenderer(t, g)
	g.Resize(fyne.NewSize(200, 90))
	shown := func() fyne.CanvasObject {
		all := r.Objects()
		if len(all) != 1 || !all[0].Visible() || all[0].Size() != g.Size() {
			t.Fatalf("a ground of %v shows %v", g.Size(), all)
		}
		return all[0]
	}
	if _, is := shown().(*canvas.Raster); !is {
		t.Errorf("at first it is %T", shown())
	}
	new(control.Wheel).Turn(&fyne.ScrollEvent{}, control.Line)
	if _, is := shown().(*canvas.Raster); !is {
		t.Errorf("drawn by software it is %T", shown())
	}
	control.OpenGL = true
	s, is := shown().(*canvas.Shader)
	if !is {
		t.Fatalf("once something scrolls it is %T", shown())
	}
	of := func() [3]float32 { return [3]float32{s.Uniforms["red"], s.Uniforms["green"], s.Uniforms["blue"]} }
	light := of()
	uitest.App(t, look.Dark)
	g.Refresh()
	c := look.Of(look.ColorSurface)
	if dark := of(); dark == light || dark != [3]float32{float32(c.R) / 255, float32(c.G) / 255, float32(c.B) / 255} {
		t.Errorf("in the dark it is %v, in the light %v", dark, light)
	}
}

// Both languages say the same.
func TestGroundShaders(t *testing.T) {
	var bodies [2]string
	for i, name := range []string{"ground.frag", "ground_es.frag"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, bodies[i], _ = strings.Cut(string(data), "uniform")
	}
	if bodies[0] != bodies[1] || !strings.Contains(bodies[0], "gl_FragColor") {
		t.Errorf("the shaders differ:\n%s\n%s", bodies[0], bodies[1])
	}
}
