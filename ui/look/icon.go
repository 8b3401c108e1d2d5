package look

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"sidelight/assets"
)

// coloured holds the icons that were asked for: Fyne parses an icon anew each
// time it is asked for its content in a colour. Only the UI goroutine uses it.
var coloured = map[iconKey]fyne.Resource{}

type iconKey struct {
	name   string
	colour color.NRGBA
}

// Icon returns the Phosphor icon of a file name without ".svg", in a colour of
// the current theme, or nil if there is no such icon. The same icon in the same
// colour is the same resource; its name tells the colour, because Fyne keeps
// pictures by name.
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
