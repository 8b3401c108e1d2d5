package reading

import (
	"cmp"
	"context"
	"strings"
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/annotations/search"
	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/finder"
	"sidelight/ui/float"
	"sidelight/ui/keyboard"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
)

// searching is the search over the article and what is known of it: the field
// above the panel and the palette, which find the same. While the palette is
// open the page previews what is chosen in it: the reader counts as being where
// the palette was opened.
type searching struct {
	*parts
	find    *finding // whose hits come back after a preview
	field   *finder.Finder
	options finder.Options
	palette *finder.Palette         // nil before it is first opened
	offer   func(...fyne.Focusable) // gives fields a menu
	recent  recent
	moved   bool // the page previews another place than the reader's

	// index makes the search index of the revision that is shown, with the first
	// query. Queries about a long article run behind the window.
	index atomic.Pointer[func() (*search.Index, error)]
	// notes makes the segment of the reader's notes, with the first query after they
	// have changed.
	notes atomic.Pointer[func() *search.Segment]
	built atomic.Pointer[search.Index] // the last that was made
	// making is held while an index is made: the next one goes on from it, and a
	// revision that comes meanwhile does not have the whole article indexed again.
	making sync.Mutex
	// wanted ends when the reader is closed, and with it the making of an index.
	wanted context.Context
	unwant context.CancelFunc
}

// declare are the commands that open the palette.
func (r *searching) declare() []command.Command {
	return []command.Command{{
		ID: command.Search, Group: command.View, Floats: true, Here: true, Icon: "magnifying-glass",
		Keys:  []command.Key{command.Named(fyne.KeyK, command.Primary), command.Typed('/')},
		Label: func() string { return locale.X("command.search", "Search") },
		Run:   func() { r.open() },
	}}
}

// join makes the field and connects it to what it leads to.
func (r *searching) join(roles look.Roles) {
	r.wanted, r.unwant = context.WithCancel(context.Background())
	r.options = finder.Options{Roles: roles, Commands: r.commandOf, Offers: r.offers, Find: r.answer, Behind: r.long, Do: r.onUI}
	r.field = finder.New(r.options, finds(), r.commands.Command(command.Search).Key())
	r.joinField()
}

// finds says in the empty field what it finds.
func finds() string { return locale.X("finder.placeholder", "Search names, facts, passages") }

// narrowed has fewer words stand in the field of a narrow window.
func (r *searching) narrowed(narrow bool) {
	if narrow {
		r.field.SetPlaceholder(r.commands.Command(command.Search).Label())
	} else {
		r.field.SetPlaceholder(finds())
	}
}

// long reports whether the article is so long, or has so many notes, that it is searched
// behind the window.
func (r *searching) long() bool {
	return len(r.edition().Article().Text) > atOnce || r.session.Snapshot().Notes.Len() > notesAtOnce
}

// answer finds what answers a query over the edition and the commands.
func (r *searching) answer(ctx context.Context, query string, only search.Group) (search.Answer, error) {
	x, err := (*r.index.Load())()
	if err != nil {
		return search.Answer{}, err
	}
	if notes := r.notes.Load(); notes != nil {
		x = x.With((*notes)())
	}
	return x.Find(ctx, query, only)
}

// renew has the index follow the edition: with the next query, or of a long article when
// its turn comes. While marks are looked for it waits for them, not to be made twice.
func (r *searching) renew(d session.Document) {
	records := r.commands.Records()
	index := sync.OnceValues(func() (*search.Index, error) { return r.makeIndex(d.Edition, records) })
	r.index.Store(&index)
	if r.long() && !d.Finding {
		turn := r.line.Join()
		go func() {
			defer turn.Done()
			if turn.Wait(r.wanted) == nil {
				_, _ = index() // a query gets the error as well
				async.GiveBack()
			}
		}()
	}
}

// makeIndex indexes an edition, and what is to be found beside it. It may run on any
// goroutine. The one error is that of [searching.wanted].
func (r *searching) makeIndex(e *annotations.Edition, records []search.Record) (x *search.Index, err error) {
	r.making.Lock()
	defer r.making.Unlock()
	if x = r.built.Load(); x == nil {
		x, err = search.Build(r.wanted, e, records...)
	} else {
		x, err = x.Revise(r.wanted, e)
	}
	if err != nil {
		return nil, err
	}
	if r.built.Store(x); r.wanted.Err() != nil {
		r.built.Store(nil) // the end came meanwhile
	}
	return x, nil
}

// end stops what is searched for and indexed, and drops the index. Queries find
// nothing any more.
func (r *searching) end() {
	r.unwant()
	r.built.Store(nil)
	r.field.Stop()
	if r.palette != nil {
		r.palette.Stop()
		r.palette.Window = nil
	}
}

func (r *searching) joinField() {
	r.field.OnQuery = r.queried
	r.field.OnChosen = r.choose
	r.field.OnCancel = r.FocusView
	r.field.OnKey = func(e *fyne.KeyEvent) { r.commands.Key(e.Name, keyboard.Modifiers()) }
	r.field.OnShortcut = r.commands.Shortcut
	r.field.OnTapped = func() bool {
		if !r.frame.drawer() {
			return false
		}
		r.FocusView() // else the field would have the focus again after the palette
		r.open()
		return true
	}
}

// makePalette makes the palette, if there is none yet: an article opens without it.
func (r *searching) makePalette() {
	if r.palette != nil {
		return
	}
	r.palette = finder.NewPalette(r.options)
	r.palette.OnChosen = r.choose
	r.palette.OnPoint = r.preview
	r.palette.OnCancel = r.cards.dismiss
	r.palette.OnKey = r.field.OnKey
	r.palette.OnShortcut = r.commands.Shortcut
	r.palette.Window = func() float32 { return r.canvas.Size().Height }
	r.palette.OnResized = func() {
		if r.cards.shows(r.palette) {
			r.cards.layer.Fit()
		}
	}
	r.offer(r.palette.FocusTarget())
}

// follow shows another revision of the document to both, and notes what is opened.
func (r *searching) follow(old, now session.Snapshot) {
	if old.Edition != now.Edition {
		r.renew(now.Document)
	}
	if old.Notes != now.Notes {
		r.renewNotes(now)
	}
	r.field.Follow(old, now)
	if r.palette != nil {
		r.palette.Follow(old, now)
	}
	if old.Selected != now.Selected && now.Selected != "" {
		r.recent.add(prefs.Opened{Entity: now.Selected})
	}
}

// queried searches beside the page, where there is room for the results, else in
// the palette.
func (r *searching) queried(q string) {
	if q != "" && r.frame.drawer() && r.cards.layer != nil {
		r.open()
		return
	}
	r.session.Update(func(s *session.State) { s.Query = q })
}

// open opens the palette with what the field above the panel holds, or
// marks what is typed in it if it is open.
func (r *searching) open() {
	if r.cards.layer == nil {
		return
	}
	r.makePalette()
	if r.cards.shows(r.palette) {
		r.palette.SelectAll()
		r.focus(r.palette.FocusTarget())
		return
	}
	query := r.field.Query()
	r.field.SetQuery("")
	selected := ""
	if t := r.target(); t.On == command.OnSelection && query == "" {
		selected = oneLine(r.wordsOf(t))
	}
	r.cards.layer.Open(float.Popover{
		Content: r.palette, Width: finder.PaletteWidth, Top: finder.PaletteTop,
		Focus: r.palette.FocusTarget(), OnClosed: r.closed,
	})
	r.nav.Hold()
	r.palette.Begin(cmp.Or(query, selected))
	if selected != "" {
		r.palette.SelectAll() // what is typed takes its place
	}
}

// mostSearched is how many of the selected words are searched for.
const mostSearched = 12

// oneLine returns the first words of a text, with single spaces between them.
func oneLine(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[:min(len(words), mostSearched)], " ")
}

// closed brings the page back to where the reader is.
func (r *searching) closed() {
	r.palette.Stop()
	if from, ok := r.nav.Held(); ok && r.moved {
		r.page.Restore(from)
	}
	r.endPreview()
}

// preview shows a result on the page behind the palette.
func (r *searching) preview(x *search.Result) {
	var s annotations.Span
	if x != nil {
		s = x.Span
	}
	from, ok := r.nav.Held()
	if !ok || s.Empty() && !r.moved || !r.reads() {
		return
	}
	r.moved = true
	r.page.Preview(s, from, r.cards.layer.Bottom()-r.page.Position().Y)
}

// endPreview leaves the page where it is.
func (r *searching) endPreview() {
	if r.moved {
		r.find.light()
	}
	r.moved = false
	r.nav.Release()
}

// choose goes to what was found; if the reader wants to stay, the palette
// stays over it.
func (r *searching) choose(x search.Result, stay bool) {
	if x.Type == search.Command {
		r.cards.dismiss()
		r.field.SetQuery("")
		r.FocusView()
		r.commands.Run(command.ID(x.ID))
		return
	}
	at := r.nav.Place()
	r.nav.Visit()
	r.endPreview()
	if !stay {
		r.cards.dismiss()
		r.field.SetQuery("")
		r.FocusView()
	}
	if r.leads(x) {
		if !r.reads() {
			at = r.page.Place()
			r.read()
		}
		r.page.LeapFrom(x.Span, at, stay)
	}
	r.show(x)
	if stay && r.cards.shows(r.palette) {
		r.nav.Hold()
	}
}

// show opens the card of what was found and lights its words.
func (r *searching) show(x search.Result) {
	switch {
	case x.Type == search.Source:
		r.session.Update(func(s *session.State) { s.Turn(session.Sources, x.Source) })
	case r.isOwn(x):
		r.nav.OpenNote(notes.ID(x.ID))
	case x.Entity != "":
		m, ok := r.edition().FirstNamed(x.Entity)
		if !ok {
			m = &annotations.Mention{}
		}
		if x.Type == search.Note {
			r.nav.TurnToRemark(x.ID, x.Entity, m.ID())
			break
		}
		r.session.Update(func(s *session.State) {
			s.Select(x.Entity, m.ID())
			s.Panel.Open = true
		})
	case x.Type == search.Passage:
		r.recent.add(prefs.Opened{Passage: x.Span})
	}
	if !x.Span.Empty() && r.reads() {
		r.page.Flash(x.Span)
	}
}

// leads reports whether a result leads into the article: each does there; from another
// view words of the article do, while a name is selected in the view.
func (r *searching) leads(x search.Result) bool {
	named := x.Type == search.Entity || x.Type == search.Quotation || x.Type == search.Source
	return r.reads() || !named && !x.Span.Empty()
}

// target returns the result that is chosen while the keyboard is in the field or the
// palette, or nothing.
func (r *searching) target() command.Target {
	var x *search.Result
	switch {
	case r.cards.shows(r.palette):
		x = r.palette.Chosen()
	case r.canvas != nil && r.canvas.Focused() == r.field.FocusTarget():
		x = r.field.Chosen()
	}
	if x == nil {
		return command.Target{}
	}
	switch x.Type {
	case search.Entity, search.Quotation:
		return command.Target{On: command.OnEntity, Entity: x.Entity, Kind: x.Kind}
	case search.Fact:
		return command.Target{On: command.OnFact, Fact: annotations.FactID(x.ID), Entity: x.Entity}
	case search.Passage:
		return command.Target{On: command.OnSelection, Passage: x.Span}
	case search.Note:
		if r.isOwn(*x) {
			return command.Target{On: command.OnNote, Note: notes.ID(x.ID), Passage: x.Span}
		}
		return command.Target{On: command.OnRemark, Remark: x.ID, Passage: x.Span}
	case search.Source:
		return command.Target{On: command.OnSource, Source: x.Source}
	}
	return command.Target{}
}

// commandOf is the command that a result stands for, or nil.
func (r *searching) commandOf(id string) *command.Command { return r.commands.Command(command.ID(id)) }

// typed is the field of the palette while it is open, else nil.
func (r *searching) typed() fyne.Focusable {
	if r.cards.shows(r.palette) {
		return r.palette.FocusTarget()
	}
	return nil
}
