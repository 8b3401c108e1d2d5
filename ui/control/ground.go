package control

import (
	_ "embed"
	"image"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
)

// OpenGL is whether windows are drawn by OpenGL. It is set before the first is made; the
// toolkit's software painter draws no shaders.
var OpenGL bool

// Ground is the plain ground of a part of the window, in a colour of the design. A Refresh
// gives it the colour of the present scheme. What is to have the colour of the page needs
// none: the canvas is cleared with it.
//
// At first it is a small picture, drawn large: without a graphics card a pixel of a picture
// costs little more than half of what a pixel of a rectangle costs, because the toolkit
// looks at every pixel of a rectangle for corners, stroke and shadow. The picture is no
// power of two wide or high: for those that are, Mesa's renderer without a graphics card
// compiles a program of its own, and a start waits for it. Once something is scrolled, and
// frame comes after frame, it is a shader, of which a pixel costs less than half again. To
// compile that takes longer than it saves in the frames of a start.
type Ground struct {
	widget.BaseWidget
	name    fyne.ThemeColorName
	picture *canvas.Raster
	shader  *canvas.Shader
	shown   [1]fyne.CanvasObject
}

// NewGround makes a ground.
func NewGround(name fyne.ThemeColorName) *Ground {
	g := &Ground{name: name, shader: canvas.NewShader("sidelight.ground", plain, plainES)}
	g.picture = canvas.NewRaster(func(int, int) image.Image {
		p := image.NewRGBA(image.Rect(0, 0, 3, 3))
		draw.Draw(p, p.Rect, image.NewUniform(look.Of(name)), image.Point{}, draw.Src)
		return p
	})
	g.picture.ScaleMode = canvas.ImageScalePixels
	g.ExtendBaseWidget(g)
	return g
}

// MinSize is nothing: a ground is as large as what lies on it.
func (g *Ground) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer shows the picture or the shader.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	return RenderFunc(g, g.paint, g.arrange, func() []fyne.CanvasObject {
		if g.shown[0] = g.picture; OpenGL && scrolls {
			g.shown[0] = g.shader
		}
		return g.shown[:]
	})
}

func (g *Ground) paint() {
	c := look.Of(g.name)
	g.shader.Uniforms = map[string]float32{"red": float32(c.R) / 255, "green": float32(c.G) / 255, "blue": float32(c.B) / 255}
}

func (g *Ground) arrange(size fyne.Size) {
	g.picture.Resize(size)
	g.shader.Resize(size)
}

// The shaders are written as the toolkit's own are, without which it does not start: what
// compiles these compiles them, so a ground is never missing. The toolkit has them fill a
// little more than the object, and says in bounds where that ends, as for its own.
var (
	//go:embed ground.frag
	plain []byte
	//go:embed ground_es.frag
	plainES []byte
)
