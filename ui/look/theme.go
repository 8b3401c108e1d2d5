// Package look is the appearance of Sidelight: colours, fonts and sizes from the
// design tokens, as a fyne.Theme and as roles of type, and the icons.
package look

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Scheme is the name of a colour scheme.
type Scheme string

// The schemes. System is light or dark, as the desktop is.
const (
	System       Scheme = "system"
	Light        Scheme = "light"
	Sepia        Scheme = "sepia"
	Dark         Scheme = "dark"
	HighContrast Scheme = "highContrast"
)

// Schemes returns the schemes with colours of their own, which are all but System,
// in the order in which the reader steps through them.
func Schemes() []Scheme { return []Scheme{Light, Dark, Sepia, HighContrast} }

// Theme is a fyne.Theme in one scheme.
type Theme struct {
	scheme   Scheme
	palettes map[Scheme]palette
	fonts    *fonts
	rest     fyne.Theme // has what the design leaves to Fyne
	window   bool       // a window is cleared with the background, see [Theme.ClearWindows]
}

var _ fyne.Theme = (*Theme)(nil)

// New makes a theme in a scheme. It fails if the design tokens or a font cannot be
// read.
func New(scheme Scheme) (*Theme, error) {
	p, err := readPalettes()
	if err != nil {
		return nil, err
	}
	f, err := loadFonts()
	if err != nil {
		return nil, err
	}
	t := &Theme{palettes: p, fonts: f, rest: theme.DefaultTheme()}
	return t.With(scheme), nil
}

// With returns the same theme in another scheme, or in System if the scheme is
// unknown.
func (t *Theme) With(scheme Scheme) *Theme {
	c := *t
	c.scheme = System
	if _, ok := t.palettes[scheme]; ok {
		c.scheme = scheme
	}
	return &c
}

// Scheme returns the scheme of the theme, which may be System.
func (t *Theme) Scheme() Scheme { return t.scheme }

// Following is the colour scheme after the one that is shown. Coming back
// to what the desktop shows means to follow it again.
func (t *Theme) Following() Scheme {
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	all := Schemes()
	shown := t.Shown(variant)
	next := all[(slices.Index(all, shown)+1)%len(all)]
	if next == t.With(System).Shown(variant) {
		return System
	}
	return next
}

// Turn changes the scheme of the theme in use, to System if the scheme is unknown,
// and redraws all windows. To set another theme instead would cost megabytes each
// time: Fyne would parse every font anew, and its shaper never forgets a font.
func (t *Theme) Turn(scheme Scheme) {
	t.scheme = t.With(scheme).scheme
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if c := w.Content(); c != nil {
			c.Refresh()
		}
		for _, o := range w.Canvas().Overlays().List() {
			o.Refresh()
		}
	}
}

// Shown returns the scheme that is drawn where the desktop has the variant v; it is
// never System.
func (t *Theme) Shown(v fyne.ThemeVariant) Scheme {
	switch {
	case t.scheme != System:
		return t.scheme
	case v == theme.VariantDark:
		return Dark
	}
	return Light
}

// toolkit holds the design's names for colours of Fyne.
var toolkit = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:          ColorPage,
	theme.ColorNameForeground:          ColorText,
	theme.ColorNamePrimary:             ColorFocusRing,
	theme.ColorNameFocus:               ColorFocusRing,
	theme.ColorNameHover:               ColorHoverFill,
	theme.ColorNamePressed:             ColorRuleStrong,
	theme.ColorNameButton:              ColorRaised,
	theme.ColorNameInputBackground:     ColorRaised,
	theme.ColorNameMenuBackground:      ColorRaised,
	theme.ColorNameOverlayBackground:   ColorRaised,
	theme.ColorNameHeaderBackground:    ColorSurface,
	theme.ColorNameInputBorder:         ColorRuleStrong,
	theme.ColorNameSeparator:           ColorRule,
	theme.ColorNameSelection:           ColorSelected,
	theme.ColorNamePlaceHolder:         ColorTextFaint,
	theme.ColorNameDisabled:            ColorTextFaint,
	theme.ColorNameHyperlink:           ColorAccentText,
	theme.ColorNameError:               ColorDanger,
	theme.ColorNameForegroundOnPrimary: ColorOnAccent,
}

// Color returns the value of a colour of Fyne or of the design where the desktop has
// the variant v.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	shown := t.Shown(v)
	if name == theme.ColorNameBackground && t.window {
		return cleared(t.palettes[shown].colours[ColorPage])
	}
	if own, ok := toolkit[name]; ok {
		name = own
	}
	p := t.palettes[shown]
	if c, ok := p.colours[name]; ok {
		return c
	}
	switch name {
	case theme.ColorNameScrollBar:
		return withAlpha(p.colours[ColorText], 0.16)
	case theme.ColorNameScrollBarBackground:
		return color.Transparent
	case theme.ColorNameShadow:
		return color.Transparent // no shadows at the edges of what scrolls
	}
	return t.rest.Color(name, variantOf(shown))
}

// ClearWindows has windows cleared with exactly the colour of the page, which then needs
// no ground of its own. It is for a program that paints windows: what paints pictures
// takes the colour as it is.
func (t *Theme) ClearWindows() { t.window = true }

// cleared returns the colour to name to the painter of windows for it to clear with c: it
// divides the 16 bits of a channel by 255*255 where 65535 is right, and so clears with a
// colour that is lighter, by 2 of 255 in white.
func cleared(c color.NRGBA) color.Color {
	return color.NRGBA64{R: uint16(c.R) * 255, G: uint16(c.G) * 255, B: uint16(c.B) * 255, A: 0xffff}
}

// Font returns the font in which Fyne's own widgets draw a style.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace || s.Symbol:
		return t.rest.Font(s)
	case s.Bold:
		return t.fonts.sansSemiBold.Resource
	case s.Italic:
		return t.fonts.serifItalic.Resource
	}
	return t.fonts.sans.Resource
}

// Icon returns one of Fyne's own icons, in the colours of the scheme.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	icon := t.rest.Icon(name)
	if themed, ok := icon.(fyne.ThemedResource); ok {
		return schemeIcon{themed, t.Shown(fyne.CurrentApp().Settings().ThemeVariant())}
	}
	return icon
}

// schemeIcon is an icon in the colours of a scheme. The icon's name tells the scheme,
// because Fyne keeps pictures by name.
type schemeIcon struct {
	fyne.ThemedResource
	scheme Scheme
}

func (i schemeIcon) Name() string { return string(i.scheme) + "-" + i.ThemedResource.Name() }

// Size returns the value of one of Fyne's sizes, in pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameText:
		return 13
	case theme.SizeNameScrollBar:
		return 6
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 6
	case theme.SizeNameSeparatorThickness:
		return 1
	}
	return t.rest.Size(name)
}

func variantOf(s Scheme) fyne.ThemeVariant {
	if s == Dark {
		return theme.VariantDark
	}
	return theme.VariantLight
}

func withAlpha(c color.NRGBA, alpha float32) color.NRGBA {
	c.A = uint8(alpha*255 + 0.5)
	return c
}
