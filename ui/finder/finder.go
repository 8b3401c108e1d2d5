// Package finder is the search field and the list of what it finds: small, above
// the side panel, and large, as a palette over the window. The focus stays in the
// field, which hands the keys that move and open to the list. A finder reports
// what the reader typed and chose, and decides nothing.
package finder

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/annotations/search"
	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/session"
)

// pageStep is how many rows Page Up and Page Down move.
const pageStep = 5

// Find answers a query, looking only among one group of results unless that is
// 0. It gives up when the context ends. It may be called on any goroutine.
type Find func(ctx context.Context, query string, only search.Group) (search.Answer, error)

// Options say where a finder gets its answers and its words.
type Options struct {
	Roles look.Roles

	// Find answers queries over the edition that the finder was told of last.
	Find Find
	// Behind reports whether queries are answered behind the window, for a long
	// article. Without it each is answered at once, while the key goes down.
	Behind func() bool
	// Do runs a function on the UI goroutine from any other; nil means fyne.Do.
	Do func(func())

	// Commands returns the command of an id, or nil. Without it there are none.
	Commands func(id string) *command.Command
	// Offers are shown while nothing is typed.
	Offers func() []Offer
}

// Offer is a heading and what stands under it.
type Offer struct {
	Heading string
	Results []search.Result
}

// commands returns the command of an id, or nil if there is none.
func (o Options) commands() func(id string) *command.Command {
	if o.Commands == nil {
		return func(string) *command.Command { return nil }
	}
	return o.Commands
}

// Finder ties a field to a list of results. Whoever makes it places the two.
type Finder struct {
	// OnQuery hears of each change of what is typed.
	OnQuery func(string)
	// OnChosen hears of a result that was opened, and whether the reader wants to
	// go on searching then.
	OnChosen func(r search.Result, stay bool)
	// OnPoint hears of the result that Enter would open now, of nil where there
	// is none, and of nil while nothing is typed.
	OnPoint func(*search.Result)
	// OnCancel hears of Esc in an empty field.
	OnCancel func()
	// OnShortcut is asked before the field takes a shortcut, which it would
	// swallow; it reports whether the shortcut is dealt with.
	OnShortcut func(fyne.Shortcut) bool
	// OnKey hears of the function keys, for which the field has no use.
	OnKey func(*fyne.KeyEvent)
	// OnTapped is asked when the field is clicked; it reports whether the click
	// is dealt with.
	OnTapped func() bool

	options Options
	asking  async.Latest[search.Answer]
	words   words
	field   *field
	chips   *chips // nil where there is no choice of groups
	results *results
	resized func() // the list may need another height now; nil: nobody asks

	query    string // what is typed, less the space around it
	answered string // the query that the list answers
	only     search.Group
	list     listing
	rows     *rows
	hasty    hasty
}

// hasty is what was asked for before the answer came.
type hasty struct{ open, stay bool }

// New makes a finder for a side panel, which finds nothing before it has been told
// of an edition by [Finder.Follow]. Key is the key that leads to the search,
// as it is printed on a key cap, and placeholder what stands in the empty field.
func New(o Options, placeholder, key string) *Finder {
	f := newFinder(o, newField(placeholder, key, smallField(o.Roles)), panelMeasures)
	f.results.footer = panelFooter(o.Roles)
	f.show(false)
	return f
}

func newFinder(o Options, field *field, m measures) *Finder {
	f := &Finder{options: o, words: words{commands: o.commands()}, field: field}
	f.asking.Do = o.Do
	f.rows = &rows{f: f}
	f.results = newResults(o.Roles, m, f.rows)
	f.field.entry.OnChanged = f.typed
	f.field.entry.onKey = f.key
	f.field.entry.onShortcut = f.shortcut
	f.field.onTapped = func() bool { return f.OnTapped != nil && f.OnTapped() }
	return f
}

// Field is the search field.
func (f *Finder) Field() fyne.CanvasObject { return f.field }

// FocusTarget is what has to have the focus for typing to search.
func (f *Finder) FocusTarget() fyne.Focusable { return f.field.entry }

// Results is the list with its footer; it wants to be 280 px wide or wider.
func (f *Finder) Results() fyne.CanvasObject { return f.results }

// Query is what is typed.
func (f *Finder) Query() string { return f.field.entry.Text }

// SetQuery replaces what is typed, as if the reader had typed it.
func (f *Finder) SetQuery(q string) {
	if q != f.Query() {
		e := f.field.entry
		e.SetText(q)
		e.CursorColumn = len([]rune(q))
		e.Refresh()
	}
}

// SelectAll marks what is typed, so that typing replaces it.
func (f *Finder) SelectAll() { f.field.entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// typed searches for what the field holds now.
func (f *Finder) typed(q string) {
	f.field.update()
	if words := strings.TrimSpace(q); words != f.query {
		f.query = words
		f.search(false)
	}
	if h := f.OnQuery; h != nil {
		h(q)
	}
}

// Follow has the finder show results of the snapshot's edition. If that is
// another revision than before, the query is asked anew; what is typed stays, and
// so does the chosen result if the new answer has it.
func (f *Finder) Follow(old, now session.Snapshot) {
	if old.Edition == now.Edition {
		return
	}
	if old.Edition != nil {
		f.search(true)
	}
}

// search asks for what is typed. The list stays as it is until the answer comes.
// If again is true, the query is the one before and the chosen result stays.
func (f *Finder) search(again bool) {
	if !again {
		f.hasty = hasty{}
	}
	f.asking.Stop()
	query, only := f.query, f.only
	if query == "" {
		f.answer("", f.offers(), again)
		return
	}
	then := func(a search.Answer, err error) {
		report(err)
		f.answer(query, newListing(a, f.usable), again && query == f.answered)
	}
	if behind := f.options.Behind; behind == nil || !behind() {
		then(f.options.Find(context.Background(), query, only))
		return
	}
	f.asking.Run(func(j *async.Job) (search.Answer, error) { return f.options.Find(j, query, only) }, then)
}

// report writes down why there is no answer. That it is not wanted any more is no
// fault.
func report(err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		slog.Error("the search failed", "error", err)
	}
}

// answer shows what a query has found, and opens the first if the reader could
// not wait for it. If again is true, the list answers the same query already.
func (f *Finder) answer(query string, l listing, again bool) {
	if again {
		l.unfold(f.list)
	}
	f.answered, f.list = query, l
	f.show(again)
	if f.hasty.open {
		f.open(f.results.list.Current(), f.hasty.stay)
	}
}

// usable reports whether a result can be opened.
func (f *Finder) usable(r search.Result) bool {
	if r.Type != search.Command {
		return true
	}
	c := f.words.commands(r.ID)
	return c != nil && c.Enabled()
}

func (f *Finder) offers() listing {
	var l listing
	if f.options.Offers == nil {
		return l
	}
	for _, o := range f.options.Offers() {
		if len(o.Results) > 0 {
			l.parts = append(l.parts, part{heading: o.Heading, results: o.Results})
		}
	}
	return l
}

// show makes the list anew. It chooses the first result, unless stay is true and
// the one that is chosen is still there.
func (f *Finder) show(stay bool) {
	f.rows.set(f.list.items())
	f.results.show(f.message(), f.rows.Len())
	f.results.footer.setCount(f.list.total, f.answered != "")
	if h := f.resized; h != nil {
		h()
	}
	if stay && f.results.list.Current() >= 0 {
		f.point()
		return
	}
	f.results.list.ScrollTo(0)
	f.choose(f.results.list.Next(-1, 1))
}

// choose makes Enter open the i-th item.
func (f *Finder) choose(i int) {
	f.results.list.SetCurrent(i)
	f.results.list.RevealCurrent()
	f.point()
}

// point tells what Enter would open.
func (f *Finder) point() {
	h, i := f.OnPoint, f.results.list.Current()
	switch {
	case h == nil:
	case f.answered == "" || i < 0 || f.rows.items[i].more:
		h(nil)
	default:
		h(&f.rows.items[i].result)
	}
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
		f.enter(false)
	case fyne.KeyEscape:
		f.leave()
	case fyne.KeyTab:
		f.nextGroup(shifted())
	default:
		return passOn(f.OnKey, k)
	}
	return true
}

// shortcut opens the chosen result on Ctrl Enter, or on Cmd Enter where that is
// the key of shortcuts, and hands on any other.
func (f *Finder) shortcut(s fyne.Shortcut) bool {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierShortcutDefault &&
		(c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		f.enter(true)
		return true
	}
	return f.OnShortcut != nil && f.OnShortcut(s)
}

// passOn hands a function key to whoever wants it.
func passOn(to func(*fyne.KeyEvent), k fyne.KeyName) bool {
	if to == nil || len(k) < 2 || k[0] != 'F' { // F1 to F12; the letter F is shorter
		return false
	}
	to(&fyne.KeyEvent{Name: k})
	return true
}

// move goes delta rows down the list, stopping at its ends.
func (f *Finder) move(delta int) {
	l := f.results.list
	from := l.Current()
	if l.Step(delta); l.Current() != from {
		f.point()
	}
}

// enter opens what is chosen. While the answer to what is typed is not there
// yet, it opens the first of it as soon as it comes.
func (f *Finder) enter(stay bool) {
	if f.asking.Running() {
		f.hasty = hasty{true, stay}
		return
	}
	f.open(f.results.list.Current(), stay)
}

// open opens the result of a row, or shows the rest of its part.
func (f *Finder) open(i int, stay bool) {
	if i < 0 || i >= f.rows.Len() {
		return
	}
	it := f.rows.items[i]
	if !it.more {
		if h := f.OnChosen; h != nil {
			h(it.result, stay)
		}
		return
	}
	f.list.parts[it.part].whole = true
	f.show(false)
	f.choose(i)     // the first of those that were hidden
	f.field.focus() // a click has taken it away
}

// setOnly looks among one group from now on, or among everything.
func (f *Finder) setOnly(g search.Group) {
	if f.only == g {
		return
	}
	f.only = g
	f.chips.set(g)
	f.search(false)
}

// nextGroup looks among the next of the groups, or the one before it.
func (f *Finder) nextGroup(back bool) {
	all, step := groups(), 1
	if f.chips == nil {
		return
	}
	if back {
		step = len(all) - 1
	}
	for i, g := range all {
		if g == f.only {
			f.setOnly(all[(i+step)%len(all)])
			return
		}
	}
}

// leave clears the field; if it is clear already, it says so.
func (f *Finder) leave() {
	if f.Query() != "" && f.chips == nil {
		f.SetQuery("")
	} else if h := f.OnCancel; h != nil {
		h()
	}
}
