package panel

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/field"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// areaHeight is the height of the box that takes the text of a note, pixels.
const areaHeight = 138

// adding is what the reader adds beside the text of a note at the moment.
type adding uint8

const (
	addingNothing adding = iota
	addingTag
	addingName
)

// composer is the note that is being written, as far as the reader has got. What is
// typed is told to the margin, and comes back in a later snapshot.
type composer struct {
	p      *Panel
	note   notes.Note
	span   annotations.Span
	fresh  bool // there is no note of this id yet
	adding adding
	wanted bool // the keyboard is to come to the box, once that is shown

	area   *field.Area
	styles *stylePicker
	input  *field.Field // of what is added
	offers *offers
}

func newComposer(p *Panel) *composer {
	c := &composer{p: p, offers: newOffers(p)}
	c.area = field.NewArea(locale.X("panel.write.text", "Text of the note"),
		locale.X("panel.write.placeholder", "What is to be said here? #tag, [[name]]"), areaHeight, p.roles)
	c.area.OnChanged = func(text string) { c.change(func(n *notes.Note) { n.Text = text }) }
	c.area.OnMoved = c.offerInText
	c.area.OnKey, c.area.OnShortcut = c.key, c.shortcut
	c.area.OnFocus = func(on bool) { c.focused(on, "box") }
	c.area.OnScrolled = func(e *fyne.ScrollEvent) { p.list.ScrollTo(p.list.Offset() - e.Scrolled.DY) }
	c.area.Inked = func(text string) []prose.Stretch {
		return inlineLooks(notes.InlineOf(text), func(string) bool { return false })
	}
	c.styles = newStyleChoice(locale.X("panel.write.style", "Style"), p.styleName, func(i int) {
		c.change(func(n *notes.Note) { n.Style = notes.Style(i) })
	})
	c.styles.OnFocus = func() { c.focused(true, "styles") }
	c.input = field.New("", "", field.Small(p.roles))
	c.input.Entry.OnChanged = func(string) {
		c.input.Update()
		c.offerAdded()
	}
	c.input.Entry.OnKey = c.inputKey
	c.input.Entry.OnShortcut = c.shortcut
	return c
}

// Fields returns what takes words in the panel.
func (p *Panel) Fields() []fyne.Focusable {
	return []fyne.Focusable{p.tools.search.Entry, p.composer.area, p.composer.input.Entry}
}

// focused keeps in view what has got the keyboard. What is offered goes with the
// keyboard, unless the pointer is on it.
func (c *composer) focused(on bool, key string) {
	if on {
		c.p.focusedOn(c.p.shown.sheet, key)
	} else if !c.offers.pointed() {
		c.offers.close()
	}
}

// follow takes over the draft of a snapshot: another one than the last, or one that
// has been changed elsewhere. While what was typed here is still under way, the draft
// of the snapshot is an older one.
func (c *composer) follow(was, now *notes.Draft) {
	switch {
	case now == nil:
		c.note, c.adding = notes.Note{}, addingNothing
		c.offers.close()
		return
	case now.ID != c.note.ID:
		c.adding, c.wanted = addingNothing, true
	case now.Note.Equal(&c.note) || was == nil || !was.Note.Equal(&c.note):
		c.span, c.fresh = now.Span, now.New
		return
	}
	c.note, c.span, c.fresh = now.Note, now.Span, now.New
	c.note.Tags, c.note.About = slices.Clone(now.Tags), slices.Clone(now.About)
	c.area.SetText(c.note.Text)
	c.styles.set(int(c.note.Style))
}

// kept reports whether what is typed is on the disk.
func (c *composer) kept() bool {
	d := c.p.now.Draft
	return d != nil && d.Kept && d.Note.Equal(&c.note)
}

// change changes the note as the reader wants, and tells the margin.
func (c *composer) change(to func(*notes.Note)) {
	n := c.note
	n.Tags, n.About = slices.Clone(n.Tags), slices.Clone(n.About)
	to(&n)
	if n.Equal(&c.note) || c.p.Margin == nil {
		return
	}
	c.note = n
	c.styles.set(int(n.Style))
	c.p.Margin.Draft(n)
	c.p.refreshWriting()
}

// refreshWriting shows what has changed beside the text of the note.
func (p *Panel) refreshWriting() {
	if p.shown.face == nil || !p.shown.face.writes {
		return
	}
	p.head()
	p.show(p.current(p.shown.sheet))
	if p.focused() == nil && p.composer.adding == addingNothing {
		p.keepWriting()
	}
}

// keepWriting leads the keyboard from a control that is gone to the box.
func (p *Panel) keepWriting() {
	c := fyne.CurrentApp().Driver().CanvasForObject(p)
	if c == nil || c.Focused() == nil {
		return
	}
	if o, ok := c.Focused().(fyne.CanvasObject); ok && p.shown.focus != "" && p.shown.targets[p.shown.focus] == nil && o != nil {
		c.Focus(p.composer.area)
	}
}

// focusWriting brings the keyboard to the box of a note that has just been opened.
func (p *Panel) focusWriting() {
	c := fyne.CurrentApp().Driver().CanvasForObject(p)
	if !p.composer.wanted || c == nil || p.shown.face == nil || !p.shown.face.writes || p.list.Size().Height <= 0 {
		return
	}
	c.Focus(p.composer.area)
	p.composer.wanted = c.Focused() != fyne.Focusable(p.composer.area)
}

// key takes keys in the box: those for what is offered, and Esc.
func (c *composer) key(k fyne.KeyName) bool {
	if c.offers.key(k) {
		return true
	}
	switch k {
	case fyne.KeyEscape:
		c.leave()
	case fyne.KeyF1, fyne.KeyF6, fyne.KeyF10, fyne.KeyF11:
		c.p.passKey(k)
	default:
		return false
	}
	return true
}

// leave leaves the note. A draft with words stays; one without is forgotten.
func (c *composer) leave() {
	if c.p.Margin != nil && c.fresh && !c.note.HasWords() && len(c.note.About) == 0 {
		c.p.Margin.Discard()
		return
	}
	c.p.asks.OpenNotes()
}

// shortcut saves with Ctrl Enter and hands other shortcuts to the program.
func (c *composer) shortcut(s fyne.Shortcut) bool {
	if x, ok := s.(*desktop.CustomShortcut); ok && x.Modifier == fyne.KeyModifierShortcutDefault &&
		(x.KeyName == fyne.KeyReturn || x.KeyName == fyne.KeyEnter) {
		c.save()
		return true
	}
	return c.p.OnShortcut != nil && c.p.OnShortcut(s)
}

// save makes the draft a note, with what stands in the field beside the text.
func (c *composer) save() {
	if c.p.Margin == nil {
		return
	}
	if c.adding != addingNothing {
		c.addTyped()
	}
	c.offers.close()
	c.p.Margin.Save()
}

// entities returns the entities that the note is about.
func (c *composer) entities() []*annotations.Entity {
	var out []*annotations.Entity
	for _, id := range c.p.own.entitiesOf(&c.note) {
		if x, ok := c.p.now.Edition.Entity(id); ok {
			out = append(out, x)
		}
	}
	return out
}

// dropTag takes a tag away, in the text by its "#".
func (c *composer) dropTag(tag string) {
	c.change(func(n *notes.Note) {
		n.Tags = slices.DeleteFunc(n.Tags, func(t string) bool { return notes.SameTag(t, tag) })
		n.Text = without(n.Text, func(x notes.Inline) bool { return x.Tag != "" && notes.SameTag(x.Tag, tag) })
	})
	c.retype()
}

// dropName takes an entity away, in the text by the brackets around its name.
func (c *composer) dropName(id annotations.EntityID) {
	c.change(func(n *notes.Note) {
		n.About = slices.DeleteFunc(n.About, func(x annotations.EntityID) bool { return x == id })
		n.Text = without(n.Text, func(x notes.Inline) bool {
			named, ok := c.p.own.named(x.Link)
			return x.Link != "" && ok && named == id
		})
	})
	c.retype()
}

// without returns a text in which the tags and links that are unwanted are plain
// words.
func without(text string, unwanted func(notes.Inline) bool) string {
	for _, x := range slices.Backward(notes.InlineOf(text)) {
		if unwanted(x) {
			text = text[:x.Start] + x.Tag + x.Link + text[x.End:]
		}
	}
	return text
}

// retype shows in the box what has been changed beside it, as one step of undo.
func (c *composer) retype() {
	if was := c.area.Text(); was != c.note.Text {
		c.area.Replace(0, len(was), c.note.Text)
	}
}

// addTag adds a tag beside the text, if the note has it not yet.
func (c *composer) addTag(tag string) {
	tag = strings.Join(strings.Fields(strings.TrimLeft(strings.TrimSpace(tag), "#")), " ")
	if tag == "" || slices.ContainsFunc(c.note.AllTags(), func(t string) bool { return notes.SameTag(t, tag) }) {
		return
	}
	c.change(func(n *notes.Note) { n.Tags = append(n.Tags, tag) })
}

// addName adds an entity beside the text, if the note does not name it yet.
func (c *composer) addName(id annotations.EntityID) {
	if !slices.Contains(c.p.own.entitiesOf(&c.note), id) {
		c.change(func(n *notes.Note) { n.About = append(n.About, id) })
	}
}

// add shows the field for a tag or a name, or hides it again.
func (c *composer) add(what adding) {
	if c.adding == what {
		what = addingNothing
	}
	c.adding = what
	c.input.SetText("")
	c.offers.close()
	c.p.show(c.p.current(c.p.shown.sheet))
	if what == addingNothing {
		c.focusOn(c.area)
		return
	}
	c.p.reveal("input")
	c.input.Focus()
	c.offerAdded()
}

func (c *composer) focusOn(f fyne.Focusable) {
	if w := fyne.CurrentApp().Driver().CanvasForObject(c.p); w != nil {
		w.Focus(f)
	}
}

// inputKey takes keys in the field of what is added.
func (c *composer) inputKey(k fyne.KeyName) bool {
	switch {
	case c.offers.key(k):
	case k == fyne.KeyReturn || k == fyne.KeyEnter:
		c.addTyped()
		c.add(c.adding)
	case k == fyne.KeyEscape:
		c.add(c.adding)
	default:
		return false
	}
	return true
}

// addTyped adds what is typed in the field: a tag, or what a name means.
func (c *composer) addTyped() {
	typed := c.input.Entry.Text
	if c.adding == addingTag {
		c.addTag(typed)
	} else if id, ok := c.p.own.named(typed); ok {
		c.addName(id)
	}
}

// heading is what stands above the note.
func (c *composer) heading() heading {
	h := heading{title: locale.X("panel.write.edit", "Edit note"), icon: "note-pencil", ink: look.ColorAccentText}
	if c.fresh {
		h.title = locale.X("panel.write.new", "New note")
	}
	if c.kept() {
		h.beside = locale.X("panel.write.kept", "Draft kept")
	}
	return h
}
