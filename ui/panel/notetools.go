package panel

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/control"
	"sidelight/ui/field"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
)

// Lengths in the tools above the list of notes, pixels.
const (
	toolGap  = 8
	toolRows = 10 // below the search field
)

// mostTags is how many tags the list offers to filter by; others are searched for.
const mostTags = 40

// noteTools are the search field and the filters above the list of notes. They do not
// scroll with it.
type noteTools struct {
	widget.BaseWidget
	p          *Panel
	search     *field.Field
	all, words *control.Chip
	order      *control.Link
	orderWords *prose.Text
	styles     *stylePicker
	tags       map[string]*control.Chip // by the tag
	about      map[annotations.EntityID]*control.Chip
	shown      []*control.Chip // of tags, and of an entity, in their order
}

func newNoteTools(p *Panel) *noteTools {
	t := &noteTools{p: p, tags: map[string]*control.Chip{}, about: map[annotations.EntityID]*control.Chip{}}
	t.search = field.New(locale.X("panel.own.search", "Search your notes"), "", field.Small(p.roles))
	t.search.Entry.OnChanged = func(typed string) {
		t.search.Update()
		t.change(func(f *noteFilter) { f.typed = typed })
	}
	t.search.Entry.OnKey = t.key
	t.search.Entry.OnShortcut = func(s fyne.Shortcut) bool { return p.OnShortcut != nil && p.OnShortcut(s) }
	t.all = control.NewChip("", p.roles, func() { t.change(func(f *noteFilter) { *f = noteFilter{byDate: f.byDate} }) })
	t.words = control.NewChip("", p.roles, func() { t.change(func(f *noteFilter) { f.words = !f.words }) })
	t.orderWords = prose.NewText(p.roles.Meta, look.ColorTextMuted, "")
	caret := prose.NewIcon("caret-down", look.ColorTextMuted, 12, p.roles.Meta.Leading)
	t.order = control.NewLink("", prose.NewColumns(prose.Cell{Block: t.orderWords}, prose.Cell{Block: caret, Width: 12, Gap: 4}), 0,
		func() { t.change(func(f *noteFilter) { f.byDate = !f.byDate }) })
	t.styles = newStyleFilter(locale.X("panel.own.styles", "Only one style"), p.styleName, func(i int) {
		t.change(func(f *noteFilter) { f.styled, f.style = i >= 0, notes.Style(max(i, 0)) })
	})
	t.ExtendBaseWidget(t)
	return t
}

// change changes the filter.
func (t *noteTools) change(to func(*noteFilter)) {
	f := t.p.own.filter
	to(&f)
	if f.typed != t.search.Entry.Text {
		t.search.SetText(f.typed)
	}
	t.p.setFilter(f)
}

// key leads from the search field to the list, and empties the field.
func (t *noteTools) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		t.p.stepNoteFrom(-1, 1)
	case fyne.KeyEscape:
		if t.p.own.filter.typed == "" {
			t.p.passKey(k)
			return true
		}
		t.change(func(f *noteFilter) { f.typed = "" })
	case fyne.KeyF1, fyne.KeyF6, fyne.KeyF10, fyne.KeyF11:
		t.p.passKey(k)
	default:
		return false
	}
	return true
}

// passKey hands a key to the window.
func (p *Panel) passKey(k fyne.KeyName) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(&fyne.KeyEvent{Name: k})
	}
}

// styleName returns what the reader calls a style.
func (p *Panel) styleName(s notes.Style) string {
	if p.Margin != nil {
		return p.Margin.StyleName(s)
	}
	return locale.Style(s)
}

// show shows the counts of the notes and what the filter is.
func (t *noteTools) show() {
	set, f := t.p.now.Notes, t.p.own.filter
	n := 0
	all := set.All()
	for i := range all {
		if all[i].HasWords() {
			n++
		}
	}
	t.all.SetWords(locale.X("panel.own.all", "All {{.Count}}", map[string]any{"Count": locale.Count(len(all))}))
	t.words.SetWords(locale.X("panel.own.with", "With a note {{.Count}}", map[string]any{"Count": locale.Count(n)}))
	t.all.SetChosen(f.all())
	t.words.SetChosen(f.words)
	order := locale.X("panel.own.by-place", "by place")
	if f.byDate {
		order = locale.X("panel.own.by-date", "by date")
	}
	t.orderWords.SetContent(order)
	t.order.SetName(locale.X("panel.own.order", "Order: {{.Order}}", map[string]any{"Order": order}))
	at := -1
	if f.styled {
		at = int(f.style)
	}
	t.styles.set(at)
	t.showChips(set, f)
	t.Refresh()
}

// showChips shows the entity of the filter or the one that is selected, then the tag
// of the filter, then the tags by use.
func (t *noteTools) showChips(set *notes.Set, f noteFilter) {
	t.shown = nil
	about := f.about
	if about == "" {
		about = t.p.now.Selected
	}
	if x, ok := t.p.now.Edition.Entity(about); ok {
		t.shown = append(t.shown, t.aboutChip(x, f.about == about))
	}
	tags := set.Tags()
	for _, chosen := range []bool{true, false} {
		for i, x := range tags {
			if notes.SameTag(x.Tag, f.tag) == chosen && (chosen || i < mostTags) {
				t.shown = append(t.shown, t.tagChip(x, chosen))
			}
		}
	}
}

func (t *noteTools) tagChip(x notes.TagCount, chosen bool) *control.Chip {
	c := t.tags[x.Tag]
	if c == nil {
		tag := x.Tag
		c = control.NewChip("", t.p.roles, func() {
			t.change(func(f *noteFilter) {
				if f.tag == tag {
					f.tag = ""
				} else {
					f.tag = tag
				}
			})
		})
		t.tags[tag] = c
	}
	c.SetWords(x.Tag + " " + strconv.Itoa(x.N))
	c.SetChosen(chosen)
	return c
}

func (t *noteTools) aboutChip(x *annotations.Entity, chosen bool) *control.Chip {
	c := t.about[x.ID]
	if c == nil {
		id := x.ID
		c = control.NewChip(locale.ShortName(x), t.p.roles, func() {
			t.change(func(f *noteFilter) {
				if f.about == id {
					f.about = ""
				} else {
					f.about = id
				}
			})
		})
		c.SetSample(pattern.NewSample(x.Kind, 16))
		t.about = map[annotations.EntityID]*control.Chip{id: c}
	}
	c.SetChosen(chosen)
	return c
}

// heightFor returns the height of the tools in pixels, the same at any width.
func (t *noteTools) heightFor(float32) float32 {
	return field.Height + toolRows + control.ChipHeight + toolGap + control.ChipHeight + toolRows
}

// MinSize returns the height of the tools and no width.
func (t *noteTools) MinSize() fyne.Size { return fyne.NewSize(0, t.heightFor(0)) }

// CreateRenderer shows the tools.
func (t *noteTools) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(t, func() {}, t.arrange, func() []fyne.CanvasObject {
		out := []fyne.CanvasObject{t.search, t.all, t.words, t.order, t.styles}
		for _, c := range t.shown {
			out = append(out, c)
		}
		return out
	})
}

func (t *noteTools) arrange(size fyne.Size) {
	right := size.Width - padding
	control.Place(t.search, padding, 0, size.Width-2*padding, field.Height)
	x, y := float32(padding), float32(field.Height+toolRows)
	for _, c := range []*control.Chip{t.all, t.words} {
		control.Place(c, x, y, c.NaturalWidth(), control.ChipHeight)
		x += c.NaturalWidth() + toolGap
	}
	w := t.orderWords.NaturalWidth() + 16
	lead := t.orderWords.Role().Leading
	control.Place(t.order, right-w, y+(control.ChipHeight-lead)/2, w, lead)
	t.order.Hidden = right-w < x
	y += control.ChipHeight + toolGap
	control.Place(t.styles, padding, y, t.styles.NaturalWidth(), t.styles.HeightFor(0))
	x = padding + t.styles.NaturalWidth() + 7
	for _, c := range t.shown { // those that have room
		w := min(c.NaturalWidth(), right-padding-t.styles.NaturalWidth()-7)
		c.Hidden = x+w > right
		control.Place(c, x, y, w, control.ChipHeight)
		x += w + toolGap
	}
}
