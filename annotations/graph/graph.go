package graph

import (
	"cmp"
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// Reach is how far a network goes.
type Reach uint8

// The reaches.
const (
	One Reach = iota // the chosen entity and what is connected to it
	Two              // and what is connected to that
	All              // everything of the kinds that are shown, whatever is chosen
)

// Ask is what is to be laid out.
type Ask struct {
	Edition *annotations.Edition
	Chosen  annotations.EntityID // with none, the reach is All
	Reach   Reach
	Shows   func(annotations.Kind) bool // of All; nil shows every kind
	// Width and Height are the size of the figure in pixels.
	Width, Height float32
	Measure       figure.Measure
	Words         Words
}

// Words are what a figure says in the reader's language. All are asked for in the
// goroutine that lays out.
type Words struct {
	// Name is what stands at a node, and Full what stands in the box of the chosen one.
	Name, Full func(*annotations.Entity) string
	// Node says for a screen reader what a node is, with the number of its connections.
	Node func(x *annotations.Entity, connections int) string
	// Line says who does what to whom, and on whose word; the voice 0 is that of sources.
	Line func(r *annotations.Relation, v annotations.Voice) string
	// Voice names a kind of line in the legend; 0 is that of relations for which the
	// article has no words.
	Voice  func(annotations.Voice) string
	Legend string // stands before the kinds of lines
	Apart  string // stands before what is not connected
	Title  string
	// Description says what a figure shows, with the number of its connections.
	Description func(connections int) string
}

// node is an entity in a plan.
type node struct {
	*annotations.Entity
	ties   int // how many lines of the plan end at it
	step   int // from the chosen one, 0 for itself; in All 1
	at     vec
	radius float64
	words  text        // of the name
	label  figure.Rect // where the name stands, if it is named
	named  bool
	inRow  bool   // it is not connected and stands in the row below
	said   string // by a screen reader
	// A node that is chosen in All stands out; one is pale while another is pointed to.
	chosen, pale bool
}

// line is a relation in a plan.
type line struct {
	*annotations.Relation
	a, b   int // the nodes at its ends, from the chosen one outwards
	step   int // 1 for a line that ends at the chosen node, else 2
	voice  annotations.Voice
	bow    float64 // how far the middle is off the straight way, in parts of its length
	most   float64 // the widest bow between its nodes
	path   []vec   // from border to border of the nodes
	verb   text
	patch  figure.Rect // where the verb stands, if it is spoken
	spoken bool
	said   string // by a screen reader
	// A line is in full ink while it is lit, and pale while another is.
	lit, pale bool
}

// from is the verb of a line as read from one of its ends.
func (l *line) from(n *node) string {
	if l.From == n.ID {
		return l.Label
	}
	return l.Inverse
}

// box is the ground of a node: that of the chosen one holds its name.
func (n *node) box() figure.Rect {
	if n.step == 0 {
		return rect(n.at, n.words.w+2*padX, n.words.h+2*padY)
	}
	return rect(n.at, 2*n.radius, 2*n.radius)
}

const (
	padX, padY = 16, 8 // between the name and the border of the chosen node's box
	legend     = 48    // the height of the foot that the legend takes
	edge       = 10    // between what is drawn and the border of the figure
	many       = 48    // more nodes than so in All have smaller names
	mostLines  = 5     // of a name; of a longer one its node says the rest when pointed to
	apartRow   = 26    // the height of a row of nodes that are not connected
)

// Plan is a network that is laid out: nodes at their places. It is immutable.
type Plan struct {
	ask   Ask
	nodes []node
	lines []line
	index map[annotations.EntityID]int
	area  figure.Rect // where nodes may be
	// apart stands before those nodes, at apartAt.
	apart   text
	apartAt figure.Rect
}

// collect returns a plan without places.
func collect(a Ask) *Plan {
	p := &Plan{ask: a, index: map[annotations.EntityID]int{}}
	if _, ok := a.Edition.Entity(a.Chosen); !ok {
		p.ask.Reach, p.ask.Chosen = All, ""
	}
	p.area = figure.Rect{X: edge, Y: edge, W: max(a.Width-2*edge, 1), H: max(a.Height-legend-edge, 1)}
	if p.ask.Reach == All {
		p.everyone()
	} else {
		p.around()
	}
	for i := range p.lines {
		l := &p.lines[i]
		p.nodes[l.a].ties++
		p.nodes[l.b].ties++
		l.voice = voiceOf(a.Edition, l.Relation)
		l.said = a.Words.Line(l.Relation, l.voice)
	}
	p.bows()
	for i := range p.nodes {
		p.dressNode(&p.nodes[i])
	}
	return p
}

// voiceOf is the voice of the words that state a relation; 0 if only sources do.
func voiceOf(e *annotations.Edition, r *annotations.Relation) annotations.Voice {
	if len(r.Evidence) == 0 {
		return 0
	}
	if p, ok := e.VoiceOf(r.Evidence[0]); ok {
		return p.Voice
	}
	return annotations.OwnAccount
}

func (p *Plan) add(x *annotations.Entity, step int) int {
	i, ok := p.index[x.ID]
	if !ok {
		i = len(p.nodes)
		p.index[x.ID] = i
		p.nodes = append(p.nodes, node{Entity: x, step: step})
	}
	return i
}

// everyone takes all entities of the kinds that are shown, in the order of their ids,
// and all relations between them.
func (p *Plan) everyone() {
	var all []*annotations.Entity
	shown := p.ask.Edition.Entities()
	for i := range shown {
		if p.ask.Shows == nil || p.ask.Shows(shown[i].Kind) {
			all = append(all, &shown[i])
		}
	}
	slices.SortFunc(all, func(a, b *annotations.Entity) int { return cmp.Compare(a.ID, b.ID) })
	for _, x := range all {
		p.add(x, 1)
	}
	relations := p.ask.Edition.Relations()
	for i := range relations {
		r := &relations[i]
		a, ok := p.index[r.From]
		b, both := p.index[r.To]
		if ok && both && a != b {
			p.lines = append(p.lines, line{Relation: r, a: a, b: b, step: 2})
		}
	}
}

// around takes the chosen entity, what is connected to it and, where the reach is Two,
// what is connected to that.
func (p *Plan) around() {
	x, _ := p.ask.Edition.Entity(p.ask.Chosen)
	p.add(x, 0)
	seen := map[*annotations.Relation]bool{}
	for step, first := 1, 0; step <= 1+int(p.ask.Reach); step++ {
		last := len(p.nodes)
		for i := first; i < last; i++ {
			for _, t := range p.tiesOf(p.nodes[i].ID) {
				other, ok := p.ask.Edition.Entity(t.Other)
				if !ok || t.Other == p.nodes[i].ID || seen[t.Relation] {
					continue
				}
				seen[t.Relation] = true
				p.lines = append(p.lines, line{Relation: t.Relation, a: i, b: p.add(other, step), step: step})
			}
		}
		first = last
	}
}

// tiesOf are the ties of an entity in groups by the kind of the other end.
func (p *Plan) tiesOf(id annotations.EntityID) []annotations.Tie {
	ties := slices.Clone(p.ask.Edition.TiesOf(id))
	kind := func(t annotations.Tie) annotations.Kind {
		if x, ok := p.ask.Edition.Entity(t.Other); ok {
			return x.Kind
		}
		return 0
	}
	slices.SortStableFunc(ties, func(a, b annotations.Tie) int { return cmp.Compare(kind(a), kind(b)) })
	return ties
}

// bows bends the lines, and those between the same two nodes apart: the more there are,
// the nearer they lie to one another, so that the outermost is no wide loop.
func (p *Plan) bows() {
	const least, apart, most = 0.05, 0.13, 0.7
	all, count := map[[2]int]int{}, map[[2]int]int{}
	pair := func(l *line) [2]int { return [2]int{min(l.a, l.b), max(l.a, l.b)} }
	for i := range p.lines {
		all[pair(&p.lines[i])]++
	}
	for i := range p.lines {
		l := &p.lines[i]
		k := pair(l)
		n, rings := count[k], float64(all[k]/2)
		count[k]++
		step := min(apart, most/max(rings, 1))
		l.bow, l.most = least+float64(step*float64((n+1)/2)), least+float64(step*rings)
		if n%2 == 1 {
			l.bow = -l.bow
		}
		if l.a > l.b && n > 0 {
			l.bow = -l.bow
		}
	}
}

// dressNode sets the size of a node and the words of its name.
func (p *Plan) dressNode(n *node) {
	times := len(p.ask.Edition.MentionsOf(n.ID))
	n.radius = min(11, 6+float64(times)/2)
	font := figure.Tab
	widest := 150.0
	switch {
	case n.step == 0:
		font, widest = figure.Name, min(300, float64(p.area.W)*0.36)
	case n.step == 2:
		font, n.radius = figure.Small, 4
	case p.ask.Reach == All && len(p.nodes) > many:
		font, widest = figure.Small, 120
	}
	name := p.ask.Words.Name(n.Entity)
	if n.step == 0 {
		name = p.ask.Words.Full(n.Entity)
	}
	n.words = p.set(font, name, widest)
	n.words = p.atMost(n.words, min(mostLines*float64(font.Leading()), float64(p.area.H)/4), widest)
	n.said = p.ask.Words.Node(n.Entity, n.ties)
}
