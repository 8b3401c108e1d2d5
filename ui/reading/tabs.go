package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// tabGap is the space between two tabs in pixels, tabLine the height of the line
// under the tab of the view that is shown.
const (
	tabGap  = 22
	tabLine = 2
)

// tabs name the views of a document. Where there is one view only, there is
// nothing to choose, and no tab.
type tabs struct {
	widget.BaseWidget
	onChosen func(session.ViewID)

	roles look.Roles
	all   []*tab
}

func newTabs(roles look.Roles) *tabs {
	t := &tabs{roles: roles}
	t.ExtendBaseWidget(t)
	return t
}

// set shows the views and which of them is shown.
func (t *tabs) set(views []slot, now session.ViewID) {
	t.all = nil
	if len(views) > 1 {
		for _, s := range views {
			t.all = append(t.all, newTab(s.label(), s.id == now, t.roles, func() { t.onChosen(s.id) }))
		}
	}
	t.Resize(t.MinSize())
	t.Refresh()
}

// MinSize returns the size of the tabs beside each other, in pixels.
func (t *tabs) MinSize() fyne.Size {
	var size fyne.Size
	for i, x := range t.all {
		if i > 0 {
			size.Width += tabGap
		}
		size = fyne.NewSize(size.Width+x.MinSize().Width, control.BarHeight-1)
	}
	return size
}

// CreateRenderer shows the tabs beside each other.
func (t *tabs) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(t, func() {}, t.arrange, func() []fyne.CanvasObject {
		var out []fyne.CanvasObject
		for _, x := range t.all {
			out = append(out, x)
		}
		return out
	})
}

func (t *tabs) arrange(size fyne.Size) {
	x := float32(0)
	for _, o := range t.all {
		w := o.MinSize().Width
		control.Place(o, x, 0, w, size.Height)
		x += w + tabGap
	}
}

// tab is the name of one view.
type tab struct {
	control.Target
	shown bool // the view is the one that is shown
	words *prose.Text
	role  look.Role
	line  *canvas.Rectangle
}

func newTab(words string, shown bool, roles look.Roles, choose func()) *tab {
	t := &tab{shown: shown, role: roles.Tab, words: prose.NewText(roles.Tab, look.ColorText, words), line: canvas.NewRectangle(nil)}
	t.words.SetMaxLines(1)
	t.Init(t, words, choose)
	return t
}

// MinSize returns the size of the words, in pixels.
func (t *tab) MinSize() fyne.Size {
	return fyne.NewSize(t.words.NaturalWidth(), t.role.Leading+tabLine)
}

// CreateRenderer shows the words, and the line of the view that is shown.
func (t *tab) CreateRenderer() fyne.WidgetRenderer {
	return t.Render(func() {
		t.line.FillColor, t.line.Hidden = look.Of(look.ColorLamp), !t.shown
	}, func(size fyne.Size) {
		control.Place(t.words, 0, (size.Height-t.role.Leading)/2, size.Width, t.role.Leading)
		control.Place(t.line, 0, size.Height-tabLine, size.Width, tabLine)
	}, t.Ground, t.words, t.line, t.Ring)
}
