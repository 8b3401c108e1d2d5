package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/shape"
)

// Measures of the tabs in pixels.
const (
	tabGap      = 22 // between two tabs
	tabGapSmall = 18 // in a window that is not wide
	tabGapLeast = 12 // where there is little room
	tabLine     = 2  // height of the line under the tab of the view that is shown
	tabRise     = 14 // of what is pointed at and of the ring, from the edges of the toolbar
	onePad      = 10 // at both sides of the one tab
	oneCaret    = 12
)

// tabs name the views of a document. Where there is one view only, there is nothing to
// choose, and no tab. Where there is no room for all beside each other, they fold into
// one, which opens a list of them.
type tabs struct {
	widget.BaseWidget
	onChosen func(command.ID)

	roles  look.Roles
	all    []*tab
	one    *oneTab
	gap    float32 // between two, pixels
	folded bool
}

func newTabs(roles look.Roles) *tabs {
	t := &tabs{roles: roles, gap: tabGap, one: newOneTab(roles)}
	t.ExtendBaseWidget(t)
	return t
}

// set shows the views and which of them is shown. What has nothing to show is faint.
func (t *tabs) set(views []slot, now session.ViewID) {
	if len(views) < 2 {
		views = nil
	}
	if len(t.all) != len(views) {
		t.all = nil
		for i, s := range views {
			id := s.command // a tab that held the slot would hold the document that it has followed
			x := newTab(s.label(), t.roles, func() { t.onChosen(id) })
			x.SetKey(command.Typed(s.key).String())
			x.step = func(delta int) { t.focus(i + delta) }
			t.all = append(t.all, x)
		}
	}
	for i, s := range views {
		x := t.all[i]
		x.shown, x.why = s.id == now, s.view.Nothing()
		x.Refresh()
		if x.shown {
			t.one.setWords(s.label())
		}
	}
	t.Refresh()
}

// focus gives the keyboard to the i-th tab, round the ends.
func (t *tabs) focus(i int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t.all[(i+len(t.all))%len(t.all)])
	}
}

// fit chooses how the tabs stand in a width, in pixels: beside each other with the gap
// that is wanted or a smaller one, or folded into one, as they are with a gap of 0.
func (t *tabs) fit(room, gap float32) {
	t.folded, t.gap = gap == 0, gap
	if short := t.width() - room; !t.folded && short > 0 && len(t.all) > 1 {
		t.gap -= float32(int(short/float32(len(t.all)-1))) + 1
		t.folded = t.gap < tabGapLeast
	}
}

// width is that of the tabs as they stand, in pixels; 0 without tabs.
func (t *tabs) width() float32 {
	if len(t.all) == 0 {
		return 0
	}
	if t.folded {
		return t.one.MinSize().Width
	}
	width := -t.gap
	for _, x := range t.all {
		width += t.gap + x.MinSize().Width
	}
	return width
}

// MinSize returns the size of the tabs as they stand, in pixels.
func (t *tabs) MinSize() fyne.Size { return fyne.NewSize(t.width(), control.BarHeight-1) }

// CreateRenderer shows the tabs beside each other, or the one.
func (t *tabs) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(t, func() {}, t.arrange, func() []fyne.CanvasObject {
		var out []fyne.CanvasObject
		if len(t.all) > 0 && t.folded {
			return append(out, t.one)
		}
		for _, x := range t.all {
			out = append(out, x)
		}
		return out
	})
}

func (t *tabs) arrange(size fyne.Size) {
	control.Place(t.one, 0, (size.Height-control.Size)/2, t.one.MinSize().Width, control.Size)
	x := float32(0)
	for _, o := range t.all {
		w := o.MinSize().Width
		control.Place(o, x, 0, w, size.Height)
		x += w + t.gap
	}
}

// tab is the name of one view.
type tab struct {
	control.Target
	shown bool            // the view is the one that is shown
	why   string          // there is nothing to show; empty where there is something
	step  func(delta int) // gives the keyboard to another tab
	words *prose.Text
	role  look.Role
	line  *shape.Box
}

func newTab(words string, roles look.Roles, choose func()) *tab {
	t := &tab{role: roles.Tab, words: prose.NewText(roles.Tab, look.ColorText, words), line: shape.NewBox(nil)}
	t.words.SetMaxLines(1)
	t.Init(t, words, choose)
	t.SetTip(t.explain)
	return t
}

// explain names the key that leads to the view, or says why there is nothing in it.
func (t *tab) explain() control.Tip {
	tip := t.Named()
	if t.why != "" {
		tip.Words = t.why
	}
	return tip
}

// TypedKey goes to the tab at either side, and else does what every control does.
func (t *tab) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		t.step(-1)
	case fyne.KeyRight:
		t.step(1)
	default:
		t.Target.TypedKey(e)
	}
}

// MinSize returns the size of the words, in pixels.
func (t *tab) MinSize() fyne.Size {
	return fyne.NewSize(t.words.NaturalWidth(), t.role.Leading+tabLine)
}

// CreateRenderer shows the words, and the line of the view that is shown.
func (t *tab) CreateRenderer() fyne.WidgetRenderer {
	return t.Render(t.paint, func(size fyne.Size) {
		control.Place(t.Ground, -6, tabRise-6, size.Width+12, size.Height-2*tabRise+12)
		control.Place(t.Ring, -6, tabRise-6, size.Width+12, size.Height-2*tabRise+12)
		control.Place(t.words, 0, (size.Height-t.role.Leading)/2, size.Width, t.role.Leading)
		control.Place(t.line, 0, size.Height-tabLine, size.Width, tabLine)
	}, t.Ground, t.words, t.line, t.Ring)
}

func (t *tab) paint() {
	ink := look.ColorTextMuted
	switch {
	case t.shown:
		ink = look.ColorText
	case t.why != "":
		ink = look.ColorTextFaint
	case t.Hovered() || t.Focused():
		ink = look.ColorText
	}
	t.words.SetColour(ink)
	t.line.FillColor, t.line.Hidden = look.Of(look.ColorLamp), !t.shown
	t.Ground.Hidden = true // the words answer the pointer
}

// oneTab names the view that is shown and opens a list of all.
type oneTab struct {
	control.Target
	words *prose.Text
	role  look.Role
	line  *shape.Box
	caret *canvas.Raster
	box   *shape.Box
}

func newOneTab(roles look.Roles) *oneTab {
	t := &oneTab{
		role: roles.Tab, words: prose.NewText(roles.Tab, look.ColorText, ""),
		line: shape.NewBox(nil), box: shape.NewBox(nil), caret: look.NewSign(),
	}
	t.words.SetMaxLines(1)
	t.box.CornerRadius = 6
	t.Init(t, "", nil)
	return t
}

func (t *oneTab) setWords(words string) {
	t.words.SetContent(words)
	t.SetName(words)
	t.Refresh()
}

// TypedKey opens the list with the key that leads down too.
func (t *oneTab) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyDown {
		t.Act()
		return
	}
	t.Target.TypedKey(e)
}

// MinSize returns the size of words and caret, in pixels.
func (t *oneTab) MinSize() fyne.Size {
	return fyne.NewSize(t.words.NaturalWidth()+2*onePad+6+oneCaret, control.Size)
}

// CreateRenderer shows the words over their line, and the caret.
func (t *oneTab) CreateRenderer() fyne.WidgetRenderer {
	return t.Render(func() {
		t.box.FillColor, t.line.FillColor = look.Of(look.ColorHoverFill), look.Of(look.ColorLamp)
		look.ShowIcon(t.caret, "caret-down", look.ColorTextMuted)
	}, func(size fyne.Size) {
		w := t.words.NaturalWidth()
		t.box.Resize(size)
		control.Place(t.words, onePad, (size.Height-t.role.Leading)/2, w+1, t.role.Leading)
		control.Place(t.line, onePad, size.Height-4, w, tabLine)
		control.Place(t.caret, onePad+w+6, (size.Height-oneCaret)/2, oneCaret, oneCaret)
	}, t.box, t.Ground, t.words, t.line, t.caret, t.Ring)
}
