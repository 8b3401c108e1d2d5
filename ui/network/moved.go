package network

import (
	"encoding/json"
	"maps"
	"math"
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/ui/session"
)

// memory is where the reader has moved nodes to, in each network of the article. The
// places are parts of the area for nodes.
type memory struct {
	networks []network // the one that was changed last stands last
	tidied   []node    // what Tidy has put back, until something else is done; nil for nothing
}

// network is one way to look at the article, and what the reader has moved in it.
type network struct {
	Of    string `json:"of"` // the reach, and the id of the chosen entity
	Nodes []node `json:"nodes"`
}

type node struct {
	ID annotations.EntityID `json:"id"`
	X  float32              `json:"x"`
	Y  float32              `json:"y"`
}

// most is how much is kept, in bytes of JSON.
const most = 64 << 10

// key names what is wanted, whatever the size.
func (w wanted) key() string {
	return map[session.Reach]string{session.OneStep: "one:", session.TwoSteps: "two:", session.Everyone: "all:"}[w.way.Reach] + string(w.chosen)
}

func (m *memory) index(w wanted) int {
	return slices.IndexFunc(m.networks, func(n network) bool { return n.Of == w.key() })
}

// has reports whether the reader has moved anything.
func (m *memory) has(w wanted) bool { return m.index(w) >= 0 }

// of returns where nodes have been moved to. The map is nobody else's.
func (m *memory) of(w wanted) map[annotations.EntityID]figure.Point {
	i := m.index(w)
	if i < 0 {
		return nil
	}
	out := make(map[annotations.EntityID]figure.Point, len(m.networks[i].Nodes))
	for _, n := range m.networks[i].Nodes {
		out[n.ID] = figure.Point{X: n.X, Y: n.Y}
	}
	return out
}

// set keeps places for what is wanted; none forgets it.
func (m *memory) set(w wanted, at map[annotations.EntityID]figure.Point) {
	if i := m.index(w); i >= 0 {
		m.networks = slices.Delete(m.networks, i, i+1)
	}
	if len(at) == 0 {
		return
	}
	n := network{Of: w.key()}
	for _, id := range slices.Sorted(maps.Keys(at)) {
		n.Nodes = append(n.Nodes, node{id, rounded(at[id].X), rounded(at[id].Y)})
	}
	m.networks = append(m.networks, n)
}

// rounded is a part of a length, to a 4096th.
func rounded(x float32) float32 { return float32(math.Round(float64(x)*4096) / 4096) }

// Memory is where nodes have been moved to, as JSON; what was changed longest ago is
// left out where it is too much.
func (v *View) Memory() string {
	for from := range v.memory.networks {
		if b, err := json.Marshal(v.memory.networks[from:]); err == nil && len(b) <= most {
			return string(b)
		}
	}
	return ""
}

// Recall takes what Memory returned.
func (v *View) Recall(text string) {
	var all []network
	if json.Unmarshal([]byte(text), &all) != nil {
		all = nil
	}
	v.memory = memory{}
	for _, n := range all {
		if n.Of != "" && len(n.Nodes) > 0 {
			v.memory.networks = append(v.memory.networks, n)
		}
	}
	v.move()
	v.head.follow()
}

// OnMind hears when a node has been moved or put back.
func (v *View) OnMind(f func()) { v.onMind = f }

func (v *View) minded() {
	if v.onMind != nil {
		v.onMind()
	}
	v.head.follow()
}

// tidy puts all nodes back where the layout has them, and after that again where the
// reader had them.
func (v *View) tidy() {
	at := v.memory.of(v.want)
	if len(at) > 0 {
		v.memory.set(v.want, nil)
		v.memory.tidied = nil
		for _, id := range slices.Sorted(maps.Keys(at)) {
			v.memory.tidied = append(v.memory.tidied, node{id, at[id].X, at[id].Y})
		}
	} else {
		back := map[annotations.EntityID]figure.Point{}
		for _, n := range v.memory.tidied {
			back[n.ID] = figure.Point{X: n.X, Y: n.Y}
		}
		v.memory.tidied = nil
		v.memory.set(v.want, back)
	}
	v.move()
	v.minded()
}

// drag is a node on its way.
type drag struct {
	id annotations.EntityID // empty while nothing is dragged
	at figure.Point         // its middle in the figure
}

// dragged moves a node with the pointer.
func (v *View) dragged(g *figure.Group, by figure.Point, ended bool) bool {
	if v.drag.id == "" {
		if g == nil || g.Target.Entity == "" || ended || v.plan == nil || v.settler.Running() {
			return false
		}
		at, ok := v.plan.At(g.Target.Entity)
		if !ok || !v.plan.Movable(g.Target.Entity) {
			return false
		}
		v.drag = drag{g.Target.Entity, at}
	}
	v.drag.at = figure.Point{X: v.drag.at.X + by.X, Y: v.drag.at.Y + by.Y}
	at := v.memory.of(v.want)
	if at == nil {
		at = map[annotations.EntityID]figure.Point{}
	}
	at[v.drag.id] = v.plan.Part(v.drag.at)
	v.memory.set(v.want, at)
	v.memory.tidied = nil
	v.move()
	if ended {
		v.drag = drag{}
		v.minded()
	}
	return true
}
