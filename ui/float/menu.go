package float

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
)

// Item is a row of a [Menu].
type Item struct {
	Icon    string // a name for look.Icon; empty for none
	Label   string
	Key     string  // of the command, as it is printed; empty for none
	Checked bool    // has a check in place of the icon
	Off     bool    // cannot be used now
	Faint   bool    // can be used, but leads to nothing
	Run     func()  // is called after the menu has closed
	Sub     []Group // opens at the side in place of running something; nil for none
}

// Group is a part of a menu, with a rule between it and the next.
type Group struct {
	Title string // above the rows; empty for none
	Items []Item
}

// Head is the first row of a menu, which says what the menu is about.
type Head struct {
	Sample     fyne.CanvasObject // the pattern of what it is, or nil
	Name, Note string            // at the left and at the right
}

// Menu is a list of things to do, for [Menus] to show.
type Menu struct {
	Head   *Head // nil for none
	Groups []Group
	Width  float32 // pixels, the least
	// At and About are where in the window that lies which the menu is about, in
	// pixels: the menu opens under it, or over it where there is no room below.
	At    fyne.Position
	About fyne.Size
	// Chosen is the row that is chosen at first, counted from 1; 0 for none.
	Chosen int
	// OnClosed is called when the menu is gone, before what was chosen runs.
	OnClosed func()
}

// aim is how long the pointer may cross other rows on its way to a menu that is open
// at the side.
const aim = 140 * time.Millisecond

// Menus shows one menu at a time over a canvas, with the menus that open at its
// side. A click beside it closes it. It is an overlay of the canvas, so that the
// pointer reaches nothing beneath; nothing in it takes the keyboard's focus, which
// is where it was when the menu is gone. Keys come by [Menus.TakeKey] and
// [Menus.TakeRune].
type Menus struct {
	widget.BaseWidget
	canvas fyne.Canvas
	menu   Menu
	lists  []*menuList // the menu, and what is open at its side
	active int         // the list that the keyboard moves in

	wait func(time.Duration, func()) (stop func())
	stop func() // ends the waiting; nil if nothing is waited for
}

var (
	_ fyne.Tappable          = (*Menus)(nil)
	_ fyne.SecondaryTappable = (*Menus)(nil)
)

// NewMenus makes the menus of a canvas, with none shown.
func NewMenus(c fyne.Canvas) *Menus {
	m := &Menus{canvas: c, wait: after}
	m.ExtendBaseWidget(m)
	return m
}

// Open shows a menu in place of the one that is shown. A menu without rows is not
// shown.
func (m *Menus) Open(menu Menu) {
	m.Close()
	root := newMenuList(m, menu.Head, menu.Groups, m.width(menu.Width))
	if len(root.rows) == 0 {
		return
	}
	m.menu, m.lists, m.active = menu, []*menuList{root}, 0
	root.setChosen(min(menu.Chosen, len(root.rows)) - 1)
	root.put(m.under(root.size()))
	m.Resize(m.canvas.Size())
	m.canvas.Overlays().Add(m)
	m.Refresh()
}

// Close takes the menu away.
func (m *Menus) Close() {
	if !m.Shown() {
		return
	}
	m.rest()
	m.lists = nil
	m.canvas.Overlays().Remove(m)
	if f := m.menu.OnClosed; f != nil {
		f()
	}
}

// Shown reports whether a menu is shown.
func (m *Menus) Shown() bool { return len(m.lists) > 0 }

// Tapped closes the menu after a click beside it.
func (m *Menus) Tapped(e *fyne.PointEvent) {
	for _, l := range m.lists {
		if l.holds(e.Position) {
			return
		}
	}
	m.Close()
}

// TappedSecondary does the same. The toolkit hands the click on to what lies under a
// menu that is closed by it.
func (m *Menus) TappedSecondary(e *fyne.PointEvent) { m.Tapped(e) }

// Resize closes the menu when the window changes: what it was about may be elsewhere.
func (m *Menus) Resize(size fyne.Size) {
	if old := m.Size(); m.Shown() && len(m.canvas.Overlays().List()) > 0 && !old.IsZero() && old != size {
		defer m.Close()
	}
	m.BaseWidget.Resize(size)
}

// MinSize returns nothing: the layer has the size of its canvas.
func (m *Menus) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer shows the lists that are open.
func (m *Menus) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(m, func() {}, func(fyne.Size) {}, func() []fyne.CanvasObject {
		var out []fyne.CanvasObject
		for _, l := range m.lists {
			out = append(out, l.card)
		}
		return out
	})
}

// point follows the pointer to row i of a list. While it may be on its way to what
// is open at the side, that stays for a moment.
func (m *Menus) point(l *menuList, i int) {
	m.rest()
	if at := m.index(l); at >= 0 && len(m.lists) > at+1 && m.lists[at+1].from != i {
		m.stop = m.wait(aim, func() { m.choose(l, i) })
		return
	}
	m.choose(l, i)
}

// choose makes row i of a list the chosen one, with what opens at its side.
func (m *Menus) choose(l *menuList, i int) {
	m.rest()
	at := m.index(l)
	if at < 0 {
		return
	}
	if len(m.lists) > at+1 && m.lists[at+1].from == i {
		m.active = at
		return
	}
	l.setChosen(i)
	m.lists, m.active = m.lists[:at+1], at
	if i >= 0 && len(l.rows[i].item.Sub) > 0 && !l.rows[i].item.Off {
		m.openSub(l, i)
	}
	m.Refresh()
}

// openSub opens the menu at the side of row i.
func (m *Menus) openSub(l *menuList, i int) {
	sub := newMenuList(m, nil, l.rows[i].item.Sub, m.width(subWidth))
	sub.from = i
	sub.put(m.beside(l, i, sub.size()))
	m.lists = append(m.lists, sub)
}

// act does what row i of a list is for.
func (m *Menus) act(l *menuList, i int) {
	switch x := l.rows[i].item; {
	case x.Off:
	case len(x.Sub) > 0:
		m.choose(l, i)
		m.enter()
	default:
		m.Close()
		x.Run()
	}
}

// enter brings the keyboard to what is open at the side.
func (m *Menus) enter() {
	if len(m.lists) > m.active+1 {
		m.active++
		m.lists[m.active].step(0, 1)
	}
}

// leave brings the keyboard back from the side, and reports whether it was there.
func (m *Menus) leave() bool {
	if m.active == 0 {
		return false
	}
	m.active--
	m.lists = m.lists[:m.active+1]
	m.Refresh()
	return true
}

func (m *Menus) index(l *menuList) int {
	for i, x := range m.lists {
		if x == l {
			return i
		}
	}
	return -1
}

// rest ends the waiting: what was waited for does not happen.
func (m *Menus) rest() {
	if m.stop != nil {
		m.stop()
		m.stop = nil
	}
}

// after calls f on the UI goroutine after d, unless stop is called before. It waits by
// an animation that draws nothing: a timer would come back on a goroutine of its own,
// on which the toolkit's test driver would leave it.
func after(d time.Duration, f func()) (stop func()) {
	stopped := false
	a := fyne.NewAnimation(d, func(share float32) {
		if share == 1 && !stopped {
			stopped = true
			f()
		}
	})
	a.Curve = fyne.AnimationLinear
	a.Start()
	return func() {
		stopped = true
		a.Stop()
	}
}

// fixed is the layout of a list, whose rows are placed once.
type fixed struct{ size fyne.Size }

func (fixed) Layout([]fyne.CanvasObject, fyne.Size)   {}
func (f fixed) MinSize([]fyne.CanvasObject) fyne.Size { return f.size }
func newFixed(s fyne.Size, o ...fyne.CanvasObject) *fyne.Container {
	return container.New(fixed{s}, o...)
}
