package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Of is the value of a colour in the current theme. Widgets call it in Refresh
// and keep nothing, so a change of theme reaches them.
func Of(name fyne.ThemeColorName) color.NRGBA {
	s := fyne.CurrentApp().Settings()
	r, g, b, a := s.Theme().Color(name, s.ThemeVariant()).RGBA()
	if a == 0 {
		return color.NRGBA{}
	}
	return color.NRGBA{uint8(r * 0xff / a), uint8(g * 0xff / a), uint8(b * 0xff / a), uint8(a >> 8)}
}

// Faded is the value of a colour at an alpha between 0 and 1.
func Faded(name fyne.ThemeColorName, alpha float32) color.NRGBA { return withAlpha(Of(name), alpha) }

// Current is the theme in use, or nil if it is not one of this package.
func Current() *Theme {
	t, _ := fyne.CurrentApp().Settings().Theme().(*Theme)
	return t
}

// RestAlpha is how strongly an underline shows at rest.
func RestAlpha() float32 { return currentPalette().rest }

// DimmedAlpha is how strongly an underline shows while another is selected.
func DimmedAlpha() float32 { return currentPalette().dimmed }

// BeamAlpha is how strongly the beam shows at the page's edge.
func BeamAlpha() float32 { return currentPalette().beam }

// PopoverShadow is the shadow of what floats over the page, stronger on a dark
// ground.
func PopoverShadow() canvas.Shadow {
	alpha := float32(0.14)
	if t := Current(); t != nil && t.Shown(fyne.CurrentApp().Settings().ThemeVariant()) == Dark {
		alpha = 0.55
	}
	return canvas.Shadow{
		Color: withAlpha(color.NRGBA{}, alpha), BlurRadius: 28, Offset: fyne.NewPos(0, 8),
	}
}

// CardShadow is the shadow of a card that lies on the page.
func CardShadow() canvas.Shadow {
	return canvas.Shadow{Color: withAlpha(color.NRGBA{}, 0.07), BlurRadius: 8, Offset: fyne.NewPos(0, 2)}
}

// Contrast reports whether the high-contrast scheme is shown.
func Contrast() bool {
	t := Current()
	return t != nil && t.Shown(fyne.CurrentApp().Settings().ThemeVariant()) == HighContrast
}

func currentPalette() palette {
	if t := Current(); t != nil {
		return t.palettes[t.Shown(fyne.CurrentApp().Settings().ThemeVariant())]
	}
	return palette{rest: 0.75, dimmed: 0.35, beam: 0.24}
}
