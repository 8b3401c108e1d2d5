package finder

import (
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations/search"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
)

// Measures of a row in pixels.
const (
	rowPad  = 8 // above and below the text
	lampBar = 3 // the width of the bar on the chosen row
	keyGap  = 12
)

// row is one row of the list: a choice, or a heading.
type row struct {
	prose.Block
	choice *choice // nil for a heading
}

// rowLook makes the rows of a finder.
type rowLook struct {
	measures
	roles    look.Roles
	commands func(id string) *command.Command // of [Options]; may be nil
}

// heading makes the row that names the part below it.
func (l rowLook) heading(name string, first bool) row {
	top := float32(12)
	if first {
		top = l.headTop
	}
	return row{Block: prose.NewStack(prose.Item{
		Block: prose.NewText(l.roles.Section, look.ColorTextMuted, name),
		Top:   top, Bottom: 5, Left: l.left, Right: l.right,
	})}
}

// hit makes the row of a result: its sign, its title with the matched letters
// marked, and below the title what it is, where it stands and why it was found.
func (l rowLook) hit(r search.Result, act func()) row {
	// A sans title looks right one pixel above the middle of its line.
	role, bold, rise := l.roles.Body, l.roles.Section.Font, float32(1)
	if r.Type == search.Passage {
		role, bold, rise = l.roles.Evidence, l.roles.CardName.Font, 0
	}
	words := l.meta(r)
	title := prose.NewText(role, look.ColorText, r.Title, stretches(r, bold)...)
	title.SetMaxLines(2)
	meta := prose.NewText(l.roles.Meta, look.ColorTextMuted, words, struck(words, r)...)
	meta.SetMaxLines(2)
	c := &choice{
		measures: l.measures, bar: shape.NewBox(nil), sign: l.sign(r), title: title, meta: meta,
		text: prose.NewStack(
			prose.Item{Block: title, Top: rowPad - rise, Bottom: rise, Left: l.text, Right: l.right},
			prose.Item{Block: meta, Bottom: rowPad, Left: l.text, Right: l.right},
		),
	}
	name := r.Title
	if words != "" {
		name += ", " + words
	}
	c.signTop = rowPad + (role.Leading-c.sign.size.Height)/2
	if l.caps {
		c.enter = control.NewKey(locale.X("key.enter", "Enter"), l.roles)
		c.key = l.key(r)
	}
	c.Init(c, name, act)
	c.SetTip(c.whole)
	return row{c, c}
}

// key makes the cap of a command's first key, or returns nil if it has none.
func (l rowLook) key(r search.Result) *control.Key {
	if c := l.commandOf(r); c != nil && c.Key() != "" {
		return control.NewKey(c.Key(), l.roles)
	}
	return nil
}

// more makes the row that shows the hidden results of a part.
func (l rowLook) more(p part, act func()) row {
	label := locale.X("finder.show-all", "Show all {{.Count}}", map[string]any{"Count": locale.Count(len(p.results))})
	if p.total > len(p.results) {
		label = locale.X("finder.show-first", "Show the first {{.Count}} of {{.Total}}",
			map[string]any{"Count": locale.Count(len(p.results)), "Total": locale.Count(p.total)})
	}
	words := prose.NewText(l.roles.Tab, look.ColorAccentText, label)
	c := &choice{
		measures: l.measures, bar: shape.NewBox(nil), title: words,
		text: prose.NewStack(prose.Item{Block: words, Top: 6, Bottom: 6, Left: l.text, Right: l.right}),
	}
	c.Init(c, label, act)
	return row{c, c}
}

// stretches returns what marks the matched letters of a result's title.
func stretches(r search.Result, bold look.Font) []prose.Stretch {
	out := make([]prose.Stretch, len(r.Matches))
	for i, m := range r.Matches {
		out[i] = prose.Stretch{
			Start: m.Start, End: m.End,
			Font: bold, Colour: look.ColorAccentText, Underline: look.ColorLamp,
		}
	}
	return out
}

// struck returns what strikes the words through that a result lacks; they are the
// last ones of the line below its title.
func struck(line string, r search.Result) []prose.Stretch {
	at := strings.LastIndex(line, locale.DroppedWords(r))
	var out []prose.Stretch
	for _, w := range r.Dropped {
		out = append(out, prose.Stretch{Start: at, End: at + len(w), Strike: look.ColorTextMuted})
		at += len(w) + len(", ")
	}
	return out
}

var _ prose.Block = (*choice)(nil)

// choice is a row that can be chosen and clicked.
type choice struct {
	control.Tap
	measures    measures
	bar         *shape.Box
	title, meta *prose.Text // meta is nil where there is none
	text        *prose.Stack
	sign        sign // without an object in the row that shows more
	signTop     float32
	enter       *control.Key // shown while the row is chosen; nil in the side panel
	key         *control.Key // of a command, shown while the row is not chosen; may be nil
	chosen      bool
}

// whole returns a title that is cut.
func (c *choice) whole() control.Tip {
	if !c.title.Cut() {
		return control.Tip{}
	}
	return control.Tip{Words: c.title.Content(), X: c.measures.text}
}

// HeightFor returns the height of the row in pixels at a width.
func (c *choice) HeightFor(width float32) float32 { return c.text.HeightFor(width) }

// MinSize returns the height of the row at its present width, and no width.
func (c *choice) MinSize() fyne.Size { return fyne.NewSize(0, c.HeightFor(c.Size().Width)) }

// CreateRenderer draws the row.
func (c *choice) CreateRenderer() fyne.WidgetRenderer {
	c.Ground.CornerRadius = 0
	objects := []fyne.CanvasObject{c.Ground, c.bar, c.text}
	if c.sign.object != nil {
		objects = append(objects, c.sign.object)
	}
	for _, k := range []*control.Key{c.enter, c.key} {
		if k != nil {
			objects = append(objects, k)
		}
	}
	return c.Render(c.paint, c.arrange, objects...)
}

func (c *choice) arrange(size fyne.Size) {
	c.bar.Resize(fyne.NewSize(lampBar, size.Height))
	c.text.Resize(size)
	if s := c.sign; s.object != nil {
		control.Place(s.object, c.measures.left, c.signTop, s.size.Width, s.size.Height)
	}
	c.placeKey(c.enter, size.Width)
	c.placeKey(c.key, size.Width)
}

// placeKey puts a cap at the right end of the title, or of the line below where the
// title leaves no room for it. It does nothing if k is nil.
func (c *choice) placeKey(k *control.Key, width float32) {
	if k == nil {
		return
	}
	size := k.MinSize()
	x, y := width-c.measures.right-size.Width, rowPad+1+(c.title.Role().Leading-size.Height)/2
	if c.meta != nil && c.title.NaturalWidth() > width-c.measures.text-c.measures.right-size.Width-keyGap {
		y = c.HeightFor(width) - rowPad - size.Height
	}
	control.Place(k, x, y, size.Width, size.Height)
}

func (c *choice) paint() {
	fill, strength := look.ColorHoverFill, float32(1)
	if c.measures.ground == look.ColorRaised {
		fill = look.ColorHoverRaised
	}
	if !c.chosen {
		strength /= 2
	}
	c.Ground.FillColor = look.Faded(fill, strength)
	c.Ground.Hidden = !c.chosen && !c.Hovered()
	c.bar.FillColor, c.bar.Hidden = look.Of(look.ColorLamp), !c.chosen
	if c.enter != nil {
		c.enter.Hidden = !c.chosen
	}
	if c.key != nil {
		c.key.Hidden = c.chosen
	}
}
