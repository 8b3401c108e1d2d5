package finder

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

const (
	whyWidth  = 470 // the greatest width of the lines under the title, pixels
	noticeEnd = 30  // below the last part, pixels
)

// message is what stands in the place of an empty list: that nothing was found, why
// that may be, and what the reader can do about it.
type message struct {
	title, why string
	act        string // the label of a button; empty for none
	do         func()
}

func (f *Finder) message() message {
	switch {
	case f.asksForNoKind():
		return message{
			title: locale.X("finder.kinds", "Which kind?"),
			why:   locale.X("finder.kinds.why", "After kind: stands one of {{.Kinds}}.", map[string]any{"Kinds": kindNames()}),
		}
	case f.answered == "":
		return message{why: locale.X("finder.hint",
			"Type a name, a fact or words of the article. Letters of a name may be left out or mistyped.")}
	case f.only != 0:
		return message{
			title: locale.X("finder.nothing-among", "{{.Group}}: nothing matches “{{.Query}}”",
				map[string]any{"Group": locale.Group(f.only), "Query": f.answered}),
			why: locale.X("finder.searched-among", "The other groups were not searched."),
			act: locale.X("finder.search-everything", "Search everything"),
			do: func() {
				f.setOnly(0)
				f.field.Focus()
			},
		}
	}
	return message{
		title: locale.X("finder.nothing", "Nothing here matches “{{.Query}}”", map[string]any{"Query": f.answered}),
		why:   f.searched(),
		act:   locale.X("finder.clear-search", "Clear search"),
		do: func() {
			f.SetQuery("")
			f.field.Focus()
		},
	}
}

// asksForNoKind reports whether the query has a filter for a kind that names none, or
// one that there is not.
func (f *Finder) asksForNoKind() bool {
	return strings.Contains(strings.ToLower(f.answered), "kind:") &&
		!slices.ContainsFunc(f.list.query.Filters, func(x search.Filter) bool { return x.Key == "kind" && x.Value != "" })
}

// kindNames are the kinds that a filter may ask for, in the words that it takes.
func kindNames() string {
	var all []string
	for _, k := range annotations.Kinds() {
		all = append(all, k.String())
	}
	return strings.Join(all, ", ")
}

// searched says where nothing was found.
func (f *Finder) searched() string {
	q := f.list.query
	if len(q.Filters) > 0 {
		var filters []string
		for _, x := range q.Filters {
			filters = append(filters, x.Key+":"+x.Value)
		}
		return locale.X("finder.searched-filtered", "Only what passes {{.Filters}} was searched.",
			map[string]any{"Filters": strings.Join(filters, " ")})
	}
	if q.Common {
		return locale.X("finder.searched-common", "Texts are not searched for words as common as this. Add another word.")
	}
	return locale.X("finder.searched-all",
		"Names, facts, passages, notes and sources were searched, also for names that are spelled nearly like this.")
}

// notice shows a message.
type notice struct {
	widget.BaseWidget
	roles    look.Roles
	measures measures
	title    *prose.Text
	why      *prose.Text
	button   *control.Text // nil if there is nothing to do
}

func newNotice(roles look.Roles, m measures) *notice {
	n := &notice{roles: roles, measures: m}
	n.title = prose.NewText(look.Role{Font: roles.CardName.Font, Size: 20, Leading: 28}, look.ColorText, "")
	n.title.SetMaxLines(3)
	n.why = prose.NewText(roles.UI, look.ColorTextMuted, "")
	n.ExtendBaseWidget(n)
	return n
}

// say shows another message.
func (n *notice) say(m message) {
	n.title.SetContent(m.title)
	n.why.SetContent(m.why)
	n.button = nil
	if m.act != "" {
		n.button = control.NewText(control.Quiet, "", m.act, n.roles, m.do)
	}
	n.Refresh()
}

// HeightFor returns the height of the message in pixels at a width.
func (n *notice) HeightFor(width float32) float32 {
	return n.lay(width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

func (n *notice) arrange(size fyne.Size) {
	n.lay(size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		control.Place(o, at.X, at.Y, size.Width, size.Height)
	})
}

// lay calls put with position and size of each part of the message, and returns the
// height of the whole in pixels.
func (n *notice) lay(width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	x, y := n.measures.text, n.measures.noticeTop
	room := max(width-x-n.measures.right, 1)
	if n.title.Content() != "" {
		h := n.title.HeightFor(room)
		put(n.title, fyne.NewPos(x, y), fyne.NewSize(room, h))
		y += h + 4
	}
	room = min(room, whyWidth)
	h := n.why.HeightFor(room)
	put(n.why, fyne.NewPos(x, y), fyne.NewSize(room, h))
	y += h
	if n.button != nil {
		const pad = 12 // between a button's edge and its words, which line up with the text
		size := n.button.MinSize()
		put(n.button, fyne.NewPos(x-pad, y+14), size)
		y += 14 + size.Height
	}
	return y + noticeEnd
}

// MinSize returns nothing: a notice takes the room that it is given.
func (n *notice) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the parts of the message.
func (n *notice) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(n, func() {}, n.arrange, func() []fyne.CanvasObject {
		out := []fyne.CanvasObject{n.title, n.why}
		if n.button != nil {
			out = append(out, n.button)
		}
		return out
	})
}
