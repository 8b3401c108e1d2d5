package ui

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/start"
)

// fragmentColumn is the width of the text in the piece of the sample that the
// start page shows, pixels.
const fragmentColumn = 326

// fragment is that piece: a page whose marks answer, and the card of the one
// that is selected.
type fragment struct {
	edition *annotations.Edition
	roles   look.Roles
	keys    *router // takes the keys that the piece has no use for
	page    *page.Page
	card    *prose.Stack
	current int // the selected mention
	moved   func()
}

// newFragment shows the passage around the first person whose name the article
// prints in another way than it is usual: there is something to be explained.
func newFragment(e *annotations.Edition, roles look.Roles, keys *router) start.Fragment {
	f := &fragment{edition: e, keys: keys, roles: roles, page: page.NewFragment(e, roles, fragmentColumn), card: prose.NewStack()}
	f.page.SetStill(true)
	f.page.OnMention = f.show
	f.page.OnHover = f.page.SetHovered
	f.page.OnScrolled = func() { f.tell() }
	f.page.OnKey = f.key
	f.page.OnRune = keys.typedRune
	f.show(f.first())
	if f.current >= 0 {
		at := e.Article().ParagraphAt(e.Mentions()[f.current].Start)
		f.page.Restore(page.Place{Offset: e.Article().Paragraphs[at].Start, Past: -16})
	}
	return start.Fragment{
		Text: f.page, Card: f.card, Line: f.line,
		OnMoved: func(moved func()) { f.moved = moved },
	}
}

// first is the mention to begin with, or -1.
func (f *fragment) first() int {
	first := -1
	for i, m := range f.edition.Mentions() {
		x, _ := f.edition.Entity(m.Entity)
		if x.Kind != annotations.Person {
			continue
		}
		if x.Printed != "" {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	return first
}

// show selects a mention.
func (f *fragment) show(i int) {
	f.current = i
	if i < 0 {
		return
	}
	x, _ := f.edition.Entity(f.edition.Mentions()[i].Entity)
	f.page.SetSelected(x.ID, i)
	f.page.SetFocused(i)
	f.card.SetItems(
		prose.Item{Block: prose.NewColumns(
			prose.Cell{Block: pattern.InLine(x.Kind, 22, f.roles.Meta.Leading), Width: 22},
			prose.Cell{Block: prose.NewText(f.roles.Meta, look.Ink(x.Kind), locale.Kind(x.Kind)), Gap: 8})},
		prose.Item{Top: 6, Block: prose.NewText(f.roles.HoverName, look.ColorText, x.Name)},
		prose.Item{Top: 2, Block: prose.NewText(f.roles.Meta, look.ColorTextMuted, f.words(x))},
	)
	f.tell()
}

// words say how the article prints the name, where it is another one, and who
// or what it is.
func (f *fragment) words(x *annotations.Entity) string {
	if x.Printed == "" || x.Printed == x.Name {
		return x.Identity
	}
	return locale.X("start.printed", "Printed as “{{.Name}}”.", map[string]any{"Name": x.Printed}) + " " + x.Identity
}

func (f *fragment) tell() {
	if f.moved != nil {
		f.moved()
	}
}

// line is how far below the top of the text the selected words stand, pixels.
func (f *fragment) line() float32 {
	if f.current < 0 {
		return 0
	}
	return f.page.MentionRects(f.current)[0].Y
}

// key goes from mark to mark with the arrows; the other keys are those of the
// start page.
func (f *fragment) key(e *fyne.KeyEvent) {
	step := map[fyne.KeyName]int{fyne.KeyRight: 1, fyne.KeyDown: 1, fyne.KeyLeft: -1, fyne.KeyUp: -1}[e.Name]
	if step == 0 {
		f.keys.typedKey(e)
		return
	}
	if i := f.current + step; i >= 0 && i < len(f.edition.Mentions()) {
		f.show(i)
		f.page.Reveal(f.edition.Mentions()[i].Span)
		f.tell()
	}
}
