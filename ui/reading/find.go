package reading

import (
	"context"
	"sort"
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/find"
	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/finder"
	"sidelight/ui/keyboard"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/session"
)

// atOnce is the length of text in bytes up to which words are found while the
// key goes down; in longer ones they are found behind.
const atOnce = 256 << 10

// notesAtOnce is how many notes are searched while the reader types. More are indexed
// behind the window, anew after each change of them.
const notesAtOnce = 1000

// finding is the search for words as they stand in the text.
type finding struct {
	*parts
	roles   look.Roles
	offer   func(...fyne.Focusable) // gives fields a menu
	bar     *finder.Bar             // nil before it is first shown
	shown   bool
	in      *annotations.Article
	text    *find.Text // of in; nil while the bar is away
	hits    find.Hits
	current int           // index in hits, -1 none
	from    session.Place // where the reader was before
	start   int           // byte of the article from which on places are shown first
	asking  async.Latest[find.Hits]
}

// join takes the roles of the bar.
func (f *finding) join(roles look.Roles) { f.roles, f.asking.Do = roles, f.onUI }

// makeBar makes the bar, if there is none yet: nothing looks for words while an article
// opens.
func (f *finding) makeBar() {
	if f.bar != nil {
		return
	}
	f.bar = finder.NewBar(f.roles)
	f.bar.OnQuery = f.ask
	f.bar.OnStep = f.step
	f.bar.OnClose = f.end
	f.bar.OnShortcut = f.commands.Shortcut
	f.bar.OnKey = func(e *fyne.KeyEvent) { f.commands.Key(e.Name, keyboard.Modifiers()) }
	key := func(id command.ID) string { return f.commands.Command(id).Key() }
	f.bar.SetKeys(key(command.FindPrevious), key(command.FindNext), key(command.Leave))
	f.offer(f.bar.FocusTarget())
}

// declare are the commands that open the bar and go from place to place.
func (f *finding) declare() []command.Command {
	shown := func() bool { return f.shown }
	return []command.Command{{
		ID: command.Find, Group: command.View, Icon: "magnifying-glass",
		Keys:  []command.Key{command.Named(fyne.KeyF, command.Primary)},
		Label: func() string { return locale.X("command.find", "Find in the text") },
		Run:   func() { f.open() },
	}, {
		ID: command.FindNext, Group: command.View, Icon: "magnifying-glass", Enabled: shown,
		Keys:  []command.Key{command.Named(fyne.KeyF3), command.Named(fyne.KeyG, command.Primary)},
		Label: func() string { return locale.X("command.find-next", "Next place found") },
		Run:   func() { f.step(1) },
	}, {
		ID: command.FindPrevious, Group: command.View, Icon: "magnifying-glass", Enabled: shown,
		Keys: []command.Key{command.Named(fyne.KeyF3, fyne.KeyModifierShift),
			command.Named(fyne.KeyG, command.Primary, fyne.KeyModifierShift)},
		Label: func() string { return locale.X("command.find-previous", "Previous place found") },
		Run:   func() { f.step(-1) },
	}}
}

// open shows the bar and puts the keyboard into it.
func (f *finding) open() {
	if !f.shown {
		f.shown, f.from, f.start = true, f.nav.Place(), max(f.page.Place().Offset, 0)
		f.read() // the words are those of the article
		f.makeBar()
		f.frame.setBar(f.bar)
		f.page.SetInset(finder.BarHeight + 8)
		if q := f.bar.Query(); q != "" {
			f.ask(q)
		}
	}
	f.focus(f.bar.FocusTarget())
	f.bar.SelectAll()
}

// end takes the bar away and stays at what was found; where the reader was
// before is one step back.
func (f *finding) end() {
	if f.shown {
		f.hide()
		if f.nav.Place() != f.from {
			f.nav.VisitFrom(f.from)
		}
		f.FocusView()
	}
}

func (f *finding) hide() {
	f.shown = false
	f.asking.Stop()
	f.in, f.text, f.hits, f.current = nil, nil, find.Hits{}, -1
	f.page.SetHits(nil, -1)
	f.page.SetInset(0)
	f.frame.setBar(nil)
}

// ask lights all places of the words and goes to the first from where the reader
// was.
func (f *finding) ask(q string) {
	f.asking.Stop()
	if a := f.edition().Article(); a != f.in {
		f.in, f.text = a, find.New(a)
	}
	text, before := f.text, f.hits
	then := func(hits find.Hits, err error) {
		if err == nil { // else a newer query has started
			f.found(q, hits)
		}
	}
	if len(f.in.Text) <= atOnce {
		then(text.Find(context.Background(), q, before))
		return
	}
	f.asking.Run(func(j *async.Job) (find.Hits, error) { return text.Find(j, q, before) }, then)
}

// found shows what was found.
func (f *finding) found(q string, hits find.Hits) {
	f.hits, f.current = hits, -1
	if spans := hits.Spans; len(spans) > 0 && strings.TrimSpace(q) != "" {
		f.current = sort.Search(len(spans), func(i int) bool { return spans[i].Start >= f.start }) % len(spans)
		f.page.ShowSpan(spans[f.current])
		f.tell()
		return
	}
	f.page.SetHits(nil, -1)
	if strings.TrimSpace(q) == "" {
		f.bar.SetCount(-1, 0)
	} else {
		f.bar.SetCount(0, 0)
	}
}

// step goes on by delta places, round the ends.
func (f *finding) step(delta int) {
	if n := len(f.hits.Spans); n > 0 {
		f.current = ((f.current+delta)%n + n) % n
		f.page.ScrollToSpan(f.hits.Spans[f.current])
		f.tell()
	}
}

// tell lights the places and says which of them is the current one.
func (f *finding) tell() {
	f.light()
	f.bar.SetCount(f.current, len(f.hits.Spans))
}

// light shows the places on the page.
func (f *finding) light() { f.page.SetHits(f.hits.Spans, f.current) }
