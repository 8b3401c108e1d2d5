package look_test

import (
	"image"
	"image/color"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"sidelight/annotations"
	"sidelight/assets"
	"sidelight/ui/look"
	"sidelight/ui/typeset"
)

func newTheme(t testing.TB, s look.Scheme) *look.Theme {
	t.Helper()
	th, err := look.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return th
}

// roles are all uses of type by name.
func roles(t *look.Theme) map[string]look.Role {
	r := t.Roles()
	return map[string]look.Role{
		"reading": r.Reading, "title": r.Title, "titleCompact": r.TitleCompact, "standfirst": r.Standfirst,
		"cardName": r.CardName, "hoverName": r.HoverName, "evidence": r.Evidence,
		"concordance": r.Concordance, "runningHead": r.RunningHead, "body": r.Body,
		"identity": r.Identity, "ui": r.UI, "tab": r.Tab, "uiStrong": r.Strong,
		"section": r.Section, "meta": r.Meta, "key": r.Key, "query": r.Query,
	}
}

// TestWidthsAgreeWithRenderer holds our measure of every line of the article, in
// every use of type, against what Fyne draws.
func TestWidthsAgreeWithRenderer(t *testing.T) {
	test.NewTempApp(t)
	text, err := fs.ReadFile(assets.Edition(), "article.txt")
	if err != nil {
		t.Fatal(err)
	}
	for name, role := range roles(newTheme(t, look.Light)) {
		worst := float32(0)
		for _, par := range strings.Split(string(text), "\n") {
			set := typeset.NewText(par, 0, role.Style())
			for _, line := range set.Break(580) {
				drawn, _ := fyne.CurrentApp().Driver().RenderedTextSize(line.Text(), role.Size, fyne.TextStyle{}, role.Resource)
				worst = max(worst, abs(drawn.Width-line.Width))
			}
		}
		if worst > 0.5 {
			t.Errorf("%s: a line differs by %.2f px from what is drawn", name, worst)
		}
		size, base := fyne.CurrentApp().Driver().RenderedTextSize("Hxg", role.Size, fyne.TextStyle{}, role.Resource)
		if ascent, height := role.Face.Metrics(role.Size); abs(ascent-base) > 0.1 || abs(height-size.Height) > 0.1 {
			t.Errorf("%s: ascent %.2f and height %.2f, drawn with %.2f and %.2f", name, ascent, height, base, size.Height)
		}
	}
}

func abs(x float32) float32 { return max(x, -x) }

func TestEverySchemeHasEveryColour(t *testing.T) {
	names := []fyne.ThemeColorName{
		look.ColorPage, look.ColorPanel, look.ColorSurface, look.ColorRaised, look.ColorText,
		look.ColorTextMuted, look.ColorTextFaint, look.ColorRule, look.ColorRuleStrong,
		look.ColorHoverFill, look.ColorHoverRaised, look.ColorAccent, look.ColorOnAccent, look.ColorAccentText,
		look.ColorLamp, look.ColorMarker, look.ColorFocusRing, look.ColorSelected,
		look.ColorVoice, look.ColorControl, look.ColorDanger,
		look.ColorLand, look.ColorSea, look.ColorCoast,
	}
	for _, k := range annotations.Kinds() {
		names = append(names, look.Ink(k), look.Tint(k), look.TintStrong(k))
	}
	base := newTheme(t, look.Light)
	unknown := base.Color("no such colour", theme.VariantLight)
	for _, s := range append(look.Schemes(), look.System) {
		th := base.With(s)
		for _, n := range names {
			c := th.Color(n, theme.VariantLight)
			if _, _, _, a := c.RGBA(); a != 0xffff || c == unknown {
				t.Errorf("%s has no colour %s", s, n)
			}
		}
	}
}

func TestSystemFollowsTheVariant(t *testing.T) {
	th := newTheme(t, look.System)
	light := color.NRGBA{0xfc, 0xfb, 0xf8, 0xff}
	dark := color.NRGBA{0x1b, 0x1a, 0x18, 0xff}
	if got := th.Color(look.ColorPage, theme.VariantLight); got != light {
		t.Errorf("the light page is %v", got)
	}
	if got := th.Color(theme.ColorNameBackground, theme.VariantDark); got != dark {
		t.Errorf("the dark page is %v", got)
	}
	if got := th.With(look.Light).Color(look.ColorPage, theme.VariantDark); got != light {
		t.Errorf("the light scheme in a dark desktop is %v", got)
	}
	if got := th.With("no such scheme").Scheme(); got != look.System {
		t.Errorf("an unknown scheme gives %s", got)
	}
}

// An icon is drawn once for a colour and a size, in the middle, and follows the theme.
func TestShowIcon(t *testing.T) {
	th := newTheme(t, look.Light)
	test.NewTempApp(t).Settings().SetTheme(th)
	sign := look.NewSign()
	shown := func(name string, colour fyne.ThemeColorName, w, h int) image.Image {
		look.ShowIcon(sign, name, colour)
		return sign.Generator(w, h)
	}
	inked := func(img image.Image) (n int, of color.NRGBA) {
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				if c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA); c.A == 0xff {
					n, of = n+1, c
				}
			}
		}
		return n, of
	}
	a := shown("quotes", look.ColorText, 36, 36)
	if n, of := inked(a); n < 100 || of != look.Of(look.ColorText) {
		t.Errorf("%d pixels have the colour %v", n, of)
	}
	if shown("quotes", look.ColorText, 36, 36) != a {
		t.Error("an icon is drawn again")
	}
	wide := shown("quotes", look.ColorText, 76, 36)
	for _, p := range []image.Point{{18, 18}, {10, 20}, {9, 12}} {
		if wide.At(p.X+20, p.Y) != a.At(p.X, p.Y) {
			t.Errorf("in a wider place the icon is not in the middle: %v at %v", wide.At(p.X+20, p.Y), p)
		}
	}
	th.Turn(look.Dark)
	if _, of := inked(shown("quotes", look.ColorText, 36, 36)); of != look.Of(look.ColorText) {
		t.Errorf("the icon does not follow the theme: %v", of)
	}
	if n, _ := inked(shown("no-such-icon", look.ColorText, 36, 36)); n != 0 {
		t.Errorf("an unknown icon draws %d pixels", n)
	}
	shown("quotes", look.ColorText, 0, 0) // of a place that has no size yet
}

// Each icon that comes with the program can be drawn.
func TestEveryIconCanBeDrawn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(newTheme(t, look.Light))
	files, err := filepath.Glob("../../assets/icons/*.svg")
	if err != nil || len(files) < 50 {
		t.Fatalf("%d icons, %v", len(files), err)
	}
	for _, f := range files {
		sign := look.NewSign()
		look.ShowIcon(sign, strings.TrimSuffix(filepath.Base(f), ".svg"), look.ColorText)
		img := sign.Generator(18, 18).(*image.NRGBA)
		if !slices.ContainsFunc(img.Pix, func(b uint8) bool { return b != 0 }) {
			t.Errorf("%s draws nothing", f)
		}
	}
}

// The painter of windows clears with exactly the colour of the page; what is painted
// elsewhere has the background as it is.
func TestClearWindows(t *testing.T) {
	th := newTheme(t, look.Light)
	for _, scheme := range look.Schemes() {
		plain, window := th.With(scheme), th.With(scheme)
		window.ClearWindows()
		page := plain.Color(look.ColorPage, theme.VariantLight)
		if got := plain.Color(theme.ColorNameBackground, theme.VariantLight); got != page {
			t.Errorf("%s: pictures are cleared with %v, the page is %v", scheme, got, page)
		}
		r, g, b, _ := window.Color(theme.ColorNameBackground, theme.VariantLight).RGBA()
		shown := func(c uint32) uint8 { return uint8(float32(c)/(255*255)*255 + 0.5) }
		if got := (color.NRGBA{shown(r), shown(g), shown(b), 0xff}); got != page {
			t.Errorf("%s: windows are cleared with %v, the page is %v", scheme, got, page)
		}
	}
}
