package picture_test

import (
	"bytes"
	"image/png"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/export"
	"sidelight/annotations/figure"
	"sidelight/annotations/figure/svg/svgtest"
	"sidelight/ui/drawing"
	"sidelight/ui/look"
	"sidelight/ui/picture"
	"sidelight/ui/typeset"
	"sidelight/ui/uitest"
)

// legend is a drawing in the colours of all kinds, with words as wide as they are drawn.
func legend(measure figure.Measure) *figure.Figure {
	f := &figure.Figure{Width: 300, Height: 240, Title: "What the lines mean", Description: "A line for each kind.", Ground: figure.Page}
	for i, k := range annotations.Kinds() {
		y, words := float32(i)*28+8, "Who's “"+k.String()+"”"
		f.Groups = append(f.Groups, figure.Group{Key: k.String(), Name: words, Shapes: []figure.Shape{
			figure.Box{At: figure.Rect{X: 8, Y: y, W: 284, H: 24}, Fill: figure.TintOf(k), Stroke: figure.StrongOf(k), Width: 1, Radius: 6},
			figure.Line{Points: []figure.Point{{X: 16, Y: y + 12}, {X: 34, Y: y + 12}}, Width: 2, Ink: figure.InkOf(k)},
			figure.Words{At: figure.Rect{X: 42, Y: y + 2, W: measure(figure.Tab, words), H: 20}, Font: figure.Tab, Ink: figure.Text, Text: words},
			figure.Icon{At: figure.Rect{X: 268, Y: y + 4, W: 16, H: 16}, Ink: figure.Muted, Name: "caret-right"},
		}})
	}
	return f
}

var colour = regexp.MustCompile(`^#[0-9a-f]{6}$`)

// A file is in the colours of the scheme in use, and has the icons and words of the window.
func TestFiles(t *testing.T) {
	app, _ := uitest.App(t, look.Light)
	theme := look.Current()
	seen := map[string]bool{}
	for _, scheme := range look.Schemes() {
		theme.Turn(scheme)
		f := legend(drawing.Measure(theme.Roles()))
		var b bytes.Buffer
		if err := picture.SVG(f, theme)(&b); err != nil {
			t.Fatal(err)
		}
		svgtest.Check(t, b.Bytes(), f, typeset.Drawn)
		if seen[b.String()] {
			t.Errorf("%s looks as another scheme", scheme)
		}
		seen[b.String()] = true
		b.Reset()
		if err := picture.PNG(f, theme)(&b); err != nil {
			t.Fatal(err)
		}
		p, err := png.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		if p.Bounds().Dx() != 600 || p.Bounds().Dy() != 480 {
			t.Errorf("the picture is %v in size", p.Bounds())
		}
		want := theme.Color(fyne.ThemeColorName(figure.Page), app.Settings().ThemeVariant())
		if wr, wg, wb, _ := want.RGBA(); !is(p.At(2, 2).RGBA())(wr, wg, wb) {
			t.Errorf("%s: the ground is %v, want %v", scheme, p.At(2, 2), want)
		}
	}
}

func is(r, g, b, _ uint32) func(r, g, b uint32) bool {
	return func(r2, g2, b2 uint32) bool { return r>>8 == r2>>8 && g>>8 == g2>>8 && b>>8 == b2>>8 }
}

// A page has each colour in the light and in the dark, whatever scheme the window has.
func TestForPage(t *testing.T) {
	uitest.App(t, look.Sepia)
	theme := look.Current()
	f := legend(drawing.Measure(theme.Roles()))
	p := picture.ForPage(theme, []export.Picture{{ID: "a", Figure: f}, {ID: "b", Nothing: "nothing"}})
	for _, ink := range f.Inks() {
		light, dark := p.Colour(ink, false), p.Colour(ink, true)
		if !colour.MatchString(light) || !colour.MatchString(dark) || light == dark {
			t.Errorf("%s is %q in the light and %q in the dark", ink, light, dark)
		}
	}
	if file, ok := p.Icon("caret-right"); !ok || !strings.Contains(string(file), "<path") {
		t.Error("there are no icons")
	}
}
