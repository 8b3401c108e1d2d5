package ui

import (
	"context"
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/annotations/find"
	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/finder"
	"sidelight/ui/locale"
	"sidelight/ui/session"
)

// atOnce is the length of text in bytes up to which words are found while the
// key goes down; in longer ones they are found behind.
const atOnce = 256 << 10

// finding is the search for words as they stand in the text.
type finding struct {
	bar     *finder.Bar
	open    bool
	in      *annotations.Article
	text    *find.Text // of in; nil while the bar is away
	hits    find.Hits
	current int
	from    session.Place // where the reader was before
	latest  async.Latest[find.Hits]
}

// findCommands open the bar and go from place to place.
func (r *Reader) findCommands() []command.Command {
	open := func() bool { return r.find.open }
	return []command.Command{{
		ID: command.Find, Group: command.View, Icon: "magnifying-glass",
		Keys:  []command.Key{command.Named(fyne.KeyF, primary)},
		Label: func() string { return locale.X("command.find", "Find in the text") },
		Run:   func() { r.openFind() },
	}, {
		ID: command.FindNext, Group: command.View, Icon: "magnifying-glass", Enabled: open,
		Keys:  []command.Key{command.Named(fyne.KeyF3), command.Named(fyne.KeyG, primary)},
		Label: func() string { return locale.X("command.find-next", "Next place found") },
		Run:   func() { r.stepHit(1) },
	}, {
		ID: command.FindPrevious, Group: command.View, Icon: "magnifying-glass", Enabled: open,
		Keys: []command.Key{command.Named(fyne.KeyF3, fyne.KeyModifierShift),
			command.Named(fyne.KeyG, primary, fyne.KeyModifierShift)},
		Label: func() string { return locale.X("command.find-previous", "Previous place found") },
		Run:   func() { r.stepHit(-1) },
	}}
}

func (r *Reader) newFinding() {
	b := finder.NewBar(r.theme.Roles())
	b.OnQuery = r.findText
	b.OnStep = r.stepHit
	b.OnClose, b.OnDone = r.closeFind, r.endFind
	b.OnShortcut = r.commands.Shortcut
	b.OnKey = func(e *fyne.KeyEvent) { r.commands.Key(e.Name, modifiers()) }
	r.find = finding{bar: b, current: -1}
}

// openFind shows the bar and puts the keyboard into it.
func (r *Reader) openFind() {
	if !r.find.open {
		r.find.open, r.find.from = true, r.nav.Place()
		r.frame.setBar(r.find.bar)
		r.page.SetInset(finder.BarHeight + 8)
		if q := r.find.bar.Query(); q != "" {
			r.findText(q)
		}
	}
	if r.canvas != nil {
		r.canvas.Focus(r.find.bar.FocusTarget())
	}
	r.find.bar.SelectAll()
}

// closeFind takes the bar away and goes back to where the reader was.
func (r *Reader) closeFind() {
	if r.find.open {
		r.hideFind()
		r.page.Restore(r.find.from)
		r.focusPage()
	}
}

// endFind takes the bar away and stays at what was found; where the reader was
// before is one step back.
func (r *Reader) endFind() {
	if r.find.open {
		r.hideFind()
		r.nav.VisitFrom(r.find.from)
		r.focusPage()
	}
}

func (r *Reader) hideFind() {
	r.find.open = false
	r.find.latest.Stop()
	r.find.in, r.find.text, r.find.hits, r.find.current = nil, nil, find.Hits{}, -1
	r.page.SetHits(nil, -1)
	r.page.SetInset(0)
	r.frame.setBar(nil)
}

// findText lights all places of the words and goes to the first from where the
// reader was.
func (r *Reader) findText(q string) {
	if a := r.session.Edition().Article(); a != r.find.in {
		r.find.in, r.find.text = a, find.New(a)
	}
	text, before := r.find.text, r.find.hits
	r.find.latest.Stop()
	if len(r.find.in.Text) <= atOnce {
		hits, err := text.Find(context.Background(), q, before)
		r.found(q, hits, err)
		return
	}
	r.find.latest.Run(func(j *async.Job) (find.Hits, error) {
		return text.Find(j, q, before)
	}, func(hits find.Hits, err error) { r.found(q, hits, err) })
}

// found shows what was found. The only error is that nobody wants to know any
// more.
func (r *Reader) found(q string, hits find.Hits, err error) {
	if err != nil {
		return
	}
	r.find.hits, r.find.current = hits, -1
	if strings.TrimSpace(q) == "" {
		r.page.SetHits(nil, -1)
		r.find.bar.SetCount(-1, 0)
		return
	}
	spans := hits.Spans
	if len(spans) == 0 {
		r.page.SetHits(nil, -1)
		r.find.bar.SetCount(0, 0)
		return
	}
	from := max(r.find.from.Offset, 0)
	r.showHit(sort.Search(len(spans), func(i int) bool { return spans[i].Start >= from }) % len(spans))
}

// stepHit goes on by delta places, round the ends.
func (r *Reader) stepHit(delta int) {
	if n := len(r.find.hits.Spans); n > 0 {
		r.showHit(((r.find.current+delta)%n + n) % n)
	}
}

func (r *Reader) showHit(i int) {
	r.find.current = i
	r.page.SetHits(r.find.hits.Spans, i)
	r.page.ScrollToSpan(r.find.hits.Spans[i])
	r.find.bar.SetCount(i, len(r.find.hits.Spans))
}

// setBar floats the bar over the top right of the page, or nothing.
func (f *frame) setBar(bar fyne.CanvasObject) {
	f.bar = bar
	f.arrangeBar()
	if bar != nil {
		bar.Refresh() // the theme may have changed while it was out of the tree
	}
	canvas.Refresh(f)
}

// arrangeBar keeps the bar clear of the running head and of the page's scroll
// rail.
func (f *frame) arrangeBar() {
	if f.bar == nil {
		return
	}
	const aside, below = 24, 42 // px from the page's right edge and top
	size, at := f.page.Size(), f.page.Position()
	w := min(finder.BarWidth, size.Width-f.covered()-2*aside)
	f.bar.Move(fyne.NewPos(at.X+size.Width-f.covered()-aside-w, at.Y+below))
	f.bar.Resize(fyne.NewSize(w, finder.BarHeight))
}
