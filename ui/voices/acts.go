package voices

import (
	"encoding/json"
	"maps"
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/voices"
	"sidelight/ui/command"
	"sidelight/ui/session"
)

// tapped does what a click on a group means.
func (v *View) tapped(g *figure.Group, _ figure.Point) {
	if g == nil || v.model == nil {
		return
	}
	kind, key, _ := strings.Cut(g.Key, ":")
	t := g.Target
	switch kind + ":" {
	case voices.KeyOrder + ":":
		v.set(func(w *session.VoicesWay) { w.ByWords = !w.ByWords })
	case voices.KeyFoldAll + ":":
		v.foldAll()
	case voicePrefix, kindPrefix:
		v.set(func(w *session.VoicesWay) { w.Only = other(w.Only, t.Voice, 0) })
	case onlyPrefix:
		v.set(func(w *session.VoicesWay) { w.Speaker = other(w.Speaker, key, "") })
	case keyHead:
		v.fold(key)
	case namePrefix, recordPrefix:
		v.asks.OpenEntity(t.Entity)
	case passagePrefix, columnPrefix, saidPrefix:
		v.asks.SelectVoice(t.Passage)
	case signPrefix:
		v.asks.OpenPassage(t.Passage)
	}
}

// other is what is asked for or, where that is so already, none.
func other[T comparable](is, to, none T) T {
	if is == to {
		return none
	}
	return to
}

// set changes how the voices are shown.
func (v *View) set(change func(*session.VoicesWay)) {
	v.asks.SetViews(func(s *session.Views) { change(&s.Voices) })
}

// fold folds a speaker up, or unfolds one.
func (v *View) fold(key string) {
	v.folds[key] = !folded(v.model, v.folds, v.shown.chosen)[key]
	v.mind()
	v.layOut()
}

// foldAll folds all named speakers up or, where they are, unfolds them.
func (v *View) foldAll() {
	is, open := folded(v.model, v.folds, v.shown.chosen), false
	named, _ := v.model.Shown(v.shown.filter)
	for _, s := range named {
		open = open || !is[s.Key]
	}
	for _, s := range named {
		v.folds[s.Key] = open
	}
	v.mind()
	v.layOut()
}

// dragged follows a drag over the strip: the list shows what is said where the pointer
// is. The end of the drag chooses it.
func (v *View) dragged(_ *figure.Group, by figure.Point, ended bool) bool {
	if v.model == nil {
		return true
	}
	if ended {
		at := v.scrub
		v.scrub, v.scrubAt = annotations.Span{}, 0
		if !at.Empty() {
			v.asks.SelectVoice(at)
			v.layOut()
		}
		return true
	}
	if v.scrubAt == 0 {
		v.scrubAt = v.strip.Pressed().X
	}
	v.scrubAt += by.X
	if at := v.under(v.scrubAt); at != v.scrub && !at.Empty() {
		v.scrub, v.bring = at, keySaid(at)
		v.layOut()
	}
	return true
}

// under returns the passage that is shown at x pixels on the strip, or the nearest one.
func (v *View) under(x float32) annotations.Span {
	var out annotations.Span
	best := float32(-1)
	for i := range v.strip.Figure().Groups {
		g := &v.strip.Figure().Groups[i]
		if !isPassage(g) {
			continue
		}
		if d := max(g.Hit.X-x, x-g.Hit.Right(), 0); best < 0 || d < best {
			best, out = d, g.Target.Passage
		}
	}
	return out
}

// menu asks for the menu about a group, or about the view beside all groups.
func (v *View) menu(g *figure.Group, at fyne.Position) {
	if v.OnMenu == nil {
		return
	}
	t := command.Target{On: command.OnView}
	if g != nil {
		t = v.targetOf(g)
	}
	if t.On != command.OnNothing {
		v.OnMenu(t, at)
	}
}

// targetOf returns what a group is about.
func (v *View) targetOf(g *figure.Group) command.Target {
	t := g.Target
	x, named := v.now.Edition.Entity(t.Entity)
	kind, _, _ := strings.Cut(g.Key, ":")
	switch kind + ":" {
	case passagePrefix, columnPrefix, saidPrefix, signPrefix:
		return command.Target{On: command.OnPassage, Passage: t.Passage}
	case voicePrefix, kindPrefix:
		return command.Target{On: command.OnVoice, Voice: t.Voice}
	case keyHead, namePrefix, recordPrefix:
		if named {
			return command.Target{On: command.OnEntity, Entity: t.Entity, Kind: x.Kind}
		}
		if !t.Passage.Empty() {
			return command.Target{On: command.OnPassage, Passage: t.Passage}
		}
		return command.Target{On: command.OnVoice, Voice: t.Voice}
	}
	return command.Target{}
}

// Target returns what the keyboard is at.
func (v *View) Target() (t command.Target, at fyne.Position, size fyne.Size) {
	c := fyne.CurrentApp().Driver().CanvasForObject(v)
	if c == nil || v.now.Edition == nil {
		return t, at, size
	}
	b := v.strip
	if c.Focused() == fyne.Focusable(v.list) {
		b = v.list
	}
	if g, ok := b.Figure().Find(b.Focused()); ok {
		at, size, _ = b.Place(g.Key)
		return v.targetOf(g), at, size
	}
	return t, at, size
}

// mostMemory bounds what is kept, in bytes.
const mostMemory = 64 << 10

// Memory returns which speakers the reader has folded up or unfolded.
func (v *View) Memory() string {
	if len(v.folds) == 0 {
		return ""
	}
	b, err := json.Marshal(v.folds)
	if err != nil || len(b) > mostMemory {
		return ""
	}
	return string(b)
}

// Recall takes what Memory returned.
func (v *View) Recall(s string) {
	folds := map[string]bool{}
	if s != "" && (len(s) > mostMemory || json.Unmarshal([]byte(s), &folds) != nil) {
		return
	}
	if folds == nil { // null
		folds = map[string]bool{}
	}
	if !maps.Equal(folds, v.folds) {
		v.folds = folds
		v.layOut()
	}
}

// OnMind hears when the reader has folded a speaker up or unfolded one.
func (v *View) OnMind(f func()) { v.minded = f }

func (v *View) mind() {
	if f := v.minded; f != nil {
		f()
	}
}
