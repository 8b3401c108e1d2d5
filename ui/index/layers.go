package index

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/annotations/quiet"
	"sidelight/ui/control"
	"sidelight/ui/layer"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/view"
)

// LayersWidth is the width of the card that [Layers] is made for, and LayersPadding
// the space around its content, in pixels.
const (
	LayersWidth   = 268
	LayersPadding = 12

	labelX    = 36 // of a layer's name, pixels from the left
	leftLines = 3  // that have room for what does not show at rest
)

// Layers holds the switches of the layers: of each kind and each voice, and of how
// densely marks show.
type Layers struct {
	widget.BaseWidget

	// OnChange is called with the layers that the reader wants to be on.
	OnChange func(layer.Set)

	set     layer.Set
	rows    []*layerRow
	left    *prose.Text // what does not show at rest
	edition *annotations.Edition
	counted *annotations.Edition // whose marks leftOut counts, or nil
	leftOut [annotations.Pronoun + 1]int
	density *control.Segmented
	rules   [3]*shape.Box
	buttons []fyne.CanvasObject
	key     *control.Key
}

var _ view.Follower = (*Layers)(nil)

// layerRow is the row of a layer, with its switch: of a kind, of a voice, of the
// mentions that are not by a name, or of everything that does not show at rest.
type layerRow struct {
	sample fyne.CanvasObject // may be nil
	label  *prose.Text
	count  *prose.Text
	eye    *control.Toggle

	of   func(counts) int                     // how many marks the layer has
	on   func(layer.Set) bool                 // whether the layer is on
	with func(s layer.Set, on bool) layer.Set // s with the layer on or off
}

// NewLayers makes the switches. They show no counts until they follow a session. Key
// is the key that takes all marks off the text, as printed on a cap.
func NewLayers(key string, roles look.Roles) *Layers {
	l := &Layers{key: control.NewKey(key, roles)}
	for _, k := range annotations.Kinds() {
		l.add(roles, locale.Kinds(k), &layerRow{
			sample: pattern.NewSample(k, sample),
			of:     func(c counts) int { return c.kinds[k] },
			on:     func(s layer.Set) bool { return !s.Plain && s.Kind(k) },
			with:   func(s layer.Set, on bool) layer.Set { return s.WithKind(k, on) },
		})
	}
	for _, v := range annotations.Voices() {
		if v != annotations.OwnAccount {
			l.add(roles, locale.Voice(v), &layerRow{
				sample: pattern.NewVoice(v),
				of:     func(c counts) int { return c.voices[v] },
				on:     func(s layer.Set) bool { return s.ShowsVoice(v) },
				with:   func(s layer.Set, on bool) layer.Set { return s.WithVoice(v, on) },
			})
		}
	}
	l.add(roles, locale.X("index.descriptions", "Descriptions, pronouns"), &layerRow{
		of:   func(c counts) int { return c.descriptions },
		on:   func(s layer.Set) bool { return !s.Plain && !s.NamesOnly },
		with: func(s layer.Set, on bool) layer.Set { s.NamesOnly = !on; return s },
	})
	l.add(roles, locale.X("index.everything", "Everything"), &layerRow{
		of:   func(c counts) int { return c.marks },
		on:   func(s layer.Set) bool { return !s.Plain && s.Everything && !sparse(s.Density) },
		with: withEverything,
	})
	l.left = prose.NewText(roles.Meta, look.ColorTextMuted, "")
	l.left.SetMaxLines(leftLines)
	l.density = control.NewSegmented(locale.X("marks.density", "Marks"), []string{
		locale.X("marks.density.off", "Off"), locale.X("marks.density.first", "First"),
		locale.X("marks.density.lines", "Lines"), locale.X("marks.density.tints", "Tints"),
	}, 2, roles, func(i int) {
		s := l.set
		s.Density = layer.Densities()[i]
		l.ask(s)
	})
	l.buttons = []fyne.CanvasObject{
		control.NewText(control.Plain, "", locale.X("index.show-all", "All layers"), roles, func() { l.ask(l.set.All()) }),
		control.NewText(control.Quiet, "", locale.X("index.plain-text", "Plain text"), roles, func() {
			s := l.set
			s.Plain = !s.Plain
			l.ask(s)
		}),
	}
	l.rules = [3]*shape.Box{shape.NewBox(nil), shape.NewBox(nil), shape.NewBox(nil)}
	l.ExtendBaseWidget(l)
	l.show()
	return l
}

// sparse reports whether a density shows fewer marks than the choice of what shows at
// rest.
func sparse(d layer.Density) bool { return d == layer.Off || d == layer.FirstMention }

// withEverything is a set with everything shown at rest, or with the choice.
func withEverything(s layer.Set, on bool) layer.Set {
	if s.Everything = on; on && sparse(s.Density) {
		s.Density = layer.Lines
	}
	return s
}

// add puts a row with a name below the others.
func (l *Layers) add(roles look.Roles, name string, x *layerRow) {
	x.label, x.count = prose.NewText(roles.UI, look.ColorText, name), prose.NewText(roles.UI, look.ColorTextMuted, "")
	x.label.SetMaxLines(1)
	x.eye = control.NewToggle("eye", "eye-slash", true, func(shown bool) string {
		if shown {
			return locale.X("index.hide", "Hide {{.Name}}", map[string]any{"Name": name})
		}
		return locale.X("index.show", "Show {{.Name}}", map[string]any{"Name": name})
	}, func(shown bool) {
		s := l.set
		s.Plain = false
		l.ask(x.with(s, shown))
	})
	x.eye.Raised = true
	l.rows = append(l.rows, x)
}

func (l *Layers) ask(s layer.Set) {
	if f := l.OnChange; f != nil {
		f(s)
	}
	l.show() // the layers may be as they were
}

// Follow shows which layers are on in the snapshot now, and the counts of its
// edition.
func (l *Layers) Follow(old, now session.Snapshot) {
	if l.edition = now.Edition; old.Edition != now.Edition {
		if l.counted != nil {
			l.Explain()
		}
		c := countsOf(now.Edition)
		for _, x := range l.rows {
			words := ""
			if n := x.of(c); n > 0 {
				words = strconv.Itoa(n)
			}
			x.count.SetContent(words)
		}
		l.Refresh()
	}
	if l.set != now.Layers {
		l.set = now.Layers
		l.show()
	}
}

// Explain brings up to date what the card says of the marks that do not show at rest.
// It counts them, which takes a while in a long text, and so is called when the card
// opens.
func (l *Layers) Explain() {
	if l.counted != l.edition && l.edition != nil {
		l.counted, l.leftOut = l.edition, quiet.LeftOut(l.edition)
	}
	l.show()
}

// leftWords says what does not show at rest.
func (l *Layers) leftWords() string {
	names := l.leftOut[annotations.Name] + l.leftOut[annotations.Alias]
	descriptions, pronouns := l.leftOut[annotations.Description], l.leftOut[annotations.Pronoun]
	switch all := names + descriptions + pronouns; {
	case l.set.Plain || l.set.Density == layer.Off:
		return locale.X("index.left-out.all", "No mark shows at rest.")
	case l.set.Density == layer.FirstMention:
		return locale.X("index.left-out.later", "At rest only the first mark of each name shows.")
	case l.set.Everything || all == 0:
		return locale.X("index.left-out.none", "No mark is left out at rest.")
	default:
		return locale.X("index.left-out", "Left out at rest: {{.N}} – descriptions {{.Descriptions}}, pronouns {{.Pronouns}}, names that repeat {{.Names}}. They show at the pointer.",
			map[string]any{"N": all, "Descriptions": descriptions, "Pronouns": pronouns, "Names": names})
	}
}

func (l *Layers) show() {
	l.left.SetContent(l.leftWords())
	for _, x := range l.rows {
		on := x.on(l.set)
		x.eye.SetOn(on)
		x.label.SetColour(look.ColorText)
		if !on {
			x.label.SetColour(look.ColorTextFaint)
		}
	}
	for i, d := range layer.Densities() {
		if d == l.set.Density {
			l.density.SetChosen(i)
		}
	}
}

func (l *Layers) leftHeight() float32 { return leftLines * l.left.Role().Leading }

// First returns the switch that takes the keyboard at first.
func (l *Layers) First() fyne.Focusable { return l.rows[0].eye }

// MinSize returns the size of all switches.
func (l *Layers) MinSize() fyne.Size {
	return fyne.NewSize(LayersWidth-2*LayersPadding, float32(len(l.rows))*headHeight+l.leftHeight()+3*ruleHeight+2*control.Size+12)
}

// CreateRenderer shows the switches one below the other.
func (l *Layers) CreateRenderer() fyne.WidgetRenderer {
	var out []fyne.CanvasObject
	for _, x := range l.rows {
		if x.sample != nil {
			out = append(out, x.sample)
		}
		out = append(out, x.label, x.count, x.eye)
	}
	out = append(out, l.rules[0], l.rules[1], l.rules[2], l.left, l.density)
	return control.Render(l, l.paint, l.arrange, append(append(out, l.buttons...), l.key)...)
}

func (l *Layers) arrange(size fyne.Size) {
	y := float32(0)
	line := func(i int) {
		control.Place(l.rules[i], 4, y+ruleHeight/2, size.Width-8, 1)
		y += ruleHeight
	}
	for i, x := range l.rows {
		switch i {
		case len(annotations.Kinds()):
			line(0)
		case len(l.rows) - 2: // what is said of all kinds
			line(1)
		}
		x.arrange(y, size.Width)
		y += headHeight
	}
	control.Place(l.left, labelX, y, size.Width-labelX-4, l.leftHeight())
	y += l.leftHeight()
	line(2)
	control.Place(l.density, 4, y, size.Width-8, control.Size)
	y += control.Size + 12
	left := float32(4)
	for _, b := range l.buttons {
		m := b.MinSize()
		control.Place(b, left, y, m.Width, m.Height)
		left += m.Width + 6
	}
	k := l.key.MinSize()
	control.Place(l.key, min(left, size.Width-k.Width-4), y+(control.Size-k.Height)/2, k.Width, k.Height)
}

// arrange lays out the row y pixels below the top, in a width.
func (x *layerRow) arrange(y, width float32) {
	if x.sample != nil {
		s := x.sample.MinSize()
		control.Place(x.sample, 4+(sample-s.Width)/2, y+float32(int((headHeight-s.Height)/2)), s.Width, s.Height)
	}
	right := width - control.Size
	control.Place(x.eye, right, y+(headHeight-control.Size)/2, control.Size, control.Size)
	n := x.count.NaturalWidth()
	control.Place(x.count, right-4-n, y+4, n+1, 20)
	control.Place(x.label, labelX, y+4, right-4-n-8-labelX, 20)
}

func (l *Layers) paint() {
	for _, x := range l.rules {
		x.FillColor = look.Of(look.ColorRule)
	}
}
