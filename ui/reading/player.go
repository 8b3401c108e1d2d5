package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/control"
)

// player are the buttons of the toolbar that stand there while the article is read
// aloud.
type player struct {
	tools                        *toolbar
	label                        func() string // what the button in the middle does
	previous, toggle, next, stop *control.Icon
}

// newPlayer makes the buttons, or nil where nothing reads aloud.
func newPlayer(t *command.Table, tools *toolbar) *player {
	read := t.Command(command.ReadAloud)
	if read == nil {
		return nil
	}
	p := &player{
		tools: tools, label: read.Label,
		previous: control.NewButton(t, command.PreviousSentence), toggle: control.NewButton(t, command.ReadAloud),
		next: control.NewButton(t, command.NextSentence), stop: control.NewButton(t, command.StopReading),
	}
	for _, b := range p.buttons() {
		b.Hide()
	}
	return p
}

// buttons returns the buttons from left to right.
func (p *player) buttons() []*control.Icon {
	if p == nil {
		return nil
	}
	return []*control.Icon{p.previous, p.toggle, p.next, p.stop}
}

// show shows the buttons while something is read or paused.
func (p *player) show(active, speaking bool) {
	icon := "play"
	if speaking {
		icon = "pause"
	}
	p.toggle.SetIcon(icon)
	p.toggle.SetName(p.label())
	for _, b := range p.buttons() {
		b.Hidden = !active
	}
	p.tools.arrange(p.tools.Size())
	p.tools.Refresh()
}

// width is what the buttons take, in pixels: all of them, or the least that do.
func (p *player) width(least bool) float32 {
	n := len(p.buttons())
	if p == nil || p.stop.Hidden {
		return 0
	}
	if least {
		n = 2
	}
	return float32(n)*pitch + playerGap
}

// place puts the buttons to the left of a right edge. Where there is no room for all
// between it and a left edge, those that lead from sentence to sentence give way.
func (p *player) place(left, right, height float32) {
	shown := p.buttons()
	if p == nil || p.stop.Hidden {
		return
	}
	tight := right-left < p.width(false)
	p.previous.Hidden, p.next.Hidden = tight, tight
	if tight {
		shown = []*control.Icon{p.toggle, p.stop}
	}
	x := right - playerGap - float32(len(shown))*pitch
	for i, b := range shown {
		b.Move(fyne.NewPos(x+float32(i)*pitch, (height-control.Size)/2))
		b.Resize(fyne.NewSquareSize(control.Size))
	}
}

// playerGap sets the buttons of the player apart from those at their right, in pixels.
const playerGap = 10
