package panel

import (
	"fmt"
	"slices"
	"strconv"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/view"
)

const (
	iconSize   = 14
	labelWidth = 96 // of the column of labels before names and values, pixels
	dateWidth  = 84 // pixels
)

// Builder sets the blocks of a sheet, from top to bottom.
type Builder struct {
	p     *Panel
	asks  view.Asks
	e     *annotations.Edition
	roles look.Roles
	sheet *sheet

	items  []item
	slack  float32        // blank at the foot of the last item, part of the space after it
	prefix string         // of all keys
	key    string         // of what comes next
	n      int            // how many items have the key
	held   []string       // the keys of the controls in the next item
	next   command.Target // what the next block is about
	within []told         // the sentences that mention the entity of the card; nil before they are asked for
}

func (p *Panel) builder(s *sheet) *Builder {
	return &Builder{p: p, asks: p.asks, e: p.now.Edition, roles: p.roles, sheet: s}
}

// build makes the sheet of a face, in which all is as the reader left it in the
// sheet was, if that is not nil.
func (p *Panel) build(f *face, id annotations.EntityID, was *sheet) *sheet {
	s := newSheet(f, id, p.now.Edition)
	s.voice = p.now.Panel.Voice
	if was != nil {
		s.chosen, s.unfolded, s.focus, s.offset = was.chosen, was.unfolded, was.focus, was.offset
	}
	x, _ := p.now.Edition.Entity(id)
	b := p.builder(s)
	for _, section := range f.sections {
		section(b, p.now, x)
	}
	// The space that a further section would keep.
	s.items, s.after = b.items, 24-b.slack
	s.noted = p.notedOn(s)
	return s
}

// at says by which key the blocks and controls that follow are known. It has to be
// another one for each thing on the sheet, and the same for a thing in every
// edition.
func (b *Builder) at(key string) { b.key, b.n = b.prefix+key, 0 }

// add sets a block gap pixels under what stands above it.
func (b *Builder) add(gap float32, block prose.Block) {
	if t := b.taken(); t.On != command.OnNothing {
		block = newSpot(block, b.p.menuOf(t))
	}
	b.put(prose.Item{Block: block, Top: gap - b.slack, Left: padding, Right: padding})
	b.slack = 0
}

// row sets a block as a control, its words gap pixels under what stands above.
func (b *Builder) row(gap, pad float32, name string, block prose.Block, act func()) {
	r := control.NewRow(name, block, pad, act)
	r.OnFocus = b.hold(b.key, r)
	b.bind(&r.Tap, b.key, b.taken())
	b.put(b.rowItem(r, gap, pad))
	b.slack = pad
}

// lights has the row that was set last light the mentions of an entity on the page
// while the pointer is on it.
func (b *Builder) lights(id annotations.EntityID) {
	b.point(func(on bool) {
		if !on {
			b.asks.Light("")
			return
		}
		b.asks.Light(id)
	})
}

// lightsVoice has the row that was set last light the passages of a voice in the same
// way.
func (b *Builder) lightsVoice(v annotations.Voice) {
	b.point(func(on bool) {
		if !on {
			b.asks.LightVoice(0)
			return
		}
		b.asks.LightVoice(v)
	})
}

func (b *Builder) point(f func(on bool)) {
	if r, ok := b.items[len(b.items)-1].Block.(*control.Row); ok {
		r.OnPoint = f
	}
}

func (b *Builder) rowItem(block prose.Block, gap, pad float32) prose.Item {
	return prose.Item{Block: block, Top: gap - b.slack - pad, Left: padding - control.Reach, Right: padding - control.Reach}
}

// line sets a row of one line, height pixels high and gap pixels under what stands
// above. The block of the row is made when the row comes into view.
func (b *Builder) line(gap, height float32, name string, block func() prose.Block, act func()) {
	s, p, key, t := b.sheet, b.p, b.key, b.taken()
	b.held = append(b.held, key)
	b.put(b.rowItem(&lazy{height: height, make: func() prose.Block {
		r := control.NewRow(name, block(), 0, act)
		r.SetMarked(slices.Contains(p.marked[:], key))
		s.targets[key] = r
		b.bind(&r.Tap, key, t)
		r.OnFocus = func() { p.focusedOn(s, key) }
		return r
	}}, gap, 0))
	b.slack = 0
}

// unfolding sets a row that shows its details below itself, or hides them.
func (b *Builder) unfolding(gap, pad float32, name string, block prose.Block, details func(*Builder)) {
	key := b.key
	b.row(gap, pad, name, block, func() { b.p.toggle(key) })
	b.sheet.details[key] = details
	if b.sheet.unfolded[key] {
		b.items = append(b.items, b.inside(key)...)
	}
}

// inside returns the details of a row.
func (b *Builder) inside(key string) []item {
	d := b.p.builder(b.sheet)
	d.prefix = key + inside
	d.at("")
	b.sheet.details[key](d)
	if n := len(d.items); n > 0 {
		d.items[n-1].Bottom = 10 - d.slack
	}
	return d.items
}

func (b *Builder) put(i prose.Item) {
	key := b.key
	if b.n > 0 {
		key += "." + strconv.Itoa(b.n)
	}
	b.n++
	for _, t := range b.held {
		b.sheet.holder[t] = key
	}
	b.items = append(b.items, item{Item: i, key: key, stops: len(b.held) > 0})
	b.held = nil
}

// hold makes a control one of the next item. The function that it returns is to be
// called when the control gets the focus.
func (b *Builder) hold(key string, t target) func() {
	for n := 2; b.sheet.targets[key] != nil; n++ {
		key = fmt.Sprintf("%s#%d", b.key, n)
	}
	b.sheet.targets[key] = t
	b.held = append(b.held, key)
	return func() { b.p.focusedOn(b.sheet, key) }
}

// link makes a link; name is for screen readers.
func (b *Builder) link(name string, content prose.Block, width float32, act func()) *control.Link {
	l := control.NewLink(name, content, width, act)
	l.OnFocus = b.hold(b.key+inside+name, l)
	return l
}

// textLink makes a link of words of which the first n bytes are underlined.
func (b *Builder) textLink(name, words string, n int, act func()) *control.Link {
	t := prose.NewText(b.roles.Meta, look.ColorTextMuted, words,
		prose.Stretch{End: n, Link: look.ColorRuleStrong})
	return b.link(name, t, t.NaturalWidth(), act)
}

// button makes a button with words.
func (b *Builder) button(words string, act func()) *control.Text {
	t := control.NewText(control.Plain, "", words, b.roles, act).On(look.ColorPanel)
	t.OnFocus = b.hold(b.key+inside+words, t)
	return t
}

// section sets the rule and the label that begin a section. A count below 0 is
// left out; note stands at the right.
func (b *Builder) section(label string, count int, note string) {
	head := b.sectionHead(label, count)
	if note != "" {
		t := prose.NewText(b.roles.Meta, look.ColorTextFaint, note)
		head = prose.NewColumns(prose.Cell{Block: head}, prose.Cell{Block: t, Width: t.NaturalWidth(), Gap: 8})
	}
	b.begin(label, head)
}

// begin sets the rule and the head that begin a section.
func (b *Builder) begin(label string, head prose.Block) {
	b.at("section:" + label)
	if len(b.items) > 0 {
		b.add(17, prose.NewRule(look.ColorRule, 1))
		b.add(13, head)
	} else {
		b.add(4, head)
	}
}

// sectionHead is a label and a count after it, unless that is below 0.
func (b *Builder) sectionHead(label string, count int) prose.Block {
	words := []prose.Inline{prose.NewText(b.roles.Section, look.ColorText, label)}
	if count >= 0 {
		words = append(words, prose.NewText(b.roles.Meta, look.ColorTextFaint, strconv.Itoa(count)))
	}
	return prose.NewFlow(6, words...)
}

// iconLine is a line in the smallest type behind an icon.
func (b *Builder) iconLine(icon, words string) *prose.Columns {
	return b.iconBeside(icon, prose.NewText(b.roles.Meta, look.ColorTextMuted, words))
}

func (b *Builder) iconBeside(icon string, block prose.Block) *prose.Columns {
	return prose.NewColumns(
		prose.Cell{Block: prose.NewIcon(icon, look.ColorTextMuted, iconSize, b.roles.Meta.Leading), Width: iconSize},
		prose.Cell{Block: block, Gap: 6},
	)
}

// labelled is a label in its column and the cells beside it.
func (b *Builder) labelled(label string, cells ...prose.Cell) *prose.Columns {
	t := prose.NewText(b.roles.Meta, look.ColorTextMuted, label)
	cells[0].Gap += 8
	return prose.NewColumns(append([]prose.Cell{{Block: t, Width: labelWidth - 8, Down: 1}}, cells...)...)
}

// nameCells returns the sample and the name of an entity.
func (b *Builder) nameCells(x *annotations.Entity) []prose.Cell {
	const width = 16
	return []prose.Cell{
		{Block: pattern.InLine(x.Kind, width, b.roles.UI.Leading), Width: width},
		{Block: prose.NewText(b.roles.UI, look.ColorText, locale.Name(x)), Gap: 7},
	}
}

// between is first for the 0th of some blocks and gap for those after it.
func between(i int, first, gap float32) float32 {
	if i == 0 {
		return first
	}
	return gap
}
