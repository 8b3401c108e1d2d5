package network

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// Lengths in the head, pixels.
const (
	headHeight = 44
	chipsRow   = 38 // below, in All
	chipsNext  = 32 // more for each further row of chips
	headLeft   = 24
	headRight  = 16
	headGap    = 12
)

// reaches are the reaches in the order of their segments.
var reaches = [...]session.Reach{session.OneStep, session.TwoSteps, session.Everyone}

// others are the kinds that are switched into All.
var others = [...]annotations.Kind{annotations.Time, annotations.Number, annotations.Quote, annotations.Term}

// head says how many connections are shown, and round whom. It holds the reach, what puts
// moved nodes back, and in All the kinds beside the actors.
type head struct {
	widget.BaseWidget
	v     *View
	count *prose.Text
	about *prose.Text
	reach *control.Segmented
	tidy  *control.Text
	also  *prose.Text
	chips []*control.Chip
}

func newHead(roles look.Roles, v *View) *head {
	h := &head{v: v}
	h.count = prose.NewText(roles.Section, look.ColorText, "")
	h.about = prose.NewText(roles.Meta, look.ColorTextMuted, "")
	h.count.SetMaxLines(1)
	h.about.SetMaxLines(1)
	h.reach = control.NewSegmented(locale.X("network.reach", "How far"), []string{
		locale.X("network.one", "One step"), locale.X("network.two", "Two"), locale.X("network.all", "All"),
	}, 0, roles, func(i int) {
		v.asks.SetViews(func(w *session.Views) { w.Network.Reach = reaches[i] })
	})
	h.tidy = control.NewText(control.Quiet, "", tidyWords(), roles, v.tidy)
	h.also = prose.NewText(roles.Meta, look.ColorTextMuted, locale.X("network.also", "Also show:"))
	for _, k := range others {
		h.chips = append(h.chips, control.NewChip(locale.Kinds(k), roles, func() {
			v.asks.SetViews(func(w *session.Views) { w.Network = w.Network.With(k, !w.Network.Shows(k)) })
		}))
	}
	h.ExtendBaseWidget(h)
	return h
}

func tidyWords() string { return locale.X("network.tidy", "Tidy") }

// height is that of the head, with the row of chips where they are shown.
func (h *head) height() float32 {
	if h.v.reach() != session.Everyone {
		return headHeight
	}
	_, rows := h.flow(h.v.Size().Width)
	return headHeight + chipsRow + float32(rows-1)*chipsNext
}

// flow returns where the chips begin at a width of the head, and how many rows they are.
// Without room for the words before them the words go.
func (h *head) flow(width float32) (at []fyne.Position, rows int) {
	const gap = 6
	left := headLeft + h.also.NaturalWidth() + 9
	for range 2 {
		at, rows = at[:0], 1
		x := left
		for _, c := range h.chips {
			m := c.MinSize()
			if x+m.Width > width-headRight && x > headLeft {
				x, rows = headLeft, rows+1
			}
			at = append(at, fyne.NewPos(x, headHeight+(chipsRow-m.Height)/2+float32(rows-1)*chipsNext))
			x += m.Width + gap
		}
		if rows == 1 {
			break
		}
		left = headLeft
	}
	return at, rows
}

// follow shows what the view shows.
func (h *head) follow() {
	count, about := h.v.counted()
	h.count.SetContent(count)
	h.about.SetContent(about)
	way := h.v.now.Views.Network
	h.reach.SetChosen(slices.Index(reaches[:], h.v.reach()))
	h.reach.Hidden = h.v.now.Selected == ""
	moved, tidied := h.v.memory.has(h.v.want), h.v.memory.tidied != nil
	h.tidy.Hidden = !moved && !tidied
	if words := tidyWords(); moved || !tidied {
		h.tidy.SetWords(words)
		h.tidy.SetName(words)
	} else {
		back := locale.X("network.put-back", "Undo tidying")
		h.tidy.SetWords(back)
		h.tidy.SetName(back)
	}
	all := h.v.reach() == session.Everyone
	for i, c := range h.chips {
		c.Hidden = !all
		c.SetChosen(way.Shows(others[i]))
	}
	h.arrange(h.Size())
	if s := h.v.Size(); s.Width > 0 && h.Size().Height != h.height() {
		// The drawing begins lower or higher.
		h.Resize(fyne.NewSize(s.Width, h.height()))
		control.Place(h.v.board, 0, h.height(), s.Width, s.Height-h.height())
	}
}

// MinSize is none: the view says how large its head is.
func (h *head) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer sets the parts in a row, and the chips in one below.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{h.count, h.about, h.tidy, h.reach, h.also}
	for _, c := range h.chips {
		objects = append(objects, c)
	}
	return control.Render(h, func() {}, h.arrange, objects...)
}

func (h *head) arrange(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	right := size.Width - headRight
	for _, o := range []fyne.CanvasObject{h.reach, h.tidy} {
		if o.Visible() {
			m := o.MinSize()
			right -= m.Width
			control.Place(o, right, (headHeight-m.Height)/2, m.Width, m.Height)
			right -= headGap
		}
	}
	x := float32(headLeft)
	for _, t := range []*prose.Text{h.count, h.about} {
		w := max(min(t.NaturalWidth()+1, right-x), 0)
		line := t.Role().Leading
		control.Place(t, x, (headHeight-line)/2, w, line)
		x += w + headGap
	}
	at, _ := h.flow(size.Width)
	line := h.also.Role().Leading
	w := max(at[0].X-headLeft-8, 0) // none where the chips begin at the left
	control.Place(h.also, headLeft, headHeight+(chipsRow-line)/2, w, line)
	h.also.Hidden = w == 0 || h.v.reach() != session.Everyone
	for i, c := range h.chips {
		m := c.MinSize()
		control.Place(c, at[i].X, at[i].Y, m.Width, m.Height)
	}
}
