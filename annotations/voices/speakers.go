package voices

import (
	"context"
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// Lengths in the list of speakers, in pixels.
const (
	headHeight = 34
	headGap    = 9  // above the head of a speaker whose words are shown
	between    = 16 // between what stands at the left of a head and at its right
	leastIn    = 36 // of the words of a statement, from the column's left edge
	overWords  = 2
	underWords = 9
	overPair   = 6  // above the wordings of a quotation
	pairGap    = 20 // between the two
	quoteIn    = 13 // of a wording from its line
	quoteLine  = 2
	foot       = 40
	apartGap   = 20
	barWidth   = 3
	beamBefore = 12
)

// list draws the list of speakers.
type list struct {
	*setter
	ctx     context.Context
	m       *Model
	s       Setting
	w       *Words
	in      float32      // of the words of a statement, from the column's left edge
	lit     map[int]bool // the passages that mention the selected entity, by their index
	y       float32
	figured []figure.Group
}

// List returns the list of speakers with what they say. It ends with the context's error
// soon after the context ends.
func (m *Model) List(ctx context.Context, s Setting, w *Words, measure figure.Measure) (*figure.Figure, error) {
	d := &list{setter: newSetter(measure), ctx: ctx, m: m, s: s, w: w}
	last := 1
	if n := len(m.Passages); n > 0 {
		last = m.Passages[n-1].Sign
	}
	d.in = max(leastIn, float32(int(d.width(figure.Label, "¶"+strconv.Itoa(last))+11)))
	d.lit = m.naming(s.Selected)
	speakers, writer := m.Shown(s.Filter)
	for _, x := range speakers {
		d.speaker(x)
	}
	if len(writer) > 0 {
		d.apart()
	}
	for _, x := range writer {
		d.speaker(x)
	}
	if len(speakers)+len(writer) == 0 {
		d.empty()
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return &figure.Figure{
		Width: s.Frame.Width, Height: d.y + foot, Title: w.Title, Description: w.Describe(m), Ground: figure.Page, Groups: d.figured,
	}, nil
}

func (d *list) add(g figure.Group) { d.figured = append(d.figured, g) }

// empty says that the filter shows nothing.
func (d *list) empty() {
	d.y += apartGap
	g := figure.Group{Key: "empty"}
	g.Shapes, d.y = d.block(g.Shapes, figure.Body, figure.Body, figure.Muted, d.w.Empty, nil, d.s.Frame.Left, d.y, d.s.Frame.Column)
	d.add(g)
}

// apart heads what has no speaker.
func (d *list) apart() {
	d.y += apartGap
	d.add(figure.Group{Key: "apart", Shapes: []figure.Shape{
		words(figure.Label, figure.Text, d.s.Frame.Left, d.y, d.width(figure.Label, d.w.Apart), d.w.Apart),
	}})
	d.y += figure.Label.Leading() + 4
}

// speaker draws a speaker, and what they say unless that is folded up.
func (d *list) speaker(x Shown) {
	if d.ctx.Err() != nil {
		return
	}
	folded := d.s.Folded[x.Key]
	d.head(x, folded)
	if folded {
		return
	}
	for _, i := range x.Passages {
		if d.ctx.Err() != nil {
			return
		}
		d.statement(i, len(x.Voices) > 1)
	}
}

// head draws the name of a speaker, the standing, and how much is said.
func (d *list) head(x Shown, folded bool) {
	font, over := figure.When, float32(5)
	if folded {
		font, over = figure.ReadingBold, 6
	} else {
		d.y += headGap
	}
	f, top := d.s.Frame, d.y
	name := d.w.name(x.Speaker)
	standing := d.standing(x)
	counts := d.w.Count(x.Words, x.Percent, len(x.Passages), len(x.Said))
	cw, sw := d.width(figure.Meta, counts), d.width(figure.Meta, standing)
	// What does not fit on one line goes below the name.
	room := f.Column - cw - between
	beside := d.width(font, name)+10+sw <= room
	if !beside {
		room = f.Column
	}
	var g figure.Group
	y, at := top+over, len(d.figured)
	lines := d.lines(font, font, name, nil, room)
	nameAt := figure.Rect{X: f.Left, Y: y, W: 0, H: float32(len(lines)) * font.Leading()}
	var shapes []figure.Shape
	for _, l := range lines {
		shapes = d.line(shapes, l, figure.Text, f.Left, y)
		nameAt.W = max(nameAt.W, l[len(l)-1].x+l[len(l)-1].w)
		y += font.Leading()
	}
	sx, my := f.Left+nameAt.W+10, top+9
	cx := f.right() - cw
	if !beside {
		sx, my = f.Left, y
		if sw+between+cw > f.Column { // nor do these two
			y += figure.Meta.Leading()
		}
		y += figure.Meta.Leading()
	}
	end := max(top+headHeight, y+over)
	g = figure.Group{
		Key: keyHead + x.Key, Name: name + ", " + standing + ", " + counts, Tip: d.foldTip(folded),
		Target: figure.Target{Entity: x.Entity, Voice: x.Voices[0]},
		Hit:    figure.Rect{X: f.Left - 8, Y: top, W: f.Column + 16, H: end - top - 1},
		Shapes: sample(x.Voices[0], f.Left-sampleLeft, top+float32(headHeight-sampleHeight)/2),
	}
	g.Shapes = append(g.Shapes, hair(f.Left, end-1, f.Column))
	if x.Entity != "" && x.Entity == d.s.Selected {
		g.Shapes = append(g.Shapes, lamp(f.Left-10, top+6, barWidth, headHeight-12))
	}
	d.add(g)
	d.add(figure.Group{Key: keyName + x.Key, Shapes: shapes})
	if x.Entity != "" {
		n := &d.figured[at+1]
		n.Name, n.Target, n.Hit, n.Unlisted = name, figure.Target{Entity: x.Entity}, nameAt, true
	}
	d.besides(x, standing, counts, figure.Point{X: sx, Y: my}, cx, sw, cw, y)
	d.y = end
}

// besides draws the standing and the counts of a speaker, which filter.
func (d *list) besides(x Shown, standing, counts string, at figure.Point, cx, sw, cw, bottom float32) {
	h := figure.Meta.Leading()
	if standing != "" {
		d.add(figure.Group{
			Unlisted: true,
			Key:      keyKind + x.Key, Name: d.w.Only(d.w.Voice(x.Voices[0])), Tip: d.w.Only(d.w.Voice(x.Voices[0])),
			Target: figure.Target{Voice: x.Voices[0]}, Hit: figure.Rect{X: at.X, Y: at.Y, W: sw, H: h},
			Shapes: []figure.Shape{words(figure.Meta, figure.Muted, at.X, at.Y, sw, standing)},
		})
	}
	y := at.Y
	if at.X+sw+between > cx {
		y, cx = bottom-h, at.X
	}
	only := d.w.Only(d.w.name(x.Speaker))
	d.add(figure.Group{
		Key: keyOnly + x.Key, Name: only, Tip: only, Unlisted: true,
		Hit:    figure.Rect{X: cx, Y: y, W: cw, H: h},
		Shapes: []figure.Shape{words(figure.Meta, figure.Muted, cx, y, cw, counts)},
	})
}

func (d *list) foldTip(folded bool) string {
	if folded {
		return d.w.Unfold
	}
	return d.w.Fold
}

// standing says in which voices a speaker speaks; nothing for what has no speaker.
func (d *list) standing(x Shown) string {
	if Nobody(x.Voices[0]) {
		return ""
	}
	var out []string
	seen := map[annotations.Voice]bool{}
	for _, i := range x.Said {
		if p := &d.m.Passages[i]; !seen[p.Voice] {
			seen[p.Voice] = true
			out = append(out, d.w.Standing(p.Passage))
		}
	}
	return strings.Join(out, ", ")
}

// statement draws the words of a passage, and the two wordings of each quotation in it.
// Mixed says that the speaker has words of another voice too.
func (d *list) statement(i int, mixed bool) {
	p := &d.m.Passages[i]
	f, key := d.s.Frame, strconv.Itoa(p.Start)
	top, x := d.y, f.Left+d.in
	lead := figure.Reading.Leading()
	chosen := !d.s.Chosen.Empty() && p.Contains(d.s.Chosen.Start)
	if chosen {
		d.beam(top, lead)
	}
	t := printed(d.m.Edition.Article().Slice(p.Span))
	g := figure.Group{
		Key: keySaid + key, Name: t, Target: figure.Target{Passage: p.Span, Voice: p.Voice, Entity: p.Speaker},
	}
	g.Shapes, d.y = d.block(nil, figure.Reading, figure.Reading, figure.Text, t, nil, x, top+overWords, f.Column-d.in)
	d.y = max(d.y, top+overWords+lead)
	g.Hit = figure.Rect{X: x - 4, Y: top, W: f.Column - d.in + 8, H: d.y - top + 3}
	if d.lit[i] && !chosen {
		g.Shapes = append(g.Shapes, lamp(x-10, top+overWords+3, barWidth, d.y-top-overWords-6))
	}
	if mixed {
		g.Shapes = append(g.Shapes, sample(p.Voice, f.Left-sampleLeft, top+overWords+4)...)
	}
	d.add(g)
	sign := "¶" + strconv.Itoa(p.Sign)
	w := d.width(figure.Label, sign)
	d.add(figure.Group{
		Key: keySign + key, Name: sign + ", " + d.w.ToArticle, Tip: d.w.ToArticle, Target: figure.Target{Passage: p.Span}, Unlisted: true,
		Hit:    figure.Rect{X: f.Left - 6, Y: top, W: d.in, H: lead + 4},
		Shapes: []figure.Shape{words(figure.Label, figure.AccentText, f.Left, top+overWords+2, w, sign)},
	})
	for k, q := range p.Quotes {
		if q.Compared() && first(p.Quotes[:k], q) {
			d.record(q, key)
		}
	}
	d.y += underWords
	d.add(figure.Group{Key: "rule:" + key, Shapes: []figure.Shape{hair(f.Left, d.y, f.Column)}})
	d.y++
}

// first reports whether a quotation is not among those before it.
func first(before []Quote, q Quote) bool {
	for _, b := range before {
		if b.Entity == q.Entity {
			return false
		}
	}
	return true
}

// beam lights the first line of the chosen statement.
func (d *list) beam(top, lead float32) {
	f := d.s.Frame
	x := f.Left + d.in - beamBefore
	at := figure.Rect{X: x, Y: top, W: f.Width - x, H: lead + 2*overWords}
	d.add(figure.Group{Key: "beam", Shapes: []figure.Shape{
		figure.Box{At: at, Fill: figure.Lamp, Beam: true},
		lamp(f.Width-barWidth, at.Y, barWidth, at.H),
	}})
}

// record draws a quotation as it is printed beside its published wording, and says what
// the difference is.
func (d *list) record(q Quote, key string) {
	f := d.s.Frame
	x, width := f.Left+d.in, f.Column-d.in
	top := d.y + overPair
	here := quoted(printed(d.m.Edition.Article().Slice(q.Printed)))
	there := quoted(printed(q.Entity.Words.Published))
	a, b := Differences(here, there)
	say := strings.TrimSpace(printed(q.Entity.Words.Difference) + " " + d.w.Occasion(q.Entity.Words))
	g := figure.Group{
		Key: keyRecord + key + ":" + string(q.Entity.ID), Tip: "",
		Name:   strings.TrimSpace(d.w.Printed + ": " + here + " " + d.w.Published + ": " + there + " " + say),
		Target: figure.Target{Entity: q.Entity.ID, Passage: q.Printed},
	}
	each := width
	if !f.Stacked {
		each = float32(int((width - pairGap) / 2))
	}
	var left, right float32
	g.Shapes, left = d.wording(g.Shapes, d.w.Printed, here, a, figure.InkOf(annotations.Quote), x, top, each)
	if f.Stacked {
		g.Shapes, right = d.wording(g.Shapes, d.w.Published, there, b, figure.RuleStrong, x, left+overPair, each)
	} else {
		g.Shapes, right = d.wording(g.Shapes, d.w.Published, there, b, figure.RuleStrong, x+each+pairGap, top, each)
	}
	d.y = max(left, right)
	if say != "" {
		g.Shapes, d.y = d.block(g.Shapes, figure.Meta, figure.Meta, figure.Muted, say, nil, x, d.y+4, width)
	}
	g.Hit = figure.Rect{X: x - 4, Y: top - 1, W: width + 8, H: d.y - top + 2}
	d.add(g)
}

// quoted puts a text between quotation marks, unless it is between them.
func quoted(t string) string {
	if t = strings.Trim(t, `"“”`); t == "" {
		return t
	}
	return "“" + t + "”"
}

// wording draws one wording of a quotation under its label, beside a line; the words at
// the spans are stronger. It returns where that ends.
func (d *list) wording(to []figure.Shape, label, t string, spans []annotations.Span, ink figure.Ink, x, y, width float32) ([]figure.Shape, float32) {
	to, y = d.block(to, figure.Meta, figure.Meta, figure.Muted, label, nil, x, y, width)
	to, end := d.block(to, figure.Reading, figure.ReadingBold, figure.Text, t, spans, x+quoteIn, y, width-quoteIn)
	return append(to, figure.Box{At: figure.Rect{X: x, Y: y, W: quoteLine, H: end - y}, Fill: ink}), end
}

// block adds a text to shapes, wrapped to a width, and returns where it ends.
func (d *list) block(to []figure.Shape, f, other figure.Font, ink figure.Ink, t string, spans []annotations.Span, x, y, width float32) ([]figure.Shape, float32) {
	for _, l := range d.lines(f, other, t, spans, width) {
		to = d.line(to, l, ink, x, y)
		y += f.Leading()
	}
	return to, y
}

// line adds a line to shapes.
func (d *list) line(to []figure.Shape, l []piece, ink figure.Ink, x, y float32) []figure.Shape {
	for _, p := range l {
		to = append(to, words(p.font, ink, x+p.x, y, p.w, p.text))
	}
	return to
}

// Whole returns the strip and the list below it as one figure.
func Whole(strip, list *figure.Figure) *figure.Figure {
	out := *strip
	out.Groups = append([]figure.Group(nil), strip.Groups...)
	out.Width, out.Height = max(strip.Width, list.Width), strip.Height+list.Height
	for _, g := range list.Groups {
		shapes := make([]figure.Shape, len(g.Shapes))
		for i, s := range g.Shapes {
			shapes[i] = lowered(s, strip.Height)
		}
		g.Shapes = shapes
		if !g.Hit.Empty() {
			g.Hit.Y += strip.Height
		}
		out.Groups = append(out.Groups, g)
	}
	return &out
}

// lowered returns a shape that stands by pixels further down.
func lowered(s figure.Shape, by float32) figure.Shape {
	switch x := s.(type) {
	case figure.Words:
		x.At.Y += by
		return x
	case figure.Box:
		x.At.Y += by
		return x
	case figure.Disc:
		x.Centre.Y += by
		return x
	}
	return s // there are no others in the list
}
