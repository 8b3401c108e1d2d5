package atlas_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/atlas"
	"sidelight/annotations/edition"
	"sidelight/annotations/figure"
	"sidelight/assets"
)

// zones are the rooms for a map, under its head, in windows of three sizes, and that for
// a picture.
var zones = []figure.Point{{X: 688, Y: 728}, {X: 596, Y: 608}, {X: 1244, Y: 988}}

func coast(t testing.TB) *atlas.Coast {
	t.Helper()
	c, err := atlas.ReadCoast(assets.Coast)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func bundled(t testing.TB) *annotations.Edition {
	t.Helper()
	e, err := edition.Load(context.Background(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// measure stands for a font: wide letters, so that labels crowd.
func measure(f figure.Font, s string) float32 {
	w := float32(7)
	if f == figure.Meta {
		w = 6
	}
	return w * float32(len([]rune(s)))
}

var english = atlas.Words{
	Title:       "Map",
	Description: func(c atlas.Counts, _ []atlas.Place) string { return fmt.Sprint(c.Places, " places") },
	Name:        func(x *annotations.Entity) string { return x.Name },
	Count:       func(n int) string { return fmt.Sprint(n) },
	Spoken:      func(p atlas.Place) string { return fmt.Sprint(p.Name, ", ", p.Times, " mentions") },
	More:        func(n int) string { return fmt.Sprint("+", n) },
	Sign:        func(key string) string { return "The " + key },
	Foot: func(c atlas.Counts) string {
		return fmt.Sprint("Numbers count mentions. ", c.Unlabelled, " unlabelled. ", c.Outside, " outside.")
	},
	Below:  "Not on the map",
	Reason: func(atlas.Place) string { return "no location given" },
}

func plan(t testing.TB, e *annotations.Edition) *atlas.Plan {
	t.Helper()
	return atlas.New(coast(t), e, english, measure)
}

func draw(t testing.TB, p *atlas.Plan, s atlas.Sight) *atlas.Drawing {
	t.Helper()
	d := p.Draw(context.Background(), s)
	if d == nil {
		t.Fatal("nothing is drawn")
	}
	return d
}

// made is an edition of places at locations, of which the article mentions all but each
// tenth, the first ones more often; each ninth has no location.
func made(t testing.TB, at []annotations.Location) *annotations.Edition {
	t.Helper()
	var text strings.Builder
	c := annotations.Content{Title: "Places"}
	for i, l := range at {
		id := annotations.EntityID(fmt.Sprintf("p%03d", i))
		name := "Place " + strings.Repeat("x", i%13) + fmt.Sprint(i)
		x := annotations.Entity{ID: id, Kind: annotations.Place, Name: name, Location: &l}
		if i%9 == 8 {
			x.Location = nil
		}
		c.Entities = append(c.Entities, x)
		if i%10 == 9 {
			continue
		}
		for range 1 + 40/(i+1) {
			from := text.Len()
			text.WriteString(name)
			c.Mentions = append(c.Mentions, annotations.Mention{
				Span: annotations.Span{Start: from, End: text.Len()}, Entity: id, Form: annotations.Name,
			})
			text.WriteString(" lies there. ")
		}
	}
	a, err := annotations.NewArticle("places.txt", text.String()+"End.")
	if err != nil {
		t.Fatal(err)
	}
	c.Article = a
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// locations are n places, scattered in one of several ways.
func locations(seed uint64, n int) []annotations.Location {
	r := rand.New(rand.NewPCG(seed, 7))
	span := func(low, high float64) float64 { return low + r.Float64()*(high-low) }
	cLat, cLon, wide := span(-60, 70), span(-180, 180), span(0.2, 20)
	out := make([]annotations.Location, n)
	for i := range out {
		l := annotations.Location{Lat: span(-90, 90), Lon: span(-180, 180)}
		switch way := seed % 7; {
		case way == 1 || way == 6 && i%2 == 0: // a crowd
			l = annotations.Location{Lat: cLat + span(-wide, wide), Lon: cLon + span(-wide, wide)}
		case way == 2: // one spot
			l = annotations.Location{Lat: cLat, Lon: cLon}
		case way == 3: // the poles
			l.Lat = []float64{90, -90, 89.9, -89.9}[i%4]
		case way == 4: // the antimeridian
			l.Lon = []float64{180, -180, 179.5, -179.5}[i%4]
		case way == 5: // a few spots
			l = annotations.Location{Lat: float64(i%3) * 11, Lon: float64(i%4) * 0.7}
		}
		if l.Lon > 180 {
			l.Lon -= 360
		} else if l.Lon < -180 {
			l.Lon += 360
		}
		out[i] = l
	}
	return out
}

// generated are 200 editions by their numbers.
func generated(t testing.TB, visit func(seed uint64, e *annotations.Edition)) {
	for seed := range uint64(200) {
		n := []int{1, 2, 3, 8, 20, 60, 150, 500}[seed%8]
		visit(seed, made(t, locations(seed, n)))
	}
}
