package timeline

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/annotations/timeline"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

const (
	headHeight = 44
	moreHeight = 36 // of the row of what is not in the article
	chipGap    = 8
)

// head is the bar over the rows: how many there are, in which order, and what beside the
// article is shown.
type head struct {
	widget.BaseWidget
	roles  look.Roles
	setWay func(func(*session.TimelineWay))

	left, column float32 // where the rows begin, and how wide they are

	rule              *canvas.Rectangle
	number, split     *prose.Text
	order             *control.Segmented
	also              *prose.Text
	background, since *control.Chip
	splits            [2]string // what of the moments is dated, in many words and in few
	counts            [2]int    // facts that are background, and later ones
}

func newHead(roles look.Roles, setWay func(func(*session.TimelineWay))) *head {
	h := &head{
		roles: roles, setWay: setWay, rule: canvas.NewRectangle(nil),
		number: prose.NewText(roles.Strong, look.ColorText, ""), split: prose.NewText(roles.Meta, look.ColorTextMuted, ""),
		also: prose.NewText(roles.Meta, look.ColorTextMuted, locale.X("timeline.also", "Not in the article")),
	}
	h.order = control.NewSegmented(locale.X("timeline.order", "Order"), []string{
		locale.X("timeline.happened", "As it happened"), locale.X("timeline.told", "As told"),
	}, 0, roles, func(i int) { setWay(func(w *session.TimelineWay) { w.AsTold = i == 1 }) })
	h.background = control.NewChip("", roles, func() { setWay(func(w *session.TimelineWay) { w.Background = !w.Background }) })
	h.since = control.NewChip("", roles, func() { setWay(func(w *session.TimelineWay) { w.Since = !w.Since }) })
	for _, t := range []*prose.Text{h.number, h.split, h.also} {
		t.SetMaxLines(1)
	}
	h.ExtendBaseWidget(h)
	return h
}

// follow shows how the timeline is shown.
func (h *head) follow(now session.Snapshot) {
	h.counts = [2]int{}
	if now.Edition != nil {
		for _, f := range now.Edition.Facts() {
			switch {
			case f.State == annotations.Background && !timeline.Listed(now.Edition, &f):
				h.counts[0]++
			case f.State == annotations.Since:
				h.counts[1]++
			}
		}
	}
	way, chosen := now.Views.Timeline, 0
	if way.AsTold {
		chosen = 1
	}
	if h.order.Chosen() != chosen {
		h.order.SetChosen(chosen)
	}
	h.background.SetWords(locale.X("background", "Background") + " " + locale.Count(h.counts[0]))
	h.since.SetWords(locale.X("panel.since", "Since then") + " " + locale.Count(h.counts[1]))
	h.background.SetChosen(way.Background)
	h.since.SetChosen(way.Since)
	h.Refresh()
}

// count shows how many moments there are.
func (h *head) count(count, split, brief string) {
	h.number.SetContent(count)
	h.splits = [2]string{split, brief}
	h.Refresh()
}

// height is that of the bar in pixels.
func (h *head) height() float32 {
	if h.counts == [2]int{} {
		return headHeight
	}
	return headHeight + moreHeight
}

// MinSize returns the height of the bar.
func (h *head) MinSize() fyne.Size { return fyne.NewSize(0, h.height()) }

// CreateRenderer draws the bar.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(h, func() {
		h.rule.FillColor = look.Of(look.ColorRule)
	}, h.arrange, h.number, h.split, h.also, h.background, h.since, h.order, h.rule)
}

func (h *head) arrange(size fyne.Size) {
	control.Place(h.rule, 0, size.Height-1, size.Width, 1)
	right := h.left + h.column
	order := h.order.MinSize()
	wide := min(order.Width, h.column)
	control.Place(h.order, right-wide, (headHeight-order.Height)/2, wide, order.Height)
	room := right - wide - 16 - h.left
	w := h.number.NaturalWidth()
	h.number.Hidden = w > room
	control.Place(h.number, h.left, (headHeight-h.roles.Strong.Leading)/2, w+1, h.roles.Strong.Leading)
	room -= w + 12
	h.split.Hidden = true
	for _, words := range h.splits {
		h.split.SetContent(words)
		if s := h.split.NaturalWidth(); s <= room {
			h.split.Hidden = false
			control.Place(h.split, h.left+w+12, (headHeight-h.roles.Meta.Leading)/2, s+1, h.roles.Meta.Leading)
			break
		}
	}
	h.arrangeMore(right)
}

// arrangeMore lays out what is not in the article, in a row of its own.
func (h *head) arrangeMore(right float32) {
	x := h.left
	y := float32(headHeight) + (moreHeight-control.ChipHeight)/2 - 4
	w := h.also.NaturalWidth()
	h.also.Hidden = h.counts == [2]int{}
	control.Place(h.also, x, y+(control.ChipHeight-h.roles.Meta.Leading)/2, w+1, h.roles.Meta.Leading)
	chips := []*control.Chip{h.background, h.since}
	all := float32(0)
	for i, c := range chips {
		if c.Hidden = h.counts[i] == 0; !c.Hidden {
			all += c.NaturalWidth() + chipGap
		}
	}
	if x+w+12+all-chipGap <= right {
		x += w + 12
	} else {
		h.also.Hidden = true // no room beside the chips
	}
	for _, c := range chips {
		if !c.Hidden {
			control.Place(c, x, y, c.NaturalWidth(), control.ChipHeight)
			x += c.NaturalWidth() + chipGap
		}
	}
}
