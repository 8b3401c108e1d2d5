package look

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"sidelight/assets"
)

// coloured holds the icons that Icon has returned: to colour an icon, Fyne parses
// it. Only the UI goroutine uses the map.
var coloured = map[iconKey]fyne.Resource{}

type iconKey struct {
	name   string
	colour color.NRGBA
}

// Icon returns a Phosphor icon in a colour of the theme in use, or nil if there is
// no such icon. The name is that of the icon's file without ".svg". For one icon in
// one colour Icon always returns the same resource, whose name tells the colour,
// because Fyne keeps pictures by name.
func Icon(name string, colour fyne.ThemeColorName) fyne.Resource {
	key := iconKey{name, Of(colour)}
	if icon, ok := coloured[key]; ok {
		return icon
	}
	svg, ok := assets.Icon(name)
	if !ok {
		return nil
	}
	black := fyne.NewStaticResource(name+".svg", svg)
	id := fmt.Sprintf("%02x%02x%02x-%s", key.colour.R, key.colour.G, key.colour.B, black.Name())
	icon := fyne.NewStaticResource(id, theme.NewColoredResource(black, colour).Content())
	coloured[key] = icon
	return icon
}

// parsed holds an image without a size of each icon that ShowIcon has shown.
var parsed = map[fyne.Resource]*canvas.Image{}

// ShowIcon makes an image show the icon that [Icon] returns, and refreshes the image if it
// showed another one. Fyne parses an icon for each image that comes to show it. An image
// that has shown none and has no size yet becomes a copy of one that was parsed before.
func ShowIcon(img *canvas.Image, name string, colour fyne.ThemeColorName) {
	icon := Icon(name, colour)
	switch {
	case icon == img.Resource:
	case img.Resource != nil || !img.Size().IsZero():
		img.Resource = icon
		img.Refresh()
	default:
		of := parsed[icon]
		if of == nil {
			of = &canvas.Image{Resource: icon}
			of.Refresh() // without a size it is parsed and not drawn
			parsed[icon] = of
		}
		fill, translucency, hidden := img.FillMode, img.Translucency, img.Hidden
		*img = *of
		img.FillMode, img.Translucency, img.Hidden = fill, translucency, hidden
	}
}
