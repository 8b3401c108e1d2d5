package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// The measures of the line of jumps in pixels.
const (
	jumpsTop = 6  // above the first line and below the last
	jumpsGap = 14 // between two jumps, less where they would not stand on one line
	leastGap = 7
)

// jump leads to a section of a sheet.
type jump struct {
	key   string // of the section's first item
	label string
}

// leads puts the section that was begun last on the line of jumps, under a label.
func (b *Builder) leads(label string) {
	b.sheet.jumps = append(b.sheet.jumps, jump{b.key, label})
}

// jumps is the line of jumps under the header of a face that is higher than the
// panel: one to each of its sections, of which the one in view is marked.
type jumps struct {
	widget.BaseWidget
	roles look.Roles
	to    func(key string)
	links []*jumpLink // all that there ever were, of which the first shown ones are laid out
	shown []jump
	now   string // the key of the section in view, or empty
}

// jumpLink is one jump. It is kept for other sections when a sheet is left, so that
// the keyboard's focus stays on an object that is there.
type jumpLink struct {
	*control.Link
	text *prose.Text
	jump jump
}

func newJumps(roles look.Roles, to func(key string)) *jumps {
	j := &jumps{roles: roles, to: to}
	j.Hide()
	j.ExtendBaseWidget(j)
	return j
}

// show shows the jumps of a sheet.
func (j *jumps) show(all []jump) {
	j.shown, j.now = all, ""
	for len(j.links) < len(all) {
		l := &jumpLink{text: prose.NewText(j.roles.Meta, look.ColorTextMuted, "")}
		l.Link = control.NewLink("", l.text, 0, func() { j.to(l.jump.key) })
		j.links = append(j.links, l)
	}
	for i, l := range j.links {
		if l.Hidden = i >= len(all); !l.Hidden {
			l.jump = all[i]
			l.SetName(l.jump.label)
			l.set(false)
		}
	}
	j.Refresh()
}

// set marks the jump as that of the section in view, or not.
func (l *jumpLink) set(now bool) {
	if now {
		l.text.SetColour(look.ColorText)
		l.text.SetContent(l.jump.label, prose.Stretch{End: len(l.jump.label), Underline: look.ColorLamp})
		return
	}
	l.text.SetColour(look.ColorTextMuted)
	l.text.SetContent(l.jump.label)
}

// mark marks the jump to the section of a key.
func (j *jumps) mark(key string) {
	if key == j.now {
		return
	}
	j.now = key
	for i := range j.shown {
		j.links[i].set(j.links[i].jump.key == key)
	}
}

// lay lays the jumps out in a width and returns the height of all.
func (j *jumps) lay(width float32, put func(l *jumpLink, x, y, w, h float32)) float32 {
	x, y, leading := float32(padding), float32(jumpsTop), j.roles.Meta.Leading
	room, gap := width-2*padding, float32(jumpsGap)
	for i := range j.shown {
		room -= j.links[i].text.NaturalWidth()
	}
	if between := float32(len(j.shown) - 1); between > 0 {
		gap = max(leastGap, min(gap, room/between))
	}
	for i := range j.shown {
		l := j.links[i]
		w := l.text.NaturalWidth()
		if x > padding && x+w > width-padding+0.5 {
			x, y = padding, y+leading+4
		}
		put(l, x, y, w, leading)
		x += w + gap
	}
	return y + leading + jumpsTop
}

// heightFor returns the height that the jumps need at a width.
func (j *jumps) heightFor(width float32) float32 {
	return j.lay(width, func(*jumpLink, float32, float32, float32, float32) {})
}

// MinSize is nothing: the panel lays the jumps out.
func (j *jumps) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer shows the jumps.
func (j *jumps) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(j, func() {}, func(size fyne.Size) {
		j.lay(size.Width, func(l *jumpLink, x, y, w, h float32) { control.Place(l.Link, x, y, w, h) })
	}, func() []fyne.CanvasObject {
		var out []fyne.CanvasObject
		for i := range j.shown {
			out = append(out, j.links[i].Link)
		}
		return out
	})
}

// jump scrolls to the section of a key, and marks it even where the face ends before
// the section can come to the top.
func (p *Panel) jump(key string) {
	i := p.shown.index(key)
	if i < 0 {
		return
	}
	p.list.Bring(i, -p.shown.items[i].Top+4)
	p.jumped = key
	p.jumpedAt = p.list.Offset()
	p.scrolled()
}

// reading returns the key of the section in view, or nothing above the first: a
// section counts once it has come into the upper third of the panel.
func (p *Panel) reading() string {
	if p.jumped != "" && p.list.Offset() == p.jumpedAt {
		return p.jumped
	}
	at, line := "", p.list.Offset()+p.list.Size().Height/3
	for _, j := range p.shown.jumps {
		if i := p.shown.index(j.key); i < 0 || p.list.Top(i) > line {
			break
		}
		at = j.key
	}
	return at
}

// keepJump moves the focus from a jump that is gone to the header.
func (p *Panel) keepJump() {
	c := fyne.CurrentApp().Driver().CanvasForObject(p)
	for _, l := range p.jumps.links {
		if c != nil && c.Focused() == fyne.Focusable(l.Link) && (l.Hidden || p.jumps.Hidden) {
			c.Focus(p.header.shut)
		}
	}
}

// jumping shows the jumps where the face is higher than the room below the header,
// and returns the height that they take.
func (p *Panel) jumping(size fyne.Size) float32 {
	all := p.list.HeightFor(size.Width)
	p.jumps.Hidden = len(p.shown.jumps) < 2 || all <= size.Height-headerHeight
	if p.jumps.Hidden {
		return 0
	}
	return p.jumps.heightFor(size.Width)
}
