// Package finder is the search field and the list of what it finds. Focus stays
// in the field: it hands the keys that move and open to the list. The finder
// reports what the reader typed and chose, and decides nothing.
package finder

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/look"
)

// perGroup is how many results of a group are shown at first.
const perGroup = 5

// pageStep is how many rows Page Up and Page Down move.
const pageStep = 5

// Finder ties a search field to a list of results. The two are placed apart by
// whoever makes it.
type Finder struct {
	// OnQuery hears of each change of what is typed, after the list shows it.
	OnQuery func(string)
	// OnChosen hears of a result that was opened by Enter or by a click.
	OnChosen func(search.Result)
	// OnCancel hears of Esc in an empty field.
	OnCancel func()
	// OnShortcut is asked before the field takes a shortcut, which it would
	// swallow; it reports whether the shortcut is dealt with.
	OnShortcut func(fyne.Shortcut) bool
	// OnKey hears of the function keys, for which the field has no use.
	OnKey func(*fyne.KeyEvent)
	// Voice says on whose word a stretch of the article rests, for the sign of
	// a fact; without it a fact carries the sign of the article's own account.
	Voice func(annotations.Span) annotations.Voice

	find    func(query string) []search.Result
	roles   look.Roles
	field   *field
	results *results

	query  string
	list   listing
	items  []item
	chosen int // index in items; -1 if there is nothing to choose
}

// New makes a finder. Find answers a query at once, best result first; key is the
// key that leads to the field, as it is printed on a key cap.
func New(find func(query string) []search.Result, key string, roles look.Roles) *Finder {
	f := &Finder{find: find, roles: roles, chosen: -1}
	f.field = newField(lang.X("finder.placeholder", "Search names, facts, passages"), key, roles)
	f.field.entry.OnChanged = f.typed
	f.field.entry.onKey = f.key
	f.field.entry.onShortcut = func(s fyne.Shortcut) bool { return f.OnShortcut != nil && f.OnShortcut(s) }
	f.results = newResults(roles)
	f.show()
	return f
}

// Field is the search field.
func (f *Finder) Field() fyne.CanvasObject { return f.field }

// FocusTarget is what has to have the focus for typing to search.
func (f *Finder) FocusTarget() fyne.Focusable { return f.field.entry }

// Results is the list with its footer; it wants to be 280 px wide or wider.
func (f *Finder) Results() fyne.CanvasObject { return f.results }

// Query is what is typed.
func (f *Finder) Query() string { return f.query }

// SetQuery replaces what is typed, as if the reader had typed it.
func (f *Finder) SetQuery(q string) {
	if q != f.query {
		f.field.entry.SetText(q)
	}
}

// typed searches for what the field holds now.
func (f *Finder) typed(q string) {
	if q == f.query {
		return
	}
	f.query = q
	f.list = listing{}
	if words := strings.TrimSpace(q); words != "" {
		f.list = newListing(f.find(words))
	}
	f.field.update()
	f.show()
	if h := f.OnQuery; h != nil {
		h(q)
	}
}

// show makes the list anew and chooses its first result.
func (f *Finder) show() {
	f.items = f.list.items()
	f.chosen = next(f.items, -1, 1)
	f.results.show(strings.TrimSpace(f.query), f.list.total, f.rows())
	f.results.choose(f.chosen)
}

func (f *Finder) rows() []row {
	rows := make([]row, len(f.items))
	for i, it := range f.items {
		switch {
		case it.heading:
			rows[i] = newHeading(groupName(it.group), i == 0, f.roles)
		case it.more > 0:
			rows[i] = newMore(it.more, f.roles, func() { f.open(i) })
		default:
			rows[i] = newHit(it.result, sign(it.result, f.Voice, f.roles), f.roles, func() { f.open(i) })
		}
	}
	return rows
}

// key does what a key in the field means for the list, and reports whether it
// means anything there.
func (f *Finder) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown:
		f.move(1)
	case fyne.KeyUp:
		f.move(-1)
	case fyne.KeyPageDown:
		f.move(pageStep)
	case fyne.KeyPageUp:
		f.move(-pageStep)
	case fyne.KeyReturn, fyne.KeyEnter:
		f.open(f.chosen)
	case fyne.KeyEscape:
		f.leave()
	default:
		return f.passOn(k)
	}
	return true
}

// passOn hands a function key to whoever wants it.
func (f *Finder) passOn(k fyne.KeyName) bool {
	h := f.OnKey
	if h == nil || len(k) < 2 || k[0] != 'F' { // F1 to F12; the letter F is shorter
		return false
	}
	h(&fyne.KeyEvent{Name: k})
	return true
}

// move goes delta rows down the list, stopping at its ends.
func (f *Finder) move(delta int) {
	step := 1
	if delta < 0 {
		step = -1
	}
	for ; delta != 0; delta -= step {
		i := next(f.items, f.chosen, step)
		if i < 0 {
			break
		}
		f.chosen = i
	}
	f.results.choose(f.chosen)
}

// open opens the result of a row, or shows the rest of its group.
func (f *Finder) open(i int) {
	if i < 0 || i >= len(f.items) {
		return
	}
	it := f.items[i]
	if it.more == 0 {
		if h := f.OnChosen; h != nil {
			h(it.result)
		}
		return
	}
	f.list.expand(it.group)
	f.show()
	f.chosen = i // the first of those that were hidden
	f.results.choose(i)
	f.field.focus() // a click has taken it away
}

// leave clears the field; if it is clear already, it says so.
func (f *Finder) leave() {
	if f.query != "" {
		f.SetQuery("")
	} else if h := f.OnCancel; h != nil {
		h()
	}
}
