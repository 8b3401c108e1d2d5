package voices

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/voices"
	"sidelight/ui/drawing"
)

// The beginnings of the keys of groups, as package annotations/voices gives them.
const (
	passagePrefix = "passage:"
	columnPrefix  = "column:"
	voicePrefix   = "voice:"
	keyHead       = "head:"
	namePrefix    = "name:"
	kindPrefix    = "kind:"
	onlyPrefix    = "only:"
	saidPrefix    = "said:"
	signPrefix    = "sign:"
	recordPrefix  = "record:"
)

func keySaid(s annotations.Span) string { return saidPrefix + strconv.Itoa(s.Start) }

// stripKey moves the keyboard over the strip: along the article to the next passage, or
// to the row above or below.
func (v *View) stripKey(e *fyne.KeyEvent) bool {
	b := v.strip
	at, ok := b.Figure().Find(b.Focused())
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		if ok && isHead(at.Key) {
			return v.otherHead(at)
		}
		return v.along(at, e.Name == fyne.KeyRight)
	case fyne.KeyUp, fyne.KeyDown:
		return v.across(at, e.Name == fyne.KeyDown)
	case fyne.KeyHome:
		return v.along(nil, true)
	case fyne.KeyEnd:
		return v.along(nil, false)
	case fyne.KeySpace:
		if ok {
			v.tapped(at, figure.Point{})
		}
		return ok
	case fyne.KeyReturn, fyne.KeyEnter:
		if ok && !at.Target.Passage.Empty() {
			v.asks.OpenPassage(at.Target.Passage)
		} else if ok {
			v.tapped(at, figure.Point{})
		}
		return ok
	}
	return false
}

// isHead reports whether a group stands in the head of the list of speakers.
func isHead(key string) bool { return key == voices.KeyOrder || key == voices.KeyFoldAll }

// otherHead brings the keyboard from one group of the head of the list to the other.
func (v *View) otherHead(at *figure.Group) bool {
	for _, key := range []string{voices.KeyOrder, voices.KeyFoldAll} {
		if g, ok := v.strip.Figure().Find(key); ok && key != at.Key {
			return v.keyTo(g)
		}
	}
	return true
}

// isPassage reports whether a group of the strip stands for a passage that is shown.
func isPassage(g *figure.Group) bool {
	return !g.Hit.Empty() && (strings.HasPrefix(g.Key, passagePrefix) || strings.HasPrefix(g.Key, columnPrefix))
}

// along brings the keyboard to the next passage of the article, or to the one before;
// without a place to set out from to the first or the last. The names of the rows lie
// before the first passage.
func (v *View) along(from *figure.Group, on bool) bool {
	var to *figure.Group
	for i := range v.strip.Figure().Groups {
		g := &v.strip.Figure().Groups[i]
		if isPassage(g) && later(from, g, on) && (to == nil || later(g, to, on)) {
			to = g
		}
	}
	if to != nil || from == nil || on || !isPassage(from) {
		return v.keyTo(to)
	}
	name, _ := v.strip.Figure().Find(voicePrefix + from.Target.Voice.String())
	return v.keyTo(name)
}

// later reports whether g comes behind from on the strip, or with on false before it.
func later(g, to *figure.Group, on bool) bool {
	if g == nil {
		return true
	}
	if !isPassage(g) {
		return on
	}
	if on {
		return to.Target.Passage.Start > g.Target.Passage.Start
	}
	return to.Target.Passage.Start < g.Target.Passage.Start
}

// across brings the keyboard to the nearest passage of the row below or above, past rows
// without one, or from the name of a row to that of the next; from the last row to the
// order of the list, and from there back to a passage.
func (v *View) across(from *figure.Group, down bool) bool {
	if from == nil {
		return v.along(nil, true)
	}
	names := strings.HasPrefix(from.Key, voicePrefix)
	var to *figure.Group
	for i := range v.strip.Figure().Groups {
		g := &v.strip.Figure().Groups[i]
		stops := isHead(g.Key) || isPassage(g) && !names || names && strings.HasPrefix(g.Key, voicePrefix)
		if stops && g.Hit.Y != from.Hit.Y && down == (g.Hit.Y > from.Hit.Y) && (to == nil || far(from, g) < far(from, to)) {
			to = g
		}
	}
	return v.keyTo(to)
}

// far says how far a group of the strip lies from another one: first by rows, then along
// them.
func far(from, g *figure.Group) float32 {
	x, rows := from.Hit.Centre().X, g.Hit.Y-from.Hit.Y
	return max(rows, -rows)*1000 + max(g.Hit.X-x, x-g.Hit.Right(), 0)
}

// keyTo brings the keyboard to a passage on the strip, and into view what is said.
func (v *View) keyTo(g *figure.Group) bool {
	if g == nil {
		return false
	}
	v.strip.SetFocused(g.Key)
	if at, ok := v.blockOf(keySaid(g.Target.Passage)); ok && !g.Target.Passage.Empty() {
		v.list.Reveal(at)
	}
	return true
}

// listKey moves the keyboard over the list: up and down from block to block, left and
// right within a line.
func (v *View) listKey(e *fyne.KeyEvent) bool {
	b := v.list
	at, ok := b.Figure().Find(b.Focused())
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown:
		return v.block(e.Name == fyne.KeyDown)
	case fyne.KeyLeft, fyne.KeyRight:
		return ok && v.beside(at, e.Name == fyne.KeyRight)
	case fyne.KeySpace:
		if ok {
			v.tapped(at, figure.Point{})
		}
		return ok
	case fyne.KeyReturn, fyne.KeyEnter:
		if ok && strings.HasPrefix(at.Key, saidPrefix) {
			v.asks.OpenPassage(at.Target.Passage)
		} else if ok {
			v.tapped(at, figure.Point{})
		}
		return ok
	}
	return false
}

// isBlock reports whether the keyboard stops at a group on its way up and down.
func isBlock(key string) bool {
	for _, p := range []string{keyHead, saidPrefix, recordPrefix} {
		if strings.HasPrefix(key, p) {
			return true
		}
	}
	return false
}

// block brings the keyboard to the next block of the list, or the one before. Where it is
// at none in view, that is the first in view.
func (v *View) block(down bool) bool {
	groups := v.list.Figure().Groups
	at, first, top := -1, -1, v.list.Offset().Y
	for i := range groups {
		g := &groups[i]
		if g.Key == v.list.Focused() {
			at = i
		}
		if first < 0 && isBlock(g.Key) && g.Hit.Y >= top {
			first = i
		}
	}
	step := 1
	if !down {
		step = -1
	}
	to := at + step
	if at < 0 {
		to = max(first, 0)
	}
	for ; to >= 0 && to < len(groups); to += step {
		if isBlock(groups[to].Key) {
			reach(v.list, &groups[to])
			return true
		}
	}
	return at >= 0
}

// beside brings the keyboard to the next group on the same line.
func (v *View) beside(from *figure.Group, on bool) bool {
	var to *figure.Group
	middle := from.Hit.Centre().Y
	if strings.HasPrefix(from.Key, saidPrefix) {
		middle = from.Hit.Y + 11 // of its first line
	}
	left := func(g *figure.Group) float32 {
		if strings.HasPrefix(g.Key, keyHead) {
			return -1 // it stands for the whole line
		}
		return g.Hit.X
	}
	for i := range v.list.Figure().Groups {
		g := &v.list.Figure().Groups[i]
		if g.Hit.Empty() || g.Hit.Y > middle || g.Hit.Bottom() <= middle || g.Key == from.Key || (left(g) > left(from)) != on {
			continue
		}
		if to == nil || (left(g) < left(to)) == on {
			to = g
		}
	}
	if to != nil {
		reach(v.list, to)
	}
	return true
}

// reach brings the keyboard to a group, and the group into view.
func reach(b *drawing.Board, g *figure.Group) {
	b.SetFocused(g.Key)
	b.Reveal(g.Hit)
}
