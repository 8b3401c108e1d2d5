package list

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/control"
)

// Offset returns how far the list is scrolled, in pixels.
func (l *List[K]) Offset() float32 { return l.scroll.Offset.Y }

// Top returns the top of row i, in pixels from the top of all rows.
func (l *List[K]) Top(i int) float32 { return l.tops[i] }

// ScrollTo scrolls the list to y pixels below its top, within its bounds.
func (l *List[K]) ScrollTo(y float32) {
	if l.unready(func() { l.ScrollTo(y) }) {
		return
	}
	moved := l.scrollTo(y)
	l.window(false)
	l.tell(moved)
}

// Bring scrolls so that the top of row i is below pixels under the top of the
// list, or as near to that as the list's ends allow.
func (l *List[K]) Bring(i int, below float32) {
	if l.unready(func() { l.Bring(i, below) }) || i < 0 || i >= len(l.keys) {
		return
	}
	l.settle(i, func() float32 { return l.tops[i] - below })
}

// settle scrolls to a place that depends on where row i lies: again as long as that
// changes because the heights of rows that come into view were guessed.
func (l *List[K]) settle(i int, to func() float32) {
	for {
		top := l.tops[i]
		l.ScrollTo(to())
		if l.tops[i] == top {
			return
		}
	}
}

// Reveal scrolls as little as is needed to show the rows from first to last, or
// the first of them where the list is too low for all.
func (l *List[K]) Reveal(first, last int) {
	if l.unready(func() { l.Reveal(first, last) }) || first < 0 || last >= len(l.keys) || first > last {
		return
	}
	l.settle(first, func() float32 {
		top, bottom := l.tops[first]-l.Margin, l.tops[last+1]+l.Margin
		if first == 0 {
			top = 0
		}
		if last == len(l.keys)-1 {
			bottom = l.content.height
		}
		return min(max(l.scroll.Offset.Y, bottom-l.scroll.Size().Height), top)
	})
}

// unready keeps the last call that scrolls a list without a size until the list
// has one, and reports whether it did.
func (l *List[K]) unready(scroll func()) bool {
	if l.scroll.Size().Height > 0 {
		return false
	}
	l.later = scroll
	return true
}

// scrollTo sets how far the list is scrolled, and the scroll bar with it, and
// reports whether that is another place.
func (l *List[K]) scrollTo(y float32) bool {
	old := l.scroll.Offset.Y
	l.scroll.Offset.Y = whole(max(0, min(y, l.content.height-l.scroll.Size().Height)))
	l.scroll.Refresh()
	return l.scroll.Offset.Y != old
}

func (l *List[K]) tell(moved bool) {
	if f := l.OnScrolled; f != nil && moved {
		f()
	}
}

// Current returns the row that the keyboard is at, or -1.
func (l *List[K]) Current() int { return l.current }

// SetCurrent puts the keyboard at row i, or at no row if i is -1.
func (l *List[K]) SetCurrent(i int) {
	if i < 0 || i >= len(l.keys) {
		i = -1
	}
	old := l.current
	l.current = i
	l.UpdateRow(old)
	if i != old {
		l.UpdateRow(i)
	}
}

// Next returns the nearest row after i at which the keyboard stops, or before i if
// step is -1. It returns -1 if there is none.
func (l *List[K]) Next(i, step int) int {
	for i += step; i >= 0 && i < len(l.keys); i += step {
		if l.model.Stops(i) {
			return i
		}
	}
	return -1
}

// Step moves the keyboard down by n of the rows at which it stops, or up if n is
// negative, as far as the ends, and reveals where it is then. A heading above that
// row is revealed with it.
func (l *List[K]) Step(n int) {
	step, to := 1, l.current
	if n < 0 {
		step = -1
	}
	for ; n != 0; n -= step {
		i := l.Next(to, step)
		if i < 0 {
			break
		}
		to = i
	}
	l.SetCurrent(to)
	l.RevealCurrent()
}

// RevealCurrent reveals the row that the keyboard is at, and a heading above it.
func (l *List[K]) RevealCurrent() {
	if i := l.current; i > 0 && !l.model.Stops(i-1) {
		l.Reveal(i-1, i)
	} else {
		l.Reveal(i, i)
	}
}

// window puts the rows in view into the tree and takes the others out. Rows that
// were in the tree already are shown anew only if all is true.
func (l *List[K]) window(all bool) {
	if l.scroll.Size().Height <= 0 {
		return
	}
	old, wanted := l.rows, l.wanted()
	l.rows = make([]shown[K], len(wanted))
	for n, i := range wanted {
		l.rows[n] = shown[K]{key: l.keys[i], at: -1}
		if j := slices.IndexFunc(old, func(r shown[K]) bool { return r.key == l.keys[i] }); j >= 0 {
			l.rows[n], old[j].object = old[j], nil
		}
	}
	l.retire(old)
	changed := len(old) != len(l.rows)
	for n, i := range wanted {
		r := &l.rows[n]
		fresh := r.at != i
		changed = changed || fresh
		r.at = i
		l.put(r, all || fresh)
	}
	l.spare = l.spare[:min(len(l.spare), len(l.rows)+2)]
	if changed || all {
		l.content.objects = make([]fyne.CanvasObject, len(l.rows))
		for n, r := range l.rows {
			l.content.objects[n] = r.object
		}
		l.content.Refresh()
	}
	if g, ok := any(l.model).(Guesser); ok && g.Guessed() {
		l.Changed()
	}
}

// wanted returns the rows that belong into the tree, ascending.
func (l *List[K]) wanted() []int {
	top := l.scroll.Offset.Y
	bottom := top + l.scroll.Size().Height
	n := len(l.keys)
	first := sort.Search(n, func(i int) bool { return l.tops[i+1] > top })
	end := max(first, sort.Search(n, func(i int) bool { return l.tops[i] >= bottom }))
	var out []int
	for i := first; i < end; i++ {
		out = append(out, i)
	}
	if l.Tabs {
		out = append(out, l.Next(-1, 1), l.Next(first, -1), l.Next(end-1, 1), l.Next(n, -1), l.focused())
		out = slices.DeleteFunc(out, func(i int) bool { return i < 0 })
		slices.Sort(out)
		out = slices.Compact(out)
	}
	return out
}

// focused returns the row in the tree at the height of what has the keyboard's
// focus, or -1. What has the focus beside the list may stand at that height too:
// such a row stays in the tree for nothing.
func (l *List[K]) focused() int {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(l)
	if c == nil {
		return -1
	}
	o, ok := c.Focused().(fyne.CanvasObject)
	if !ok {
		return -1
	}
	y := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(l.content).Y
	for _, r := range l.rows {
		if p := r.object.Position().Y; y >= p && y < p+max(r.object.Size().Height, 1) {
			return slices.Index(l.keys, r.key)
		}
	}
	return -1
}

// retire takes rows out of use. The pointer may have left them unseen.
func (l *List[K]) retire(rows []shown[K]) {
	for _, r := range rows {
		if r.object == nil {
			continue
		}
		if h, ok := r.object.(desktop.Hoverable); ok {
			h.MouseOut()
		}
		l.spare = append(l.spare, r.object)
	}
}

// put places a row, and shows it anew if fresh is true.
func (l *List[K]) put(r *shown[K], fresh bool) {
	if r.object == nil {
		if n := len(l.spare); n > 0 {
			r.object, l.spare = l.spare[n-1], l.spare[:n-1]
		}
	}
	if fresh {
		r.object = l.model.Show(r.at, r.object)
	}
	laid := !r.object.Size().IsZero()
	control.Place(r.object, 0, l.tops[r.at], l.width, l.tops[r.at+1]-l.tops[r.at])
	if fresh && laid { // what has just got its first size has been painted for that
		r.object.Refresh()
	}
}
