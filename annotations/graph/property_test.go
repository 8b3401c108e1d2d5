package graph_test

import (
	"context"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/graph"
)

// zones are the page zones of the window at 1280x820, 1000x700 and 1920x1080 pixels.
var zones = [][2]float32{{688, 728}, {596, 608}, {1244, 988}}

func TestNothingLiesOverAnything(t *testing.T) {
	e := sample(t)
	for k, z := range zones {
		for reach := graph.One; reach <= graph.All; reach++ {
			for i := range e.Entities() {
				if reach == graph.Two && i%len(zones) != k {
					continue // these take longest
				}
				check(t, graph.Ask{Edition: e, Chosen: e.Entities()[i].ID, Reach: reach, Width: z[0], Height: z[1]})
				if reach == graph.All {
					break // it is the same for all
				}
			}
		}
	}
	for n := range 200 {
		r := rand.New(rand.NewPCG(uint64(n), 16))
		entities := 1 + r.IntN(90)
		e := made(t, r, entities, r.IntN(3*entities))
		z := zones[n%len(zones)]
		for reach := graph.One; reach <= graph.All; reach++ {
			chosen := e.Entities()[r.IntN(entities)].ID
			if n%3 == 0 {
				chosen = e.Entities()[0].ID // that with most connections
			}
			check(t, graph.Ask{Edition: e, Chosen: chosen, Reach: reach, Width: z[0], Height: z[1]})
		}
	}
}

// Moved nodes, wherever they are put, leave nothing over anything either, but what has
// been put over a node.
func TestMovedNodesKeepNamesFree(t *testing.T) {
	e := sample(t)
	for n := range 40 {
		r := rand.New(rand.NewPCG(uint64(n), 17))
		a := graph.Ask{Edition: e, Chosen: e.Entities()[r.IntN(len(e.Entities()))].ID, Reach: graph.Reach(n % 3), Width: 688, Height: 728}
		moved := map[annotations.EntityID]figure.Point{}
		for range 5 {
			moved[e.Entities()[r.IntN(len(e.Entities()))].ID] = figure.Point{X: r.Float32()*3 - 1, Y: r.Float32()*3 - 1}
		}
		names(t, a, settle(t, a).With(moved).Figure(graph.Light{}))
	}
}

// The verbs that come while something is pointed to, or is chosen in All, lie over nothing
// either, and the lines of what is pointed to are the only ones in full ink.
func TestWhatIsLitKeepsFree(t *testing.T) {
	e := sample(t)
	for reach := graph.One; reach <= graph.All; reach++ {
		a := graph.Ask{Edition: e, Chosen: "us-hamas-talks", Reach: reach, Width: 688, Height: 728}
		p := settle(t, a)
		for i := range e.Entities() {
			id := e.Entities()[i].ID
			if _, ok := p.At(id); !ok {
				continue
			}
			names(t, a, p.Figure(graph.Light{Chosen: id}))
			f := p.Figure(graph.Light{Pointed: id})
			names(t, a, f)
			for _, r := range e.Relations() {
				g, ok := f.Find(graph.LineKey(r.ID))
				if lit := r.From == id || r.To == id; ok && lit != (inkOf(g) == figure.Text) {
					t.Errorf("reach %d, %s pointed to: the line of %s has the ink %s", reach, id, r.ID, inkOf(g))
				}
			}
		}
		for _, r := range e.Relations() {
			if _, ok := p.Figure(graph.Light{}).Find(graph.LineKey(r.ID)); ok {
				f := p.Figure(graph.Light{Line: r.ID})
				names(t, a, f)
				if g, _ := f.Find(graph.LineKey(r.ID)); inkOf(g) != figure.Text {
					t.Errorf("the line of %s, pointed to, has the ink %s", r.ID, inkOf(g))
				}
			}
		}
	}
}

func inkOf(g *figure.Group) figure.Ink {
	switch s := g.Shapes[0].(type) {
	case figure.Line:
		return s.Ink
	case figure.Area:
		return s.Stroke
	}
	return ""
}

func check(t *testing.T, a graph.Ask) {
	t.Helper()
	f := settle(t, a).Figure(graph.Light{})
	names(t, a, f)
	if len(a.Chosen)%4 != 0 { // one of four is laid out again
		return
	}
	if again := settle(t, a).Figure(graph.Light{}); !reflect.DeepEqual(f, again) {
		t.Fatalf("%s: not the same again", about(a))
	}
}

func about(a graph.Ask) string {
	return fmt.Sprintf("%d entities, %q, reach %d, %v x %v", len(a.Edition.Entities()), a.Chosen, a.Reach, a.Width, a.Height)
}

// part is what a name, a verb or a node takes of a figure.
type part struct {
	key string
	at  figure.Rect
}

// parts are the nodes, and the words at nodes and lines, of a figure; the words of one
// group are one part.
func parts(f *figure.Figure) (nodes, labels []part) {
	for _, g := range f.Groups {
		var node, label figure.Rect
		for _, s := range g.Shapes {
			switch s := s.(type) {
			case figure.Words:
				label = label.Union(s.At)
			case figure.Disc, figure.Area:
				node = node.Union(s.Bounds())
			case figure.Box:
				if s.Stroke != "" {
					node = node.Union(s.Bounds())
				}
			}
		}
		if strings.HasPrefix(g.Key, "node:") {
			nodes = append(nodes, part{g.Key, node})
		}
		if !label.Empty() && g.Key != "legend" {
			labels = append(labels, part{g.Key, label})
		}
	}
	return nodes, labels
}

// names fails the test where a name or a verb is cut, lies over another one, over a node
// or beyond the figure.
func names(t *testing.T, a graph.Ask, f *figure.Figure) {
	t.Helper()
	_, labels := parts(f)
	within(t, about(a), a, f)
	for _, x := range labels {
		said := spelled(f, x.key)
		if x, ok := a.Edition.Entity(annotations.EntityID(strings.TrimPrefix(x.key, "node:"))); ok && said != x.Name {
			t.Errorf("%s: %q is cut to %q", about(a), x.Name, said)
		}
	}
}

// within fails the test where anything lies beyond the figure, or where a name or a verb
// lies over another one or over a node.
func within(t *testing.T, about string, a graph.Ask, f *figure.Figure) {
	t.Helper()
	all := figure.Rect{W: a.Width, H: a.Height}
	for i := range f.Groups {
		if b := f.Groups[i].Bounds(); !all.Holds(b) {
			t.Errorf("%s: %s at %v lies beyond the figure", about, f.Groups[i].Key, b)
		}
	}
	nodes, labels := parts(f)
	for i, x := range labels {
		for _, y := range labels[:i] {
			if x.at.Overlaps(y.at) {
				t.Errorf("%s: the words of %s and %s overlap", about, x.key, y.key)
			}
		}
		for _, n := range nodes {
			if n.key != x.key && x.at.Overlaps(n.at) {
				t.Errorf("%s: the words of %s lie over %s", about, x.key, n.key)
			}
		}
	}
}

// spelled are the words of a group.
func spelled(f *figure.Figure, key string) string {
	g, _ := f.Find(key)
	var all []string
	for _, s := range g.Shapes {
		if w, ok := s.(figure.Words); ok {
			all = append(all, w.Text)
		}
	}
	return strings.Join(all, " ")
}

func TestEveryRelationOnceInAll(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 18))
	for _, e := range []*annotations.Edition{sample(t), made(t, r, 60, 200)} {
		f := settle(t, graph.Ask{Edition: e, Reach: graph.All, Width: 688, Height: 728}).Figure(graph.Light{})
		drawn := map[string]int{}
		for _, g := range f.Groups {
			if strings.HasPrefix(g.Key, "line:") {
				drawn[g.Target.Relation]++
			}
		}
		for _, r := range e.Relations() {
			want := 1
			if r.From == r.To {
				want = 0 // a relation to itself has no line
			}
			if drawn[r.ID] != want {
				t.Errorf("relation %s is drawn %d times", r.ID, drawn[r.ID])
			}
		}
		for i := range e.Entities() {
			if _, ok := f.Find(graph.NodeKey(e.Entities()[i].ID)); !ok {
				t.Errorf("%s is not drawn", e.Entities()[i].ID)
			}
		}
	}
}

// The numbers are the same on every platform: a change of the method changes the sum
// that is written here, a change of the platform must not.
func TestTheSameNumbersEverywhere(t *testing.T) {
	e := sample(t)
	h := fnv.New64a()
	for reach := graph.One; reach <= graph.All; reach++ {
		f := settle(t, graph.Ask{Edition: e, Chosen: "us-hamas-talks", Reach: reach, Width: 688, Height: 728}).Figure(graph.Light{})
		for _, g := range f.Groups {
			_, _ = fmt.Fprintf(h, "%s %x %x\n", g.Key, g.Hit, g.Bounds())
		}
	}
	const want = uint64(0xa293060bd3c2096e)
	if got := h.Sum64(); got != want {
		t.Errorf("the sum of all places is %#x, want %#x", got, want)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	a := graph.Ask{Edition: sample(t), Reach: graph.All, Width: 688, Height: 728, Measure: measure, Words: words()}
	if p, err := graph.Settle(ctx, a); err == nil || p != nil {
		t.Errorf("a plan %v, error %v", p, err)
	}
}

func TestTinyAndHugeZones(t *testing.T) {
	for _, z := range [][2]float32{{0, 0}, {1, 1}, {40, 30}, {120, 90}, {4000, 3000}} {
		for reach := graph.One; reach <= graph.All; reach++ {
			f := settle(t, graph.Ask{Edition: sample(t), Chosen: "us-hamas-talks", Reach: reach, Width: z[0], Height: z[1]}).Figure(graph.Light{})
			for _, g := range f.Groups {
				if b := g.Bounds(); b.W < 0 || b.H < 0 {
					t.Errorf("%v: %s has the size %v", z, g.Key, b)
				}
			}
		}
	}
}
