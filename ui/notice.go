package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/async"
	"sidelight/ui/control"
	"sidelight/ui/float"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Measures of a notice in pixels (section 29 of the design).
const (
	noticeWidth  = 560 // at most
	noticeHeight = 40  // with one line of words
	noticeEdge   = 16  // from the bottom of the window, and from its side
	noticeInset  = 24  // from the side of a panel at whose foot the notice stands
	noticePad    = 14  // before the icon, and after words that nothing follows
	noticeIcon   = 16
	noticeGap    = 10               // between the icon, the words and what can be done
	noticeAir    = 8                // over the words and under them
	noticeLines  = 3                // of words, at most
	noticeRow    = control.Size + 6 // of buttons below the words
)

// noticeTime is how long a notice of what the reader has done stays.
const noticeTime = 2 * time.Second

// notice says what happened, at the foot of the panel, or else in the lower right
// corner of the window. It takes no part in clicks beside it. A notice that asks for
// something stays until it is closed; any other goes by itself, but not from under
// the pointer. It is never wider than the panel, and so never lies on the text: what
// can be done goes below words that would be squeezed, and an ellipsis stands for the
// middle of a long path.
type notice struct {
	widget.BaseWidget
	icon  *canvas.Raster
	sign  string // a name for look.Icon
	whole string // what it says, also where there is no room for all of it
	words *prose.Text
	wide  float32         // that the whole takes on one line, pixels
	acts  []*control.Text // what can be done, from left to right
	close *control.Icon   // nil for a notice that goes by itself
	card  *float.Card
	panel func() float32 // the width of the panel beside the article, 0 for none
	below bool           // what can be done stands below the words
	over  bool           // the pointer is on it
	late  bool           // its time is over

	ofArticle bool // it goes with the article in view
}

var (
	_ desktop.Hoverable = (*notice)(nil)
	_ fyne.Accessible   = (*notice)(nil)
)

// newNotice makes a notice that goes by itself.
func newNotice(roles look.Roles, icon, words string) *notice {
	n := &notice{sign: icon, icon: look.NewSign(), panel: func() float32 { return 0 }}
	n.whole, n.words = words, prose.NewText(roles.Tab, look.ColorText, words)
	n.wide = n.words.NaturalWidth()
	n.card = float.NewCard(&fyne.Container{Layout: noticeContent{n}, Objects: []fyne.CanvasObject{n.icon, n.words}}, 0)
	n.ExtendBaseWidget(n)
	return n
}

// newAsking makes a notice that offers to do something and stays until it is closed.
func newAsking(roles look.Roles, words, doing string, do func()) *notice {
	return newLasting(roles, "info", words, control.NewText(control.Plain, "", doing, roles, do))
}

// newTelling makes a notice of what went wrong, which stays until it is closed.
func newTelling(roles look.Roles, words string) *notice {
	return newLasting(roles, "warning-circle", words)
}

// newQuestion makes a notice that goes with the answer, which is one of two. To close it
// is to answer later.
func newQuestion(roles look.Roles, words, yes, no string, answer func(yes bool)) *notice {
	var n *notice
	button := func(label string, is bool) *control.Text {
		return control.NewText(control.Plain, "", label, roles, func() {
			n.Hide()
			answer(is)
		})
	}
	n = newLasting(roles, "info", words, button(yes, true), button(no, false))
	return n
}

// newLasting makes a notice with what can be done, which stays until it is closed.
func newLasting(roles look.Roles, icon, words string, acts ...*control.Text) *notice {
	n := newNotice(roles, icon, words)
	n.acts = acts
	n.close = control.NewIcon("x", locale.X("notice.close", "Close"), n.Hide)
	n.close.Raised = true
	content := []fyne.CanvasObject{n.icon, n.words}
	for _, act := range acts {
		content = append(content, act)
	}
	n.card = float.NewCard(&fyne.Container{Layout: noticeContent{n}, Objects: append(content, n.close)}, 0)
	return n
}

// AccessibilityLabel is the whole of what the notice says.
func (n *notice) AccessibilityLabel() string { return n.whole }

// AccessibilityRole is text.
func (n *notice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// MouseIn keeps the notice while the pointer is on it.
func (n *notice) MouseIn(*desktop.MouseEvent) { n.over = true }

// MouseMoved does nothing.
func (n *notice) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets a notice go whose time is over.
func (n *notice) MouseOut() {
	if n.over = false; n.late {
		n.Hide()
	}
}

// expire takes the notice away, unless the pointer is on it: then when it leaves.
func (n *notice) expire() {
	if n.late = true; !n.over {
		n.Hide()
	}
}

// CreateRenderer shows the card.
func (n *notice) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(n, n.paint, func(fyne.Size) {}, n.card)
}

func (n *notice) paint() { look.ShowIcon(n.icon, n.sign, look.ColorTextMuted) }

// MinSize returns the size of the card.
func (n *notice) MinSize() fyne.Size { return n.card.MinSize() }

// Resize lays out the card in the size of the notice.
func (n *notice) Resize(size fyne.Size) {
	n.BaseWidget.Resize(size)
	n.card.Resize(size)
}

// arrange puts the notice into its place in a window.
func (n *notice) arrange(window fyne.Size) {
	n.below = false
	w := min(noticeWidth, window.Width-2*noticeEdge, n.before()+n.wide+1+n.after())
	x := window.Width - noticeEdge - w
	if panel := n.panel(); panel > 0 {
		w = min(w, panel-2*noticeInset)
		x = window.Width - panel + noticeInset
	}
	role := n.words.Role()
	n.below = len(n.acts) > 0 && prose.CutMiddle(role, n.whole, noticeLines-1, n.room(w)) != n.whole
	if words := prose.CutMiddle(role, n.whole, noticeLines, n.room(w)); words != n.words.Content() {
		n.words.SetContent(words)
	}
	h := max(noticeHeight, n.words.HeightFor(n.room(w))+2*noticeAir)
	if n.below {
		h += noticeRow
	}
	control.Place(n, float32(int(x)), window.Height-h-noticeEdge, w, h)
}

func (n *notice) before() float32 { return noticePad + noticeIcon + noticeGap }

// after is the width of what follows the words in their line.
func (n *notice) after() float32 {
	if n.close == nil || n.below {
		return noticePad
	}
	return 12 + n.actsWidth() + 8 + control.Size + 4
}

// actsWidth is the width of what can be done.
func (n *notice) actsWidth() float32 {
	var w float32
	for i, act := range n.acts {
		if i > 0 {
			w += noticeGap
		}
		w += act.MinSize().Width
	}
	return w
}

// room is what icon and buttons leave for the words in a card of that width.
func (n *notice) room(width float32) float32 { return width - n.before() - n.after() }

// noticeContent lays out what is on the card.
type noticeContent struct{ n *notice }

func (noticeContent) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(80, noticeHeight) }

func (c noticeContent) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	n := c.n
	high, foot := size.Height, (size.Height-control.Size)/2 // of the words' part; where the buttons begin
	if n.below {
		high -= noticeRow
		foot = size.Height - noticeAir - control.Size
	}
	room := n.room(size.Width)
	h := n.words.HeightFor(room)
	control.Place(n.icon, noticePad, (high-noticeIcon)/2, noticeIcon, noticeIcon)
	control.Place(n.words, n.before(), (high-h)/2, room, h)
	if n.close == nil {
		return
	}
	control.Place(n.close, size.Width-4-control.Size, foot, control.Size, control.Size)
	x := n.close.Position().X - 8 - n.actsWidth()
	if n.below {
		x = n.before()
	}
	for _, act := range n.acts {
		size := act.MinSize()
		control.Place(act, x, foot, size.Width, size.Height)
		x += size.Width + noticeGap
	}
}

// noticeLayer lays out whatever is told over the window.
type noticeLayer struct{ n *notice }

func (noticeLayer) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l noticeLayer) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.n.arrange(size) }

// TellOfCrash says that the program ended because of a fault the last time, and
// offers to show the report.
func (w *Workspace) TellOfCrash(show func()) {
	w.tell(newAsking(w.theme.Roles(),
		locale.X("notice.crash", "Sidelight ended because of a fault the last time. Your place was kept."),
		locale.X("notice.report", "Show the report"), show))
}

// TellUnopened says that nothing on this system has opened an address or a path, and
// offers to copy it.
func (w *Workspace) TellUnopened(address string) {
	w.tell(newAsking(w.theme.Roles(),
		locale.X("notice.unopened", "Nothing on this computer opened {{.Address}}", map[string]any{"Address": address}),
		locale.X("notice.copy", "Copy the address"), func() {
			fyne.CurrentApp().Clipboard().SetContent(address)
			w.notice.Hide()
		}))
}

// Say tells in a few words what the reader has just done, after the icon of a name,
// see [look.Icon].
func (w *Workspace) Say(icon, words string) {
	n := newNotice(w.theme.Roles(), icon, words)
	w.tell(n)
	w.saying.Do = w.Do
	w.saying.Run(
		func(j *async.Job) (struct{}, error) { return struct{}{}, j.Wait(noticeTime) },
		func(struct{}, error) { n.expire() },
	)
}

// tell shows a notice in place of the one before. The keyboard's focus stays where
// it is.
func (w *Workspace) tell(n *notice) {
	w.saying.Stop()
	w.dropHints() // they stand in the same place
	w.notice, n.panel = n, w.panelBeside
	if w.room != nil {
		w.fill()
	}
}

// tellOfArticle tells something of the article in view, which is not said any more
// when another one is.
func (w *Workspace) tellOfArticle(n *notice) {
	n.ofArticle = true
	w.tell(n)
}

// dropOfArticle forgets what was told of the article before.
func (w *Workspace) dropOfArticle() {
	if w.notice != nil && w.notice.ofArticle {
		w.notice = nil
	}
}

// besidePanel puts what is told into its place beside a panel that has come, gone or
// got another width in a window.
func (w *Workspace) besidePanel(window fyne.Size) {
	if w.room != room(w.reader) {
		return
	}
	if w.notice != nil && w.notice.Visible() {
		w.notice.arrange(window)
	}
	if w.hints != nil && w.hints.Visible() {
		w.hints.arrange(window)
	}
}

// panelBeside is the width of the panel beside the article, 0 where there is none.
func (w *Workspace) panelBeside() float32 {
	if w.room == nil || w.room != room(w.reader) {
		return 0
	}
	return w.reader.Beside()
}
