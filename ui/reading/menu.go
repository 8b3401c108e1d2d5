package reading

import (
	"runtime"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/float"
	"sidelight/ui/locale"
	"sidelight/ui/pattern"
	"sidelight/ui/session"
	"sidelight/ui/view"
)

// The widths of the menus in pixels.
const (
	menuWidth      = 232
	contextWidth   = 236
	selectionWidth = 244

	headSample = 18 // of the pattern at the head of a menu
	markReach  = 3  // how far beside its words a mark is hit
)

// menus shows the menu behind the one button, and the menus about what was clicked
// with the right button or has the keyboard.
type menus struct{ *parts }

// declare are the commands that open the menus.
func (r *menus) declare() []command.Command {
	return []command.Command{{
		ID: command.TheMenu, Group: command.View, Icon: "list",
		Keys:  []command.Key{command.Named(fyne.KeyF10)},
		Label: func() string { return locale.X("toolbar.menu", "Menu") },
		Run:   func() { r.openMenu() },
	}, {
		ID: command.ShowMenu, Group: command.View, Here: true,
		Keys:  []command.Key{command.Named(desktop.KeyMenu), command.Named(fyne.KeyF10, fyne.KeyModifierShift)},
		Label: func() string { return locale.X("command.show-menu", "Context menu") },
		Run:   func() { r.openHere() },
	}}
}

// openMenu opens the menu under its button.
func (r *menus) openMenu() {
	b := r.frame.tools.menu
	r.show(float.Menu{
		Groups: r.groups(theMenu(), command.Target{}), Width: menuWidth,
		At: fyne.CurrentApp().Driver().AbsolutePositionForObject(b), About: fyne.NewSquareSize(control.Size),
	})
}

// listViews opens the list of the views under the one tab.
func (r *menus) listViews() {
	const width = 190
	m, one := float.Menu{Width: width, Groups: []float.Group{{}}}, r.frame.tools.tabs.one
	for i, s := range r.views {
		c := r.commands.Command(s.command)
		m.Groups[0].Items = append(m.Groups[0].Items, float.Item{
			Icon: c.Icon, Label: c.Label(), Key: c.Key(), Faint: s.view.Nothing() != "", Run: func() { r.commands.Run(c.ID) },
		})
		if c.Checked() {
			m.Chosen = i + 1
		}
	}
	m.At, m.About = fyne.CurrentApp().Driver().AbsolutePositionForObject(one), one.Size()
	r.show(m)
}

// openHere opens the menu about what has the keyboard, else the menu of the window.
func (r *menus) openHere() {
	if r.canvas == nil {
		return
	}
	if t, at, size := r.focused(); t.On != command.OnNothing {
		r.openAbout(t, at, size)
	} else {
		r.openMenu()
	}
	r.menuLayer.TakeKey(fyne.KeyDown) // the first row is chosen
}

// openAt opens the menu about a target that was clicked at a point of the window: below
// the words of a mark that was clicked, else at the point.
func (r *menus) openAt(t command.Target, at fyne.Position) {
	if m, ok := r.edition().Mention(t.Mention); ok && t.On == command.OnMark && r.reads() {
		page := fyne.CurrentApp().Driver().AbsolutePositionForObject(r.page)
		for _, words := range r.page.SpanRects(m.Span) {
			words.X, words.Y = words.X+page.X, words.Y+page.Y
			if at.X >= words.X-markReach && at.X < words.X+words.W+markReach && at.Y >= words.Y && at.Y < words.Y+words.H {
				r.openAbout(t, fyne.NewPos(words.X, words.Y), fyne.NewSize(words.W, words.H))
				return
			}
		}
	}
	r.openAbout(t, at, fyne.Size{})
}

// openAbout opens the menu about a target in a rectangle of the window.
func (r *menus) openAbout(t command.Target, at fyne.Position, size fyne.Size) {
	width := float32(contextWidth)
	if t.On == command.OnSelection {
		width = selectionWidth
	}
	r.show(float.Menu{
		Head: r.head(t), Groups: r.groups(contextMenu(t), t), Width: width, At: at, About: size,
	})
}

// show opens a menu, which has all keys until it is closed.
func (r *menus) show(m float.Menu) {
	if r.canvas == nil {
		return
	}
	m.OnClosed = r.keys.Push(menuKeys{r.menuLayer})
	if r.menuLayer.Open(m); !r.menuLayer.Shown() {
		m.OnClosed()
	}
}

// head names the entity that a menu is about.
func (r *menus) head(t command.Target) *float.Head {
	e := r.edition()
	x, ok := e.Entity(t.Entity)
	if !ok || t.On != command.OnMark && t.On != command.OnEntity {
		return nil
	}
	h := &float.Head{Sample: pattern.NewSample(x.Kind, headSample), Name: locale.ShortName(x)}
	n := len(e.TimesOf(x.ID))
	switch {
	case t.On == command.OnMark && n > 1:
		h.Note = locale.X("menu.time", "{{.At}} of {{.All}}", map[string]any{"At": e.Time(t.Mention) + 1, "All": n})
	case n > 1:
		h.Note = strconv.Itoa(n)
	}
	return h
}

// groups makes the rows of a menu. In a menu about a target, what cannot be done has
// no row.
func (r *menus) groups(m command.Menu, t command.Target) []float.Group {
	var out []float.Group
	for _, s := range m {
		g := float.Group{}
		if s.Title != nil {
			g.Title = s.Title()
		}
		for _, row := range s.Rows {
			if x, ok := r.item(row, t); ok {
				g.Items = append(g.Items, x)
			}
		}
		if len(g.Items) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// item makes a row, if it has anything to show.
func (r *menus) item(row command.Row, t command.Target) (x float.Item, ok bool) {
	c := r.commands.Command(row.ID)
	if c == nil {
		if row.Sub == nil {
			return x, false
		}
		x.Label, x.Sub = row.Label(), r.groups(row.Sub, t)
		return x, len(x.Sub) > 0
	}
	r.giving(t, func() {
		x = float.Item{Label: row.Words(c), Key: c.Key(), Checked: c.Checked(), Off: !c.Enabled(), Faint: r.idle(c.ID)}
	})
	if row.Icon {
		x.Icon = c.Icon
	}
	x.Run = func() { r.giving(t, func() { r.commands.Run(c.ID) }) }
	return x, !x.Off || t.On == command.OnNothing
}

// idle reports whether a command leads to a view in which there is nothing to show. It
// can be given: it says why.
func (r *menus) idle(id command.ID) bool {
	for _, s := range r.views {
		if s.command == id {
			return s.view.Nothing() != ""
		}
	}
	return false
}

// closeMenu closes the menu that is open, if there is one.
func (p *parts) closeMenu() {
	if p.menuLayer != nil {
		p.menuLayer.Close()
	}
}

// menuKeys brings all keys to a menu that is open.
type menuKeys struct{ menus *float.Menus }

func (k menuKeys) TakeKey(e *fyne.KeyEvent) bool   { return k.menus.TakeKey(e.Name) }
func (k menuKeys) TakeRune(c rune) bool            { return k.menus.TakeRune(c) }
func (k menuKeys) TakeShortcut(fyne.Shortcut) bool { return k.menus.Shown() }

// giving calls f, in which commands are given for a target.
func (p *parts) giving(t command.Target, f func()) {
	before := p.about
	p.about = t
	defer func() { p.about = before }()
	f()
}

// asked returns what a command is given for from a menu about that, or nothing.
func (p *parts) asked() command.Target { return p.about }

// target returns what a command is given for: what its menu is about, else the result
// that is chosen where the reader searches, else the selected words, else what has the
// keyboard. A paragraph is a target in its menu
// only.
func (p *parts) target() command.Target {
	if p.about.On != command.OnNothing {
		return p.about
	}
	if p.page == nil { // a label is asked for before anything is shown
		return command.Target{}
	}
	if t := p.found(); t.On != command.OnNothing {
		return t
	}
	if v, ok := p.view().(view.Copier); ok && !v.Selection().Empty() {
		return command.Target{On: command.OnSelection, Passage: v.Selection()}
	}
	if t := p.onPanel(); t.On != command.OnNothing {
		return t
	}
	if t, _, _ := p.focused(); t.On != command.OnNothing && t.On != command.OnLine {
		return t
	}
	return p.opened()
}

// opened returns the entity whose card is open while nothing has the keyboard, as after
// a click on a row of the index; else nothing.
func (p *parts) opened() command.Target {
	s := p.session.State()
	if p.canvas == nil || p.canvas.Focused() != nil || s.Panel.Face != session.Card {
		return command.Target{}
	}
	x, ok := p.edition().Entity(s.Selected)
	if !ok {
		return command.Target{}
	}
	return command.Target{On: command.OnEntity, Entity: x.ID, Kind: x.Kind}
}

// focused returns what has the keyboard, and where it is in the window.
func (p *parts) focused() (t command.Target, at fyne.Position, size fyne.Size) {
	if p.canvas == nil {
		return t, at, size
	}
	if v, ok := p.canvas.Focused().(view.Targeted); ok {
		return v.Target()
	}
	return p.inPanel()
}

// named returns the entity that a command is given for from a menu about it, or "".
func (p *parts) named() annotations.EntityID { return p.about.Entity }

// SetMenuBar shows the menus of a table in the menu bar of macOS. Other systems have
// the bar in the window, so it does nothing there.
func SetMenuBar(w fyne.Window, t *command.Table) {
	if runtime.GOOS == "darwin" {
		w.SetMainMenu(t.MainMenu(theBar()))
	}
}
