package shelf

import (
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
)

// Measures of a row in pixels.
const (
	rowPad   = 9
	textAt   = 34
	iconAt   = 8
	iconSize = 16
	lampBar  = 3
	dayWidth = 110
	gap      = 12

	titleLead, sentenceLead = 21, 20
	sentenceTop, whereTop   = 2, 1
)

// rows is the model of the list: a row for each article.
type rows struct {
	p    *Page
	made map[int]*row
}

// Len returns the number of rows.
func (r *rows) Len() int { return len(r.p.shown.all) }

// Key returns what row i is known by.
func (r *rows) Key(i int) string { return string(r.p.shown.all[i].Fingerprint[:]) }

// Stops reports that every row can be chosen.
func (r *rows) Stops(int) bool { return true }

// Height returns the height of row i in pixels.
func (r *rows) Height(i int, width float32) float32 {
	return r.p.heightOf(r.p.shown.all[i], width)
}

// Show returns row i, looking chosen if the list is at it.
func (r *rows) Show(i int, _ fyne.CanvasObject) fyne.CanvasObject {
	x := r.row(i)
	x.chosen = i == r.p.list.Current()
	return x
}

func (r *rows) row(i int) *row {
	if r.made == nil {
		r.made = map[int]*row{}
	}
	if r.made[i] == nil {
		r.made[i] = r.p.newRow(i)
	}
	return r.made[i]
}

// row is an article: its title, the words that were found, where it lies, when it was
// opened, and a button that forgets it.
type row struct {
	control.Tap
	icon   *prose.Drawing
	text   *prose.Stack
	day    *prose.Text
	forget *control.Icon
	bar    *shape.Box
	chosen bool
	height func(width float32) float32
}

func (p *Page) newRow(i int) *row {
	roles, a := p.o.Roles, p.shown.all[i]
	title := roles.Evidence
	title.Leading = titleLead
	name := a.Title
	if name == "" {
		name = a.Path
	}
	t := prose.NewText(title, look.ColorText, name)
	t.SetMaxLines(1)
	items := []prose.Item{{Block: t}}
	if a.Sentence != "" {
		s := prose.NewText(sentenceRole(roles), look.ColorTextMuted, a.Sentence, stretches(a, roles.CardName.Font)...)
		s.SetMaxLines(2)
		items = append(items, prose.Item{Block: s, Top: sentenceTop})
	}
	where := prose.NewText(roles.Meta, look.ColorTextMuted, whereOf(a))
	where.SetMaxLines(1)
	items = append(items, prose.Item{Block: where, Top: whereTop})
	icon := "file-text"
	if a.Edition {
		icon = "article"
	}
	r := &row{
		height: func(width float32) float32 { return p.heightOf(a, width) },
		icon:   prose.NewIcon(icon, look.ColorTextMuted, iconSize, iconSize), text: prose.NewStack(items...),
		day: prose.NewText(roles.Meta, look.ColorTextMuted, locale.Day(a.Opened, p.o.Now())), bar: shape.NewBox(nil),
	}
	r.forget = control.NewSmallIcon("trash", locale.X("shelf.forget", "Forget “{{.Title}}”", map[string]any{"Title": name}), func() { p.forgetRow(i) })
	r.Init(r, name+", "+r.day.Content(), func() { p.open(i) })
	return r
}

// whereOf says what an article is and where it lies.
func whereOf(a Found) string {
	var parts []string
	if a.Edition {
		parts = append(parts, locale.X("opener.kind.edition", "Edition"))
	}
	return strings.Join(append(parts, a.Path), " · ")
}

// stretches marks what was searched for.
func stretches(a Found, bold look.Font) []prose.Stretch {
	var out []prose.Stretch
	for _, m := range a.Marks {
		if m.Start >= 0 && m.Start < m.End && m.End <= len(a.Sentence) {
			out = append(out, prose.Stretch{Start: m.Start, End: m.End, Font: bold, Colour: look.ColorAccentText})
		}
	}
	return out
}

// sentenceRole is the type of the words that were found.
func sentenceRole(r look.Roles) look.Role {
	return look.Role{Font: r.Concordance.Font, Size: r.Concordance.Size, Leading: sentenceLead}
}

// room is the width of the text in a row that is width pixels wide.
func room(width float32) float32 { return max(width-textAt-gap-dayWidth-control.Size-gap, 80) }

// heightOf is the height of a row, for which no row has to be made: a library may hold
// thousands.
func (p *Page) heightOf(a Found, width float32) float32 {
	h := 2*rowPad + titleLead + whereTop + p.o.Roles.Meta.Leading
	if a.Sentence == "" {
		return h
	}
	role := sentenceRole(p.o.Roles)
	if role.Face.Width(a.Sentence, role.Size) > room(width) {
		h += sentenceLead
	}
	return h + sentenceTop + sentenceLead
}

// MinSize returns the height of the row at its width, and no width.
func (r *row) MinSize() fyne.Size { return fyne.NewSize(0, r.height(r.Size().Width)) }

// CreateRenderer draws the row.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	return r.Render(r.paint, r.arrange, r.Ground, r.bar, r.icon, r.text, r.day, r.forget)
}

func (r *row) arrange(size fyne.Size) {
	control.Place(r.bar, 0, 0, lampBar, size.Height)
	control.Place(r.icon, iconAt+2, rowPad+3, iconSize, iconSize)
	control.Place(r.text, textAt, rowPad, room(size.Width), size.Height-2*rowPad)
	x := size.Width - control.Size - 4
	control.Place(r.forget, x, rowPad-5, control.Size, control.Size)
	w := min(r.day.NaturalWidth()+1, dayWidth)
	control.Place(r.day, x-gap-w, rowPad+2, w, r.day.Role().Leading)
}

func (r *row) paint() {
	r.Ground.CornerRadius = 0
	strength := float32(1)
	if !r.chosen {
		strength /= 2
	}
	r.Ground.FillColor = look.Faded(look.ColorHoverFill, strength)
	r.Ground.Hidden = !r.chosen && !r.Hovered()
	r.bar.FillColor, r.bar.Hidden = look.Of(look.ColorLamp), !r.chosen
}
