package atlas_test

import (
	"fmt"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/ui/look"
)

// many is an edition of 500 places.
func many(b *testing.B) *annotations.Edition {
	b.Helper()
	a, err := annotations.NewArticle("a.txt", "Places.")
	if err != nil {
		b.Fatal(err)
	}
	c := annotations.Content{Title: "A", Article: a}
	for i := range 500 {
		c.Entities = append(c.Entities, annotations.Entity{
			ID: annotations.EntityID(fmt.Sprint("p", i)), Kind: annotations.Place, Name: fmt.Sprint("Place ", i),
			Location: &annotations.Location{Lat: float64(i*37%140) - 60, Lon: float64(i*101%360) - 180},
		})
	}
	e, err := annotations.New(c)
	if err != nil {
		b.Fatal(err)
	}
	return e
}

// A map of 500 places that is moved by a drag, or comes nearer by the wheel: from the
// event until the objects of the window have their new places. A frame has 16.7 ms.
func BenchmarkMove(b *testing.B) {
	frames := func(b *testing.B) {
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/16667, "frames/op")
	}
	for name, zoom := range map[string]string{"whole": "", "near": "1 10 20 3.0"} {
		b.Run("drag/"+name, func(b *testing.B) {
			r := open(b, many(b), look.Light, 688, 772)
			r.Recall(zoom)
			r.settle(b)
			g, _ := r.Figure().Find(map[bool]string{true: "world", false: "map"}[zoom == ""])
			for b.Loop() {
				r.board().OnDragged(g, figure.Point{X: 5}, false)
				r.settle(b)
			}
			frames(b)
		})
	}
	b.Run("zoom", func(b *testing.B) {
		r := open(b, many(b), look.Light, 688, 772)
		i := 0
		for b.Loop() {
			r.board().OnRune(rune("++++----"[i%8]))
			i++
			r.settle(b)
		}
		frames(b)
	})
}
