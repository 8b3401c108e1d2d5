package float

import "fyne.io/fyne/v2"

// width returns the width of a list that is to be wanted pixels wide.
func (m *Menus) width(wanted float32) float32 {
	return min(wanted, m.canvas.Size().Width-2*menuEdge)
}

// under returns where a menu of a size goes: under what it is about, over it where
// only there is room, and never on it. A menu about a point may lie on it.
func (m *Menus) under(size fyne.Size) (fyne.Position, fyne.Size) {
	all, at, about := m.canvas.Size(), m.menu.At, m.menu.About
	if about.IsZero() {
		y := at.Y + 1
		if y+size.Height > all.Height-menuEdge {
			y = at.Y - 1 - size.Height // over the point
			if y < menuEdge {
				y = all.Height - menuEdge - size.Height
			}
		}
		x := at.X + 1
		if x+size.Width > all.Width-menuEdge {
			x = at.X - 1 - size.Width // left of it
		}
		return m.inside(fyne.NewPos(x, y), size)
	}
	below := at.Y + about.Height + gap
	above := at.Y - gap - size.Height
	room := all.Height - menuEdge - below
	if size.Height > room && at.Y-gap-menuEdge > room {
		if above < menuEdge {
			size.Height -= menuEdge - above
			above = menuEdge
		}
		return m.inside(fyne.NewPos(at.X, above), size)
	}
	size.Height = min(size.Height, room)
	return m.inside(fyne.NewPos(at.X, below), size)
}

// beside returns where a list of a size goes that opens at the side of row i.
func (m *Menus) beside(l *menuList, i int, size fyne.Size) (fyne.Position, fyne.Size) {
	card := l.card.Position()
	x := card.X + l.card.Size().Width + subGap
	if x+size.Width > m.canvas.Size().Width-menuEdge {
		x = card.X - subGap - size.Width
	}
	y := card.Y + l.rows[i].Position().Y - l.scroll.Offset.Y - menuPad
	return m.inside(fyne.NewPos(x, y), size)
}

// inside moves a card into the window, and makes it lower where it is higher.
func (m *Menus) inside(at fyne.Position, size fyne.Size) (fyne.Position, fyne.Size) {
	all := m.canvas.Size()
	size.Height = min(size.Height, all.Height-2*menuEdge)
	at.X = max(menuEdge, min(at.X, all.Width-menuEdge-size.Width))
	at.Y = max(menuEdge, min(at.Y, all.Height-menuEdge-size.Height))
	return at, size
}
