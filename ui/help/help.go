// Package help holds the sheet of all keys, derived from the table of commands.
package help

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// The sheet, in pixels.
const (
	Width   = 760 // with its padding
	Padding = 24

	columnGap   = 40
	leastColumn = 300 // two columns that would be narrower become one
	rowHeight   = 26
	headHeight  = 44
	groupHead   = 30
	groupGap    = 16
	capGap      = 6
)

// Sheet lists the commands and their keys, group by group.
type Sheet struct {
	widget.BaseWidget
	title  *prose.Text
	close  *control.Key
	groups []group
}

type group struct {
	title *prose.Text
	rows  []row
}

type row struct {
	label *prose.Text
	caps  []*control.Key
}

func (g group) height() float32 { return groupHead + float32(len(g.rows))*rowHeight }

// New makes a sheet of the commands. Each group stands where its first command
// does.
func New(commands []*command.Command, roles look.Roles) *Sheet {
	s := &Sheet{
		title: prose.NewText(roles.HoverName, look.ColorText, locale.X("help.title", "Keys")),
		close: control.NewKey(command.Key{Name: fyne.KeyEscape}.String(), roles),
	}
	at := make(map[command.Group]int)
	for _, c := range commands {
		if c.Here && len(c.Keys) == 0 {
			continue // it stands in the menu of what it works on
		}
		i, ok := at[c.Group]
		if !ok {
			i = len(s.groups)
			at[c.Group] = i
			s.groups = append(s.groups, group{title: prose.NewText(roles.Section, look.ColorText, c.Group.Label())})
		}
		r := row{label: prose.NewText(roles.UI, look.ColorTextMuted, c.Label())}
		r.label.SetMaxLines(1)
		for _, k := range c.Caps() {
			r.caps = append(r.caps, control.NewKey(k.String(), roles))
		}
		s.groups[i].rows = append(s.groups[i].rows, r)
	}
	s.ExtendBaseWidget(s)
	return s
}

// Lines returns what the sheet says, a line for each command: its label and its
// keys.
func (s *Sheet) Lines() []string {
	var out []string
	for _, g := range s.groups {
		for _, r := range g.rows {
			line := r.label.Content()
			for _, c := range r.caps {
				line += " | " + c.Name()
			}
			out = append(out, line)
		}
	}
	return out
}

// columns shares the groups out between one or two columns, in their order, so
// that the higher column is as low as can be.
func (s *Sheet) columns(width float32) [][]group {
	if width < 2*leastColumn+columnGap {
		return [][]group{s.groups}
	}
	best, lowest := 0, float32(0)
	for n := range s.groups {
		if h := max(height(s.groups[:n]), height(s.groups[n:])); n == 0 || h < lowest {
			best, lowest = n, h
		}
	}
	return [][]group{s.groups[:best], s.groups[best:]}
}

func height(groups []group) float32 {
	h := float32(0)
	for i, g := range groups {
		if i > 0 {
			h += groupGap
		}
		h += g.height()
	}
	return h
}

// HeightFor returns the height in pixels that the sheet needs at a width.
func (s *Sheet) HeightFor(width float32) float32 {
	h := float32(0)
	for _, c := range s.columns(width) {
		h = max(h, height(c))
	}
	return headHeight + h
}

// MinSize returns the height that the sheet needs at its present width, and no
// width.
func (s *Sheet) MinSize() fyne.Size { return fyne.NewSize(0, s.HeightFor(s.Size().Width)) }

// CreateRenderer shows the groups.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{s.title, s.close}
	for _, g := range s.groups {
		objects = append(objects, g.title)
		for _, x := range g.rows {
			objects = append(objects, x.label)
			for _, c := range x.caps {
				objects = append(objects, c)
			}
		}
	}
	return control.Render(s, func() {}, s.arrange, objects...)
}

func (s *Sheet) arrange(size fyne.Size) {
	control.Place(s.title, 0, 0, size.Width-60, 24)
	m := s.close.MinSize()
	control.Place(s.close, size.Width-m.Width, 3, m.Width, m.Height)
	columns := s.columns(size.Width)
	w := (size.Width - columnGap*float32(len(columns)-1)) / float32(len(columns))
	for i, c := range columns {
		x, y := float32(i)*(w+columnGap), float32(headHeight)
		for _, g := range c {
			g.arrange(x, y, w)
			y += g.height() + groupGap
		}
	}
}

// arrange lays out the group from x, y on, w pixels wide.
func (g group) arrange(x, y, w float32) {
	control.Place(g.title, x, y, w, 18)
	y += groupHead
	for _, r := range g.rows {
		end := x + w
		for _, c := range slices.Backward(r.caps) {
			m := c.MinSize()
			end -= m.Width
			control.Place(c, end, y+(rowHeight-m.Height)/2, m.Width, m.Height)
			end -= capGap
		}
		control.Place(r.label, x, y+(rowHeight-20)/2, end-x, 20)
		y += rowHeight
	}
}
