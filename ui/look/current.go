package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Of returns the value of a colour in the theme in use. A widget calls Of when it is
// refreshed and keeps no colour, so that a change of theme reaches the widget.
func Of(name fyne.ThemeColorName) color.NRGBA {
	s := fyne.CurrentApp().Settings()
	r, g, b, a := s.Theme().Color(name, s.ThemeVariant()).RGBA()
	if a == 0 {
		return color.NRGBA{}
	}
	return color.NRGBA{uint8(r * 0xff / a), uint8(g * 0xff / a), uint8(b * 0xff / a), uint8(a >> 8)}
}

// Faded returns the value of a colour in the theme in use, at an alpha from 0 to 1.
func Faded(name fyne.ThemeColorName, alpha float32) color.NRGBA { return withAlpha(Of(name), alpha) }

// Current returns the theme in use, or nil if that is not a [Theme].
func Current() *Theme {
	t, _ := fyne.CurrentApp().Settings().Theme().(*Theme)
	return t
}

// RestAlpha returns how strongly the line under a mark shows, from 0 to 1.
func RestAlpha() float32 { return currentPalette().rest }

// DimmedAlpha returns how strongly the line under a mark shows while another entity
// is selected, from 0 to 1.
func DimmedAlpha() float32 { return currentPalette().dimmed }

// BeamAlpha returns how strongly the beam shows at the page's edge, from 0 to 1.
func BeamAlpha() float32 { return currentPalette().beam }

// Beam returns how strongly the beam of the theme shows at its right end where the desktop
// has the variant v, from 0 to 1.
func (t *Theme) Beam(v fyne.ThemeVariant) float32 { return t.palettes[t.Shown(v)].beam }

// PopoverShadow returns the shadow of a popover, which is stronger in the dark
// scheme.
func PopoverShadow() canvas.Shadow {
	alpha := float32(0.14)
	if t := Current(); t != nil && t.Shown(fyne.CurrentApp().Settings().ThemeVariant()) == Dark {
		alpha = 0.55
	}
	return canvas.Shadow{
		Color: withAlpha(color.NRGBA{}, alpha), BlurRadius: 28, Offset: fyne.NewPos(0, 8),
	}
}

// CardShadow returns the shadow of a card that lies on the page.
func CardShadow() canvas.Shadow {
	return canvas.Shadow{Color: withAlpha(color.NRGBA{}, 0.07), BlurRadius: 8, Offset: fyne.NewPos(0, 2)}
}

// Contrast reports whether the high-contrast scheme is in use.
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
