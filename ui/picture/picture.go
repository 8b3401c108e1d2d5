// Package picture makes files of drawings, in the colours and the fonts of the window.
package picture

import (
	"fmt"
	"image/png"
	"io"

	"fyne.io/fyne/v2"

	"sidelight/annotations/export"
	"sidelight/annotations/figure"
	"sidelight/annotations/figure/svg"
	"sidelight/assets"
	"sidelight/ui/drawing"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/typeset"
)

// SVG returns the function that writes a drawing as an SVG file, in the colours of a
// theme as they are now. The function may be called on any goroutine.
func SVG(f *figure.Figure, theme *look.Theme) func(io.Writer) error {
	colours := coloursOf(f, theme)
	o := svg.Options{
		Paint: func(ink figure.Ink) string { return colours[ink] },
		Beam:  theme.Beam(variant()), Icon: assets.Icon, Drawn: typeset.Drawn, Language: locale.Language(),
	}
	return func(w io.Writer) error { return svg.Write(w, f, o) }
}

// PNG paints a drawing with two pixels for each of its own, in the colours of the theme in
// use, and returns the function that writes it as a PNG file. That function may be called
// on any goroutine.
func PNG(f *figure.Figure, theme *look.Theme) func(io.Writer) error {
	const scale = 2
	painted := drawing.Picture(f, theme.Roles(), scale)
	return func(w io.Writer) error { return png.Encode(w, painted) }
}

// ForPage are drawings as they stand on a page, which is light or dark as its reader
// wants it. It may be used on any goroutine.
func ForPage(theme *look.Theme, all []export.Picture) *export.Pictures {
	light, dark := map[figure.Ink]string{}, map[figure.Ink]string{}
	for _, p := range all {
		if p.Figure == nil {
			continue
		}
		for _, ink := range p.Figure.Inks() {
			light[ink], dark[ink] = colour(ink, theme.With(look.Light)), colour(ink, theme.With(look.Dark))
		}
	}
	return &export.Pictures{
		All: all, Beam: theme.With(look.Light).Beam(variant()), Icon: assets.Icon,
		Colour: func(ink figure.Ink, inDark bool) string {
			if inDark {
				return dark[ink]
			}
			return light[ink]
		},
	}
}

// coloursOf are the colours that a drawing uses, as CSS has them.
func coloursOf(f *figure.Figure, theme *look.Theme) map[figure.Ink]string {
	out := map[figure.Ink]string{}
	for _, ink := range f.Inks() {
		out[ink] = colour(ink, theme)
	}
	return out
}

func colour(ink figure.Ink, theme *look.Theme) string {
	r, g, b, _ := theme.Color(fyne.ThemeColorName(ink), variant()).RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// variant is what the desktop has.
func variant() fyne.ThemeVariant { return fyne.CurrentApp().Settings().ThemeVariant() }
