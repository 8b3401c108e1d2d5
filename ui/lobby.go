package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/keyboard"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/shape"
)

// lobby is the room without an article: a toolbar with the commands that need no
// article, and a page below it.
type lobby struct {
	widget.BaseWidget
	commands    *command.Table
	ground      *control.Ground
	rule        *shape.Box
	open, theme *control.Icon
	page        fyne.CanvasObject
	cancel      func() // on the page of a file that is being read, else nil
}

var _ room = (*lobby)(nil)

// newLobby makes a lobby that is left for the article that was read before, if there
// is one.
func newLobby(w *Workspace, page fyne.CanvasObject) *lobby {
	leave := command.NewLeave(w.goBack)
	leave.Enabled = func() bool { return w.reader != nil }
	return newLobbyLeft(w, page, leave)
}

// newLobbyLeft makes a lobby that is left by a command of its own.
func newLobbyLeft(w *Workspace, page fyne.CanvasObject, leave command.Command) *lobby {
	l := &lobby{page: page, ground: control.NewGround(look.ColorSurface), rule: shape.NewBox(nil)}
	commands, err := command.New(append(w.libraryCommands(),
		command.NewOpenFile(w.AskFile), pasteCommand(w.Paste), command.NewStartPage(w.ShowStart), command.NewNextTheme(w.nextTheme), command.NewFullScreen(w.toggleFullScreen, w.w.FullScreen), leave, command.NewQuit(w.Leave),
	)...)
	if err != nil {
		panic("ui: " + err.Error()) // the commands above are always the same
	}
	l.commands = commands
	l.open, l.theme = control.NewButton(commands, command.OpenFile), control.NewButton(commands, command.NextTheme)
	l.ExtendBaseWidget(l)
	return l
}

func (l *lobby) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{l} }
func (l *lobby) Table() *command.Table        { return l.commands }
func (l *lobby) Takers() []keyboard.Taker     { return nil }

// Entered has a page that shows what it has to ask for begin.
func (l *lobby) Entered(w fyne.Window) {
	if p, ok := l.page.(interface{ Begin(fyne.Canvas) }); ok {
		p.Begin(w.Canvas())
	}
}

// Left has it stop.
func (l *lobby) Left() {
	if p, ok := l.page.(interface{ Stop() }); ok {
		p.Stop()
	}
}

// MinSize returns the least size of the program's window.
func (l *lobby) MinSize() fyne.Size { return fyne.NewSize(prefs.MinWidth, prefs.MinHeight) }

// CreateRenderer lays out toolbar and page.
func (l *lobby) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(l, l.paint, l.arrange, l.ground, l.rule, l.open, l.theme, l.page)
}

func (l *lobby) arrange(size fyne.Size) {
	const y = (control.BarHeight - 1 - control.Size) / 2
	control.Place(l.ground, 0, 0, size.Width, control.BarHeight)
	control.Place(l.rule, 0, control.BarHeight-1, size.Width, 1)
	control.Place(l.open, 14, y, control.Size, control.Size)
	control.Place(l.theme, size.Width-12-control.Size, y, control.Size, control.Size)
	control.Place(l.page, 0, control.BarHeight, size.Width, size.Height-control.BarHeight)
}

func (l *lobby) paint() {
	l.rule.FillColor = look.Of(look.ColorRule)
}

// progress is a line at the top of the window that shows how much of a file has
// been read. Clicks go through it.
type progress struct {
	widget.BaseWidget
	line  *shape.Box
	share float32 // of the window's width, 0 to 1
}

func newProgress() *progress {
	p := &progress{line: shape.NewBox(nil)}
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

// MinSize returns nothing: the line takes no room.
func (p *progress) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the line.
func (p *progress) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(p, func() { p.line.FillColor = look.Of(look.ColorLamp) }, p.arrange, p.line)
}

func (p *progress) arrange(size fyne.Size) { p.line.Resize(fyne.NewSize(size.Width*p.share, 2)) }
