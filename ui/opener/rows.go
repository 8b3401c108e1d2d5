package opener

import (
	"fmt"

	"fyne.io/fyne/v2"

	"sidelight/ui/locale"
)

// Heights of rows in pixels.
const (
	rowHead   = 30
	rowFile   = 32
	rowRecent = 44
	rowNote   = 32
)

// shownRecent is a recent with the stretches of its title that match.
type shownRecent struct {
	Recent
	marks []mark
}

// item is what one row of the list stands for: one of its fields is set.
type item struct {
	heading string
	count   int // beside the heading
	file    *file
	recent  *shownRecent
	note    string // a sentence in place of rows
}

// rows is the model of the list: a row for each item.
type rows struct {
	o     *Opener
	items []item
	made  []fyne.CanvasObject // of each item, nil before it is first needed
}

// set makes other rows: the files of a folder, and what was opened before.
func (r *rows) set(l listing, recents []shownRecent) {
	r.items = nil
	if l.folder != "" {
		r.items = append(r.items, item{heading: locale.X("opener.folder", "In this folder"), count: l.total})
		for i := range l.files {
			r.items = append(r.items, item{file: &l.files[i]})
		}
		if n := noteOf(l); n != "" {
			r.items = append(r.items, item{note: n})
		}
	}
	if len(recents) > 0 {
		r.items = append(r.items, item{heading: locale.X("opener.recent", "Recent"), count: len(recents)})
	}
	for i := range recents {
		r.items = append(r.items, item{recent: &recents[i]})
	}
	if len(r.items) == 0 {
		r.items = []item{{note: locale.X("opener.none", "Articles you open will be listed here.")}}
	}
	r.made = make([]fyne.CanvasObject, len(r.items))
}

// Len returns the number of rows.
func (r *rows) Len() int { return len(r.items) }

// Key returns what row i is known by.
func (r *rows) Key(i int) string {
	switch it := r.items[i]; {
	case it.file != nil:
		return "file:" + it.file.path
	case it.recent != nil:
		return "recent:" + it.recent.Path
	}
	return fmt.Sprint("other", i)
}

// Stops reports whether row i can be chosen: a file that can be read, a folder, or
// what was opened before.
func (r *rows) Stops(i int) bool {
	it := r.items[i]
	return it.recent != nil || it.file != nil && it.file.problem == nil
}

// Height returns the height of row i in pixels.
func (r *rows) Height(i int, _ float32) float32 {
	switch it := r.items[i]; {
	case it.recent != nil:
		return rowRecent
	case it.file != nil:
		return rowFile
	case it.note != "":
		return rowNote
	}
	return rowHead
}

// Show returns row i, looking chosen if the list is at it.
func (r *rows) Show(i int, _ fyne.CanvasObject) fyne.CanvasObject {
	if r.made[i] == nil {
		r.made[i] = r.o.newRow(r.items[i], func() { r.o.open(i) })
	}
	if x, ok := r.made[i].(*row); ok {
		x.chosen = i == r.o.list.Current()
	}
	return r.made[i]
}
