package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
	"sidelight/ui/prose"
)

const capGap = 6 // between a key cap and what follows it, pixels

// Helps are words for what keys do, each after the caps of its keys, side by side.
// Where there is no room for all of them, the last ones are left out.
type Helps struct {
	widget.BaseWidget
	roles look.Roles
	gap   float32
	all   []help
}

// help is a word for what one or more keys do, after their caps.
type help struct {
	caps []*Key
	word *prose.Text
}

// NewHelps makes an empty row of helps with a gap of pixels between two of them.
func NewHelps(roles look.Roles, gap float32) *Helps {
	h := &Helps{roles: roles, gap: gap}
	h.ExtendBaseWidget(h)
	return h
}

// Add adds a word for what keys do, and returns the row.
func (h *Helps) Add(word string, keys ...string) *Helps {
	x := help{word: prose.NewText(h.roles.Meta, look.ColorTextMuted, word)}
	for _, k := range keys {
		x.caps = append(x.caps, NewKey(k, h.roles))
	}
	h.all = append(h.all, x)
	return h
}

// MinSize returns nothing: the row has the size that it is given.
func (h *Helps) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the caps and the words.
func (h *Helps) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	for _, x := range h.all {
		for _, c := range x.caps {
			objects = append(objects, c)
		}
		objects = append(objects, x.word)
	}
	return Render(h, func() {}, h.arrange, objects...)
}

func (h *Helps) arrange(size fyne.Size) {
	place := func(o fyne.CanvasObject, x, w, tall float32) { Place(o, x, (size.Height-tall)/2, w+1, tall) }
	x, right := float32(0), size.Width
	for _, y := range h.all {
		fits := x+y.width()+h.gap <= right
		y.show(fits)
		if !fits {
			right = x // no later help fits either
			continue
		}
		for _, c := range y.caps {
			place(c, x, c.MinSize().Width, c.MinSize().Height)
			x += c.MinSize().Width + capGap
		}
		place(y.word, x, y.word.NaturalWidth(), h.roles.Meta.Leading)
		x += y.word.NaturalWidth() + h.gap
	}
}

func (h help) width() float32 {
	w := h.word.NaturalWidth()
	for _, c := range h.caps {
		w += c.MinSize().Width + capGap
	}
	return w
}

func (h help) show(on bool) {
	for _, c := range h.caps {
		c.Hidden = !on
	}
	h.word.Hidden = !on
}
