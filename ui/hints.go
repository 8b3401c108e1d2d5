package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/float"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/reading"
)

// Measures of the card of hints, in pixels.
const (
	hintsWidth   = 328 // less in the narrower panel
	hintsPad     = 16
	hintsRow     = 10 // above each hint
	hintsSample  = 22 // of the pattern of marks
	hintsLeading = 20 // of a line of words
)

// hints is the card that tells once, when the first article is read, what there is to
// begin with. It stands where a notice would, and goes with the first thing that the
// reader does.
type hints struct {
	widget.BaseWidget
	title  *prose.Text
	close  *control.Icon
	signs  []fyne.CanvasObject // before the words: a mark, or a key
	words  []*prose.Text
	beside float32 // the width of the widest sign
	card   *float.Card
	panel  func() float32 // the width of the panel beside the article, 0 for none
}

// newHints makes the card with the keys of a table's commands.
func newHints(roles look.Roles, t *command.Table, panel func() float32) *hints {
	h := &hints{panel: panel, title: prose.NewText(roles.Section, look.ColorText, locale.X("hints.title", "Three things to begin with"))}
	h.close = control.NewIcon("x", locale.X("notice.close", "Close"), h.Hide)
	h.close.Raised = true
	key := func(id command.ID) fyne.CanvasObject { return control.NewKey(t.Command(id).Key(), roles) }
	add := func(sign fyne.CanvasObject, width float32, words string) {
		h.signs, h.beside = append(h.signs, sign), max(h.beside, width)
		h.words = append(h.words, prose.NewText(roles.UI, look.ColorText, words))
	}
	add(pattern.NewSample(annotations.Person, hintsSample), hintsSample, locale.X("hints.mark", "Click a marked word: who or what it is"))
	search, layers := key(command.Search), key(command.ShowLayers)
	add(search, search.MinSize().Width, locale.X("hints.search", "Search names, facts, passages and commands"))
	add(layers, layers.MinSize().Width, locale.X("hints.layers", "Choose which marks show"))
	all := []fyne.CanvasObject{h.title, h.close}
	for i := range h.signs {
		all = append(all, h.signs[i], h.words[i])
	}
	h.card = float.NewCard(&fyne.Container{Layout: hintsContent{h}, Objects: all}, 0)
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer shows the card.
func (h *hints) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(h, func() {}, func(size fyne.Size) { h.card.Resize(size) }, h.card)
}

// MinSize returns the size of the card.
func (h *hints) MinSize() fyne.Size { return h.card.MinSize() }

// room is what is left for the words beside the signs on a card of that width.
func (h *hints) room(width float32) float32 { return width - 2*hintsPad - h.beside - 12 }

// heightFor is the height of the card at a width.
func (h *hints) heightFor(width float32) float32 {
	y := float32(hintsPad + hintsLeading)
	for _, w := range h.words {
		y += hintsRow + w.HeightFor(h.room(width))
	}
	return y + hintsPad
}

// arrange puts the card into its place in a window: at the foot of the panel, else in
// the lower right corner.
func (h *hints) arrange(window fyne.Size) {
	w := min(hintsWidth, window.Width-2*noticeEdge)
	x := window.Width - noticeEdge - w
	if panel := h.panel(); panel > 0 {
		w = min(w, panel-2*noticeInset)
		x = window.Width - panel + noticeInset
	}
	height := h.heightFor(w)
	control.Place(h, float32(int(x)), window.Height-height-noticeEdge, w, height)
}

// hintsContent lays out what is on the card.
type hintsContent struct{ h *hints }

func (hintsContent) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(80, 80) }

func (c hintsContent) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	h := c.h
	control.Place(h.close, size.Width-control.Size-8, 8, control.Size, control.Size)
	control.Place(h.title, hintsPad, hintsPad, size.Width-2*hintsPad-control.Size, hintsLeading)
	y := float32(hintsPad + hintsLeading)
	for i, words := range h.words {
		y += hintsRow
		sign, height := h.signs[i].MinSize(), words.HeightFor(h.room(size.Width))
		control.Place(h.signs[i], hintsPad, y+(hintsLeading-sign.Height)/2, max(sign.Width, hintsSample), sign.Height)
		control.Place(words, hintsPad+h.beside+12, y, h.room(size.Width), height)
		y += height
	}
}

// hintsLayer lays the card over the window.
type hintsLayer struct{ h *hints }

func (hintsLayer) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l hintsLayer) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.h.arrange(size) }

// hint shows the hints over an article that has marks, to a reader who is new.
func (w *Workspace) hint(r *reading.Reader) {
	if !w.newcomer || len(r.Session().Edition().Mentions()) == 0 {
		return
	}
	w.newcomer = false
	w.prefs.SetAcquainted()
	w.hints = newHints(w.theme.Roles(), r.Table(), w.panelBeside)
	r.OnActed = w.dropHints
	w.fill()
	r.FocusView()
}

// dropHints takes the hints away and reports whether they were shown.
func (w *Workspace) dropHints() bool {
	shown := w.hints != nil && w.hints.Visible()
	if shown {
		w.hints.Hide()
	}
	w.hints = nil
	return shown
}
