package opener

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
)

// Measures of a row in pixels.
const (
	iconAt   = 20
	iconSize = 16
	textAt   = 48
	lampBar  = 3
	gap      = 12

	// From the right edge.
	fileKind, fileSize   = 309, 156 // the kind begins, the size ends
	recentKind, barAt    = 285, 205
	shareEnd             = 111
	barWidth, barHeight  = 48, 4
	titleLead, whereLead = 20, 16
)

// cell is a text of a row in its column.
type cell struct {
	text *prose.Text
	from float32 // the left end of the column in pixels; negative: from the right edge
	to   float32 // the right end in pixels from the right edge
	end  bool    // the text stands at the right end
	top  float32 // of the text in pixels; negative: in the middle
}

// row is one line of the list: an icon, texts in columns, and how much was read.
type row struct {
	control.Tap
	cells  []cell
	height float32
	icon   *prose.Drawing // nil in a heading
	bar    *shape.Box
	track  *shape.Box // of what was read; nil for none
	read   *shape.Box
	share  float32
	fixed  bool // it cannot be chosen
	chosen bool
}

// newRow makes the row of an item. Act is what a click does.
func (p *Opener) newRow(it item, act func()) *row {
	r := &row{bar: shape.NewBox(nil)}
	l := rowLook{p.options.Roles, p.options.Now()}
	name := ""
	switch {
	case it.file != nil:
		name = l.file(r, it.file)
	case it.recent != nil:
		name = l.recent(r, it.recent)
	case it.note != "":
		r.height, r.fixed, name = rowNote, true, it.note
		r.cells = []cell{{text: line(l.roles.UI, look.ColorTextMuted, it.note), from: iconAt, to: right, top: -1}}
	default:
		r.height, r.fixed, name = rowHead, true, it.heading
		head := line(l.roles.Section, look.ColorText, it.heading)
		r.cells = []cell{{text: head, from: iconAt, to: right, top: 8}}
		if it.count > 0 {
			count := line(l.roles.Meta, look.ColorTextFaint, locale.Count(it.count))
			r.cells = append(r.cells, cell{text: count, from: iconAt + head.NaturalWidth() + 6, to: right, top: 8})
		}
	}
	if r.fixed {
		act = nil
	}
	r.Init(r, name, act)
	if r.fixed {
		r.SetRole(fyne.AccessibleRoleText)
		r.Disable()
	}
	return r
}

// line makes a text of one line.
func line(role look.Role, ink fyne.ThemeColorName, words string, marks ...prose.Stretch) *prose.Text {
	t := prose.NewText(role, ink, words, marks...)
	t.SetMaxLines(1)
	return t
}

// MinSize returns the height of the row and no width.
func (r *row) MinSize() fyne.Size { return fyne.NewSize(0, r.height) }

// CreateRenderer draws the row.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	r.Ground.CornerRadius = 0
	objects := []fyne.CanvasObject{r.Ground, r.bar}
	if r.icon != nil {
		objects = append(objects, r.icon)
	}
	for _, c := range r.cells {
		objects = append(objects, c.text)
	}
	if r.track != nil {
		objects = append(objects, r.track, r.read)
	}
	return r.Render(r.paint, r.arrange, objects...)
}

func (r *row) arrange(size fyne.Size) {
	control.Place(r.bar, 0, 0, lampBar, size.Height)
	if r.icon != nil {
		control.Place(r.icon, iconAt, (size.Height-iconSize)/2, iconSize, iconSize)
	}
	for _, c := range r.cells {
		from := c.from
		if from < 0 {
			from += size.Width
		}
		room := max(size.Width-c.to-from, 1)
		if w := c.text.NaturalWidth() + 1; c.end && w < room {
			from, room = from+room-w, w
		}
		lead, y := c.text.Role().Leading, c.top
		if y < 0 {
			y = (size.Height - lead) / 2
		}
		control.Place(c.text, from, y, room, lead)
	}
	if r.track != nil {
		x, y := size.Width-barAt, (size.Height-barHeight)/2
		control.Place(r.track, x, y, barWidth, barHeight)
		control.Place(r.read, x, y, barWidth*r.share, barHeight)
	}
}

func (r *row) paint() {
	strength := float32(1)
	if !r.chosen {
		strength /= 2
	}
	r.Ground.FillColor = look.Faded(look.ColorHoverRaised, strength)
	r.Ground.Hidden = r.fixed || !r.chosen && !r.Hovered()
	r.bar.FillColor, r.bar.Hidden = look.Of(look.ColorLamp), !r.chosen
	if r.track != nil {
		r.track.FillColor, r.read.FillColor = look.Of(look.ColorRuleStrong), look.Of(look.ColorLamp)
		r.track.CornerRadius, r.read.CornerRadius = barHeight/2, barHeight/2
		r.read.Hidden = r.share*barWidth < barHeight
	}
}
