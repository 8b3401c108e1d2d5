package look

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	imagedraw "image/draw"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"

	"sidelight/assets"
)

// NewSign returns an object that draws no icon yet, see [ShowIcon]. The toolkit's image of
// an icon would be parsed for each image, drawn again at each size on the way to its own
// and when it is first seen, and would then have the whole window drawn once more.
func NewSign() *canvas.Raster { return canvas.NewRaster(blank) }

func blank(w, h int) image.Image { return image.NewRGBA(image.Rect(0, 0, w, h)) }

// ShowIcon has an object of [NewSign] draw a Phosphor icon in a colour of the theme in use,
// from its next refresh on. The name is that of the icon's file without ".svg". Of a name
// that no icon has nothing is drawn.
func ShowIcon(sign *canvas.Raster, name string, colour fyne.ThemeColorName) {
	DrawIcon(sign, name, Of(colour))
}

// DrawIcon is [ShowIcon] in a colour that need not be one of the theme.
func DrawIcon(sign *canvas.Raster, name string, ink color.NRGBA) {
	sign.Generator = func(w, h int) image.Image { return picture(iconKey{name, ink, w, h}) }
}

// iconKey is what a picture of an icon shows: its size is in pixels of the screen.
type iconKey struct {
	name          string
	ink           color.NRGBA
	width, height int
}

// pictures holds what has been drawn. Only the UI goroutine uses the map.
var pictures = map[iconKey]image.Image{}

func picture(key iconKey) image.Image {
	p, ok := pictures[key]
	if !ok {
		p = draw(key)
		pictures[key] = p
	}
	return p
}

// draw draws an icon as large as fits, in the middle.
func draw(key iconKey) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, key.width, key.height))
	svg, ok := assets.Icon(key.name)
	if !ok || img.Rect.Empty() {
		return img
	}
	ink := fmt.Sprintf("#%02x%02x%02x", key.ink.R, key.ink.G, key.ink.B)
	icon, err := oksvg.ReadReplacingCurrentColor(bytes.NewReader(svg), ink)
	if err != nil {
		return img // none of those built in; a test draws all
	}
	side := min(key.width, key.height)
	icon.SetTarget(float64(key.width-side)/2, float64(key.height-side)/2, float64(side), float64(side))
	return drawn(icon, img, float64(key.ink.A)/0xff)
}

// DrawSVG draws an SVG over all of a picture that is width and height pixels large. Of
// what is no SVG nothing is drawn.
func DrawSVG(svg string, width, height int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	icon, err := oksvg.ReadIconStream(strings.NewReader(svg))
	if err != nil || img.Rect.Empty() {
		return img
	}
	icon.SetTarget(0, 0, float64(width), float64(height))
	return drawn(icon, img, 1)
}

// drawn draws an icon on an empty picture.
func drawn(icon *oksvg.SvgIcon, img *image.RGBA, opacity float64) image.Image {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	icon.Draw(rasterx.NewDasher(w, h, rasterx.NewScannerGV(w, h, img, img.Rect)), opacity)
	// The toolkit draws its own images from this form; both painters round it the same.
	out := image.NewNRGBA(img.Rect)
	imagedraw.Draw(out, out.Rect, img, image.Point{}, imagedraw.Src)
	return out
}
