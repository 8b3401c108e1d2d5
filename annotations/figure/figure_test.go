package figure_test

import (
	"slices"
	"testing"

	"sidelight/annotations/figure"
)

func TestRects(t *testing.T) {
	a := figure.Rect{X: 10, Y: 10, W: 20, H: 10}
	for _, c := range []struct {
		name            string
		b               figure.Rect
		overlaps, holds bool
	}{
		{"itself", a, true, true},
		{"beside, edge on edge", figure.Rect{X: 30, Y: 10, W: 5, H: 5}, false, false},
		{"below, edge on edge", figure.Rect{X: 10, Y: 20, W: 5, H: 5}, false, false},
		{"inside", figure.Rect{X: 12, Y: 12, W: 3, H: 3}, true, true},
		{"across a corner", figure.Rect{X: 25, Y: 15, W: 10, H: 10}, true, false},
	} {
		if got := a.Overlaps(c.b); got != c.overlaps {
			t.Errorf("%s: Overlaps = %v", c.name, got)
		}
		if got := a.Holds(c.b); got != c.holds {
			t.Errorf("%s: Holds = %v", c.name, got)
		}
	}
	if got, want := a.Union(figure.Rect{X: 40, Y: 0, W: 1, H: 1}), (figure.Rect{X: 10, Y: 0, W: 31, H: 20}); got != want {
		t.Errorf("Union = %v, want %v", got, want)
	}
	if got := a.Union(figure.Rect{}); got != a {
		t.Errorf("Union with nothing = %v", got)
	}
}

func TestBounds(t *testing.T) {
	for _, c := range []struct {
		shape figure.Shape
		want  figure.Rect
	}{
		{figure.Line{Points: []figure.Point{{X: 5, Y: 5}, {X: 15, Y: 5}}, Width: 2}, figure.Rect{X: 4, Y: 4, W: 12, H: 2}},
		{figure.Disc{Centre: figure.Point{X: 10, Y: 10}, Radius: 6, Width: 2}, figure.Rect{X: 3, Y: 3, W: 14, H: 14}},
		{figure.Box{At: figure.Rect{X: 1, Y: 1, W: 8, H: 8}, Width: 2}, figure.Rect{W: 10, H: 10}},
		{figure.Area{Rings: [][]figure.Point{{{X: 2, Y: 2}, {X: 4, Y: 2}, {X: 3, Y: 6}}}, Width: 2}, figure.Rect{X: 1, Y: 1, W: 4, H: 6}},
	} {
		if got := c.shape.Bounds(); got != c.want {
			t.Errorf("%T: bounds %v, want %v", c.shape, got, c.want)
		}
	}
}

func TestTheUppermostIsHit(t *testing.T) {
	f := figure.Figure{Groups: []figure.Group{
		{Key: "below", Hit: figure.Rect{W: 10, H: 10}},
		{Key: "above", Hit: figure.Rect{X: 5, Y: 5, W: 10, H: 10}},
	}}
	if g, ok := f.At(figure.Point{X: 7, Y: 7}); !ok || g.Key != "above" {
		t.Errorf("hit %v", g)
	}
	if g, ok := f.At(figure.Point{X: 2, Y: 2}); !ok || g.Key != "below" {
		t.Errorf("hit %v", g)
	}
	if _, ok := f.At(figure.Point{X: 20, Y: 2}); ok {
		t.Error("hit beside all groups")
	}
}

func TestALineIsHitBesideItself(t *testing.T) {
	line := figure.Line{Points: []figure.Point{{X: 0, Y: 0}, {X: 20, Y: 0}, {X: 20, Y: 20}}, Width: 1}
	f := figure.Figure{Groups: []figure.Group{{Key: "line", Along: 4, Shapes: []figure.Shape{line}}}}
	for _, c := range []struct {
		at  figure.Point
		hit bool
	}{
		{figure.Point{X: 10, Y: 3}, true},
		{figure.Point{X: 10, Y: 5}, false},
		{figure.Point{X: 17, Y: 10}, true},
		{figure.Point{X: 10, Y: 10}, false}, // inside of its bounds
		{figure.Point{X: -5, Y: 0}, false},  // beyond its end
	} {
		if _, ok := f.At(c.at); ok != c.hit {
			t.Errorf("at %v: hit %v", c.at, ok)
		}
	}
}

func TestInks(t *testing.T) {
	f := figure.Figure{Ground: figure.Page, Groups: []figure.Group{{Shapes: []figure.Shape{
		figure.Words{Ink: figure.Text}, figure.Line{Ink: figure.Rule}, figure.Icon{Ink: figure.Text}, figure.Words{},
		figure.Box{Fill: "b", Stroke: "c"}, figure.Disc{Fill: "d", Stroke: "e"}, figure.Area{Fill: "f", Stroke: "g"},
	}}}}
	want := []figure.Ink{"b", "c", "d", "e", "f", "g", figure.Page, figure.Rule, figure.Text}
	if got := f.Inks(); !slices.Equal(got, want) {
		t.Errorf("inks %q, want %q", got, want)
	}
}
