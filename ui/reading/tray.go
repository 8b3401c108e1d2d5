package reading

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/carry"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// The card of the tray, in pixels.
const (
	trayWidth   = 376
	trayPadding = 16
	trayGap     = 10 // between two pieces
	trayLines   = 3  // of a piece that are shown
	trayShown   = 30 // pieces that are shown; the others are counted
)

// collected is the card of the tray: what was collected, each piece with a sign that
// takes it away, and below them what can be done with all.
type collected struct {
	widget.BaseWidget
	tray       *carry.Tray
	roles      look.Roles
	stack      *prose.Stack
	all, empty *control.Text
}

// newCollected makes the card without a tray. CopyAll copies all that is on it.
func newCollected(roles look.Roles, copyAll func()) *collected {
	c := &collected{roles: roles, stack: prose.NewStack()}
	c.all = control.NewText(control.Primary, "", locale.X("tray.copy", "Copy all"), roles, copyAll)
	c.empty = control.NewText(control.Plain, "", locale.X("tray.empty", "Empty"), roles, func() { c.tray.Empty() })
	c.ExtendBaseWidget(c)
	return c
}

// show sets the pieces anew.
func (c *collected) show() {
	head := locale.X("tray.collected", "Collected") + " " + locale.Count(c.tray.Len())
	items := []prose.Item{{Block: prose.NewText(c.roles.Section, look.ColorText, head), Bottom: 4}}
	for i, words := range c.tray.Pieces() {
		if i == trayShown {
			more := locale.X("tray.more", "and {{.Count}} more", map[string]any{"Count": locale.Count(c.tray.Len() - i)})
			items = append(items, prose.Item{Block: prose.NewText(c.roles.Meta, look.ColorTextMuted, more), Top: trayGap})
			break
		}
		items = append(items, prose.Item{Block: c.piece(i, words), Top: trayGap})
	}
	buttons := prose.NewFlow(8, c.all, c.empty)
	c.stack.SetItems(append(items, prose.Item{Block: buttons, Top: 16})...)
}

// piece shows the first words of a piece.
func (c *collected) piece(i int, words string) prose.Block {
	first, rest, _ := strings.Cut(words, "\n")
	quoted := prose.NewText(c.roles.UI, look.ColorText, first)
	quoted.SetMaxLines(trayLines)
	from := prose.NewText(c.roles.Meta, look.ColorTextMuted, strings.ReplaceAll(rest, "\n", " · "))
	from.SetMaxLines(1)
	away := control.NewText(control.Quiet, "x", "", c.roles, func() { c.tray.Remove(i) })
	away.SetName(locale.X("tray.remove", "Take out: {{.Words}}", map[string]any{"Words": first}))
	return prose.NewColumns(
		prose.Cell{Block: prose.NewStack(prose.Item{Block: quoted}, prose.Item{Block: from, Top: 2})},
		prose.Cell{Block: away, Width: control.Size, Gap: 8, Down: -6},
	)
}

// HeightFor returns the height of the card at a width, in pixels.
func (c *collected) HeightFor(width float32) float32 { return c.stack.HeightFor(width) }

// MinSize returns the height of the card at its present width, and no width.
func (c *collected) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return fyne.NewSize(0, c.HeightFor(c.Size().Width))
}

// CreateRenderer shows pieces and buttons.
func (c *collected) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.stack) }
