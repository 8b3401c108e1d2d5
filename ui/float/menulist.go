package float

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Measures of a menu in pixels.
const (
	menuPad   = 6  // above and below the rows, at their sides, and around a rule
	rowHeight = 30 // of a row
	headRow   = 26 // of a head or a title
	iconX     = 10 // from the row's left
	iconSize  = 16
	labelX    = 36 // from the row's left
	keyEnd    = 8  // from the row's right
	keyGap    = 20 // between a label and its key
	subWidth  = 220
	subGap    = 4 // between a menu and what opens at its side
	menuEdge  = 8 // between a menu and the window's edges
)

// menuList is a list of rows on a card: a menu, or what opens at its side.
type menuList struct {
	of     *Menus
	rows   []*menuRow
	from   int // the row of the list before it that it belongs to
	chosen int // -1 for none
	width  float32
	y      float32 // where the next part is placed, pixels
	parts  []fyne.CanvasObject

	scroll *container.Scroll
	card   *Card
}

// newMenuList makes a list at least width pixels wide.
func newMenuList(of *Menus, head *Head, groups []Group, width float32) *menuList {
	l := &menuList{of: of, chosen: -1, width: width, y: menuPad}
	roles := roles()
	for _, g := range groups {
		for _, x := range g.Items {
			l.rows = append(l.rows, newMenuRow(l, len(l.rows), x, roles))
		}
	}
	for _, r := range l.rows {
		l.width = max(l.width, r.MinSize().Width+2*(menuPad+1))
	}
	l.width = min(l.width, of.canvas.Size().Width-2*menuEdge)
	if head != nil {
		l.addHead(head, roles)
	}
	i := 0
	for n, g := range groups {
		if n > 0 || head != nil {
			l.add(prose.NewRule(look.ColorRule, 1), 0, menuPad, l.width-2, 1, menuPad)
		}
		if g.Title != "" {
			role := look.Role{Font: roles.Section.Font, Size: roles.Key.Size, Leading: roles.Key.Leading}
			t := prose.NewText(role, look.ColorTextFaint, g.Title)
			l.add(t, menuPad+iconX+2, (headRow-role.Leading)/2+3, t.NaturalWidth()+1, role.Leading, (headRow-role.Leading)/2-3)
		}
		for range g.Items {
			l.add(l.rows[i], menuPad, 0, l.width-2-2*menuPad, rowHeight, 0)
			i++
		}
	}
	l.scroll = container.NewVScroll(newFixed(fyne.NewSize(l.width-2, l.y+menuPad), l.parts...))
	l.card = NewCard(l.scroll, 1)
	return l
}

// roles are the uses of type of the theme in use.
func roles() look.Roles {
	if t := look.Current(); t != nil {
		return t.Roles()
	}
	return look.Roles{}
}

// add places an object x pixels from the left, with space above and below it.
func (l *menuList) add(o fyne.CanvasObject, x, above, width, height, below float32) {
	control.Place(o, x, l.y+above, width, height)
	l.y += above + height + below
	l.parts = append(l.parts, o)
}

// addHead places what says what the menu is about.
func (l *menuList) addHead(h *Head, roles look.Roles) {
	note := prose.NewText(roles.Meta, look.ColorTextMuted, h.Note)
	name := prose.NewText(roles.Strong, look.ColorText, h.Name)
	name.SetMaxLines(1)
	x, end := float32(menuPad+iconX), l.width-2-menuPad-keyEnd
	if h.Sample != nil {
		s := h.Sample.MinSize()
		control.Place(h.Sample, x, l.y+float32(int((headRow-s.Height)/2)), s.Width, s.Height)
		l.parts = append(l.parts, h.Sample)
		x += s.Width + iconX
	}
	w := note.NaturalWidth()
	control.Place(note, end-w, l.y+(headRow-roles.Meta.Leading)/2, w+1, roles.Meta.Leading)
	l.parts = append(l.parts, note)
	l.add(name, x, (headRow-roles.Strong.Leading)/2, end-w-12-x, roles.Strong.Leading, (headRow-roles.Strong.Leading)/2)
}

// size returns the size of the whole list with its card.
func (l *menuList) size() fyne.Size { return fyne.NewSize(l.width, l.y+menuPad+2) }

// put places the card; the rows scroll in one that is lower than they are.
func (l *menuList) put(at fyne.Position, size fyne.Size) {
	control.Place(l.card, float32(int(at.X)), float32(int(at.Y)), size.Width, size.Height)
}

// holds reports whether a point of the window lies on the card.
func (l *menuList) holds(p fyne.Position) bool {
	at, s := l.card.Position(), l.card.Size()
	return p.X >= at.X && p.Y >= at.Y && p.X < at.X+s.Width && p.Y < at.Y+s.Height
}

// step chooses the first row from i on that can be used, in the direction of delta
// and round the ends.
func (l *menuList) step(i, delta int) {
	n := len(l.rows)
	for range n {
		i = (i%n + n) % n
		if !l.rows[i].item.Off {
			l.setChosen(i)
			l.reveal(i)
			return
		}
		i += delta
	}
}

func (l *menuList) setChosen(i int) {
	before := l.chosen
	l.chosen = i
	for _, x := range []int{before, i} {
		if x >= 0 {
			l.rows[x].Refresh()
		}
	}
}

// reveal scrolls as far as is needed to see row i.
func (l *menuList) reveal(i int) {
	y, height := l.rows[i].Position().Y, l.scroll.Size().Height
	if y-menuPad < l.scroll.Offset.Y {
		l.scroll.ScrollToOffset(fyne.NewPos(0, y-menuPad))
	} else if y+rowHeight+menuPad > l.scroll.Offset.Y+height {
		l.scroll.ScrollToOffset(fyne.NewPos(0, y+rowHeight+menuPad-height))
	}
}

// menuRow is one row.
type menuRow struct {
	control.Tap
	list        *menuList
	at          int
	item        Item
	label, key  *prose.Text
	icon, caret *canvas.Raster
}

func newMenuRow(l *menuList, at int, x Item, roles look.Roles) *menuRow {
	r := &menuRow{
		list: l, at: at, item: x,
		label: prose.NewText(roles.UI, look.ColorText, x.Label), key: prose.NewText(roles.Meta, look.ColorTextMuted, x.Key),
		icon: look.NewSign(), caret: look.NewSign(),
	}
	r.label.SetMaxLines(1)
	name := x.Label
	if x.Key != "" {
		name += ", " + x.Key
	}
	r.Init(r, name, func() { l.of.act(l, at) })
	r.SetEnabled(!x.Off)
	return r
}

// MouseIn chooses the row.
func (r *menuRow) MouseIn(e *desktop.MouseEvent) {
	r.Tap.MouseIn(e)
	if r.item.Off {
		r.list.of.point(r.list, -1)
		return
	}
	r.list.of.point(r.list, r.at)
}

// MinSize returns the size that label and key need.
func (r *menuRow) MinSize() fyne.Size {
	w := labelX + r.label.NaturalWidth() + 1 + keyEnd
	if k := r.key.NaturalWidth(); k > 0 {
		w += keyGap + k
	}
	if len(r.item.Sub) > 0 {
		w += keyGap + iconSize
	}
	return fyne.NewSize(w, rowHeight)
}

// CreateRenderer draws the row.
func (r *menuRow) CreateRenderer() fyne.WidgetRenderer {
	return r.Render(r.paint, r.arrange, r.Ground, r.icon, r.label, r.key, r.caret)
}

func (r *menuRow) arrange(size fyne.Size) {
	roles := roles()
	control.Place(r.icon, iconX, (size.Height-iconSize)/2, iconSize, iconSize)
	end := size.Width - keyEnd
	w := r.key.NaturalWidth()
	control.Place(r.key, end-w, (size.Height-roles.Meta.Leading)/2, w+1, roles.Meta.Leading)
	control.Place(r.caret, end-12, (size.Height-12)/2, 12, 12)
	if w > 0 {
		end -= w + keyGap/2
	}
	control.Place(r.label, labelX, (size.Height-roles.UI.Leading)/2, end-labelX, roles.UI.Leading)
}

func (r *menuRow) paint() {
	r.Ground.FillColor, r.Ground.Hidden = look.Of(look.ColorHoverRaised), r.list.chosen != r.at
	ink, muted := look.ColorText, look.ColorTextMuted
	if r.item.Off || r.item.Faint {
		ink, muted = look.ColorTextFaint, look.ColorTextFaint
	}
	r.label.SetColour(ink)
	r.key.SetColour(muted)
	icon := r.item.Icon
	if r.item.Checked {
		icon = "check"
	}
	r.icon.Hidden, r.caret.Hidden = icon == "", len(r.item.Sub) == 0
	look.ShowIcon(r.icon, icon, muted)
	look.ShowIcon(r.caret, "caret-right", muted)
}
