package graph

import (
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// NodeKey is the key of the group of an entity's node.
func NodeKey(id annotations.EntityID) string { return "node:" + string(id) }

// LineKey is the key of the group of a relation's line.
func LineKey(relation string) string { return "line:" + relation }

// VerbKey is the key of the group of the verb on a relation's line.
func VerbKey(relation string) string { return "verb:" + relation }

// nearBy is how far beside a line a click still means the line, in pixels.
const nearBy = 5

// Light is what of a plan is lit. The zero Light lights nothing.
type Light struct {
	Chosen  annotations.EntityID // in All: its lines are in full ink and have their verbs
	Pointed annotations.EntityID // under the pointer: the same, and all others grow pale
	Line    string               // the relation under the pointer, in the same way
}

// Figure draws the plan.
func (p *Plan) Figure(light Light) *figure.Figure {
	p = p.lit(light)
	f := &figure.Figure{
		Width: p.ask.Width, Height: p.ask.Height, Ground: figure.Page,
		Title: p.ask.Words.Title, Description: p.ask.Words.Description(len(p.lines)),
	}
	for i := range p.lines {
		f.Groups = append(f.Groups, p.lineGroup(&p.lines[i]))
	}
	for i := range p.lines { // above all lines
		if l := &p.lines[i]; l.spoken {
			f.Groups = append(f.Groups, l.verbGroup())
		}
	}
	for i := len(p.nodes) - 1; i >= 0; i-- { // the chosen one, which is the first, above all
		if n := &p.nodes[i]; !n.inRow || n.at != (vec{}) {
			f.Groups = append(f.Groups, p.nodeGroup(n))
		}
	}
	if len(p.apart.lines) > 0 {
		f.Groups = append(f.Groups, figure.Group{Key: "apart", Shapes: p.apart.shapes(p.apartAt, 0, figure.Muted)})
	}
	f.Groups = append(f.Groups, p.legend())
	return f
}

// lit is the plan with what is lit in full ink and with its verbs, where these have room.
func (p *Plan) lit(light Light) *Plan {
	if light == (Light{}) {
		return p
	}
	q := *p
	q.nodes, q.lines = slices.Clone(p.nodes), slices.Clone(p.lines)
	pointed := light.Pointed != "" || light.Line != ""
	for i := range q.nodes {
		q.nodes[i].pale = pointed && q.nodes[i].ID != light.Pointed
		q.nodes[i].chosen = q.nodes[i].ID == light.Chosen && p.ask.Reach == All
	}
	b := q.board()
	for i := range q.lines {
		l := &q.lines[i]
		under := l.ID == light.Line || q.ends(l, light.Pointed)
		l.pale, l.lit = pointed && !under, under || p.ask.Reach == All && q.ends(l, light.Chosen)
		if under {
			q.nodes[l.a].pale, q.nodes[l.b].pale = false, false
		}
		if l.lit && !l.spoken {
			l.verb = q.set(figure.Meta, l.from(q.reader(l, light)), verbWidth)
			b.say(i, b.slots(i))
		}
	}
	return &q
}

// ends reports whether a line ends at an entity.
func (p *Plan) ends(l *line, id annotations.EntityID) bool {
	return id != "" && (p.nodes[l.a].ID == id || p.nodes[l.b].ID == id)
}

// reader is the end from which the verb of a line is read: that which is pointed to, else
// the chosen one, else the first.
func (p *Plan) reader(l *line, light Light) *node {
	for _, id := range []annotations.EntityID{light.Pointed, light.Chosen} {
		if z := &p.nodes[l.b]; z.ID == id {
			return z
		} else if p.nodes[l.a].ID == id {
			break
		}
	}
	return &p.nodes[l.a]
}

func (p *Plan) lineGroup(l *line) figure.Group {
	g := figure.Group{Key: LineKey(l.ID), Name: l.said, Tip: l.said, Along: nearBy, Target: l.target()}
	if !l.spoken {
		g.Hit = rect(along(l.path, 0.5), 2*nearBy, 2*nearBy) // where its tip is shown
	}
	ink := figure.Muted
	switch {
	case l.pale:
		ink = figure.Rule
	case l.lit:
		ink = figure.Text
	case p.ask.Reach == All:
		ink = figure.Voice
	case l.step == 2:
		ink = figure.RuleStrong
	}
	g.Shapes = stroke(l.path, l.voice, ink, l.step == 2 && !l.lit)
	return g
}

func (l *line) target() figure.Target {
	t := figure.Target{Relation: l.ID, Voice: l.voice}
	if len(l.Evidence) > 0 {
		t.Passage = l.Evidence[0]
	}
	return t
}

// verbGroup is the verb of a line on its patch of page colour. It decorates the line,
// which says the same.
func (l *line) verbGroup() figure.Group {
	ink := figure.Text
	if l.pale {
		ink = figure.Faint
	}
	in := l.patch
	in.X, in.W = in.X+patchPad, in.W-2*patchPad
	return figure.Group{
		Key: VerbKey(l.ID), Tip: l.said, Target: l.target(), Hit: l.patch,
		Shapes: append([]figure.Shape{figure.Box{At: l.patch, Fill: figure.Page}}, l.verb.shapes(in, 0.5, ink)...),
	}
}

func (p *Plan) nodeGroup(n *node) figure.Group {
	g := figure.Group{
		Key: NodeKey(n.ID), Name: n.said, Tip: n.said, Target: figure.Target{Entity: n.ID},
		Hit: rect(n.at, 24, 24),
	}
	ink := figure.Text
	switch {
	case n.step == 0:
		box := n.box()
		g.Hit = box
		g.Shapes = append(g.Shapes, figure.Box{At: box, Radius: 6, Fill: figure.StrongOf(n.Kind), Stroke: figure.InkOf(n.Kind), Width: 2})
		g.Shapes = append(g.Shapes, n.words.shapes(n.label, 0.5, ink)...)
		return g
	case n.pale:
		ink = figure.Faint
	case (n.step == 2 || n.inRow) && !n.chosen:
		ink = figure.Muted
	}
	g.Shapes = disc(n.at, n.radius, n.Kind, n.pale)
	if !n.named { // nothing but the dot can be hit
		g.Hit = within(rect(n.at, 32, 32), p.ask.Width, p.ask.Height)
	} else {
		g.Hit = g.Hit.Union(n.label)
		share := 0.5
		if centre := n.label.Centre(); float64(centre.X) > n.at.x+n.words.w/2 {
			share = 0
		} else if float64(centre.X) < n.at.x-n.words.w/2 {
			share = 1
		}
		switch {
		case n.chosen:
			g.Shapes = append(g.Shapes, figure.Box{At: n.label.Grown(1), Radius: 3, Fill: figure.StrongOf(n.Kind)})
		case p.crossed(n.label, -1) > 0: // so that the name can be read over the lines
			g.Shapes = append(g.Shapes, figure.Box{At: n.label, Fill: figure.Page})
		}
		g.Shapes = append(g.Shapes, n.words.shapes(n.label, share, ink)...)
	}
	return g
}

// within is what of a rectangle lies within a figure.
func within(r figure.Rect, w, h float32) figure.Rect {
	x, y := max(r.X, 0), max(r.Y, 0)
	return figure.Rect{X: x, Y: y, W: min(r.Right(), w) - x, H: min(r.Bottom(), h) - y}
}

// legend is the foot, which says what the kinds of lines mean: on one line, or where
// that has no room on two.
func (p *Plan) legend() figure.Group {
	const left, sample, gap, apart = 24, 22, 7, 18
	used := map[annotations.Voice]bool{}
	for i := range p.lines {
		used[p.lines[i].voice] = true
	}
	g := figure.Group{Key: "legend"}
	width := func(font figure.Font, words string) float64 { return float64(p.ask.Measure(font, words)) }
	x, y, right := float64(left), float64(p.ask.Height)-24, float64(p.ask.Width)-8
	put := func(font figure.Font, ink figure.Ink, words string) {
		w := width(font, words)
		at := rect(vec{x + w/2, y}, w, float64(font.Leading()))
		g.Shapes = append(g.Shapes, figure.Words{At: at, Font: font, Ink: ink, Text: words})
		x += w
	}
	title, whole := width(figure.Tab, p.ask.Words.Legend), float64(left)
	voices := slices.DeleteFunc(append(annotations.Voices(), 0), func(v annotations.Voice) bool { return !used[v] })
	for _, v := range voices {
		whole += sample + gap + apart + width(figure.Meta, p.ask.Words.Voice(v))
	}
	if len(voices) > 0 && left+title <= right {
		inOne := whole+title <= right
		if !inOne {
			y -= 11
		}
		put(figure.Tab, figure.Text, p.ask.Words.Legend)
		x += apart
		if !inOne {
			x, y = left, y+20
		}
	}
	for _, v := range voices {
		words := p.ask.Words.Voice(v)
		if x+sample+gap+width(figure.Meta, words) > right {
			break
		}
		g.Shapes = append(g.Shapes, stroke([]vec{{x, y}, {x + sample, y}}, v, figure.Muted, false)...)
		x += sample + gap
		put(figure.Meta, figure.Muted, words)
		x += apart
	}
	return g
}
