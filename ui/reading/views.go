package reading

import (
	"slices"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/atlas"
	"sidelight/ui/command"
	"sidelight/ui/float"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/network"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/timeline"
	"sidelight/ui/view"
	"sidelight/ui/voices"
)

// slot is a place for a view in the middle of the window.
type slot struct {
	id      session.ViewID
	command command.ID    // leads to the view
	key     rune          // does the same
	icon    string        // of the view, a name for look.Icon
	label   func() string // on its tab, in the reader's language
	words   func() string // further ones by which a search finds the command
	make    func(making) view.View

	view view.View        // nil before it is made
	told session.Snapshot // that the view has followed
}

// making is what a view is made with.
type making struct {
	roles look.Roles
	asks                                       // view.Asks and view.Ways
	page  view.View                            // the article
	do    func(func())                         // runs a function on the UI goroutine
	list  func(float.Menu)                     // opens a menu of things to choose from
	menu  func(command.Target, fyne.Position)  // opens the menu about a target at a place in the window
	moved func()                               // to be called when the reader has scrolled
	keys  func(command.ID) string              // of a command, as its key is printed
	say   func(icon, words string)             // tells what the reader has just done
	wheel func(*fyne.ScrollEvent) (taken bool) // a turn of the wheel with the key of shortcuts
}

// slots returns the views in the order of their tabs: those that can be made.
func slots() []slot {
	return slices.DeleteFunc(every(), func(s slot) bool { return s.make == nil })
}

// every returns all views of the design in the order of their tabs. To put one into the
// window is to say here how it is made.
func every() []slot {
	return []slot{{
		id: session.Article, command: command.ShowArticle, key: '1', icon: "article",
		label: func() string { return locale.X("view.article", "Article") },
		words: func() string { return locale.X("command.words.article", "text read page") },
		make:  func(m making) view.View { return m.page },
	}, {
		id: session.Timeline, command: command.ShowTimeline, key: '2', icon: "clock",
		label: func() string { return locale.X("view.timeline", "Timeline") },
		words: func() string { return locale.X("command.words.timeline", "dates order when chronology") },
		make: func(m making) view.View {
			v := timeline.New(m.roles, m.asks, m.do)
			v.OnMenu, v.OnScrolled = m.menu, m.moved
			return v
		},
	}, {
		id: session.Network, command: command.ShowNetwork, key: '3', icon: "graph",
		label: func() string { return locale.X("view.network", "Network") },
		words: func() string { return locale.X("command.words.network", "graph connections relations who") },
		make: func(m making) view.View {
			v := network.New(m.roles, m.asks)
			v.OnMenu, v.OnWheel, v.Do = m.menu, m.wheel, m.do
			return v
		},
	}, {
		id: session.Map, command: command.ShowMap, key: '4', icon: "map-trifold",
		label: func() string { return locale.X("view.map", "Map") },
		words: func() string { return locale.X("command.words.map", "places where world") },
		make:  newMap,
	}, {
		id: session.Voices, command: command.ShowVoices, key: '5', icon: "waveform",
		label: func() string { return locale.X("view.voices", "Voices") },
		words: func() string { return locale.X("command.words.voices", "speakers who says quotations") },
		make: func(m making) view.View {
			v := voices.New(m.roles, m, m.do)
			v.OnMenu, v.OnScrolled = m.menu, m.moved
			return v
		},
	}}
}

// newMap makes the map.
func newMap(m making) view.View {
	v := atlas.New(m.roles, m.asks, m.do)
	v.OnMenu, v.OnList, v.OnScrolled = m.menu, m.list, m.moved
	return v
}

// viewIDs returns the commands that lead to the views; none where there is one view.
func viewIDs() []command.ID {
	var out []command.ID
	if all := slots(); len(all) > 1 {
		for _, s := range all {
			out = append(out, s.command)
		}
	}
	return out
}

// viewing is which view stands in the middle of the window.
type viewing struct {
	*parts
	find *finding
}

// declare are the commands that lead to the views.
func (r *viewing) declare() []command.Command {
	if len(r.views) < 2 {
		return nil
	}
	var out []command.Command
	for _, s := range r.views {
		out = append(out, command.Command{
			ID: s.command, Group: command.View, Icon: s.icon, Label: s.label, Words: s.words,
			Keys:    []command.Key{command.Typed(s.key)},
			Checked: func() bool { return r.session.State().View == s.id },
			Run:     func() { r.turnTo(s.id) },
		})
	}
	return out
}

// makeViews makes all views.
func (r *viewing) makeViews(m making, minded func()) {
	for i := range r.views {
		r.views[i].view = r.views[i].make(m)
		if v, ok := r.views[i].view.(view.Minding); ok {
			v.OnMind(minded)
		}
	}
}

// restore brings the views back as they were left.
func (r *viewing) restore(left prefs.Views) {
	for _, s := range r.views {
		if v, ok := s.view.(view.Minding); ok && left.Minded[s.id] != "" {
			v.Recall(left.Minded[s.id])
		}
	}
	s := r.slot(left.Shown)
	there := s != nil && s.view.Nothing() == ""
	r.session.Update(func(s *session.State) {
		if s.Views = left.Ways; there {
			s.View = left.Shown
		}
	})
	if there && s.id != session.Article {
		s.view.Restore(session.Place{View: s.id, Offset: -1, Past: left.Past})
	}
}

// kept returns how the views are now.
func (r *viewing) kept() prefs.Views {
	now := r.session.State()
	out := prefs.Views{Shown: now.View, Ways: now.Views}
	if now.View != session.Article {
		out.Past = r.view().Place().Past
	}
	for _, s := range r.views {
		if v, ok := s.view.(view.Minding); ok {
			if words := v.Memory(); words != "" {
				if out.Minded == nil {
					out.Minded = map[session.ViewID]string{}
				}
				out.Minded[s.id] = words
			}
		}
	}
	return out
}

// turnTo shows another view, which leaves a stop on the way back. What stands there
// already, or has nothing to show, leaves none.
func (r *viewing) turnTo(id session.ViewID) {
	if s := r.slot(id); s != nil && id != r.session.State().View {
		if why := s.view.Nothing(); why != "" {
			r.say(s.icon, why)
			return
		}
		r.nav.Visit()
		r.session.Update(func(s *session.State) { s.View, s.Hovered = id, "" })
	}
	r.FocusView()
}

// follow brings the views from one snapshot to the next: the article and the one that
// stands in the middle each time, the others with the document, and with all that they
// have missed before they are shown.
func (r *viewing) follow(old, now session.Snapshot) {
	for i := range r.views {
		s := &r.views[i]
		shown := s.id == now.View || s.id == session.Article
		if !shown && s.told.Edition == now.Edition {
			continue
		}
		was := s.told
		if was.Edition == nil { // nothing was shown before
			was = session.Snapshot{}
		}
		s.told = now
		s.view.Follow(was, now)
	}
	if old.View != now.View || old.Edition != now.Edition {
		r.frame.tools.tabs.set(r.views, now.View)
		r.frame.tools.arrange(r.frame.tools.Size())
	}
	held := old.View != now.View && r.holdsFocus()
	if old.View == session.Article && now.View != session.Article {
		r.page.DismissCard()
		if r.find.shown {
			r.find.hide()
		}
	}
	if r.frame.setMiddle(r.viewOf(now.View)); held {
		r.FocusView()
	}
}

// holdsFocus reports whether the keyboard is in the middle of the window, or nowhere.
func (p *parts) holdsFocus() bool {
	return p.canvas != nil && (p.canvas.Focused() == nil || p.frame.inMiddle(p.canvas.Focused()))
}

// reads reports whether the article stands in the middle of the window.
func (p *parts) reads() bool { return p.session.State().View == session.Article }

// read brings the article into the middle of the window. What leads there leaves a stop
// before.
func (p *parts) read() { p.session.Update(func(s *session.State) { s.View = session.Article }) }

// selection is the words of the article that are selected and can be seen to be.
func (p *parts) selection() annotations.Span {
	if !p.reads() {
		return annotations.Span{}
	}
	return p.page.Selection()
}

// slot returns the slot of a view, or nil.
func (p *parts) slot(id session.ViewID) *slot {
	for i := range p.views {
		if p.views[i].id == id {
			return &p.views[i]
		}
	}
	return nil
}

// viewOf returns the view with the id; the article if there is none.
func (p *parts) viewOf(id session.ViewID) view.View {
	if s := p.slot(id); s != nil {
		return s.view
	}
	return p.page
}

// view is what stands in the middle of the window now.
func (p *parts) view() view.View { return p.viewOf(p.session.State().View) }
