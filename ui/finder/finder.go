// Package finder is a search field with the list of its results, in two sizes: a
// [Finder] above the side panel and a [Palette] over the window. The keyboard's
// focus stays in the field, which hands the list the keys that move in it and open
// a result. A finder tells what the reader types and chooses, and leaves to the
// shell what happens then. The package also has the [Bar] that finds words in the
// text as they stand.
package finder

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations/search"
	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/field"
	"sidelight/ui/look"
	"sidelight/ui/session"
)

// Find answers a query with results of one group, or of all groups if only is 0.
// It returns early when the context ends. It may be called on any goroutine.
type Find func(ctx context.Context, query string, only search.Group) (search.Answer, error)

// Options say how a finder looks and where its results come from.
type Options struct {
	Roles look.Roles

	// Find answers queries over the edition that is shown.
	Find Find
	// Behind reports whether Find runs on a goroutine of its own, for a long article.
	// Nil means that Find runs on the UI goroutine, at each key.
	Behind func() bool
	// Do runs a function on the UI goroutine and may be called on any. Nil means
	// fyne.Do.
	Do func(func())

	// Commands returns the command that a result of that id stands for, or nil if
	// there is none. Nil means that there are no commands.
	Commands func(id string) *command.Command
	// Offers returns what the list shows while nothing is typed. Nil means nothing.
	Offers func() []Offer
}

// Offer is a heading with results under it that no query has found.
type Offer struct {
	Heading string
	Results []search.Result
}

// Finder is a search field and a list of results, two objects that the shell
// places.
type Finder struct {
	// OnQuery is called with what the field holds, after each change.
	OnQuery func(string)
	// OnChosen is called with a result that the reader opens. Stay says that the
	// reader wants to go on searching.
	OnChosen func(r search.Result, stay bool)
	// OnPoint is called with the result that Enter would open, after each change of
	// the list or of the choice; with nil where there is none, and while nothing is
	// typed.
	OnPoint func(*search.Result)
	// OnCancel is called when Esc is typed into an empty field.
	OnCancel func()
	// OnShortcut is called with a shortcut before the field takes it, and reports
	// whether the shortcut is dealt with.
	OnShortcut func(fyne.Shortcut) bool
	// OnKey is called with the keys F1 to F12, for which the field has no use.
	OnKey func(*fyne.KeyEvent)
	// OnTapped is called when the field is clicked, and reports whether the click
	// is dealt with.
	OnTapped func() bool

	options Options
	asking  async.Latest[search.Answer]
	field   *field.Field
	chips   *chips // nil where there is no choice of groups
	results *results
	resized func() // called when the list may need another height; may be nil

	query    string // what is typed, without the space around it
	answered string // the query that the list shows the answer to
	only     search.Group
	list     listing
	rows     *rows
	hasty    hasty
}

// hasty is an Enter that was typed before the answer came.
type hasty struct{ open, stay bool }

// New makes a finder for the side panel. The empty field shows placeholder, and at
// its right end a cap with the name of the key that leads to it.
func New(o Options, placeholder, key string) *Finder {
	f := newFinder(o, field.New(placeholder, key, field.Small(o.Roles)), panelMeasures)
	f.results.footer = panelFooter(o.Roles)
	f.show(false)
	return f
}

func newFinder(o Options, input *field.Field, m measures) *Finder {
	f := &Finder{options: o, field: input}
	f.asking.Do = o.Do
	f.rows = &rows{f: f}
	f.results = newResults(o.Roles, m, f.rows)
	f.field.Entry.OnChanged = f.typed
	f.field.Entry.OnKey = f.key
	f.field.Entry.OnShortcut = f.shortcut
	f.field.OnTapped = func() bool { return f.OnTapped != nil && f.OnTapped() }
	return f
}

// Field returns the search field.
func (f *Finder) Field() fyne.CanvasObject { return f.field }

// FocusTarget returns the object that takes what is typed while it has the
// keyboard's focus.
func (f *Finder) FocusTarget() fyne.Focusable { return f.field.Entry }

// Results returns the list with its footer, which needs a width of 280 pixels.
func (f *Finder) Results() fyne.CanvasObject { return f.results }

// Query returns what the field holds.
func (f *Finder) Query() string { return f.field.Entry.Text }

// SetQuery replaces what the field holds, as if the reader had typed it.
func (f *Finder) SetQuery(q string) {
	if q != f.Query() {
		f.field.SetText(q)
	}
}

// SetPlaceholder sets what stands in the empty field.
func (f *Finder) SetPlaceholder(words string) { f.field.SetPlaceholder(words) }

// SelectAll selects what the field holds: the next character replaces it.
func (f *Finder) SelectAll() { f.field.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// typed searches for q, which the field has come to hold.
func (f *Finder) typed(q string) {
	f.field.Update()
	if words := strings.TrimSpace(q); words != f.query {
		f.query = words
		f.search(false)
	}
	if h := f.OnQuery; h != nil {
		h(q)
	}
}

// Follow asks the query anew if now has another revision of the edition than old:
// what is typed stays, and so do the chosen result, if the new answer has it, and
// the groups that are shown whole. Find must answer for now's edition already.
func (f *Finder) Follow(old, now session.Snapshot) {
	if old.Edition != nil && old.Edition != now.Edition {
		f.search(true)
	}
}

// Stop cancels a search that is still running.
func (f *Finder) Stop() { f.asking.Stop() }

// search asks for what is typed. The list stays as it is until the answer comes.
// Again says that the query has been asked before, so that the chosen result stays.
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

// report logs why there is no answer. A search that was cancelled is no fault.
func report(err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		slog.Error("the search failed", "error", err)
	}
}

// answer shows the answer to a query, and opens its first result if Enter was typed
// already. Again says that the list shows an older answer to the same query.
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

// usable reports whether a result can be opened: any but a command that cannot be
// given now.
func (f *Finder) usable(r search.Result) bool {
	if r.Type != search.Command {
		return true
	}
	c := f.rows.look().commandOf(r)
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

// show makes the rows of the list anew and chooses the first result. Stay says that
// the chosen result stays, if the list still has it.
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

// choose makes row i the one that Enter opens.
func (f *Finder) choose(i int) {
	f.results.list.SetCurrent(i)
	f.results.list.RevealCurrent()
	f.point()
}

// point calls OnPoint with the result that Enter would open.
func (f *Finder) point() {
	if h := f.OnPoint; h != nil {
		h(f.Chosen())
	}
}

// Chosen returns the result that Enter would open, or nil where nothing is found.
func (f *Finder) Chosen() *search.Result {
	i := f.results.list.Current()
	if f.answered == "" || i < 0 || f.rows.items[i].more {
		return nil
	}
	return &f.rows.items[i].result
}

// open opens the result of row i, or shows the rest of the part that it stands
// for.
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
	f.choose(i)     // the first of the results that were hidden
	f.field.Focus() // a click on the row has taken the focus away
}

// setOnly searches one group of results from now on, or all if g is 0.
func (f *Finder) setOnly(g search.Group) {
	if f.only == g {
		return
	}
	f.only = g
	f.chips.set(g)
	f.search(false)
}
