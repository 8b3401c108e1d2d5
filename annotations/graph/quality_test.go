package graph_test

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/graph"
)

// actors are the kinds that All shows before the reader asks for others.
func actors(k annotations.Kind) bool { return k <= annotations.Event }

// quality is how well the sample is drawn at 688x700 pixels.
type quality struct {
	unlabelled, unspoken       int     // one step: names and verbs without room, of all entities
	mean                       float64 // lines through names and verbs, one step, on average
	none                       float64 // the share of entities round which there are none
	most                       int     // the most round an entity
	actors, lines, crossings   int     // of All; lines that cross as straight lines
	stress                     float64 // of All
	unlabelledAll, unlabelled2 int     // names without room in All, and in Two of all entities
}

func qualityOf(t testing.TB, e *annotations.Edition) (q quality) {
	all := 0
	for i := range e.Entities() {
		a := graph.Ask{Edition: e, Chosen: e.Entities()[i].ID, Width: 688, Height: 700}
		p := settle(t, a)
		if p.Connections() == 0 {
			continue
		}
		n := through(p.Figure(graph.Light{}))
		all++
		q.mean += float64(n)
		q.most = max(q.most, n)
		if n == 0 {
			q.none++
		}
		q.unlabelled, q.unspoken = q.unlabelled+p.Unlabelled(), q.unspoken+p.Unspoken()
		a.Reach = graph.Two
		q.unlabelled2 += settle(t, a).Unlabelled()
	}
	q.mean, q.none = q.mean/float64(all), q.none/float64(all)
	q.whole(e, settle(t, graph.Ask{Edition: e, Reach: graph.All, Shows: actors, Width: 688, Height: 700}))
	return q
}

// whole measures the drawing of All.
func (q *quality) whole(e *annotations.Edition, p *graph.Plan) {
	number := map[annotations.EntityID]int{}
	var x, y []float32
	var near [][]int
	end := func(id annotations.EntityID) int {
		if _, ok := number[id]; !ok {
			at, _ := p.At(id)
			number[id] = len(x)
			x, y, near = append(x, at.X), append(y, at.Y), append(near, nil)
		}
		return number[id]
	}
	var lines [][2]int
	for _, r := range e.Relations() {
		from, _ := e.Entity(r.From)
		to, _ := e.Entity(r.To)
		if actors(from.Kind) && actors(to.Kind) {
			a, b := end(r.From), end(r.To)
			near[a], near[b] = append(near[a], b), append(near[b], a)
			lines = append(lines, [2]int{a, b})
		}
	}
	side := func(a, b, c int) bool { return (x[b]-x[a])*(y[c]-y[a]) > (y[b]-y[a])*(x[c]-x[a]) }
	for i, l := range lines {
		for _, m := range lines[:i] {
			if l[0] == m[0] || l[0] == m[1] || l[1] == m[0] || l[1] == m[1] {
				continue
			}
			if side(l[0], l[1], m[0]) != side(l[0], l[1], m[1]) && side(m[0], m[1], l[0]) != side(m[0], m[1], l[1]) {
				q.crossings++
			}
		}
	}
	q.actors, q.lines, q.stress, q.unlabelledAll = len(x), len(lines), graph.Stress(near, x, y), p.Unlabelled()
}

// through counts how often a line runs through a name, or through the verb of another.
func through(f *figure.Figure) (n int) {
	_, labels := parts(f)
	for i := range f.Groups {
		g := &f.Groups[i]
		if !strings.HasPrefix(g.Key, "line:") {
			continue
		}
		for _, l := range labels {
			if l.key != graph.VerbKey(g.Target.Relation) && runsThrough(g, l.at) {
				n++
			}
		}
	}
	return n
}

// runsThrough reports whether what a group draws beside words has a point in a rectangle.
func runsThrough(g *figure.Group, r figure.Rect) bool {
	for _, s := range g.Shapes {
		var rings [][]figure.Point
		switch s := s.(type) {
		case figure.Line:
			rings = [][]figure.Point{s.Points}
		case figure.Area:
			rings = s.Rings
		}
		for _, ring := range rings {
			for k := 1; k < len(ring); k++ {
				const steps = 64
				for i := range steps + 1 {
					f := float32(i) / steps
					a, b := ring[k-1], ring[k]
					if r.Has(figure.Point{X: a.X + f*(b.X-a.X), Y: a.Y + f*(b.Y-a.Y)}) {
						return true
					}
				}
			}
		}
	}
	return false
}

func TestQualityOfTheSample(t *testing.T) {
	q := qualityOf(t, sample(t))
	t.Logf("%+v", q)
	if q.unlabelled > 0 || q.unspoken > 0 {
		t.Errorf("one step: %d names and %d verbs have no room", q.unlabelled, q.unspoken)
	}
	if q.mean > 0.2 || q.none < 0.8 || q.most > 2 {
		t.Errorf("one step: %.2f lines through words, none for %.0f %%, at most %d", q.mean, 100*q.none, q.most)
	}
	if q.stress > 0.09 || q.crossings > 40 {
		t.Errorf("All: stress %.3f, %d crossings", q.stress, q.crossings)
	}
	if q.unlabelledAll > 2 {
		t.Errorf("All: %d names have no room", q.unlabelledAll)
	}
}

// The quality is printed with the time that it takes to draw the sample in all ways.
func BenchmarkQuality(b *testing.B) {
	e := sample(b)
	var q quality
	for b.Loop() {
		q = qualityOf(b, e)
	}
	b.ReportMetric(q.mean, "through/one")
	b.ReportMetric(100*q.none, "%none")
	b.ReportMetric(float64(q.most), "most")
	b.ReportMetric(q.stress, "stress/all")
	b.ReportMetric(float64(q.crossings), "crossings/all")
	b.ReportMetric(float64(q.unlabelledAll), "unlabelled/all")
}

func BenchmarkSettle(b *testing.B) {
	e := made(b, rand.New(rand.NewPCG(3, 16)), 200, 600)
	for _, c := range []struct {
		name  string
		reach graph.Reach
	}{{"one", graph.One}, {"two", graph.Two}, {"all", graph.All}} {
		b.Run(c.name, func(b *testing.B) {
			a := graph.Ask{Edition: e, Chosen: "e0", Reach: c.reach, Width: 688, Height: 728, Measure: measure, Words: words()}
			for b.Loop() {
				if _, err := graph.Settle(context.Background(), a); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkFigure(b *testing.B) {
	e := made(b, rand.New(rand.NewPCG(3, 16)), 200, 600)
	p := settle(b, graph.Ask{Edition: e, Reach: graph.All, Width: 688, Height: 728})
	b.Run("plain", func(b *testing.B) {
		for b.Loop() {
			p.Figure(graph.Light{})
		}
	})
	b.Run("pointed", func(b *testing.B) {
		for b.Loop() {
			p.Figure(graph.Light{Pointed: "e0"})
		}
	})
}

// The usual way to lay a graph out, by forces in 500 rounds over all pairs, is what the
// time of Settle is to be held against.
func BenchmarkByForces(b *testing.B) {
	const n, rounds = 200, 500
	r := rand.New(rand.NewPCG(3, 16))
	var lines [600][2]int
	for i := range lines {
		lines[i] = [2]int{r.IntN(n), r.IntN(n)}
	}
	for b.Loop() {
		var at, move [n][2]float64
		for i := range at {
			at[i] = [2]float64{r.Float64(), r.Float64()}
		}
		for round := range rounds {
			clear(move[:])
			pull := func(i, j int, f func(d2 float64) float64) {
				dx, dy := at[i][0]-at[j][0], at[i][1]-at[j][1]
				k := f(max(dx*dx+dy*dy, 1e-9))
				move[i][0], move[i][1] = move[i][0]+dx*k, move[i][1]+dy*k
				move[j][0], move[j][1] = move[j][0]-dx*k, move[j][1]-dy*k
			}
			for i := range n {
				for j := range i {
					pull(i, j, func(d2 float64) float64 { return 1 / (n * d2) })
				}
			}
			for _, l := range lines {
				pull(l[0], l[1], func(d2 float64) float64 { return -d2 })
			}
			step := 0.1 * float64(rounds-round) / rounds
			for i := range at {
				at[i][0], at[i][1] = at[i][0]+move[i][0]*step, at[i][1]+move[i][1]*step
			}
		}
	}
}
