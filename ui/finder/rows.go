package finder

import "fyne.io/fyne/v2"

// rows is the model of a finder's list: a row for each item.
type rows struct {
	f     *Finder
	items []item
	made  []row // the row of each item; without a Block before it is first needed
}

// set replaces the items. Their rows are made when they are first measured.
func (r *rows) set(items []item) { r.items, r.made = items, make([]row, len(items)) }

// Len returns the number of rows.
func (r *rows) Len() int { return len(r.items) }

// Key returns the key of the item of row i.
func (r *rows) Key(i int) string { return r.items[i].key() }

// Stops reports whether row i can be chosen, as all but headings can.
func (r *rows) Stops(i int) bool { return !r.items[i].heading }

// Height returns the height of row i in pixels.
func (r *rows) Height(i int, width float32) float32 { return r.row(i).HeightFor(width) }

// Show returns row i, looking chosen if the list is at it. Each item has a row of
// its own, so the spare one is left alone.
func (r *rows) Show(i int, _ fyne.CanvasObject) fyne.CanvasObject {
	x := r.row(i)
	if x.choice != nil {
		x.choice.chosen = i == r.f.results.list.Current()
	}
	return x.Block
}

func (r *rows) row(i int) row {
	if r.made[i].Block == nil {
		r.made[i] = r.make(i)
	}
	return r.made[i]
}

func (r *rows) make(i int) row {
	f, it, look := r.f, r.items[i], r.look()
	open := func() { f.open(i, false) }
	switch {
	case it.heading:
		return look.heading(f.list.parts[it.part].heading, i == 0)
	case it.more:
		return look.more(f.list.parts[it.part], open)
	}
	return look.hit(it.result, open)
}

// look returns what the rows are made by.
func (r *rows) look() rowLook {
	return rowLook{r.f.results.measures, r.f.options.Roles, r.f.options.Commands}
}
