package atlas

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	layout "sidelight/annotations/atlas"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

const (
	headHeight = 44 // pixels
	headEdge   = 24 // at the left
	headGap    = 12
)

// head stands above the map: how many places there are, what the map does not claim, and
// what brings it nearer.
type head struct {
	widget.BaseWidget
	rule         *canvas.Rectangle
	count, claim *prose.Text
	whole        *control.Text
	nearer, away *control.Icon
}

func newHead(roles look.Roles, v *View) *head {
	h := &head{
		rule:  canvas.NewRectangle(nil),
		count: prose.NewText(roles.Strong, look.ColorText, ""),
		claim: prose.NewText(roles.Meta, look.ColorTextMuted, locale.X("map.claim",
			"Coastlines only. Pins mark where a name points, not a border or a claim.")),
		whole:  control.NewText(control.Quiet, "", locale.X("map.whole", "Whole world"), roles, func() { v.whole() }),
		nearer: control.NewSmallIcon("plus", locale.X("map.nearer", "Nearer"), func() { v.zoom(zoomStep) }),
		away:   control.NewSmallIcon("minus", locale.X("map.away", "Further away"), func() { v.zoom(1 / zoomStep) }),
	}
	h.count.SetMaxLines(1)
	h.nearer.SetKey("+")
	h.away.SetKey("-")
	h.whole.SetKey("0")
	h.whole.Hide()
	h.ExtendBaseWidget(h)
	return h
}

// follow counts the places of a document.
func (h *head) follow(now session.Snapshot) {
	if words := Count(len(layout.Gather(now.Edition))); words != h.count.Content() {
		h.count.SetContent(words)
		h.Refresh()
	}
}

// counts shows what can be done with a map that is shown.
func (h *head) counts(d *layout.Drawing) {
	c := d.Camera
	h.nearer.SetEnabled(c.Zoom < d.MaxZoom)
	h.away.SetEnabled(!c.Whole())
	if hidden := c == (layout.Camera{Lat: c.Lat}); hidden != h.whole.Hidden {
		h.whole.Hidden = hidden
		h.Refresh()
	}
}

// MinSize returns the height of the head, and no width.
func (h *head) MinSize() fyne.Size { return fyne.NewSize(0, headHeight) }

// CreateRenderer draws the words and the buttons over a rule.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(h, h.paint, h.arrange, h.rule, h.count, h.claim, h.whole, h.away, h.nearer)
}

func (h *head) paint() {
	h.rule.FillColor = look.Of(look.ColorRule)
}

func (h *head) arrange(size fyne.Size) {
	control.Place(h.rule, 0, size.Height-1, size.Width, 1)
	right := size.Width - headGap
	for _, b := range []fyne.CanvasObject{h.nearer, h.away, h.whole} {
		if b.Visible() {
			m := b.MinSize()
			right -= m.Width
			control.Place(b, right, (size.Height-1-m.Height)/2, m.Width, m.Height)
		}
	}
	x := float32(headEdge)
	w := h.count.NaturalWidth() + 1
	line := h.count.HeightFor(w)
	control.Place(h.count, x, (size.Height-1-line)/2, min(w, right-x), line)
	x += w + headGap
	room := right - headGap - x
	// Two lines where there is no room for one.
	tall := h.claim.HeightFor(max(room, 1))
	if h.claim.Hidden = tall > size.Height || room < 120; !h.claim.Hidden {
		control.Place(h.claim, x, (size.Height-1-tall)/2, room, tall)
	}
}
