package svgtest_test

import (
	"bytes"
	"strings"
	"testing"

	"sidelight/annotations/figure"
	"sidelight/annotations/figure/svg"
	"sidelight/annotations/figure/svg/svgtest"
)

// ear hears of errors in place of the test.
type ear struct {
	testing.TB
	heard int
}

func (e *ear) Helper()               {}
func (e *ear) Errorf(string, ...any) { e.heard++ }

func drawing() *figure.Figure {
	return &figure.Figure{Width: 100, Height: 50, Title: "title", Description: "description", Groups: []figure.Group{{
		Name: "name", Shapes: []figure.Shape{
			figure.Box{At: figure.Rect{X: 10, Y: 10, W: 20, H: 20}, Fill: figure.Lamp, Beam: true},
			figure.Words{At: figure.Rect{X: 40, Y: 10, W: 30, H: 20}, Font: figure.UI, Ink: figure.Text, Text: "words"},
			figure.Line{Points: []figure.Point{{X: 1, Y: 40}, {X: 90, Y: 40}}, Width: 1, Ink: figure.Text, Dash: []float32{4, 2, 0, 2}},
		},
	}}}
}

// What differs from the figure, or has no business in a drawing, is found.
func TestCheckFinds(t *testing.T) {
	paint := func(figure.Ink) string { return "#000000" }
	var b bytes.Buffer
	if err := svg.Write(&b, drawing(), svg.Options{Paint: paint, Beam: 0.5}); err != nil {
		t.Fatal(err)
	}
	file := b.String()
	sound := &ear{TB: t}
	svgtest.Check(sound, []byte(file), drawing(), nil)
	if sound.heard != 0 {
		t.Error("a sound drawing is found fault with")
	}
	for _, c := range []struct{ old, new string }{
		{`x="10"`, `x="11"`}, {`width="20"`, `width="19"`}, {">words<", ">wordy<"}, {`font-size="13"`, `font-size="14"`},
		{`textLength="30"`, `textLength="31"`}, {`1,40`, `2,40`}, {">name<", ">nam<"}, {">title<", ">titles<"},
		{`role="img"`, `role="group"`}, {`<g>`, `<g onclick="alert(1)">`}, {`</svg>`, `<script>alert(1)</script></svg>`},
		{`</svg>`, `<g></g></svg>`}, {`aria-labelledby="f-title"`, ``}, {`url(#`, `url(https://example.org/#`},
		{`id="f-desc"`, `id="f-title"`}, {`<title`, `<titel`}, {"</g>", `<rect x="1" y="1" width="3" height="3" fill="#000000"/></g>`},
		{`viewBox="0 0 100 50"`, `viewBox="0 0 50 50"`}, {`</svg>`, ``},
	} {
		if !strings.Contains(file, c.old) {
			t.Fatalf("no %s in\n%s", c.old, file)
		}
		e := &ear{TB: t}
		svgtest.Check(e, []byte(strings.Replace(file, c.old, c.new, 1)), drawing(), nil)
		if e.heard == 0 {
			t.Errorf("%s in place of %s is not found", c.new, c.old)
		}
	}
	outside := drawing()
	outside.Width = 50
	e := &ear{TB: t}
	svgtest.Check(e, []byte(strings.ReplaceAll(strings.Replace(file, `width="100"`, `width="50"`, 1), "0 0 100", "0 0 50")), outside, nil)
	if e.heard == 0 {
		t.Error("what reaches out of the drawing is not found")
	}
}
