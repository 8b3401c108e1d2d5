package look_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"sidelight/ui/look"
)

// contrast returns the contrast of two colours after WCAG 2, from 1 to 21.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// What is chosen on raised ground can be seen there and read, and so can keys.
func TestChosenOnRaised(t *testing.T) {
	for _, s := range look.Schemes() {
		th := newTheme(t, s)
		of := func(n fyne.ThemeColorName) color.Color { return th.Color(n, theme.VariantLight) }
		for _, c := range []struct {
			on, ink fyne.ThemeColorName
			least   float64
		}{
			{look.ColorRaised, look.ColorHoverRaised, 1.15},
			{look.ColorHoverRaised, look.ColorText, 7},
			{look.ColorHoverRaised, look.ColorTextMuted, 4.5},
			{look.ColorHoverRaised, look.ColorAccentText, 4.5},
			{look.ColorRaised, look.ColorTextMuted, 4.5},
			{look.ColorRaised, look.ColorTextFaint, 4.5},
		} {
			if got := contrast(of(c.ink), of(c.on)); got < c.least {
				t.Errorf("%s: %s on %s is %.2f:1, want %.2f", s, c.ink, c.on, got, c.least)
			}
		}
	}
}

// TestWordsOnTheMap says that names can be read on land and sea, and that one can be told
// from the other where the coast is.
func TestWordsOnTheMap(t *testing.T) {
	for _, s := range look.Schemes() {
		th := newTheme(t, s)
		of := func(n fyne.ThemeColorName) color.Color { return th.Color(n, theme.VariantLight) }
		for _, c := range []struct {
			on, ink fyne.ThemeColorName
			least   float64
		}{
			{look.ColorLand, look.ColorText, 7},
			{look.ColorSea, look.ColorText, 7},
			{look.ColorLand, look.ColorTextMuted, 4.5},
			{look.ColorSea, look.ColorTextMuted, 4.5},
			{look.ColorSea, look.ColorLand, 1.15},
			{look.ColorSea, look.ColorCoast, 1.6},
		} {
			if got := contrast(of(c.ink), of(c.on)); got < c.least {
				t.Errorf("%s: %s on %s is %.2f:1, want %.2f", s, c.ink, c.on, got, c.least)
			}
		}
	}
}
