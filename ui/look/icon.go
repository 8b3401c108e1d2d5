package look

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
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
