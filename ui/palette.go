package ui

import (
	"context"
	"sync"
	"sync/atomic"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/command"
	"sidelight/ui/finder"
	"sidelight/ui/float"
	"sidelight/ui/locale"
	"sidelight/ui/session"
)

// shownRecent is how much of what was opened lately the palette offers.
const shownRecent = 5

// preview is the page showing what is chosen in the palette. The reader is still
// where she was: it is no selection and no stop on the way back.
type preview struct {
	on    bool
	moved bool // the page shows another place than hers
	from  session.Place
}

// searchCommands open the palette.
func (r *Reader) searchCommands() []command.Command {
	return []command.Command{{
		ID: command.Search, Group: command.View, Floats: true, Here: true,
		Keys:  []command.Key{command.Named(fyne.KeyK, primary), command.Typed('/')},
		Label: func() string { return locale.X("command.search", "Search") },
		Run:   func() { r.openPalette() },
	}}
}

// newFinders makes the field above the panel and the palette, which find the
// same.
func (r *Reader) newFinders() {
	o := finder.Options{Roles: r.theme.Roles(), Commands: r.commandOf, Offers: r.offers}
	o.Find, o.Do = r.answers()
	r.finder = finder.New(o, locale.X("finder.placeholder", "Search names, facts, passages"),
		r.commands.Command(command.Search).Key())
	r.palette = finder.NewPalette(o)
	now := r.session.Snapshot()
	r.finder.Follow(session.Snapshot{}, now)
	r.palette.Follow(session.Snapshot{}, now)
}

// answers finds what answers queries over the edition and the commands: of a
// short article at once, with an index that the first query makes; of a long one
// behind the window, where the index is made too.
func (r *Reader) answers() (finder.Find, func(func())) {
	long := len(r.session.Edition().Article().Text) > atOnce
	records := r.commands.Records()
	var index atomic.Value // a func() *search.Index: of the revision that is shown
	follow := func(e *annotations.Edition) {
		make := sync.OnceValue(func() *search.Index { return search.New(e, records...) })
		index.Store(make)
		if long {
			go make()
		}
	}
	follow(r.session.Edition())
	r.session.OnChange(func(old, now session.Snapshot) {
		if old.Edition != now.Edition {
			follow(now.Edition)
		}
	})
	find := func(ctx context.Context, query string, only search.Group) (search.Answer, error) {
		return index.Load().(func() *search.Index)().Find(ctx, query, only)
	}
	if long {
		return find, fyne.Do
	}
	return find, nil
}

// joinFinders connects them to what they lead to.
func (r *Reader) joinFinders() {
	r.finder.OnQuery = r.queried
	r.finder.OnChosen = r.openFound
	r.finder.OnCancel = r.focusPage
	r.finder.OnKey = func(e *fyne.KeyEvent) { r.commands.Key(e.Name, modifiers()) }
	r.finder.OnShortcut = r.commands.Shortcut
	r.finder.OnTapped = func() bool {
		if !r.frame.drawer() {
			return false
		}
		r.focusPage() // else the field would have the focus again after the palette
		r.openPalette()
		return true
	}
	r.palette.OnChosen = r.openFound
	r.palette.OnPoint = r.showPreview
	r.palette.OnCancel = r.dismiss
	r.palette.OnKey = r.finder.OnKey
	r.palette.OnShortcut = r.commands.Shortcut
	r.palette.OnResized = func() {
		if r.shows(r.palette) {
			r.layer.Fit()
		}
	}
	r.session.OnChange(func(old, now session.Snapshot) {
		r.finder.Follow(old, now)
		r.palette.Follow(old, now)
		if old.Selected != now.Selected && now.Selected != "" {
			r.recent.add(search.Entity, string(now.Selected))
		}
	})
}

// queried searches beside the page, where there is room for the results, else in
// the palette.
func (r *Reader) queried(q string) {
	if q != "" && r.frame.drawer() && r.layer != nil {
		r.openPalette()
		return
	}
	r.session.Update(func(s *session.State) { s.Query = q })
}

// openPalette opens the palette with what the field above the panel holds, or
// marks what is typed in it if it is open.
func (r *Reader) openPalette() {
	if r.layer == nil {
		return
	}
	if r.shows(r.palette) {
		r.palette.SelectAll()
		r.canvas.Focus(r.palette.FocusTarget())
		return
	}
	query := r.finder.Query()
	r.finder.SetQuery("")
	r.layer.Open(float.Popover{
		Content: r.palette, Width: finder.PaletteWidth, Top: finder.PaletteTop,
		Focus: r.palette.FocusTarget(), OnClosed: r.closedPalette,
	})
	r.preview = preview{on: true, from: r.page.Place()}
	r.nav.Hold()
	r.palette.Begin(query)
}

// closedPalette brings the page back to where the reader is.
func (r *Reader) closedPalette() {
	r.palette.End()
	if r.preview.moved {
		r.page.Restore(r.preview.from)
	}
	r.endPreview()
}

// showPreview shows a result on the page behind the palette.
func (r *Reader) showPreview(x *search.Result) {
	var s annotations.Span
	if x != nil {
		s = x.Span
	}
	if !r.preview.on || s.Empty() && !r.preview.moved {
		return
	}
	r.preview.moved = true
	r.page.Preview(s, r.preview.from, r.layer.Bottom()-r.page.Position().Y)
}

// endPreview leaves the page where it is.
func (r *Reader) endPreview() {
	if r.preview.moved {
		r.page.SetHits(r.find.hits.Spans, r.find.current)
	}
	r.preview = preview{}
	r.nav.Release()
}

// openFound goes to what was found; if the reader wants to stay, the palette
// stays over it.
func (r *Reader) openFound(x search.Result, stay bool) {
	if x.Type == search.Command {
		r.dismiss()
		r.finder.SetQuery("")
		r.focusPage()
		r.commands.Run(command.ID(x.ID))
		return
	}
	at := r.nav.Place()
	r.nav.Visit()
	r.endPreview()
	if !stay {
		r.dismiss()
		r.finder.SetQuery("")
		r.focusPage()
	}
	r.page.LeapFrom(x.Span, at, stay)
	r.selectFound(x)
	if stay && r.shows(r.palette) {
		r.preview = preview{on: true, from: r.page.Place()}
		r.nav.Hold()
	}
}

// selectFound opens the card of what was found and lights its words.
func (r *Reader) selectFound(x search.Result) {
	switch {
	case x.Type == search.Source:
		r.session.Update(func(s *session.State) { s.Turn(session.Sources, x.Source) })
	case x.Entity != "":
		m, ok := r.session.Edition().FirstNamed(x.Entity)
		if !ok {
			m = &annotations.Mention{}
		}
		r.session.Update(func(s *session.State) {
			s.Select(x.Entity, m.ID)
			s.Panel.Open = true
			if x.Type == search.Note {
				s.Panel.Note = x.ID
			}
		})
	case x.Type == search.Passage:
		r.recent.add(search.Passage, x.ID)
	}
	if !x.Span.Empty() {
		r.page.Flash(x.Span)
	}
}

// commandOf is the command that a result stands for, or nil.
func (r *Reader) commandOf(id string) *command.Command { return r.commands.Command(command.ID(id)) }

// typed is the field of the palette while it is open, else nil.
func (r *Reader) typed() fyne.Focusable {
	if r.shows(r.palette) {
		return r.palette.FocusTarget()
	}
	return nil
}

// offers are shown in the palette while nothing is typed.
func (r *Reader) offers() []finder.Offer {
	goTo := finder.Offer{Heading: locale.X("finder.go-to", "Go to")}
	for _, id := range []command.ID{
		command.ShowSources, command.ShowAbout, command.Settings, command.OpenFile, command.StartPage,
	} {
		if c := r.commands.Command(id); c.Enabled() {
			goTo.Results = append(goTo.Results, search.Result{Type: search.Command, ID: string(id), Title: c.Label()})
		}
	}
	return []finder.Offer{
		{Heading: locale.X("finder.recent", "Recent"), Results: r.recent.results(r.session.Edition(), shownRecent)},
		goTo,
	}
}
