package voices

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/annotations/voices"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// Lengths in the head, in pixels.
const (
	headHeight = 44
	chipGap    = 6
	rowPitch   = control.ChipHeight + 6
	countGap   = 16
)

// head is the bar over the strip: which passages are shown, and how many they are.
type head struct {
	widget.BaseWidget
	v       *View
	roles   look.Roles
	all     *control.Chip
	voices  map[annotations.Voice]*control.Chip
	quotes  *control.Chip
	crossed []*control.Chip // of the speaker, or of a voice without a chip of its own
	n       int
	words   *prose.Text // how many passages
	rule    *canvas.Rectangle
	way     session.VoicesWay
	model   *voices.Model // for which the crossed chips were made
	made    bool
}

// chipped are the voices with a chip of their own, in the order of the chips.
var chipped = []annotations.Voice{annotations.OnRecord, annotations.Official, annotations.Unnamed}

func newHead(roles look.Roles, v *View) *head {
	h := &head{
		v: v, roles: roles, voices: map[annotations.Voice]*control.Chip{}, rule: canvas.NewRectangle(nil),
		words: prose.NewText(roles.UI, look.ColorTextMuted, ""),
	}
	h.words.SetMaxLines(1)
	h.all = control.NewChip(locale.X("voices.everyone", "Everyone"), roles, func() {
		v.set(func(w *session.VoicesWay) { *w = session.VoicesWay{ByWords: w.ByWords} })
	})
	for _, x := range chipped {
		h.voices[x] = control.NewChip(locale.ShortVoice(x), roles, func() {
			v.set(func(w *session.VoicesWay) { w.Only = other(w.Only, x, 0) })
		})
	}
	h.quotes = control.NewChip(locale.X("voices.quotations", "Quotations only"), roles, func() {
		v.set(func(w *session.VoicesWay) { w.Quotations = !w.Quotations })
	})
	h.ExtendBaseWidget(h)
	return h
}

// follow shows which passages are shown.
func (h *head) follow(now session.Snapshot) {
	w := now.Views.Voices
	if h.made && w == h.way && h.model == h.v.model {
		return
	}
	h.made, h.way, h.model = true, w, h.v.model
	mark(h.all, w.Only == 0 && w.Speaker == "" && !w.Quotations)
	for x, c := range h.voices {
		mark(c, w.Only == x)
	}
	mark(h.quotes, w.Quotations)
	h.crossed = nil
	if w.Only != 0 && h.voices[w.Only] == nil {
		h.cross(locale.ShortVoice(w.Only), pattern.NewVoice(w.Only), func(w *session.VoicesWay) { w.Only = 0 })
	}
	if h.model != nil {
		if s, ok := h.model.Find(w.Speaker); ok {
			h.cross(nameOf(s), pattern.NewVoice(s.Voices[0]), func(w *session.VoicesWay) { w.Speaker = "" })
		}
	}
	h.Refresh()
	h.v.place()
}

// mark shows whether a chip is the one that is chosen, and says so to screen readers.
func mark(c *control.Chip, on bool) {
	c.SetChosen(on)
	name := c.Words()
	if on {
		name = locale.X("finder.chosen-group", "{{.Group}}, chosen", map[string]any{"Group": name})
	}
	c.SetName(name)
}

// cross adds a chip that is taken away by a click.
func (h *head) cross(words string, sample fyne.CanvasObject, change func(*session.VoicesWay)) {
	name := locale.X("voices.no-longer-only", "No longer only {{.Name}}", map[string]any{"Name": words})
	c := control.NewCrossChip(words, name, sample, h.roles, func() { h.v.set(change) })
	h.crossed = append(h.crossed, c)
}

// nameOf returns the name of a speaker, or of a voice without one.
func nameOf(s *voices.Speaker) string {
	switch {
	case s.Name != "":
		return s.Name
	case voices.Nobody(s.Voices[0]):
		return locale.ShortVoice(s.Voices[0])
	}
	return locale.X("panel.voice.unknown", "Speaker not recorded")
}

// count says how many passages are shown.
func (h *head) count(n int) {
	if h.n = n; h.words.Content() != locale.Passages(n) {
		h.words.SetContent(locale.Passages(n))
		h.arrange(h.Size())
	}
}

// chips returns the chips in their order.
func (h *head) chips() []*control.Chip {
	out := []*control.Chip{h.all}
	for _, x := range chipped {
		out = append(out, h.voices[x])
	}
	return append(append(out, h.quotes), h.crossed...)
}

// MinSize returns nothing: the head has the size that it is given.
func (h *head) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer shows the chips and the number.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(h, func() { h.rule.FillColor = look.Of(look.ColorRule) }, h.arrange, func() []fyne.CanvasObject {
		out := []fyne.CanvasObject{h.words, h.rule}
		for _, c := range h.chips() {
			out = append(out, c)
		}
		return out
	})
}

func (h *head) arrange(size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	h.flow(h.v.frame(), true)
	control.Place(h.rule, 0, size.Height-1, size.Width, 1)
}

// heightFor returns the height of the head in pixels.
func (h *head) heightFor(f voices.Frame) float32 {
	return headHeight + rowPitch*float32(h.flow(f, false)-1)
}

// flow places the chips in rows as wide as the column, the number at the right end of the
// last of them, and returns how many rows there are. It moves nothing unless it is told to.
func (h *head) flow(f voices.Frame, move bool) int {
	const top = (headHeight - 1 - control.ChipHeight) / 2
	x, row := float32(0), 0
	for _, c := range h.chips() {
		w := min(c.NaturalWidth(), f.Column)
		if x > 0 && x+w > f.Column {
			x, row = 0, row+1
		}
		if move {
			control.Place(c, f.Left+x, float32(int(top+rowPitch*float32(row)+0.5)), w, control.ChipHeight)
		}
		x += w + chipGap
	}
	w := h.words.NaturalWidth()
	if x > 0 && x-chipGap+countGap+w > f.Column {
		row++
	}
	if move {
		y := float32(int(top + rowPitch*float32(row) + (control.ChipHeight-h.roles.UI.Leading)/2 + 0.5))
		control.Place(h.words, f.Left+f.Column-w, y, w+1, h.roles.UI.Leading)
	}
	return row + 1
}
