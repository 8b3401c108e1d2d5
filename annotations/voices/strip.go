package voices

import (
	"strconv"

	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// Heights in the strip, in pixels from its top.
const (
	numbersTop = 16
	gridTop    = 33
	rowsTop    = 38
	rowHeight  = 26
	underRows  = 14 // from the last row to the rule
	headTop    = 11 // from the rule to the head of the list of speakers
	underHead  = 5
	labelRoom  = 120
	shareRoom  = 48
)

// strip draws the strip of a model.
type strip struct {
	*setter
	m       *Model
	s       Setting
	w       *Words
	scale   Strip
	left    float32 // of the drawing
	chosen  int     // the index of the chosen passage, -1 for none
	bottom  float32 // of the rows
	figured []figure.Group
}

// Draw returns the strip, and under it the head of the list of speakers.
func (m *Model) Draw(s Setting, w *Words, measure figure.Measure) *figure.Figure {
	d := &strip{setter: newSetter(measure), m: m, s: s, w: w, chosen: -1}
	if !s.Chosen.Empty() {
		if i := m.At(s.Chosen.Start); i >= 0 && m.Passages[i].Contains(s.Chosen.Start) {
			d.chosen = i
		}
	}
	room := float32(labelRoom)
	for _, v := range annotations.Voices() {
		room = max(room, d.width(figure.Tab, w.Voice(v))+12)
	}
	d.left = s.Frame.Left + float32(int(room+0.5))
	d.scale = m.Scale(max(s.Frame.right()-shareRoom-d.left, 40))
	d.bottom = rowsTop + float32(len(annotations.Voices()))*rowHeight
	d.grid()
	for i, v := range annotations.Voices() {
		d.row(v, rowsTop+float32(i)*rowHeight)
	}
	d.light()
	h := d.head(d.bottom + underRows)
	return &figure.Figure{
		Width: s.Frame.Width, Height: h, Title: w.Title, Description: w.Describe(m), Ground: figure.Page, Groups: d.figured,
	}
}

func (d *strip) add(g figure.Group) { d.figured = append(d.figured, g) }

// grid draws the numbers of paragraphs and a line where each begins.
func (d *strip) grid() {
	g := figure.Group{Key: "grid"}
	current := 0
	if d.chosen >= 0 {
		current = d.m.Passages[d.chosen].Sign
	}
	all := d.signs()
	end := d.left + d.scale.W + shareRoom
	label := func(s sign, f figure.Font, ink figure.Ink) figure.Words {
		t := "¶" + strconv.Itoa(s.number)
		return words(f, ink, d.left+s.x+4, numbersTop, d.width(f, t), t)
	}
	line := func(s sign) {
		g.Shapes = append(g.Shapes, figure.Box{At: figure.Rect{X: d.left + s.x, Y: gridTop, W: 1, H: d.bottom - gridTop}, Fill: figure.Rule})
	}
	var kept figure.Rect // of the current one
	for _, s := range all {
		if s.number != current {
			continue
		}
		w := label(s, figure.Label, figure.Text)
		w.At.Y--
		if line(s); w.At.Right() <= end {
			g.Shapes, kept = append(g.Shapes, w), w.At.Grown(6)
		}
	}
	step, last, drawn := d.step(all), float32(-1), float32(-apart)
	for _, s := range all {
		if s.number == current || s.number%step != 0 && s.number != 1 || s.x-drawn < apart {
			continue
		}
		line(s)
		drawn = s.x
		if w := label(s, figure.Small, figure.Muted); w.At.X >= last && w.At.Right() <= end && !w.At.Overlaps(kept) {
			g.Shapes, last = append(g.Shapes, w), w.At.Right()+6
		}
	}
	d.add(g)
}

// apart is the least distance of two lines of paragraphs, in pixels.
const apart = 5

// sign is the number of a paragraph, and where the paragraph begins on the strip.
type sign struct {
	number int
	x      float32
}

// signs returns all paragraphs that are counted.
func (d *strip) signs() []sign {
	var out []sign
	a, number := d.m.Edition.Article(), 0
	for i, p := range a.Paragraphs() {
		if n := a.Sign(i); n > number && !p.Empty() {
			number = n
			out = append(out, sign{n, float32(int(d.scale.At(d.m.before(p.Start)) + 0.5))})
		}
	}
	return out
}

// step returns which numbers are written where there are many: all, every second, fifth,
// tenth and so on.
func (d *strip) step(all []sign) int {
	if len(all) == 0 {
		return 1
	}
	last := all[len(all)-1].number
	room := d.width(figure.Small, "¶"+strconv.Itoa(last)) + 12
	for step := 1; ; step *= 10 {
		for _, by := range []int{1, 2, 5} {
			if float32(last/(step*by))*room <= d.scale.W || step > last {
				return step * by
			}
		}
	}
}

// row draws the row of a voice with its top at y.
func (d *strip) row(v annotations.Voice, y float32) {
	f := d.s.Frame
	share := 0
	for _, s := range d.m.Shares {
		if s.Voice == v {
			share = s.Percent
		}
	}
	font := figure.UI
	if d.chosen >= 0 && d.m.Passages[d.chosen].Voice == v {
		font = figure.Tab
	}
	name, percent := d.w.Voice(v), d.w.Percent(share)
	label := figure.Group{
		Key: keyVoice + v.String(), Name: name + ", " + percent, Tip: d.w.Only(name), Target: figure.Target{Voice: v},
		Hit:    figure.Rect{X: f.Left - sampleLeft - 3, Y: y, W: d.left - f.Left + sampleLeft - 5, H: rowHeight},
		Shapes: sample(v, f.Left-sampleLeft, y+5),
	}
	label.Shapes = append(label.Shapes, words(font, figure.Text, f.Left, y+3, d.width(font, name), name))
	d.add(label)
	w := d.width(figure.UI, percent)
	d.add(figure.Group{Key: "share:" + v.String(), Shapes: append(d.line(v, y+rowHeight/2),
		words(figure.UI, figure.Muted, f.right()-w, y+3, w, percent))})
	d.pieces(v, y)
	d.columns(v, y)
}

// line draws the line of a row between the passages of its voice: within one it would
// spoil the pattern.
func (d *strip) line(v annotations.Voice, y float32) []figure.Shape {
	if len(d.scale.Bins) > 0 { // on which the columns stand
		return []figure.Shape{hair(d.left, y+heapHeight/2, d.scale.W)}
	}
	var out []figure.Shape
	at := float32(0)
	to := func(x float32) {
		if x > at {
			out = append(out, hair(d.left+at, y, x-at))
		}
	}
	for _, p := range d.scale.Pieces {
		if p.Passage >= 0 && d.m.Passages[p.Passage].Voice == v {
			to(p.X - space*unit)
			at = p.X + p.W
		}
	}
	to(d.scale.W)
	return out
}

// pieces draws the passages of a voice.
func (d *strip) pieces(v annotations.Voice, y float32) {
	for _, p := range d.scale.Pieces {
		if p.Passage < 0 || d.m.Passages[p.Passage].Voice != v {
			continue
		}
		x, top, said := d.left+p.X, y+(rowHeight-fillHeight)/2, &d.m.Passages[p.Passage]
		if !d.s.Filter.Shows(said) {
			d.add(figure.Group{Key: keyPassage + strconv.Itoa(said.Start), Shapes: []figure.Shape{trace(x, top, p.Fill())}})
			continue
		}
		tip := d.w.Tip(d.m, said)
		g := figure.Group{
			Key: keyPassage + strconv.Itoa(said.Start), Name: tip, Tip: tip, Unlisted: true,
			Target: figure.Target{Passage: said.Span, Voice: v, Entity: said.Speaker},
			Hit:    figure.Rect{X: x, Y: y, W: p.W, H: rowHeight},
			Shapes: fill(v, x, top, p.Fill()),
		}
		if p.Passage == d.chosen {
			g.Shapes = append(g.Shapes, ring(figure.Rect{X: x, Y: top, W: p.Fill(), H: fillHeight}))
		}
		d.add(g)
	}
}

// ring is the frame around what is chosen.
func ring(r figure.Rect) figure.Shape {
	return figure.Box{At: r.Grown(3), Radius: 4, Stroke: figure.Focus, Width: 2}
}

// columns draws how many of the words of each column rest on a voice.
func (d *strip) columns(v annotations.Voice, y float32) {
	for i := range d.scale.Bins {
		b := &d.scale.Bins[i]
		if b.Of[v] == 0 {
			continue
		}
		x, top, said := d.left+b.X, y+(rowHeight-fillHeight)/2, &d.m.Passages[b.Passage[v]]
		g := figure.Group{Key: keyColumn + v.String() + ":" + strconv.Itoa(i), Unlisted: true}
		if d.s.Filter.Shows(said) {
			g.Shapes = []figure.Shape{heap(v, x, top, b.W-0.5, b.Of[v], b.Words)}
			g.Tip = d.w.Tip(d.m, said)
			if b.Count[v] > 1 {
				g.Tip = d.w.Column(b.Count[v], b.Of[v])
			}
			g.Name, g.Target = g.Tip, figure.Target{Passage: said.Span, Voice: v, Entity: said.Speaker}
			g.Hit = figure.Rect{X: x, Y: y, W: b.W, H: rowHeight}
		} else {
			g.Shapes = []figure.Shape{trace(x, top, b.W)}
		}
		if d.chosen >= 0 && d.holds(b, v) {
			g.Shapes = append(g.Shapes, ring(figure.Rect{X: x, Y: top, W: b.W, H: fillHeight}))
		}
		d.add(g)
	}
}

// holds reports whether a column is the first in which the chosen passage has words.
func (d *strip) holds(b *Bin, v annotations.Voice) bool {
	p := &d.m.Passages[d.chosen]
	return p.Voice == v && b.First <= p.First && p.First < b.First+b.Words
}

// light draws where the article speaks of the selected entity, and where it speaks
// itself: a line under what it says, and a stroke for each mention.
func (d *strip) light() {
	id := d.s.Selected
	if x, ok := d.m.Edition.Entity(id); !ok || x.Kind == annotations.Quote && d.chosen >= 0 {
		return // the ring says where a quotation is
	}
	g := figure.Group{Key: "lit"}
	row := map[annotations.Voice]float32{}
	for i, v := range annotations.Voices() {
		row[v] = rowsTop + float32(i)*rowHeight + (rowHeight+fillHeight)/2 + 2
	}
	for i := range d.m.Passages {
		p := &d.m.Passages[i]
		if p.By.Entity == id && p.Words > 0 {
			from, to := d.scale.At(p.First), d.scale.At(p.First+p.Words)
			g.Shapes = append(g.Shapes, lamp(d.left+from, row[p.Voice]+1, max(to-from-space*unit, 2), 2))
		}
	}
	last := figure.Rect{}
	for _, x := range d.m.Edition.MentionsOf(id) {
		word := d.m.before(x.Start)
		i := d.m.passageAt(word)
		if i < 0 || d.m.Passages[i].By.Entity == id {
			continue
		}
		at := figure.Rect{X: d.left + d.scale.At(word), Y: row[d.m.Passages[i].Voice], W: 2, H: 5}
		if at.Y == last.Y && at.X < last.Right()+0.5 {
			continue // too close to be told apart
		}
		last = at
		g.Shapes = append(g.Shapes, lamp(at.X, at.Y, at.W, at.H))
	}
	d.add(g)
}

func lamp(x, y, w, h float32) figure.Shape {
	return figure.Box{At: figure.Rect{X: x, Y: y, W: w, H: h}, Fill: figure.Lamp}
}

// head draws the head of the list of speakers under a rule at y, and returns where it
// ends.
func (d *strip) head(y float32) float32 {
	f := d.s.Frame
	g := figure.Group{Key: "head", Shapes: []figure.Shape{hair(f.Left, y, f.Column)}}
	top := y + headTop
	w := d.width(figure.Label, d.w.Speakers)
	named, _ := d.m.Shown(d.s.Filter)
	count := strconv.Itoa(len(named))
	g.Shapes = append(g.Shapes,
		words(figure.Label, figure.Text, f.Left, top, w, d.w.Speakers),
		words(figure.Meta, figure.Faint, f.Left+w+6, top, d.width(figure.Meta, count), count))
	d.add(g)
	left := f.Left + w + 6 + d.width(figure.Meta, count)
	const caret, gap = 12, 4
	ow := d.width(figure.Meta, d.w.Order)
	x := f.right() - caret - gap - ow
	if x < f.Left+w+40 { // no room beside the head
		top += 20
		x = max(f.Left, x)
	}
	d.add(figure.Group{
		Key: KeyOrder, Name: d.w.Order, Unlisted: true, Hit: figure.Rect{X: x - 6, Y: top - 8, W: ow + caret + gap + 12, H: 26},
		Shapes: []figure.Shape{
			words(figure.Meta, figure.Muted, x, top, ow, d.w.Order),
			figure.Icon{At: figure.Rect{X: x + ow + gap, Y: top + 3, W: caret, H: caret}, Ink: figure.Muted, Name: "caret-down"},
		},
	})
	d.foldAll(named, left+foldGap, y+headTop, x)
	return top + 18 + underHead
}

// foldAll draws what folds all speakers up or, where they are, unfolds them, at x pixels
// and before the end of the room.
func (d *strip) foldAll(named []Shown, x, y, end float32) {
	t := d.w.UnfoldAll
	for _, s := range named {
		if !d.s.Folded[s.Key] {
			t = d.w.FoldAll
		}
	}
	w := d.width(figure.Meta, t)
	if len(named) < 2 || x+w+foldGap > end {
		return
	}
	d.add(figure.Group{
		Key: KeyFoldAll, Name: t, Hit: figure.Rect{X: x - 6, Y: y - 8, W: w + 12, H: 26},
		Shapes: []figure.Shape{
			words(figure.Meta, figure.Muted, x, y, w, t),
			figure.Box{At: figure.Rect{X: x, Y: y + figure.Meta.Leading() - 2, W: w, H: 1}, Fill: figure.RuleStrong},
		},
	})
}

// foldGap is between the number of speakers and what folds them up, in pixels.
const foldGap = 16
