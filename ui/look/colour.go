package look

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
)

// Names of the design's colours, beside the names that Fyne has. [Of] returns the
// value of a name in the theme in use.
const (
	ColorPage       fyne.ThemeColorName = "page"
	ColorPanel      fyne.ThemeColorName = "panel"
	ColorSurface    fyne.ThemeColorName = "surface"
	ColorRaised     fyne.ThemeColorName = "raised"
	ColorText       fyne.ThemeColorName = "text"
	ColorTextMuted  fyne.ThemeColorName = "textMuted"
	ColorTextFaint  fyne.ThemeColorName = "textFaint"
	ColorRule       fyne.ThemeColorName = "rule"
	ColorRuleStrong fyne.ThemeColorName = "ruleStrong"
	ColorHoverFill  fyne.ThemeColorName = "hoverFill"
	// ColorHoverRaised is for what is chosen or under the pointer on raised ground,
	// where in the dark scheme ColorHoverFill cannot be seen.
	ColorHoverRaised fyne.ThemeColorName = "hoverRaised"
	ColorAccent      fyne.ThemeColorName = "accent"
	ColorOnAccent    fyne.ThemeColorName = "onAccent"
	ColorAccentText  fyne.ThemeColorName = "accentText"
	ColorLamp        fyne.ThemeColorName = "lamp"
	ColorMarker      fyne.ThemeColorName = "marker"
	ColorFocusRing   fyne.ThemeColorName = "focusRing"
	ColorSelected    fyne.ThemeColorName = "selected"
	ColorVoice       fyne.ThemeColorName = "voice"
	ColorControl     fyne.ThemeColorName = "controlBorder"
	ColorDanger      fyne.ThemeColorName = "danger"
	// ColorLand, ColorSea and ColorCoast are those of the map.
	ColorLand  fyne.ThemeColorName = "land"
	ColorSea   fyne.ThemeColorName = "sea"
	ColorCoast fyne.ThemeColorName = "coast"
)

// Ink returns the name of the colour of a kind's lines.
func Ink(k annotations.Kind) fyne.ThemeColorName { return fyne.ThemeColorName("ink-" + k.String()) }

// Tint returns the name of the light ground of a kind's marks.
func Tint(k annotations.Kind) fyne.ThemeColorName { return fyne.ThemeColorName("tint-" + k.String()) }

// TintStrong returns the name of the ground of a kind's selected mark.
func TintStrong(k annotations.Kind) fyne.ThemeColorName {
	return fyne.ThemeColorName("strong-" + k.String())
}

// palette holds the values of one colour scheme.
type palette struct {
	colours      map[fyne.ThemeColorName]color.NRGBA
	rest, dimmed float32 // alpha of lines under marks: at rest, and while another is selected
	beam         float32 // alpha of the beam at the page's edge
}

//go:embed tokens.json
var tokens []byte

// readPalettes decodes the design tokens into a palette for each scheme.
func readPalettes() (map[Scheme]palette, error) {
	var file struct {
		MarkAlpha map[Scheme]struct{ Rest, Dimmed float32 } `json:"markAlpha"`
		Themes    map[Scheme]struct {
			Colour map[string]string                                 `json:"colour"`
			Kinds  map[string]struct{ Ink, Tint, TintStrong string } `json:"kinds"`
		} `json:"themes"`
	}
	if err := json.Unmarshal(tokens, &file); err != nil {
		return nil, fmt.Errorf("design tokens: %w", err)
	}
	out := make(map[Scheme]palette, len(file.Themes))
	for scheme, t := range file.Themes {
		p := palette{
			colours: make(map[fyne.ThemeColorName]color.NRGBA),
			rest:    file.MarkAlpha[scheme].Rest,
			dimmed:  file.MarkAlpha[scheme].Dimmed,
			beam:    0.24,
		}
		if scheme == Dark {
			p.beam = 0.20
		}
		var err error
		set := func(name, value string) {
			c, e := parseColour(value)
			if e != nil && err == nil {
				err = fmt.Errorf("design tokens: %s, %s: %w", scheme, name, e)
			}
			p.colours[fyne.ThemeColorName(name)] = c
		}
		for name, value := range t.Colour {
			set(tokenName(name), value)
		}
		for kind, k := range t.Kinds {
			set("ink-"+kind, k.Ink)
			set("tint-"+kind, k.Tint)
			set("strong-"+kind, k.TintStrong)
		}
		if err != nil {
			return nil, err
		}
		out[scheme] = p
	}
	return out, nil
}

// tokenName returns the name of a token's colour, which is the token's own unless
// Fyne has a colour of that name.
func tokenName(token string) string {
	switch token {
	case "hover":
		return string(ColorHoverFill)
	case "focus":
		return string(ColorFocusRing)
	case "selection":
		return string(ColorSelected)
	}
	return token
}

// parseColour reads a colour in the form "#RRGGBB".
func parseColour(s string) (color.NRGBA, error) {
	v, err := strconv.ParseUint(s[min(1, len(s)):], 16, 32)
	if err != nil || len(s) != 7 || s[0] != '#' {
		return color.NRGBA{}, fmt.Errorf("%q is no #RRGGBB colour", s)
	}
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}, nil
}
