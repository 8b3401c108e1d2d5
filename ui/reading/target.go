package reading

import (
	"cmp"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/layer"
	"sidelight/ui/locale"
	"sidelight/ui/session"
)

// targets is what can be done with a target of any sort. What each command means for
// a sort of target stands here once.
type targets struct {
	*parts
	link func(address string) // hands an address to the browser
}

// declare are the commands that work on a target, and on nothing else.
func (r *targets) declare() []command.Command {
	return []command.Command{{
		ID: command.ShowEvidence, Group: command.Marks, Here: true,
		Enabled: func() bool { return !r.evidence().Empty() },
		Label:   func() string { return locale.X("command.show-evidence", "Show in the article") },
		Run:     func() { r.nav.OpenPassage(r.evidence()) },
	}, {
		ID: command.ShowItsSource, Group: command.Marks, Here: true, Icon: "book-open",
		Enabled: func() bool { return r.source() != "" },
		Label:   func() string { return locale.X("command.show-its-source", "Show its source") },
		Run:     func() { r.nav.OpenSource(r.source()) },
	}, {
		ID: command.OpenAddress, Group: command.Marks, Here: true,
		Enabled: func() bool { return r.target().On == command.OnLink },
		Label:   func() string { return locale.X("panel.sources.open", "Open in browser") },
		Run:     func() { r.link(r.target().Address) },
	}, {
		ID: command.CopyAddress, Group: command.Marks, Here: true, Icon: "copy",
		Enabled: func() bool { return r.target().Address != "" },
		Label:   func() string { return locale.X("command.copy-address", "Copy address") },
		Run:     func() { r.clip(r.target().Address) },
	}, {
		ID: command.OnlyKind, Group: command.Marks, Here: true, Enabled: r.layered,
		Label: func() string {
			return r.kindWords(locale.X("command.only-kind", "Show only its kind"),
				func(data map[string]any) string { return locale.X("menu.only-kind", "Show only {{.Name}}", data) })
		},
		Run: func() { r.setLayers(r.only) },
	}, {
		ID: command.ToggleKind, Group: command.Marks, Here: true, Icon: "eye", Enabled: r.layered,
		Label: func() string {
			return r.kindWords(locale.X("command.toggle-kind", "Show or hide its kind"), func(data map[string]any) string {
				if r.on(r.session.State().Layers) {
					return locale.X("index.hide", "Hide {{.Name}}", data)
				}
				return locale.X("index.show", "Show {{.Name}}", data)
			})
		},
		Run: func() { r.setLayers(func(s layer.Set) layer.Set { return r.with(s, !r.on(s)) }) },
	}}
}

// evidence returns the words of the article that the target rests on.
func (r *targets) evidence() annotations.Span {
	switch t := r.target(); t.On {
	case command.OnFact:
		if f, ok := r.edition().Fact(t.Fact); ok && len(f.Evidence) > 0 {
			return f.Evidence[0]
		}
	case command.OnRemark, command.OnNote, command.OnPassage:
		return t.Passage
	}
	return annotations.Span{}
}

// source returns the first source of the target, or "".
func (r *targets) source() annotations.SourceID {
	t := r.target()
	if f, ok := r.edition().Fact(t.Fact); ok && t.On == command.OnFact && len(f.Sources) > 0 {
		return f.Sources[0]
	}
	return t.Source
}

// layered reports whether the target is of a layer of marks.
func (r *targets) layered() bool {
	t := r.target()
	return t.On == command.OnKind || t.On == command.OnVoice || t.On == command.OnEntity
}

// kindWords returns words with the name of the target's layer, or without a target
// the words that need none.
func (r *targets) kindWords(none string, words func(map[string]any) string) string {
	if !r.layered() {
		return none
	}
	name := locale.Kinds(r.target().Kind)
	if t := r.target(); t.On == command.OnVoice {
		name = locale.Voice(t.Voice)
	}
	return words(map[string]any{"Name": name})
}

// on reports whether the layer of the target is on.
func (r *targets) on(s layer.Set) bool {
	if t := r.target(); t.On == command.OnVoice {
		return s.ShowsVoice(t.Voice)
	}
	return !s.Plain && s.Kind(r.target().Kind)
}

// with is a set of layers with that of the target on or off.
func (r *targets) with(s layer.Set, on bool) layer.Set {
	if t := r.target(); t.On == command.OnVoice {
		return s.WithVoice(t.Voice, on)
	}
	return s.WithKind(r.target().Kind, on)
}

// only is a set of layers with that of the target on, and all others of its sort off.
func (r *targets) only(s layer.Set) layer.Set {
	if r.target().On == command.OnVoice {
		for _, v := range annotations.Voices() {
			s = s.WithVoice(v, false)
		}
	} else {
		for _, k := range annotations.Kinds() {
			s = s.WithKind(k, false)
		}
	}
	return r.with(s, true)
}

// setLayers changes which layers are on; plain text would hide what is switched on.
func (r *targets) setLayers(change func(layer.Set) layer.Set) {
	r.session.Update(func(s *session.State) {
		s.Layers = change(s.Layers)
		s.Layers.Plain = false
	})
}

// openTarget opens the card of the entity or the voice that a menu is about.
func (r *marks) openTarget(t command.Target) {
	switch {
	case t.On == command.OnVoice:
		r.nav.OpenVoice(t.Voice, t.Passage)
	case t.On != command.OnMark:
		r.asks.OpenEntity(t.Entity)
	case t.Mention == r.session.State().Mention: // asked for again, it would give way to the mark around it
		r.setPanel(true)
	default:
		r.asks.SelectMention(t.Mention)
	}
}

// onlyTarget fades all marks but those of the entity that a menu is about.
func (r *marks) onlyTarget(t command.Target) {
	m := t.Mention
	if first, ok := r.edition().FirstNamed(t.Entity); ok {
		m = cmp.Or(m, first.ID())
	}
	r.nav.Visit()
	r.session.Update(func(s *session.State) {
		if s.Selected != t.Entity {
			s.Select(t.Entity, m)
		}
		s.Fade, s.View = true, session.Article // where the other marks are seen to fade
	})
}

// nextOf leads to the mention after the one that a menu is about.
func (r *marks) nextOf(t command.Target) {
	if m, ok := r.edition().StepOf(t.Entity, cmp.Or(t.Mention, r.session.State().Mention), 1); ok {
		r.asks.OpenMention(m.ID())
	}
}
