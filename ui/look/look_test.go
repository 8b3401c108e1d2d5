package look_test

import (
	"image/color"
	"io/fs"
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

func TestIcon_IsColouredOnce(t *testing.T) {
	th := newTheme(t, look.Light)
	test.NewTempApp(t).Settings().SetTheme(th)
	a, b := look.Icon("quotes", look.ColorText), look.Icon("quotes", look.ColorTextMuted)
	if a.Name() == b.Name() || string(a.Content()) == string(b.Content()) {
		t.Error("an icon in two colours is one resource")
	}
	if look.Icon("quotes", look.ColorText) != a {
		t.Error("an icon is coloured again")
	}
	th.Turn(look.Dark)
	if look.Icon("quotes", look.ColorText) == a {
		t.Error("the icon does not follow the theme")
	}
	if look.Icon("no-such-icon", look.ColorText) != nil {
		t.Error("an unknown icon is not nil")
	}
}
