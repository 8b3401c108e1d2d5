package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
)

// lobby is the room without an article: a toolbar with what can be done then, and
// a page below.
type lobby struct {
	widget.BaseWidget
	commands     *command.Table
	ground, rule *canvas.Rectangle
	open, theme  *control.Icon
	page         fyne.CanvasObject
}

var _ room = (*lobby)(nil)

func newLobby(w *Workspace, page fyne.CanvasObject) *lobby {
	l := &lobby{page: page, ground: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil)}
	leave := leaveCommand(w.goBack)
	leave.Enabled = func() bool { return w.reader != nil }
	commands, err := command.New(
		openFileCommand(w.AskFile), startPageCommand(w.ShowStart), nextThemeCommand(w.nextTheme), leave, quitCommand(w.Leave),
	)
	if err != nil {
		panic("ui: " + err.Error()) // the commands above are always the same
	}
	l.commands = commands
	l.open, l.theme = newButton(commands, command.OpenFile), newButton(commands, command.NextTheme)
	l.ExtendBaseWidget(l)
	return l
}

func (l *lobby) objects() []fyne.CanvasObject { return []fyne.CanvasObject{l} }
func (l *lobby) table() *command.Table        { return l.commands }
func (l *lobby) takers() []keyTaker           { return nil }
func (l *lobby) entered(fyne.Window)          {}
func (l *lobby) left()                        {}

// CreateRenderer lays out toolbar and page.
func (l *lobby) CreateRenderer() fyne.WidgetRenderer {
	r := lobbyRenderer{l}
	r.paint()
	return r
}

type lobbyRenderer struct{ l *lobby }

func (r lobbyRenderer) Destroy()           {}
func (r lobbyRenderer) MinSize() fyne.Size { return fyne.NewSize(prefs.MinWidth, prefs.MinHeight) }

func (r lobbyRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.l.ground, r.l.rule, r.l.open, r.l.theme, r.l.page}
}

func (r lobbyRenderer) Layout(size fyne.Size) {
	l := r.l
	l.ground.Resize(fyne.NewSize(size.Width, toolbarHeight))
	l.rule.Move(fyne.NewPos(0, toolbarHeight-1))
	l.rule.Resize(fyne.NewSize(size.Width, 1))
	for _, t := range []*control.Icon{l.open, l.theme} {
		t.Resize(fyne.NewSquareSize(control.Size))
	}
	const y = (toolbarHeight - 1 - control.Size) / 2
	l.open.Move(fyne.NewPos(14, y))
	l.theme.Move(fyne.NewPos(size.Width-12-control.Size, y))
	l.page.Move(fyne.NewPos(0, toolbarHeight))
	l.page.Resize(fyne.NewSize(size.Width, max(0, size.Height-toolbarHeight)))
}

func (r lobbyRenderer) paint() {
	r.l.ground.FillColor, r.l.rule.FillColor = look.Of(look.ColorSurface), look.Of(look.ColorRule)
}

func (r lobbyRenderer) Refresh() {
	r.paint()
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// progress is a line at the top of the window, as long as the share that is
// done. It takes no part in clicks.
type progress struct {
	widget.BaseWidget
	line  *canvas.Rectangle
	share float32
}

func newProgress() *progress {
	p := &progress{line: canvas.NewRectangle(nil)}
	p.ExtendBaseWidget(p)
	p.Hide()
	return p
}

func (p *progress) set(share float32) {
	p.share = share
	p.Show()
	p.Refresh()
}

func (p *progress) hide() { p.Hide() }

// CreateRenderer shows the line.
func (p *progress) CreateRenderer() fyne.WidgetRenderer { return progressRenderer{p} }

type progressRenderer struct{ p *progress }

func (r progressRenderer) Destroy()                     {}
func (r progressRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r progressRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.p.line} }
func (r progressRenderer) Layout(size fyne.Size) {
	r.p.line.Resize(fyne.NewSize(size.Width*r.p.share, 2))
}

func (r progressRenderer) Refresh() {
	r.p.line.FillColor = look.Of(look.ColorLamp)
	r.Layout(r.p.Size())
	r.p.line.Refresh()
}
