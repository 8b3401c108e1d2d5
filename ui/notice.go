package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/float"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Measures of a notice in pixels.
const (
	noticeWidth  = 560
	noticeEdge   = 16 // from the bottom of the window
	noticeHeight = 48
)

// notice is a line at the bottom of the window that stays until it is closed,
// with one thing to do about it. It takes no part in clicks beside it.
type notice struct {
	widget.BaseWidget
	words *prose.Text
	act   *control.Text
	close *control.Icon
	card  *float.Card
}

func newNotice(roles look.Roles, words, doing string, do func()) *notice {
	n := &notice{words: prose.NewText(roles.UI, look.ColorText, words)}
	n.words.SetMaxLines(2)
	n.act = control.NewText(control.Plain, "", doing, roles, do)
	n.close = control.NewIcon("x", locale.X("notice.close", "Close"), n.Hide)
	n.close.Raised = true
	n.card = float.NewCard(&fyne.Container{Layout: noticeContent{n}, Objects: []fyne.CanvasObject{n.words, n.act, n.close}}, 0)
	n.ExtendBaseWidget(n)
	return n
}

// CreateRenderer shows the card.
func (n *notice) CreateRenderer() fyne.WidgetRenderer { return noticeRenderer{n} }

type noticeRenderer struct{ n *notice }

func (r noticeRenderer) Destroy()                     {}
func (r noticeRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r noticeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.n.card} }

func (r noticeRenderer) Layout(size fyne.Size) {
	w := min(noticeWidth, size.Width-2*noticeEdge)
	h := max(noticeHeight, r.n.words.HeightFor(r.n.room(w))+16)
	r.n.card.Resize(fyne.NewSize(w, h))
	r.n.card.Move(fyne.NewPos(float32(int(size.Width-w)/2), size.Height-h-noticeEdge))
}

func (r noticeRenderer) Refresh() {
	r.n.card.Refresh()
	canvas.Refresh(r.n)
}

// room is what the buttons leave for the words in a card of that width.
func (n *notice) room(width float32) float32 {
	return width - noticeEdge - 12 - n.act.MinSize().Width - 8 - control.Size - 8
}

// noticeContent lays out what is on the card.
type noticeContent struct{ n *notice }

func (noticeContent) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(280, noticeHeight) }

func (c noticeContent) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	n := c.n
	room := n.room(size.Width)
	h := n.words.HeightFor(room)
	n.words.Move(fyne.NewPos(noticeEdge, (size.Height-h)/2))
	n.words.Resize(fyne.NewSize(room, h))
	y := (size.Height - control.Size) / 2
	n.close.Move(fyne.NewPos(size.Width-8-control.Size, y))
	n.close.Resize(fyne.NewSquareSize(control.Size))
	act := n.act.MinSize()
	n.act.Move(fyne.NewPos(n.close.Position().X-8-act.Width, y))
	n.act.Resize(act)
}

// TellOfCrash says that the program ended because of a fault the last time, and
// offers to show the report.
func (w *Workspace) TellOfCrash(show func()) {
	w.tell(newNotice(w.theme.Roles(),
		locale.X("notice.crash", "Sidelight ended because of a fault the last time. Your place was kept."),
		locale.X("notice.report", "Show the report"), show))
}

// TellUnopened says that nothing on this system has opened an address or a path, and
// offers to copy it.
func (w *Workspace) TellUnopened(address string) {
	w.tell(newNotice(w.theme.Roles(),
		locale.X("notice.unopened", "Nothing on this computer opened {{.Address}}", map[string]any{"Address": address}),
		locale.X("notice.copy", "Copy the address"), func() {
			fyne.CurrentApp().Clipboard().SetContent(address)
			w.notice.Hide()
		}))
}

// tell shows a notice in place of the one before. The keyboard's focus stays where
// it is, which a new content of the window would take away.
func (w *Workspace) tell(n *notice) {
	w.notice = n
	if shown, ok := w.w.Content().(*fyne.Container); ok {
		shown.Objects = w.layers()
		shown.Refresh()
	}
}
