package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/float"
	"sidelight/ui/index"
	"sidelight/ui/layer"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/view"
)

// indexing is the index beside the text: the rail, the strip that stands for it in
// a narrow window, and the card of layers.
type indexing struct {
	*parts
	rail   *index.Rail
	strip  *index.Strip
	layers *index.Layers
}

// declare are the commands that show the index and the layers of marks.
func (r *indexing) declare() []command.Command {
	return []command.Command{{
		ID: command.ToggleIndex, Group: command.View, Icon: "sidebar-simple", Enabled: r.listed,
		Keys:    []command.Key{command.Typed('i')},
		Label:   func() string { return locale.X("command.toggle-index", "Show or hide the index") },
		Checked: r.shown,
		Run:     func() { r.toggle() },
	}, {
		ID: command.ShowLayers, Group: command.View, Icon: "stack", Floats: true, Enabled: r.marked,
		Keys:  []command.Key{command.Typed('l')},
		Label: func() string { return locale.X("command.show-layers", "Layers") },
		Words: func() string { return locale.X("command.words.layers", "filter kinds voices marks") },
		Run:   func() { r.toggleLayers() },
	}, {
		ID: command.PlainText, Group: command.View, Icon: "stack", Floats: true, Enabled: func() bool { return r.marked() && r.reads() },
		Keys:    []command.Key{command.Typed('x')},
		Label:   func() string { return locale.X("command.plain-text", "Plain text, or marks again") },
		Checked: func() bool { return r.session.State().Layers.Plain },
		Words:   func() string { return locale.X("command.words.plain", "hide underlines highlights") },
		Run:     func() { r.togglePlain() },
	}}
}

// listNotes lists the highlights and notes below all else.
func (r *indexing) listNotes() {
	r.rail.OnNotes = func() {
		r.nav.OpenNotes()
		if r.drawer() {
			r.close()
		}
	}
	r.strip.OnNotes = r.nav.OpenNotes
	now := r.session.Snapshot()
	r.rail.Follow(now, now)
	r.strip.Follow(now, now)
}

// join makes rail, strip and layers.
func (r *indexing) join(roles look.Roles) {
	r.rail, r.strip = index.New(roles), index.NewStrip(roles)
	r.layers = index.NewLayers(r.commands.Command(command.PlainText).Key(), roles)
	r.frame.left.rail, r.frame.left.strip, r.frame.left.empty = r.rail, r.strip, true
	r.rail.OnEntity = func(id annotations.EntityID) {
		r.nav.OpenEntity(id)
		if r.drawer() {
			r.close()
		}
	}
	r.rail.OnVoice = func(v annotations.Voice) {
		r.nav.OpenVoice(v, annotations.Span{})
		if r.drawer() {
			r.close()
		}
	}
	r.rail.OnSection = func(h annotations.Heading) {
		r.nav.OpenPassage(h.Span)
		if r.drawer() {
			r.close()
		}
	}
	r.strip.OnContents = func() {
		r.set(r.session.State().IndexOpen, true)
		r.rail.OpenContents()
		r.focus(r.rail)
	}
	r.strip.OnVoice = func(v annotations.Voice) { r.nav.OpenVoice(v, annotations.Span{}) }
	r.rail.OnPoint, r.rail.OnHear = r.nav.Light, r.nav.LightVoice
	r.rail.OnLayers, r.layers.OnChange = r.setLayers, r.setLayers
	r.rail.OnLeave = r.leave
	r.rail.OnKey = func(e *fyne.KeyEvent) { r.keys.TypedKey(e) }
	r.strip.OnKind = func(k annotations.Kind) {
		r.set(r.session.State().IndexOpen, true)
		r.rail.Open(k)
		r.focus(r.rail)
	}
}

// show brings the views of the index from one snapshot to the next.
func (r *indexing) show(old, now session.Snapshot) {
	for _, v := range []view.Follower{r.rail, r.strip, r.layers} {
		v.Follow(old, now)
	}
}

// reading marks in the index where the reader is.
func (r *indexing) reading() {
	if i := r.page.Paragraph(); i < r.edition().Article().Len() {
		r.rail.SetReading(r.edition().Article().Paragraph(i).Start)
	}
}

// listed reports whether the index has anything to list, or may have: where the program
// looks for marks the index has its place from the beginning, so that the text does not
// move when they come, and keeps it where there are none.
func (r *indexing) listed() bool {
	now := r.session.Snapshot()
	return r.marked() || r.rail.HasContents() || now.Finding || now.Edition.Marked()
}

// marked reports whether anything is marked in the article.
func (r *indexing) marked() bool { return len(r.edition().Mentions()) > 0 }

// follow repaints what of the index a change concerns.
func (r *indexing) follow(old, now session.Snapshot) {
	r.show(old, now)
	empty := !r.listed()
	if old.IndexOpen != now.IndexOpen || old.IndexOver != now.IndexOver || empty != r.frame.left.empty {
		r.frame.left.empty = empty
		r.frame.setIndex(now.IndexOpen, now.IndexOver)
	}
}

// toggle shows or hides the rail, beside the page where there is room, else
// over it.
func (r *indexing) toggle() {
	s := r.session.State()
	if indexRoom(r.frame.Size().Width) >= railWidth {
		r.set(!s.IndexOpen, false)
	} else {
		r.set(s.IndexOpen, !s.IndexOver)
	}
	if r.drawer() {
		if r.frame.narrow {
			r.setPanel(false) // two drawers would leave no page between them
		}
		r.focus(r.rail)
	} else {
		r.FocusView() // the rail may have had the focus
	}
}

// shown reports whether the rail is to be seen.
func (r *indexing) shown() bool {
	return r.drawer() || r.session.State().IndexOpen && indexRoom(r.frame.Size().Width) >= railWidth
}

// drawer reports whether the rail lies over the page.
func (r *indexing) drawer() bool { return r.frame != nil && r.frame.indexOver() }

// close takes the rail off the page.
func (r *indexing) close() {
	r.set(r.session.State().IndexOpen, false)
	r.FocusView()
}

func (r *indexing) leave() {
	if r.drawer() {
		r.close()
	} else {
		r.FocusView()
	}
}

// toggleLayers shows the layers on a card under their button, or takes it away.
func (r *indexing) toggleLayers() {
	r.layers.Explain()
	r.cards.toggle(float.Popover{
		Content: r.layers, Width: index.LayersWidth, Padding: index.LayersPadding,
		Anchor: r.frame.tools.layers, Focus: r.layers.First(),
	})
}

func (r *indexing) setLayers(l layer.Set) {
	r.session.Update(func(s *session.State) { s.Layers = l })
}

// set shows the index beside the page or over it.
func (r *indexing) set(beside, over bool) {
	r.session.Update(func(s *session.State) { s.IndexOpen, s.IndexOver = beside, over })
}

// togglePlain takes all marks off the text, or brings back those that were on.
func (r *indexing) togglePlain() {
	s := r.session.State().Layers
	s.Plain = !s.Plain
	r.setLayers(s)
}

func (r *indexing) restore(p *prefs.Prefs) {
	r.set(p.IndexOpen(), false)
	r.setLayers(p.Layers())
	var folded []annotations.Kind
	for _, k := range annotations.Kinds() {
		if p.Folded(k) {
			folded = append(folded, k)
		}
	}
	r.rail.SetFolded(folded)
}

func (r *indexing) keep(p *prefs.Prefs) {
	p.SetIndexOpen(r.session.State().IndexOpen)
	p.SetLayers(r.session.State().Layers)
	p.SetFolded(r.rail.Folded())
}
